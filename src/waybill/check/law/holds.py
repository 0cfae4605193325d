"""Yes, no, or open with the conditions on which it would be yes: how the parts of a rule are put together."""

from collections.abc import Iterable
from typing import Literal, NamedTuple


class Holds(NamedTuple):
    """`ifs` are the conditions of an open one, each to follow the word "if"; empty otherwise."""

    verdict: Literal["no", "open", "yes"]
    ifs: tuple[str, ...] = ()


YES, NO = Holds("yes"), Holds("no")
_ORDER = ("no", "open", "yes")


def open_if(condition: str) -> Holds:
    """Would be yes if the condition were met."""
    return Holds("open", (condition,))


def all_of(*parts: Holds) -> Holds:
    """What holds of all: no if one is no, else open on every condition, else yes."""
    if any(part.verdict == "no" for part in parts):
        return NO
    ifs = tuple(dict.fromkeys(condition for part in parts for condition in part.ifs))
    return Holds("open", ifs) if ifs else YES


def best_of(parts: Iterable[Holds]) -> Holds:
    """The most that holds of any of them, of open ones that with the fewest conditions; no of none."""
    return max(parts, key=lambda part: (_ORDER.index(part.verdict), -len(part.ifs), part.ifs), default=NO)
