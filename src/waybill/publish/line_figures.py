"""What the figures of one line force, allow and exclude."""

from collections.abc import Sequence

from msgspec.structs import replace

from waybill.model.delivery import Bound, Contradiction, Line, Peak, ReadAs, Reckoning, Within, Wording
from waybill.publish.desk import Desk
from waybill.publish.sheet import Entry, Section
from waybill.publish.slot_words import amount
from waybill.publish.wording import IF

_NAMES: dict[ReadAs, str] = {
    "floors": "figures read as floors",
    "totals": "amounts read as all that moved",
    "bridged-floors": "one unit from another, figures read as floors",
    "bridged-totals": "one unit from another, amounts read as all that moved",
}


def contradictions(desk: Desk, line: Line) -> tuple[Section, ...]:
    """The figures that exclude each other, a section a reading; setting aside any one of a set resolves it, and none is
    preferred."""
    return _by_reading(desk, "Cannot all be true", "setting aside any one of a row resolves it", line.contradictions)


def variants(desk: Desk, line: Line) -> tuple[Section, ...]:
    """The figures of one originator, or of one text, that exclude each other, a section a reading."""
    return _by_reading(desk, "Wording differs", "of one originator, or of one text", line.variants)


def wordings(desk: Desk, line: Line) -> Section:
    """The statements held in several wordings, a row each: what its figure rests on, how it is worded, and why."""
    entries = [Entry((desk.labels.of(w.stands) or "none", _words(desk, w), w.why), w.claims) for w in line.wordings]
    return Section("One statement in several wordings", ("STANDS", "WORDINGS", "WHY"), tuple(entries))


def _words(desk: Desk, wording: Wording) -> str:
    """ "up to 1,000 crates (Q1); more than 1,000 crates (Q2 Q3)"."""
    said = ((desk.claims[claims[0]].frame.quantity, claims) for _, claims in wording.said)
    return "; ".join(f"{amount(slot)} ({desk.labels.of(claims)})" for slot, claims in said)


def bounds(desk: Desk, line: Line) -> Section:
    """What the figures force on the cumulative quantity, date by date."""
    entries = [
        Entry((b.date.isoformat(), b.unit, f"{b.low:,.0f}", _high(b), desk.labels.of(b.claims), b.why), b.claims)
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


def _by_reading(desk: Desk, title: str, note: str, found: Sequence[Contradiction]) -> tuple[Section, ...]:
    sections = []
    for reading, condition in IF.items():
        entries = [entry for c in found if c.reading == reading for entry in _contradiction(desk, c)]
        sections.append(Section(f"{title}{condition} ({note})", (), tuple(entries)))
    return tuple(sections)


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


def _high(bound: Within | Bound) -> str:
    return "none follows" if bound.high is None else f"{bound.high:,.0f}"
