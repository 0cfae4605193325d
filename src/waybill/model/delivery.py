"""What is concluded: lines, deliveries and what the claims jointly allow."""

from datetime import date
from typing import Literal, NewType

from msgspec import Struct

from waybill.model.claim import ClaimId, Mode
from waybill.model.finding import Finding
from waybill.model.grade import Grade
from waybill.model.judgement import JudgementNumber
from waybill.model.quantity import Quantity
from waybill.model.things import Place
from waybill.model.time import Window
from waybill.model.trace import OriginatorId

DeliveryId = NewType("DeliveryId", str)


class Join(Struct, frozen=True):
    """What no sentence says and Waybill put together ("all 1,000 left from Najin"); to accept or split.

    `judged` is the judgement that accepted it or, where an analyst joined the claims herself, that one.
    """

    says: str
    claims: tuple[ClaimId, ...]
    judged: JudgementNumber | None = None


class Stated(Struct, frozen=True):
    """A value of a delivery with the claims that state it."""

    value: Quantity | Window | Place | tuple[Mode, ...]
    text: str
    claims: tuple[ClaimId, ...]


class Delivery(Struct, frozen=True):
    """One movement as its claims tell it. Each slot holds every value stated, in claim order, never a blend of them.

    `claims` are own statements, echoes not included. `backers` are the named originators of independent testimony: neither
    echoes nor circular retellings, and no unnamed officials or crowds, whose independence is unknown: those are
    `unnamed_backers`. `outlet_backers` say it in their own words, without saying whose it is, while others are heard: they
    are no independent origin either. `echoes` counts the publications that repeat one of the claims. Without `particulars`
    no claim gives a figure, a time or a way: it is what is said of the line in general, and no movement. `findings` are there
    once it was checked, `grade` once it was graded.
    """

    id: DeliveryId
    claims: tuple[ClaimId, ...]
    joins: tuple[Join, ...]
    quantity: tuple[Stated, ...]
    window: tuple[Stated, ...]
    origin: tuple[Stated, ...]
    via: tuple[Stated, ...]
    destination: tuple[Stated, ...]
    mode: tuple[Stated, ...]
    backers: tuple[OriginatorId, ...]
    echoes: int
    unnamed_backers: tuple[OriginatorId, ...] = ()
    outlet_backers: tuple[OriginatorId, ...] = ()
    particulars: bool = True
    findings: tuple[Finding, ...] = ()
    grade: Grade | None = None

    @property
    def originators(self) -> int:
        """How many named originators stand behind it."""
        return len(self.backers)

    @property
    def unnamed(self) -> int:
        """How many unnamed ones do, of unknown independence."""
        return len(self.unnamed_backers)


class Bound(Struct, frozen=True):
    """What the claims force on the cumulative quantity of one unit at the end of a day; `high` None where nobody states one.

    `why` says how `low` was computed where it is not a figure somebody states ("about 6,700 containers less 10%"), else "".
    """

    date: date
    unit: str
    low: float
    high: float | None
    claims: tuple[ClaimId, ...]
    why: str = ""


class StatedExtreme(Struct, frozen=True):
    """A ceiling or floor that somebody states for a line in one unit, literally; no tolerance, no blend.

    A `largest` is the largest estimate ("about 6,700") where it exceeds every floor: it bounds nothing. `when` are the windows
    an extreme is stated for, in words, "" where none is.

    Where nobody states one, `quantity` is None, `words` is "none", and `why` says what the figures held are instead; `claims`
    are then those figures. Where somebody does, `why` says how it stands to a higher floor, if there is one.
    """

    unit: str
    side: Literal["ceiling", "floor", "largest"]
    quantity: float | None
    words: str
    claims: tuple[ClaimId, ...]
    why: str | None = None
    when: str = ""


ReadAs = Literal["floors", "totals", "unsaid", "starts", "hedged", "bridged-floors", "bridged-totals"]
"""floors: a figure tells how much moved at least, and only a stated ceiling how much at most. totals: an amount without "at
least" is all that moved in its window, within its tolerance. The others are totals that assume one thing more. unsaid: what
names no goods, no stage or no way counts those that others name. starts: counts up to a day that name no start begin alike.
hedged: what somebody calls possible is so. bridged-floors and bridged-totals are floors and totals with factors: so much of one
unit is in another.
"""


class Contradiction(Struct, frozen=True):
    """The smallest set of claims, of different originators, that cannot all be true, with the arithmetic in words.

    Setting aside any one of its claims resolves it, and so does each of `dissolved_by`, in words. Under `reading` it stands;
    one under floors stands under every other too, one under totals under those that assume more.
    """

    claims: tuple[ClaimId, ...]
    why: str
    reading: ReadAs
    dissolved_by: tuple[str, ...] = ()


class Wording(Struct, frozen=True):
    """One statement of one originator in several wordings that bound its figure otherwise, each with the claims that have it.

    `stands` are the claims in the originator's own words, or quoted: the figure rests on them. None where only paraphrases are
    held, of which none bounds what another leaves open.
    """

    said: tuple[tuple[str, tuple[ClaimId, ...]], ...]
    stands: tuple[ClaimId, ...]
    why: str

    @property
    def claims(self) -> tuple[ClaimId, ...]:
        """All claims that tell it."""
        return tuple(claim for _, claims in self.said for claim in claims)


class Within(Struct, frozen=True):
    """From `low` to `high`, None where nothing bounds it, of a unit came from `since` to the end of `date`, both days included;
    without `since` from the very beginning.

    `of` says which goods are counted, "" for all of the unit; `claims` are those that make the two ends.
    """

    since: date | None
    date: date
    unit: str
    low: float
    high: float | None
    claims: tuple[ClaimId, ...]
    of: str = ""


class Peak(Struct, frozen=True):
    """On some day at least `per_day` of a unit must have come, if the claims hold in a reading; `of` as in Within.

    It is the least that lets all of them hold: in whole pieces the next whole number.
    """

    unit: str
    per_day: float
    claims: tuple[ClaimId, ...]
    reading: ReadAs
    of: str = ""


class LeftOut(Struct, frozen=True):
    """Claims that a reading makes nothing of, and why."""

    claims: tuple[ClaimId, ...]
    why: str


class Reckoning(Struct, frozen=True):
    """What the claims allow if figures are read another way, with all that is then assumed, and what is left out of it."""

    name: ReadAs
    assumptions: tuple[str, ...]
    bounds: tuple[Within, ...]
    left_out: tuple[LeftOut, ...] = ()


class Line(Struct, frozen=True):
    """Supplier to recipient, with what is said to have moved. A claim without both sides is of no line."""

    supplier: str
    recipient: str
    deliveries: tuple[Delivery, ...]
    bounds: tuple[Bound, ...]
    extremes: tuple[StatedExtreme, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    variants: tuple[Contradiction, ...] = ()
    """Sets that cannot all be true either, but are of one originator, or of one text in its outlet's own words."""
    readings: tuple[Reckoning, ...] = ()
    peaks: tuple[Peak, ...] = ()
    wordings: tuple[Wording, ...] = ()
