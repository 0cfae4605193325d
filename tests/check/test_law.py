"""Law: what would follow from the rules held, on which conditions, and never a verdict."""

import pytest

from sides_and_goods import BALLISTIC, EQUIPMENT, HOUTHIS, MUNITIONS, RSF, SHELLS, days, state
from waybill.check.law.law import law
from waybill.model.finding import Assumed, Consignment, Finding
from waybill.model.things import Item, Party, Place

CASE = days("2023-09-07", "2023-10-01")
TO_RUSSIA = Consignment(supplier=state("North Korea"), recipient=state("Russia"), window=CASE)
DARFUR = Place("Nyala", "Sudan", 12.05, 24.88, 10, None)
KHARTOUM = Place("Khartoum", "Sudan", 15.5, 32.56, 20, None)


def delivered(supplier: str, recipient: Party, day: str, *goods: Item, last: str | None = None) -> Consignment:
    return Consignment(supplier=state(supplier), recipient=recipient, goods=goods, window=days(day, last))


def texts(finding: Finding) -> str:
    return "\n".join(reason.text for reason in finding.reasons)


def test_equipment_and_munitions_stay_unknown_with_the_condition_spelt_out() -> None:
    found = law(Consignment(TO_RUSSIA.supplier, TO_RUSSIA.recipient, (EQUIPMENT, MUNITIONS), window=CASE))
    assert found.answer == "unknown"
    said = texts(found)
    assert "if the goods are arms or related materiel, UNSCR 1874 (2009) para 9 with 1718 (2006) para 8(b) would apply" in said
    assert "if the goods could strengthen armed forces, UNSCR 2270 (2016) para 8 would apply" in said


def test_artillery_shells_would_fall_under_the_paragraph_on_all_arms() -> None:
    found = law(Consignment(TO_RUSSIA.supplier, TO_RUSSIA.recipient, (SHELLS,), window=CASE))
    assert found.answer == "yes"
    assert "\nUNSCR 1874 (2009) para 9 with 1718 (2006) para 8(b) would apply" in texts(found)
    assert "\nif the goods are heavy arms" in texts(found)
    assert "no rule held on supplies to Russia" in texts(found)


@pytest.mark.parametrize(
    ("day", "last", "goods", "answer"),
    [
        ("2015-12-01", "2016-02-01", SHELLS, "yes"),
        ("2020-10-17", None, SHELLS, "yes"),
        ("2020-10-18", None, SHELLS, "no"),
        ("2022-09-01", "2022-10-01", SHELLS, "no"),
        ("2022-09-01", "2022-10-01", BALLISTIC, "yes"),
        ("2022-09-01", "2022-10-01", Item("missiles", "missile", None), "unknown"),
        ("2022-09-01", "2022-10-01", Item("Shahed-136", "uav_oneway", None), "unknown"),
        ("2022-09-01", "2022-10-01", MUNITIONS, "unknown"),
        ("2023-10-18", None, BALLISTIC, "no"),
        ("2025-09-27", None, SHELLS, "no"),
        ("2025-09-28", None, SHELLS, "unknown"),
        ("2025-09-27", "2025-09-28", SHELLS, "unknown"),
        ("2020-10-01", "2020-11-01", SHELLS, "unknown"),
    ],
)
def test_what_iran_gives_to_russia_hangs_on_the_day_and_the_goods(day: str, last: str | None, goods: Item, answer: str) -> None:
    assert law(delivered("Iran", state("Russia"), day, goods, last=last)).answer == answer


def test_a_disputed_rule_is_shown_as_disputed() -> None:
    said = texts(law(delivered("Iran", state("Russia"), "2025-10-15", SHELLS)))
    assert "if it is in force, which Iran, Russia and China dispute, UNSCR 1747 (2007) para 5 as re-applied would apply" in said


def test_a_window_that_straddles_a_date_says_what_moved_when() -> None:
    said = texts(law(delivered("Iran", state("Russia"), "2020-10-01", SHELLS, last="2020-11-01")))
    assert "if it moved before 2020-10-18, UNSCR 2231 (2015) Annex B para 6(b) would apply" in said


def test_the_houthis_are_told_by_the_paragraph_of_2015() -> None:
    for day in ("2016-01-01", "2023-09-01"):
        found = law(delivered("Iran", HOUTHIS, day, SHELLS))
        assert found.answer == "yes"
        assert "UNSCR 2216 (2015) para 14 would apply" in texts(found)
    assert law(delivered("Oman", HOUTHIS, "2015-04-13", SHELLS)).answer == "unknown"


def test_darfur_is_not_all_of_sudan() -> None:
    to_rsf = Consignment(state("Chad"), RSF, (SHELLS,), window=days("2024-05-01"))
    assert law(to_rsf).answer == "unknown"
    assert "if the goods are for Darfur, UNSCR 1591 (2005) para 7 would apply" in texts(law(to_rsf))
    assert law(Consignment(state("Chad"), RSF, (SHELLS,), window=days("2024-05-01"), destination=DARFUR)).answer == "yes"
    army = Party("Sudanese Armed Forces", "military", "Sudan", None)
    elsewhere = law(Consignment(state("Chad"), army, (SHELLS,), window=days("2024-05-01"), destination=KHARTOUM))
    assert elsewhere.answer == "no"
    assert "no ban, but to be minded: UNSCR 1945 (2010) para 10" in texts(elsewhere)


