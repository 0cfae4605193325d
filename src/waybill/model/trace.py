"""Where claims come from: originators, reprints and retellings."""

from typing import Literal, NewType

from msgspec import Struct

from waybill.model.claim import ClaimId
from waybill.model.document import DocumentId
from waybill.model.span import Span

OriginatorId = NewType("OriginatorId", str)

DriftKind = Literal[
    "hedge",
    "magnitude",
    "unit",
    "item",
    "window",
    "asserter",
    "or-to-and",
    "capacity-to-content",
    "place",
    "verb",
    "stage",
    "stance",
]


class Originator(Struct, frozen=True):
    """An independent origin of testimony. `claims` are its own, echoes not included; `echoes` those that repeat it.

    `kind`: government, organisation, outlet, person, crowd, unnamed (of unknown independence, counted apart).
    """

    id: OriginatorId
    name: str
    kind: Literal["government", "organisation", "outlet", "person", "crowd", "unnamed"]
    claims: tuple[ClaimId, ...]
    echoes: tuple[ClaimId, ...] = ()


class Drift(Struct, frozen=True):
    """What changed in a retelling, in the words of both sides."""

    kind: DriftKind
    before: str
    after: str


class Retelling(Struct, frozen=True):
    """A later claim that repeats an earlier one. `circular` where it looks like a second origin and probably is none."""

    claim: ClaimId
    of: ClaimId
    drifts: tuple[Drift, ...]
    circular: bool
    why: str


class Reprint(Struct, frozen=True):
    """A publication that carries another's text, whole or in part.

    `share`: the part of its words found there, 0 to 1; `share_of_original`: the part of the other's words that these are;
    `words`: how many; `passages`: where they stand in the publication, words changed between them included; `likeness`: the
    Jaccard similarity of both that MinHash estimates, 0 to 1.
    """

    publication: DocumentId
    of: DocumentId
    share: float
    why: str
    share_of_original: float
    words: int
    passages: tuple[Span, ...]
    likeness: float


class Tracing(Struct, frozen=True):
    """What tracing found over a set of publications. `echo_of` maps an echo to the claim it repeats."""

    originators: tuple[Originator, ...]
    retellings: tuple[Retelling, ...]
    reprints: tuple[Reprint, ...]
    echo_of: dict[ClaimId, ClaimId]
    originator_of: dict[ClaimId, OriginatorId]
