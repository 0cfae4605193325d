"""What a class of goods is to rules on arms: of a kind that they name, not of it, or open."""

from functools import cache
from typing import Literal, cast

from msgspec import Struct

from waybill.model.things import Item
from waybill.reference.tables import rows_of

IsOf = Literal["yes", "open", "no"]
KINDS = ("arms", "heavy", "missile", "salw", "vessel", "helicopter", "vehicle", "dual_use")
_REVERSED: dict[IsOf, IsOf] = {"yes": "no", "open": "open", "no": "yes"}
_WORSE: tuple[IsOf, ...] = ("no", "open", "yes")


class ItemClass(Struct, frozen=True):
    """A row of item_classes.csv: `called` in words, its category of the Wassenaar Munitions List and of the UN Register."""

    item_class: str
    words: frozenset[str]
    called: str
    wassenaar_ml: str
    unroca: str
    kinds: tuple[tuple[str, IsOf], ...]
    note: str

    def is_of(self, kind: str) -> IsOf:
        """Whether such goods are of a kind that rules name; "capability": any goods that could strengthen armed forces."""
        known = dict(self.kinds)
        if kind == "capability":
            return "yes" if known["arms"] == "yes" else "open"
        if kind == "arms_but_salw":
            return min(known["arms"], _REVERSED[known["salw"]], key=_WORSE.index)
        return known[kind]


@cache
def item_classes() -> tuple[ItemClass, ...]:
    """All classes, those narrowed by words after the whole class."""
    return tuple(map(_class, rows_of("item_classes.csv")))


def class_of(item: Item) -> ItemClass:
    """The narrowest row for an item; the one of goods that need not be arms where it has no class."""
    rows = [row for row in item_classes() if row.item_class == (item.item_class or "")]
    plain = item.name.casefold()
    named = {word.removesuffix("s") for form in (plain.replace("-", " "), plain.replace("-", "")) for word in form.split()}
    narrowed = [row for row in rows if row.words & named]
    return (narrowed or rows or [item_classes()[0]])[0]


def _class(row: dict[str, str]) -> ItemClass:
    kinds = tuple((kind, cast(IsOf, row[kind])) for kind in KINDS)
    return ItemClass(
        row["class"], frozenset(row["words"].split()), row["called"], row["wassenaar_ml"], row["unroca"], kinds, row["note"]
    )
