"""The routes are loaded once for all these tests."""

import pytest

from waybill.check.route.find import Routes
from waybill.reference.routes import open_route_facts
from waybill.settings import Settings


@pytest.fixture(scope="session")
def routes() -> Routes:
    return Routes(open_route_facts(Settings()))
