"""What a figure counts: which kinds of goods its words name."""

import re
from typing import NamedTuple

from msgspec import Struct

from waybill.model.things import Item
from waybill.reconcile.figures import Figure
from waybill.reconcile.statement import Statement
from waybill.reference.factors import Kind
from waybill.reference.munitions import goods_by_head

_AND = re.compile(r"\s*(?:,|\band/or\b|\band\b|\bor\b|\bas well as\b|\balong with\b)\s*", re.IGNORECASE)
_MORE = re.compile(r"\s*,?\s*(?:and|or|as well as|along with)\b", re.IGNORECASE)
_CALIBRE = re.compile(r"\b(\d{2,3}(?:\.\d+)?)[ -]?(?:mm|millimet(?:er|re)s?)\b", re.IGNORECASE)
_TOO_GENERAL = (None, "unspecified")

Kinds = frozenset[Kind]


class Counted(NamedTuple):
    """A figure, the unit it counts, and the kinds of goods that it names, as `kinds_of` gives them."""

    figure: Figure
    unit: str
    kinds: Kinds | None


class Count(Struct, frozen=True):
    """Pieces of a unit, for which several words may stand, the first its name; of goods of these kinds, None for any."""

    units: tuple[str, ...]
    kinds: Kinds | None = None

    def includes(self, some: Counted) -> bool:
        """True where all that a figure counts is counted here too."""
        if some.unit not in self.units:
            return False
        named = some.kinds or ()
        return self.kinds is None or (bool(named) and all(any(_covers(own, kind) for own in self.kinds) for kind in named))

    def is_within(self, some: Counted) -> bool:
        """True where all that is counted here is counted by a figure too."""
        if some.unit not in self.units:
            return False
        if some.kinds is None or self.kinds is None:
            return some.kinds is None
        return all(any(_covers(kind, own) for kind in some.kinds) for own in self.kinds)

    def named_by(self, some: Counted) -> bool:
        """True where a figure says that it counts some of this."""
        if self.kinds is None or some.unit not in self.units:
            return some.unit in self.units
        return any(_covers(own, kind) for own in self.kinds for kind in some.kinds or ())


def counted(figure: Figure) -> Counted:
    """A figure with what its words name."""
    quantity = figure.statement.quantity
    return Counted(figure, (quantity.unit if quantity else None) or "", kinds_of(figure.statement))


def kinds_of(statement: Statement) -> Kinds | None:
    """The kinds of goods that a statement names, several where it names several ("152 mm shells and 122 mm rockets").

    None where it names no goods, for then it counts all; empty where it is too general ("munitions") or goes on behind the
    goods that were read ("152 mm shells and much else").
    """
    slot, quantity = statement.claim.frame.item, statement.quantity
    if slot is None or slot.value is None:
        return None
    item = slot.value
    if quantity and item.name.casefold() == quantity.unit and item.item_class in _TOO_GENERAL and item.calibre_mm is None:
        return None
    if slot.span and _MORE.match(statement.publication.document.text, slot.span.end):
        return frozenset()
    return _of_words(item.name) if _AND.search(item.name) else _of_item(item)


def _of_item(item: Item) -> Kinds:
    return frozenset(
        {Kind(item.item_class, item.calibre_mm)} if item.item_class and item.item_class not in _TOO_GENERAL else ()
    )


def _of_words(words: str) -> Kinds:
    """The kinds of a list; a calibre without a noun is of the next one's ("122 mm and 152 mm shells")."""
    found: set[Kind] = set()
    named: str | None = None
    for part in reversed(_AND.split(words)):
        calibre = _CALIBRE.search(part)
        named = _class_of(_CALIBRE.sub(" ", part).casefold().split()) or (named if calibre else None)
        if named is None or named in _TOO_GENERAL:
            return frozenset()
        found.add(Kind(named, float(calibre[1]) if calibre else None))
    return frozenset(found)


def _class_of(words: list[str]) -> str | None:
    """The class of the longest name of goods that ends the words."""
    plain = [word.removesuffix("s") for word in words]
    rows = goods_by_head().get(plain[-1], ()) if plain else ()
    return next((g.item_class for g in rows if {*g.words} <= {*plain}), None)


def _covers(some: Kind, other: Kind) -> bool:
    """True where all goods of the other kind are of this one."""
    return some.item_class == other.item_class and some.calibre_mm in (None, other.calibre_mm)
