"""Which version of Waybill made something: told by its code and parts, so that nobody need remember to count it up."""

from collections.abc import Sequence
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable

DIGITS = 12


def version_of(rooms: Sequence[str], distributions: Sequence[str], *settings: str) -> str:
    """The first hex digits of a sha256 over all files of some rooms, the versions of the packages they use, and settings.

    A package that is not installed counts as such.
    """
    digest = sha256(repr([*settings, *map(_installed, distributions)]).encode())
    for room in rooms:
        for name, data in _files(files("waybill").joinpath(room), room):
            digest.update(f"{name} {len(data)} ".encode() + data)
    return digest.hexdigest()[:DIGITS]


def _files(room: Traversable, name: str) -> list[tuple[str, bytes]]:
    found = []
    for entry in sorted(room.iterdir(), key=lambda e: e.name):
        if entry.is_dir() and entry.name != "__pycache__":
            found += _files(entry, f"{name}/{entry.name}")
        elif entry.is_file():
            found.append((f"{name}/{entry.name}", entry.read_bytes()))
    return found


def _installed(distribution: str) -> str:
    try:
        return f"{distribution} {version(distribution)}"
    except PackageNotFoundError:
        return f"{distribution} none"
