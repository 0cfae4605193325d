"""Every time expression of a text, resolved against the date it was published."""

from collections.abc import Iterator, Sequence, Set
from datetime import date

from msgspec.structs import replace

from waybill.model.mention import Mention
from waybill.model.parse import Parse
from waybill.model.span import Span
from waybill.resolve.times.anchored import counted
from waybill.resolve.times.events import dated_events, since_events
from waybill.resolve.times.grammar import Found, expressions
from waybill.resolve.times.periods import Period, around
from waybill.resolve.times.quarters import year_of_months
from waybill.resolve.times.ranges import bound, ranges
from waybill.resolve.times.reading import EITHER_ORDER, Context, Reading
from waybill.resolve.times.relation import Relation, relation_at
from waybill.resolve.times.settle import in_order, order_told, settled
from waybill.resolve.times.spoken import Memory, Spoken, remembered
from waybill.resolve.times.window import window

Read = tuple[Found, Reading]

_YEARS = range(1000, 3001)
"""The years a report may be published in, so that no step leaves the calendar; another date counts as none."""


def find_times(parse: Parse, published: date | None) -> tuple[Mention, ...]:
    """Every time expression as a Mention with a Window, in text order; a range or a list is a mention beside those of its days.

    A span is the expression without its preposition, as TimeBank has it; a range's runs from "between" or "from" to its end.
    `Mention.unresolved` is "year" where no year is known, "published date" where the words count from one that nobody gave.
    """
    published = published if published and published.year in _YEARS else None
    read = settled(parse, _readings(parse, published), published)
    events = dated_events(parse, read)
    counts = tuple(counted(parse, read, events))
    bounded = ranges(parse, read, published)
    lengths = {r.length for r in bounded}
    single = [each for each in read if each[0].match.start() not in lengths]
    found = [
        *_singles(parse, single, published, counts, {end for r in bounded for end in r.ends}),
        *(r.mention for r in bounded),
        *since_events(parse, events, published),
        *counts,
    ]
    return tuple(sorted(found, key=lambda m: (m.span.start, -m.span.end)))


def _readings(parse: Parse, published: date | None) -> list[Read]:
    """Expressions with their readings, those of "7/9/2023" in the order of day and month that a later date may tell."""
    found = tuple(expressions(parse))
    read = _in_turn(parse, found, published, None)
    told = order_told(read)
    if told and any(reading.unresolved == EITHER_ORDER for _, reading in read):
        return _in_turn(parse, found, published, told)
    return read


def _in_turn(parse: Parse, expressed: Sequence[Found], published: date | None, told: Read | None) -> list[Read]:
    """Expressions with their readings; each may go back to the one before. `told` is what tells the order of day and month."""
    read: list[Read] = []
    context = Context(parse, 0, published)
    for found in expressed:
        context = replace(context, token=found.first, relation=relation_at(parse, found.first))
        meant = found.rule.read(found.match, context)
        if meant is None:
            continue
        reading = in_order(meant, told)
        read.append((found, reading))
        if reading.period and not reading.derived:
            context = replace(context, last=reading.period, spoken=_spoken(parse, context, read, reading.period))
            if reading.period.unit == "quarter" and context.direction != "future":
                context = replace(context, last_quarter=reading.period, reported=reading.period)
            if reading.bare is None:
                context = replace(context, last_year=reading.period.first.year)
        elif reading.unresolved:
            context = replace(context, spoken=())
        elif year := year_of_months(found.match, context):
            context = replace(context, reported=year)
    return read


def _spoken(parse: Parse, context: Context, read: Sequence[Read], period: Period) -> Memory:
    """What the text has spoken of by the last reading, of which the period is known; of a list its last day."""
    found, reading = read[-1]
    first = last = period
    if reading.timex is None and reading.last and period.unit == "day":
        last = around("day", reading.last)
        first = last if reading.listed else period
    joined = len(read) > 1 and read[-2][1].period is not None and not read[-2][1].derived and bound(parse, *read[-2:])
    return remembered(context.spoken, Spoken(first, last, parse.sentence_at(found.first)[0]), joined)


def _singles(
    parse: Parse, read: list[Read], published: date | None, counts: Sequence[Mention], ends: Set[int]
) -> Iterator[Mention]:
    """The mentions of expressions, and of the days they list; of a count from a day, the length is no mention of its own.

    The two ends of a range, which are given by where they begin, are plain dates: "from" and "until" are the range's.
    """
    counting = {token: mention for mention in counts for token in parse.tokens_in(mention.span)}
    for found, reading in read:
        if found.first not in counting:
            relation = "" if found.match.start() in ends else relation_at(parse, found.first)
            yield from _mentions(parse, found, reading, relation, published)
        elif reading.first:
            yield from _mentions(parse, found, reading, "", published)


def _mentions(parse: Parse, found: Found, reading: Reading, relation: Relation, published: date | None) -> Iterator[Mention]:
    for span, each in ((Span(*found.match.span()), reading), *reading.listed):
        value, *others = (window(r, found.match[0], relation, published) for r in (each, *each.candidates))
        yield Mention("time", span, span.text_of(parse.text), value, each.unresolved, tuple(others))
