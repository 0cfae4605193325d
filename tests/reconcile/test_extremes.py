from datetime import date

from msgspec.structs import replace

from newsroom import exactly, find, more_than, say, up_to, write
from waybill.model.claim import Claim, Slot
from waybill.model.delivery import StatedExtreme
from waybill.model.document import Publication
from waybill.model.quantity import Quantity
from waybill.model.time import Window
from waybill.reconcile.lines import reconcile
from waybill.trace.genealogy import trace

Told = tuple[Publication, Claim]


def told(
    amount: Quantity, day: str, by: str, month: tuple[str, str] | None = ("2023-01-01", "2023-01-31"), **more: str
) -> Told:
    report = write(f"{by}.txt", f"{by}: The crates came ashore at Olya or Astrakhan in January.", day, publisher=by)
    when = {"when": ("in January", *month)} if month else {}
    sides = {"supplier": "Iran", "recipient": "Russia"}
    return report, say(report, "The crates came", by=by, amount=("The crates", amount), **sides, **when, **more)


def extremes(*said: Told) -> dict[str, StatedExtreme]:
    publications, claims = [p for p, _ in said], [c for _, c in said]
    (line,) = reconcile(claims, trace(publications, claims), publications)
    return {e.side: e for e in line.extremes}


FLOOR = told(more_than(76, "crate"), "2023-06-02", "Kyiv")


def test_a_ceiling_below_anothers_floor_for_the_same_days_says_so() -> None:
    found = extremes(FLOOR, told(up_to(50, "crate"), "2023-06-07", "South Korean officials"))
    assert (found["floor"].quantity, found["ceiling"].quantity) == (76, 50)
    assert found["ceiling"].why == "below the floor of 76 stated by Kyiv: both cannot be true"


def test_no_ceiling_is_excluded_by_a_floor_for_other_days() -> None:
    april = told(up_to(50, "crate"), "2023-06-07", "South Korean officials", ("2023-04-01", "2023-04-30"))
    assert extremes(FLOOR, april)["ceiling"].why == "another window than the floor of 76"


def test_no_ceiling_without_days_is_excluded() -> None:
    ceiling = extremes(FLOOR, told(up_to(50, "crate"), "2023-06-07", "South Korean officials", None))["ceiling"]
    assert ceiling.why == "no common window is stated with the floor of 76"


def test_no_ceiling_of_one_port_is_excluded_by_a_floor_for_another() -> None:
    here = told(up_to(50, "crate"), "2023-06-07", "South Korean officials", destination="Astrakhan")
    there = told(more_than(76, "crate"), "2023-06-02", "Kyiv", destination="Olya")
    assert extremes(here, there)["ceiling"].why == "another place than the floor of 76"


def test_ones_own_other_figure_is_no_exclusion() -> None:
    again = told(up_to(50, "crate"), "2023-08-07", "Kyiv officials", ("2023-01-01", "2023-02-28"))
    why = "stated by the same originator as the floor of 76"
    assert extremes(FLOOR, again)["ceiling"] == StatedExtreme(
        "crate", "ceiling", 50, "50", (again[1].id,), why, "1 Jan-28 Feb 2023"
    )


def test_an_extreme_carries_the_window_it_is_stated_for() -> None:
    april = told(up_to(50, "crate"), "2023-06-07", "South Korean officials", ("2023-04-01", "2023-04-30"))
    found = extremes(FLOOR, april)
    assert (found["floor"].when, found["ceiling"].when) == ("1 Jan-31 Jan 2023", "1 Apr-30 Apr 2023")
    assert extremes(told(more_than(76, "crate"), "2023-06-02", "Kyiv", None))["floor"].when == ""


def test_an_estimate_above_every_floor_is_given_and_bounds_nothing() -> None:
    about = told(exactly(6700, "crate", modifier="~"), "2023-06-07", "South Korean officials")
    found = extremes(FLOOR, about)
    assert (found["floor"].quantity, found["ceiling"].quantity) == (76, None)
    assert (found["largest"].quantity, found["largest"].words) == (6700, "about 6,700")


def test_an_estimate_below_a_floor_is_not_given() -> None:
    assert "largest" not in extremes(FLOOR, told(exactly(60, "crate", modifier="~"), "2023-06-07", "US officials"))


def test_a_figure_that_changed_as_it_was_retold_is_no_extreme() -> None:
    first = told(exactly(6700, "crate", modifier="~"), "2023-06-02", "Kyiv")
    later = told(more_than(6700, "crate"), "2023-06-20", "South Korean officials")
    assert extremes(first, later)["floor"].words == "none"


def test_a_window_with_uncertain_edges_is_given_at_its_widest() -> None:
    report, claim = told(more_than(76, "crate"), "2023-06-02", "Kyiv")
    start, end = (date(2023, 5, 1), date(2023, 5, 20)), (date(2023, 5, 21), date(2023, 6, 2))
    slot = Slot(find(report, "in January"), "recent weeks", Window(None, *start, *end))
    found = extremes((report, replace(claim, frame=replace(claim.frame, window=slot))))
    assert found["floor"].when == "within 1 May-2 Jun 2023"


def test_what_is_only_called_possible_is_no_floor_but_given_above_it() -> None:
    report, claim = told(exactly(90, "crate"), "2023-06-07", "South Korean officials")
    found = extremes(FLOOR, (report, replace(claim, stance="hedged")))
    assert (found["floor"].quantity, found["largest"].quantity) == (76, 90)
    assert found["largest"].why == "only called possible: neither floor nor ceiling"


def test_a_ceiling_that_is_only_called_possible_says_so() -> None:
    report, claim = told(up_to(90, "crate"), "2023-06-07", "South Korean officials")
    assert extremes((report, replace(claim, stance="hedged")))["ceiling"].why == "only called possible"