def test_goods_for_a_party_of_darfur_may_be_on_their_way_there_from_anywhere() -> None:
    ndjamena = Place("N'Djamena", "Chad", 12.11, 15.04, 10, None)
    sudan = Place("Sudan", "Sudan", 16, 30, 900, None)
    for place in (ndjamena, sudan, None):
        found = law(Consignment(state("Turkey"), RSF, (SHELLS,), window=days("2024-05-01"), destination=place))
        assert "if the goods are for Darfur, UNSCR 1591 (2005) para 7 would apply" in texts(found)


def test_a_government_that_may_be_exempt_or_is_the_group_itself_stays_open() -> None:
    haiti = law(delivered("Colombia", state("Haiti"), "2025-01-01", SHELLS))
    assert haiti.answer == "unknown"
    assert "if it is not exempt (UN/authorised mission; Haitian security forces), UNSCR 2752 (2024)" in texts(haiti)
    kabul = law(delivered("Pakistan", Party("Afghan government", "government", "Afghanistan", None), "2023-01-01", SHELLS))
    assert "if it is for: Taliban and associates, UNSCR 1988 (2011) para 1(c) would apply" in texts(kabul)


def test_a_renewal_that_is_not_held_is_never_taken_for_an_end() -> None:
    found = law(delivered("Uganda", state("South Sudan"), "2026-06-15", SHELLS))
    assert found.answer == "unknown"
    assert "if it was renewed after 2026-05-31, which is not held" in texts(found)
    assert law(delivered("Uganda", state("South Sudan"), "2026-05-30", SHELLS)).answer == "yes"


def test_a_rule_that_nobody_read_answers_nothing() -> None:
    found = law(delivered("Eritrea", state("Ethiopia"), "2012-01-01", SHELLS))
    assert found.answer == "unknown"
    assert "the rule is as it is remembered, for it was not read" in texts(found)


def test_where_no_rule_is_held_it_is_said_and_nothing_called_lawful() -> None:
    found = law(delivered("China", state("Myanmar"), "2022-01-01", SHELLS))
    assert found.answer == "no"
    said = texts(found)
    assert "no rule held on supplies to Myanmar" in said
    assert "no rule held on what comes from China" in said
    assert "nothing here says that it is lawful" in said


def test_a_side_that_nobody_states_leaves_no_room_for_a_no() -> None:
    assert law(Consignment(recipient=state("Myanmar"), goods=(SHELLS,), window=CASE)).answer == "unknown"
    assert law(Consignment(supplier=state("North Korea"), goods=(SHELLS,), window=CASE)).answer == "yes"
    assert law(Consignment()).answer == "unknown"


def test_a_place_stands_for_a_side_that_is_not_named() -> None:
    tripoli = Place("Tripoli", "Libya", 32.9, 13.2, 10, None)
    assert law(Consignment(state("Turkey"), None, (SHELLS,), window=days("2020-01-01"), destination=tripoli)).answer == "yes"
    own = law(Consignment(state("Turkey"), state("Turkey"), (SHELLS,), window=days("2020-01-01"), destination=tripoli))
    assert own.answer == "unknown"


def test_supplies_to_a_state_are_asked_apart_from_those_to_a_group_in_it() -> None:
    m23 = Party("M23", "movement", "Democratic Republic of the Congo", None)
    army = Party("FARDC", "military", "Democratic Republic of the Congo", None)
    assert law(delivered("Rwanda", m23, "2024-01-01", SHELLS)).answer == "yes"
    assert law(delivered("Rwanda", army, "2024-01-01", SHELLS)).answer == "no"
    assert law(delivered("Rwanda", state("Democratic Republic of the Congo"), "2024-01-01", SHELLS)).answer == "unknown"


def test_what_is_assumed_of_a_slot_is_told() -> None:
    assumed = (Assumed("window", "joined with another sentence"), Assumed("vessel", "named elsewhere"))
    found = law(Consignment(TO_RUSSIA.supplier, TO_RUSSIA.recipient, (SHELLS,), window=CASE, assumed=assumed))
    assert [r.text for r in found.reasons if r.source.startswith("assumption")] == [
        "the window is taken so: joined with another sentence"
    ]


def test_every_rule_told_has_its_source_and_how_far_it_was_read() -> None:
    found = law(Consignment(TO_RUSSIA.supplier, TO_RUSSIA.recipient, (MUNITIONS,), window=CASE))
    rules = [reason for reason in found.reasons if "UNSCR" in reason.text]
    assert len(rules) > 3
    assert all(reason.source.startswith("http") and "read" in reason.source for reason in rules)
