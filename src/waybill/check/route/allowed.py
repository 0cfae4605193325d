"""The days that a window leaves for the whole way."""

from datetime import date

from msgspec import Struct

from waybill.model.time import Window


class Allowed(Struct, frozen=True):
    """The first and the last day, None where nothing says them. `single` where one day is all that is said: it may be that of
    leaving or of arriving, and the way need not lie in it."""

    first: date | None
    last: date | None
    single: bool = False

    @property
    def days(self) -> int | None:
        """How many days there are, first and last included; None where an edge is open."""
        return (self.last - self.first).days + 1 if self.first and self.last else None

    @property
    def words(self) -> str:
        """How many days, in words."""
        return f"{self.days} day" if self.days == 1 else f"{self.days} days"


def allowed(window: Window | None) -> Allowed:
    """The widest reading: from the earliest start to the latest end."""
    if window is None:
        return Allowed(None, None)
    first = window.start_earliest or window.start_latest
    last = window.end_latest or window.end_earliest
    return Allowed(first, last, first is not None and first == last)
