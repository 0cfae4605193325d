"""An explanation on a terminal, and as a record."""

from collections.abc import Iterator
from typing import Any

from rich.text import Text

from waybill.model.claim import Slot
from waybill.model.judgement import Correction, Review
from waybill.model.quantity import Quantity
from waybill.model.time import Window
from waybill.publish.decided import MARKS, entered_fit
from waybill.publish.differences import NONE, machine_read, put, slot_words
from waybill.publish.explain import Explanation, Place
from waybill.publish.judgement_records import judgement_record, review_record
from waybill.publish.meanings import meaning
from waybill.publish.records import claim_record
from waybill.publish.value_records import Record, words_record
from waybill.publish.wording import by, content, form, where


def explanation_texts(explanation: Explanation) -> Iterator[Text]:
    """What the id names, then each claim in its paragraph, with what was decided about it."""
    yield Text(explanation.words, style="bold")
    for place in explanation.places:
        yield _in_its_place(place)
        yield from _filled(place)
        yield from _decided(place)


def explanation_record(explanation: Explanation) -> Record:
    """What the id names, the claims as the account has them, each with its paragraph; the judgements on them, or offered."""
    fits = {fit.judgement.number: fit for place in explanation.places for fit in (*place.judgements, *place.offers)}
    return {
        "names": [{"id": e.id, "label": e.label or None, "text": e.words} for e in explanation.exhibits],
        "claims": [_place_record(place) for place in explanation.places],
        "judgements": [judgement_record(fits[number]) for number in sorted(fits)],
    }


def _place_record(place: Place) -> Record:
    document, claim = place.publication.document, place.claim
    review = Review(place.status, tuple(f.judgement.number for f in place.judgements), place.machine)
    return {
        **claim_record(claim, place.publication),
        "line": document.line_of(claim.hull.start),
        "page": document.page_of(claim.hull.start),
        **review_record(claim, place.publication, review),
        "paragraph": words_record(place.paragraph, document.text),
    }


def _in_its_place(place: Place) -> Text:
    """The paragraph with the claim's content marked, under a line that says who, how, where and what was decided."""
    claim, publication = place.claim, place.publication
    place_words = where(claim, publication, publication.path)
    told = f"\n{claim.id}  {by(claim)}, {form(claim)}, {claim.stance}, {claim.kind}  {place_words}  "
    state = f"{MARKS[place.status]} {place.status}".strip()
    marked = Text(place.paragraph.text_of(publication.document.text))
    for part in claim.content:
        marked.stylize("bold underline", part.start - place.paragraph.start, part.end - place.paragraph.start)
    return Text.assemble((told, "dim"), (state, "bold" if place.judgements else "dim"), "\n", marked)


def _filled(place: Place) -> Iterator[Text]:
    """The words that the claim is, and each slot as it stands: its words, what they mean, and what was inferred or is open."""
    yield Text(f"  says: “{content(place.claim, place.publication)}”")
    yield from (Text(f"  {name}: {_slot(name, slot)}") for name, slot in place.claim.frame.filled())


def _slot(name: str, slot: Slot[Any]) -> str:
    words = slot_words(name, slot) or " ".join(slot.text.split())
    means = "" if isinstance(slot.value, Quantity | Window | tuple) else meaning(slot.value)
    whence = [f"inferred: {slot.inferred}"] if slot.inferred else []
    whence += [f"open: {slot.unresolved}"] if slot.unresolved else []
    told = " = ".join(filter(None, (words, means)))
    return f"{told} ({'; '.join(whence)})" if whence else told


def _decided(place: Place) -> Iterator[Text]:
    """Of a corrected claim what the machine read first, then each judgement on it, and each that is offered for it."""
    read = machine_read(place.claim, place.machine)
    if read:
        yield Text(f"  {read}")
    for fit in (*place.judgements, *place.offers):
        puts = _puts(fit.judgement.correction) if fit.judgement.correction else ""
        yield Text(f"  {entered_fit(fit)}{puts}")


def _puts(correction: Correction) -> str:
    """ " [sets quantity up to 400 containers]"."""
    told = (f"no {name}" if words == NONE else f"{name} {words}" for name, words in put(correction))
    return f" [sets {', '.join(told)}]"
