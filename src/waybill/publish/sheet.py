"""The account as sections of entries: one content for every reader, whatever it is printed on."""

from dataclasses import dataclass

from waybill.model.claim import ClaimId


@dataclass(frozen=True, slots=True)
class Entry:
    """A row; `claims` are those it rests on, `depth` indents it under the row above."""

    cells: tuple[str, ...]
    claims: tuple[ClaimId, ...] = ()
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    """A titled part; `columns` are headings, empty where the entries need none; `note` follows the entries.

    `of` says what the part is of, where several bear the title.
    """

    title: str
    columns: tuple[str, ...]
    entries: tuple[Entry, ...]
    note: str | None = None
    of: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """What belongs to one line, or to the whole account."""

    title: str
    lead: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole account, ready to print."""

    title: str
    chapters: tuple[Chapter, ...]
