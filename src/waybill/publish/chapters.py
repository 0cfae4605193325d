"""From an account to the sheet an analyst reads: documents, one chapter a line, then what is context, open and next."""

from collections.abc import Iterable

from waybill.model.account import Account
from waybill.model.claim import Claim, ClaimId
from waybill.model.delivery import Line
from waybill.model.document import Publication
from waybill.model.trace import OriginatorId
from waybill.publish.genealogy import retold
from waybill.publish.labels import Labels, heading, label
from waybill.publish.leads import leads
from waybill.publish.records import unresolved_records
from waybill.publish.sheet import Chapter, Entry, Section, Sheet
from waybill.publish.wording import by, content, form, shortened, what, where

NOT_CHECKED = "Route, law, stock and sight are not checked: this version has no checks."


def sheet(account: Account) -> Sheet:
    """The whole account as a sheet."""
    return _Writer(account, label(account)).sheet()


def genealogies(account: Account) -> Sheet:
    """Originators, reprints and the tree of retellings, over all lines."""
    return _Writer(account, label(account)).genealogies()


def reconciled(account: Account) -> Sheet:
    """Each line with its deliveries, joins, stated extremes and bounds."""
    return _Writer(account, label(account)).reconciled()


class _Writer:
    """Writes one account; holds what every section looks up."""

    def __init__(self, account: Account, labels: Labels) -> None:
        self.account = account
        self.labels = labels
        self.claims = {c.id: c for c in account.claims}
        self.publications = {p.id: p for p in account.publications}
        self.originators = {o.id: o for o in account.tracing.originators}

    def sheet(self) -> Sheet:
        lines = [self._line(line) for line in self.account.lines]
        return Sheet(self._title(), (self._documents(), *lines, self._rest()))

    def genealogies(self) -> Sheet:
        told = list(self.account.claims)
        sections = (self._originators(told), retold(self.account, self.labels, told))
        shown = tuple(s for s in sections if s.entries)
        return Sheet(self._title(), (self._documents(), Chapter("Who stands behind it", self._lead(told), shown)))

    def reconciled(self) -> Sheet:
        chapters = []
        for line in self.account.lines:
            sections = (self._said(line), self._joined(line), self._delivered(line), self._bounds(line))
            chapters.append(Chapter(f"{line.supplier} -> {line.recipient}", "", tuple(s for s in sections if s.entries)))
        return Sheet(self._title(), tuple(chapters))

    def _title(self) -> str:
        count, documents = len(self.account.claims), len(self.account.publications)
        return f"{_count(documents, 'document')}, 0 of {_count(count, 'statement')} reviewed: NOT FOR PUBLICATION"

    def _documents(self) -> Chapter:
        reprints = {r.publication: r for r in self.account.tracing.reprints}
        entries = []
        for publication in self.account.publications:
            reprint = reprints.get(publication.id)
            owed = f"reprint of {self.labels.documents[reprint.of]}" if reprint else _credited(publication)
            cells = (self.labels.documents[publication.id], heading(publication), publication.path, owed)
            entries.append(Entry(cells))
        return Chapter("Documents", "", (Section("", (), tuple(entries)),))

    def _line(self, line: Line) -> Chapter:
        told = [self.claims[c] for d in line.deliveries for c in d.claims]
        sections = [
            self._said(line),
            self._joined(line),
            self._delivered(line),
            self._originators(told),
            retold(self.account, self.labels, told),
            self._replies(line, told),
        ]
        return Chapter(
            f"{line.supplier} -> {line.recipient}", self._lead(told), tuple(s for s in sections if s.entries or s.note)
        )

    def _lead(self, told: list[Claim]) -> str:
        own = self._own_originators(told)
        names = [self.originators[o].name for o in own if self.originators[o].kind not in ("unnamed", "crowd")]
        apart = len(own) - len(names)
        unnamed = f"; {apart} unnamed of unknown independence, counted apart" if apart else ""
        if not names:
            return f"No named originator stands behind this line{unnamed}."
        verb = "stands" if len(names) == 1 else "stand"
        return f"{_count(len(names), 'originator')} {verb} behind this line: {', '.join(names)}{unnamed}."

    def _said(self, line: Line) -> Section:
        echoes = self.account.tracing.echo_of
        entries = []
        for delivery in line.deliveries:
            shown = [self.claims[c] for c in delivery.claims if c not in echoes]
            entries += [self._claim_entry(c) for c in shown]
        return Section("Said", ("", "WHAT", "BY", "FORM", "WHERE"), tuple(entries))

    def _claim_entry(self, claim: Claim) -> Entry:
        publication = self.publications[claim.document]
        echoes = sum(of == claim.id for of in self.account.tracing.echo_of.values())
        words = what(claim, publication) + (f" (+{_count(echoes, 'echo', 'echoes')})" if echoes else "")
        place = where(claim, publication, self.labels.documents[claim.document])
        return Entry((self.labels.claims[claim.id], words, by(claim), form(claim), place), (claim.id,))

    def _joined(self, line: Line) -> Section:
        joins = [j for d in line.deliveries for j in d.joins]
        entries = [Entry((f"J{n}", j.says, self._labels(j.claims)), j.claims) for n, j in enumerate(joins, start=1)]
        return Section("Joined by Waybill (no sentence says it; accept or split)", (), tuple(entries))

    def _delivered(self, line: Line) -> Section:
        entries = [
            Entry((e.unit, f"stated {e.side}", e.words, e.why or self._labels(e.claims)), e.claims) for e in line.extremes
        ]
        return Section("Delivered", (), tuple(entries), NOT_CHECKED)

    def _bounds(self, line: Line) -> Section:
        entries = [
            Entry(
                (b.date.isoformat(), b.unit, f"{b.low:,g}", "no ceiling stated" if b.high is None else f"{b.high:,g}"), b.claims
            )
            for b in line.bounds
        ]
        title = "Cumulative bounds, figures read as floors"
        return Section(title, ("BY THE END OF", "UNIT", "AT LEAST", "AT MOST"), tuple(entries))

    def _originators(self, told: list[Claim]) -> Section:
        entries = []
        for originator in (self.originators[o] for o in self._own_originators(told)):
            own = tuple(c.id for c in told if c.id in originator.claims)
            outlets = {self.publications[self.claims[e].document].publisher for e in originator.echoes} - {None}
            echoes = f"{_count(len(originator.echoes), 'echo', 'echoes')} in {_count(len(outlets), 'outlet')}"
            entries.append(Entry((originator.name, originator.kind, self._labels(own), echoes), own))
        return Section("Originators", ("", "KIND", "STATEMENTS", "ECHOES"), tuple(entries))

    def _replies(self, line: Line, told: list[Claim]) -> Section:
        sides = [s for s in (line.supplier, line.recipient) if s != "unresolved"]
        replies = [c for c in told if c.stance == "denied" or (c.source and c.source.country in sides)]
        entries = [self._claim_entry(c) for c in replies if c.id not in self.account.tracing.echo_of]
        note = None if entries else f"None in these documents from {' or '.join(sides)}." if sides else None
        return Section("Denials and replies of the parties", (), tuple(entries), note)

    def _rest(self) -> Chapter:
        in_lines = {c for line in self.account.lines for d in line.deliveries for c in d.claims}
        outside = [c for c in self.account.claims if c.id not in in_lines and c.id not in self.account.tracing.echo_of]
        deliveries = [c for c in outside if c.kind in ("transfer", "purchase")]
        context = [c for c in outside if c.kind not in ("transfer", "purchase", "other")]
        sections = (
            Section("Deliveries with a side missing", (), tuple(map(self._claim_entry, deliveries))),
            Section("Context, not delivery", (), tuple(map(self._context_entry, context))),
            self._unresolved(),
            Section("Failed", (), tuple(Entry((f.path, f.reason)) for f in self.account.failures)),
            Section("Next: what would settle it", (), leads(self.account, self.labels)),
        )
        return Chapter("Beyond the lines", "", tuple(s for s in sections if s.entries))

    def _context_entry(self, claim: Claim) -> Entry:
        publication = self.publications[claim.document]
        place = where(claim, publication, self.labels.documents[claim.document])
        words = shortened(content(claim, publication))
        return Entry((self.labels.claims[claim.id], words, by(claim), f"{claim.kind}, {claim.stance}", place), (claim.id,))

    def _unresolved(self) -> Section:
        entries = []
        for claim in self.account.claims:
            for open_slot in unresolved_records(claim):
                words = (self.labels.claims[claim.id], str(open_slot["slot"]), str(open_slot["text"]), str(open_slot["reason"]))
                entries.append(Entry(words, (claim.id,)))
        return Section("Unresolved", ("", "SLOT", "WORDS", "WHY"), tuple(entries))

    def _own_originators(self, told: Iterable[Claim]) -> list[OriginatorId]:
        """The originators of asserted, own statements, in order of first mention."""
        echoes, origin = self.account.tracing.echo_of, self.account.tracing.originator_of
        return list(dict.fromkeys(origin[c.id] for c in told if c.id not in echoes and c.id in origin))

    def _labels(self, claims: tuple[ClaimId, ...]) -> str:
        return self.labels.of(claims)


def _credited(publication: Publication) -> str:
    names = dict.fromkeys(c.name for c in publication.credits)
    return f"credits {', '.join(names)}" if names else ""


def _count(number: int, one: str, many: str | None = None) -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
