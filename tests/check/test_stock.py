"""Stock: ranges of rounds and days with what drives them, no kind mixed with another, and no word on what they do."""

from sides_and_goods import EQUIPMENT, MUNITIONS, days, state
from waybill.check.stock.stock import stock
from waybill.model.finding import Assumed, Consignment, Finding
from waybill.model.quantity import Quantity
from waybill.model.things import Item, Party
from waybill.reference.consumption import consumption, consumption_in
from waybill.reference.factors import factors

CASE = days("2023-09-07", "2023-09-28")
SHELLS_152 = Item("152 mm shells", "ammunition_large", 152)
ROCKETS_122 = Item("122 mm rockets", "rocket", 122)
HEAD = "name,country,measure,item_class,calibre_mm,since,until,low,high,per,source\n"


def to_russia(*goods: Item, **amount: float) -> Consignment:
    ((unit, number),) = amount.items()
    return Consignment(state("North Korea"), state("Russia"), goods, (Quantity(number, number, unit),), CASE)


def texts(finding: Finding) -> str:
    return "\n".join(reason.text for reason in finding.reasons)


def test_it_is_unknown_where_the_contents_are_not_stated() -> None:
    for goods in ((), (MUNITIONS,), (EQUIPMENT, MUNITIONS), (SHELLS_152, EQUIPMENT)):
        found = stock(to_russia(*goods, container=1000))
        assert found.answer == "unknown"
        assert "what is in the containers is not stated" in texts(found)
        assert "of fire" not in texts(found)
    assert "held nothing but 152 mm shells, 250,000 to 500,000 rounds could be in them: a capacity, no count" in texts(found)


def test_containers_of_shells_are_reckoned_by_factors_into_days_of_fire() -> None:
    found = stock(to_russia(SHELLS_152, container=1000))
    assert found.answer == "yes"
    said = texts(found)
    assert "1,000 containers of 152 mm shells would be 250,000 to 500,000 rounds" in said
    assert "at a use of 19,178 to 20,000 rounds a day of shells of all calibres together, they would be 12 to 27 days" in said
    assert "says nothing of 152 mm shells alone" in said
    assert (
        "by ru-use-2023-08-syrskyi, 20,000 rounds a day from 2023-08-01 to 2023-09-30: 12 to 25 days, 20 to 41 percent" in said
    )


def test_an_amount_that_is_up_to_a_figure_has_no_least() -> None:
    told = Consignment(state("North Korea"), state("Russia"), (SHELLS_152,), (Quantity(None, 1000, "container"),), CASE)
    assert "they would be up to 27 days of fire" in texts(stock(told))
    assert "the amount (an end is open)" in texts(stock(told))


def test_rockets_are_never_weighed_by_what_is_fired_of_shells() -> None:
    found = stock(to_russia(ROCKETS_122, container=1000))
    assert found.answer == "unknown"
    assert "no use of 122 mm rockets by Russia is held for those days" in texts(found)
    assert "of fire" not in texts(found)


def test_kinds_that_share_containers_have_no_least_and_are_never_added() -> None:
    said = texts(stock(to_russia(SHELLS_152, ROCKETS_122, container=1000)))
    assert "152 mm shells would be up to 500,000 rounds, other goods may share them" in said
    assert "122 mm rockets would be up to 100,000 rounds, other goods may share them" in said
    assert "600,000" not in said


def test_a_calibre_is_weighed_by_its_own_rates_and_by_all_calibres_apart() -> None:
    rows = (
        "mine-152,Russia,use,ammunition_large,152,2023-09-01,2023-09-30,5000,5000,day,me",
        "mine-all,Russia,use,ammunition_large,,2023-09-01,2023-09-30,10000,10000,day,me",
        "mine-130,Russia,use,ammunition_large,130,2023-09-01,2023-09-30,1,1,day,me",
    )
    own = consumption_in(HEAD + "\n".join(rows)).rates
    said = texts(stock(to_russia(SHELLS_152, shell=100000), own))
    assert "at a use of 5,000 rounds a day of 152 mm shells, they would be 20 days of fire" in said
    assert "at a use of 10,000 rounds a day of shells of all calibres together, they would be 10 days of fire" in said
    assert "mine-130" not in said


