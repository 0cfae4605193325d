"""What a screening answers, and when it answers nothing."""

from datetime import date

import pytest

from screened import AFTER, ANGARA, BEFORE, DURING, PERSON, both, company, delivery, edition, held, ship
from waybill.check.screening.held import Held
from waybill.check.screening.screen import QUESTION, screened, screening
from waybill.model.finding import Assumed, Consignment, Finding
from waybill.model.listing import OFAC, UN
from waybill.model.things import Party
from waybill.model.time import Window

OPEN = Window(None, date(2023, 9, 7), date(2023, 9, 7), None, None)
UNLISTED = ship("BLUE PEARL", "9074729")


def texts(finding: Finding) -> str:
    return "\n".join(reason.text for reason in finding.reasons)


def test_without_a_list_nothing_is_screened() -> None:
    found = screening(delivery(UNLISTED), Held([]))
    assert (found.check, found.question, found.answer) == ("screening", QUESTION, "unknown")
    assert "not screened: no list is held" in texts(found)


def test_no_needs_both_lists_dated_after_the_delivery() -> None:
    assert screening(delivery(UNLISTED), both(ANGARA)).answer == "no"


@pytest.mark.parametrize(
    ("lists", "why"),
    [
        (held(edition()), "UN consolidated: not screened, as it is not held"),
        (held(edition(of=UN)), "OFAC SDN: not screened, as it is not held"),
        (held(edition(dated=None), edition(of=UN)), "OFAC SDN: the edition held states no date"),
        (held(edition(dated=DURING), edition(of=UN)), "OFAC SDN: the latest edition held is of 2023-09-15"),
    ],
)
def test_nothing_is_clear_because_a_list_is_missing_undated_or_old(lists: Held, why: str) -> None:
    found = screening(delivery(UNLISTED), lists)
    assert found.answer == "unknown"
    assert why in texts(found)


@pytest.mark.parametrize("window", [None, OPEN])
def test_nothing_is_clear_where_the_days_are_not_known(window: Window | None) -> None:
    assert screening(delivery(UNLISTED, window=window), both()).answer == "unknown"


def test_a_ship_without_a_number_is_never_clear() -> None:
    assert screening(delivery(ship("BLUE PEARL")), both()).answer == "unknown"


def test_a_number_that_fails_its_own_check_makes_no_ship_clear() -> None:
    found = screening(delivery(ship("BLUE PEARL", "9074728")), both())
    assert found.answer == "unknown"
    assert "IMO 9074728 fails the check of such numbers" in texts(found)


def test_a_match_stands_though_another_list_is_missing() -> None:
    assert screening(delivery(ship(imo="9179842")), held(edition(ANGARA))).answer == "yes"


def test_states_and_governments_are_not_looked_for_by_name() -> None:
    for kind in ("state", "government"):
        found = screening(delivery(UNLISTED, supplier=Party("Oleg Ivanovich Tsvetkov", kind, None, None)), both(PERSON))
        assert found.answer == "no"
        assert "a state or government, not looked for by name" in texts(found)


def test_a_delivery_between_states_alone_is_not_screened() -> None:
    norland = Party("North Korea", "state", "North Korea", None)
    assert screening(Consignment(supplier=norland, window=delivery().window), both()).answer == "unknown"
    assert "neither a ship nor a party is named" in texts(screening(delivery(), both()))


def test_a_party_that_is_like_a_listed_one_is_a_lead_and_no_more() -> None:
    person = Party("Олег Цветков", "person", None, None)
    found = screened(delivery(UNLISTED, supplier=person), both(PERSON))
    assert found.finding.answer == "unknown"
    assert [lead.entry.last.id for lead in found.leads] == ["QDi.1"]
    assert "QDi.1" not in texts(found.finding)


def test_the_owner_of_a_listed_ship_is_a_lead() -> None:
    found = screened(delivery(UNLISTED, supplier=company("M Leasing Ltd.")), both(ANGARA))
    assert [lead.entry.last.id for lead in found.leads] == ["44"]


def test_a_weak_alias_counts_only_word_for_word() -> None:
    assert screened(delivery(UNLISTED, supplier=company("Shorty")), both(PERSON)).leads
    assert not screened(delivery(UNLISTED, supplier=company("Shorti")), both(PERSON)).leads


def test_a_party_that_is_like_nobody_leaves_the_answer_to_the_ships() -> None:
    assert screening(delivery(UNLISTED, supplier=company("Calm Sea Ltd")), both(ANGARA, PERSON)).answer == "no"


def test_an_assumed_slot_is_told() -> None:
    one = Consignment(vessels=(UNLISTED,), window=delivery().window, assumed=(Assumed("vessel", "one of two named"),))
    assert ("the vessel is taken so: one of two named", "assumption: vessel") in [
        (reason.text, reason.source) for reason in screening(one, both()).reasons
    ]


def test_every_reason_names_what_it_rests_on() -> None:
    found = screening(delivery(ship(imo="9179842"), supplier=company("Calm Sea")), held(edition(ANGARA)))
    assert all(reason.text and reason.source for reason in found.reasons)
    assert any(reason.source.startswith("OFAC SDN, 2023-12-01, sha256 ") for reason in found.reasons)


def test_an_entry_that_left_before_the_delivery_is_no_answer_of_yes() -> None:
    lists = held(edition(ANGARA, dated=date(2020, 1, 1)), edition(dated=BEFORE), edition(dated=AFTER), edition(of=UN))
    found = screening(delivery(ship(imo="9179842")), lists)
    assert found.answer == "no"
    assert "listed then: no" in texts(found)
    assert "listed now: no, it is not on the edition of 2023-12-01, the latest held" in texts(found)


def test_the_order_in_which_lists_were_added_changes_nothing() -> None:
    lists = [edition(ANGARA, dated=BEFORE), edition(ANGARA, dated=AFTER), edition(of=UN)]
    one = delivery(ship(imo="9179842"), supplier=company("M Leasing"))
    assert screened(one, Held(lists)) == screened(one, Held(reversed(lists)))


def test_lists_are_named_once_each() -> None:
    assert held(edition(dated=BEFORE), edition(), edition(of=UN)).names == (OFAC, UN)
