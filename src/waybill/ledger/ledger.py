"""A ledger, opened: the one door of this room."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from hashlib import sha256
from os.path import relpath
from pathlib import Path

from sqlalchemy import Connection

from waybill.errors import JudgementError
from waybill.ledger import custody, exhibits, extractions, judgements
from waybill.ledger.chain import Clock, Scribe
from waybill.ledger.custody import ADDED, Acquired
from waybill.ledger.engine import Database
from waybill.ledger.extractions import Extraction
from waybill.ledger.proof import prove
from waybill.ledger.records import extraction_key
from waybill.model.account import Exhibit
from waybill.model.claim import Claim, ClaimId
from waybill.model.custody import LogEntry, Proof
from waybill.model.document import Publication, Read
from waybill.model.judgement import Judgement


def now() -> datetime:
    """The time, in UTC."""
    return datetime.now(UTC)


class Ledger:
    """Evidence as it is kept. Each call is one transaction: when it returns, what it kept is on the disk.

    `by` is who acquires and judges in this run. Every method raises LedgerError where the database refuses; what it was to
    keep is then not kept at all.
    """

    def __init__(self, url: str, by: str, clock: Clock = now) -> None:
        self._database, self._scribe = Database(url), Scribe(_as_text(by), clock)
        self.name, self.is_new = self._database.name, self._database.is_new
        self.read_only = self._database.read_only
        file = self._database.file
        self._folder = file.resolve().parent if file else Path.cwd()
        self._standing: dict[str, tuple[str, str]] | None = None
        self._asked: frozenset[tuple[str, str]] | None = None

    def location_of(self, path: Path) -> str:
        """Where a file lies, seen from the ledger's folder if it is below it: so a case can be moved with its ledger."""
        real = path.resolve()
        near = real.is_relative_to(self._folder)
        location = _as_text(Path(relpath(real, self._folder) if near else real).as_posix())
        return f"./{location}" if location.startswith(ADDED) else location

    def path_of(self, location: str) -> Path:
        """The file that lies, or lay, at a location: `location_of` turned round."""
        return self._folder / location

    def recall(self, key: str, reader: str) -> Read | None:
        """What this version of the reader gave for this key, wherever it lay; None if it was not asked before this run."""
        if self._asked is None:
            with self._database.reading() as connection:
                self._asked = custody.asked(connection)
        if (key, reader) not in self._asked:
            return None
        with self._database.reading() as connection:
            return custody.recalled(connection, key, reader)

    def acquire(self, location: str, data: bytes) -> None:
        """Keeps a file that is no report (a documents.csv); the same bytes from the same place change nothing."""
        with self._database.reading() as connection:
            if custody.lies_there(connection, location, sha256(data).hexdigest()):
                return
        with self._writing() as connection:
            custody.acquire(connection, self._scribe, location, data)

    def keep(self, *files: tuple[Acquired, Read]) -> None:
        """Keeps files, each with what reading it gave, all or none; what stands there already changes nothing."""
        new = [(file, read) for file, read in files if self._known().get(file.location) != (file.key, file.reader)]
        if not new:
            return
        with self._writing() as connection:
            custody.keep(connection, self._scribe, new)
        self._known().update({acquired.location: (acquired.key, acquired.reader) for acquired, _ in new})

    def present(self) -> list[str]:
        """The locations of all reports that were not missed since they were last read."""
        return [location for location in self._known() if not location.startswith(ADDED)]

    def miss(self, locations: Sequence[str]) -> None:
        """Logs that nothing lies at these locations any more, once until it comes back; what is held of it stays.

        A read-only ledger is left as it is.
        """
        if not locations or self.read_only:
            return
        with self._writing() as connection:
            for location in locations:
                custody.miss(connection, self._scribe, location)
        for location in locations:
            self._known().pop(location, None)

    def standing(self, before: int | None = None) -> list[tuple[str, Publication]]:
        """Location and publication of every reading that stands, or stood before an entry of the log; by location.

        Those of reports that were missed are among them.
        """
        with self._database.reading() as connection:
            return custody.standing(connection, before)

    def history(self) -> list[tuple[LogEntry, str | None]]:
        """The log's entries for reports that were read, each with its key, and missed, with None, in order.

        `name` is the location, as in `standing`.
        """
        with self._database.reading() as connection:
            return custody.history(connection)

    def added(self) -> list[tuple[str, Publication]]:
        """Location and publication of every table of an analyst's own claims; by location."""
        with self._database.reading() as connection:
            return custody.added(connection)

    def claims(self, publications: Sequence[Publication], extractor: str) -> dict[str, tuple[Claim, ...]]:
        """The claims that this version of the extractor found in publications, by their id; those not held are left out."""
        keys = {extraction_key(p, extractor): p.id for p in publications}
        with self._database.reading() as connection:
            return {keys[key]: found for key, found in extractions.held(connection, list(keys)).items()}

    def keep_claims(self, publication: Publication, location: str, extractor: str, found: Sequence[Claim]) -> None:
        """Keeps what was found in a publication that lies there, or lay there: then it is finished."""
        with self._writing() as connection:
            number = custody.reading_of(connection, location, publication.document.text_sha256)
            extractions.keep(connection, Extraction(extraction_key(publication, extractor), number, extractor), found)

    def named(self, ids: Sequence[ClaimId]) -> list[tuple[Claim, Publication, str]]:
        """The claims of these ids, in their order, with their publications and where these lie; unknown ones are left out.

        So are those that only a former version found, if it kept them in a form that this one cannot read.
        """
        with self._database.reading() as connection:
            found = extractions.named(connection, ids)
            numbers = dict.fromkeys(number for _, number in found)
            publications = {number: custody.reading(connection, number) for number in numbers}
        return [(claim, *publications[number]) for claim, number in found]

    def judge(
        self, made: Sequence[Judgement], added: Sequence[tuple[Acquired, Read]] = (), seen: int | None = None
    ) -> tuple[Judgement, ...]:
        """Keeps judgements, and tables of the analyst's own claims that they are on, all or none; gives them numbered.

        `seen` is how many judgements there were when these were decided, None where that makes no difference. Raises
        JudgementError where another run has added some since.
        """
        with self._writing() as connection:
            if seen is not None and judgements.last(connection) != seen:
                raise JudgementError(f"{self.name}: another run has judged meanwhile; nothing was saved, run this again")
            custody.keep(connection, self._scribe, added)
            numbered = judgements.add(connection, self._scribe, made)
        if added:
            self._standing = None
        return numbered

    def judgements(self) -> tuple[Judgement, ...]:
        """All judgements, in order."""
        with self._database.reading() as connection:
            return judgements.every(connection)

    def originals(self) -> Iterator[tuple[str, bytes]]:
        """The sha256 (hex), as it was logged, and the bytes of every original, by sha256, one at a time."""
        with self._database.reading() as connection:
            yield from custody.every_original(connection)

    def earlier_originals(self, locations: Sequence[str]) -> dict[str, frozenset[str]]:
        """For each location the sha256 (hex) of every original that ever lay there."""
        with self._database.reading() as connection:
            return custody.earlier_originals(connection, locations)

    def texts_beside(self, originals: Sequence[str]) -> frozenset[str]:
        """The sha256 (hex) of every text that was ever read where one of these originals lay."""
        with self._database.reading() as connection:
            return custody.texts_beside(connection, originals)

    def show(self, shown_now: Sequence[Exhibit]) -> tuple[str, ...]:
        """Remembers the labels of an account that is shown, in place of the last one's; gives those that named something else.

        A read-only ledger goes on with the labels it holds.
        """
        with self._database.reading() as connection:
            before = exhibits.every(connection)
        if before != tuple(shown_now) and not self.read_only:
            with self._writing() as connection:
                exhibits.put(connection, shown_now)
        named = {e.label: e.id for e in before}
        return tuple(e.label for e in shown_now if e.label and named.get(e.label, e.id) != e.id)

    def labels(self, ids: Sequence[ClaimId]) -> dict[ClaimId, str]:
        """The labels of claims in the account last shown; those that were not in it are left out."""
        with self._database.reading() as connection:
            return exhibits.labels(connection, ids)

    def exhibits(self, wanted: str) -> tuple[Exhibit, ...]:
        """What the account last shown labels so, else what in it or among all claims has an id that begins so."""
        sought = _as_text(wanted)
        if not sought:
            return ()
        with self._database.reading() as connection:
            found = exhibits.labelled(connection, sought.upper()) or exhibits.begin_so(connection, sought.lower())
            if found:
                return found
            ids = extractions.begin_so(connection, sought.lower())
        return tuple(Exhibit("", i, "claim", (ClaimId(i),)) for i in ids)

    def prove(self, progress: Callable[[str], None], head: str = "") -> Proof:
        """Whether everything is as the log says it was; the log must hold the seal `head`, or one that begins so."""
        with self._database.reading() as connection:
            return prove(connection, progress, head)

    def close(self) -> None:
        """Lets the database go; what it kept is kept."""
        self._database.close()

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """A transaction; what it logged is forgotten with it."""
        run = self._scribe.run
        try:
            with self._database.writing() as connection:
                yield connection
        except BaseException:
            self._scribe.run = run
            raise

    def _known(self) -> dict[str, tuple[str, str]]:
        """For each location the key and the reader's version of the reading that stands, where it was not missed since."""
        if self._standing is None:
            with self._database.reading() as connection:
                self._standing = custody.standing_keys(connection)
        return self._standing


def _as_text(words: str) -> str:
    """Words of the system's that can be kept: what is no text in them (a file's name may hold any bytes) is spelled out."""
    return words.encode(errors="backslashreplace").decode()
