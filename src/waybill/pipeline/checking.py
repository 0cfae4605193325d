"""The checks of a delivery, in the order they are told, with the facts and lists they need opened once."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from waybill.check.consignments import consignment_of
from waybill.check.law.law import law
from waybill.check.route.unplaced import unplaced
from waybill.check.screening.screen import screening
from waybill.check.stock.stock import stock
from waybill.grade.grades import graded
from waybill.model.account import Account
from waybill.model.claim import Claim, ClaimId
from waybill.model.delivery import Line
from waybill.model.document import Failure
from waybill.model.finding import Consignment, Finding
from waybill.pipeline.assuming import factors_for, rates_for, sources_for
from waybill.pipeline.lists import held_lists
from waybill.pipeline.progress import Progress
from waybill.settings import Settings

if TYPE_CHECKING:
    from waybill.check.route.find import Routes


class Checks:
    """The checks of one run. `failures` are rows of the user's tables that are left aside."""

    def __init__(self, settings: Settings, progress: Progress) -> None:
        """Opens the facts. Raises ReadError where a list held cannot be read, WriteError where no cache can be written."""
        self._cache_dir, self._progress = settings.cache_dir, progress
        progress("opening the lists held")
        self._lists = held_lists(settings, progress)
        self._factors, of_factors = factors_for(settings)
        self._rates, of_rates = rates_for(settings)
        self.failures: tuple[Failure, ...] = (*of_factors, *of_rates)

    def findings(self, consignment: Consignment) -> tuple[Finding, ...]:
        """One finding a check: whether its way was possible, which rules would apply, who is listed, what it amounts to."""
        return (
            unplaced(consignment) or self._way(consignment),
            law(consignment),
            screening(consignment, self._lists),
            stock(consignment, self._rates, self._factors),
        )

    def _way(self, consignment: Consignment) -> Finding:
        self._progress("opening what ways are measured by")
        return _routes(self._cache_dir).finding(consignment)

    def of_line(self, line: Line, claims: Mapping[ClaimId, Claim]) -> Line:
        """The line with the findings of its deliveries; what is said without particulars tells of no delivery to check."""
        checked = (
            replace(d, findings=self.findings(consignment_of(line, d, claims))) if d.particulars else d for d in line.deliveries
        )
        return replace(line, deliveries=tuple(checked))


@lru_cache(maxsize=1)
def _routes(cache_dir: Path) -> "Routes":
    """Made once a process: it remembers every way it has measured. Imported when first needed: what it stands on is heavy."""
    from waybill.check.route.find import Routes  # noqa: PLC0415 - see above
    from waybill.reference.routes import open_route_facts  # noqa: PLC0415 - see above

    return Routes(open_route_facts(Settings(cache_dir=cache_dir)))


def checked(account: Account, settings: Settings, progress: Progress) -> Account:
    """The account with every delivery checked; without any nothing is opened."""
    if not any(delivery.particulars for line in account.lines for delivery in line.deliveries):
        return account
    checks = Checks(settings, progress)
    claims = {claim.id: claim for claim in account.claims}
    failures = tuple(dict.fromkeys((*account.failures, *checks.failures)))
    return replace(account, lines=tuple(checks.of_line(line, claims) for line in account.lines), failures=failures)


def graded_by(account: Account, settings: Settings) -> Account:
    """The account with the Admiralty grades of its deliveries, their sources' letters from the user's table."""
    sources, failures = sources_for(settings)
    found = graded(account, sources.by_name)
    return replace(found, failures=tuple(dict.fromkeys((*found.failures, *failures))))
