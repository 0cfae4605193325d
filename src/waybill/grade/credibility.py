"""How credible what is said of a delivery is: the first rule that holds gives the digit, and is told with it."""

from collections.abc import Callable, Iterator, Mapping
from itertools import combinations

from msgspec import Struct

from waybill.model.claim import Basis, Claim, ClaimId
from waybill.model.delivery import Delivery, Line
from waybill.model.grade import Credibility
from waybill.model.trace import OriginatorId, Tracing


class Held(Struct, frozen=True):
    """What speaks for and against a delivery; echoes, and outlets that say it without saying on whose word, are left out.

    `bases` are those that each named originator gives for it. `disputed` is True where another originator states what cannot be
    true beside it whatever is assumed, `impossible` where its way was not possible in the time told.
    """

    named: int
    unnamed: int
    bases: tuple[frozenset[Basis], ...]
    disputed: bool
    impossible: bool

    @property
    def apart(self) -> bool:
        """True where two named originators each give a basis of their own, of different kinds."""
        return any(len(one | other) > 1 for one, other in combinations(filter(None, self.bases), 2))


class Rule(Struct, frozen=True):
    """A digit, when it is given, in words, and the test of it."""

    credibility: Credibility
    words: str
    holds: Callable[[Held], bool]


RULES = (
    Rule(
        5,
        "another originator states what cannot be true beside it, and its way was not possible in the time told",
        lambda held: held.disputed and held.impossible,
    ),
    Rule(4, "another originator states what cannot be true beside it", lambda held: held.disputed),
    Rule(4, "its way was not possible in the time told", lambda held: held.impossible),
    Rule(1, "two named originators each give a basis of their own for it, of different kinds", lambda held: held.apart),
    Rule(2, "several named originators stand behind it, of unknown independence", lambda held: held.named > 1),
    Rule(3, "one named originator, and others of unknown independence", lambda held: held.named == 1 and held.unnamed > 0),
    Rule(6, "nothing else is held that it could be judged by", lambda _: True),
)
"""In this order. Unknown independence never confirms, and one voice alone is not judged: our convention, after the scheme."""


def rule_for(held: Held) -> Rule:
    """The first rule that holds; the last one always does."""
    return next(rule for rule in RULES if rule.holds(held))


def held_of(line: Line, delivery: Delivery, tracing: Tracing, claims: Mapping[ClaimId, Claim]) -> Held:
    """What is held on a delivery of this line."""
    own = frozenset(delivery.claims) - frozenset(tracing.echo_of)
    return Held(
        named=len(delivery.backers),
        unnamed=len(delivery.unnamed_backers),
        bases=tuple(frozenset(_bases(o, own, tracing, claims)) for o in delivery.backers),
        disputed=any(c.reading == "floors" and own & set(c.claims) for c in line.contradictions),
        impossible=any(f.check == "route" and f.answer == "no" for f in delivery.findings),
    )


def _bases(
    originator: OriginatorId, own: frozenset[ClaimId], tracing: Tracing, claims: Mapping[ClaimId, Claim]
) -> Iterator[Basis]:
    said = (claims[c] for c in own if tracing.originator_of.get(c) == originator)
    yield from (claim.basis for claim in said if claim.basis != "none")
