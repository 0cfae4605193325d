"""What is said not to be so never comes out as a delivery that somebody asserts."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from waybill.extract.frames.events import find_events
from waybill.extract.frames.scene import Scene
from waybill.extract.frames.sides import sides_of
from waybill.model.claim import Claim, Stance

Telling = Callable[[str], tuple[Claim, ...]]


def _stances(claims: tuple[Claim, ...]) -> set[Stance]:
    return {c.stance for c in claims if c.kind in ("transfer", "purchase")}


@pytest.mark.parametrize(
    "opening",
    [
        "There is no evidence that",
        "There was no indication that",
        "There is no sign that",
        "There have been no reports that",
        "We have seen nothing to suggest that",
        "There is no proof that",
        "It has not been proven that",
    ],
)
def test_the_absence_of_evidence_declines(telling: Telling, opening: str) -> None:
    assert _stances(telling(f"{opening} Iran has sent missiles to Libya, a spokesman said.")) == {"declined"}


@pytest.mark.parametrize(
    "opening",
    [
        "It is not true that",
        "It is false that",
        "It is a myth that",
        "It is a lie that",
        "It is pure fiction that",
        "There is nothing to the claim that",
        "There is no truth to the claim that",
    ],
)
def test_what_is_called_untrue_is_denied(telling: Telling, opening: str) -> None:
    assert _stances(telling(f"{opening} Iran has sent missiles to Libya, Tehran said.")) == {"denied"}


def test_no_doubt_is_no_denial(telling: Telling) -> None:
    assert "asserted" in _stances(telling("There is no doubt that Iran has sent missiles to Libya."))


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        ("The claim that Iran sent missiles to Libya is baseless.", "denied"),
        ("Reports that Iran sent missiles to Libya are without foundation.", "denied"),
        ("Claims that Iran sent missiles to Libya were fabricated.", "denied"),
        ("The shipment of missiles to Libya never took place.", "denied"),
        ("Russia cancelled the shipment of missiles to Libya.", "denied"),
        ("Russia blocked the transfer of missiles to Libya.", "denied"),
        ("Russia halted deliveries of missiles to Libya.", "hedged"),
        ("Russia failed to halt deliveries of missiles to Libya.", "asserted"),
        ("Nobody has sent missiles to Libya.", "denied"),
        ("The ship turned back without delivering its missiles to Libya.", "denied"),
        ("Far from having sent missiles to Libya, Iran has kept them.", "denied"),
        ("Hardly any of the missiles were delivered to Libya.", "denied"),
        ("The minister stopped short of saying that Iran had sent missiles to Libya.", "declined"),
        ("At no time did Iran send missiles to Libya.", "denied"),
        ("Not a single one of the missiles was sent to Libya.", "denied"),
        ("Iran has yet to deliver the missiles to Libya.", "denied"),
        ("Iran was about to send missiles to Libya.", "planned"),
        ("The report that Iran sent missiles to Libya was retracted.", "denied"),
        ("Photos indicate that Iran sent missiles to Libya.", "hedged"),
        ("Nothing indicates that Iran sent missiles to Libya.", "declined"),
        ("No government has admitted sending missiles to Libya.", "declined"),
        ("Imagine that Iran had sent missiles to Libya.", "conditional"),
        ("Russia turned down a request to send missiles to Libya.", "denied"),
        ("Not only did Iran send missiles to Libya.", "asserted"),
        ("Instead of sending missiles to Libya, Iran sent drones.", "hedged"),
        ("In the novel, Iran sends missiles to Libya.", "conditional"),
    ],
)
def test_what_did_not_happen_is_not_asserted(telling: Telling, words: str, stance: Stance) -> None:
    assert _stances(telling(words)) == {stance}


@pytest.mark.parametrize(
    "words",
    [
        "Reports that Iran sent missiles to Libya are false, Tehran said.",
        "Allegations that Iran sent missiles to Libya are without foundation, Tehran said.",
        "There is nothing to the claim that Iran sent missiles to Libya, Tehran said.",
        "Tehran called reports that Iran had sent missiles to Libya baseless.",
        "Tehran dismissed reports that Iran had sent missiles to Libya as an invention.",
        "Tehran rejects claims that it has sent missiles to Libya.",
    ],
)
def test_a_denied_report_is_denied_by_its_denier(telling: Telling, words: str) -> None:
    denials = [c for c in telling(words) if c.kind == "transfer"]
    assert [(c.stance, c.source.text if c.source else None) for c in denials] == [("denied", "Tehran")]


def test_a_report_that_stands_is_nobodys(telling: Telling) -> None:
    claim = next(
        c for c in telling("Reports that Iran sent missiles to Libya are worrying, Tehran said.") if c.kind == "transfer"
    )
    assert claim.source is None


def test_we_are_whoever_speaks(telling: Telling) -> None:
    text = "We cannot confirm that any of that has been delivered to Libya, an Iranian spokesman said. Missiles were meant."
    claim = next(c for c in telling(text) if c.stance == "declined")
    assert claim.source and claim.source.country == "Iran"


def test_goods_said_not_to_be_among_the_others_are_not_delivered(telling: Telling) -> None:
    claim = telling("Iran sent 300 containers of food to Libya and no drones.")[0]
    assert claim.frame.item is None or "drones" not in claim.frame.item.text


def test_a_question_with_a_claimant_stays_a_question(telling: Telling) -> None:
    assert _stances(telling("Has Iran sent missiles to Libya, as Moscow claims?")) == {"questioned"}


def test_a_speaker_behind_a_clause_is_not_its_supplier(scene: Callable[[str], Scene]) -> None:
    told = scene("Iran shipped missiles to Libya, Belarus said.")
    verb = told.parse.word.index("shipped")
    bare = replace(
        told.parse,
        dep=tuple("dep" if t == 0 else d for t, d in enumerate(told.parse.dep)),
        pos=tuple("NOUN" if t == 0 else p for t, p in enumerate(told.parse.pos)),
    )
    lost = replace(told, parse=bare)
    sides = [sides_of(lost, event) for event in find_events(lost, [verb])]
    assert [s.supplier.value.name for s in sides if s.supplier and s.supplier.value] == ["Iran"]


@pytest.mark.parametrize(
    "words",
    [
        "Iran's mission did not respond to a request for comment on the drones.",
        "Iran's mission did not immediately reply to questions about the drones.",
        "Iran's mission, which did not return calls about the drones, is in Geneva.",
        "Iran's mission could not be reached for comment on the drones.",
        "Neither Iran's mission nor the Kremlin answered a letter about the drones.",
        "Iran's mission has yet to answer a letter about the drones.",
    ],
)
def test_who_gives_no_answer_declines(telling: Telling, words: str) -> None:
    assert {(c.stance, c.source is not None) for c in telling(words)} == {("declined", True)}


@pytest.mark.parametrize(
    "words",
    [
        "Iran sent missiles to Libya. It was a humanitarian disaster, a spokesman said.",
        "Iran sent missiles to Libya. They were civilian homes before, a spokesman said.",
        "Libya called the delivery of missiles from Iran a provocation.",
    ],
)
def test_what_only_judges_a_fact_denies_nothing(telling: Telling, words: str) -> None:
    assert "denied" not in {c.stance for c in telling(words)}
