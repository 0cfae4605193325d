"""How one claim reads in a few words: what, by whom, in which form, where."""

import re

from waybill.model.claim import Claim, Slot
from waybill.model.document import Publication
from waybill.model.quantity import Quantity
from waybill.model.things import Item
from waybill.model.time import Window
from waybill.reference.nearness import leg

MOST_WORDS = 90
"""Code points of a content shown where no slot is filled: our convention, about one line."""

_BARE = re.compile(r"[\d.,]+(?: to [\d.,]+)?")
_IMPRINT = ("date_published", "outlet", "url", "asserter")
_FORMS = {"quoted": "quoted", "mixed": "part quoted", "paraphrased": "paraphrase"}


def what(claim: Claim, publication: Publication) -> str:
    """The filled slots in the text's own words; the content itself where none is filled."""
    frame = claim.frame
    told = [
        _of(frame.quantity, frame.item),
        when(frame.window),
        _route(claim),
        _words(frame.mode),
    ]
    parts = [words for words in told if words]
    told_words = ", ".join(parts) if parts else shortened(content(claim, publication))
    return told_words if claim.stance == "asserted" else f"{told_words} [{claim.stance}]"


def content(claim: Claim, publication: Publication) -> str:
    """The words of the content on one line, parts joined by an ellipsis; of a table's row, the telling cells."""
    row = publication.row_at(claim.hull.start)
    if row is not None:
        return "; ".join(c.text for c in row.cells if c.column not in _IMPRINT)
    return " … ".join(" ".join(part.text_of(publication.document.text).split()) for part in claim.content)


def shortened(words: str) -> str:
    """The words, cut at a word's end after about a line."""
    if len(words) <= MOST_WORDS:
        return words
    return words[: words.rfind(" ", 0, MOST_WORDS)] + " …"


def by(claim: Claim) -> str:
    """Who says it, as named in the text or as it resolves."""
    if claim.source is None:
        return "nobody named" if claim.cue else "the outlet"
    name = claim.source.name or " ".join(claim.source.text.split())
    institution = claim.source.institution
    return f"{name} ({institution})" if institution and institution not in name else name


def form(claim: Claim) -> str:
    """Quoted or not, and the basis where one is stated."""
    return _FORMS[claim.form] if claim.basis == "none" else f"{_FORMS[claim.form]}, {claim.basis}"


def where(claim: Claim, publication: Publication, document_label: str) -> str:
    """Document and line, or page where the document has pages."""
    page = publication.document.page_of(claim.hull.start)
    return f"{document_label} p.{page}" if page else f"{document_label}:{publication.document.line_of(claim.hull.start)}"


def counted(number: int, one: str, many: str | None = None) -> str:
    """ "1 echo", "2 echoes"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def when(slot: Slot[Window] | None) -> str:
    """The words of a window with the days they resolve to, where the words do not give those themselves."""
    words = _words(slot)
    window = slot.value if slot else None
    edges = [] if window is None else [window.start_earliest or window.start_latest, window.end_latest or window.end_earliest]
    days = [edge.isoformat() if edge else "…" for edge in edges]
    if not words or not any(edges) or all(day in words for day in days):
        return words
    return f"{words} [{days[0]}]" if days[0] == days[1] else f"{words} [{days[0]} to {days[1]}]"


def amount(slot: Slot[Quantity] | None) -> str:
    """The words of an amount; of a table's bare number, the amount spelt out by its bounds and unit."""
    words = _words(slot)
    quantity = slot.value if slot else None
    if quantity is None or not words or not _BARE.fullmatch(words):
        return words
    low, high = (None if n is None else f"{n:,.0f}" for n in (quantity.low, quantity.high))
    figure = (
        low if low == high else f"up to {high}" if low is None else f"at least {low}" if high is None else f"{low} to {high}"
    )
    return f"{figure} {_plural(quantity.unit)}".strip()


def _plural(unit: str | None) -> str:
    return unit or "" if not unit or unit.isupper() or unit.endswith("s") else f"{unit}s"


def _of(quantity: Slot[Quantity] | None, item: Slot[Item] | None) -> str:
    goods = _words(item)
    much = amount(quantity)
    if much and goods and goods not in much:
        return f"{much} of {goods}"
    return much or goods


def _route(claim: Claim) -> str:
    frame = claim.frame
    legs = (("from", frame.origin), ("via", frame.via), ("to", frame.destination))
    return " ".join(leg(preposition, words) for preposition, slot in legs if (words := _words(slot)))


def _words(slot: Slot[object] | None) -> str:
    return " ".join(slot.text.split()) if slot is not None and slot.span is not None else ""
