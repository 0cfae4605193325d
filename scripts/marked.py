"""The corpus of marked texts: reads it, and proves it well-formed.

usage: marked.py [CORPUS]

CORPUS is the folder corpus/, whose README says what the marks mean.
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from msgspec import Struct

GENRES = ("wire", "feature", "think-tank", "transcript", "statement", "blog", "notice", "research", "local", "market", "odd")
KINDS = (
    *("transfer", "purchase", "negotiation", "visit", "sanction", "stock", "use", "production", "assessment", "aid"),
    "other",
)
STANCES = ("hedged", "denied", "planned", "conditional", "declined", "questioned")
BASES = ("imagery", "intelligence", "document", "seizure", "physical", "witness")
SIDES = ("supplier", "recipient")
SLOTS = (*SIDES, "item", "quantity", "window", "origin", "via", "destination", "mode", "vessel")
HEADER = ("genre", "published", "publisher", "split")

_OPEN = re.compile(r"\{((?:[a-z]+\d+)(?:,[a-z]+\d+)*)(?:=([^:{}]*))?(?: ([^:{}]*))?:")
_ROLE = re.compile(r"([a-z]+)(\d+)")
QUANTITY = re.compile(r"(?:(\d+(?:\.\d+)?)?(\.\.)(\d+(?:\.\d+)?)?|(\d+(?:\.\d+)?))(?: (.+))?")
WINDOW = re.compile(r"(\d{4}(?:-\d\d){0,2})?/(\d{4}(?:-\d\d){0,2})?")


class MarkError(ValueError):
    """A file of the corpus is not well-formed: says which, where and why."""


class Mark(Struct, frozen=True):
    """Marked words: half-open code points of the text without marks; `value` follows an equals sign, `told` a space."""

    role: str
    number: int
    start: int
    end: int
    value: str
    told: tuple[str, ...]


class Text(Struct, frozen=True):
    """A file of the corpus: its header, its text without marks, and the marks by place."""

    name: str
    header: dict[str, str]
    text: str
    marks: tuple[Mark, ...]

    def numbers(self) -> list[int]:
        """The numbers of the attributions, in order."""
        return sorted({mark.number for mark in self.marks})

    def of(self, number: int, role: str) -> list[Mark]:
        """The marks of one role of one attribution, by place."""
        return [mark for mark in self.marks if (mark.number, mark.role) == (number, role)]

    def told(self, number: int) -> tuple[str, ...]:
        """What the content of an attribution says of its claim; empty where it is none."""
        return next((mark.told for mark in self.of(number, "q") if mark.told), ())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path, nargs="?", default=Path("corpus"))
    sys.exit(check(parser.parse_args().corpus))


def texts(corpus: Path, split: str | None = None) -> Iterator[Text]:
    """The texts of the corpus by name. Raises MarkError."""
    for file in sorted(corpus.glob("*.txt")):
        text = read(file)
        if split in (None, text.header["split"]):
            yield text


def check(corpus: Path) -> int:
    """Prints what is not well-formed, a line each, and what the corpus holds; gives how many files are not."""
    held: list[Text] = []
    broken = 0
    for file in sorted(corpus.glob("*.txt")):
        try:
            held.append(read(file))
        except MarkError as error:
            broken += 1
            print(f"corpus: {error}", file=sys.stderr)
    words = sum(len(text.text.split()) for text in held)
    genres = Counter(text.header["genre"] for text in held)
    claims = Counter(text.told(n)[0] for text in held for n in text.numbers() if text.told(n))
    print(f"{len(held)} texts, {words:,} words, {sum(len(t.numbers()) for t in held)} attributions and claims")
    print("genres: " + ", ".join(f"{name} {count}" for name, count in genres.most_common()))
    print("claims: " + ", ".join(f"{name} {count}" for name, count in claims.most_common()))
    return broken


def read(file: Path) -> Text:
    """One file. Raises MarkError."""
    head, blank, body = file.read_text("utf8").partition("\n\n")
    told = [line.partition(":")[::2] for line in head.splitlines()]
    header = {name: value.strip() for name, value in told}
    if not blank or sorted(name for name, _ in told) != sorted(HEADER):
        raise MarkError(f"{file}: the header must give {', '.join(HEADER)}, each once, and an empty line")
    if header["genre"] not in GENRES or header["split"] not in ("train", "held"):
        raise MarkError(f"{file}: unknown genre or split")
    if header["published"]:
        _day(file, header["published"])
    text, marks = unmarked(file, body)
    found = Text(file.name, header, text, tuple(sorted(marks, key=lambda m: (m.start, -m.end, m.role, m.number))))
    for problem in problems(found):
        raise MarkError(f"{file}: {problem}")
    return found


def unmarked(file: Path, body: str) -> tuple[str, list[Mark]]:
    """The text without its marks, and the marks. Raises MarkError where braces do not pair."""
    out: list[str] = []
    length, at = 0, 0
    stack: list[tuple[re.Match[str], int]] = []
    marks: list[Mark] = []
    while at < len(body):
        if body[at] == "{":
            opened = _OPEN.match(body, at)
            if not opened:
                raise MarkError(f"{file}: no mark can be read at {body[at : at + 40]!r}")
            stack.append((opened, length))
            at = opened.end()
            continue
        if body[at] == "}":
            if not stack:
                raise MarkError(f"{file}: a brace closes nothing before {body[at : at + 40]!r}")
            opened, start = stack.pop()
            marks += _made(opened, start, length)
        else:
            out.append(body[at])
            length += 1
        at += 1
    if stack:
        raise MarkError(f"{file}: {stack[-1][0][0]!r} is never closed")
    return "".join(out), marks


def _made(opened: re.Match[str], start: int, end: int) -> Iterator[Mark]:
    told = tuple(part.strip() for part in (opened[3] or "").split(";") if part.strip())
    for role in opened[1].split(","):
        name, number = _ROLE.fullmatch(role).groups()  # type: ignore[union-attr]
        yield Mark(name, int(number), start, end, (opened[2] or "").strip(), told)


def problems(text: Text) -> Iterator[str]:
    """What is wrong with the marks of a text."""
    for mark in text.marks:
        words = text.text[mark.start : mark.end]
        if mark.role not in ("s", "c", "q", "r", *SLOTS):
            yield f"{mark.role}{mark.number} is no role"
        if not words.strip() or words != words.strip():
            yield f"{mark.role}{mark.number} marks {words!r}: nothing, or a space at its edge"
        if mark.told and mark.role != "q":
            yield f"{mark.role}{mark.number}: only q says what a claim is"
        if mark.role == "quantity" and not QUANTITY.fullmatch(mark.value):
            yield f"quantity{mark.number}={mark.value}: not like 300 containers, ..1000 containers or 24..99"
        if mark.role == "window" and not (WINDOW.fullmatch(mark.value) and mark.value != "/"):
            yield f"window{mark.number}={mark.value}: not like 2023-09-07/2023-10-01 or /2023-10"
    for number in text.numbers():
        yield from _problems_of(text, number)


def _problems_of(text: Text, number: int) -> Iterator[str]:
    roles = {mark.role for mark in text.marks if mark.number == number}
    told = text.told(number)
    if "q" not in roles:
        yield f"{number} has no content"
    if not told and ("c" not in roles or roles & set(SLOTS)):
        yield f"{number} is no claim, but has no cue, or has slots"
    if "s" in roles and "c" not in roles:
        yield f"{number} has a source and no cue"
    if told and told[0] not in KINDS:
        yield f"{number}: a claim begins with its kind, not with {told[0]!r}"
    for part in told[1:]:
        side = part.partition("=")[0].strip()
        if part not in (*STANCES, *BASES) and side not in SIDES:
            yield f"{number}: {part!r} is no stance, basis or side"


def _day(file: Path, words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        raise MarkError(f"{file}: published: {error}") from None


if __name__ == "__main__":
    main()
