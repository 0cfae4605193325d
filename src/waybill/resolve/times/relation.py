"""The relation a preposition puts a time in."""

from typing import Literal

from waybill.model.parse import Parse

Relation = Literal["since", "by", "until", "as of", "before", "after", "from", ""]

_WORDS: dict[str, Relation] = {
    "since": "since", "by": "by", "before": "before", "after": "after",
    "until": "until", "till": "until", "til": "until", "through": "until",
    "from": "from", "beginning": "from", "starting": "from",
}  # fmt: skip
_PHRASES: dict[tuple[str, str], Relation] = {
    ("as", "of"): "as of", ("later", "than"): "by", ("prior", "to"): "before", ("since", "at"): "since",
    ("up", "to"): "until", ("extended", "to"): "until",
    ("earlier", "than"): "from", ("as", "from"): "from", ("from", "at"): "from",
}  # fmt: skip
_MAX_CLIMB = 6
_PASSED_OVER = frozenset(("the", "about", "around", "at", "least", "roughly", "on", "in"))


def relation_at(parse: Parse, first: int) -> Relation:
    """The relation of the expression that begins at a token, by the words left of it; "" where they set no limit.

    "Since at least August" is "since", as is "since the war began in February"; "no earlier than" reads as "from".
    "Images from 28 September" sets no limit, "has run from September" does.
    """
    for at in range(first - 1, max(first - 4, -1), -1):
        word = parse.word[at].lower()
        if at and (phrase := _PHRASES.get((parse.word[at - 1].lower(), word))):
            return phrase
        if word in _WORDS:
            return "" if word == "from" and parse.pos[parse.head[at]] in ("NOUN", "PROPN") else _WORDS[word]
        if word not in _PASSED_OVER:
            break
    return "since" if _within_since(parse, first) else ""


def _within_since(parse: Parse, first: int) -> bool:
    """True where the expression dates what follows "since": "since the invasion in February", "since it began in February"."""
    at = first
    for _ in range(_MAX_CLIMB):
        if parse.word[at].lower() == "since" or any(
            parse.dep[c] == "mark" and parse.word[c].lower() == "since" for c in parse.children[at]
        ):
            return True
        if parse.head[at] == at:
            break
        at = parse.head[at]
    return False
