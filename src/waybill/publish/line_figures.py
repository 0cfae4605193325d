"""What the figures of one line force, allow and exclude."""

from collections.abc import Sequence

from msgspec.structs import replace

from waybill.model.delivery import Bound, Contradiction, Line, Peak, ReadAs, Reckoning, Within
from waybill.publish.desk import Desk
from waybill.publish.sheet import Entry, Section

_NAMES: dict[ReadAs, str] = {
    "floors": "figures read as floors",
    "totals": "amounts read as all that moved",
    "bridged-floors": "one unit from another, figures read as floors",
    "bridged-totals": "one unit from another, amounts read as all that moved",
}

_IF: dict[ReadAs, str] = {
    "floors": "",
    "totals": " if an amount is all that moved",
    "unsaid": " if what names no goods, stage or way counts those that others name",
    "starts": " if counts that name no start begin alike",
    "hedged": " if what is called possible is so",
    "bridged-floors": " if a factor holds",
    "bridged-totals": " if a factor holds and an amount is all that moved",
}


def contradictions(desk: Desk, line: Line) -> tuple[Section, ...]:
    """The figures that exclude each other, a section a reading; setting aside any one of a set resolves it, and none is
    preferred."""
    return tuple(_excluding(desk, line, reading) for reading in _IF)


def variants(desk: Desk, line: Line) -> Section:
    """The figures of one originator, or of one text, that exclude each other."""
    entries = tuple(Entry((desk.labels.of(c.claims), c.why), c.claims) for c in line.variants)
    return Section("Wording differs (of one originator, or of one text)", (), entries)


def bounds(desk: Desk, line: Line) -> Section:
    """What the figures force on the cumulative quantity, date by date."""
    entries = [
        Entry((b.date.isoformat(), b.unit, f"{b.low:,.0f}", _ceiling(b), desk.labels.of(b.claims), b.why), b.claims)
        for b in line.bounds
    ]
    title = "Computed: cumulative bounds, figures read as floors"
    note = "Round figures are taken with their tolerance (docs/glossary.md)." if entries else None
    return Section(title, ("BY THE END OF", "UNIT", "AT LEAST", "AT MOST", "FROM", "COMPUTED"), tuple(entries), note)


def readings(desk: Desk, line: Line) -> tuple[Section, ...]:
    """What the figures allow in every other reading, with what is then assumed."""
    return tuple(_reading(desk, reading) for reading in line.readings)


def bridged(desk: Desk, line: Line) -> tuple[Section, ...]:
    """What one unit says of another by a factor: of each count the row of its last day, and what nothing is made of."""
    latest = [replace(r, bounds=_last(r.bounds)) for r in line.readings if r.name.startswith("bridged")]
    return tuple(_reading(desk, reading) for reading in latest)


def peaks(desk: Desk, line: Line) -> Section:
    """How much must have come on some day, by unit and reading."""
    entries = [Entry((_unit(p), f"{p.per_day:,g}", _NAMES[p.reading], desk.labels.of(p.claims)), p.claims) for p in line.peaks]
    return Section("Computed: on some day at least", ("UNIT", "A DAY", "READING", "FROM"), tuple(entries))


def _excluding(desk: Desk, line: Line, reading: ReadAs) -> Section:
    entries = [e for found in line.contradictions if found.reading == reading for e in _contradiction(desk, found)]
    return Section(f"Cannot all be true{_IF[reading]} (setting aside any one of a row resolves it)", (), tuple(entries))


def _contradiction(desk: Desk, found: Contradiction) -> tuple[Entry, ...]:
    """The set and why, and below it what dissolves it too."""
    entry = Entry((desk.labels.of(found.claims), found.why), found.claims)
    ways = "; ".join(found.dissolved_by)
    return (entry, Entry(("or", ways), found.claims, depth=1)) if ways else (entry,)


def _reading(desk: Desk, reading: Reckoning) -> Section:
    entries = tuple(
        Entry(
            (
                w.since.isoformat() if w.since else "the beginning",
                w.date.isoformat(),
                _unit(w),
                f"{w.low:,.0f}",
                _high(w),
                desk.labels.of(w.claims),
            ),
            w.claims,
        )
        for w in reading.bounds
    )
    columns = ("FROM", "TO THE END OF", "UNIT", "AT LEAST", "AT MOST", "CLAIMS")
    return Section(f"Computed: {_NAMES[reading.name]}", columns if entries else (), entries, _note(desk, reading))


def _last(rows: Sequence[Within]) -> tuple[Within, ...]:
    return tuple({(row.since, row.unit, row.of): row for row in rows}.values())


def _note(desk: Desk, reading: Reckoning) -> str:
    """What is assumed, and what nothing is made of."""
    assumed = [f"Assumed: {'; '.join(reading.assumptions)}."] if reading.assumptions else []
    without = [f"Not computed: {' '.join(filter(None, (desk.labels.of(out.claims), out.why)))}." for out in reading.left_out]
    return " ".join((*assumed, *without))


def _unit(counted: Within | Peak) -> str:
    return f"{counted.unit} ({counted.of})" if counted.of else counted.unit


def _high(within: Within) -> str:
    return "none follows" if within.high is None else f"{within.high:,.0f}"


def _ceiling(bound: Bound) -> str:
    return "none follows" if bound.high is None else f"{bound.high:,.0f}"
