"""How near a claim's words are to what its speaker said: the speaker's own text, a quotation, or another's words for it."""

import re
from functools import lru_cache
from typing import Literal

from waybill.model.claim import Claim
from waybill.model.document import Publication
from waybill.reference.quotation import Quoted, quoted_in

Closeness = Literal["paraphrased", "quoted", "own"]
"""From the farthest to the nearest."""

_FIRST_PERSON = re.compile(r"\b(?:we|i|our|my)\b", re.IGNORECASE)


def closeness(claim: Claim, publication: Publication) -> Closeness:
    """Whose words the claim's figure, or failing one the whole of it, is told in.

    own: a turn in a transcript below its head, which has a speaker and no cue or speaks in the first person outside of
    quotation marks; what a publisher says in its own text; and what nobody in particular is said to have said. quoted: it
    stands in quotation marks. A row of a table is always an analyst's paraphrase.
    """
    if publication.rows:
        return "paraphrased"
    quoted = _in_quotation_marks(claim, publication)
    if _is_own_text(claim, publication) or (_is_turn(claim, publication) and not quoted):
        return "own"
    return "quoted" if quoted else "paraphrased"


def _is_own_text(claim: Claim, publication: Publication) -> bool:
    source, publisher = claim.source, publication.publisher
    return source is None or (publisher is not None and publisher in (source.institution, source.name))


def _is_turn(claim: Claim, publication: Publication) -> bool:
    source = claim.source
    if source is None:
        return False
    unlabelled = claim.cue is not None or claim.form != "quoted"
    heads = not publication.document.text[: source.span.start].strip()
    return bool(_FIRST_PERSON.search(source.text)) if unlabelled else not heads


def _in_quotation_marks(claim: Claim, publication: Publication) -> bool:
    figure = claim.frame.quantity.span if claim.frame.quantity else None
    ranges = _quoted(publication.document.text)
    told = (figure,) if figure else claim.content
    return all(any(low <= span.start and span.end <= high for low, high in ranges) for span in told)


@lru_cache(64)
def _quoted(text: str) -> Quoted:
    return quoted_in(text)
