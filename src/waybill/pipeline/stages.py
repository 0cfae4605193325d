"""The stages in order, on one page: read, parse, resolve, extract, trace, reconcile."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from msgspec.structs import replace

from waybill.extract.odd_rows import is_odd, odd_rows
from waybill.extract.prefilter import may_speak_of_arms
from waybill.model.account import Account
from waybill.model.claim import Claim
from waybill.model.document import Publication, Reading
from waybill.model.judgement import Reviewed
from waybill.model.mention import Mention
from waybill.pipeline.assuming import factors_for
from waybill.pipeline.progress import Progress
from waybill.read.reports import read
from waybill.reconcile.kept import unkept
from waybill.reconcile.lines import Given, figures_of, reconcile
from waybill.reconcile.movements import FigureOf
from waybill.review.notes import with_unkept
from waybill.settings import Settings
from waybill.trace.genealogy import trace


def read_reports(paths: Sequence[Path], published: date | None, settings: Settings, progress: Progress) -> Reading:
    """The reports on these paths, and what could not be read."""
    return with_odd_rows(read(paths, settings, published, lambda path: progress(f"opening {path}")))


def with_odd_rows(reading: Reading) -> Reading:
    """The reading with a failure for every row of a table of claims that makes no sense; such a row is no claim."""
    odd = (failure for p in reading.publications if p.rows for failure in odd_rows(p))
    return replace(reading, failures=(*reading.failures, *odd))


def find_mentions(
    publications: Sequence[Publication], settings: Settings, progress: Progress
) -> Iterator[tuple[Publication, tuple[Mention, ...]]]:
    """The mentions of each publication, in order. A table of claims is no prose and has none."""
    from waybill.pipeline import finding  # noqa: PLC0415 - see find_claims

    return finding.find_mentions(publications, settings, progress)


def find_claims(
    publications: Sequence[Publication], settings: Settings, progress: Progress
) -> Iterator[tuple[Publication, tuple[Claim, ...]]]:
    """The claims of each publication, in order: parse, resolve, extract."""
    if not publications:
        return iter(())
    from waybill.pipeline import finding  # noqa: PLC0415 - here, as importing it is most of a run whose claims are all held

    return finding.find_claims(publications, settings, progress)


def may_tell_of_deliveries(publications: Sequence[Publication]) -> tuple[Publication, ...]:
    """The publications left when those are taken out whose text cannot speak of arms."""
    return tuple(p for p in publications if p.rows or may_speak_of_arms(p.document.text))


def build_account(reading: Reading, settings: Settings, progress: Progress) -> Account:
    """Everything the reports say and how it fits together, as the machine reads it: no ledger is opened."""
    telling = may_tell_of_deliveries(reading.publications)
    claims = [c for _, found in find_claims(telling, settings, progress) for c in found]
    return put_together(reading, Reviewed(tuple(claims)), progress, settings)


def put_together(reading: Reading, reviewed: Reviewed, progress: Progress, settings: Settings) -> Account:
    """How reviewed claims fit together: who stands behind them, and what they jointly allow.

    Rejected claims are left out of it, but a rejection ties nothing anew: a detail of a rejected figure is not the next one's.
    """
    publications, bindings = reading.publications, reviewed.bindings
    standing = _sensible(reviewed.standing, publications)
    progress("tracing who repeats whom")
    tracing = trace(publications, standing)
    progress("reconciling")
    factors, failures = factors_for(settings)
    given = Given(_tied_before_rejections(publications, reviewed), factors)
    lines = reconcile(standing, tracing, publications, bindings, given)
    known = with_unkept(reviewed, unkept(bindings, tracing, lines))
    return Account(publications, known, tracing, lines, (*reading.failures, *failures))


def _sensible(claims: Sequence[Claim], publications: Sequence[Publication]) -> tuple[Claim, ...]:
    """The claims without those of a table's rows that make no sense: these are shown, and go no further."""
    tables = {p.id: p for p in publications if p.rows}
    return tuple(c for c in claims if c.document not in tables or not is_odd(c, tables[c.document]))


def _tied_before_rejections(publications: Sequence[Publication], reviewed: Reviewed) -> FigureOf | None:
    """The figures that details are tied to with rejected claims among them; None where nothing was rejected."""
    if reviewed.standing == reviewed.claims:
        return None
    claims = _sensible(reviewed.claims, publications)
    return figures_of(claims, trace(publications, claims), publications, reviewed.bindings)
