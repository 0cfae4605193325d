"""Stock: what does it amount to?"""

from collections.abc import Collection, Iterator
from datetime import date

from waybill.check.stock.loads import Load, called, loads_of, sources
from waybill.check.stock.weights import Weight, weighed
from waybill.model.finding import Consignment, Finding, Reason
from waybill.model.time import Window
from waybill.reference.consumption import Measured, Rate, consumption
from waybill.reference.factors import Factor, Kind, factors

NO_EFFECT = Reason(
    "these figures bound rounds and days, not what they do: whether it is a boost, or decisive, is left to those who say so",
    "our convention: a claim is its speaker's",
)
_USED = ("recipient", "goods", "item", "amounts", "quantity", "window", "destination")


def stock(consignment: Consignment, rates: Collection[Rate] | None = None, using: Collection[Factor] | None = None) -> Finding:
    """What a delivery comes to against its recipient's use and production, as ranges.

    yes: the figures held bound it, at one end at least. unknown: the contents, the amount or the recipient's use are not held.
    Kinds of rounds are never added, nor is one kind weighed by another: only by its own rates, or by those of its class in all
    calibres, and then it is said.
    """
    asked = sorted(consumption() if rates is None else rates, key=lambda rate: (rate.since, rate.name))
    loads = loads_of(consignment, sorted(factors() if using is None else using, key=lambda factor: factor.name))
    country = _country(consignment)
    weights = [one for load in loads.held for one in _weights(load, country, asked, consignment.window)]
    bounded = any(one.days_of_fire() != (None, None) for one in weights)
    told = (*_told(loads.held, weights, country), *loads.left_out, *_assumed(consignment), NO_EFFECT)
    return Finding("stock", _question(consignment), "yes" if bounded else "unknown", told)


def _question(consignment: Consignment) -> str:
    goods = " and ".join(sorted({item.name for item in consignment.goods})) or "goods that nobody names"
    getter = consignment.recipient or consignment.destination
    to = f" to {getter.name}" if getter else ""
    return f"Do the figures held bound what the delivery of {goods}{to} would amount to?"


def _country(consignment: Consignment) -> str | None:
    """Whose use it is weighed by: the recipient's state; a movement's own use is not its country's."""
    party = consignment.recipient
    if party is None:
        return consignment.destination.country if consignment.destination else None
    return None if party.type == "movement" else party.country or party.name


def _weights(load: Load, country: str | None, rates: Collection[Rate], window: Window | None) -> Iterator[Weight]:
    """The load beside the rates of its own kind, and beside those of all calibres together."""
    for kind in dict.fromkeys((load.kind, Kind(load.kind.item_class, None))):
        used, made = (_rates(rates, country, measure, kind, window) for measure in ("use", "production"))
        if used:
            yield Weight(load, kind, used, made)


def _rates(
    rates: Collection[Rate], country: str | None, measure: Measured, kind: Kind, window: Window | None
) -> tuple[Rate, ...]:
    """The rates of the days on which it moved; of all days where those are not known."""
    first = window.start_earliest if window else None
    last = window.end_latest if window else None
    of_kind = (rate for rate in rates if rate.of == (country, measure, kind))
    return tuple(rate for rate in of_kind if (first or date.min) <= rate.until and rate.since <= (last or date.max))


def _told(loads: Collection[Load], weights: Collection[Weight], country: str | None) -> Iterator[Reason]:
    for load in loads:
        yield _delivered(load)
        of_load = [one for one in weights if one.load == load]
        for one in of_load:
            yield from weighed(one)
        if not of_load:
            whose = country or "the recipient"
            yield Reason(
                f"no use of {called(load.kind)} by {whose} is held for those days", "consumption.csv, or your own table"
            )


def _delivered(load: Load) -> Reason:
    rounds = load.rounds().of("round")
    if not load.factors:
        return Reason(f"{load.counted.of(load.unit)} are told: {called(load.kind)}", "the delivery's own bounds")
    besides = ", other goods may share them" if load.shared else ", if they are full of nothing else"
    return Reason(
        f"{load.counted.of(load.unit)} of {called(load.kind)} would be {rounds}{besides}: a capacity equivalent, no count",
        sources(load.factors),
    )


def _assumed(consignment: Consignment) -> Iterator[Reason]:
    for one in consignment.assumed:
        if one.slot in _USED:
            yield Reason(f"the {one.slot} is taken so: {one.why}", f"assumption: {one.slot}")
