"""The sanctions lists that are held: originals under their sha256, and what was read of each, compiled once."""

import hashlib
import os
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path

import msgspec
from msgspec.structs import replace

from waybill.check.screening.held import Held
from waybill.errors import ReadError, WriteError
from waybill.model.listing import Edition, SanctionsList
from waybill.pipeline.progress import Progress
from waybill.read.lists.files import Original, list_of
from waybill.settings import Settings

EDITION = 1
"""Raised whenever the same files are read otherwise: what is compiled is then read anew from the originals."""

BESIDE = ("alt.csv", "sdn_comments.csv")
"""Files that belong to an sdn.csv and are taken with it where they lie beside it."""

_EDITIONS = msgspec.json.Decoder(Edition)
_LISTS = msgspec.msgpack.Decoder(SanctionsList)


class Added(msgspec.Struct, frozen=True):
    """What came of adding files: the edition, whether it was held already, and which files were read for it."""

    edition: Edition
    was_held: bool
    files: tuple[Path, ...]


def add_list(paths: Sequence[Path], dated: date | None, settings: Settings, progress: Progress) -> Added:
    """Reads a list and keeps it. Raises ReadError where it is none, WriteError where the folder cannot be written.

    The same files again change nothing, unless they now come with a date and the list states none.
    """
    files = _with_those_beside(paths)
    originals = [_read(path, settings) for path in files]
    progress(f"reading {files[0]}")
    found = _list_of(originals, dated)
    held = next((one for one in held_editions(settings) if one.sha256 == found.edition.sha256), None)
    if held and found.edition.dated in (None, held.dated):
        return Added(held, True, files)
    progress(f"keeping {found.edition.entries:,} entries")
    _keep(found, originals, settings)
    return Added(found.edition, False, files)


def held_editions(settings: Settings) -> tuple[Edition, ...]:
    """The editions held, by list and date. Raises ReadError for what is no edition's description."""
    found = []
    for path in sorted(settings.lists_dir.glob("*.json")):
        try:
            found.append(_EDITIONS.decode(path.read_bytes()))
        except (OSError, msgspec.MsgspecError) as error:
            raise ReadError(f"{path}: damaged; remove it and add the list again") from error
    return tuple(sorted(found, key=lambda edition: (edition.list, edition.dated or date.min, edition.id)))


def held_lists(settings: Settings, progress: Progress) -> Held:
    """All lists held, to be screened against. Raises ReadError where an original is gone or is not as it was kept."""
    return Held(_compiled(edition, settings, progress) for edition in held_editions(settings))


def _with_those_beside(paths: Sequence[Path]) -> tuple[Path, ...]:
    files = list(dict.fromkeys(paths))
    if len(files) == 1 and files[0].name.lower() == "sdn.csv":
        files += [beside for name in BESIDE if (beside := files[0].with_name(name)).is_file()]
    return tuple(files)


def _read(path: Path, settings: Settings) -> Original:
    try:
        if path.stat().st_size > settings.max_list_bytes:
            raise ReadError(f"{path}: larger than {settings.max_list_bytes:,} bytes; no list known is")
        return Original(str(path), path.read_bytes())
    except OSError as error:
        raise ReadError(f"{path}: cannot be read ({error.strerror}); check the path") from error


def _list_of(originals: Sequence[Original], dated: date | None) -> SanctionsList:
    try:
        return list_of(originals, dated)
    except ReadError as error:
        raise ReadError(f"{originals[0].name}: {error}") from error


def _keep(found: SanctionsList, originals: Sequence[Original], settings: Settings) -> None:
    """Originals first, the description last: a list that is described is whole."""
    for original in originals:
        _write(_original_path(original.sha256, settings), original.data)
    _write(_compiled_path(found.edition, settings), msgspec.msgpack.encode(found))
    _write(settings.lists_dir / f"{found.edition.id}.json", msgspec.json.encode(found.edition))


def _compiled(edition: Edition, settings: Settings, progress: Progress) -> SanctionsList:
    """What was read of an edition; read anew where it is missing, damaged, or was read by another version."""
    with suppress(OSError, msgspec.MsgspecError):
        kept = _LISTS.decode(_compiled_path(edition, settings).read_bytes())
        if kept.edition == edition:
            return kept
    progress(f"reading {edition.list} of {edition.dated or 'no date'} anew")
    given = edition.dated if edition.dated_by == "user" else None
    found = _list_of([_original(sha256, settings) for sha256 in edition.sha256], given)
    _write(_compiled_path(edition, settings), msgspec.msgpack.encode(replace(found, edition=edition)))
    return replace(found, edition=edition)


def _original(sha256: str, settings: Settings) -> Original:
    path = _original_path(sha256, settings)
    original = _read(path, settings)
    if hashlib.sha256(original.data).hexdigest() != sha256:
        raise ReadError(f"{path}: not the bytes that were kept; add the list again")
    return original


def _original_path(sha256: str, settings: Settings) -> Path:
    return settings.lists_dir / "originals" / sha256


def _compiled_path(edition: Edition, settings: Settings) -> Path:
    return settings.lists_dir / f"{edition.id}-{EDITION}.msgpack"


def _write(path: Path, data: bytes) -> None:
    """Written aside and moved into place, so that runs at once do no harm."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, aside = tempfile.mkstemp(dir=path.parent, prefix=path.name[:12], suffix=".part")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(aside).replace(path)
    except OSError as error:
        where = f"{path.parent}: lists cannot be kept there ({error.strerror})"
        raise WriteError(f"{where}; let WAYBILL_LISTS name a folder that can be written") from error
