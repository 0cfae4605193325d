"""When: windows with uncertain edges."""

from datetime import date
from typing import Literal

from msgspec import Struct


class Timex(Struct, frozen=True, gc=False):
    """A time expression as TIMEX3 (TimeML 1.2.1) writes it, e.g. DATE 2023-09, DURATION P3W, DATE PRESENT_REF."""

    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str


class Window(Struct, frozen=True, gc=False, omit_defaults=True):
    """A stretch of time whose two edges may each be uncertain; every edge is a closed day, None where nothing bounds it.

    "The deliveries took place between A and B": start A-A, end B-B. One event between A and B: all four span A to B.
    `edtf` is the expression in EDTF (ISO 8601-2), with X for digits that stay open, or None where EDTF cannot say it.
    """

    edtf: str | None = None
    start_earliest: date | None = None
    start_latest: date | None = None
    end_earliest: date | None = None
    end_latest: date | None = None
    timex: Timex | None = None
    inferred: str | None = None
    """What the words leave out and the text says elsewhere: 'year: as of "7 September 2023"'."""

    def __post_init__(self) -> None:
        for low, high in (
            (self.start_earliest, self.start_latest),
            (self.end_earliest, self.end_latest),
            (self.start_earliest, self.end_latest),
        ):
            if low and high and low > high:
                raise ValueError(f"window runs backwards: {low} after {high}")
