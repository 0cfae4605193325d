"""What changed on one line, in sections."""

from collections.abc import Iterable, Mapping

from waybill.model.changes import Changes, EchoChange, FigureChange, Footing, LineChanges
from waybill.model.claim import ClaimId
from waybill.model.delivery import Contradiction, Join, StatedExtreme
from waybill.publish.changed_delivery import changed_delivery
from waybill.publish.desk import Desk
from waybill.publish.desks import Desks
from waybill.publish.sheet import Chapter, Entry, Section
from waybill.publish.wording import IF, SIDES, counted

FOOTINGS: Mapping[Footing, str] = {
    "originator": "originator",
    "unnamed": "unnamed, of unknown independence",
    "outlet": "outlet in its own words",
    "none": "no statement",
}

_NOW = "Joined by Waybill now (no sentence says it)", "Joined by an analyst, in force now (no sentence says it)"
_NO_LONGER = "No longer joined by Waybill", "Joined by an analyst, no longer in force"


def changed_line(desks: Desks, changed: LineChanges, changes: Changes) -> Chapter:
    """Everything that changed on one line."""
    line = next(
        (k for k in desks.after.account.lines if (k.supplier, k.recipient) == (changed.supplier, changed.recipient)), None
    )
    on_line = {c for d in line.deliveries for c in d.claims} if line else set[ClaimId]()
    sections = (
        _footings(desks, changed),
        _figures(desks, changed),
        _contradictions(desks, "New contradictions", changed.begun),
        _contradictions(desks, "Contradictions gone", changed.ended),
        *(changed_delivery(desks, d) for d in changed.deliveries),
        *_joined(desks, desks.after, changed.joined, _NOW),
        *_joined(desks, desks.before, changed.parted, _NO_LONGER),
        _bounds(desks, changed),
        echoes(desks, [e for e in changes.echoes if e.of in on_line]),
        _drifted(desks, changes, on_line),
    )
    return Chapter(
        f"{changed.supplier} -> {changed.recipient}", _lead(changed), tuple(s for s in sections if s.entries or s.note)
    )


def _lead(changed: LineChanges) -> str:
    return {"new": "A new line.", "gone": "No delivery on this line is reported any more.", "kept": ""}[changed.fate]


def _footings(desks: Desks, changed: LineChanges) -> Section:
    """Who stands behind the line, and how they did before."""
    entries = [
        Entry(
            (
                f.name,
                FOOTINGS[f.before],
                FOOTINGS[f.after],
                " ".join(filter(None, (desks.of(f.claims), _why(desks, f.why, f.because)))),
            )
        )
        for f in changed.footings
    ]
    return Section("Who stands behind it", ("", "BEFORE", "NOW", "STATEMENTS"), tuple(entries))


def _why(desks: Desks, why: str, because: tuple[ClaimId, ...]) -> str:
    return f"{why}: {desks.of(because)}" if because else why


def _figures(desks: Desks, changed: LineChanges) -> Section:
    entries = [Entry((f.unit, SIDES[f.side], *_moved(desks, changed, f))) for f in changed.figures]
    return Section("Figures", ("UNIT", "", "BEFORE", "NOW", "BECAUSE OF"), tuple(entries))


def _moved(desks: Desks, changed: LineChanges, figure: FigureChange) -> tuple[str, str, str]:
    """What was stated, what is, and the statements behind it; of a figure that did not move, who states it as well now."""
    if not figure.before and not figure.after:
        backed = set(figure.backed)
        return _stated(_extremes(desks, changed, figure, backed)), "unchanged", f"also stated by {desks.of(figure.backed)}"
    claims = (*figure.backed, *(c for e in figure.after or figure.before for c in e.claims))
    return _stated(figure.before), _stated(figure.after), desks.of(claims)


def _extremes(desks: Desks, changed: LineChanges, figure: FigureChange, claims: set[ClaimId]) -> tuple[StatedExtreme, ...]:
    """The present extremes of a figure's unit and side that these claims state."""
    lines = [k for k in desks.after.account.lines if (k.supplier, k.recipient) == (changed.supplier, changed.recipient)]
    held = (e for line in lines for e in line.extremes if (e.unit, e.side) == (figure.unit, figure.side))
    return tuple(e for e in held if not claims.isdisjoint(e.claims))


def _stated(extremes: tuple[StatedExtreme, ...]) -> str:
    return "; ".join(f"{e.words} ({e.when})" if e.when else e.words for e in extremes) or "none"


def _bounds(desks: Desks, changed: LineChanges) -> Section:
    entries = [
        Entry((b.date.isoformat(), b.unit, f"{b.before:,.0f}", f"{b.after:,.0f}", desks.of(b.claims)), b.claims)
        for b in changed.bounds
    ]
    columns = ("FROM THE END OF", "UNIT", "BEFORE", "NOW", "FROM")
    return Section("Computed: delivered in all at least, figures read as floors", columns, tuple(entries))


def _contradictions(desks: Desks, title: str, found: tuple[Contradiction, ...]) -> Section:
    entries = (Entry((desks.of(c.claims), f"{c.why}{IF[c.reading]}"), c.claims) for c in found)
    return Section(title, (), tuple(entries))


def _joined(desks: Desks, desk: Desk, joins: tuple[Join, ...], titles: tuple[str, str]) -> tuple[Section, Section]:
    """The joins that Waybill made, and those that an analyst made by hand; an accepted one is still Waybill's."""
    by_hand = tuple(j for j in joins if j.judged and desk.fits[j.judged].judgement.verdict == "join")
    made = tuple(j for j in joins if j not in by_hand)
    return _joins(desks, titles[0], made), _joins(desks, titles[1], by_hand)


def _joins(desks: Desks, title: str, found: tuple[Join, ...]) -> Section:
    labels = desks.after.joins
    return Section(title, (), tuple(Entry((labels.get(j, ""), j.says, desks.of(j.claims)), j.claims) for j in found))


def echoes(desks: Desks, found: Iterable[EchoChange]) -> Section:
    """What was repeated, how often, where; and what turned out to be a repetition."""
    entries = []
    for echo in found:
        held = dict.fromkeys(desks.after.claims[c].document for c in echo.claims)
        places = " ".join(desks.after.labels.documents[d] for d in held)
        came = f"+{counted(len(echo.claims), 'echo', 'echoes')} in {places}" if echo.claims else ""
        became = f"{desks.of(echo.became)} turned out to repeat it" if echo.became else ""
        words = desks.after.what(desks.after.claims[echo.of])
        entries.append(Entry((desks.after.labels.marked(echo.of), words, "; ".join(filter(None, (came, became)))), (echo.of,)))
    return Section("New echoes", (), tuple(entries))


def _drifted(desks: Desks, changes: Changes, on_line: set[ClaimId]) -> Section:
    """The retellings of the line that changed something, each with what it retells."""
    entries = []
    for told in changes.retold:
        if not on_line.isdisjoint((told.claim, told.of, desks.after.account.tracing.echo_of.get(told.claim, told.claim))):
            drifts = "; ".join(f"{d.kind}: {d.before or 'none'} -> {d.after or 'none'}" for d in told.drifts)
            circular = [f"circular? {told.why}"] if told.circular else []
            words = "; ".join((drifts, *circular))
            entries.append(Entry((f"{desks.name(told.claim)} of {desks.name(told.of)}", words), (told.claim, told.of)))
    return Section("Drifted as retold", (), tuple(entries))
