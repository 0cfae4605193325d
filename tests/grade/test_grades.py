"""Admiralty grades: letters from the user's table, digits by printed rules."""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from waybill.grade.credibility import RULES, Held, held_of, rule_for
from waybill.grade.grades import UNRATED, Known, grade_of
from waybill.model.claim import Basis, Claim, ClaimId
from waybill.model.delivery import Contradiction, Delivery, DeliveryId, Line
from waybill.model.document import DocumentId
from waybill.model.finding import Finding
from waybill.model.span import Span
from waybill.model.trace import Originator, OriginatorId, Tracing
from waybill.reference.admiralty import meanings, sources_in

A, B = OriginatorId("a"), OriginatorId("b")
FIRST, SECOND, ECHO = ClaimId("1"), ClaimId("2"), ClaimId("3")

HELD = st.builds(
    Held,
    named=st.integers(0, 4),
    unnamed=st.integers(0, 3),
    bases=st.lists(st.frozensets(st.sampled_from(["imagery", "intelligence", "seizure"]), max_size=2), max_size=3).map(tuple),
    disputed=st.booleans(),
    impossible=st.booleans(),
)


def claim(ident: ClaimId, basis: Basis = "none") -> Claim:
    return Claim(ident, DocumentId("d"), None, None, (Span(0, 1),), "quoted", "asserted", "transfer", basis=basis)


def traced(*echoes: ClaimId) -> Tracing:
    first, second = (
        Originator(A, "US government", "government", (FIRST,)),
        Originator(B, "Quay Watch", "organisation", (SECOND,)),
    )
    of = {FIRST: A, SECOND: B} | dict.fromkeys(echoes, A)
    return Tracing((first, second), (), (), dict.fromkeys(echoes, FIRST), of)


def delivery(backers: tuple[OriginatorId, ...], claims: tuple[ClaimId, ...] = (FIRST, SECOND), echoes: int = 0) -> Delivery:
    return Delivery(DeliveryId("x"), claims, (), (), (), (), (), (), (), backers, echoes)


def digit(told: Delivery, bases: dict[ClaimId, Basis], *echoes: ClaimId, line: Line | None = None) -> int:
    claims = {c: claim(c, bases.get(c, "none")) for c in (FIRST, SECOND, *echoes)}
    return rule_for(held_of(line or Line("Iran", "Russia", (told,), ()), told, traced(*echoes), claims)).credibility


def test_one_voice_alone_is_not_judged() -> None:
    assert digit(delivery((A,)), {FIRST: "intelligence"}) == 6


def test_several_of_unknown_independence_do_not_confirm() -> None:
    assert digit(delivery((A, B)), {FIRST: "intelligence", SECOND: "intelligence"}) == 2


def test_bases_of_their_own_of_different_kinds_confirm() -> None:
    assert digit(delivery((A, B)), {FIRST: "intelligence", SECOND: "imagery"}) == 1


def test_an_echo_changes_no_grade() -> None:
    bases: dict[ClaimId, Basis] = {FIRST: "intelligence", ECHO: "imagery"}
    assert digit(delivery((A,), (FIRST, ECHO), echoes=1), bases, ECHO) == digit(delivery((A,), (FIRST,)), bases) == 6


def test_an_outlet_that_says_not_on_whose_word_changes_no_grade() -> None:
    told = delivery((A,))
    beside = Delivery(told.id, told.claims, (), (), (), (), (), (), (), (A,), 0, outlet_backers=(B,))
    assert digit(beside, {}) == digit(told, {}) == 6


def test_others_of_unknown_independence_make_it_possible() -> None:
    told = delivery((A,))
    beside = Delivery(told.id, told.claims, (), (), (), (), (), (), (), (A,), 0, unnamed_backers=(B,))
    assert digit(beside, {}) == 3


def test_what_another_states_cannot_be_makes_it_doubtful() -> None:
    told = delivery((A, B))
    line = Line("Iran", "Russia", (told,), (), contradictions=(Contradiction((FIRST, SECOND), "why", "floors"),))
    assert digit(told, {}, line=line) == 4


def test_a_contradiction_that_must_assume_something_changes_no_grade() -> None:
    told = delivery((A, B))
    line = Line("Iran", "Russia", (told,), (), contradictions=(Contradiction((FIRST, SECOND), "why", "totals"),))
    assert digit(told, {}, line=line) == 2


def test_a_way_that_was_not_possible_makes_it_doubtful() -> None:
    told = delivery((A, B))
    checked = Delivery(
        **{name: getattr(told, name) for name in told.__struct_fields__} | {"findings": (Finding("route", "?", "no", ()),)}
    )
    assert digit(checked, {}) == 4


@given(HELD)
def test_every_delivery_has_a_rule_whose_words_say_why(held: Held) -> None:
    rule = rule_for(held)
    assert rule in RULES
    assert rule.holds(held) and rule.words


@given(HELD)
def test_nothing_is_confirmed_that_another_disputes(held: Held) -> None:
    assert rule_for(held).credibility != 1 or not (held.disputed or held.impossible)


def test_sources_are_rated_by_the_users_table_alone() -> None:
    rows = sources_in("# mine\nname,reliability,why\nquay watch,b,right nine times of ten\n").by_name
    known = Known(traced(), {c: claim(c) for c in (FIRST, SECOND)}, {o.id: o for o in traced().originators}, rows)
    grade = grade_of(Line("Iran", "Russia", (), ()), delivery((A, B)), known)
    assert [(s.name, s.reliability, s.why) for s in grade.sources] == [
        ("US government", "F", UNRATED),
        ("Quay Watch", "B", "right nine times of ten"),
    ]


def test_rows_that_rate_nobody_are_named_by_line() -> None:
    taken = sources_in("name,reliability,why\nKyiv,G,\n,A,\nSeoul,C,\nSeoul,D,\n")
    assert [fault.split(":")[0] for fault in taken.faults] == ["line 2", "line 3", "line 5"]
    assert [row.reliability for row in taken.by_name.values()] == ["C"]
    assert "the columns are name,reliability,why" in sources_in("who,letter\nKyiv,A\n").faults[0]


@given(st.lists(st.tuples(st.text(min_size=1), st.text()), max_size=4))
def test_no_table_of_sources_raises(rows: list[tuple[str, str]]) -> None:
    written = io.StringIO()
    csv.writer(written).writerows([("name", "reliability", "why"), *((name, letter, "") for name, letter in rows)])
    sources_in(written.getvalue())


def test_f_and_6_mean_that_nothing_can_be_judged() -> None:
    assert meanings()["F"] == meanings()["6"] == "cannot be judged"
