"""What changed, in the words of a reader who asks what is new since yesterday."""

from collections.abc import Iterable, Mapping, Sequence

from waybill.model.account import Account
from waybill.model.changes import Changes, DocumentChange, DocumentFate, LineChanges
from waybill.publish.changed_line import changed_line
from waybill.publish.desk import Desk
from waybill.publish.desks import Desks
from waybill.publish.labels import heading
from waybill.publish.sheet import Chapter, Entry, Section, Sheet
from waybill.publish.wording import SIDES, by, counted
from waybill.reference.units import plural

_FATES: Mapping[DocumentFate, str] = {
    "new": "new",
    "edited": "text edited",
    "amended": "details amended",
    "gone": "no longer there",
}
_CAME: Mapping[DocumentFate, tuple[str, str]] = {
    "new": ("new document", "new documents"),
    "edited": ("edited document", "edited documents"),
    "amended": ("document with amended details", "documents with amended details"),
    "gone": ("document no longer there", "documents no longer there"),
}


def changes_sheet(changes: Changes, before: Account, after: Account, since: str) -> Sheet:
    """The documents that came, a chapter for each line that they changed, and what is on no line."""
    desks = Desks(Desk(before), Desk(after), dict(pair for d in changes.documents for pair in d.reworded))
    title = f"{counted(len(after.publications), 'document')}, what changed {since}"
    chapters = [changed_line(desks, line, changes) for line in changes.lines]
    return Sheet(title, (_documents(desks, changes), *chapters, *_beyond(desks, changes)))


def summary(changes: Changes) -> str:
    """What changed in one line: documents, originators, contradictions, figures, echoes."""
    came = ", ".join(_counted_fates(changes.documents))
    if not came:
        return "nothing changed: no new document"
    return f"{came}: {_effects(changes)}"


def everything_is_new(after: Account) -> str:
    """The counts of a first account."""
    behind = {o for line in after.lines for d in line.deliveries for o in d.backers}
    held = (
        counted(len(after.publications), "document"),
        counted(len(after.reviewed.standing), "statement"),
        counted(len(after.lines), "line"),
        counted(len(behind), "originator"),
        counted(len(after.tracing.echo_of), "echo", "echoes"),
    )
    return f"everything is new: {', '.join(held)}; `waybill account` shows them"


def _counted_fates(documents: Sequence[DocumentChange]) -> list[str]:
    found = {fate: sum(d.fate == fate for d in documents) for fate in _CAME}
    return [counted(n, *_CAME[fate]) for fate, n in found.items() if n]


def _effects(changes: Changes) -> str:
    """What the documents did, the weightiest first; that they did nothing is said."""
    lines = changes.lines
    new = [f.originator for line in lines for f in line.footings if f.after == "originator"]
    fallen = [f.originator for line in lines for f in line.footings if f.before == "originator"]
    counts = (
        _number(len(set(new)), "new originator"),
        _number(len(set(fallen)), "originator lost", "originators lost"),
        _number(sum(len(line.begun) for line in lines), "new contradiction"),
        _number(sum(len(line.ended) for line in lines), "contradiction gone", "contradictions gone"),
        _number(sum(bool(f.before or f.after) for line in lines for f in line.figures), "figure moved", "figures moved"),
        _number(sum(len({b.unit for b in line.bounds}) for line in lines), "computed minimum moved", "computed minima moved"),
        _number(sum(d.fate == "new" for line in lines for d in line.deliveries), "new delivery", "new deliveries"),
        _number(sum(len(e.claims) + len(e.became) for e in changes.echoes), "new echo", "new echoes"),
    )
    told = ", ".join(filter(None, counts)) or "nothing else"
    moved = any(line.figures or line.footings or line.bounds for line in lines)
    return told if moved else f"{told}; no originator added, no figure moved"


def _number(number: int, one: str, many: str | None = None) -> str:
    return counted(number, one, many) if number else ""


def _documents(desks: Desks, changes: Changes) -> Chapter:
    moving = [d for d in changes.documents if d.moves]
    entries = tuple(_document(desks, d, changes.lines) for d in moving)
    idle = [d for d in changes.documents if not d.moves]
    sections = (Section("", (), entries, _idle(desks, idle) if idle else None), _reworded(desks))
    return Chapter("What came", f"{summary(changes)}.".capitalize(), tuple(s for s in sections if s.entries or s.note))


