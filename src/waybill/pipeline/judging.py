"""What an analyst decides, made into judgements and kept."""

from collections.abc import Mapping, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from waybill.errors import JudgementError
from waybill.ledger.ledger import Ledger, now
from waybill.model.claim import Claim
from waybill.model.document import Publication
from waybill.model.judgement import Anchor, Correction, Judgement, JudgementNumber, Verdict
from waybill.pipeline.naming import Meant, MeantJoin, claims_alone, each
from waybill.pipeline.progress import Progress
from waybill.review.undone import taken_back, why_undone
from waybill.settings import Settings

UNNUMBERED = JudgementNumber(0)
"""The ledger numbers a judgement when it keeps it."""

Bound = Literal["join", "split"]


class Pen(Struct, frozen=True):
    """What an analyst judges with: her ledger, the settings that name her, her reason, and who is told of progress."""

    ledger: Ledger
    settings: Settings
    why: str
    progress: Progress

    def __post_init__(self) -> None:
        if not self.why.strip():
            raise JudgementError("no reason is given; say in a few words why: --why WORDS")
        refuse_no_text({"why": self.why, "who": self.settings.analyst})

    def judgement(self, verdict: Verdict, on: Sequence[Meant] = (), correction: Correction | None = None) -> Judgement:
        """A judgement of hers, made now."""
        anchors = tuple(anchor(meant.claim, meant.publication) for meant in on)
        return Judgement(UNNUMBERED, verdict, self.settings.analyst, now(), self.why.strip(), anchors, correction)


def refuse_no_text(words: Mapping[str, str]) -> None:
    """Raises JudgementError where the system gave bytes for words that are no text, which nothing could keep."""
    for name, said in words.items():
        if not said.isascii() and any("\ud800" <= character <= "\udfff" for character in said):
            raise JudgementError(f"{name}: holds bytes that are not UTF-8; type it again")


def anchor(claim: Claim, publication: Publication) -> Anchor:
    """The words of a claim, which must be as the machine read it."""
    document = publication.document
    quote = " … ".join(part.text_of(document.text) for part in claim.content)
    return Anchor(publication.path, document.original_sha256, document.text_sha256, quote, claim)


def accept(pen: Pen, names: Sequence[str]) -> tuple[Judgement, ...]:
    """Accepts each claim as it stands, and each join. Raises UnknownIdError."""
    found = each(pen.ledger, names)
    return pen.ledger.judge(
        [_of_join(pen, "join", m) if isinstance(m, MeantJoin) else pen.judgement("accept", [m]) for m in found]
    )


def reject(pen: Pen, names: Sequence[str]) -> tuple[Judgement, ...]:
    """Rejects each claim. Raises UnknownIdError, and JudgementError for a join."""
    meant = claims_alone(pen.ledger, names, "split it with `judge split`")
    return pen.ledger.judge([pen.judgement("reject", [m]) for m in meant])


def bind(pen: Pen, verdict: Bound, names: Sequence[str]) -> tuple[Judgement, ...]:
    """Binds claims together, or apart; or a join, by its label and with its wording.

    Raises UnknownIdError, and JudgementError for fewer than two claims.
    """
    found = each(pen.ledger, names)
    if len(found) == 1 and isinstance(found[0], MeantJoin):
        return pen.ledger.judge([_of_join(pen, verdict, found[0])])
    meant = claims_alone(pen.ledger, names, "name it alone")
    if len(meant) < 2:
        raise JudgementError(f"{verdict}: needs two different claims or more, or one join; name another")
    return pen.ledger.judge([pen.judgement(verdict, meant)])


def undo(pen: Pen, number: int) -> tuple[Judgement, ...]:
    """Takes back a judgement.

    Raises JudgementError where there is none of that number, where it is taken back already, and where another run judges
    meanwhile.
    """
    made = pen.ledger.judgements()
    target = next((j for j in made if j.number == number), None)
    if target is None:
        raise JudgementError(f"judgement {number}: there is none; `waybill judge` lists all")
    if by := taken_back(made).get(target.number):
        raise JudgementError(f"judgement {number}: {why_undone(by)}; to restore it, undo {by.number}")
    return pen.ledger.judge([replace(pen.judgement("undo"), undoes=target.number)], seen=len(made))


def _of_join(pen: Pen, verdict: Bound, join: MeantJoin) -> Judgement:
    return replace(pen.judgement(verdict, join.claims), says=join.says)
