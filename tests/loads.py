"""Worlds with hidden voyages and what they carried, and what honest people and liars say of it in every unit."""

from datetime import date
from random import Random
from typing import NamedTuple

from msgspec.structs import replace

from flows import DAYS, FIRST, day, false_words, honest, said_by, told_window
from waybill.model.claim import ClaimId, Frame, Slot, Stage
from waybill.model.things import Item, Place
from waybill.reconcile.statement import Statement
from waybill.reference.factors import Factor, Kind

_STAGES: tuple[Stage, Stage] = ("shipped", "arrived")
_SAID: tuple[Stage, ...] = ("shipped", "shipped", "shipped", "shipped", "arrived", "unspecified")

SHELLS = Item("152 mm shells", "ammunition_large", 152)
ROCKETS = Item("122 mm rockets", "rocket", 122)
MIXED = Item("152 mm shells and 122 mm rockets", "rocket", 122)
GENERAL = Item("munitions", "unspecified", None)

FACTORS = (
    Factor("shells", "container", "shell", Kind("ammunition_large", 152), 250, 400, "made up"),
    Factor("more shells", "container", "shell", Kind("ammunition_large", 152), 300, 500, "made up"),
    Factor("rockets", "container", "rocket", Kind("rocket", 122), 75, 100, "made up"),
    Factor("boxes", "voyage", "container", None, 20, 30, "made up"),
)

COUNTS: tuple[tuple[str, Item | None], ...] = (
    ("voyage", None),
    ("container", None),
    ("container", SHELLS),
    ("container", ROCKETS),
    ("container", MIXED),
    ("shell", SHELLS),
    ("round", SHELLS),
    ("rocket", ROCKETS),
)


class Voyage(NamedTuple):
    """The days on which it left and came, where it went, and what it carried: containers of shells, of rockets, of all else."""

    shipped: int
    arrived: int
    to: str
    shells: tuple[int, int]
    rockets: tuple[int, int]
    rest: int

    def on(self, stage: Stage) -> date:
        """The day on which it left or came."""
        return day(self.shipped if stage == "shipped" else self.arrived)

    def carried(self, unit: str, of: str) -> int:
        """How much of a unit it carried, of the goods in these words."""
        boxes = {"152": self.shells[0], "122": self.rockets[0]}
        pieces = {"152": self.shells[1], "122": self.rockets[1]}
        named = [calibre for calibre in boxes if calibre in of]
        if unit == "container":
            return sum(boxes[calibre] for calibre in named) if named else self.shells[0] + self.rockets[0] + self.rest
        return 1 if unit == "voyage" else sum(pieces[calibre] for calibre in named)


class World(NamedTuple):
    """Voyages, what is said of them, and which of it is false; `unsaid` and `whole` as in the worlds of flows."""

    voyages: tuple[Voyage, ...]
    told: tuple[Statement, ...]
    false: frozenset[ClaimId]
    unsaid: Stage
    whole: bool

    def moved(self, unit: str, first: date | None, last: date, of: str) -> int:
        """How much of a unit did from the first to the last day, of what these words name: "of 152 mm arrived to Olya"."""
        stage = next((s for s in _STAGES if s in of), self.unsaid)
        held = [v for v in self.voyages if {"Olya", "Astrakhan"}.difference({v.to}).isdisjoint(of.split())]
        return sum(v.carried(unit, of) for v in held if (first or FIRST) <= v.on(stage) <= last)


def world(seed: int, whole: bool, lies: int = 0, claims: int = 24) -> World:
    """A world by number."""
    chance = Random(seed)
    voyages = tuple(_voyage(chance) for _ in range(chance.randrange(3, 12)))
    of = World(voyages, (), frozenset(), chance.choice(_STAGES), whole)
    told = tuple(_statement(chance, of, f"c{number:02}", number < lies) for number in range(claims))
    return of._replace(told=told, false=frozenset(s.claim.id for s in told[:lies]))


def _voyage(chance: Random) -> Voyage:
    left = chance.randrange(DAYS - 12)
    boxes = chance.randrange(20, 31)
    shells = chance.choice((0, boxes, chance.randrange(boxes + 1)))
    rockets = chance.choice((0, boxes - shells, chance.randrange(boxes - shells + 1)))
    full = sum(chance.choice((250, 500, chance.randrange(250, 501))) for _ in range(shells))
    also = sum(chance.choice((75, 100, chance.randrange(75, 101))) for _ in range(rockets))
    to = chance.choice(("Olya", "Astrakhan"))
    return Voyage(left, left + chance.randrange(2, 12), to, (shells, full), (rockets, also), boxes - shells - rockets)


def _statement(chance: Random, of: World, ident: str, lie: bool) -> Statement:
    (unit, item), stage = chance.choice(COUNTS), chance.choice(_SAID)
    to = chance.choice((*[None] * 6, "Olya", "Astrakhan"))
    first = chance.choice((0, 0, chance.randrange(DAYS - 1)))
    last = min(DAYS - 1, first + chance.choice((3, 20, 60, DAYS, DAYS)))
    when, published, first = told_window(chance, first, last)
    named = " ".join(filter(None, (item.name if item else "", stage, f"to {to}" if to else "")))
    moved = of.moved(unit, day(first), day(last), named)
    words, amount = false_words(chance, moved) if lie else honest(chance, moved, of.whole)
    if unit == "container" and item is None and amount.modifier == ">" and chance.random() < 0.5:
        item = GENERAL
    frame = Frame(
        item=Slot(None, item.name, item) if item else None,
        quantity=Slot(None, words, replace(amount, unit=unit)),
        window=Slot(None, "then", when) if when else None,
        stage=Slot(None, stage, stage),
        destination=Slot(None, to, Place(to, None, None, None, None, to)) if to else None,
    )
    return said_by(chance.choice("ABCD"), ident, frame, published)
