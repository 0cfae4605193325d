"""What ugly texts cost in `waybill extract`, by the code point, beside short ones of the same kind; whether all spans fit."""

import random
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from waybill.model.claim import Claim
from waybill.pipeline.stages import find_claims, read_reports
from waybill.settings import Settings

LONG, SHORT, RATIO = 1_000_000, 10_000, 1.5
"""Code points of the text and of those it is compared to, and what it may cost by the code point (the target)."""

MANY = 20
"""Short texts that are read one after the other, so that their time can be told."""

ENGLISH = (
    "the envoy said that crates of mortar shells had left Port Arden on Monday for the northern coast and were seen by two "
    "officials who told Harbour Post they counted 40 lorries at a depot near Kessel while the ministry denied any delivery"
)
FOREIGN = (
    "der Gesandte sagte am Montag le navire a quitté le port avec des caisses груз прибыл в порт в понедельник según "
    "funcionarios se enviaron armas 武器已经运到港口 وصلت السفينة إلى الميناء"
)
MARKS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u200c\u200d\u200e\u200f\ufeff"
"""Characters that turn the direction of writing or have no width."""

Make = Callable[[random.Random], str]
"""Gives the next piece of a text."""


def ugly(size: int = LONG) -> None:
    """Prints what each kind costs by the code point, as a ratio to short texts of the kind."""
    with tempfile.TemporaryDirectory() as folder:
        for name, make in KINDS.items():
            _seconds(Path(folder) / "warm", [_text(make, SHORT)])
            short_s = _seconds(Path(folder) / f"{name} short", [_text(make, SHORT, seed) for seed in range(MANY)]) / MANY
            long_s = _seconds(Path(folder) / f"{name} long", [_text(make, size)])
            ratio = long_s / size / (short_s / SHORT)
            print(f"{name}: {size:,} in {long_s:.1f} s, {SHORT:,} in {short_s:.2f} s; ratio {ratio:.2f} (target {RATIO})")


def _text(make: Make, size: int, seed: int = 0) -> str:
    chance, parts, length = random.Random(seed), list[str](), 0
    while length < size:
        parts.append(make(chance))
        length += len(parts[-1])
    return "".join(parts)[:size]


def _seconds(folder: Path, texts: Sequence[str]) -> float:
    """How long extracting takes, reading included and starting not. Raises AssertionError where a span is not of its text."""
    folder.mkdir(exist_ok=True)
    for number, text in enumerate(texts):
        (folder / f"{number:02}.txt").write_text(text, "utf8")
    start = time.process_time()
    reading = read_reports([folder], None, Settings(), _quiet)
    found = [(p.document.text, claims) for p, claims in find_claims(reading.publications, Settings(), _quiet)]
    taken_s = time.process_time() - start
    assert [text for text, _ in found] == list(texts), reading.failures
    for text, claims in found:
        _check_spans(text, claims)
    return taken_s


def _check_spans(text: str, claims: Sequence[Claim]) -> None:
    """Raises AssertionError where a span leaves the text, or does not hold the words that are said to stand there."""
    for claim in claims:
        told = [(slot.span, slot.text) for _, slot in claim.frame.filled() if slot.span is not None]
        told += [(claim.source.span, claim.source.text)] if claim.source else []
        assert all(span.text_of(text) == words for span, words in told), claim
        spans = [*claim.content, *claim.hedges, *([claim.cue] if claim.cue else [])]
        assert all(0 <= span.start < span.end <= len(text) for span in spans), claim


def _quiet(_: str) -> None:
    return None


def _words(chance: random.Random) -> list[str]:
    return chance.sample(ENGLISH.split(), chance.randint(4, 12))


def _open_quotes(chance: random.Random) -> str:
    return chance.choice("“„«\"‘'") + " ".join(_words(chance)) + chance.choice((". ", " ", ".\n\n"))


def _open_guillemets(chance: random.Random) -> str:
    return "«" + " ".join(_words(chance)) + " "


def _dates(chance: random.Random) -> str:
    day = f"{chance.randint(1, 28)} September {chance.randint(2019, 2024)}, "
    return chance.choice((day, "since the attack ", "two days before ", "September ", "1 ", " ".join(_words(chance)) + " "))


def _endless(chance: random.Random) -> str:
    return " ".join(_words(chance)) + " "


def _capitals(chance: random.Random) -> str:
    return " ".join(_words(chance)).upper() + chance.choice((". ", ", ", "; ", ".\n"))


def _marks(chance: random.Random) -> str:
    words = (word[: len(word) // 2] + chance.choice(MARKS) + word[len(word) // 2 :] for word in _words(chance))
    return chance.choice(MARKS).join(words) + ". " if chance.random() < 0.5 else " ".join(_words(chance)) + ". "


def _ocr(chance: random.Random) -> str:
    """Letters taken for others, words that are cut at the ends of lines or run together, dirt between them."""
    page = " ".join(_words(chance)).translate(
        chance.choice(({}, str.maketrans("loeim", "10cln"), str.maketrans("astnh", "@57mb")))
    )
    return (
        "".join(chance.choice(("-\n", "\n", "", " ~ ", "|", ". ")) if c == " " and chance.random() < 0.3 else c for c in page)
        + "\n"
    )


def _mixed(chance: random.Random) -> str:
    words = _words(chance) if chance.random() < 0.6 else chance.sample(FOREIGN.split(), 8)
    return " ".join(words) + chance.choice((". ", " ", "! "))


KINDS: dict[str, Make] = {
    "quotation marks left open": _open_quotes,
    "marks left open on one line": _open_guillemets,
    "one line without a stop": _endless,
    "dates on one line": _dates,
    "capitals": _capitals,
    "marks of direction and without width": _marks,
    "noise of text recognition": _ocr,
    "mixed languages": _mixed,
}
