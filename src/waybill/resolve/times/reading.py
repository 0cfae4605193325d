"""What a time expression is read as, and what is known where it stands."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from waybill.model.parse import Parse
from waybill.model.span import Span
from waybill.model.time import Timex
from waybill.resolve.times.direction import Direction, direction_at
from waybill.resolve.times.periods import Period, Unit
from waybill.resolve.times.relation import Relation
from waybill.resolve.times.spoken import Memory, Spoken, bases

Edges = tuple[date | None, date | None, date | None, date | None]
"""Start earliest and latest, end earliest and latest."""

MonthDay = tuple[int, int | None]

NO_DATE = "published date"
"""The reason where an expression counts from a published date that nobody gave."""
NO_REFERENCE = "reference time"
"""The reason where an expression counts from a time the text has not named ("three days later")."""
EITHER_ORDER = "day or month first"
"""The reason of "7/9/2023"."""
NO_DAY = "no such day"
"""The reason where the calendar has no such day ("31 February")."""


class Reading(Struct, frozen=True):
    """One expression: its TIMEX3, the days it covers, its EDTF, and what stayed open.

    `edges` stand where the words leave them loose ("recent weeks"); else they follow from `first` and `last`.
    `period` is the calendar unit meant, to which later words ("the same day", "a year earlier") can go back.
    """

    timex: Timex | None
    first: date | None = None
    last: date | None = None
    edtf: str | None = None
    unresolved: str | None = None
    edges: Edges | None = None
    period: Period | None = None
    candidates: "tuple[Reading, ...]" = ()
    """The readings that remain where the words allow several."""
    bare: MonthDay | None = None
    """What was said of a date without its year: the day None for a month alone."""
    listed: "tuple[tuple[Span, Reading], ...]" = ()
    """The single days of a list of days, with their spans."""
    order: Literal["day", "month", ""] = ""
    """Which of two figures came first, where only one order gave a day."""
    inferred: str | None = None
    """What was taken from elsewhere in the text, and from where."""
    derived: bool = False
    """True where it was reached from another period ("a year ago"): the text goes on speaking of that one."""


class Context(Struct, frozen=True):
    """Where an expression stands: its first token, the document's date, and the period last spoken of.

    A time that stays open takes what was spoken of with it: "the next day" behind it is counted from nothing before. Of
    "7/9/2023" this holds only where no date of the text tells the order of day and month.
    """

    parse: Parse
    token: int
    anchor: date | None
    last: Period | None = None
    last_quarter: Period | None = None
    reported: Period | None = None
    """What figures were last told of: a quarter, or the year of "the nine months"; "a year earlier" goes back from it."""
    last_year: int | None = None
    """The year of the last date that was said with its year."""
    relation: Relation = ""
    spoken: Memory = ()
    """All that was spoken of before, as far as words go back."""

    def bases(self, unit: Unit, step: int) -> tuple[Period, ...]:
        """What words of a unit count from in the text, as `spoken.bases` has it."""
        return bases(self.spoken, unit, step, self._sentence_before)

    @property
    def near(self) -> Spoken | None:
        """What was last spoken of, where it stands in the same sentence or the one before."""
        return self.spoken[0] if self.spoken and self.spoken[0].sentence >= self._sentence_before else None

    @property
    def _sentence_before(self) -> int:
        sentence = self.parse.sentence_at(self.token)[0]
        return self.parse.sentence_at(max(sentence - 1, 0))[0]

    @property
    def before(self) -> str:
        """The lower-case word left of the expression."""
        return self.parse.word[self.token - 1].lower() if self.token else ""

    def counts(self, end: int) -> bool:
        """True where what follows the expression, which ends at an offset, is what a number would count ("the 7th ship")."""
        after = bisect_left(self.parse.start, end)
        return after < len(self.parse) and self.parse.pos[after] in ("NOUN", "PROPN", "ADJ", "NUM")

    @property
    def direction(self) -> Direction:
        """Whether what governs the expression lies behind or ahead."""
        return direction_at(self.parse, self.token)


def dated(period: Period, kind: Literal["DATE", "TIME"] = "DATE") -> Reading:
    """The reading of words that mean a calendar unit."""
    return Reading(Timex(kind, period.timex), period.first, period.last, period.edtf, period=period)


def one_of(readings: Sequence[Reading], otherwise: Reading) -> Reading:
    """The only reading; else what stands where it stays open, with the readings that remain."""
    return readings[0] if len(readings) == 1 else replace(otherwise, candidates=tuple(readings))


def open_date(value: str, reason: str, edtf: str | None = None) -> Reading:
    """The reading of a date part of which stays open; `value` and `edtf` have X there."""
    return Reading(Timex("DATE", value), edtf=edtf, unresolved=reason)


def duration(value: str) -> Reading:
    """The reading of a length: it has no place in the calendar."""
    return Reading(Timex("DURATION", value))
