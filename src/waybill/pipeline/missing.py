"""Reports that the ledger holds and the disk does not."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from waybill.ledger.ledger import Ledger
from waybill.read.files import shown


def missing(paths: Sequence[Path], locations: Iterable[str], ledger: Ledger) -> dict[str, str]:
    """Of some locations those on or below the paths where nothing lies, each with the path at which the user would look."""
    folders = defaultdict[str, list[str]](list)
    for location in locations:
        folders[location[: location.rfind("/") + 1]].append(location)
    found: dict[str, str] = {}
    for path in paths if folders else ():
        root = path.resolve()
        for location in _below(path, root, folders, ledger):
            file = ledger.path_of(location)
            if location not in found and _is_missing(file):
                found[location] = shown(path / file.relative_to(root))
    return found


def _below(path: Path, root: Path, folders: Mapping[str, Sequence[str]], ledger: Ledger) -> Iterator[str]:
    """What lies on a path or below it; of each folder it is asked once."""
    itself = ledger.location_of(path)
    for folder, held in folders.items():
        if ledger.path_of(folder).is_relative_to(root):
            yield from held
        elif itself in held:
            yield itself


def _is_missing(file: Path) -> bool:
    """True only where it is certain that nothing lies there: what may not be looked at is not missing."""
    try:
        file.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except (OSError, ValueError):
        return False
    return False
