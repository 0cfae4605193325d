"""documents.csv: what a folder's keeper says about the reports in it."""

from datetime import date
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from waybill.errors import ReadError
from waybill.read.comma_separated import delimiter_of, records
from waybill.read.dates import date_of
from waybill.read.decoding import decode

NAME = "documents.csv"
COLUMNS = ("path", "url", "title", "publisher", "author", "published")


class Entry(Struct, frozen=True):
    """What is said about one report; None where its field is empty."""

    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: date | None = None


class Catalogue(Struct, frozen=True):
    """The entries of one documents.csv by the report's path below its folder (with "/"), what is wrong with it, its bytes."""

    entries: dict[str, Entry] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    data: bytes = b""


def read_catalogue(folder: Path) -> Catalogue:
    """The folder's documents.csv; an empty Catalogue where there is none, and one with a note where it cannot be read."""
    file = folder / NAME
    try:
        if not file.is_file():
            return Catalogue()
        data = file.read_bytes()
        return replace(_catalogue(decode(data)[0], folder), data=data)
    except (OSError, ReadError) as error:
        return Catalogue(notes=(f"ignored: {getattr(error, 'strerror', None) or error}",))


def _catalogue(text: str, folder: Path) -> Catalogue:
    text = text.removeprefix("\ufeff")
    table = list(records(text, delimiter_of(text.partition("\n")[0])))
    columns = [f.text.lower() for f in table[0]] if table else []
    if "path" not in columns:
        return Catalogue(notes=(f"ignored: no column 'path' (its columns are {', '.join(COLUMNS)})",))
    notes = [f"column {name!r} is not known and ignored" for name in columns if name not in COLUMNS]
    entries: dict[str, Entry] = {}
    for record in table[1:]:
        said = {name: f.text for name, f in zip(columns, record, strict=False) if f.text}
        if "path" in said:
            path = Path(said["path"].replace("\\", "/")).as_posix()
            entries[path] = _entry(said)
            notes += _wrong(said, path, folder)
    return Catalogue(entries, tuple(notes))


def _entry(said: dict[str, str]) -> Entry:
    return Entry(
        url=said.get("url"),
        title=said.get("title"),
        publisher=said.get("publisher"),
        author=said.get("author"),
        published=date_of(said.get("published", "")),
    )


def _wrong(said: dict[str, str], path: str, folder: Path) -> list[str]:
    wrong = []
    if not _exists(folder / path):
        wrong.append(f"names {path}, which is not there; check the spelling")
    if "published" in said and not date_of(said["published"]):
        wrong.append(f"{path}: {said['published']!r} is no date; write it as 2023-10-14")
    return wrong


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False
