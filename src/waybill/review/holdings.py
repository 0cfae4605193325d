"""The documents at hand with their claims, as a judgement looks for its own."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from msgspec import Struct

from waybill.model.claim import Claim
from waybill.model.document import DocumentId, Publication
from waybill.model.judgement import Anchor


class Holdings(Struct, frozen=True):
    """Publications by what they share with an anchor, and the claims of each in the order given."""

    by_text: Mapping[str, Sequence[Publication]]
    by_original: Mapping[str, Sequence[Publication]]
    by_earlier: Mapping[str, Sequence[Publication]]
    claims: Mapping[DocumentId, Sequence[Claim]]

    def same_text(self, anchor: Anchor) -> tuple[Publication, ...]:
        """Every copy of the text that was judged, wherever it lies."""
        return tuple(self.by_text.get(anchor.text_sha256, ()))

    def read_anew(self, anchor: Anchor) -> tuple[Publication, ...]:
        """Those of the very file that was judged, whose text another reader gave."""
        same = self.by_original.get(anchor.original_sha256, ())
        return tuple(p for p in same if p.document.text_sha256 != anchor.text_sha256)

    def edited(self, anchor: Anchor) -> tuple[Publication, ...]:
        """Those that lie where the file that was judged once lay, with other bytes and another text."""
        sha256s = (anchor.original_sha256, anchor.text_sha256)
        there = self.by_earlier.get(anchor.original_sha256, ())
        return tuple(p for p in there if not {p.document.original_sha256, p.document.text_sha256} & {*sha256s})


def holdings(
    claims: Sequence[Claim], publications: Sequence[Publication], earlier: Mapping[DocumentId, frozenset[str]]
) -> Holdings:
    """The publications by id, so that the order in which they were given changes nothing."""
    by_text: defaultdict[str, list[Publication]] = defaultdict(list)
    by_original: defaultdict[str, list[Publication]] = defaultdict(list)
    by_earlier: defaultdict[str, list[Publication]] = defaultdict(list)
    for publication in sorted(publications, key=lambda p: p.id):
        by_text[publication.document.text_sha256].append(publication)
        by_original[publication.document.original_sha256].append(publication)
        for original in sorted(earlier.get(publication.id, ())):
            by_earlier[original].append(publication)
    of_document: defaultdict[DocumentId, list[Claim]] = defaultdict(list)
    for claim in claims:
        of_document[claim.document].append(claim)
    return Holdings(by_text, by_original, by_earlier, of_document)
