"""Who stands behind a movement: originators, and apart from them the unnamed, and outlets that name nobody."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from waybill.model.claim import Basis
from waybill.model.trace import Originator, OriginatorId
from waybill.reconcile.sameness import is_figure
from waybill.reconcile.statement import STANDS_BEHIND, Statement

Edition = tuple[str, ...]
Heard = Mapping[Edition, frozenset[OriginatorId]]
"""Whom each publication names as saying that goods of the line moved."""

_OWN_EYES = frozenset[Basis]({"witness", "physical"})
_SHOWN = frozenset[Basis]({"imagery", "document"})
"""What an outlet may have found itself, or been shown by those it quotes."""

_SEEN_BY = re.compile(
    r"\b(?:seen|reviewed|obtained|analy[sz]ed|examined|verified|inspected) by (?:the )?(?P<who>\w+)", re.IGNORECASE
)


class Backing(Struct, frozen=True):
    """Named originators, unnamed ones of unknown independence, and outlets in their own words; each once, in the order told."""

    named: tuple[OriginatorId, ...]
    unnamed: tuple[OriginatorId, ...]
    outlets: tuple[OriginatorId, ...]


def heard(told: Iterable[Statement], originators: Mapping[OriginatorId, Originator]) -> Heard:
    """Whom each publication quotes on a line, echoes included."""
    found: defaultdict[Edition, set[OriginatorId]] = defaultdict(set)
    for statement in told:
        if statement.firm and not _is_outlets_own(statement, originators[statement.originator]):
            found[statement.edition].add(statement.originator)
    return {edition: frozenset(names) for edition, names in found.items()}


def backing(told: Sequence[Statement], originators: Mapping[OriginatorId, Originator], quoted: Heard) -> Backing:
    """Who stands behind a movement: who gives its figure, failing that its way or time.

    A circular retelling adds nobody. An outlet that says it in its own words is an origin only on a basis of its own (its
    images, documents, witnesses), or where its text quotes nobody on the line and no other tells of the movement: else it
    may pass on what somebody told it, and does not say who. Images and documents are its own where the text
    says that it saw them, or quotes nobody else on the movement. Behind what is said without particulars stands only who
    asserts it.
    """
    behind = _behind(told)
    repeated = {s.claim.id for s in behind if _passes_on(s, behind, originators, quoted)}
    first_hand = _weightiest([s for s in behind if s.claim.id not in repeated])
    backers = dict.fromkeys(s.originator for s in first_hand)
    unnamed = tuple(o for o in backers if originators[o].kind in ("unnamed", "crowd"))
    passing = dict.fromkeys(s.originator for s in _weightiest(behind) if s.claim.id in repeated)
    return Backing(tuple(o for o in backers if o not in unnamed), unnamed, tuple(o for o in passing if o not in backers))


def _behind(told: Sequence[Statement]) -> list[Statement]:
    held = {s.claim.id for s in told}
    own = [s for s in told if not (s.retelling and s.retelling.circular and s.retelling.of in held)]
    firm = [s for s in own if s.firm]
    return firm or [s for s in own if s.claim.stance in STANDS_BEHIND and s.telling]


def _weightiest(behind: Sequence[Statement]) -> list[Statement]:
    return [s for s in behind if is_figure(s)] or [s for s in behind if s.telling] or list(behind)


def _passes_on(
    statement: Statement, behind: Sequence[Statement], originators: Mapping[OriginatorId, Originator], quoted: Heard
) -> bool:
    """True where an outlet says it on nobody's word, and others are heard."""
    if not _is_outlets_own(statement, originators[statement.originator]):
        return False
    others = [s for s in behind if s.originator != statement.originator]
    attributed = [s for s in others if not _is_outlets_own(s, originators[s.originator])]
    if statement.claim.basis in _OWN_EYES or (statement.claim.basis in _SHOWN and _saw_it(statement, attributed)):
        return False
    return bool(others or quoted.get(statement.edition, frozenset()) - {statement.originator})


def _saw_it(statement: Statement, attributed: Sequence[Statement]) -> bool:
    """True where images or documents are the outlet's own: no one else in its text speaks of the movement, or it says so."""
    by = _SEEN_BY.search(statement.words)
    publisher = (statement.publication.publisher or "").casefold().split()
    own_words = by is not None and by["who"].casefold() in ("us", "our", *publisher)
    return own_words or all(s.edition != statement.edition for s in attributed)


def _is_outlets_own(statement: Statement, originator: Originator) -> bool:
    """True where an outlet speaks, known by name or not, or an image that it shows, and not somebody it names."""
    if statement.own_voice:
        return originator.kind in ("outlet", "unnamed")
    source = statement.claim.source
    shown = source is not None and source.kind in ("person", "unnamed") and not source.institution
    return shown and originator.kind == "outlet" and source is not None and source.name != originator.name
