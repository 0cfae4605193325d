"""What is concluded: lines, deliveries and what the claims jointly allow."""

from dataclasses import dataclass
from datetime import date
from typing import NewType

from waybill.model.claim import ClaimId, Mode
from waybill.model.quantity import Quantity
from waybill.model.things import Place
from waybill.model.time import Window

DeliveryId = NewType("DeliveryId", str)


@dataclass(frozen=True, slots=True)
class Join:
    """What no sentence says and Waybill put together ("all 1,000 left from Najin"); to accept or split."""

    says: str
    claims: tuple[ClaimId, ...]


@dataclass(frozen=True, slots=True)
class Stated:
    """A value of a delivery with the claims that state it."""

    value: Quantity | Window | Place | tuple[Mode, ...]
    text: str
    claims: tuple[ClaimId, ...]


@dataclass(frozen=True, slots=True)
class Delivery:
    """One movement as its claims tell it. Each slot holds every value stated, in claim order, never a blend of them."""

    id: DeliveryId
    claims: tuple[ClaimId, ...]
    joins: tuple[Join, ...]
    quantity: tuple[Stated, ...]
    window: tuple[Stated, ...]
    origin: tuple[Stated, ...]
    via: tuple[Stated, ...]
    destination: tuple[Stated, ...]
    mode: tuple[Stated, ...]
    originators: int
    echoes: int


@dataclass(frozen=True, slots=True)
class Bound:
    """What the claims force on the cumulative quantity of one unit at the end of a day; `high` None where nobody states one."""

    date: date
    unit: str
    low: float
    high: float | None
    claims: tuple[ClaimId, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """Supplier to recipient, with what is said to have moved. A party nobody names is "unresolved"."""

    supplier: str
    recipient: str
    deliveries: tuple[Delivery, ...]
    bounds: tuple[Bound, ...]
