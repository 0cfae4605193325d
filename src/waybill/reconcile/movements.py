"""Which statements of a line speak of the same movement."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from typing import TypeVar

from msgspec import Struct

from waybill.model.claim import ClaimId
from waybill.model.document import DocumentId
from waybill.reconcile.groups import Groups, Pair
from waybill.reconcile.hands import Hands
from waybill.reconcile.rulings import NO_RULINGS, Rulings
from waybill.reconcile.sameness import agree, disjoint, is_cargo, is_figure, is_part, is_picked, numbers, surely_overlap
from waybill.reconcile.shown import nearest, shown
from waybill.reconcile.statement import Statement

K = TypeVar("K", bound=Hashable)

FigureOf = Mapping[ClaimId, ClaimId]
"""For a detail or part the figure that it is tied to."""


class Movement(Struct, frozen=True):
    """The statements of one movement in the order they were told, and which detail or part is tied to which figure."""

    told: tuple[Statement, ...]
    ties: tuple[Pair, ...]
    """(figure, detail or part), by the detail's place."""

    @property
    def firm(self) -> tuple[Statement, ...]:
        """The statements that tell of something that happened."""
        return tuple(s for s in self.told if s.firm)


def movements(
    told: Sequence[Statement], ruled: Rulings = NO_RULINGS, figure_of: FigureOf | None = None
) -> tuple[Movement, ...]:
    """The movements of one line, in the order they were first told. Every statement is in exactly one.

    With `figure_of` no other tie is made: what was tied to a figure that is not among the statements is tied to none.

    First of all, what an analyst bound together is together, and what she bound apart stays apart: nothing of the following
    puts it together, directly or by way of a third, and what is left alone is a movement of its own. Of what she bound
    together only the statement that says most is put anywhere by the following; the others go with it.

    Our convention, which unites rather than adds up, so that nothing is counted twice:
    - Figures are of one movement where a retelling ties them, where the same number of the same things has windows with a day
      in common, or where one originator's text sets what was seen or made ready beside the larger figure. All other figures,
      other counters with other starts among them, are movements apart; they are never summed.
    - What one originator says in the same text of the way, the time or the capacity belongs to the figure before it, failing
      one to the next after it, unless their windows have no day in common; so does what an outlet's own voice says of them
      where its text attributes only one figure. Failing a figure it is a movement by text and originator.
    - Statements that give neither figure, way nor time go with what their originator says in the same text, failing that with
      the only movement of their text; the others are together as what is said without particulars, for nothing tells them
      apart.
    - What looks back on another time ("has in the past accused") is of no movement told beside it, unless days they share
      say so.
    - Denials, plans, questions and the like are shown with what they retell or agree with, failing that with the nearest of
      their text, failing that with the line's only movement. A plan with particulars of its own is then apart; all else is
      among what is said without particulars.
    """
    firm = [s for s in told if s.firm]
    figures = [s for s in firm if is_figure(s)]
    hands = Hands(told, ruled)
    groups = hands.groups()
    ties = _ties(firm, figures, hands) if figure_of is None else _still_tied(firm, figure_of)
    groups.unite(_retold(told))
    groups.unite(_agreeing(figures))
    groups.unite(ties)
    ties = tuple(filter(groups.together, ties))
    groups.unite(_ways_without_figure(firm, ties, hands))
    groups.unite(_beside(firm, hands))
    groups.unite(list(_vague(firm, groups, hands)))
    groups.unite(list(shown(told, firm, groups, hands)))
    return tuple(Movement(group, _within(group, ties)) for group in groups.all(told))


def _retold(told: Sequence[Statement]) -> Iterator[Pair]:
    held = {s.claim.id: s for s in told}
    for later in told:
        first = held.get(later.retelling.of) if later.retelling else None
        if first:
            yield first, later


def _agreeing(figures: Sequence[Statement]) -> Iterator[Pair]:
    """Whether two of the same count agree is settled by their windows: one of each window is compared with the others."""
    for alike in _by((_count(f), f) for f in figures).values():
        by_window = list(_by(((f.window, f.vague), f) for f in alike).values())
        pairs = [*combinations([same[0] for same in by_window], 2), *(p for same in by_window for p in pairwise(same))]
        yield from ((a, b) for a, b in pairs if agree(a, b))


def _count(figure: Statement) -> tuple[str | None, tuple[float, ...]]:
    quantity = figure.quantity
    return (quantity.unit, numbers(quantity)) if quantity else (None, ())


