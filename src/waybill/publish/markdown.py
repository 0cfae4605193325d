"""The sheet as Markdown, every statement footnoted with its sentence."""

import re
from collections.abc import Iterator

from waybill.model.account import Account
from waybill.model.claim import Claim, ClaimId
from waybill.publish.decided import entered_fit
from waybill.publish.desk import Desk
from waybill.publish.differences import machine_read
from waybill.publish.labels import Labels, heading
from waybill.publish.passages import sentence_of
from waybill.publish.sheet import Chapter, Entry, Section, Sheet

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~&])")


def markdown(sheet: Sheet, account: Account) -> str:
    """The whole report: chapters as tables, then one footnote for each statement used, in the account's order."""
    desk = Desk(account)
    labels = desk.labels
    parts = [f"# Account\n\n{_escaped(sheet.title)}"]
    parts += [_chapter(chapter, labels) for chapter in sheet.chapters]
    used = {c for chapter in sheet.chapters for s in chapter.sections for e in s.entries for c in e.claims}
    parts.append("\n".join(_footnotes(desk, used)))
    return "\n\n".join(part for part in parts if part) + "\n"


def _chapter(chapter: Chapter, labels: Labels) -> str:
    parts = [f"## {_escaped(chapter.title)}", _escaped(chapter.lead), *(_section(s, labels) for s in chapter.sections)]
    return "\n\n".join(part for part in parts if part)


def _section(section: Section, labels: Labels) -> str:
    title = ", ".join(_escaped(words) for words in (section.title, section.of) if words)
    parts = [f"### {title}" if title else "", _table(section, labels), _escaped(section.note or "")]
    return "\n\n".join(part for part in parts if part)


def _table(section: Section, labels: Labels) -> str:
    if not section.entries:
        return ""
    width = max(len(e.cells) for e in section.entries)
    headings = (*section.columns, *[""] * (width - len(section.columns)))
    rows = [_row(headings), _row(("---",) * width)]
    rows += [_row(_cells(entry, width, labels)) for entry in section.entries]
    return "\n".join(rows)


def _cells(entry: Entry, width: int, labels: Labels) -> tuple[str, ...]:
    cells = [_escaped(cell) for cell in entry.cells] + [""] * (width - len(entry.cells))
    cells[0] = "└ " * bool(entry.depth) + cells[0]
    cells[-1] += "".join(f"[^{labels.claims[c]}]" for c in entry.claims)
    return tuple(cells)


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"


def _footnotes(desk: Desk, used: set[ClaimId]) -> Iterator[str]:
    for claim in desk.account.claims:
        if claim.id in used:
            publication = desk.publications[claim.document]
            place = f"{desk.where(claim)}, {heading(publication, publication.path)}"
            sentence = sentence_of(claim, publication)
            told = _escaped(f"{place}: “{sentence}”")
            yield f"[^{desk.labels.claims[claim.id]}]: {told} Claim `{claim.id}`, {_escaped(_review(desk, claim))}."


def _review(desk: Desk, claim: Claim) -> str:
    """The state of a claim, every judgement on it, and what the machine read where it was corrected."""
    state, read = desk.account.reviewed.status(claim.id), machine_read(claim, desk.machine(claim))
    return "; ".join(filter(None, (state, *map(entered_fit, desk.judgements_on(claim)), read)))


def _escaped(words: str) -> str:
    """Words of documents never become markup."""
    return _SPECIAL.sub(r"\\\1", " ".join(words.split()))
