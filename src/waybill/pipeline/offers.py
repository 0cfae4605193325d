"""How all judgements stand to what the ledger holds, and taking up those that are only offered."""

from collections.abc import Sequence

from msgspec.structs import replace

from waybill.errors import JudgementError
from waybill.extract.corrections import placed
from waybill.ledger.ledger import Ledger
from waybill.model.judgement import Judgement, JudgementNumber, Reviewed
from waybill.model.span import Span
from waybill.pipeline.accounts import reviewed_of, with_own_claims
from waybill.pipeline.case import case_held
from waybill.pipeline.judging import Pen
from waybill.pipeline.naming import Meant, claims_alone, claims_of_ids
from waybill.pipeline.progress import Progress
from waybill.settings import Settings


def all_judged(ledger: Ledger, settings: Settings, progress: Progress) -> Reviewed:
    """All claims that the ledger holds as analysts left them, and how every judgement stands to them."""
    return reviewed_of(with_own_claims(case_held(ledger), ledger), settings, ledger, progress)


def take_up(pen: Pen, number: int, names: Sequence[str]) -> tuple[Judgement, ...]:
    """Makes an offered judgement anew on the claims it is offered for, or on those named; it replaces the old.

    Raises UnknownIdError, and JudgementError where it is not offered, where it is not clear for which claims, and where
    another run judges meanwhile.
    """
    fits = {fit.judgement.number: fit for fit in all_judged(pen.ledger, pen.settings, pen.progress).fits}
    fit = fits.get(JudgementNumber(number))
    if fit is None or fit.standing != "offered":
        stands = f"{fit.standing}, not offered" if fit else "there is none"
        raise JudgementError(f"judgement {number}: {stands}; `waybill judge` lists all judgements and their standing")
    offered = claims_of_ids(pen.ledger, fit.claims)
    meant = claims_alone(pen.ledger, names, "name its claims") if names else _once(offered)
    old = fit.judgement
    if len(meant) != len(old.on):
        raise JudgementError(
            f"judgement {number}: made on {len(old.on)}, offered for {', '.join(m.name for m in offered)}; "
            f"say which: waybill judge accept ID --offer {number}"
        )
    new = pen.judgement(old.verdict, meant, old.correction and placed(old.correction, meant[0].claim))
    return pen.ledger.judge([replace(new, says=old.says, undoes=old.number)], seen=len(fits))


def _once(offered: Sequence[Meant]) -> list[Meant]:
    """Of the same words in several copies of a text the first: a judgement on them is on all."""
    found: dict[tuple[str, tuple[Span, ...]], Meant] = {}
    for meant in offered:
        found.setdefault((meant.publication.document.text_sha256, meant.claim.content), meant)
    return list(found.values())
