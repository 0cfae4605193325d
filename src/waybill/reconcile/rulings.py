"""What analysts bound together or apart, settled among themselves: where two bindings cannot both be kept, the later is."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from msgspec import Struct, field
from msgspec.structs import replace

from waybill.model.claim import ClaimId
from waybill.model.judgement import Binding
from waybill.reconcile.groups import Groups, IdPair

EchoOf = Mapping[ClaimId, ClaimId]
Worded = Mapping[tuple[str, ClaimId], Sequence[Binding]]


class Rulings(Struct, frozen=True):
    """What comes of bindings for every two claims; all of claims that stand for themselves, and in order."""

    by_hand: tuple[Binding, ...] = ()
    """The joins that an analyst made herself, but for those that were split again by their own words."""
    together: tuple[IdPair, ...] = ()
    apart: tuple[IdPair, ...] = ()
    beside: Mapping[ClaimId, frozenset[ClaimId]] = field(default_factory=dict)
    """For each claim that is bound together with others all of them, itself too."""
    worded: Worded = field(default_factory=dict)
    """By the words of a join and a claim of it what was decided about it, in order."""

    def last_joined(self, claim: ClaimId) -> int:
        """The number of the last judgement that joined the claim by hand; 0 where none did."""
        return max((b.judgement for b in self.by_hand if claim in b.claims), default=0)

    def on(self, says: str, claim: ClaimId, figure: ClaimId | None = None) -> Binding | None:
        """What was last decided about a join in these words of this claim, with a figure or with whatever it was of."""
        found = reversed(self.worded.get((says, claim), ()))
        return next((b for b in found if figure is None or figure in b.claims), None)

    def denies(self, says: str, claim: ClaimId, figure: ClaimId | None = None) -> bool:
        """True where that was that it be split."""
        binding = self.on(says, claim, figure)
        return binding is not None and binding.apart


NO_RULINGS = Rulings()
"""Nothing was bound."""


def settle(bindings: Sequence[Binding], echo_of: EchoOf) -> Rulings:
    """The bindings by their judgements' numbers; an echo stands for the claim it repeats.

    Claims are bound two by two. A later binding of the same two goes before an earlier one, and so does what later ones come
    to between them: once a is joined to b and b to c, an earlier split of a and c is kept no more.
    """
    own = {replace(b, claims=stand_for(b.claims, echo_of)) for b in bindings}
    ordered = tuple(sorted(own, key=lambda b: (b.judgement, b.claims)))
    worded: defaultdict[tuple[str, ClaimId], list[Binding]] = defaultdict(list)
    for binding in ordered:
        for claim in binding.claims if binding.says else ():
            worded[binding.says, claim].append(binding)
    whole = [b for b in ordered if not b.says and not _withdrawn(b, worded)]
    together, apart = _settled(whole)
    return Rulings(tuple(b for b in whole if not b.apart), together, apart, _beside(together), dict(worded))


def stand_for(claims: Sequence[ClaimId], echo_of: EchoOf) -> tuple[ClaimId, ...]:
    """The claims that stand for these, each once: for an echo the one it repeats in the end."""
    return tuple(dict.fromkeys(_origin(claim, echo_of) for claim in claims))


def words_by_hand(binding: Binding) -> str:
    """What a join says that an analyst made herself: who joined, and why."""
    return f"joined by {binding.who}" + (f": {binding.why}" if binding.why else "")


def _withdrawn(binding: Binding, worded: Worded) -> bool:
    """True for a join by hand that was split later by its words, as the account shows it."""
    on = [b for claim in binding.claims for b in worded.get((words_by_hand(binding), claim), ())]
    later = [b for b in on if b.judgement > binding.judgement and {*b.claims} <= {*binding.claims}]
    return not binding.apart and bool(later) and max(later, key=lambda b: b.judgement).apart


def _origin(claim: ClaimId, echo_of: EchoOf) -> ClaimId:
    passed: set[ClaimId] = set()
    while claim in echo_of and claim not in passed:
        passed.add(claim)
        claim = echo_of[claim]
    return claim


def _settled(bindings: Sequence[Binding]) -> tuple[tuple[IdPair, ...], tuple[IdPair, ...]]:
    groups = Groups()
    together: list[IdPair] = []
    apart: list[IdPair] = []
    for binding in reversed(bindings):
        for some, other in combinations(binding.claims, 2):
            if binding.apart and groups.set_apart(some, other):
                apart.append((some, other))
            elif not binding.apart and groups.put_together(some, other):
                together.append((some, other))
    return tuple(together), tuple(apart)


def _beside(together: Sequence[IdPair]) -> dict[ClaimId, frozenset[ClaimId]]:
    beside: dict[ClaimId, frozenset[ClaimId]] = {}
    for pair in together:
        group = frozenset(pair).union(*(beside.get(claim, frozenset()) for claim in pair))
        beside.update(dict.fromkeys(group, group))
    return beside
