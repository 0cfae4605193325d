"""The relation a preposition puts a time in."""

from itertools import islice
from typing import Literal

from waybill.model.parse import Parse
from waybill.resolve.times.clause import above, below

Relation = Literal["since", "by", "until", "as of", "before", "after", "from", ""]

RELATIONS: dict[str, tuple[Relation, str]] = {
    "since": ("since", "It has sailed since August."),
    "since at": ("since", "It has sailed since at least August."),
    "by": ("by", "It left by August."),
    "later than": ("by", "It left no later than August."),
    "as of": ("as of", "Two had left as of August."),
    "as at": ("as of", "Two had left as at August."),
    "or before": ("by", "It left on or before August."),
    "not after": ("by", "It left not after August."),
    "before": ("before", "It left before August."),
    "prior to": ("before", "It left prior to August."),
    "ahead of": ("before", "It left ahead of August."),
    "after": ("after", "It left after August."),
    "following": ("after", "Following August it left."),
    "until": ("until", "It stayed until August."),
    "till": ("until", "It stayed till August."),
    "til": ("until", "It stayed til August."),
    "through": ("until", "It stayed through August."),
    "up to": ("until", "It stayed up to August."),
    "extended to": ("until", "Its stay was extended to August."),
    "from": ("from", "It has run from August."),
    "from at": ("from", "It has run from at least August."),
    "as from": ("from", "It has run as from August."),
    "or after": ("from", "It left on or after August."),
    "not before": ("from", "It left not before August."),
    "earlier than": ("from", "It left no earlier than August."),
    "beginning": ("from", "It ran daily beginning August."),
    "starting": ("from", "It ran daily starting August."),
}
"""The limit that words left of a time set, each with an example about August."""
_MAX_CLIMB = 5
_PASSED_OVER = frozenset(("the", "about", "around", "at", "least", "roughly", "on", "in"))


def relation_at(parse: Parse, first: int) -> Relation:
    """The relation of the expression that begins at a token, by the words left of it; "" where they set no limit.

    "Since at least August" is "since", as is "since the war began in February"; "no earlier than" reads as "from".
    "Images from 28 September" and "the run-up to September" set no limit, "has run from September" does.
    """
    for at in range(first - 1, max(first - 4, -1), -1):
        word = parse.word[at].lower()
        two = f"{parse.word[at - 1].lower()} {word}" if at else ""
        if (known := two if two in RELATIONS else word) in RELATIONS:
            if known == "up to" and at > 1 and parse.word[at - 2] == "-":
                return ""
            of_noun = known == "from" and parse.pos[parse.head[at]] in ("NOUN", "PROPN")
            return "" if of_noun or _goes_through(parse, at, first) else RELATIONS[known][0]
        if word not in _PASSED_OVER:
            break
    return "since" if _within_since(parse, first) else ""


def _goes_through(parse: Parse, at: int, first: int) -> bool:
    """True for "went through on Friday", whose "through" tells no end."""
    return parse.word[at].lower() == "through" and any(parse.word[t].lower() == "on" for t in range(at, first))


def _within_since(parse: Parse, first: int) -> bool:
    """True where the expression dates what follows "since": "since the invasion in February", "since it began in February"."""
    for at in (first, *islice(above(parse, first), _MAX_CLIMB)):
        if parse.word[at].lower() == "since" or any(
            parse.dep[c] == "mark" and parse.word[c].lower() == "since" for c in below(parse, at)
        ):
            return True
    return False
