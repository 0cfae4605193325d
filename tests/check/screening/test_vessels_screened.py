"""Ships against lists: number first, then name."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from screened import ANGARA, both, delivery, edition, held, ship
from waybill.check.screening.screen import screened, screening
from waybill.model.finding import Finding
from waybill.model.listing import OFAC, UN, ListedName, Listing
from waybill.model.things import Vessel
from waybill.reference.vessels import is_imo_number


def texts(finding: Finding) -> str:
    return "\n".join(reason.text for reason in finding.reasons)


def listed(name: str, imo: str) -> Listing:
    return Listing(imo, "vessel", (ListedName(name),), imo=imo)


CASE = [
    listed("ANGARA", "9179842"),
    listed("MARIA", "8517839"),
    listed("MAIA-1", "9358010"),
    listed("LADY R", "9161003"),
]


@pytest.mark.parametrize("one", CASE, ids=lambda one: one.name)
def test_the_ships_of_the_case_are_found_by_their_numbers(one: Listing) -> None:
    for name in (one.name, "QUITE ANOTHER NAME", None):
        found = screened(delivery(Vessel(name, one.imo, None)), both(*CASE))
        assert found.finding.answer == "yes"
        assert f"the entry {one.name} ({OFAC}, {one.imo}) would be about it" in texts(found.finding)


@pytest.mark.parametrize(
    ("name", "imo"),
    [("ANGARA", "9242986"), ("SASCO ANGARA", "9242986"), ("SCF ANGARA", "9397559"), ("ARIA", "9397559"), ("MARIA", "9198783")],
)
def test_a_namesake_with_another_number_is_rejected(name: str, imo: str) -> None:
    found = screened(delivery(ship(name, imo)), both(*CASE))
    assert found.finding.answer == "no"
    assert found.leads == ()
    assert f"no entry has IMO {imo}" in texts(found.finding)


def test_why_a_namesake_is_rejected_is_told() -> None:
    told = texts(screening(delivery(ship("ANGARA", "9242986")), both(*CASE)))
    assert "not ANGARA (OFAC SDN, 9179842): that is the hull with IMO 9179842, this one has IMO 9242986" in told


def test_a_name_alone_is_a_lead_that_the_finding_does_not_name() -> None:
    found = screened(delivery(ship("ANGARA")), both(ANGARA))
    assert found.finding.answer == "unknown"
    assert [lead.entry.last.id for lead in found.leads] == ["44"]
    assert "entry" not in texts(found.finding)


@pytest.mark.parametrize("name", ["Ангара", "Angara", "MV Angara", "M/V ANGARA", "ANGRA", "NORTHERN STAR", "Northernstar"])
def test_a_name_is_found_in_another_script_with_a_slip_and_by_its_former_name(name: str) -> None:
    assert [lead.entry.last.id for lead in screened(delivery(ship(name)), both(ANGARA)).leads] == ["44"]


@pytest.mark.parametrize("numbers", [{"mmsi": "273210440"}, {"call_sign": "UBXY9"}])
def test_name_and_radio_of_the_time_are_consistent(numbers: dict[str, str]) -> None:
    found = screening(delivery(ship("ANGARA", None, **numbers)), both(ANGARA))
    assert found.answer == "consistent"
    assert "if its radio's number was still its own" in texts(found)


def test_a_radio_of_another_time_supports_nothing() -> None:
    lists = held(edition(ANGARA, dated=date(2026, 9, 23)), edition(of=UN))
    assert screening(delivery(ship("ANGARA", None, "273210440")), lists).answer == "unknown"


def test_a_radio_alone_is_a_lead() -> None:
    found = screened(delivery(ship("QUITE ANOTHER", None, "273210440")), both(ANGARA))
    assert found.finding.answer == "unknown"
    assert [lead.entry.last.id for lead in found.leads] == ["44"]


def test_another_hull_is_rejected_in_spite_of_its_radio() -> None:
    found = screened(delivery(ship("ANGARA", "9242986", "273210440")), both(ANGARA))
    assert (found.finding.answer, found.leads) == ("no", ())


def test_a_number_that_fails_its_own_check_rejects_nothing() -> None:
    assert not is_imo_number("9179843")
    assert [lead.entry.last.id for lead in screened(delivery(ship("ANGARA", "9179843")), both(ANGARA)).leads] == ["44"]


def test_a_hull_in_the_remarks_of_a_company_is_told_and_no_match() -> None:
    manager = Listing("9", "entity", (ListedName("Grey Stone Management"),), hulls=("9161003",))
    found = screening(delivery(ship("LADY R", "9161003")), both(manager))
    assert found.answer == "unknown"
    assert "is named in the remarks of Grey Stone Management (OFAC SDN, 9), which is no ship" in texts(found)


def test_former_names_and_owner_are_told() -> None:
    told = texts(screening(delivery(ship(imo="9179842")), both(ANGARA)))
    assert "formerly NORTHERN STAR; owner M Leasing LLC" in told


imo_numbers = st.integers(100_000, 999_999).map(
    lambda n: f"{n}{sum(w * int(d) for w, d in zip(range(7, 1, -1), str(n), strict=True)) % 10}"
)


@given(imo_numbers, imo_numbers, st.sampled_from(["ANGARA", "Ангара", "MAIA-1", "BLUE PEARL"]))
def test_the_number_decides_whatever_the_name(imo: str, listed_imo: str, name: str) -> None:
    found = screened(delivery(ship(name, imo)), both(replace(ANGARA, imo=listed_imo)))
    assert found.finding.answer == ("yes" if imo == listed_imo else "no")
    assert found.leads == ()
