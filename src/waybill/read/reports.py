"""Files and folders to Publications: where all that is known about a report comes together."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from hashlib import sha256
from importlib import import_module
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from waybill.errors import ReadError
from waybill.model.document import Document, DocumentId, Failure, Publication, PublishedBy, Read, Reading
from waybill.read.body import Body
from waybill.read.catalogue import NAME, Catalogue, Entry, read_catalogue
from waybill.read.files import READ, File, shown, walk
from waybill.read.imprint import Imprint, imprint_of
from waybill.read.language import language_of, name_of
from waybill.read.worksheet import is_worksheet
from waybill.settings import Settings

FORMATS = {
    **{".txt": "plain", ".md": "plain", "": "plain", ".html": "html", ".htm": "html", ".pdf": "pdf"},
    **{".csv": "tables", ".tsv": "tables", ".xlsx": "sheets"},
}
"""Which module of this room reads which suffix; each is imported when first needed, for html and pdf take half a second."""


class Report(Struct, frozen=True):
    """A file about to be read, and all that is known of it besides what it holds.

    `option` is the day that `--published` gives, `listed` what the nearest documents.csv says.
    """

    file: File
    data: bytes
    listed: Entry
    option: date | None


def read(
    paths: Sequence[Path],
    settings: Settings,
    published: date | None = None,
    progress: Callable[[str], None] | None = None,
    reader: Callable[[Report], Read] | None = None,
) -> Reading:
    """The publications that stand on the paths (files, or folders walked whole), sorted by path; and what failed.

    `published` is the day that texts were put out: it beats what they say, and a documents.csv in their folder beats it.
    `progress` is told each path before it is read. Nothing that a file holds raises: it fails, and the rest is read.
    `reader` reads one file, as `read_report` does; it may remember what that gave before.
    """
    walked = walk(paths)
    catalogues = {folder: read_catalogue(folder) for folder in dict.fromkeys(f for w in walked.files for f in w.folders)}
    publications, failures, notes = list[Publication](), list(walked.failures), list(walked.notes)
    notes += (f"{shown(folder / NAME)}: {note}" for folder, held in catalogues.items() for note in held.notes)
    for file in walked.files:
        if progress:
            progress(file.shown)
        try:
            data = _bytes_of(file.path, settings.max_file_bytes)
            suffix = file.path.suffix.lower()
            if suffix in (".csv", ".xlsx") and is_worksheet(data, suffix):
                notes.append(f"{file.shown}: an exported table of claims, no report; `waybill judge --from` reads its edits")
                continue
            found = (reader or read_report)(Report(file, data, _entry_of(file, catalogues), published))
        except ReadError as error:
            failures.append(Failure(file.shown, str(error)))
        else:
            publications.append(replace(found.publication, path=file.shown))
            notes += (f"{file.shown}: {note}" for note in found.notes)
    lists = tuple((folder / NAME, held.data) for folder, held in catalogues.items() if held.data)
    failed = tuple(sorted(failures, key=lambda f: f.path))
    return Reading(numbered(publications), failed, tuple(sorted(notes)), lists)


def read_report(report: Report) -> Read:
    """One file's publication, and what the user should know about how it was read. Raises ReadError."""
    body = _body_of(report.data, report.file.path.suffix.lower())
    digests = (sha256(body.text.encode()).hexdigest(), sha256(report.data).hexdigest())
    document = Document(body.text, *digests, body.page_starts)
    imprint = Imprint() if body.rows else imprint_of(body.text)
    publication = _publication(document, report.file.shown, body, imprint, report.listed)
    day, by = _settled(report.listed.published, report.option, body.published or imprint.published)
    notes = _undecided(imprint) if by == "unknown" else ()
    return Read(replace(publication, published=day, published_by=by), (*body.notes, *notes))


def _undecided(imprint: Imprint) -> Iterator[str]:
    """What stands where a publishing date does and is not taken for it."""
    yield from (f"{words!r} could be two days and is not taken for its date; give --published" for words in imprint.open_dates)
    if days := " and ".join(map(str, imprint.open_days)):
        yield f"lines of its own name {days}, not plainly as its date; give --published"


def _bytes_of(path: Path, most: int) -> bytes:
    try:
        if (size := path.stat().st_size) > most:
            raise ReadError(f"{size:,} bytes are more than the setting max_file_bytes allows ({most:,}); split the file")
        return path.read_bytes()
    except OSError as error:
        raise ReadError(f"cannot be read ({error.strerror}); check its permissions") from error


def _body_of(data: bytes, suffix: str) -> Body:
    if suffix not in FORMATS:
        raise ReadError(f"{suffix} files are not read; save it as one of {READ}")
    if not data.strip():
        raise ReadError("empty; nothing to read")
    body: Body = import_module(f"waybill.read.{_format_of(data, suffix)}").body_of(data)
    if not body.text.strip("\ufeff \t\r\n\f\v\xa0"):
        raise ReadError("no words in it; nothing to read")
    return body


def _format_of(data: bytes, suffix: str) -> str:
    """What the suffix says, unless the file itself plainly says otherwise."""
    if data.startswith(b"%PDF-"):
        return "pdf"
    page = data[:1000].lstrip().lower().startswith((b"<!doctype html", b"<html"))
    return "html" if page and suffix in ("", ".pdf") else FORMATS[suffix]


def _entry_of(file: File, catalogues: dict[Path, Catalogue]) -> Entry:
    """What the nearest documents.csv that names the file says of it."""
    for folder in file.folders:
        if entry := catalogues[folder].entries.get(file.path.relative_to(folder).as_posix()):
            return entry
    return Entry()


def _publication(document: Document, path: str, body: Body, imprint: Imprint, entry: Entry) -> Publication:
    """All that is known but the date: what the folder's list says, else the format, else the text itself.

    Where it is known who put it out, the author of the text that it repeats is not its own; the credit keeps the name.
    """
    publisher = entry.publisher or body.publisher or imprint.publisher
    byline = None if publisher and imprint.author_of_original else imprint.author
    return Publication(
        id=DocumentId(document.text_sha256[:12]),
        document=document,
        path=path,
        title=entry.title or body.title or imprint.title,
        publisher=publisher,
        author=entry.author or body.author or byline,
        url=entry.url or body.url or imprint.url,
        language=None if body.rows else _language_of(document.text),
        credits=imprint.credits,
        furniture=tuple(sorted({*body.furniture, *imprint.furniture})),
        rows=body.rows,
    )


def _language_of(text: str) -> str | None:
    language = language_of(text)
    if language not in (None, "en"):
        raise ReadError(f"not English (looks like {name_of(language)}): Waybill reads English only; give a translation")
    return language


def _settled(listed: date | None, option: date | None, said: date | None) -> tuple[date | None, PublishedBy]:
    """The published date and what settled it, the strongest first."""
    ranked: tuple[tuple[date | None, PublishedBy], ...] = ((listed, "documents.csv"), (option, "option"), (said, "text"))
    return next(((day, by) for day, by in ranked if day), (None, "unknown"))


def numbered(publications: Sequence[Publication]) -> tuple[Publication, ...]:
    """Publications of the very same text told apart by -2, -3, in path order."""
    times = Counter[str]()
    told_apart = []
    for publication in publications:
        times[publication.id] += 1
        nth = times[publication.id]
        told_apart.append(publication if nth == 1 else replace(publication, id=DocumentId(f"{publication.id}-{nth}")))
    return tuple(told_apart)
