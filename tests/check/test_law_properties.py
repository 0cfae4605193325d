"""What holds of every law answer: the order of rows changes nothing, and knowing more never turns an answer round."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from sides_and_goods import HOUTHIS, RSF, state
from waybill.check.law.law import law
from waybill.model.finding import Consignment
from waybill.model.things import Item, Party
from waybill.model.time import Window
from waybill.reference.embargoes import embargoes
from waybill.reference.item_classes import item_classes

PARTIES: tuple[Party | None, ...] = (
    *map(state, ("North Korea", "Iran", "Russia", "Libya", "Sudan", "South Sudan", "Haiti", "Somalia", "Lebanon", "Eritrea")),
    HOUTHIS,
    RSF,
    Party("Afghan government", "government", "Afghanistan", None),
    None,
)
ITEMS = tuple(Item(" ".join(sorted(row.words)) or "goods", row.item_class or None, None) for row in item_classes())
DAYS = st.dates(date(2005, 1, 1), date(2027, 1, 1))
SIDES = st.sampled_from(PARTIES)
VAGUE = (Item("munitions", "unspecified", None), Item("equipment", None, None))


@st.composite
def windows(draw: st.DrawFn) -> Window:
    first, last = sorted((draw(DAYS), draw(DAYS)))
    return Window(start_earliest=first, end_latest=last)


@given(SIDES, SIDES, st.lists(st.sampled_from(ITEMS), max_size=3), windows(), st.permutations(embargoes()))
@settings(max_examples=40, deadline=None)
def test_the_order_of_rules_and_goods_changes_nothing(supplier, recipient, goods, window, rules) -> None:  # type: ignore[no-untyped-def]
    one = law(Consignment(supplier, recipient, tuple(goods), window=window))
    assert one == law(Consignment(supplier, recipient, tuple(goods[::-1]), window=window), rules)


@given(SIDES, SIDES, windows(), st.sampled_from(VAGUE), st.sampled_from(ITEMS))
@settings(max_examples=60, deadline=None)
def test_knowing_the_goods_never_turns_an_answer_on_vague_ones_round(supplier, recipient, window, vague, item) -> None:  # type: ignore[no-untyped-def]
    told = law(Consignment(supplier, recipient, (vague,), window=window)).answer
    assert told == "unknown" or law(Consignment(supplier, recipient, (item,), window=window)).answer == told


@given(SIDES, SIDES, windows(), DAYS, st.sampled_from(ITEMS))
@settings(max_examples=60, deadline=None)
def test_knowing_the_day_never_turns_an_answer_on_a_window_round(supplier, recipient, window, day, item) -> None:  # type: ignore[no-untyped-def]
    told = law(Consignment(supplier, recipient, (item,), window=window)).answer
    within = min(max(day, window.start_earliest), window.end_latest)
    on_the_day = law(Consignment(supplier, recipient, (item,), window=Window(start_earliest=within, end_latest=within))).answer
    assert told in ("unknown", on_the_day)


@given(SIDES, SIDES, windows(), st.sampled_from(ITEMS))
@settings(max_examples=60, deadline=None)
def test_no_finding_ever_says_lawful_illegal_or_breach(supplier, recipient, window, item) -> None:  # type: ignore[no-untyped-def]
    found = law(Consignment(supplier, recipient, (item,), window=window))
    said = " ".join(r.text for r in found.reasons).replace("nothing here says that it is lawful", "").casefold()
    assert not any(word in said for word in ("lawful", "illegal", "breach", "violat", "guilty"))
    assert all(" would apply" in r.text or " would not apply" in r.text or "no ban" in r.text
               for r in found.reasons if "UNSCR" in r.text)  # fmt: skip


@given(SIDES, SIDES, windows(), st.sampled_from(ITEMS), st.sampled_from(ITEMS))
@settings(max_examples=60, deadline=None)
def test_further_goods_never_take_a_yes_away(supplier, recipient, window, item, more) -> None:  # type: ignore[no-untyped-def]
    if law(Consignment(supplier, recipient, (item,), window=window)).answer == "yes":
        assert law(Consignment(supplier, recipient, (item, more), window=window)).answer == "yes"
