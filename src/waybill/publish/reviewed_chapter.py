"""The chapter that says what analysts decided: what they reject, bind and correct, and which judgements await them."""

from waybill.model.account import Account
from waybill.model.claim import Claim
from waybill.model.judgement import Fit, Judgement
from waybill.publish.decided import DONE, LEGEND, day, one_line, stands, verdict
from waybill.publish.desk import Desk
from waybill.publish.sheet import Chapter, Entry, Section
from waybill.publish.wording import by, content, counted, shortened

NOBODY = "Every statement here is machine-read: nobody has reviewed any. `waybill judge` takes what you decide."

_AWAITING = ("offered", "lost")
_ORDER = (*_AWAITING, "undone")


def reviewed_chapter(desk: Desk) -> Chapter:
    """What has been decided, in each view the same."""
    legend = LEGEND if desk.account.reviewed.fits else NOBODY
    sections = (_rejected(desk), _bindings(desk), _judgements(desk))
    return Chapter("Review", legend, tuple(s for s in sections if s.entries or s.note))


def standing_of(account: Account) -> str:
    """How far the review has come, for the head of a sheet: "3 of 194 statements reviewed: NOT FOR PUBLICATION".

    Only where each statement and each join is reviewed, and no judgement awaits an analyst, that warning is not given.
    """
    reviewed = account.reviewed
    done = sum(reviewed.status(c.id) != "machine-read" for c in account.claims)
    total = len(account.claims)
    if done < total or not total:
        return f"{done} of {counted(total, 'statement')} reviewed: NOT FOR PUBLICATION"
    open_joins = sum(j.judged is None for line in account.lines for d in line.deliveries for j in d.joins)
    awaiting = sum(fit.standing in _AWAITING for fit in reviewed.fits)
    left = [f"{counted(open_joins, 'join')} not"] if open_joins else []
    left += [f"{counted(awaiting, 'judgement')} to be looked at again"] if awaiting else []
    told = f"all {counted(total, 'statement')} reviewed ({_numbers(account)})"
    return f"{told}, {', '.join(left)}: NOT FOR PUBLICATION" if left else told


def _numbers(account: Account) -> str:
    states = [account.reviewed.status(c.id) for c in account.claims]
    return ", ".join(f"{states.count(s)} {s}" for s in ("accepted", "corrected", "rejected") if s in states)


def _rejected(desk: Desk) -> Section:
    """Statements that were rejected: in no line, delivery or count."""
    entries = tuple(_rejected_entry(desk, claim) for claim in desk.rejected)
    return Section("Rejected (in no line and no count)", ("", "WHAT", "BY", "WHERE", "REJECTED"), entries)


def _rejected_entry(desk: Desk, claim: Claim) -> Entry:
    words = shortened(content(claim, desk.publications[claim.document]))
    why = "; ".join(map(verdict, desk.rejecting(claim)))
    return Entry((desk.labels.marked(claim.id), words, by(claim), desk.where(claim), why), (claim.id,))


def _bindings(desk: Desk) -> Section:
    """What an analyst binds together or apart."""
    bound = dict.fromkeys(b.judgement for b in desk.account.reviewed.bindings)
    entries = []
    for number in bound:
        judgement, claims = desk.fits[number].judgement, desk.fits[number].claims
        said = judgement.says or ("one delivery" if judgement.verdict == "join" else "not one delivery")
        whose, why, how = _whose(judgement), one_line(judgement.why), stands(desk.fits[number])
        cells = (str(number), DONE[judgement.verdict], said, desk.labels.of(claims), whose, why, how)
        entries.append(Entry(cells, claims))
    return Section("Bound by hand", ("", "", "WHAT", "STATEMENTS", "BY", "WHY", "HOW IT STANDS"), tuple(entries))


def _judgements(desk: Desk) -> Section:
    """The judgements that are not applied as they were made, those that await somebody first."""
    fits = [fit for standing in _ORDER for fit in desk.account.reviewed.fits if fit.standing == standing]
    elsewhere = sum(fit.standing == "elsewhere" for fit in desk.account.reviewed.fits)
    note = f"{counted(elsewhere, 'further judgement')} on documents not among these." if elsewhere else None
    columns = ("", "", "ON", "BY", "WHY", "HOW IT STANDS")
    return Section("Judgements not applied", columns, tuple(_judgement_entry(desk, fit) for fit in fits), note)


def _judgement_entry(desk: Desk, fit: Fit) -> Entry:
    judgement = fit.judgement
    cells = (str(judgement.number), judgement.verdict, _on(desk, fit), _whose(judgement), one_line(judgement.why), stands(fit))
    return Entry(cells, fit.claims)


def _on(desk: Desk, fit: Fit) -> str:
    """The statements it is applied to or offered for, and the words it was made on."""
    quotes = "; ".join(f"“{shortened(one_line(a.quote))}” ({a.path})" for a in fit.judgement.on)
    taken_back = f"judgement {fit.judgement.undoes}" if fit.judgement.undoes and not quotes else ""
    return " ".join(filter(None, (desk.labels.of(fit.claims), quotes, taken_back)))


def _whose(judgement: Judgement) -> str:
    return f"{one_line(judgement.who)}, {day(judgement)}"
