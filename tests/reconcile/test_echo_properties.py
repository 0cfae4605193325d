"""What copies and orders of reading may not change."""

from collections.abc import Sequence
from datetime import timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from newsroom import write
from waybill.model.claim import Claim, ClaimId, Relay, Source
from waybill.model.delivery import Line
from waybill.model.span import Span
from waybill.model.trace import Tracing
from waybill.reconcile.lines import reconcile
from waybill.trace.genealogy import trace
from worlds import AMOUNTS, World, worlds

Result = tuple[Tracing, tuple[Line, ...]]


def account(world: World) -> Result:
    publications, claims = world
    tracing = trace(publications, claims)
    return tracing, reconcile(claims, tracing, publications)


def copied(world: World, which: int) -> World:
    """The world with a later verbatim copy of one report in another outlet."""
    publications, claims = world
    original = publications[which]
    ident = type(original.id)(f"zz-{original.id}")
    copy = replace(original, id=ident, path="copy.txt", publisher="The Copyist")
    again = [replace(c, id=type(c.id)(f"zz-{c.id}"), document=ident) for c in claims if c.document == original.id]
    return [*publications, copy], [*claims, *again]


def relayed(world: World, which: int, hedge: str) -> World:
    """The world with a later report that cites the outlet of a dated one for its figure, under another hedge."""
    publications, claims = world
    dated = [p for p in publications if p.published]
    if not dated:
        return world
    first = dated[which % len(dated)]
    told = [c for c in claims if c.document == first.id and c.frame.quantity]
    assert first.publisher and first.published
    later = write("relay.txt", first.document.text, str(first.published + timedelta(days=1)), publisher="The Relay")
    later = replace(later, document=replace(later.document, text_sha256="another"))
    relay = (Relay(first.publisher, Span(0, 1)),)
    outlet = Source(Span(0, 1), first.publisher, first.publisher, None, None, "outlet")
    again = [
        replace(_hedged(c, hedge), id=ClaimId(f"zz-{c.id}"), document=later.id, source=c.source or outlet, cue=Span(0, 1))
        for c in told
    ]
    return [*publications, later], [*claims, *(replace(c, relays=relay if c.source != outlet else ()) for c in again)]


def _hedged(claim: Claim, hedge: str) -> Claim:
    slot = claim.frame.quantity
    if not slot or not slot.value:
        return claim
    changed = AMOUNTS[hedge](slot.value.numbers[0], "crate")
    return replace(claim, frame=replace(claim.frame, quantity=replace(slot, value=changed)))


def without_echo_counts(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    return tuple(replace(line, deliveries=tuple(replace(d, echoes=0) for d in line.deliveries)) for line in lines)


def voices(tracing: Tracing) -> list[tuple[str, tuple[str, ...]]]:
    return [(o.id, o.claims) for o in tracing.originators]


@settings(max_examples=50, deadline=None)
@given(worlds(), st.integers(0, 4))
def test_a_verbatim_copy_adds_no_originator_and_changes_no_bound_and_no_delivery(world: World, pick: int) -> None:
    tracing, lines = account(world)
    tracing_of_both, lines_of_both = account(copied(world, pick % len(world[0])))
    assert voices(tracing_of_both) == voices(tracing)
    assert without_echo_counts(lines_of_both) == without_echo_counts(lines)


@settings(max_examples=50, deadline=None)
@given(worlds(), st.integers(0, 4), st.sampled_from(sorted(AMOUNTS)))
def test_a_report_that_cites_another_for_its_figure_adds_no_originator_and_no_delivery(
    world: World, pick: int, hedge: str
) -> None:
    tracing, lines = account(world)
    both = relayed(world, pick, hedge)
    tracing_of_both, lines_of_both = account(both)
    assert len(tracing_of_both.echo_of) == len(tracing.echo_of) + len(both[1]) - len(world[1])
    assert voices(tracing_of_both) == voices(tracing)
    assert without_echo_counts(lines_of_both) == without_echo_counts(lines)


@settings(max_examples=50, deadline=None)
@given(worlds(), st.randoms())
def test_the_order_of_reading_changes_nothing(world: World, random: Random) -> None:
    publications, claims = list(world[0]), list(world[1])
    random.shuffle(publications)
    random.shuffle(claims)
    assert account((publications, claims)) == account(world)


@settings(max_examples=50, deadline=None)
@given(worlds(), st.integers(0, 9))
def test_an_echo_taken_away_changes_only_the_count_of_echoes(world: World, pick: int) -> None:
    world = copied(world, pick % len(world[0]))
    tracing, lines = account(world)
    echo = sorted(tracing.echo_of)[pick % len(tracing.echo_of)]
    fewer, lines_without = account((world[0], [c for c in world[1] if c.id != echo]))
    assert without_echo_counts(lines_without) == without_echo_counts(lines)
    assert voices(fewer) == voices(tracing)


@settings(max_examples=50, deadline=None)
@given(worlds())
def test_every_transfer_of_a_line_is_in_exactly_one_delivery(world: World) -> None:
    tracing, lines = account(world)
    held = [c for line in lines for d in line.deliveries for c in d.claims]
    assert sorted(held) == sorted({c.id for c in world[1]} - tracing.echo_of.keys() - _sideless(world, held))


def _sideless(world: World, held: Sequence[str]) -> set[str]:
    """Claims without sides may stay out."""
    return {c.id for c in world[1] if c.frame.supplier is None and c.id not in held}


@settings(max_examples=50, deadline=None)
@given(worlds())
def test_no_bound_falls(world: World) -> None:
    for line in account(world)[1]:
        for unit in {b.unit for b in line.bounds}:
            lows = [b.low for b in line.bounds if b.unit == unit]
            assert lows == sorted(lows)
