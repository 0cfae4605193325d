"""How fast statements are followed from outlet to outlet: chains of retellings among many claims, some of them drifted.

A chain is told by an official in a wire's own text, by a paper that has it from the wire, by a blog that has it from the paper,
and once more under the official's name with another hedge. Few figures and few speakers make many chains look alike.
"""

import time
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from msgspec import Struct

from waybill.model.claim import Claim, ClaimId, Frame, Relay, Slot, Source
from waybill.model.document import Document, DocumentId, Publication
from waybill.model.quantity import Modifier, Quantity
from waybill.model.span import Span
from waybill.model.things import Party
from waybill.model.time import Window
from waybill.trace.genealogy import trace

COUNT = 100_000
SECONDS = 60
"""The target for COUNT claims: our convention, a minute."""

LINES = 40
SPEAKERS = (
    "Orlan officials",
    "a Gulf diplomat",
    "two Western officials",
    "the Tarn Institute",
    "Kelm government",
    "Harbour Watch",
)
OUTLETS = 60
FIGURES = (40, 76, 120, 300, 1_000, 1_250, 3_000, 6_700, 10_000)
WORDS = 3_000
SENTENCE = 9
FIRST = date(2023, 1, 1)
DAYS = 700


class Chain(Struct, frozen=True):
    """What is told: by whom, from one state to another, how many, when, in which words."""

    number: int
    speaker: str
    states: tuple[str, str]
    figure: int
    day: date
    words: str
    outlets: tuple[str, str, str, str]


def relays() -> None:
    """Traces ever more claims, and says how many of the planted retellings were found."""
    for count in (COUNT // 4, COUNT // 2, COUNT):
        held, claims, planted = _told(Random(count), count)
        start = time.perf_counter()
        tracing = trace(held, claims)
        seconds = time.perf_counter() - start
        found = len(planted & {r.claim for r in tracing.retellings}) / len(planted)
        print(f"{len(claims):7,} claims in chains of four: {seconds:.1f} s, {found:.3f} of the retellings found")
    print(f"  (target for {COUNT:,}: {SECONDS})")


def _told(chance: Random, count: int) -> tuple[list[Publication], list[Claim], set[ClaimId]]:
    """Publications, their claims, and those that retell another."""
    vocabulary = ["".join(chance.choice("bdfgklmnprstvz") + chance.choice("aeiou") for _ in range(3)) for _ in range(WORDS)]
    held, claims, planted = [], list[Claim](), set[ClaimId]()
    for number in range(count // 4):
        for step, (publication, claim) in enumerate(_chain(_event(chance, number, vocabulary), chance)):
            held.append(publication)
            claims.append(claim)
            planted |= {claim.id} if step else set()
    return held, claims, planted


def _event(chance: Random, number: int, vocabulary: list[str]) -> Chain:
    sides = chance.randrange(LINES)
    outlets = chance.sample(range(OUTLETS), 4)
    words = " ".join(chance.choices(vocabulary, k=SENTENCE))
    return Chain(
        number,
        chance.choice(SPEAKERS),
        (f"Supplia {sides}", f"Recipia {sides}"),
        chance.choice(FIGURES),
        FIRST + timedelta(days=chance.randrange(DAYS)),
        words,
        (f"Wire {outlets[0]}", f"Paper {outlets[1]}", f"Blog {outlets[2]}", f"Post {outlets[3]}"),
    )


def _chain(event: Chain, chance: Random) -> Iterator[tuple[Publication, Claim]]:
    """The four tellings."""
    wire, paper, _, _ = event.outlets
    hedges: tuple[Modifier, ...] = ("=", ">", "<", "~")
    for step, (source, via) in enumerate(
        ((event.speaker, ()), (event.speaker, (wire,)), (paper, ()), (event.speaker, (wire,)))
    ):
        hedge = hedges[0] if step < 3 else chance.choice(hedges)
        yield _telling(event, step, source, via, hedge)


def _telling(event: Chain, step: int, source: str, via: tuple[str, ...], hedge: Modifier) -> tuple[Publication, Claim]:
    ident = f"{event.number:06}-{step}"
    text = f"{event.states[0]} sent {event.figure} crates to {event.states[1]} {event.words}."
    day = event.day + timedelta(days=step)
    held = Publication(
        DocumentId(ident), Document(text, ident, ident), f"{ident}.txt", publisher=event.outlets[step], published=day
    )
    end = len(text) - 1
    supplier, recipient = (Slot(None, s, Party(s, "state", s, None)) for s in event.states)
    low, high = (None if hedge == "<" else event.figure), (None if hedge == ">" else event.figure)
    quantity = Quantity(low, high, "crate", (event.figure,), hedge)
    month = Window(None, event.day.replace(day=1), event.day, event.day, event.day)
    frame = Frame(
        supplier=supplier,
        recipient=recipient,
        quantity=Slot(None, f"{event.figure} crates", quantity),
        window=Slot(None, "this month", month),
    )
    kind = "outlet" if step == 2 else "unnamed" if source[0].islower() else "organisation"
    speaker = Source(Span(0, 1), source, source, None, None, kind)  # type: ignore[arg-type]
    passed = tuple(Relay(outlet, Span(0, 1)) for outlet in via)
    content = (Span(0, end),)
    claim = Claim(
        ClaimId(ident), held.id, speaker, Span(0, 1), content, "paraphrased", "asserted", "transfer", relays=passed, frame=frame
    )
    return held, claim
