"""A pile before it is read: nothing is parsed, and nothing of it is kept."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from waybill.model.changes import Triage
from waybill.model.document import Publication, Reading
from waybill.pipeline.case import case_held
from waybill.pipeline.evidence import is_there, opened
from waybill.pipeline.progress import Progress
from waybill.pipeline.stages import may_tell_of_deliveries, read_reports
from waybill.settings import Settings
from waybill.trace.triage import triage


def sorted_pile(
    paths: Sequence[Path], published: date | None, settings: Settings, progress: Progress
) -> tuple[Triage, Reading]:
    """The reports on these paths in the order in which to read them, against those of the ledger, if there is one."""
    pile = read_reports(paths, published, settings, progress)
    progress("comparing with what is held")
    telling = {p.id for p in may_tell_of_deliveries(pile.publications)}
    irrelevant = [p.id for p in pile.publications if p.id not in telling]
    return triage(pile, _held(settings, progress), irrelevant), pile


def _held(settings: Settings, progress: Progress) -> tuple[Publication, ...]:
    """The publications of the ledger; none where there is no ledger."""
    if not is_there(settings):
        return ()
    with opened(settings, progress) as ledger:
        return case_held(ledger).reading.publications
