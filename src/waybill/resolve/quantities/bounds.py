"""The words that bound a number: "up to", "at least", "about", "or more"."""

import re
from collections.abc import Iterable
from functools import cache

from msgspec import Struct

from waybill.model.quantity import Modifier
from waybill.reference.bounds import bound_words

FILLERS = r"(?:(?:a\s+)?(?:total\s+of|combined|further|whopping)|another|(?:an\s+)?additional|the\s+equivalent\s+of)"
"""What may stand between a bound and its number: "up to a further 300"."""
_FILLER_ENDS = {"of", "combined", "further", "whopping", "another", "additional"}
_HANDED = re.compile(r"\b(?:hand|turn|sign)(?:ed|s|ing)?\s+$", re.IGNORECASE)
"""Verbs that take "over" to themselves: "handed over ten tanks"."""
_BACK = 48
"""Code points a bound may reach back: longer than any phrase of the table with its filler."""


class Bound(Struct, frozen=True):
    """What the words around a number say of it: modifiers from the outermost in, and where the words begin or end."""

    signs: tuple[Modifier, ...]
    edge: int

    def limits(self, low: float | None, high: float | None) -> tuple[float | None, float | None]:
        """The literal closed bounds of a number under these words: "at least several hundred" is (200, None)."""
        for sign in self.signs:
            if sign == "<":
                return None, high if high is not None else low
            if sign == ">":
                return low, None
        return low, high


def bound_before(text: str, start: int) -> Bound:
    """The bound words that end where a number starts; no signs where there are none."""
    signs: list[Modifier] = []
    while found := _last_bound(text, start):
        if _plain(found["bound"]) == "over" and _HANDED.search(
            text, max(0, found.start("bound") - _BACK), found.start("bound")
        ):
            break
        signs.insert(0, bound_words("before")[_plain(found["bound"])])
        start = found.start("bound")
    return Bound(tuple(signs), start)


def bound_after(text: str, end: int) -> Bound:
    """The bound words that follow a number or its unit ("or more", "+"); no signs where there are none."""
    found = _after().match(text, end)
    return Bound((bound_words("after")[_plain(found["bound"])],), found.end()) if found else Bound((), end)


def _last_bound(text: str, end: int) -> re.Match[str] | None:
    """The bound word that ends at an offset; the search is slow and rarely finds one, so the last letters are asked first."""
    back = max(0, end - _BACK)
    said = text[back:end].rstrip().lower()
    return _before().search(text, back, end) if said.endswith(_ends()) else None


@cache
def _ends() -> tuple[str, ...]:
    """What the words before a number end in wherever they bound it: the last word of a bound or of a filler."""
    return tuple({phrase.split()[-1] for phrase in bound_words("before")} | _FILLER_ENDS)


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?P<bound>{_phrases(bound_words('before'))})(?:\s+{FILLERS})?\s*$", re.IGNORECASE)


@cache
def _after() -> re.Pattern[str]:
    glued = [w for w in bound_words("after") if not w[0].isalpha()]
    apart = [w for w in bound_words("after") if w[0].isalpha()]
    return re.compile(rf"(?:\s+(?=\w)|(?=[+-]))(?P<bound>{_phrases([*glued, *apart])})(?!\w|\s+than\b)", re.IGNORECASE)


def _phrases(words: Iterable[str]) -> str:
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in words)


def _plain(words: str) -> str:
    return " ".join(words.lower().split())
