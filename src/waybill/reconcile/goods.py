"""What a figure counts of its unit: of which goods, at which stage, on which way."""

from msgspec import Struct
from msgspec.structs import replace

from waybill.model.claim import Mode, Slot, Stage
from waybill.model.things import Item, Place
from waybill.reconcile.statement import Statement

UNSAID: Stage = "unspecified"


class Goods(Struct, frozen=True):
    """What a figure counts of a unit: at which stage, and where it says so of which item, on which way. None is any."""

    stage: Stage
    item: Item | None = None
    origin: str | None = None
    destination: str | None = None
    via: str | None = None
    vessel: str | None = None
    mode: tuple[Mode, ...] | None = None

    def includes(self, other: "Goods") -> bool:
        """True where all that the other counts is counted here too.

        A way left unsaid by the other is taken as the same: our convention, for a port says it as well.
        """
        same = all(own is None or own == theirs for own, theirs in zip(self._named, other._named, strict=True))
        return same and self.item in (None, other.item) and self.stage == other.stage and self._goes_as(other)

    def may_be(self, other: "Goods") -> bool:
        """True where nothing that both name differs; goods of one class and no other calibre are the same, and so are any where
        one is too general to have a class ("munitions")."""
        same = all(None in (own, theirs) or own == theirs for own, theirs in zip(self._named, other._named, strict=True))
        stages = self.stage == other.stage or UNSAID in (self.stage, other.stage)
        return same and stages and self._goes_as(other) and _may_be_item(self.item, other.item)

    @property
    def _named(self) -> tuple[str | None, ...]:
        """The ends and stops of the way, and the ship."""
        return (self.origin, self.destination, self.via, self.vessel)

    def _goes_as(self, other: "Goods") -> bool:
        return not (self.mode and other.mode and {*self.mode}.isdisjoint(other.mode))


def goods_of(statement: Statement) -> Goods:
    """What a statement counts of its unit."""
    frame = statement.claim.frame
    item, vessel = frame.item.value if frame.item else None, frame.vessel.value if frame.vessel else None
    unit = statement.quantity.unit if statement.quantity else None
    return Goods(
        statement.stage,
        replace(item, name=item.name.casefold()) if item and (item.name.casefold() != unit or item.calibre_mm) else None,
        _place(statement, "origin"),
        _place(statement, "destination"),
        _place(statement, "via"),
        vessel.id if vessel else None,
        frame.mode.value if frame.mode else None,
    )


def _may_be_item(some: Item | None, other: Item | None) -> bool:
    if some is None or other is None or some.item_class is None or other.item_class is None:
        return True
    calibres = some.calibre_mm == other.calibre_mm or None in (some.calibre_mm, other.calibre_mm)
    return some.item_class == other.item_class and calibres


def _place(statement: Statement, leg: str) -> str | None:
    """A place of the way; None where none is named but the country at that end."""
    slot: Slot[Place] | None = getattr(statement.claim.frame, leg)
    if slot is None or slot.value is None or not statement.says_where(slot):
        return None
    return slot.value.id or slot.value.name.casefold()
