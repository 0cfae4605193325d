"""Carriers: how fast they go, how much they take, how long handling takes, each in three scenarios and with its source."""

from functools import cache
from typing import Literal, get_args

from msgspec import Struct

from waybill.model.claim import Mode
from waybill.reference.tables import rows_of

Scenario = Literal["minimum", "typical", "slow"]
SCENARIOS: tuple[Scenario, ...] = get_args(Scenario)
"""By falling speed: the least time that is possible, the usual, the slow."""

_LOADS: dict[Scenario, str] = {"minimum": "most", "typical": "usual", "slow": "least"}


class Figure(Struct, frozen=True):
    """A figure of a table, with its source."""

    value: float
    source: str


class Detour(Struct, frozen=True):
    """A named factor on the great circle."""

    name: str
    factor: float
    source: str


@cache
def speed_km_day(mode: Mode, scenario: Scenario) -> Figure:
    """How many kilometres a day goods are carried, from carrier_speeds.csv."""
    row = next(row for row in rows_of("carrier_speeds.csv") if row["mode"] == mode)
    return Figure(float(row[f"{scenario}_km_day"]), row["source"])


@cache
def handling_h(what: str, scenario: Scenario) -> Figure:
    """How many hours something takes, from handling_times.csv ("load sea"); 0 for what the table has not."""
    row = next((row for row in rows_of("handling_times.csv") if row["what"] == what), None)
    return Figure(float(row[f"{scenario}_h"]), row["source"]) if row else Figure(0.0, "")


@cache
def load_of(mode: Mode, unit: str, scenario: Scenario) -> Figure | None:
    """How much of a unit one carrier takes, from carrier_loads.csv; None where the table has none."""
    rows = (row for row in rows_of("carrier_loads.csv") if (row["mode"], row["unit"]) == (mode, unit))
    return next((Figure(float(row[_LOADS[scenario]]), row["source"]) for row in rows), None)


@cache
def detour(mode: Mode) -> Detour:
    """The factor on the great circle where nothing better is known, from detours.csv."""
    row = next(row for row in rows_of("detours.csv") if row["mode"] == mode)
    return Detour(row["name"], float(row["factor"]), row["source"])
