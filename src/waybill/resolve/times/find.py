"""Every time expression of a text, resolved against the date it was published."""

from datetime import date

from msgspec.structs import replace

from waybill.model.mention import Mention
from waybill.model.parse import Parse
from waybill.model.span import Span
from waybill.resolve.times.grammar import Found, expressions
from waybill.resolve.times.ranges import ranges
from waybill.resolve.times.reading import Context, Reading
from waybill.resolve.times.relation import relation_at
from waybill.resolve.times.settle import settled
from waybill.resolve.times.window import window

_YEARS = range(1000, 3001)
"""The years a report may be published in, so that no step leaves the calendar; another date counts as none."""


def find_times(parse: Parse, published: date | None) -> tuple[Mention, ...]:
    """Every time expression as a Mention with a Window, in text order; a range of two dates is a further mention of its own.

    A span is the expression without its preposition, as TimeBank has it; a range's runs from "between" or "from" to its end.
    `Mention.unresolved` is "year" where no year is known, "published date" where the words count from one that nobody gave.
    """
    published = published if published and published.year in _YEARS else None
    read = settled(parse, _readings(parse, published), published)
    singles = [_mention(parse, found, reading, published) for found, reading in read]
    found = [*singles, *ranges(parse, read, published)]
    return tuple(sorted(found, key=lambda m: (m.span.start, -m.span.end)))


def _readings(parse: Parse, published: date | None) -> list[tuple[Found, Reading]]:
    """Expressions with their readings; each may go back to the one before."""
    read: list[tuple[Found, Reading]] = []
    context = Context(parse, 0, published)
    for found in expressions(parse):
        context = replace(context, token=found.first, relation=relation_at(parse, found.first))
        reading = found.read(found.match, context)
        if reading is None:
            continue
        read.append((found, reading))
        if reading.period and not reading.derived:
            context = replace(context, last=reading.period)
            if reading.period.unit == "quarter":
                context = replace(context, last_quarter=reading.period)
            if reading.bare is None:
                context = replace(context, last_year=reading.period.first.year)
    return read


def _mention(parse: Parse, found: Found, reading: Reading, published: date | None) -> Mention:
    text = found.match[0]
    relation = relation_at(parse, found.first)
    value, *others = (window(r, text, relation, published) for r in (reading, *reading.candidates))
    return Mention("time", Span(*found.match.span()), text, value, reading.unresolved, tuple(others))
