"""What figures allow in each reading, and which cannot all be true, as plain records."""

from collections.abc import Sequence

from waybill.model.delivery import Contradiction, Line, Peak, Reckoning, Within, Wording
from waybill.publish.value_records import Record, day, number


def reading_records(line: Line) -> Record:
    """The readings of a line beside `bounds`, its contradictions, what only differs in wording, its daily peaks, and its
    statements that are held in several wordings."""
    return {
        "readings": [_reading(r) for r in line.readings],
        "contradictions": contradiction_records(line.contradictions),
        "wording_differs": contradiction_records(line.variants),
        "peaks": [_peak(p) for p in line.peaks],
        "wordings": [_wording(w) for w in line.wordings],
    }


def contradiction_records(found: Sequence[Contradiction]) -> list[Record]:
    """Sets that cannot all be true, each with the reading under which it cannot."""
    return [_contradiction(c) for c in found]


def _reading(reading: Reckoning) -> Record:
    return {
        "name": reading.name,
        "assumptions": list(reading.assumptions),
        "bounds": [_within(w) for w in reading.bounds],
        "left_out": [{"claims": list(out.claims), "why": out.why} for out in reading.left_out],
    }


def _within(within: Within) -> Record:
    """`since` is the day that it counts from, None the very beginning; `of` which goods of the unit it counts, None for all."""
    return {
        "date": day(within.date),
        "unit": within.unit,
        "low": number(within.low),
        "high": number(within.high),
        "claims": list(within.claims),
        "since": day(within.since),
        "of": within.of or None,
    }


def _contradiction(contradiction: Contradiction) -> Record:
    """`resolved_by`: the claims of which setting aside any one resolves it, none preferred; `dissolved_by`: what else does."""
    return {
        "claims": list(contradiction.claims),
        "why": contradiction.why,
        "reading": contradiction.reading,
        "resolved_by": list(contradiction.claims),
        "dissolved_by": list(contradiction.dissolved_by),
    }


def _peak(peak: Peak) -> Record:
    return {
        "reading": peak.reading,
        "unit": peak.unit,
        "of": peak.of or None,
        "per_day": number(peak.per_day),
        "claims": list(peak.claims),
    }


def _wording(wording: Wording) -> Record:
    """`stands` are the claims its figure rests on, none where only paraphrases are held."""
    said = [{"text": words, "claims": list(claims)} for words, claims in wording.said]
    return {"said": said, "stands": list(wording.stands), "why": wording.why}
