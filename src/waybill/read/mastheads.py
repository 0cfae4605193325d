"""Mastheads in plain text: the line near the head that holds the outlet's own name, alone or beside the date."""

import re
from collections.abc import Iterator, Set

from msgspec import Struct

from waybill.model.span import Span
from waybill.read.lines import Line, said_in
from waybill.read.outlet_names import is_bare_name, is_outlet
from waybill.read.publishing_dates import PublishingDate, is_issue, publishing_date

NEAR_LINES = 6
"""Within how many lines from the head a masthead stands: our convention, room for a headline and bylines above it."""

HEADLINE_LINES = 5
"""Within how many lines below a masthead a headline follows: our convention, room for a motto, a number and a date."""

LONGEST = 150
"""Code points up to which a line is a masthead or a headline: our convention, as for titles."""

_DAY = r"(?=(?:\w+day,? )?(?:\d{1,2} [A-Z][a-z]+ \d{4}|[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}))"
_BETWEEN = re.compile(rf" ?[|·•] ?| [/–—-]{{1,2}} |(?<=[^\W\d])[.,] {_DAY}|(?<=(?:19|20)\d\d)[.,] (?=[A-Za-z])")
_STOP = re.compile(r"""[.;:,]["”’')\]]*$""")
_WITH_ARTICLE = re.compile(r"the \S+ \S", re.IGNORECASE)
_MOTTO = re.compile(r"[a-z~–—-].*[^.]")


class Masthead(Struct, frozen=True):
    """The outlet's name, the lines that are furniture with it (its own, a motto, a number), and the days they name."""

    name: str
    lines: tuple[Span, ...]
    days: tuple[PublishingDate, ...]


def masthead(text: str, lines: list[Line], furniture: Set[Span]) -> Masthead | None:
    """The first masthead near the head of a text, or None. `furniture` are the lines that are known to be no report."""
    head = _Head(text, lines, furniture)
    return next((found for n in range(min(NEAR_LINES, len(lines))) if (found := head.read(n))), None)


class _Head(Struct, frozen=True):
    """The lines of a text, asked about those near its head."""

    text: str
    lines: list[Line]
    furniture: Set[Span]

    def read(self, n: int) -> Masthead | None:
        """The masthead that the n-th line is, with the lines that belong to it; None where it is none."""
        line = self.lines[n].span
        if len(line) > LONGEST:
            return None
        name, *others = self.pieces(n)
        days = tuple(filter(None, map(publishing_date, others)))
        if line in self.furniture and not days:
            return None
        below = tuple(self.below(n))
        if not (self.is_named(n, name, dated=bool(days)) or self.is_bare(n, name, dated=bool(days))):
            return None
        days += tuple(day for m in below for piece in self.pieces(m) if (day := publishing_date(piece)))
        return Masthead(name, (line, *(self.lines[m].span for m in below)), days)

    def is_named(self, n: int, name: str, *, dated: bool) -> bool:
        """A name of an outlet's form: beside a date; first, above more of the head; or next to a byline or a date."""
        if not is_outlet(name) or dated:
            return dated and is_outlet(name)
        if n:
            return self.is_beside_furniture(n)
        above_words = not self.lines[0].set_off and self.lines[1].span not in self.furniture
        return above_words or _WITH_ARTICLE.match(name) is not None or self.is_dated(1) or self.has_headline_below(0)

    def is_bare(self, n: int, name: str, *, dated: bool) -> bool:
        """A name and no more, first and above a headline: in capitals with a date or a number, or above a motto."""
        if n or not is_bare_name(name) or not self.has_headline_below(0):
            return False
        below = tuple(self.below(0))
        return (name.isupper() and (dated or bool(below))) or any(map(self.is_motto, below))

    def below(self, n: int) -> Iterator[int]:
        """The lines right below the n-th that are a number, a date or a motto."""
        for m in range(n + 1, min(n + 4, len(self.lines))):
            if self.lines[m - 1].set_off or not (self.is_dated(m) or self.is_motto(m)):
                return
            yield m

    def is_beside_furniture(self, n: int) -> bool:
        """True where a byline or a date stands right above the n-th line, or a date right below it."""
        above = not self.lines[n - 1].set_off and self.lines[n - 1].span in self.furniture
        return above or (not self.lines[n].set_off and self.is_dated(n + 1))

    def has_headline_below(self, n: int) -> bool:
        """True where a line below is no sentence and set off, or has a byline or the like below it."""
        for m in range(n + 1, min(n + 1 + HEADLINE_LINES, len(self.lines) - 1)):
            if self.is_dated(m) or self.is_motto(m):
                continue
            line = self.lines[m]
            alone = line.set_off or self.lines[m + 1].span in self.furniture or self.is_dated(m + 1)
            return line.span not in self.furniture and len(line.span) <= LONGEST and alone and not _STOP.search(self.words(m))
        return False

    def is_dated(self, n: int) -> bool:
        """True where a date, or the number of an issue, stands on the n-th line by itself or between bars."""
        short = n < len(self.lines) and len(self.lines[n].span) <= LONGEST
        return short and any(publishing_date(piece) or is_issue(piece) for piece in self.pieces(n))

    def is_motto(self, n: int) -> bool:
        """True where the n-th line begins small and ends without a stop: "a newsletter about the sea"."""
        span = self.lines[n].span
        return span not in self.furniture and len(span) <= LONGEST and _MOTTO.fullmatch(self.words(n)) is not None

    def pieces(self, n: int) -> list[str]:
        """The pieces of the n-th line that bars, dashes, or a stop before a date set apart."""
        return _BETWEEN.split(self.words(n))

    def words(self, n: int) -> str:
        """The words of the n-th line."""
        span = self.lines[n].span
        return said_in(self.text, span.start, span.end)
