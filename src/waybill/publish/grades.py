"""Admiralty grades to readers: every letter and digit with what it means and the rule or row that gave it."""

from waybill.model.delivery import Line
from waybill.model.grade import Grade
from waybill.publish.sheet import Entry, Section
from waybill.reference.admiralty import meanings

NOTE = (
    "Reliability comes from your table of sources (--sources FILE), credibility by rule; F and 6 mean that nothing can be "
    "judged, and are no middle value. How likely it is no rule says: that is an analyst's judgement."
)


def grades(line: Line) -> Section:
    """One row a delivery: its originators each with its letter, the digit, and the rule."""
    told = [(d, d.grade) for d in line.deliveries if d.grade is not None]
    entries = tuple(
        Entry((f"delivery {d.id}", _sources(grade), f"{grade.credibility} {_digit(grade)}", grade.rule), d.claims)
        for d, grade in told
    )
    return Section("Grades (Admiralty)", ("", "SOURCES", "INFORMATION", "RULE"), entries, NOTE if entries else None)


def grade_record(grade: Grade | None) -> dict[str, object] | None:
    """The grade as data."""
    if grade is None:
        return None
    return {
        "sources": [
            {
                "originator": s.originator,
                "name": s.name,
                "reliability": s.reliability,
                "meaning": meanings()[s.reliability],
                "why": s.why,
            }
            for s in grade.sources
        ],
        "credibility": grade.credibility,
        "meaning": _digit(grade),
        "rule": grade.rule,
    }


def _sources(grade: Grade) -> str:
    return ", ".join(f"{s.name} {s.reliability}" for s in grade.sources) or "nobody"


def _digit(grade: Grade) -> str:
    return meanings()[str(grade.credibility)]
