"""What the text that a pattern matches can begin with, read off the pattern itself."""

import re
from collections import deque
from functools import cache

from waybill.resolve.times.lexicon import FRAGMENTS, spaced

LENGTH = 3
"""How many characters of an opening are told: longer ones rule out hardly more (our convention)."""

_TOKEN = re.compile(
    r"\(\?P=\w+\)|\(\?(?:P<\w+>|-i:|:|<?[=!])|\{[a-z]+\}|\{\d+(?:,\d*)?\}|\[(?:\\.|[^\]\\])+\]|\\.|.",
    re.DOTALL,
)
_TIMES = re.compile(r"\{(\d+)(,?)(\d*)\}")
_MEMBERS = re.compile(r"([^\\])-([^\\])|(\\.|.)", re.DOTALL)
_ASIDE = frozenset(("(?=", "(?!", "(?<=", "(?<!", r"\b", "$"))
"""What takes no characters; that it forbids some is left out of account."""
_UNTOLD = "\0"
"""Ends an opening behind which anything may follow."""
_SHOWN = {ord(c): "0" for c in "123456789"} | {ord(c): " " for c in "\t\n\r\f\v\x1c\x1d\x1e\x1f"}

Openings = frozenset[str]
_NOTHING = frozenset({""})


def opening_at(text: str, start: int) -> str:
    """The first characters from an offset as openings write them: in lower case, "0" for a digit, " " for white space."""
    return text[start : start + LENGTH].lower().translate(_SHOWN)


def may_open(opening: str, openings: Openings) -> bool:
    """True where what begins so may match a pattern of these openings; always of letters that are not ASCII."""
    return not opening.isascii() or any(opening[:n] in openings for n in range(len(opening) + 1))


@cache
def openings(source: str) -> Openings:
    """The first three characters of all that a pattern as `lexicon.pattern` takes it can match, or more than these.

    A shorter opening says that anything may follow. They are written as `opening_at` writes them.
    """
    return frozenset(found.removesuffix(_UNTOLD) for found in _told(source))


@cache
def _told(source: str) -> Openings:
    return _alternatives(deque(_TOKEN.findall(spaced(source))))


def _alternatives(tokens: deque[str]) -> Openings:
    """The openings up to the bracket that closes, which is taken, or to the end."""
    found: Openings = frozenset()
    here = _NOTHING
    while tokens and (token := tokens.popleft()) != ")":
        if token == "|":
            found, here = found | here, _NOTHING
            continue
        here = _joined(here, _repeated(_single(token, tokens), tokens))
        if all(_is_told(opening) for opening in here):
            _pass_over(tokens)
    return found | here


def _pass_over(tokens: deque[str]) -> None:
    """Takes what cannot change the openings any more, up to the next alternative or the bracket that closes."""
    depth = 0
    while tokens and (depth or tokens[0] not in ("|", ")")):
        token = tokens.popleft()
        depth += (token[0] == "(" and token[-1] != ")") - (token == ")")


def _single(token: str, tokens: deque[str]) -> Openings:
    """The openings of one character, set, fragment or group; a group takes its tokens."""
    if token[0] == "(" and token[-1] != ")":
        inner = _alternatives(tokens)
        return _NOTHING if token in _ASIDE else inner
    if token in _ASIDE:
        return _NOTHING
    if token[0] == "{":
        return _told(FRAGMENTS[token[1:-1]])
    return _set(token[1:-1]) if token[0] == "[" else frozenset({_UNTOLD if token[0] == "(" else _character(token)})


def _set(members: str) -> Openings:
    if members[0] == "^":
        return frozenset({_UNTOLD})
    ranges = _MEMBERS.findall(members)
    return frozenset(_character(c) for low, high, one in ranges for c in ([one] if one else _between(low, high)))


def _between(low: str, high: str) -> list[str]:
    return [chr(code) for code in range(ord(low), ord(high) + 1)]


def _character(token: str) -> str:
    """One character as openings write it, the class of `\\d` and `\\s` too; of any other class or a point nothing is told."""
    if token[0] != "\\":
        return _UNTOLD if token == "." else token.lower().translate(_SHOWN)
    if token[1].isalpha():
        return {"d": "0", "s": " "}.get(token[1], _UNTOLD)
    return token[1]


def _repeated(each: Openings, tokens: deque[str]) -> Openings:
    """The openings as often as the sign that follows says, if one does; the sign is taken. Raises ValueError on "+?"."""
    least, most = 1, 1
    if tokens and tokens[0] in ("?", "*", "+"):
        least, most = {"?": (0, 1), "*": (0, LENGTH), "+": (1, LENGTH)}[tokens.popleft()]
    elif tokens and (times := _TIMES.fullmatch(tokens[0])):
        tokens.popleft()
        least = int(times[1])
        most = int(times[3] or LENGTH) if times[2] else least
    else:
        return each
    if tokens and tokens[0] in ("?", "+"):
        raise ValueError(f"openings know no lazy or possessive repetition: {tokens[0]} behind another sign")
    found = _NOTHING
    for n in range(min(most, LENGTH)):
        found = _joined(found, each if n < least else each | {""})
    return found


def _joined(left: Openings, right: Openings) -> Openings:
    short = {opening for opening in left if not _is_told(opening)}
    tails = {length: {more[: LENGTH - length] for more in right} for length in {len(opening) for opening in short}}
    return (left - short) | {opening + more for opening in short for more in tails[len(opening)]}


def _is_told(opening: str) -> bool:
    """True where nothing can be added to an opening."""
    return len(opening) == LENGTH or opening.endswith(_UNTOLD)
