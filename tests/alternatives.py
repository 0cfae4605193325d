"""Texts that a pattern matches, enough of them to take every alternative in it once."""

from importlib import import_module
from typing import Any

PARSER = import_module("re._parser")
"""What `re` itself reads patterns with."""

ASIDE = {"AT", "ASSERT", "ASSERT_NOT"}
OF_CLASS = {
    "CATEGORY_DIGIT": "1",
    "CATEGORY_SPACE": " ",
    "CATEGORY_WORD": "a",
    "CATEGORY_NOT_WORD": "(",
    "CATEGORY_NOT_SPACE": "a",
}


def alternatives(pattern: str) -> list[str]:
    """A text without what need not be there, and one for each other alternative in its place; then the same with all of it.

    What looks around is passed over, so that some may not match.
    """
    parsed = PARSER.parse(pattern)
    return list(dict.fromkeys((*_in_turn(parsed, filled=False), *_in_turn(parsed, filled=True))))


def _in_turn(parts: Any, filled: bool) -> list[str]:
    each = [_of(str(op), told, filled) for op, told in parts]
    before, behind = [""], [""]
    for texts in each:
        before.append(before[-1] + texts[0])
    for texts in reversed(each):
        behind.append(texts[0] + behind[-1])
    turned = (f"{before[n]}{text}{behind[-n - 2]}" for n, texts in enumerate(each) for text in texts)
    return list(dict.fromkeys((before[-1], *turned)))


def _of(op: str, told: Any, filled: bool) -> list[str]:
    match op:
        case "LITERAL":
            return [chr(told)]
        case "NOT_LITERAL" | "ANY":
            return [_other({told})]
        case "IN":
            return _members(told)
        case "BRANCH":
            return [text for branch in told[1] for text in _in_turn(branch, filled)]
        case "SUBPATTERN":
            return _in_turn(told[-1], filled)
        case "MAX_REPEAT" | "MIN_REPEAT":
            least, most, inner = told
            texts = [text * max(least, 1) for text in _in_turn(inner, filled)]
            none = [""] if least == 0 else []
            return [*texts, *none] if filled and most else [*none, *texts]
    assert op in ASIDE, op
    return [""]


def _members(told: Any) -> list[str]:
    if str(told[0][0]) == "NEGATE":
        return [_other({code for op, code in told[1:] if str(op) == "LITERAL"})]
    return [_member(str(op), value) for op, value in told]


def _member(op: str, told: Any) -> str:
    match op:
        case "CATEGORY":
            return OF_CLASS[str(told)]
        case "RANGE":
            return chr(told[0])
    return chr(told)


def _other(codes: set[int]) -> str:
    return next(c for c in " ab1" if ord(c) not in codes)
