"""The chapter of one line: what is said, joined, delivered, by whom, how it was retold, and who denies it."""

from typing import Any

from waybill.model.claim import Claim, ClaimId, Slot
from waybill.model.delivery import Delivery, Join, Line, StatedExtreme
from waybill.model.things import Party
from waybill.publish.decided import MARKS
from waybill.publish.desk import Desk
from waybill.publish.genealogy import retold
from waybill.publish.grades import grades
from waybill.publish.line_figures import bridged, contradictions, variants, wordings
from waybill.publish.sheet import Chapter, Entry, Section
from waybill.publish.wording import SIDES, counted, standing

_ASKED = ("POSSIBLE IN TIME", "PROHIBITED BY A RULE HELD", "ON A LIST HELD", "BOUNDED BY FIGURES")
"""What each check asks, in the order of findings."""

_FEW = 3
"""Deliveries of a line up to which the sheet says why a check answers as it does: our convention, a page."""

_REPLIES = ("denied", "declined")
"""Stances of who answers a charge."""


def line_chapter(desk: Desk, line: Line) -> Chapter:
    """Everything held on one line."""
    told = desk.told(line)
    sections = (
        *said(desk, line),
        joined(desk, line),
        inferred(desk, line),
        delivered(desk, line),
        wordings(desk, line),
        *contradictions(desk, line),
        *variants(desk, line),
        *bridged(desk, line),
        *checks(line),
        grades(line),
        originators(desk, told),
        retold(desk, told),
        _replies(desk, line),
    )
    return Chapter(line_title(line), _lead(desk, line), tuple(s for s in sections if s.entries or s.note))


def line_title(line: Line) -> str:
    """ "North Korea -> Russia"."""
    return f"{line.supplier} -> {line.recipient}"


def said(desk: Desk, line: Line) -> tuple[Section, ...]:
    """What is said of the line, a section a delivery, those with figures first; denials and the parties' refusals stand
    apart."""
    deliveries = sorted(line.deliveries, key=lambda d: (not d.particulars, not d.quantity))
    sections = []
    for delivery in deliveries:
        claims = [desk.claims[c] for c in delivery.claims if c not in desk.account.tracing.echo_of]
        entries = tuple(desk.entry(c) for c in claims if not _is_answer(line, c))
        name = f"delivery {delivery.id}" if delivery.particulars else "without particulars, of no one delivery"
        of = f"{name}: {_standing(delivery)}" if len(deliveries) > 1 else ""
        sections.append(Section("Said", ("", "WHAT", "BY", "FORM", "WHERE"), entries, of=of))
    return tuple(sections)


def joined(desk: Desk, line: Line) -> Section:
    """What no sentence says and Waybill, or an analyst, put together; beside it who accepted it."""
    joins = dict.fromkeys(j for d in line.deliveries for j in d.joins)
    entries = [Entry((_marked(desk, j), j.says, desk.labels.of(j.claims), desk.joined_by(j)), j.claims) for j in joins]
    who = "Joined by Waybill, or where marked by an analyst" if any(j.judged for j in joins) else "Joined by Waybill"
    return Section(f"{who} (no sentence says it)", (), tuple(entries))


def _marked(desk: Desk, join: Join) -> str:
    return desk.joins[join] + (MARKS["accepted"] if join.judged else "")


def inferred(desk: Desk, line: Line) -> Section:
    """What a statement leaves to its surroundings: the slots filled from elsewhere, each with its reason."""
    filled: dict[tuple[str, str], list[ClaimId]] = {}
    for claim in desk.told(line):
        inferred = [(slot.inferred, f"{name} {_named(slot)}") for name, slot in claim.frame.filled() if slot.inferred]
        for why in dict.fromkeys(why for why, _ in inferred if why):
            words = ", ".join(words for reason, words in inferred if reason == why)
            filled.setdefault((words, why), []).append(claim.id)
    entries = tuple(Entry((*told, desk.labels.of(claims)), tuple(claims)) for told, claims in filled.items())
    return Section("Inferred by Waybill (the statement itself leaves it open)", (), entries)


def _named(slot: Slot[Any]) -> str:
    """A party by its name, for the words it was inferred from may be a place's; all else by its words."""
    return slot.value.name if isinstance(slot.value, Party) else slot.text


def delivered(desk: Desk, line: Line) -> Section:
    """The ceilings, floors and larger estimates that somebody states, unit by unit, each with the window it is for."""
    entries = [Entry((e.unit, SIDES[e.side], _for_when(e), _grounds(desk, e)), e.claims) for e in line.extremes]
    return Section("Delivered", (), tuple(entries))


