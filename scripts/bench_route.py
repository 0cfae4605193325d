"""How fast ways are checked, against the stated targets: what loading takes, one delivery, many between many places."""

import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from waybill.check.route.find import Routes
from waybill.model.claim import Mode
from waybill.model.finding import Consignment
from waybill.model.quantity import Quantity
from waybill.model.things import Place
from waybill.model.time import Window
from waybill.reference.routes import open_route_facts
from waybill.reference.transfer_nodes import transfer_nodes
from waybill.settings import Settings

COUNT = 10_000
PLACES = 200
"""Places that the deliveries go between: our convention, some twenty towns and depots in each of ten areas."""

NEAR_DEG = 1.5
MODES: Sequence[tuple[Mode, ...]] = ((), ("sea",), ("sea", "rail"), ("rail",), ("road",), ("air",), ("sea", "road"))
_COMPILE = "from waybill.reference.routes import *; from waybill.settings import *; open_route_facts(Settings())"
FIRST = date(2023, 1, 1)


def route() -> None:
    """Loading, one delivery, and COUNT of them with other places, modes, windows and amounts."""
    subprocess.run([sys.executable, "-c", _COMPILE], check=True)
    before_mb = _peak_mb()
    start = time.perf_counter()
    routes = Routes(open_route_facts(Settings()))
    print(f"loading {time.perf_counter() - start:.2f} s, {_peak_mb() - before_mb:.0f} MB more (targets 2.00, 300)")
    one_s = _seconds(routes, [_case()])
    print(f"one delivery, the first {one_s:.2f} s (target 1.00)")
    chance = Random(1)
    places = [_place(chance, number) for number in range(PLACES)]
    told = [_delivery(chance, places) for _ in range(COUNT)]
    print(f"{COUNT:,} deliveries between {PLACES} places {_seconds(routes, told):.1f} s (target 60.0)")
    slowest = max(_seconds(Routes(open_route_facts(Settings())), [one]) for one in told[:20])
    print(f"the slowest of 20 asked first {slowest:.2f} s; the process at most {_peak_mb():.0f} MB")


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _seconds(routes: Routes, told: Sequence[Consignment]) -> float:
    start = time.perf_counter()
    for consignment in told:
        routes.finding(consignment)
    return time.perf_counter() - start


def _case() -> Consignment:
    """A thousand containers by sea and rail across a continent."""
    origin, destination = (
        Place("Rajin", "North Korea", 42.23, 130.3, 10, None),
        Place("Tikhoretsk", "Russia", 45.85, 40.12, 10, None),
    )
    window = Window(None, date(2023, 9, 7), date(2023, 9, 7), date(2023, 10, 1), date(2023, 10, 1))
    amount = Quantity(None, 1000, "container", (1000,), "<")
    return Consignment(amounts=(amount,), window=window, origin=origin, destination=destination, modes=("sea", "rail"))


def _place(chance: Random, number: int) -> Place:
    """A place somewhere round a port or station."""
    node = chance.choice(transfer_nodes())
    lat, lon = (at + chance.uniform(-NEAR_DEG, NEAR_DEG) for at in (node.lat, node.lon))
    return Place(f"place {number}", node.country, round(lat, 3), round(lon, 3), 10, None)


def _delivery(chance: Random, places: Sequence[Place]) -> Consignment:
    origin, destination = chance.sample(places, 2)
    first = FIRST + timedelta(days=chance.randrange(700))
    last = first + timedelta(days=chance.randrange(60))
    amount = Quantity(float(chance.randrange(1, 2000)), None, "container", (), ">")
    window = Window(None, first, first, last, last)
    via = (chance.choice(places),) if chance.random() < 0.2 else ()
    return Consignment(
        amounts=(amount,), window=window, origin=origin, via=via, destination=destination, modes=chance.choice(MODES)
    )


if __name__ == "__main__":
    route()
