"""What a claim is called: the same text and spans, the same name, on every machine."""

from collections import Counter
from collections.abc import Sequence
from hashlib import sha256

from waybill.model.claim import ClaimId
from waybill.model.document import Publication
from waybill.model.span import Span


class Namer:
    """Names the claims of one publication; a second claim with the same spans gets another name."""

    def __init__(self, publication: Publication) -> None:
        self.document, self._text = publication.id, publication.document.text_sha256
        self._copy = publication.id.partition("-")[2] or "1"
        self._seen: Counter[str] = Counter()

    def name(self, content: Sequence[Span], source: Span | None, cue: Span | None) -> ClaimId:
        """The first 12 hex digits of the sha256 over the text's sha256, the spans and the ordinals of copy and repetition."""
        spans = f"{_written(content)}|{_written([source] if source else [])}|{_written([cue] if cue else [])}"
        self._seen[spans] += 1
        key = f"{self._text}|{spans}|{self._copy}|{self._seen[spans]}"
        return ClaimId(sha256(key.encode()).hexdigest()[:12])


def _written(spans: Sequence[Span]) -> str:
    return ",".join(f"{span.start}-{span.end}" for span in spans)