def _for_when(extreme: StatedExtreme) -> str:
    return f"{extreme.words} ({extreme.when})" if extreme.when else extreme.words


def _grounds(desk: Desk, extreme: StatedExtreme) -> str:
    """Who states it, and what is to be said of that; where nobody does, only the latter."""
    stated_by = desk.labels.of(extreme.claims) if extreme.quantity is not None else ""
    return "; ".join(filter(None, (stated_by, extreme.why)))


def originators(desk: Desk, told: list[Claim]) -> Section:
    """Who these claims originate from, with the echoes of these claims alone."""
    tracing = desk.account.tracing
    entries = []
    for ident in dict.fromkeys(tracing.originator_of[c.id] for c in told if c.id in tracing.originator_of):
        own = tuple(c.id for c in told if tracing.originator_of.get(c.id) == ident)
        echoes = [e for e, of in tracing.echo_of.items() if of in own]
        outlets = {desk.claims[e].document for e in echoes}
        heard = f"{counted(len(echoes), 'echo', 'echoes')} in {counted(len(outlets), 'document')}" if echoes else "no echo"
        originator = desk.originators[ident]
        entries.append(Entry((originator.name, originator.kind, desk.labels.of(own), heard), own))
    return Section("Originators", ("", "KIND", "STATEMENTS", "ECHOES"), tuple(entries))


def checks(line: Line) -> tuple[Section, ...]:
    """What the facts held allow of each delivery: the answers, and of few deliveries why; all reasons stand in the data."""
    told = [delivery for delivery in line.deliveries if delivery.findings]
    answers = tuple(Entry((f"delivery {d.id}", *(f.answer for f in d.findings)), d.claims) for d in told)
    why = [Entry((f"delivery {d.id}", f.check, f.reasons[0].text), d.claims) for d in told for f in d.findings]
    note = "If what is joined and inferred above holds. Every reason with its source: account.json (--out, or --json)."
    return (
        Section("Checks (computed by Waybill)", ("", *_ASKED), answers, note if told else None),
        Section("Checks: why", (), tuple(why) if len(told) <= _FEW else ()),
    )


def _lead(desk: Desk, line: Line) -> str:
    named = list(dict.fromkeys(o for d in line.deliveries for o in d.backers))
    apart = _apart(line)
    if not named:
        return f"No named originator stands behind this line{apart}."
    verb = "stands" if len(named) == 1 else "stand"
    return f"{counted(len(named), 'originator')} {verb} behind this line: {desk.named(named)}{apart}."


def _apart(line: Line) -> str:
    """Who says it and is no named originator of it."""
    named = {o for d in line.deliveries for o in d.backers}
    unnamed = {o for d in line.deliveries for o in d.unnamed_backers}
    outlets = {o for d in line.deliveries for o in d.outlet_backers} - named - unnamed
    parts = [f"{len(unnamed)} unnamed, of unknown independence, counted apart"] if unnamed else []
    say = "says so in its" if len(outlets) == 1 else "say so in their"
    parts += [f"{counted(len(outlets), 'outlet')} {say} own words, without saying whose"] if outlets else []
    return "".join(f"; {part}" for part in parts)


def _standing(delivery: Delivery) -> str:
    """How many stand behind a delivery."""
    return standing(delivery.originators, delivery.unnamed, len(delivery.outlet_backers), delivery.echoes)


def _replies(desk: Desk, line: Line) -> Section:
    """Denials on this line, and what either party says or refuses to say of deliveries, wherever in these documents."""
    told = {c.id for c in desk.told(line)}
    heard = [c for c in desk.own if (c.id in told and _is_reply(line, c)) or (c.stance in _REPLIES and _is_party(line, c))]
    entries = tuple(map(desk.entry, heard))
    note = None if entries else f"None in these documents from {line.supplier} or {line.recipient}."
    return Section("Denials and replies of the parties", (), entries, note)


def _is_answer(line: Line, claim: Claim) -> bool:
    return claim.stance == "denied" or (claim.stance == "declined" and _is_party(line, claim))


def _is_reply(line: Line, claim: Claim) -> bool:
    return claim.stance == "denied" or _is_party(line, claim)


def _is_party(line: Line, claim: Claim) -> bool:
    """True where one of the line's parties speaks."""
    speaker = claim.source
    return speaker is not None and bool({speaker.country, speaker.institution, speaker.name} & {line.supplier, line.recipient})
