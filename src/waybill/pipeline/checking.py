"""The checks of a delivery, in the order they are told, with the facts and lists they need opened once."""

from waybill.check.law.law import law
from waybill.check.route.find import Routes
from waybill.check.screening.screen import screening
from waybill.check.stock.stock import stock
from waybill.model.document import Failure
from waybill.model.finding import Consignment, Finding
from waybill.pipeline.assuming import factors_for, rates_for
from waybill.pipeline.lists import held_lists
from waybill.pipeline.progress import Progress
from waybill.reference.routes import open_route_facts
from waybill.settings import Settings


class Checks:
    """The checks of one run. `failures` are rows of the user's tables that are left aside."""

    def __init__(self, settings: Settings, progress: Progress) -> None:
        """Opens the facts. Raises ReadError where a list held cannot be read, WriteError where no cache can be written."""
        progress("opening what ways are measured by")
        self._routes = Routes(open_route_facts(settings))
        progress("opening the lists held")
        self._lists = held_lists(settings, progress)
        self._factors, of_factors = factors_for(settings)
        self._rates, of_rates = rates_for(settings)
        self.failures: tuple[Failure, ...] = (*of_factors, *of_rates)

    def findings(self, consignment: Consignment) -> tuple[Finding, ...]:
        """One finding a check: whether its way was possible, which rules would apply, who is listed, what it amounts to."""
        return (
            self._routes.finding(consignment),
            law(consignment),
            screening(consignment, self._lists),
            stock(consignment, self._rates, self._factors),
        )
