"""The stages in order, on one page: read, parse, resolve, extract, trace, reconcile."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from waybill.extract.claims import extract
from waybill.extract.prefilter import may_speak_of_arms
from waybill.extract.tables import claims_of_table
from waybill.model.account import Account
from waybill.model.claim import Claim
from waybill.model.document import Publication, Reading
from waybill.model.judgement import Reviewed
from waybill.model.mention import Mention
from waybill.model.parse import Parse
from waybill.parse.english import parse
from waybill.pipeline.progress import Progress
from waybill.read.reports import read
from waybill.reconcile.lines import reconcile
from waybill.reference.gazetteer import Gazetteer, open_gazetteer
from waybill.resolve.mentions import resolve
from waybill.resolve.places.named import place_named
from waybill.settings import Settings
from waybill.trace.genealogy import trace


def read_reports(paths: Sequence[Path], published: date | None, settings: Settings, progress: Progress) -> Reading:
    """The reports on these paths, and what could not be read."""
    return read(paths, settings, published, lambda path: progress(f"opening {path}"))


def find_mentions(
    publications: Sequence[Publication], settings: Settings, progress: Progress
) -> Iterator[tuple[Publication, tuple[Mention, ...]]]:
    """The mentions of each publication, in order. A table of claims is no prose and has none."""
    gazetteer = open_gazetteer(settings, progress)
    for publication, parsed in _parsed(publications, settings, progress):
        yield publication, resolve(parsed, publication.published, gazetteer) if parsed else ()


def find_claims(
    publications: Sequence[Publication], settings: Settings, progress: Progress
) -> Iterator[tuple[Publication, tuple[Claim, ...]]]:
    """The claims of each publication, in order."""
    if not publications:
        return
    gazetteer = open_gazetteer(settings, progress)
    for publication, parsed in _parsed(publications, settings, progress):
        yield publication, _claims(publication, parsed, gazetteer)


def may_tell_of_deliveries(publications: Sequence[Publication]) -> tuple[Publication, ...]:
    """The publications left when those are taken out whose text cannot speak of arms."""
    return tuple(p for p in publications if p.rows or may_speak_of_arms(p.document.text))


def build_account(reading: Reading, settings: Settings, progress: Progress) -> Account:
    """Everything the reports say and how it fits together, as the machine reads it: no ledger is opened."""
    telling = may_tell_of_deliveries(reading.publications)
    claims = [c for _, found in find_claims(telling, settings, progress) for c in found]
    return put_together(reading, Reviewed(tuple(claims)), progress)


def put_together(reading: Reading, reviewed: Reviewed, progress: Progress) -> Account:
    """How reviewed claims fit together: who stands behind them, and what they jointly allow."""
    progress("tracing who repeats whom")
    tracing = trace(reading.publications, reviewed.standing)
    progress("reconciling")
    lines = reconcile(reviewed.standing, tracing, reading.publications)
    return Account(reading.publications, reviewed, tracing, lines, reading.failures)


def _parsed(
    publications: Sequence[Publication], settings: Settings, progress: Progress
) -> Iterator[tuple[Publication, Parse | None]]:
    """Each publication with its parse; None for a table of claims. Of a long one it is told how far it is."""
    doing = ""

    def tell(share: float) -> None:
        progress(f"{doing}, {share:.0%} parsed")

    parses = parse((p.document.text for p in publications if not p.rows), settings, tell)
    for number, publication in enumerate(publications, start=1):
        doing = f"reading {number} of {len(publications)}: {publication.path}"
        progress(doing)
        yield publication, None if publication.rows else next(parses)


def _claims(publication: Publication, parsed: Parse | None, gazetteer: Gazetteer) -> tuple[Claim, ...]:
    if parsed is None:
        return claims_of_table(publication, partial(place_named, gazetteer))
    return extract(parsed, resolve(parsed, publication.published, gazetteer), publication)
