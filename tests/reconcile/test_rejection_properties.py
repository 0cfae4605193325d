"""What a rejection may never do, whatever is rejected."""

from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom import exactly, say, up_to, write
from waybill.model.account import Account
from waybill.model.claim import Claim, ClaimId
from waybill.model.delivery import Delivery
from waybill.model.document import Publication, Reading
from waybill.model.judgement import Binding, JudgementNumber, Review, Reviewed
from waybill.pipeline.stages import put_together
from waybill.settings import Settings
from worlds import World, worlds

LINE = {"supplier": "North Korea", "recipient": "Russia"}
DAYS = {"in early September": ("2023-09-01", "2023-09-05"), "in late October": ("2023-10-25", "2023-10-31")}
TEXT = """The White House spoke of up to 1,000 containers. They moved from 7 September to 1 October. They were loaded in Najin.
In a separate case 400 trucks went. Moscow called all of it baseless."""


@st.composite
def sentences(draw: st.DrawFn, number: int) -> tuple[str, dict[str, object]]:
    """A figure, a part of one, a time, a port or a way; and what the claim made of it holds."""
    words = f"In case {number} "
    kind = draw(st.sampled_from(["figure", "figure", "part", "when", "where", "way"]))
    if kind in ("figure", "part"):
        unit, count = draw(st.sampled_from(["crate", "truck"])), draw(st.sampled_from([40, 300, 1000]))
        measure = {"measure": "subset"} if kind == "part" else {}
        return f"{words}{count} {unit}s went", {"amount": (f"{count} {unit}s", exactly(count, unit, **measure))}
    if kind == "when":
        when = draw(st.sampled_from(sorted(DAYS)))
        return f"{words}ships sailed {when}", {"when": (when, *DAYS[when])}
    if kind == "where":
        port = draw(st.sampled_from(["Najin", "Dunay"]))
        return f"{words}ships left {port}", {"origin": port}
    return f"{words}it went by rail", {"mode": ("rail",)}


@st.composite
def crowded(draw: st.DrawFn, path: str) -> tuple[Publication, list[Claim]]:
    """A report of several figures and details of one line, by two speakers and the outlet's own voice."""
    said = [draw(sentences(n)) for n in range(draw(st.integers(2, 7)))]
    report = write(path, "".join(f"{words}.\n" for words, _ in said), draw(st.sampled_from([None, "2023-11-02", "2023-11-09"])))
    by = st.sampled_from(["US", "US", "a diplomat", None])
    return report, [say(report, words, by=draw(by), **LINE, **more) for words, more in said]


@st.composite
def crowded_worlds(draw: st.DrawFn) -> World:
    held = [draw(crowded(f"{n}.txt")) for n in range(draw(st.integers(1, 3)))]
    return [p for p, _ in held], [c for _, claims in held for c in claims]


def account(world: World, *rejected: ClaimId, bindings: tuple[Binding, ...] = ()) -> Account:
    publications, claims = world
    reviews = {c.id: Review("rejected", (JudgementNumber(1),), c) for c in claims if c.id in rejected}
    reading = Reading(tuple(publications), ())
    return put_together(reading, Reviewed(tuple(claims), reviews, bindings=bindings), lambda _: None, Settings())


def deliveries(found: Account) -> list[Delivery]:
    return [d for line in found.lines for d in line.deliveries]


def tied(found: Account) -> set[tuple[ClaimId, ClaimId]]:
    """Figures with what joins tie to them; not what lends a statement its two sides."""
    joins = (j for d in deliveries(found) for j in d.joins if " is about " not in j.says)
    return {(j.claims[0], detail) for j in joins for detail in j.claims[1:]}


@settings(max_examples=50, deadline=None)
@given(crowded_worlds())
def test_a_rejection_leaves_all_ties_as_they_were_but_its_own(world: World) -> None:
    whole = tied(account(world))
    for rejected in (c.id for c in world[1]):
        assert tied(account(world, rejected)) == {pair for pair in whole if rejected not in pair}


@settings(max_examples=50, deadline=None)
@given(st.one_of(crowded_worlds(), worlds()), st.data())
def test_rejections_tie_nothing_anew_and_what_is_rejected_is_nowhere(world: World, data: st.DataObject) -> None:
    rejected = data.draw(st.lists(st.sampled_from([c.id for c in world[1]]), min_size=1, max_size=3))
    found = account(world, *rejected)
    assert tied(found) <= tied(account(world))
    assert not any(claim in repr((found.lines, found.tracing)) for claim in rejected)


REPORT = write("ash.txt", TEXT, "2023-10-14")
BOXES = say(REPORT, "up to 1,000 containers", amount=("1,000 containers", up_to(1000)), **LINE)
WHEN = say(REPORT, "They moved", when=("from 7 September to 1 October", "2023-09-07", "2023-10-01"), **LINE)
PORT = say(REPORT, "They were loaded in Najin", origin="Najin", **LINE)
TRUCKS = say(REPORT, "400 trucks went", amount=("400 trucks", exactly(400, "truck")), **LINE)
DENIAL = say(REPORT, "Moscow called all of it baseless", by="Moscow", stance="denied", **LINE)
NEWS: World = [REPORT], [BOXES, WHEN, PORT, TRUCKS, DENIAL]


def test_the_details_of_a_rejected_figure_are_not_those_of_the_next() -> None:
    assert tied(account(NEWS)) == {(BOXES.id, WHEN.id), (BOXES.id, PORT.id)}
    assert [set(d.claims) for d in deliveries(account(NEWS, BOXES.id))] == [{WHEN.id, PORT.id}, {TRUCKS.id, DENIAL.id}]
    assert not any(d.joins for d in deliveries(account(NEWS, BOXES.id)))


def test_a_detail_of_a_rejected_figure_goes_with_the_next_where_an_analyst_puts_it() -> None:
    by_hand = Binding(JudgementNumber(2), False, (TRUCKS.id, PORT.id), who="R. Okafor")
    assert (TRUCKS.id, PORT.id) in tied(account(NEWS, BOXES.id, bindings=(by_hand,)))


def test_a_rejected_detail_is_gone_and_the_others_stay() -> None:
    assert tied(account(NEWS, WHEN.id)) == {(BOXES.id, PORT.id)}
