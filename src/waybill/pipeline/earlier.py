"""The documents of a case as they stood before the latest of them came or went."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from waybill.ledger.ledger import Ledger
from waybill.model.custody import LogEntry
from waybill.model.document import Publication, Reading
from waybill.pipeline.case import Case
from waybill.pipeline.missing import missing
from waybill.read.reports import numbered

Gone = Mapping[str, str]
"""Locations of reports that are no longer on the disk, with the paths at which the user would look for them."""


class Since(Struct, frozen=True):
    """From when on documents count as the latest: a day (UTC), or the number of an entry of the log."""

    start: date | int

    def holds(self, entry: LogEntry) -> bool:
        """Whether an entry of the log is of that day or number, or later."""
        if isinstance(self.start, int):
            return entry.number >= self.start
        return datetime.fromisoformat(entry.at).date() >= self.start

    def __str__(self) -> str:
        """ "2023-10-14", "entry 27"."""
        return f"entry {self.start}" if isinstance(self.start, int) else self.start.isoformat()


class Earlier(Struct, frozen=True):
    """The documents as they stood before `entry` of the log, the first that tells of the latest; None where none does, for a
    read-only ledger cannot note that reports are missing."""

    case: Case
    entry: LogEntry | None


def earlier(case: Case, paths: Sequence[Path], since: Since | None, ledger: Ledger) -> Earlier | None:
    """What stood before the latest documents came or went; None where nothing did.

    The latest are those read or missed in the last run that read or missed any of them, or since what is asked for. Without
    paths nothing goes.
    """
    news = _news(ledger, bool(paths))
    gone = _gone(case, paths, news, ledger)
    unnoted = gone.keys() - _missed(news)
    wanted = {*case.locations.values(), *gone}
    entry = None if unnoted and since is None else _first_since([e for e in news if e.name in wanted], since)
    return Earlier(_as_it_stood(case, gone, news, entry, ledger), entry) if entry or unnoted else None


def _news(ledger: Ledger, on_disk: bool) -> list[LogEntry]:
    """The entries by which something came, or if it matters what is on the disk, went: not those of what stood there already,
    which a new version read anew."""
    keys, found = dict[str, str | None](), list[LogEntry]()
    for entry, key in ledger.history():
        if keys.get(entry.name) != key and (key or on_disk):
            found.append(entry)
            keys[entry.name] = key
    return found


def _missed(news: Iterable[LogEntry]) -> set[str]:
    """The locations at which nothing lies after all this."""
    return {name for name, kind in {entry.name: entry.kind for entry in news}.items() if kind == "missed"}


def _first_since(news: Sequence[LogEntry], since: Since | None) -> LogEntry | None:
    """The first entry that tells of the latest."""
    if since is None:
        return next((entry for entry in news if entry.run == news[-1].run), None)
    return next((entry for entry in news if since.holds(entry)), None)


def _as_it_stood(case: Case, gone: Gone, news: Sequence[LogEntry], entry: LogEntry | None, ledger: Ledger) -> Case:
    """The documents of a case and those gone from it as they stood before an entry of the log, under their present paths.

    What lay elsewhere then is found by its text.
    """
    missed = _missed(e for e in news if entry is None or e.number < entry.number)
    stood = {at: was for at, was in ledger.standing(entry.number if entry else None) if at not in missed}
    elsewhere: defaultdict[str, list[str]] = defaultdict(list)
    for other in sorted(stood.keys() - set(case.locations.values()), reverse=True):
        elsewhere[stood[other].document.text_sha256].append(other)
    found: dict[str, Publication] = {}
    for publication in case.reading.publications:
        at, same_text = case.locations[publication.id], elsewhere[publication.document.text_sha256]
        was = at if at in stood else same_text.pop() if same_text else None
        if was is not None:
            found[was] = replace(stood[was], path=publication.path)
    found |= {at: replace(stood[at], path=path) for at, path in gone.items() if at in stood and at not in found}
    held = sorted(found.items(), key=lambda located: located[1].path)
    publications = numbered([publication for _, publication in held])
    return Case(Reading(publications, ()), {p.id: location for p, (location, _) in zip(publications, held, strict=True)})


def _gone(case: Case, paths: Sequence[Path], news: Sequence[LogEntry], ledger: Ledger) -> Gone:
    """What the ledger holds of some files, or below some folders, and the disk does not; not what only lies elsewhere now."""
    last = {entry.name: entry.run for entry in news if entry.kind == "read"}
    away = missing(paths, last.keys() - case.locations.values(), ledger)
    texts = {at: held.document.text_sha256 for at, held in ledger.standing() if at in away} if away else {}
    came: defaultdict[str, list[int]] = defaultdict(list)
    for publication in case.reading.publications:
        came[publication.document.text_sha256].append(last[case.locations[publication.id]])
    found = {}
    for location, text in texts.items():
        later = [run for run in came[text] if run > last[location]]
        if later:
            came[text].remove(later[0])
        else:
            found[location] = away[location]
    return found
