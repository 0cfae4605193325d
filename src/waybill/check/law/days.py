"""On which days of a delivery a rule is in force; a renewal that is not held is no end."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from waybill.check.law.holds import NO, YES, Holds, open_if
from waybill.model.time import Window
from waybill.reference.embargoes import Rule


class Span(NamedTuple):
    """From the first to the last day on which a delivery may have moved, both included, None where that is not known."""

    first: date | None
    last: date | None

    def __str__(self) -> str:
        if self.first and self.last:
            return f"on {self.first}" if self.first == self.last else f"between {self.first} and {self.last}"
        if self.first or self.last:
            return f"on or after {self.first}" if self.first else f"on or before {self.last}"
        return "on a day that is not stated"


def span_of(window: Window | None) -> Span:
    """The days of a window at its widest."""
    return Span(window.start_earliest, window.end_latest) if window else Span(None, None)


def days_to_ask(span: Span, rules: Iterable[Rule]) -> tuple[date, ...]:
    """One day of every stretch of a span in which no rule begins or ends: the answers on them are those on all days."""
    first, last = span.first or date.min, span.last or date.max
    edges = {day for rule in rules for day in (rule.since, rule.until) if day and first < day <= last}
    return tuple(sorted({first, *edges}))


def is_in_force(rule: Rule, day: date) -> Holds:
    """Whether it is on a day; open where it ran out and nothing held says whether it was renewed."""
    if day < rule.since:
        return NO
    if rule.until is None or day < rule.until:
        return YES
    return open_if(f"it was renewed after {rule.until}, which is not held") if rule.renewal_unknown else NO


def in_force_over(rule: Rule, days: tuple[date, ...], span: Span) -> Holds:
    """Whether it is in force on all days asked, on some of them, or on none."""
    found = [is_in_force(rule, day) for day in days]
    if all(one == YES for one in found):
        return YES
    if all(one == NO for one in found):
        return NO
    moved = _moved_within(rule, span)
    renewed = next((one.ifs for one in found if one.ifs), ())
    if not any(one == YES for one in found):
        return Holds("open", (*moved, *renewed))
    return Holds("open", moved) if not renewed else Holds("open", (*moved, f"it moved before {rule.until}, or {renewed[0]}"))


def _moved_within(rule: Rule, span: Span) -> tuple[str, ...]:
    first, last = span.first or date.min, span.last or date.max
    edges = (
        f"on or after {rule.since}" if first < rule.since else "",
        f"before {rule.until}" if rule.until and not rule.renewal_unknown and last >= rule.until else "",
    )
    told = " and ".join(filter(None, edges))
    return (f"it moved {told}",) if told else ()
