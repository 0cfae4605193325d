"""Rounds against what is fired and made: days of fire, shares, and what would have to come to keep it up."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from waybill.check.stock.loads import Load, called, sources
from waybill.check.stock.ranges import Range, hull
from waybill.model.finding import Reason
from waybill.reference.consumption import Rate
from waybill.reference.factors import Factor, Kind

_YEAR = 365


class Weight(NamedTuple):
    """A load beside the rates of one kind: that of the load itself, or its class with all calibres together."""

    load: Load
    kind: Kind
    used: tuple[Rate, ...]
    made: tuple[Rate, ...]

    def days_of_fire(self, factors: Collection[Factor] | None = None, used: Collection[Rate] | None = None) -> Range:
        """For how many days the rounds would be what is fired, by all assumptions or by some of them."""
        return self.load.rounds(factors).over(a_day(self.used if used is None else used))


def a_day(rates: Collection[Rate]) -> Range:
    """From the least to the most that any of the rates says, in rounds a day."""
    return hull(Range(rate.low_a_day, rate.high_a_day) for rate in rates)


def weighed(one: Weight) -> Iterator[Reason]:
    """What the rounds come to, what drives the range, and what each assumption does to it."""
    bought, share = (
        one.days_of_fire().of("day"),
        "" if one.kind == one.load.kind else f"; says nothing of {called(one.load.kind)} alone",
    )
    used = a_day(one.used).of("round")
    text = f"at a use of {used} a day of {called(one.kind)}, they would be {bought} of fire{share}"
    yield Reason(text, f"reckoned from {_names(one.used)}")
    yield Reason(f"what drives this: {'; '.join(_drivers(one))}", "reckoned from the ends of each")
    yield from (_at(one.load, rate) for rate in one.used)
    yield from _switched(one)
    yield from (_beside_production(one.load, rate) for rate in one.made)
    yield from _to_sustain(one)


def _drivers(one: Weight) -> Iterator[str]:
    ranges = [("the amount", one.load.counted), ("the use a day", a_day(one.used))]
    if one.load.factors:
        held = hull(Range(factor.low, factor.high) for factor in one.load.factors)
        ranges.insert(1, (f"rounds in one {one.load.unit}, {held.of('round')}", held))
    for name, found in sorted(ranges, key=lambda pair: -(pair[1].spread or float("inf"))):
        yield f"{name} (highest {found.spread:.1f} times the lowest)" if found.spread else f"{name} (an end is open)"


def _at(load: Load, rate: Rate) -> Reason:
    """A rate by itself: days of it, and the share of what was fired in its period."""
    daily, rounds = Range(rate.low_a_day, rate.high_a_day), load.rounds()
    percent = rounds.times(Range(100, 100)).over(daily.times(Range(rate.days, rate.days))).of("percent")
    lead = f"by {rate.name}, {daily.of('round')} a day from {rate.since} to {rate.until}"
    return Reason(f"{lead}: {rounds.over(daily).of('day')}, {percent} of that period's use{_noted(rate)}", _sourced(rate))


def _switched(one: Weight) -> Iterator[Reason]:
    """What the days would be without each assumption: others, the same, or nothing where it has no alternative."""
    whole, same = one.days_of_fire(), []
    for assumption, days in _without_each(one):
        if days == whole:
            same.append(assumption.name)
        else:
            told = f"{days.of('day')} of fire" if days else "no days are reckoned, for it has no alternative"
            yield Reason(f"without {assumption.name}: {told}", _sourced(assumption))
    if same:
        yield Reason(f"without any one of {', '.join(same)}: the same", "reckoned from the others")


def _without_each(one: Weight) -> Iterator[tuple[Factor | Rate, Range | None]]:
    for factor in one.load.factors:
        left = [other for other in one.load.factors if other != factor]
        yield factor, one.days_of_fire(factors=left) if left else None
    for rate in one.used:
        others = [other for other in one.used if other != rate]
        yield rate, one.days_of_fire(used=others) if others else None


def _beside_production(load: Load, rate: Rate) -> Reason:
    daily = Range(rate.low_a_day, rate.high_a_day)
    percent = load.rounds().times(Range(100, 100)).over(daily.times(Range(_YEAR, _YEAR))).of("percent")
    text = (
        f"against {daily.of('round')} a day made of {called(rate.kind)} ({rate.since} to {rate.until}): {percent} of a year's"
    )
    return Reason(f"{text}{_noted(rate)}", _sourced(rate))


def _to_sustain(one: Weight) -> Iterator[Reason]:
    """What would have to come from elsewhere a day to keep up the use, beside what is made."""
    if not one.made:
        yield Reason(
            f"no production of {called(one.kind)} is held for those days: what would have to come is not reckoned",
            "consumption.csv",
        )
        return
    wanting = a_day(one.used).less(a_day(one.made))
    if wanting.high == 0:
        yield Reason("to sustain that use nothing would have to come from elsewhere, by the production held", _names(one.made))
        return
    covered = one.load.rounds().over(wanting).of("day")
    text = f"to sustain that use beside that production, {wanting.of('round')} a day would have to come from elsewhere"
    yield Reason(f"{text}: the delivery would be {covered} of it", _names((*one.used, *one.made)))
    if one.load.factors and one.kind == one.load.kind:
        held = hull(Range(factor.low, factor.high) for factor in one.load.factors)
        yield Reason(f"in {called(one.kind)} that is {wanting.over(held).of(one.load.unit)} a day", sources(one.load.factors))


def _noted(rate: Rate) -> str:
    return f" ({rate.note})" if rate.note else ""


def _sourced(assumption: Factor | Rate) -> str:
    return f"{assumption.name}: {assumption.source}"


def _names(rates: Collection[Rate]) -> str:
    return ", ".join(rate.name for rate in rates)
