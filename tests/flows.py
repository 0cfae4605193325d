"""Worlds with a hidden true flow of goods, and what honest people and liars say of it."""

from datetime import date, timedelta
from random import Random
from typing import Any, NamedTuple

from newsroom import write
from waybill.model.claim import Claim, ClaimId, Frame, Slot, Source, Stage
from waybill.model.quantity import Quantity
from waybill.model.span import Span
from waybill.model.things import Item, Place
from waybill.model.time import Window
from waybill.model.trace import OriginatorId
from waybill.reconcile.statement import Statement
from waybill.reconcile.tolerance import interval

FIRST = date(2023, 1, 1)
DAYS = 150
_SENT = write("a.txt", "Crates went.", "2023-08-01")
_STAGES: tuple[Stage, Stage] = ("shipped", "arrived")
_SAID: tuple[Stage, ...] = ("shipped", "shipped", "shipped", "shipped", "shipped", "arrived", "unspecified")


class Parcel(NamedTuple):
    """Some crates, the days on which they left and came, what was in them and where they went."""

    shipped: int
    arrived: int
    crates: int
    item: str
    to: str

    def on(self, stage: Stage) -> date:
        """The day on which it left or came."""
        return day(self.shipped if stage == "shipped" else self.arrived)


class World(NamedTuple):
    """The parcels that moved, what is said of them, and which of it is false.

    `unsaid` is the stage that is counted where none is named. With `whole` an amount is all that moved, else what somebody saw.
    """

    parcels: tuple[Parcel, ...]
    told: tuple[Statement, ...]
    false: frozenset[ClaimId]
    unsaid: Stage
    whole: bool

    def moved(self, first: date | None, last: date, of: str = "shipped") -> int:
        """How many crates did from the first to the last day, of those that these words name: "arrived of shell to Olya"."""
        stage = next((s for s in _STAGES if s in of), self.unsaid)
        return sum(p.crates for p in self.parcels if _named(p, of) and (first or FIRST) <= p.on(stage) <= last)

    def peak(self, of: str) -> int:
        """The most crates that did on one day."""
        return max(self.moved(d, d, of) for d in map(day, range(DAYS + 1)))


def _named(parcel: Parcel, of: str) -> bool:
    """True for a parcel of the item and the port in these words, or of any where none is."""
    others = {"shell", "rocket", "Olya", "Astrakhan"} - {parcel.item, parcel.to}
    return others.isdisjoint(of.split())


def day(number: int) -> date:
    """A day by its number."""
    return FIRST + timedelta(days=number)


def world(seed: int, whole: bool, lies: int = 0, claims: int = 24) -> World:
    """A world by number. What names no stage counts one and the same stage throughout."""
    chance = Random(seed)
    parcels = tuple(_parcel(chance) for _ in range(chance.randrange(4, 16)))
    unsaid = chance.choice(_STAGES)
    told, false = [], set()
    for number in range(claims):
        lie = number < lies
        statement = _statement(chance, parcels, f"c{number:02}", (unsaid, whole, lie))
        told.append(statement)
        if lie:
            false.add(statement.claim.id)
    return World(parcels, tuple(told), frozenset(false), unsaid, whole)


def _parcel(chance: Random) -> Parcel:
    left = chance.randrange(DAYS - 12)
    item, to = chance.choice(("shell", "rocket")), chance.choice(("Olya", "Astrakhan"))
    return Parcel(left, left + chance.randrange(2, 12), chance.choice((3, 12, 40, 300, 1000, 6700)), item, to)