def test_shells_of_no_stated_calibre_are_weighed_by_all_calibres_alone() -> None:
    said = texts(stock(to_russia(Item("shells", "ammunition_large", None), shell=100000)))
    assert "of all calibres together, they would be 5 to 5.3 days of fire" in said
    assert "152 mm" not in said


def test_each_assumption_is_switched_off_by_its_name() -> None:
    consignment = to_russia(SHELLS_152, container=1000)
    assert "without shells-152-osc: 15 to 27 days of fire" in texts(stock(consignment))
    left = [factor for factor in factors() if factor.name != "shells-152-osc"]
    assert "they would be 15 to 27 days of fire" in texts(stock(consignment, using=left))
    named = {reason.source.partition(":")[0] for reason in stock(consignment).reasons}
    assert {"shells-152-osc", "ru-use-2023-rusi", "ru-made-2023-rusi"} <= named


def test_what_it_would_take_to_sustain_is_use_beyond_production() -> None:
    rows = (
        "fired,Russia,use,ammunition_large,152,2023-09-01,2023-09-30,9000,10000,day,me",
        "made,Russia,production,ammunition_large,152,2023-01-01,2023-12-31,4000,5000,day,me",
    )
    said = texts(stock(to_russia(SHELLS_152, container=100), consumption_in(HEAD + "\n".join(rows)).rates))
    assert "4,000 to 6,000 rounds a day would have to come from elsewhere: the delivery would be 4.1 to 13 days of it" in said
    assert "in 152 mm shells that is 8 to 24 containers a day" in said


def test_nothing_is_reckoned_from_days_or_for_parties_of_which_no_use_is_held() -> None:
    early = Consignment(None, state("Russia"), (SHELLS_152,), (Quantity(1, 1, "container"),), days("2020-01-01"))
    assert stock(early).answer == "unknown"
    wagner = Party("Wagner", "movement", "Russia", None)
    assert stock(Consignment(None, wagner, (SHELLS_152,), (Quantity(1, 1, "container"),), CASE)).answer == "unknown"


def test_capacity_and_rates_are_no_amounts_delivered() -> None:
    could = Quantity(3e6, 3e6, "shell", measure="capacity")
    found = stock(Consignment(None, state("Russia"), (SHELLS_152,), (could,), CASE))
    assert found.answer == "unknown"
    assert "shells are told as a capacity" in texts(found)


def test_whether_it_is_decisive_is_left_to_those_who_say_so() -> None:
    for consignment in (Consignment(), to_russia(SHELLS_152, container=1000), to_russia(MUNITIONS, container=9000)):
        found = stock(consignment)
        *others, last = found.reasons
        assert "left to those who say so" in last.text
        assert not any(word in reason.text for reason in others for word in ("decisive", "boost", "short-term"))


def test_what_is_assumed_of_a_slot_is_told() -> None:
    assumed = (Assumed("quantity", "one of two amounts"), Assumed("origin", "joined"))
    found = stock(Consignment(recipient=state("Russia"), assumed=assumed))
    assert [r.text for r in found.reasons if r.source.startswith("assumption")] == [
        "the quantity is taken so: one of two amounts"
    ]


def test_the_order_of_rates_and_factors_changes_nothing() -> None:
    consignment = to_russia(SHELLS_152, container=1000)
    assert stock(consignment) == stock(consignment, consumption()[::-1], factors()[::-1])


def test_an_amount_that_no_factor_turns_into_rounds_says_so() -> None:
    assert "no factor held turns tonnes into rounds" in texts(stock(to_russia(SHELLS_152, tonne=1000)))
    nameless = Consignment(None, state("Russia"), (SHELLS_152,), (Quantity(1, 2, None),), CASE)
    assert "an amount is told without its unit" in texts(stock(nameless))


def test_an_assumption_with_no_alternative_is_one_without_which_nothing_is_reckoned() -> None:
    only = consumption_in(HEAD + "mine,Russia,use,ammunition_large,,2023-09-01,2023-09-30,5000,6000,day,me\n").rates
    assert "without mine: no days are reckoned, for it has no alternative" in texts(
        stock(to_russia(SHELLS_152, shell=1000), only)
    )
