"""How names of places are compared, and which further names of a place are worth keeping."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

_GAP = re.compile(r"[\s\-–—/]+")
_SILENT = re.compile(r"[.'’‘ʻʼ`´,()]")
_GREEK = "\u0370"
"""Where Unicode goes on to other scripts (a few rare Latin capitals stand behind it)."""

_CLASS_AFTER = re.compile(
    r"^(.{3,}?) (?:province|oblast|oblast'|region|governorate|prefecture|department|district|municipality|state|rayon|raion|"
    r"republic|krai|kray|voivodeship|autonomous region|division)$",
    re.IGNORECASE,
)
_CLASS_BEFORE = re.compile(
    r"^(?:provincia|departamento|département|estado|región|region|province|state|governorate|muḩāfaz̧at|muhafazat|"
    r"republic|oblast|wilaya|ostān-e|comunidad)(?: de l['’]| del? | d['’]| of | )(.{3,})$",
    re.IGNORECASE,
)


@lru_cache(maxsize=50_000)
def name_key(name: str) -> str:
    """The name as it is compared: no accents, case, hyphens, full stops or apostrophes; single spaces."""
    if name.isascii() and name.isalpha():
        return name.casefold()
    folded = name
    if not name.isascii():
        folded = "".join(
            c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c) and unicodedata.category(c) != "Cf"
        )
    return _GAP.sub(" ", _SILENT.sub("", folded)).strip().casefold()


def latin(names: Iterable[str]) -> Iterator[str]:
    """Those of the names an English report may print: Latin letters, a capital first, no codes ("IEV")."""
    for name in names:
        if name[:1].isupper() and name[0] < _GREEK and not (name.isupper() and len(name) < 5):
            key = name_key(name)
            if len(key) > 2 and key.isascii():
                yield name


def bare(name: str) -> str | None:
    """The name of a subdivision without its class word ("Rostov Oblast" to "Rostov"), or None where it has none."""
    match = _CLASS_AFTER.match(name) or _CLASS_BEFORE.match(name)
    return match[1] if match else None


def alike(key: str, other: str) -> bool:
    """True where two keys are spellings of one name rather than different names: a third of their letter pairs are shared."""
    pairs, others = _pairs(key), _pairs(other)
    return 3 * len(pairs & others) >= len(pairs | others)


def _pairs(key: str) -> set[str]:
    return {key[i : i + 2] for i in range(len(key) - 1)}
