"""Joins and splits in force, as claims bound together or apart."""

from collections.abc import Iterator, Sequence
from itertools import product

from waybill.model.document import DocumentId
from waybill.model.judgement import Binding, Judgement
from waybill.review.places import Found


def bindings(judgement: Judgement, found: Sequence[Found]) -> Iterator[Binding]:
    """What a join or split binds: one binding for each choice of copies where its texts are at hand more than once.

    So a split parts what stands side by side in each copy, and never a claim from its own copy. `found` is one for each anchor.
    """
    bound = {}
    for chosen in _choices(judgement, found):
        claims = tuple(dict.fromkeys(c.id for n, f in enumerate(found) for c in f.claims if c.document in chosen[n]))
        bound[claims] = Binding(
            judgement.number, judgement.verdict == "split", claims, judgement.says, judgement.who, judgement.why
        )
    yield from bound.values()


def _choices(judgement: Judgement, found: Sequence[Found]) -> Iterator[list[set[DocumentId]]]:
    """For each way to choose one document a text the documents meant by each anchor."""
    texts = list(dict.fromkeys(anchor.text_sha256 for anchor in judgement.on))
    of_text = {text: _copies([f for a, f in zip(judgement.on, found, strict=True) if a.text_sha256 == text]) for text in texts}
    for chosen in product(*of_text.values()):
        document = dict(zip(texts, chosen, strict=True))
        yield [document[anchor.text_sha256] for anchor in judgement.on]


def _copies(found: Sequence[Found]) -> list[set[DocumentId]]:
    """The documents that have all of it, each by itself; where none has all, all together."""
    documents = [{claim.document for claim in f.claims} for f in found]
    whole = sorted(set.intersection(*documents))
    return [{document} for document in whole] or [set.union(*documents)]
