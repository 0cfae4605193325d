"""The tables that ways are measured by hold together."""

from typing import get_args

from waybill.model.claim import Mode
from waybill.reference.carriers import SCENARIOS, detour, load_of, speed_km_day
from waybill.reference.rail_lines import rail_lines
from waybill.reference.sphere import distance_km
from waybill.reference.tables import rows_of
from waybill.reference.transfer_nodes import transfer_nodes

TABLES = (
    "rail_lines.csv",
    "transfer_nodes.csv",
    "carrier_speeds.csv",
    "carrier_loads.csv",
    "handling_times.csv",
    "detours.csv",
)


def test_every_row_has_a_source_or_says_that_it_has_none() -> None:
    assert all(row["source"] for table in TABLES for row in rows_of(table))


def test_scenarios_never_speed_up() -> None:
    for mode in get_args(Mode):
        speeds = [speed_km_day(mode, scenario).value for scenario in SCENARIOS]
        assert speeds == sorted(speeds, reverse=True)
        assert detour(mode).factor >= 1


def test_a_rail_line_is_no_shorter_than_the_great_circle_and_less_than_thrice_it() -> None:
    lines = rail_lines()
    for track in lines.tracks:
        straight = distance_km(*lines.stations[track.start], *lines.stations[track.end])
        assert straight * 0.98 <= track.km <= max(3 * straight, 10), track


def test_a_station_is_at_one_place_on_all_its_lines() -> None:
    points: dict[str, set[tuple[str, str]]] = {}
    for row in rows_of("rail_lines.csv"):
        points.setdefault(row["station"], set()).add((row["lat"], row["lon"]))
    assert [name for name, at in points.items() if len(at) > 1] == []


def test_a_node_with_rails_is_at_a_station_of_the_table_or_in_no_corridor() -> None:
    stations = rail_lines().stations
    off = [
        n.name
        for n in transfer_nodes()
        if "rail" in n.modes and n.name in stations and distance_km(n.lat, n.lon, *stations[n.name]) > 15
    ]
    assert off == []


def test_a_load_never_grows_from_scenario_to_scenario() -> None:
    for row in rows_of("carrier_loads.csv"):
        mode: Mode = next(m for m in get_args(Mode) if m == row["mode"])
        loads = [found.value for s in SCENARIOS if (found := load_of(mode, row["unit"], s))]
        assert loads == sorted(loads, reverse=True)
