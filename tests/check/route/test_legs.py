"""Which legs lead from origin to destination, and what of them is stated."""

import itertools

import pytest

from waybill.check.route.find import Routes
from waybill.model.finding import Consignment
from waybill.reference.transfer_nodes import transfer_nodes
from ways import RUSSIA, delivery, place


def test_stated_stops_and_modes_make_stated_legs(routes: Routes) -> None:
    legs = routes.legs(delivery("Rajin", "Tikhoretsk", "sea", "rail", via=("Dunay",)))
    assert [(leg.start, leg.end, leg.mode, leg.standing) for leg in legs] == [
        ("Rajin", "Dunay", "sea", "stated"),
        ("Dunay", "Tikhoretsk", "rail", "stated"),
    ]


def test_a_change_that_nobody_states_is_put_at_a_port_and_its_legs_are_inferred(routes: Routes) -> None:
    legs = routes.legs(delivery("Rajin", "Tikhoretsk", "sea", "rail"))
    assert [leg.mode for leg in legs] == ["sea", "rail"]
    assert {leg.standing for leg in legs} == {"inferred"}
    assert legs[0].end == legs[1].start


def test_a_leg_to_the_port_is_inferred_where_only_the_sea_is_stated(routes: Routes) -> None:
    legs = routes.legs(delivery("Tehran", "Hodeidah", "sea"))
    assert [(leg.mode, leg.standing) for leg in legs] == [("rail", "inferred"), ("sea", "inferred")]
    assert legs[1].start == "Bandar Abbas"


def test_without_a_stated_mode_all_legs_are_inferred(routes: Routes) -> None:
    legs = routes.legs(delivery("Rajin", "Moscow"))
    assert {leg.standing for leg in legs} == {"inferred"}


def test_stops_named_out_of_order_are_taken_in_the_order_of_travel_and_that_is_said(routes: Routes) -> None:
    told = delivery("Rajin", "Moscow", "sea", "rail", via=("Tikhoretsk", "Dunay"))
    assert [leg.end for leg in routes.legs(told)] == ["Dunay", "Tikhoretsk", "Moscow"]
    assert any("not taken in the order" in reason.text for reason in routes.finding(told).reasons)


def test_every_leg_begins_where_the_one_before_ends(routes: Routes) -> None:
    legs = routes.legs(delivery("Tehran", "Nyala"))
    assert all(a.end == b.start and a.points[-1] == b.points[0] for a, b in itertools.pairwise(legs))


@pytest.mark.parametrize("known", [None, RUSSIA])
def test_no_way_is_made_up_where_an_end_is_unknown_or_only_its_country(routes: Routes, known: object) -> None:
    origin = RUSSIA if known else None
    assert routes.legs(Consignment(origin=origin, destination=place("Moscow"), modes=("rail",))) == ()


def test_an_area_makes_its_leg_as_much_shorter_or_longer_as_it_is_wide(routes: Routes) -> None:
    (to_point,) = routes.legs(delivery("Amdjarass", "Nyala", "road"))
    (to_area,) = routes.legs(delivery("Amdjarass", "Darfur", "road"))
    assert to_point.between_km[1] == pytest.approx(to_point.distance_km)
    assert to_area.between_km[1] - to_area.distance_km == pytest.approx(350)


def test_no_road_leads_over_a_sea(routes: Routes) -> None:
    legs = routes.legs(delivery("Bandar Abbas", "Abu Dhabi", "road"))
    assert "sea" in [leg.mode for leg in legs]


def test_a_port_at_the_origin_is_no_stop_on_the_way(routes: Routes) -> None:
    for start, end in (("Bandar Abbas", "Moscow"), ("Vladivostok", "Hodeidah"), ("Rajin", "Tikhoretsk")):
        legs = routes.legs(delivery(start, end, "sea"))
        assert legs and all(leg.distance_km > 30 for leg in legs)


def test_goods_change_carriers_at_home_rather_than_in_a_third_country(routes: Routes) -> None:
    legs = routes.legs(delivery("Tehran", "Moscow", "sea", "rail"))
    ports = {leg.end for leg in legs[:-1]}
    assert ports <= {node.name for node in transfer_nodes() if node.country in ("Iran", "Russia")}


def test_from_a_place_to_itself_there_is_no_way(routes: Routes) -> None:
    finding = routes.finding(delivery("Rajin", "Rajin", "sea"))
    assert finding.answer == "unknown"
    assert "one place" in finding.reasons[0].text
