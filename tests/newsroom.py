"""Publications and claims made by hand, for tests that begin after extraction."""

from datetime import date
from hashlib import sha256
from typing import Any

from waybill.model.claim import Claim, ClaimId, Frame, Slot, Source
from waybill.model.document import Credit, Document, DocumentId, Publication
from waybill.model.quantity import Quantity
from waybill.model.span import Span
from waybill.model.things import Party, Place
from waybill.model.time import Window

_STATES = {"US": "United States", "South": "South Korea", "Moscow": "Russia", "Kyiv": "Ukraine"}


def write(path: str, text: str, day: str | None = None, **more: Any) -> Publication:
    """A publication; `day` is when it was published. Its id comes from its path, so that equal texts stay apart."""
    sha = sha256(text.encode()).hexdigest()
    ident = DocumentId(sha256(path.encode()).hexdigest()[:12])
    return Publication(ident, Document(text, sha, sha), path, published=date.fromisoformat(day) if day else None, **more)


def credit(name: str, kind: Any = "republished") -> Credit:
    """A credit line that names another outlet."""
    return Credit(name, kind, Span(0, 1))


def say(publication: Publication, words: str, by: str | Source | None = "US officials", **more: Any) -> Claim:
    """An asserted claim of a transfer in these words of the publication.

    `by` None is the outlet's own voice. `supplier`, `recipient` take a country; `amount` (words, Quantity); `when` (words,
    first ISO day, last ISO day); `origin`, `via`, `destination` a place's name; `stage`, `mode`, `item` a value;
    others are fields of Claim.
    """
    source = speaker(by) if isinstance(by, str) else by
    span = find(publication, words)
    frame = _frame(publication, more)
    ident = ClaimId(sha256(f"{publication.id} {span} {by}".encode()).hexdigest()[:12])
    fixed = {"form": "paraphrased", "stance": "asserted", "kind": "transfer", "cue": source.span if source else None}
    return Claim(ident, publication.id, source, content=(span,), frame=frame, **(fixed | more))


def speaker(words: str) -> Source:
    """Officials of the state the words begin with; "analysts" are a crowd; anyone else is unnamed."""
    country = _STATES.get(words.split(maxsplit=1)[0])
    if country:
        return Source(Span(0, 1), words, None, f"{country} government", country, "government")
    return Source(Span(0, 1), words, None, None, None, "crowd" if words == "analysts" else "unnamed")


def find(publication: Publication, words: str) -> Span:
    """Where the words first stand."""
    at = publication.document.text.index(words)
    return Span(at, at + len(words))


def exactly(number: float, unit: str = "container", **more: Any) -> Quantity:
    """ "6,700 containers"."""
    return Quantity(number, number, unit, (number,), **more)


def up_to(number: float, unit: str = "container") -> Quantity:
    """ "up to 1,000 containers"."""
    return Quantity(None, number, unit, (number,), "<")


def more_than(number: float, unit: str = "container") -> Quantity:
    """ "more than 1,000 containers"."""
    return Quantity(number, None, unit, (number,), ">")


def window(first: str | None, last: str | None) -> Window:
    """From one day to another, both known or open."""
    start, end = (date.fromisoformat(day) if day else None for day in (first, last))
    return Window(None, start, start, end, end)


def _frame(publication: Publication, more: dict[str, Any]) -> Frame:
    slots: dict[str, Slot[Any]] = {}
    for side in {"supplier", "recipient"} & more.keys():
        country = more.pop(side)
        slots[side] = Slot(None, country, Party(country, "state", country, None))
    if "amount" in more:
        words, quantity = more.pop("amount")
        slots["quantity"] = Slot(find(publication, words), words, quantity)
    if "when" in more:
        words, first, last = more.pop("when")
        slots["window"] = Slot(find(publication, words), words, window(first, last))
    for place in {"origin", "via", "destination"} & more.keys():
        name = more.pop(place)
        slots[place] = Slot(find(publication, name), name, Place(name, None, None, None, None, name.casefold()))
    for other in {"stage", "mode", "item"} & more.keys():
        slots[other] = Slot(None, str(more[other]), more.pop(other))
    return Frame(**slots)