def _still_tied(firm: Sequence[Statement], figure_of: FigureOf) -> tuple[Pair, ...]:
    """The ties of which both ends are there, by the detail's place."""
    held = {s.claim.id: s for s in firm}
    details = sorted((s for s in firm if figure_of.get(s.claim.id) in held), key=lambda s: s.place)
    return tuple((held[figure_of[d.claim.id]], d) for d in details)


def _ties(firm: Sequence[Statement], figures: Sequence[Statement], hands: Hands) -> tuple[Pair, ...]:
    """Each figure with its parts and with what is said of its way or time elsewhere in the text, by the latter's place."""
    beside = _by((f.mouth, f) for f in figures)
    parts = [(w, p) for p in figures if is_picked(p) and (w := _whole_of(p, beside[p.mouth], hands))]
    parted = {part.claim.id for _, part in parts}
    wholes = {mouth: [f for f in held if f.claim.id not in parted and is_cargo(f)] for mouth, held in beside.items()}
    alone = _by((f.claim.document, f) for held in wholes.values() for f in held)
    details = [s for s in firm if not is_figure(s) and (s.specific or _is_capacity(s))]
    tied = [(f, d) for d in details if (f := _figure_of(d, wholes.get(d.mouth) or _only_figure(d, alone), hands))]
    return tuple(sorted([*parts, *tied], key=lambda tie: tie[1].place))


def _whole_of(part: Statement, figures: Sequence[Statement], hands: Hands) -> Statement | None:
    wholes = [f for f in hands.open_to(part, figures) if is_part(part, f)]
    return hands.unless_apart(part, nearest(part, wholes))


def _only_figure(detail: Statement, held: Mapping[DocumentId, Sequence[Statement]]) -> Sequence[Statement]:
    """For an outlet's own voice the figure that its text attributes to somebody, where there is only one."""
    figures = held.get(detail.claim.document, ()) if detail.own_voice and not detail.publication.rows else ()
    return figures if len({_count(f) for f in figures}) == 1 else ()


def _figure_of(detail: Statement, figures: Sequence[Statement], hands: Hands) -> Statement | None:
    may_be = [f for f in hands.open_to(detail, figures) if not disjoint(f.window, detail.window)]
    if detail.earlier:
        may_be = [f for f in may_be if surely_overlap(f.window, detail.window)]
    return hands.unless_apart(detail, nearest(detail, may_be))


def _is_capacity(statement: Statement) -> bool:
    return statement.quantity is not None and statement.quantity.measure == "capacity"


def _ways_without_figure(firm: Sequence[Statement], ties: Sequence[Pair], hands: Hands) -> Iterator[Pair]:
    """What one originator's text says of ways and times of no figure, together."""
    tied = {detail.claim.id for _, detail in ties}
    loose = [s for s in firm if s.specific and not is_figure(s) and s.claim.id not in tied and not hands.follows(s)]
    groups = _by(((s.mouth, s.earlier), s) for s in loose).values()
    return ((a, b) for group in groups for a, b in combinations(group, 2) if not disjoint(a.window, b.window))


def _beside(firm: Sequence[Statement], hands: Hands) -> Iterator[Pair]:
    """What says neither figure, way nor time, with what its originator says nearest to it in the same text."""
    telling = _by((s.mouth, s) for s in firm if s.telling)
    for statement in firm:
        free = not (statement.telling or statement.earlier or hands.follows(statement))
        beside = nearest(statement, telling.get(statement.mouth, ())) if free else None
        if beside:
            yield beside, statement


def _vague(firm: Sequence[Statement], groups: Groups, hands: Hands) -> Iterator[Pair]:
    """What is left without figure, way and time: with the only movement of its text, else together."""
    telling = [s for s in firm if s.telling]
    heads = {groups.head(s) for s in telling}
    loose = [s for s in firm if groups.head(s) not in heads and not hands.follows(s)]
    of_text = _by((s.claim.document, s) for s in telling)
    homeless: list[Statement] = []
    for statement in loose:
        beside = of_text.get(statement.claim.document, [])
        if len({groups.head(s) for s in beside}) == 1 and not statement.earlier:
            yield beside[0], statement
        else:
            homeless.append(statement)
    yield from ((homeless[0], s) for s in homeless[1:])


def _by(keyed: Iterable[tuple[K, Statement]]) -> dict[K, list[Statement]]:
    found: defaultdict[K, list[Statement]] = defaultdict(list)
    for key, statement in keyed:
        found[key].append(statement)
    return dict(found)


def _within(group: Sequence[Statement], ties: Iterable[Pair]) -> tuple[Pair, ...]:
    inside = {s.claim.id for s in group}
    return tuple(tie for tie in ties if tie[1].claim.id in inside)