def _statement(chance: Random, parcels: tuple[Parcel, ...], ident: str, how: tuple[Stage, bool, bool]) -> Statement:
    unsaid, whole, lie = how
    stage: Stage = chance.choice(_SAID)
    item, to = chance.choice((*[None] * 6, "shell", "rocket")), chance.choice((*[None] * 6, "Olya", "Astrakhan"))
    first = chance.randrange(DAYS - 1)
    last = min(DAYS - 1, first + chance.choice((0, 3, 20, 60, DAYS)))
    when, published, first = told_window(chance, first, last)
    counted = unsaid if stage == "unspecified" else stage
    held = [p for p in parcels if item in (None, p.item) and to in (None, p.to)]
    moved = sum(p.crates for p in held if day(first) <= p.on(counted) <= day(last))
    words, amount = false_words(chance, moved) if lie else honest(chance, moved, whole)
    frame = Frame(
        item=Slot(None, item, Item(item, None, None)) if item else None,
        quantity=Slot(None, words, amount),
        window=Slot(None, "then", when) if when else None,
        stage=Slot(None, stage, stage),
        destination=Slot(None, to, Place(to, None, None, None, None, to)) if to else None,
    )
    return said_by(chance.choice("ABCD"), ident, frame, published)


def said_by(who: str, ident: str, frame: Frame, published: int) -> Statement:
    """A statement of an originator, put out on a day by its number."""
    by = Source(Span(0, 1), who, who, who)
    claim = Claim(ClaimId(ident), _SENT.id, by, None, (Span(0, 6),), "paraphrased", "asserted", "transfer", frame=frame)
    return Statement(claim, _SENT, day(published), OriginatorId(who), (_SENT.id,))


def told_window(chance: Random, first: int, last: int) -> tuple[Window | None, int, int]:
    """The days as they are told, the day on which they are, and the first day that is truly counted."""
    early, late = chance.choice((0, 0, 0, 2, 30)), chance.choice((0, 0, 0, 2, 30))
    told = last + chance.randrange(0, 4)
    starts = (day(first - early), day(min(first + late, last)))
    match chance.randrange(8):
        case 0:
            return None, told, 0
        case 1:
            return Window(None, None, None, day(last - early), day(last + late)), told + late, 0
        case 2:
            since = day(first)
            return Window(None, since, since, since, day(told)), told, first
        case _:
            ends = (day(max(last - early, first - early)), day(last + late))
            return Window(None, *starts, *ends), last + 90, first


def honest(chance: Random, moved: int, whole: bool) -> tuple[str, Quantity]:
    """True words for an amount; without `whole` a bare amount may be any part of it that somebody saw."""
    below, above = int(moved * chance.uniform(0.5, 1)), int(moved * chance.uniform(1, 1.5)) + chance.randrange(2)
    seen = moved if whole else int(moved * chance.uniform(0.2, 1))
    near = int(seen * chance.uniform(0.85, 1.15))
    said = (
        (f"more than {below}", _amount(below, None, ">")),
        (f"up to {above}", _amount(None, above, "<")),
        (f"{below} to {above}", _amount(below, above, "range")),
        (f"{below} detected", _amount(below, below, "=", measure="detected")),
        (f"nearly {above}", _amount(None, above, "<")),
        (f"{near}", _amount(near, near, "=")),
        (f"about {near}", _amount(near, near, "~")),
    )
    words, amount = chance.choice(said)
    return (words, amount) if _true(words, amount, moved, whole) else said[0]


def false_words(chance: Random, moved: int) -> tuple[str, Quantity]:
    high, low = 20 * moved + 9000, moved // 20
    said = ((f"more than {high}", _amount(high, None, ">")), (f"up to {low}", _amount(None, low, "<")))
    return chance.choice((*said, (f"{high}", _amount(high, high, "="))))


def _true(words: str, amount: Quantity, moved: int, whole: bool) -> bool:
    allowed = interval(Slot(None, words, amount))
    if allowed is None or (allowed.low or 0) > moved:
        return False
    bounded = whole or amount.modifier in ("<", "range")
    return not bounded or allowed.high is None or allowed.high >= moved


def _amount(low: int | None, high: int | None, modifier: Any, **more: Any) -> Quantity:
    numbers = tuple(dict.fromkeys(float(n) for n in (low, high) if n is not None))
    return Quantity(low, high, "crate", numbers, modifier, **more)
