"""An analyst's words for a whole slot: what no cell of a table can say is read as prose would be."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypeVar

from msgspec.structs import replace

from waybill.errors import JudgementError
from waybill.extract.cells import BOUNDS, EDGES, days_said, number_said
from waybill.extract.corrections import COLUMNS
from waybill.model.claim import Claim, Frame, Slot
from waybill.model.mention import Mention
from waybill.model.parse import Parse
from waybill.model.quantity import Quantity
from waybill.model.things import Item
from waybill.model.time import Window
from waybill.parse.english import parse
from waybill.resolve.items import find_items
from waybill.resolve.quantities.find import find_quantities
from waybill.resolve.times.find import find_times
from waybill.settings import Settings

T = TypeVar("T")

SLOTS = ("quantity", "window", "source")
"""What may be given besides the columns of a table of claims."""

_BEFORE_TIME = re.compile(r"(?:(?:in|on|at|the|since|by|before|after|as of|from|during|until|till)\s+)*", re.I)
"""What may stand before a time: it is read with it, though it is not in its span."""

_TO = re.compile(r"\s*(?:-|–|\bto\b)\s*")
"""What stands between two bounds that are bare numbers."""

_LISTED = re.compile(r"\s*(?:,|,?\s*(?:and|or|as well as))\s+", re.IGNORECASE)
"""What stands between the items of one list."""

_ADVICE = {
    "quantity": "write it as 400, or as 'up to 400 containers'",
    "window": "write it as 2023-09-07/2023-10-01, or as '7 September to 1 October 2023'",
}


def understood(
    words: Mapping[str, str], claim: Claim, published: date | None, settings: Settings
) -> tuple[dict[str, str], Frame]:
    """Words by slot or column as cells of a table of claims, and the slots that no cell can say.

    `quantity` may be a number, or an amount in words; a unit or measure that these do not give stays as the claim has it.
    `window` may be an ISO day, month or year, two of them parted by "/", or a time in words, counted from the day it was
    published. `item` is read as prose where it names goods that are known; `source` is the asserter. Raises JudgementError for
    words that tell no amount or time, that tell more than one, and that leave it open.
    """
    said = {column: " ".join(told.split()) for column, told in words.items()}
    if odd := [column for column in said if column not in (*SLOTS, *COLUMNS)]:
        raise JudgementError(f"{odd[0]}: no such slot; give one of {', '.join((*SLOTS, *COLUMNS))}")
    for whole, parts in (("quantity", BOUNDS), ("window", EDGES)):
        if whole in said and (part := next((p for p in parts if p in said), None)):
            raise JudgementError(f"{whole} and {part} say the same thing twice; give one of them")
    amount, time, goods = (said.pop(slot, None) for slot in ("quantity", "window", "item"))
    asserter = {"asserter": said.pop("source")} if "source" in said else {}
    cells = {**asserter, **_bounds(amount), **_edges(time)}
    frame = Frame(
        quantity=_amount(amount, claim, settings) if amount and not _bounds(amount) else None,
        window=_time(time, published, settings) if time and not _edges(time) else None,
        item=_goods(goods, settings) if goods else None,
    )
    bare_goods = {"item": goods} if goods is not None and frame.item is None else {}
    return {**cells, **bare_goods, **said}, frame


def _bounds(words: str | None) -> dict[str, str]:
    """The bounds that a number, two of them ("300-500") or no words at all set; else nothing."""
    if words is None:
        return {}
    ends = _TO.split(words)
    plain = len(ends) <= len(BOUNDS) and all(not words or number_said(end) is not None for end in ends)
    return dict(zip(BOUNDS, ends * 2, strict=False)) if plain else {}


def _edges(words: str | None) -> dict[str, str]:
    """Both edges, of ISO days or of no words at all; else nothing."""
    if words is None:
        return {}
    ends = [end.strip().removeprefix("..") for end in words.split("/")]
    iso = len(ends) <= len(EDGES) and all(not end or days_said(end) for end in ends)
    return dict(zip(EDGES, ends * 2, strict=False)) if iso else {}


def _amount(words: str, claim: Claim, settings: Settings) -> Slot[Quantity]:
    parsed = _parsed(words, settings)
    mention, value = _only("quantity", words, find_quantities(parsed), Quantity)
    if mention.text != words:
        raise JudgementError(f"quantity: only '{mention.text}' of '{words}' is an amount; give that alone")
    read = claim.frame.quantity.value if claim.frame.quantity else None
    if read is not None:
        measure = read.measure if value.measure == "total" else value.measure
        value = replace(value, unit=value.unit or read.unit, measure=measure)
    return Slot(None, words, value)


def _time(words: str, published: date | None, settings: Settings) -> Slot[Window]:
    mention, value = _only("window", words, find_times(_parsed(words, settings), published), Window)
    before = words[: mention.span.start]
    if mention.span.end != len(words) or not _BEFORE_TIME.fullmatch(before):
        raise JudgementError(f"window: only '{mention.text}' of '{words}' is a time; give that alone")
    return Slot(None, words, value)


def _goods(words: str, settings: Settings) -> Slot[Item] | None:
    """The first item of a list with all its words, as prose has it; None where some words are no goods that we know."""
    found = find_items(_parsed(words, settings))
    whole = bool(found) and _LISTED.sub(" ", words) == " ".join(m.text for m in found)
    value = found[0].value if whole else None
    return Slot(None, words, value) if isinstance(value, Item) and not found[0].unresolved else None


def _only(slot: str, words: str, mentions: Sequence[Mention], kind: type[T]) -> tuple[Mention, T]:
    """The one mention that no other holds, with its value."""
    widest = [m for m in mentions if not any(o is not m and o.span.contains(m.span) for o in mentions)]
    if len(widest) != 1:
        told = "tells more than one" if widest else f"tells no {'amount' if slot == 'quantity' else 'time'}"
        raise JudgementError(f"{slot}: '{words}' {told}; {_ADVICE[slot]}")
    mention = widest[0]
    if mention.unresolved or not isinstance(mention.value, kind):
        raise JudgementError(f"{slot}: '{words}' stays open ({mention.unresolved}); {_ADVICE[slot]}")
    return mention, mention.value


def _parsed(words: str, settings: Settings) -> Parse:
    return next(parse([words], settings))
