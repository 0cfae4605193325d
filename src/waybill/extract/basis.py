"""On what a statement says it rests."""

import re
from collections.abc import Iterable

from waybill.model.claim import Basis

WORDS: tuple[tuple[Basis, tuple[str, ...]], ...] = (
    ("imagery", ("satellite", "imagery", "images?", "photos?", "photograph(s|ed)?", "pictures?", "footage", "videos?")),
    ("seizure", ("seized", "seizures?", "intercepted", "interception", "interdict(ed|ion)", "confiscated", "impounded")),
    (
        "intelligence",
        ("intelligence", "(our|new|downgraded) information", "declassified", "intercepts", "spy agency", "evidence of"),
    ),
    ("document", ("documents?", "invoices?", "records", "manifests?", "bills? of lading", "customs data", "waybills?")),
    ("document", ("contracts? seen", "panel of experts", "court filings?")),
    (
        "physical",
        ("debris", "wreckage", "fragments", "remnants", "recovered", "markings", "serial numbers?", "examined", "inspected"),
    ),
    ("witness", ("(eye)?witness(es)?", "residents", "defectors?", "locals")),
)
"""Words by basis; where several stand, the first basis of this list is kept: what was seen before what was told."""

_PATTERNS = tuple((basis, re.compile(rf"\b({'|'.join(words)})\b", re.IGNORECASE)) for basis, words in WORDS)


def basis_of(*texts: str) -> Basis:
    """What the words rest on by the nearest text that says so: give the statement's own words first, then its sentence's."""
    return next((found for text in texts if (found := _first(text, _PATTERNS)) is not None), "none")


def _first(text: str, patterns: Iterable[tuple[Basis, re.Pattern[str]]]) -> Basis | None:
    return next((basis for basis, pattern in patterns if pattern.search(text)), None)
