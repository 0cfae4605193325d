"""The documents of a case as they stood before the latest of them came or went."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from waybill.ledger.ledger import Ledger
from waybill.model.custody import LogEntry
from waybill.model.document import Publication, Reading
from waybill.pipeline.case import Case
from waybill.read.files import shown
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
    """The documents as they stood before `entry` of the log, the first of the latest; None if none came: only some went."""

    case: Case
    entry: LogEntry | None


def earlier(case: Case, paths: Sequence[Path], since: Since | None, ledger: Ledger) -> Earlier | None:
    """What stood before the latest documents came, with what has gone from the paths; None where nothing came or went.

    The latest are those read in the last run that read any of them, or since what is asked for. Gone is what the ledger
    holds of the paths and the disk does not any more: when it went nobody noted, so it counts as gone each time. Where it was
    itself among the latest, or came after them, its going is the latest: it alone is then told. Without paths nothing goes.
    """
    arrivals = _arrivals(ledger)
    gone = _gone(case, paths, arrivals, ledger)
    entry = _first_since(arrivals, set(case.locations.values()), since)
    if since is None and entry and any(e.name in gone and e.run >= entry.run for e in arrivals):
        entry = None
    stood = _as_it_stood(case, gone, entry, ledger) if entry or gone else None
    return Earlier(stood, entry) if stood else None


def _arrivals(ledger: Ledger) -> list[LogEntry]:
    """The readings that brought something: not those of what stood there already, which a new version read anew."""
    keys, found = dict[str, str](), list[LogEntry]()
    for entry, key in ledger.history():
        if keys.get(entry.name) != key:
            found.append(entry)
        keys[entry.name] = key
    return found


def _first_since(arrivals: Sequence[LogEntry], locations: set[str], since: Since | None) -> LogEntry | None:
    """The first reading of the case's documents that counts as one of the latest."""
    ours = [entry for entry in arrivals if entry.name in locations]
    if since is None:
        return next((entry for entry in ours if entry.run == ours[-1].run), None)
    return next((entry for entry in ours if since.holds(entry)), None)


def _as_it_stood(case: Case, gone: Gone, entry: LogEntry | None, ledger: Ledger) -> Case:
    """The documents of a case and those gone from it as they stood before an entry of the log, under their present paths.

    What lay elsewhere then is found by its text.
    """
    stood = dict(ledger.standing(entry.number if entry else None))
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


def _gone(case: Case, paths: Sequence[Path], arrivals: Sequence[LogEntry], ledger: Ledger) -> Gone:
    """What the ledger holds of some files, or below some folders, and the disk does not; not what only lies elsewhere now."""
    last = {entry.name: entry.run for entry in arrivals}
    came: defaultdict[str, list[int]] = defaultdict(list)
    for publication in case.reading.publications:
        came[publication.document.text_sha256].append(last[case.locations[publication.id]])
    found = {}
    for location, publication, path in _missing(paths, ledger):
        later = [run for run in came[publication.document.text_sha256] if run > last[location]]
        if later:
            came[publication.document.text_sha256].remove(later[0])
        else:
            found[location] = path
    return found


def _missing(paths: Sequence[Path], ledger: Ledger) -> Iterator[tuple[str, Publication, str]]:
    """Location, publication and path of every report that the ledger holds of the paths and the disk does not."""
    roots = [(path, path.resolve()) for path in paths]
    for location, publication in ledger.standing() if roots else ():
        file = ledger.path_of(location)
        under = next(((path, root) for path, root in roots if file.is_relative_to(root)), None)
        if under and _is_missing(file):
            path, root = under
            yield location, publication, shown(path / file.relative_to(root))


def _is_missing(file: Path) -> bool:
    """True only where it is certain that nothing lies there: what may not be looked at is not missing."""
    try:
        file.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except (OSError, ValueError):
        return False
    return False
