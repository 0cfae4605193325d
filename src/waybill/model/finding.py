"""What is checked of a delivery, and what a check answers."""

from typing import Literal

from msgspec import Struct

from waybill.model.claim import Mode
from waybill.model.quantity import Quantity
from waybill.model.things import Item, Party, Place, Vessel
from waybill.model.time import Window

Check = Literal["route", "law", "screening", "stock"]
Answer = Literal["yes", "no", "consistent", "unknown"]
"""yes and no are what the facts held allow; consistent: only the most favourable assumption does; unknown: too little is
held."""


class Reason(Struct, frozen=True):
    """One step of an answer, and what it rests on: a publication, a row of a table, claims, or an assumption by its name."""

    text: str
    source: str


class Finding(Struct, frozen=True):
    """The answer to one question about a delivery, worded as what would follow, never as a verdict on anyone."""

    check: Check
    question: str
    answer: Answer
    reasons: tuple[Reason, ...]


class Assumed(Struct, frozen=True):
    """What no sentence says of a slot, and why it is taken so: a join, an inferred side, one of several values."""

    slot: str
    why: str


class Consignment(Struct, frozen=True):
    """A delivery as it is checked: what is known of it, one value a slot. What nobody states is None or empty.

    `amounts` holds one interval a unit. A finding that uses a slot of `assumed` says so.
    """

    supplier: Party | None = None
    recipient: Party | None = None
    goods: tuple[Item, ...] = ()
    amounts: tuple[Quantity, ...] = ()
    window: Window | None = None
    origin: Place | None = None
    via: tuple[Place, ...] = ()
    destination: Place | None = None
    modes: tuple[Mode, ...] = ()
    vessels: tuple[Vessel, ...] = ()
    assumed: tuple[Assumed, ...] = ()
