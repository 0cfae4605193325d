"""The account as sections of entries: one content for every reader, whatever it is printed on."""

from msgspec import Struct

from waybill.model.claim import ClaimId


class Entry(Struct, frozen=True):
    """A row; `claims` are those it rests on, `depth` indents it under the row above."""

    cells: tuple[str, ...]
    claims: tuple[ClaimId, ...] = ()
    depth: int = 0


class Section(Struct, frozen=True):
    """A titled part; `columns` are headings, empty where the entries need none; `note` follows the entries.

    `of` says what the part is of, where several bear the title.
    """

    title: str
    columns: tuple[str, ...]
    entries: tuple[Entry, ...]
    note: str | None = None
    of: str = ""


class Chapter(Struct, frozen=True):
    """What belongs to one line, or to the whole account."""

    title: str
    lead: str
    sections: tuple[Section, ...]


class Sheet(Struct, frozen=True):
    """The whole account, ready to print."""

    title: str
    chapters: tuple[Chapter, ...]
