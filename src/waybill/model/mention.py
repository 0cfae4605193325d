"""Words that name a time, an amount, a place, a party, an item or a vessel."""

from typing import Literal

from msgspec import Struct

from waybill.model.quantity import Quantity
from waybill.model.span import Span
from waybill.model.things import Item, Party, Place, Vessel
from waybill.model.time import Window

MentionKind = Literal["time", "quantity", "place", "party", "item", "vessel"]
MentionValue = Window | Quantity | Place | Party | Item | Vessel


class Mention(Struct, frozen=True):
    """A span and what it means. `unresolved` says what stayed open and why ("year: no date is known"); the value may then be
    None or partial. `candidates` are the further readings that remain, best first.
    """

    kind: MentionKind
    span: Span
    text: str
    value: MentionValue | None
    unresolved: str | None = None
    candidates: tuple[MentionValue, ...] = ()
    adjectival: bool = False
    """True where the words only qualify others: "German" in "German trucks", "Ukraine" in "180 miles from Ukraine's border"."""

    def __post_init__(self) -> None:
        if self.value is None and not self.unresolved:
            raise ValueError("a mention without a value says why")
