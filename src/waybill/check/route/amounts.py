"""How much is to be carried, in a unit of which it is known how much a carrier takes."""

from msgspec import Struct

from waybill.model.finding import Consignment
from waybill.model.leg import Leg
from waybill.model.quantity import Quantity
from waybill.reference.carriers import Scenario, load_of
from waybill.reference.factors import Factor, Kind, factors

_ALIKE = {
    "TEU": ("container", 1.0),
    "FEU": ("container", 2.0),
    "ton": ("tonne", 1.0),
    "kilotonne": ("tonne", 1000.0),
    "kilogram": ("tonne", 0.001),
    "wagon": ("railcar", 1.0),
    "sailing": ("voyage", 1.0),
    "shipload": ("voyage", 1.0),
    "planeload": ("flight", 1.0),
    "trainload": ("train", 1.0),
    "truckload": ("truck", 1.0),
}
"""Units that count the same as another, by definition; a ton is taken for a tonne: our convention, within a tenth."""

TRIPS = {"voyage": "sea", "flight": "air", "train": "rail", "convoy": "road"}
"""Units that count a mode's carriers themselves."""


class Load(Struct, frozen=True):
    """What is to be carried: `least` at the least, `most` at the most, in `unit`; `notes` are assumptions with their
    sources."""

    words: str
    unit: str
    least: float
    most: float
    notes: tuple[tuple[str, str], ...] = ()

    def in_scenario(self, scenario: Scenario) -> float:
        """The amount that a scenario is reckoned for: the least that is said in the most favourable."""
        return self.least if scenario == "minimum" else self.most


def load_to_carry(consignment: Consignment, legs: tuple[Leg, ...]) -> Load | None:
    """The first amount of which it is known how much a carrier on each leg takes; None where there is none."""
    loads = [load for amount in consignment.amounts if (load := _load(amount, consignment))]
    return next((load for load in loads if all(loads_needed(load, leg, "typical") for leg in legs)), None)


def loads_needed(load: Load, leg: Leg, scenario: Scenario) -> int | None:
    """How many ships, trains, convoys or aircraft take it; what counts trips of another mode goes on in as many."""
    amount = load.in_scenario(scenario)
    if load.unit in TRIPS:
        return max(1, -int(-amount // 1))
    each = load_of(leg.mode, load.unit, scenario)
    return max(1, -int(-amount // each.value)) if each else None


def _load(amount: Quantity, consignment: Consignment) -> Load | None:
    if amount.measure in ("rate", "capacity") or amount.unit is None or (amount.low is None and amount.high is None):
        return None
    low, high = (
        (amount.low if amount.low is not None else amount.high),
        (amount.high if amount.high is not None else amount.low),
    )
    if low is None or high is None:
        return None
    words = f"{low:,g} {amount.unit}s" if low == high else f"{low:,g} to {high:,g} {amount.unit}s"
    unit, each = _ALIKE.get(amount.unit, (amount.unit, 1.0))
    said = Load(words, unit, low * each, high * each, _openness(amount))
    return _in_containers(said, consignment) or said


def _openness(amount: Quantity) -> tuple[tuple[str, str], ...]:
    """What is taken for the amount where the words set one bound only."""
    if amount.low is None:
        return ((f"up to {amount.high:,g} is taken as all {amount.high:,g}", "assumption: quantity"),)
    if amount.high is None:
        return ((f"at least {amount.low:,g} is taken as {amount.low:,g}, the least it can be", "assumption: quantity"),)
    return ()


def _in_containers(load: Load, consignment: Consignment) -> Load | None:
    """Goods counted in pieces as containers, by the factors for their kind; None where there are none."""
    kinds = {Kind(item.item_class, item.calibre_mm) for item in consignment.goods if item.item_class}
    held = [f for f in factors() if f.from_unit == "container" and f.to_unit == load.unit and f.kind in kinds]
    if not held:
        return None
    least, most = load.least / max(f.high for f in held), load.most / min(f.low for f in held)
    return Load(load.words, "container", least, most, (*load.notes, *map(_bridge, held)))


def _bridge(factor: Factor) -> tuple[str, str]:
    return f"a container holds {factor.low:g} to {factor.high:g} {factor.to_unit}s", f"factor {factor.name}: {factor.source}"
