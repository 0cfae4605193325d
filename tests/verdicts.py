"""Judgements made by hand, for tests of what becomes of them."""

from datetime import UTC, datetime, timedelta
from typing import Any

from waybill.model.claim import Claim
from waybill.model.document import Publication
from waybill.model.judgement import Anchor, Judgement, JudgementNumber, Verdict

_FIRST = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def anchor(publication: Publication, claim: Claim) -> Anchor:
    """The words of a claim, as it was read."""
    document = publication.document
    quote = " … ".join(part.text_of(document.text) for part in claim.content)
    return Anchor(publication.path, document.original_sha256, document.text_sha256, quote, claim)


def judge(number: int, verdict: Verdict, *on: Anchor, undoes: int | None = None, **more: Any) -> Judgement:
    """A judgement by R. Okafor, an hour after the one before; others are fields of Judgement."""
    taken_back = None if undoes is None else JudgementNumber(undoes)
    made: dict[str, Any] = {
        "who": "R. Okafor",
        "when": _FIRST + timedelta(hours=number),
        "why": "as the original has it",
    } | more
    return Judgement(JudgementNumber(number), verdict, on=on, undoes=taken_back, **made)
