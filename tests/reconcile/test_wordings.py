from collections.abc import Sequence
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from newsroom import credit, exactly, find, more_than, say, up_to, write
from waybill.model.claim import Claim, Slot, Source
from waybill.model.delivery import Line
from waybill.model.document import Publication
from waybill.model.span import Span
from waybill.reconcile.lines import reconcile
from waybill.trace.genealogy import trace

Told = tuple[Publication, Claim]
SIDES = {"supplier": "North Korea", "recipient": "Russia"}
WORDS = {
    "up to 1,000 crates": up_to(1000, "crate"),
    "more than 1,000 crates": more_than(1000, "crate"),
    "about 1,000 crates": exactly(1000, "crate", modifier="~"),
    "1,000 crates": exactly(1000, "crate"),
}


def told(outlet: str, words: str, day: str | None = "2023-10-13", quoted: bool = False, **more: Any) -> Told:
    """One outlet's words for what US officials said."""
    mark = '"' if quoted else ""
    report = write(f"{outlet}.txt", f"For {outlet}: {mark}They sent {words}{mark}, US officials said.", day, publisher=outlet)
    amount = (words, WORDS[words] if words in WORDS else more.pop("amount"))
    return report, say(report, f"They sent {words}", amount=amount, form="quoted" if quoted else "paraphrased", **SIDES, **more)


def line(said: Sequence[Told]) -> Line:
    publications, claims = [p for p, _ in said], [c for _, c in said]
    (found,) = reconcile(claims, trace(publications, claims), publications)
    return found


def extremes(found: Line) -> dict[str, float | None]:
    return {e.side: e.quantity for e in found.extremes}


UP_TO, MORE = told("Ash", "up to 1,000 crates"), told("Birch", "more than 1,000 crates")


def test_between_up_to_and_more_than_no_bound_is_left() -> None:
    assert extremes(line([UP_TO])) == {"ceiling": 1000, "floor": None}
    assert extremes(line([MORE])) == {"ceiling": None, "floor": 1000}
    found = line([UP_TO, MORE])
    assert extremes(found) == {"ceiling": None, "floor": None}
    assert not any(b.low for b in found.bounds)
    (wording,) = found.wordings
    assert dict(wording.said) == {"up to 1,000 crates": (UP_TO[1].id,), "more than 1,000 crates": (MORE[1].id,)}
    assert wording.stands == ()
    assert {e.why for e in found.extremes if e.side == "ceiling"} == {"up to 1,000 crates: worded otherwise elsewhere"}


def test_a_paraphrase_that_leaves_a_side_wider_takes_the_others_with_it() -> None:
    bare = told("Cedar", "1,000 crates")
    found = line([MORE, bare])
    assert [b.low for b in found.bounds] == [900]
    assert extremes(found) == {"ceiling": None, "floor": 1000}
    assert not found.readings


@pytest.mark.parametrize("day", ["2023-10-13", "2023-10-15"])
def test_a_quotation_stands_before_paraphrases_though_it_be_told_later(day: str) -> None:
    quote = told("Cedar", "more than 1,000 crates", day, quoted=True)
    found = line([UP_TO, quote, told("Dogwood", "about 1,000 crates")])
    assert extremes(found) == {"ceiling": None, "floor": 1000}
    (wording,) = found.wordings
    assert wording.stands == (quote[1].id,)


def test_only_a_figure_within_the_quotation_marks_is_quoted() -> None:
    report = write(
        "Cedar.txt", 'They sent more than 1,000 crates of "arms", US officials said.', "2023-10-13", publisher="Cedar"
    )
    amount = ("more than 1,000 crates", more_than(1000, "crate"))
    half = report, say(report, 'They sent more than 1,000 crates of "arms"', amount=amount, form="mixed", **SIDES)
    assert extremes(line([UP_TO, half])) == {"ceiling": None, "floor": None}


