"""Tables of what single stages found, for the terminal."""

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from waybill.model.claim import Claim
from waybill.model.document import Publication
from waybill.model.listing import Edition, Possible
from waybill.model.mention import Mention
from waybill.model.time import Window
from waybill.publish import meanings
from waybill.publish.labels import heading
from waybill.publish.wording import by, content, form, shortened, where


def publications_table(publications: Sequence[Publication]) -> Table:
    """One row a publication: what was read, who put it out, when, whom it credits."""
    table = _table("ID", "PATH", "PUBLICATION", "CREDITS", "CHARACTERS")
    for p in publications:
        credits = ", ".join(c.name for c in p.credits)
        _add(table, p.id, p.path, heading(p, p.path), credits, f"{len(p.document.text):,}")
    return table


def mentions_table(publication: Publication, mentions: Sequence[Mention]) -> Table:
    """One row a mention, under the publication's path."""
    table = _table("SPAN", "KIND", "WORDS", "MEANS", title=publication.path)
    for m in mentions:
        _add(table, f"{m.span.start}-{m.span.end}", m.kind, " ".join(m.text.split()), meaning(m))
    return table


def claims_table(publication: Publication, claims: Sequence[Claim]) -> Table:
    """One row a claim, under the publication's path; no ledger is asked, so that all are as the machine reads them."""
    table = _table("WHERE", "BY", "SAYS", "STANCE", "KIND", "FORM", title=f"{publication.path}, machine-read")
    for c in claims:
        _add(table, where(c, publication, ""), by(c), shortened(content(c, publication)), c.stance, c.kind, form(c))
    return table


def editions_table(editions: Sequence[Edition]) -> Table:
    """One row an edition of a sanctions list: its own date, or who gave it."""
    table = _table("LIST", "DATE", "ENTRIES", "SHA256")
    for one in editions:
        dated = f"{one.dated}{' given' if one.dated_by == 'user' else ''}" if one.dated else "not stated"
        _add(table, one.list, dated, f"{one.entries:,}", "\n".join(one.sha256))
    return table


def possible_table(name: str, possible: Sequence[Possible]) -> Table:
    """One row an entry that a name may mean: leads, which nobody publishes as they are."""
    table = _table("LIST", "ID", "KIND", "LISTED AS", "BY", "LIKENESS", title=f"{name}: by name alone")
    for one in possible:
        last, by = one.entry.last, f"{one.name.text} ({one.name.kind})"
        kind = f"{last.kind}, IMO {last.imo}" if last.imo else last.kind
        _add(table, one.entry.list, last.id, kind, last.name, by, f"{one.likeness:.2f}")
    return table


def meaning(mention: Mention) -> str:
    """A mention's value in a few words, then the other readings that remain, and what stayed open."""
    known = " or ".join(meanings.meaning(value) for value in (mention.value, *mention.candidates) if value is not None)
    notes = ["an adjective, or where something else lies"] if mention.adjectival else []
    notes += [f"open: {mention.unresolved}"] if mention.unresolved else []
    notes += [mention.value.inferred] if isinstance(mention.value, Window) and mention.value.inferred else []
    return " ".join([known, *(f"[{note}]" for note in notes)]).strip()


def _table(*columns: str, title: str | None = None) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim", title_justify="left", title_style="bold")
    table.title = Text(title) if title else None
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def _add(table: Table, *cells: str) -> None:
    table.add_row(*map(Text, cells))
