"""Which texts may share a passage: similar sentences, found by MinHash."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from rensa import RMinHash, RMinHashLSH

from waybill.trace.wording import Wording, shingles

PERMUTATIONS, BANDS, SEED = 64, 16, 1
"""16 bands of 4: two sentences with half of their shingles in common meet in 64% of cases, with three quarters in
99.8%; a passage has several."""

SENTENCE_WORDS = 8
"""Shorter sentences tell no text from another: our convention."""

LEAST_SHARE = 0.05
"""Pairs that share similar sentences of fewer than this part of the shorter text's words are not looked at: our convention."""


def likely_pairs(wordings: Sequence[Wording]) -> list[tuple[int, int]]:
    """The index pairs, lower first and in order, of texts that have enough similar sentences to be compared word by word."""
    holders = _holders(wordings)
    sentences = sorted(holders)
    shared: Counter[tuple[int, int]] = Counter()
    for sentence, found in zip(sentences, _similar(sentences), strict=True):
        near = {text for other in found for text in holders[sentences[other]]}
        pairs = {(min(a, b), max(a, b)) for a in holders[sentence] for b in near if a != b}
        shared.update(dict.fromkeys(pairs, len(sentence)))
    return sorted(pair for pair, words in shared.items() if words >= LEAST_SHARE * _shorter(wordings, pair))


def _holders(wordings: Sequence[Wording]) -> dict[tuple[str, ...], set[int]]:
    holders: defaultdict[tuple[str, ...], set[int]] = defaultdict(set)
    for text, wording in enumerate(wordings):
        for sentence in wording.sentences:
            if len(sentence) >= SENTENCE_WORDS:
                holders[sentence].add(text)
    return holders


def _similar(sentences: Sequence[tuple[str, ...]]) -> list[list[int]]:
    index = RMinHashLSH(threshold=0.5, num_perm=PERMUTATIONS, num_bands=BANDS)
    sketches = [_sketch(s) for s in sentences]
    for key, sketch in enumerate(sketches):
        index.insert(key, sketch)
    return [list(index.query(sketch)) for sketch in sketches]


def _sketch(sentence: tuple[str, ...]) -> RMinHash:
    sketch = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
    sketch.update([" ".join(run) for run in shingles(sentence, 3)])
    return sketch


def _shorter(wordings: Sequence[Wording], pair: tuple[int, int]) -> int:
    return min(len(wordings[at].words) for at in pair)