def test_the_originators_own_transcript_stands_before_a_quotation() -> None:
    text = "Briefing\nKIRBY: Thank you. Our information shows that they sent more than 1,000 crates."
    report = write("briefing.txt", text, "2023-10-13")
    speaks = Source(find(report, "Our information"), "Our information", "Kirby", "US government", "United States", "government")
    amount = ("more than 1,000 crates", more_than(1000, "crate"))
    own = report, say(report, "they sent more than 1,000 crates", by=speaks, amount=amount, **SIDES)
    misquoted = told("Cedar", "up to 1,000 crates", quoted=True)
    found = line([own, misquoted])
    assert extremes(found) == {"ceiling": None, "floor": 1000}
    assert found.wordings[0].stands == (own[1].id,)


def test_a_text_that_says_whom_it_has_it_from_changes_nothing() -> None:
    report, claim = told("Cedar", "more than 1,000 crates", "2023-10-14")
    crediting = replace(report, credits=(credit("Ash"),)), claim
    assert extremes(line([UP_TO, crediting])) == extremes(line([UP_TO]))
    assert not line([UP_TO, crediting]).wordings


def test_a_later_figure_of_the_same_originator_is_an_update_and_no_wording() -> None:
    update = told("Cedar", "more than 2,000 crates", "2023-12-15", amount=more_than(2000, "crate"))
    found = line([MORE, update])
    assert extremes(found) == {"ceiling": None, "floor": 2000}
    assert not found.wordings


def test_the_same_figure_weeks_later_is_no_wording_of_the_first() -> None:
    assert not line([MORE, told("Cedar", "up to 1,000 crates", "2023-12-15")]).wordings


def test_figures_of_different_goods_are_of_different_statements() -> None:
    report, claim = told("Cedar", "up to 1,000 crates")
    another = report, replace(claim, frame=replace(claim.frame, stage=Slot(None, "landed", "landed")))
    first, other = MORE
    left = first, replace(other, frame=replace(other.frame, stage=Slot(None, "shipped", "shipped")))
    assert not line([left, another]).wordings


def test_what_others_say_is_no_wording_of_this() -> None:
    report, claim = told("Cedar", "up to 1,000 crates")
    seoul = Source(Span(0, 1), "Seoul", None, "South Korean government", "South Korea", "government")
    assert not line([MORE, (report, replace(claim, source=seoul))]).wordings


TELLINGS = st.lists(
    st.tuples(st.sampled_from(sorted(WORDS)), st.sampled_from(["2023-10-13", "2023-10-14", None]), st.booleans()),
    min_size=1,
    max_size=4,
)
Tellings = list[tuple[str, str | None, bool]]


def world(tellings: Tellings) -> list[Told]:
    return [told(f"Outlet {n}", words, day, quoted) for n, (words, day, quoted) in enumerate(tellings)]


@given(TELLINGS, st.integers(0, 3))
def test_a_verbatim_copy_changes_no_wording_and_no_bound(tellings: Tellings, pick: int) -> None:
    said = world(tellings)
    report, claim = said[pick % len(said)]
    copy = replace(
        report,
        id=type(report.id)("zz-copy"),
        path="copy.txt",
        publisher="The Copyist",
        credits=(credit(str(report.publisher)),),
    )
    again = replace(claim, id=type(claim.id)(f"zz-{claim.id}"), document=copy.id)
    before, after = line(said), line([*said, (copy, again)])
    assert (after.bounds, after.extremes, after.wordings) == (before.bounds, before.extremes, before.wordings)


@given(TELLINGS, st.randoms())
def test_the_order_of_reading_changes_no_wording(tellings: Tellings, random: Random) -> None:
    said = world(tellings)
    shuffled = list(said)
    random.shuffle(shuffled)
    assert line(shuffled) == line(said)


@given(TELLINGS)
def test_among_paraphrases_of_a_day_no_bound_is_narrower_than_the_widest(tellings: Tellings) -> None:
    said = world([(words, "2023-10-13", False) for words, _, _ in tellings])
    lows = [max((b.low for b in line([one]).bounds), default=0) for one in said]
    assert max((b.low for b in line(said).bounds), default=0) == min(lows)
