"""Where the words that a judgement is on are now, and which claims are on them."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from waybill.model.claim import Claim
from waybill.model.document import Publication
from waybill.model.judgement import Anchor, Standing
from waybill.model.span import Span
from waybill.review.holdings import Holdings
from waybill.review.readings import same_reading
from waybill.review.words import Stretches, occurrences, parts, shared, stand_at

STRENGTH: tuple[Standing, ...] = ("applied", "offered", "lost", "elsewhere")
"""Standings from the firmest to the weakest."""


class Found(Struct, frozen=True):
    """How the words of one anchor stand, the claims on them, and why; "" where they are as they were."""

    standing: Standing
    claims: tuple[Claim, ...]
    why: str = ""


def find(anchor: Anchor, held: Holdings) -> Found:
    """The claims on an anchor's words, in every document at hand that it can mean.

    It fits where the very text is, or another reading of the very file has the words in the same place, and exactly one claim
    has this content: in every copy of the text. In a file that was edited since, it is never more than offered.
    """
    looks = [_in_same_text(anchor, p, held.claims.get(p.id, ())) for p in held.same_text(anchor)]
    looks += [_in_new_reading(anchor, p, held.claims.get(p.id, ())) for p in held.read_anew(anchor)]
    looks += [_in_edited(anchor, p, held.claims.get(p.id, ())) for p in held.edited(anchor)]
    return _firmest(looks) if looks else Found("elsewhere", (), f"{anchor.path} is not among the documents at hand")


def _firmest(looks: Sequence[Found]) -> Found:
    """What was found most firmly; of what fits it is said, too, where else it is only to be offered."""
    standing = min((look.standing for look in looks), key=STRENGTH.index)
    best = [look for look in looks if look.standing == standing]
    told = [look.why for look in looks if look.standing in (standing, "offered")]
    return Found(standing, tuple(c for look in best for c in look.claims), "; ".join(dict.fromkeys(filter(None, told))))


def _in_same_text(anchor: Anchor, publication: Publication, claims: Sequence[Claim]) -> Found:
    content = anchor.claim.content
    if publication.rows and publication.row_at(content[0].start) is None:
        return Found("elsewhere", (), f"that row of {publication.path} is not among what is at hand")
    meant = _meant(anchor, [c for c in claims if c.content == content])
    if len(meant) == 1:
        return Found("applied", meant)
    if meant:
        return Found("offered", meant, f"{len(meant)} claims are read on the very same words, and nothing tells which is meant")
    on_part = _overlapping(claims, [content])
    if on_part:
        return Found("offered", on_part, _reads_otherwise(on_part, content))
    return Found("lost", (), f"no claim is read on these words any more ({_where(publication, content)})")


def _in_new_reading(anchor: Anchor, publication: Publication, claims: Sequence[Claim]) -> Found:
    if stand_at(publication.document.text, anchor.claim.content, parts(anchor)):
        return _in_same_text(anchor, publication, claims)
    return _moved(anchor, publication, claims, "is read otherwise now")


def _in_edited(anchor: Anchor, publication: Publication, claims: Sequence[Claim]) -> Found:
    return _moved(anchor, publication, claims, "was edited since")


def _moved(anchor: Anchor, publication: Publication, claims: Sequence[Claim], change: str) -> Found:
    """The claims on the words wherever they stand in another text, those with exactly this content before all others."""
    text, quoted = publication.document.text, parts(anchor)
    stretches = occurrences(text, quoted)
    if not stretches:
        return Found("lost", (), f"{publication.path} {change}, and the words are no longer in it")
    where = f"{publication.path} {change}; {_stand(anchor, publication, stretches)}"
    whole = [c for c in claims if stand_at(text, c.content, quoted) and _overlapping([c], stretches)]
    if whole:
        return Found("offered", tuple(c for c in whole if same_reading(anchor.claim, c)) or tuple(whole), where)
    on_part = _overlapping(claims, stretches)
    if on_part:
        return Found("offered", on_part, f"{where}; {_reads_otherwise(on_part, stretches[0])}")
    return Found("lost", (), f"{where}, but no claim is read on them")


def _meant(anchor: Anchor, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Of claims with the same content the one meant: by the spans of source and cue, then as it was read, then by its id."""
    left = list(claims)
    for alike in (_same_speech, same_reading, _same_id):
        left = [c for c in left if len(left) == 1 or alike(anchor.claim, c)] or left
    return tuple(left)


def _same_speech(then: Claim, now: Claim) -> bool:
    return then.cue == now.cue and (then.source and then.source.span) == (now.source and now.source.span)


def _same_id(then: Claim, now: Claim) -> bool:
    return then.id == now.id


def _overlapping(claims: Sequence[Claim], stretches: Sequence[Stretches]) -> tuple[Claim, ...]:
    """The claims that share words with one of the places, those that share most first."""
    on_part = [(max(shared(c.content, s) for s in stretches), n, c) for n, c in enumerate(claims)]
    return tuple(c for share, _, c in sorted(on_part, key=lambda found: (-found[0], found[1])) if share)


def _reads_otherwise(claims: Sequence[Claim], content: Stretches) -> str:
    if len(claims) > 1:
        return f"the machine now reads {len(claims)} claims on parts of these words"
    return f"the machine now reads {_how_much(claims[0].content, content)} words there"


def _how_much(now: Stretches, then: Stretches) -> str:
    common = shared(now, then)
    if common == sum(map(len, then)):
        return "more"
    return "fewer" if common == sum(map(len, now)) else "other"


def _stand(anchor: Anchor, publication: Publication, stretches: Sequence[Stretches]) -> str:
    if any(s[0].start == anchor.claim.content[0].start for s in stretches):
        return f"the words are still where they were ({_where(publication, anchor.claim.content)})"
    return f"the words now stand in {' and '.join(dict.fromkeys(_lines(publication, stretches)))}"


def _lines(publication: Publication, stretches: Sequence[Stretches]) -> Iterator[str]:
    return (_where(publication, found) for found in stretches)


def _where(publication: Publication, content: Sequence[Span]) -> str:
    """Page or line where the words begin."""
    page = publication.document.page_of(content[0].start)
    return f"page {page}" if page else f"line {publication.document.line_of(content[0].start)}"
