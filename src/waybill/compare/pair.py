"""Two accounts side by side, with what is the same in both."""

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from waybill.model.account import Account
from waybill.model.claim import Claim, ClaimId
from waybill.model.document import DocumentId, Publication
from waybill.model.trace import Originator, OriginatorId

Key = Callable[[Publication], Hashable]

_SAME: tuple[Key, ...] = (
    lambda p: (p.path, p.document.text_sha256),
    lambda p: p.document.text_sha256,
    lambda p: p.path,
)
"""What makes two publications one, the surest first: unchanged, moved elsewhere, edited in its place."""


class Pair(Struct, frozen=True, dict=True):
    """An account and the one before it. Rejected claims count in neither."""

    before: Account
    after: Account

    @cached_property
    def documents(self) -> Mapping[DocumentId, DocumentId]:
        """The present id of each earlier publication that is still there."""
        return {old.id: new.id for old, new in _paired(self.before.publications, self.after.publications)}

    @cached_property
    def claims(self) -> Mapping[ClaimId, ClaimId]:
        """The present id of each earlier claim that is still there: the same words of the same speaker in its document."""
        waiting: defaultdict[Hashable, deque[ClaimId]] = defaultdict(deque)
        for claim, document in _standing(self.after):
            waiting[_words(claim, document)].append(claim.id)
        found: dict[ClaimId, ClaimId] = {}
        for claim, document in _standing(self.before):
            now = self.documents.get(document.id)
            same = waiting[_words(claim, document, now)] if now else None
            if same:
                found[claim.id] = same.popleft()
        return found

    @cached_property
    def known(self) -> frozenset[ClaimId]:
        """The present claims that the earlier account had."""
        return frozenset(self.claims.values())

    def now(self, earlier: Iterable[ClaimId]) -> tuple[ClaimId, ...]:
        """The present ids of earlier claims; those that are not there any more are left out."""
        return tuple(self.claims[c] for c in earlier if c in self.claims)

    def first(self, claim: ClaimId) -> ClaimId:
        """The present claim that a present claim repeats; itself where it is no echo."""
        return self.after.tracing.echo_of.get(claim, claim)

    def firsts(self, earlier: Iterable[ClaimId]) -> frozenset[ClaimId]:
        """The present claims that earlier ones are, or have turned out to repeat."""
        return frozenset(map(self.first, self.now(earlier)))

    def originator(self, earlier: OriginatorId) -> OriginatorId:
        """The present id of an earlier originator. An unnamed one's changes with its text, and is told by its claims."""
        if earlier in self.originators:
            return earlier
        was = next(o for o in self.before.tracing.originators if o.id == earlier)
        voices = dict.fromkeys(self.after.tracing.originator_of[c] for c in self.now(was.claims))
        alike = [o for o in voices if (self.originators[o].kind, self.originators[o].name) == (was.kind, was.name)]
        return alike[0] if len(alike) == 1 else earlier

    @cached_property
    def originators(self) -> Mapping[OriginatorId, Originator]:
        """The present originators by id."""
        return {o.id: o for o in self.after.tracing.originators}


def _paired(before: Sequence[Publication], after: Sequence[Publication]) -> list[tuple[Publication, Publication]]:
    pairs: list[tuple[Publication, Publication]] = []
    old, new = list(before), list(after)
    for key in _SAME:
        waiting: defaultdict[Hashable, deque[Publication]] = defaultdict(deque)
        for publication in new:
            waiting[key(publication)].append(publication)
        found = [(p, waiting[key(p)].popleft()) for p in old if waiting[key(p)]]
        pairs += found
        gone, come = {p.id for p, _ in found}, {p.id for _, p in found}
        old, new = [p for p in old if p.id not in gone], [p for p in new if p.id not in come]
    return pairs


def _standing(account: Account) -> list[tuple[Claim, Publication]]:
    publications = {p.id: p for p in account.publications}
    return [(c, publications[c.document]) for c in account.reviewed.standing]


def _words(claim: Claim, publication: Publication, document: DocumentId | None = None) -> Hashable:
    """What a claim says and who says it, in the words of its text, and the document they are in."""
    text = publication.document.text
    said = tuple(" ".join(part.text_of(text).split()) for part in claim.content)
    return (document or publication.id, said, claim.source and claim.source.text)
