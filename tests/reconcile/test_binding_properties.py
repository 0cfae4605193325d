"""What joins and splits may never do, whatever is joined and split."""

from itertools import combinations
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from waybill.model.claim import Claim
from waybill.model.delivery import Line
from waybill.model.judgement import Binding, JudgementNumber
from waybill.reconcile.kept import unkept
from waybill.reconcile.lines import reconcile
from waybill.reconcile.rulings import stand_for
from waybill.trace.genealogy import trace
from worlds import World, worlds


@st.composite
def bindings(draw: st.DrawFn, world: World, most: int = 6) -> list[Binding]:
    """Joins and splits of two or three claims, and of the words of joins as the machine makes them."""
    claims = sorted(claim.id for claim in world[1])
    found = []
    for number in range(1, draw(st.integers(1, most)) + 1):
        chosen = draw(st.lists(st.sampled_from(claims), min_size=2, max_size=3, unique=True))
        found.append(Binding(JudgementNumber(number), draw(st.booleans()), tuple(chosen), who="R. Okafor"))
    made = [(j.says, j.claims) for line in lines(world, []) for d in line.deliveries for j in d.joins]
    for number, (says, tied) in enumerate(made, start=most + 1):
        found.append(Binding(JudgementNumber(number), draw(st.booleans()), tied, says))
    return found


bound_worlds = worlds().flatmap(lambda world: st.tuples(st.just(world), bindings(world)))


def lines(world: World, bound: list[Binding]) -> tuple[Line, ...]:
    publications, claims = world
    return reconcile(claims, trace(publications, claims), publications, bound)


def movements(found: tuple[Line, ...]) -> list[set[str]]:
    return [set(d.claims) for line in found for d in line.deliveries]


def stated_sides(claim: Claim) -> tuple[str, str] | None:
    supplier, recipient = claim.frame.supplier, claim.frame.recipient
    return (supplier.text, recipient.text) if supplier and recipient else None


@settings(max_examples=60, deadline=None)
@given(bound_worlds, st.randoms())
def test_the_order_of_everything_changes_nothing(given_to: tuple[World, list[Binding]], random: Random) -> None:
    (publications, claims), bound = given_to
    shuffled = [list(publications), list(claims), list(bound)]
    for held in shuffled:
        random.shuffle(held)  # type: ignore[arg-type]
    tracing = trace(publications, claims)
    again = reconcile(shuffled[1], tracing, shuffled[0], shuffled[2])  # type: ignore[arg-type]
    assert again == reconcile(claims, tracing, publications, bound)
    assert unkept(shuffled[2], tracing, again) == unkept(bound, tracing, again)  # type: ignore[arg-type]


@settings(max_examples=60, deadline=None)
@given(bound_worlds)
def test_every_claim_with_sides_of_its_own_stays_in_exactly_one_movement(given_to: tuple[World, list[Binding]]) -> None:
    world, bound = given_to
    held = [claim for movement in movements(lines(world, bound)) for claim in movement]
    own = {c.id for c in world[1] if stated_sides(c)} - trace(*world).echo_of.keys()
    assert len(held) == len(set(held))
    assert own <= set(held)


@settings(max_examples=60, deadline=None)
@given(bound_worlds)
def test_the_last_split_is_always_kept_and_nothing_brings_its_claims_together(given_to: tuple[World, list[Binding]]) -> None:
    world, bound = given_to
    last = Binding(JudgementNumber(1000), True, bound[0].claims)
    apart = stand_for(last.claims, trace(*world).echo_of)
    held = movements(lines(world, [*bound, last]))
    assert not any({one, other} <= movement for one, other in combinations(apart, 2) for movement in held)


@settings(max_examples=60, deadline=None)
@given(bound_worlds, st.integers(0, 9))
def test_the_last_join_within_a_line_is_always_kept(given_to: tuple[World, list[Binding]], pick: int) -> None:
    world, bound = given_to
    figures = [c for c in world[1] if stated_sides(c)]
    one = figures[pick % len(figures)]
    other = next((c for c in figures if c.id != one.id and stated_sides(c) == stated_sides(one)), one)
    last = Binding(JudgementNumber(1000), False, (one.id, other.id))
    tracing = trace(*world)
    together = set(stand_for(last.claims, tracing.echo_of))
    found = lines(world, [*bound, last])
    assert any(together <= movement for movement in movements(found))
    assert JudgementNumber(1000) not in unkept([*bound, last], tracing, found)


@settings(max_examples=60, deadline=None)
@given(bound_worlds)
def test_what_is_joined_or_split_is_so_or_is_told_as_not_kept(given_to: tuple[World, list[Binding]]) -> None:
    world, bound = given_to
    tracing, found = trace(*world), lines(world, bound)
    told = unkept(bound, tracing, found)
    for binding in (b for b in bound if not b.says and b.judgement not in told):
        inside = [len(movement & {*stand_for(binding.claims, tracing.echo_of)}) for movement in movements(found)]
        assert max(inside) == (1 if binding.apart else len(stand_for(binding.claims, tracing.echo_of)))


@settings(max_examples=60, deadline=None)
@given(bound_worlds)
def test_no_split_join_is_made(given_to: tuple[World, list[Binding]]) -> None:
    world, bound = given_to
    split = {(b.says, claim) for b in bound if b.says and b.apart for claim in b.claims[1:]}
    accepted = {(b.says, claim) for b in bound if b.says and not b.apart for claim in b.claims[1:]}
    made = {(j.says, c) for line in lines(world, bound) for d in line.deliveries for j in d.joins for c in j.claims[1:]}
    assert not made & (split - accepted)
