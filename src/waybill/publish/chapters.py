"""From an account to the sheet an analyst reads: documents, one chapter a line, then what is context, open and next."""

from waybill.model.account import Account
from waybill.model.claim import Claim
from waybill.model.delivery import Line
from waybill.model.document import Publication
from waybill.publish.decided import LEGEND
from waybill.publish.desk import Desk
from waybill.publish.genealogy import reprinted, retold
from waybill.publish.labels import LETTERS, heading
from waybill.publish.leads import leads
from waybill.publish.line_chapter import delivered, joined, line_chapter, line_title, originators, said
from waybill.publish.line_figures import bounds, contradictions, peaks, readings, variants, wordings
from waybill.publish.records import unresolved_records
from waybill.publish.reviewed_chapter import reviewed_chapter, standing_of
from waybill.publish.sheet import Chapter, Entry, Section, Sheet
from waybill.publish.wording import by, content, counted, shortened

NOT_SEEN = "Whether a delivery was seen is not checked: no ship track and no image is read."


def sheet(account: Account) -> Sheet:
    """The whole account as a sheet."""
    desk = Desk(account)
    lines = [line_chapter(desk, line) for line in account.lines]
    return Sheet(_title(account), (_documents(desk), *lines, _rest(desk), reviewed_chapter(desk)))


def genealogies(account: Account) -> Sheet:
    """Originators, reprints and the tree of retellings, over all lines."""
    desk = Desk(account)
    sections = (originators(desk, list(desk.own)), reprinted(desk), retold(desk, account.reviewed.standing))
    behind = Chapter("Who stands behind it", "", _filled(sections))
    return Sheet(_title(account), (_documents(desk), behind, reviewed_chapter(desk)))


def reconciled(account: Account) -> Sheet:
    """Each line with its deliveries, joins, stated extremes, contradictions and bounds."""
    desk = Desk(account)
    chapters = [Chapter(line_title(line), "", _filled(_reconciled(desk, line))) for line in account.lines]
    return Sheet(_title(account), (*chapters, reviewed_chapter(desk)))


def _reconciled(desk: Desk, line: Line) -> tuple[Section, ...]:
    told = (*said(desk, line), joined(desk, line), delivered(desk, line), wordings(desk, line))
    differing = (*contradictions(desk, line), *variants(desk, line))
    return (*told, *differing, bounds(desk, line), *readings(desk, line), peaks(desk, line))


def _title(account: Account) -> str:
    return f"{counted(len(account.publications), 'document')}, {standing_of(account)}"


def _filled(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    return tuple(s for s in sections if s.entries or s.note)


def _documents(desk: Desk) -> Chapter:
    telling = {c.document for c in desk.account.claims}
    reprints = {r.publication: f"reprint of {desk.labels.documents[r.of]}" for r in desk.account.tracing.reprints}
    entries = []
    for publication in desk.account.publications:
        owed = reprints.get(publication.id) or _credited(publication)
        silent = "" if publication.id in telling else "nothing on deliveries of arms"
        path = publication.path.removeprefix(desk.folder)
        entries.append(Entry((desk.labels.documents[publication.id], heading(publication, path), path, owed or silent)))
    lead = f"In {desk.folder}" if desk.folder else ""
    letters = "; ".join(f"{letter} {words}" for letter, words in LETTERS.items())
    marks = f" {LEGEND}" if desk.labels.marks else ""
    return Chapter("Documents", lead, (Section("", (), tuple(entries), f"Statements: {letters}.{marks}"),))


def _credited(publication: Publication) -> str:
    """Whom it credits beyond its own byline."""
    names = dict.fromkeys(c.name for c in publication.credits if c.name not in (publication.author, publication.publisher))
    return f"credits {', '.join(names)}" if names else ""


def _rest(desk: Desk) -> Chapter:
    account = desk.account
    in_lines = {c for line in account.lines for d in line.deliveries for c in d.claims}
    outside = [c for c in desk.own if c.id not in in_lines]
    deliveries = [c for c in outside if c.kind in ("transfer", "purchase")]
    context = [c for c in outside if c.kind not in ("transfer", "purchase", "other")]
    others = sum(c.kind == "other" for c in outside)
    left = f"{counted(others, 'further statement')} on no delivery: `waybill extract` lists them." if others else None
    sections = (
        Section("Deliveries with a side missing", (), tuple(map(desk.entry, deliveries))),
        Section("Context, not delivery", (), tuple(_context_entry(desk, c) for c in context), left),
        _unresolved(desk),
        Section("Failed", (), tuple(Entry((f.path, f.reason)) for f in account.failures)),
        Section("Next: what would settle it", (), leads(desk)),
    )
    return Chapter("Beyond the lines", NOT_SEEN, _filled(sections))


def _context_entry(desk: Desk, claim: Claim) -> Entry:
    """Its own words; of a corrected one what it says, beside what the machine read."""
    corrected = desk.in_force(claim, "correct")
    words = desk.what(claim) if corrected else shortened(content(claim, desk.publications[claim.document]))
    cells = (desk.labels.marked(claim.id), words, by(claim), f"{claim.kind}, {claim.stance}", desk.where(claim))
    return Entry(cells, (claim.id,))


def _unresolved(desk: Desk) -> Section:
    entries = [
        Entry((desk.labels.marked(c.id), str(o["slot"]), str(o["text"]), str(o["reason"])), (c.id,))
        for c in desk.account.reviewed.standing
        for o in unresolved_records(c)
    ]
    return Section("Unresolved", ("", "SLOT", "WORDS", "WHY"), tuple(entries))