def _reworded(desks: Desks) -> Section:
    """What edited documents said and what they say in its place, with who says so, and whether it is on a line still."""
    were, are = (
        {c for line in desk.account.lines for d in line.deliveries for c in d.claims} for desk in (desks.before, desks.after)
    )
    rows = []
    for before, after in desks.reworded.items():
        old, new = desks.before.claims[before], desks.after.claims[after]
        told = desks.before.what(old), desks.after.what(new)
        speakers = " -> ".join(dict.fromkeys((by(old), by(new))))
        fallen = (
            ", on no line any more"
            if before in were and desks.after.account.tracing.echo_of.get(after, after) not in are
            else ""
        )
        rows.append(Entry((desks.after.labels.marked(after), *told, speakers, desks.after.where(new) + fallen), (after,)))
    return Section("Reworded in edited documents", ("", "BEFORE", "NOW", "BY", "WHERE"), tuple(rows))


def _document(desks: Desks, document: DocumentChange, lines: Sequence[LineChanges]) -> Entry:
    desk = desks.before if document.fate == "gone" else desks.after
    publication = desk.publications[document.document]
    label = "" if document.fate == "gone" else desk.labels.documents[document.document]
    return Entry((label, heading(publication, publication.path), _FATES[document.fate], _did(desks, document, lines)))


def _did(desks: Desks, document: DocumentChange, lines: Iterable[LineChanges]) -> str:
    """What a document did to the account, in a few words."""
    own = set(document.own)
    heard = dict.fromkeys(f.name for k in lines for f in k.footings if own & set(f.claims) and f.after == "originator")
    figures = dict.fromkeys(
        f"{SIDES[f.side]} of {plural(f.unit)}" for k in lines for f in k.figures if own & {c for e in f.after for c in e.claims}
    )
    backed = dict.fromkeys(f"{SIDES[f.side]} of {plural(f.unit)}" for k in lines for f in k.figures if own & set(f.backed))
    begun = sum(bool(own & set(c.claims)) for k in lines for c in k.begun)
    instead = {after for _, after in document.reworded}
    told = sum(len((own - instead) & set(d.gained)) for k in lines for d in k.deliveries)
    lost = len(document.lost) - len(instead)
    parts = (
        f"adds {', '.join(heard)}" if heard else "",
        f"moves the {', '.join(figures)}" if figures else "",
        f"backs the {', '.join(backed)}" if backed else "",
        f"begins {counted(begun, 'contradiction')}" if begun else "",
        f"{counted(told, 'new statement')}" if told else "",
        counted(len(document.echoes), "echo", "echoes") if document.echoes else "",
        f"{counted(len(instead), 'statement')} reworded" if instead else "",
        f"{counted(lost, 'statement')} no longer there" if lost else "",
        f"reprint of {desks.after.labels.documents[document.reprint_of]}" if document.reprint_of else "",
    )
    return "; ".join(filter(None, parts))


def _idle(desks: Desks, idle: Sequence[DocumentChange]) -> str:
    """The documents that moved nothing, by why."""
    by_reason: dict[str, list[str]] = {}
    for document in idle:
        name = document.document if document.fate == "gone" else desks.after.labels.documents[document.document]
        by_reason.setdefault(_reason(document), []).append(name)
    told = "; ".join(f"{' '.join(names)} {reason}" for reason, names in by_reason.items())
    verb = "adds no originator and moves" if len(idle) == 1 else "add no originator and move"
    return f"{counted(len(idle), 'document')} {verb} no figure: {told}."


def _reason(document: DocumentChange) -> str:
    if document.fate in ("amended", "gone"):
        return _FATES[document.fate]
    if document.reprint_of:
        return "(reprint)"
    if document.echoes:
        return "(echoes, and nothing new on a line)" if document.own else "(echoes only)"
    return "(nothing on a line)" if document.own else "(nothing on deliveries of arms)"


def _beyond(desks: Desks, changes: Changes) -> tuple[Chapter, ...]:
    """New statements and echoes on no line, counted; and what edited or lost documents said."""
    on_lines = {c for line in desks.after.account.lines for d in line.deliveries for c in d.claims}
    elsewhere = sum(len(set(d.own) - on_lines) for d in changes.documents)
    others = sum(len(e.claims) for e in changes.echoes if e.of not in on_lines)
    counts = (_number(elsewhere, "new statement"), _number(others, "new echo", "new echoes"))
    told = " and ".join(filter(None, counts))
    lost = [desks.before.claims[c] for d in changes.documents for c in d.lost if c not in desks.reworded]
    rows = tuple(Entry((desks.before.where(c), desks.before.what(c), by(c)), (c.id,)) for c in lost)
    note = f"{told} on no line: `waybill account` lists them." if told else None
    sections = (Section("No longer there (documents as they were labelled before)", (), rows), Section("", (), (), note))
    held = tuple(s for s in sections if s.entries or s.note)
    return (Chapter("Beyond the lines", "", held),) if held else ()
