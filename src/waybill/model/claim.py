"""What is said: by whom, in which words, how firmly, about what."""

from collections.abc import Iterator
from typing import Any, Generic, Literal, NewType, TypeVar

from msgspec import Struct, field

from waybill.model.document import DocumentId
from waybill.model.quantity import Quantity
from waybill.model.span import Span, hull
from waybill.model.things import Item, Party, Place, Vessel
from waybill.model.time import Window

ClaimId = NewType("ClaimId", str)
"""The first 12 hex digits of a hash over text sha256, content, source and cue spans and ordinal."""

Form = Literal["quoted", "mixed", "paraphrased"]
Stance = Literal["asserted", "hedged", "denied", "planned", "conditional", "declined", "questioned"]
Basis = Literal["imagery", "intelligence", "document", "seizure", "physical", "witness", "none"]
Kind = Literal[
    "transfer", "purchase", "negotiation", "visit", "sanction", "stock", "use", "production", "assessment", "aid", "other"
]
Manner = Literal["words", "thought", "will", "silence"]
Stage = Literal["assembled", "loaded", "shipped", "landed", "arrived", "used", "unspecified"]
SourceKind = Literal["government", "organisation", "outlet", "person", "unnamed", "crowd"]
Mode = Literal["sea", "rail", "air", "road", "river"]

T_co = TypeVar("T_co", covariant=True)


class Source(Struct, frozen=True, gc=False, omit_defaults=True):
    """Who says it, as the text names them. `text` are the words at `span` ("he"); `name` whom they stand for ("John Kirby").

    `institution` is the body that speaks through them ("US government"); `country` that body's, where it is of a state.
    `kind`: government, organisation, outlet, person, unnamed (an official or source of no named institution), crowd
    ("analysts", "observers").
    """

    span: Span
    text: str
    name: str | None
    institution: str | None
    country: str | None = None
    kind: SourceKind = "person"


class Relay(Struct, frozen=True, gc=False):
    """Who passed the claim on between its source and this text."""

    name: str
    span: Span


class Attribution(Struct, frozen=True, gc=False, omit_defaults=True):
    """Who says what, before it is known what it is about: the spans of one attributed statement.

    `source` and `cue` are None where the outlet speaks in its own voice, `source` alone where the text names nobody
    ("is believed to"). `content` has several parts where the source or cue interrupts it.
    """

    content: tuple[Span, ...]
    source: Span | None
    cue: Span | None
    speaker: Source | None
    relays: tuple[Relay, ...] = ()
    questioned: bool = False
    """True where the content stands inside somebody's question."""
    tells: Manner = "words"
    """What the cue tells of: somebody's words, what they think or feel, want or decide, or that they did not answer."""
    passing: bool = False
    """True where it says little more than that another said something."""


class Slot(Struct, Generic[T_co], frozen=True, gc=False, omit_defaults=True):
    """One filled place of a frame.

    `span` is None where the value is inferred, and `inferred` then says why. `value` is None, or partial, where
    `unresolved` gives the reason. Where an analyst put another value in place of the machine's, `corrected` says who and
    why, `text` are the analyst's words, and `span` are those misread, if any.
    """

    span: Span | None
    text: str
    value: T_co | None
    unresolved: str | None = None
    inferred: str | None = None
    corrected: str | None = None


class Frame(Struct, frozen=True, gc=False, omit_defaults=True):
    """What a claim says happened. A slot nobody filled is None."""

    supplier: Slot[Party] | None = None
    recipient: Slot[Party] | None = None
    item: Slot[Item] | None = None
    quantity: Slot[Quantity] | None = None
    window: Slot[Window] | None = None
    stage: Slot[Stage] | None = None
    origin: Slot[Place] | None = None
    via: Slot[Place] | None = None
    destination: Slot[Place] | None = None
    mode: Slot[tuple[Mode, ...]] | None = None
    vessel: Slot[Vessel] | None = None

    def filled(self) -> Iterator[tuple[str, "Slot[Any]"]]:
        """Name and slot of all that are filled, in the order above."""
        slots = ((name, getattr(self, name)) for name in self.__struct_fields__)
        return ((name, slot) for name, slot in slots if slot is not None)


class Claim(Struct, frozen=True, gc=False, omit_defaults=True):
    """One statement with its speaker, its words and its frame."""

    id: ClaimId
    document: DocumentId
    source: Source | None
    cue: Span | None
    content: tuple[Span, ...]
    form: Form
    stance: Stance
    kind: Kind
    basis: Basis = "none"
    relays: tuple[Relay, ...] = ()
    hedges: tuple[Span, ...] = ()
    frame: Frame = field(default_factory=Frame)
    origin_claim: str | None = None
    """What a table of claims says this was taken from; prose never fills it."""

    def __post_init__(self) -> None:
        if not self.content:
            raise ValueError("a claim has content")

    @property
    def hull(self) -> Span:
        """The smallest span that covers the whole content."""
        return hull(self.content)
