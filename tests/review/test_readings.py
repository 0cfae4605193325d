"""When a claim is still read as it was."""

import pytest
from msgspec.structs import replace

from newsroom import exactly, say, speaker, up_to, window, write
from waybill.model.claim import Claim, Slot
from waybill.model.things import Place, Vessel
from waybill.review.readings import differences, same_reading

REPORT = write("ash.txt", "The Angara took 500 crates from Najin on 7 September, a diplomat said.", "2024-01-05")
CLAIM = say(
    REPORT,
    "The Angara took 500 crates from Najin on 7 September",
    by="a diplomat",
    amount=("500 crates", exactly(500, "crate")),
    when=("on 7 September", "2023-09-07", "2023-09-07"),
    origin="Najin",
)


def filled(**slots: Slot[object]) -> Claim:
    return replace(CLAIM, frame=replace(CLAIM.frame, **slots))


def said(now: Claim) -> list[str]:
    return list(differences(CLAIM, [now]))


@pytest.mark.parametrize(
    ("now", "words"),
    [
        (filled(quantity=Slot(None, "up to 500", up_to(500, "crate"))), 'quantity ("500 crates", now "up to 500")'),
        (
            filled(window=Slot(None, "on 8 September", window("2023-09-08", None))),
            'window ("on 7 September", now "on 8 September")',
        ),
        (filled(origin=Slot(None, "Dunai", Place("Dunai", None, None, None, None, None))), 'origin ("Najin", now "Dunai")'),
        (replace(CLAIM, frame=replace(CLAIM.frame, origin=None)), 'origin ("Najin", now nothing)'),
        (replace(CLAIM, stance="hedged"), "stance (asserted, now hedged)"),
        (replace(CLAIM, kind="purchase"), "kind (transfer, now purchase)"),
        (replace(CLAIM, source=None), "source (a diplomat, now the outlet)"),
        (replace(CLAIM, source=speaker("US officials")), "source (a diplomat, now US officials (United States government))"),
    ],
)
def test_another_value_is_another_reading_and_is_named(now: Claim, words: str) -> None:
    assert said(now) == [words]
    assert not same_reading(CLAIM, now)


def test_a_point_on_the_map_that_was_measured_anew_is_the_same_place() -> None:
    moved = Place("Najin", "North Korea", 42.2, 130.3, 5.0, "najin")
    assert said(filled(origin=Slot(None, "Najin", moved))) == []


def test_who_becomes_known_by_name_is_the_same_speaker() -> None:
    assert said(replace(CLAIM, source=replace(speaker("a diplomat"), name="Ana Reyes", institution="United Nations"))) == []


def test_who_speaks_for_another_institution_is_another_speaker() -> None:
    then = replace(CLAIM, source=replace(speaker("US officials"), name="Lee"))
    now = replace(CLAIM, source=replace(speaker("South officials"), name="Lee"))
    assert list(differences(then, [now])) == ["source (Lee (United States government), now Lee (South Korea government))"]


def test_what_is_read_besides_is_no_difference_but_no_longer_all_the_same() -> None:
    more = filled(vessel=Slot(None, "The Angara", Vessel("Angara", None, None)))
    assert said(more) == []
    assert not same_reading(CLAIM, more)


def test_a_value_that_any_version_of_the_claim_had_is_no_difference() -> None:
    assert list(differences(CLAIM, [replace(CLAIM, stance="hedged"), CLAIM])) == []
