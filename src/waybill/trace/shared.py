"""Which words of a text stand in another one in unbroken runs: found for all texts at once, a row of words kept as bits."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from waybill.trace.wording import SHINGLE_WORDS, Shingle, Wording, shingles

Row = int
"""Words of a text as bits: the lowest is its first word."""


def shared_words(wordings: Sequence[Wording], at_least: Callable[[int], int]) -> Iterator[dict[int, Row]]:
    """For each text in order, by the index of every other that shares shingles with it, its words that stand in that one.

    Others that hold fewer of its words than `at_least` asks of a text of so many may be left out.
    """
    groups = _groups(wordings)
    for text, wording in enumerate(wordings):
        places: defaultdict[tuple[int, ...], list[int]] = defaultdict(list)
        for place, shingle in enumerate(shingles(wording.words)):
            if group := groups.get(shingle):
                places[group].append(place)
        shared: defaultdict[int, Row] = defaultdict(int)
        for group, found in places.items():
            row = _row(found)
            for other in group:
                shared[other] |= row
        shared.pop(text, None)
        starts = -(-at_least(len(wording.words)) // SHINGLE_WORDS)
        yield {other: _whole_shingles(row) for other, row in shared.items() if row.bit_count() >= starts}


def has_run(row: Row, length: int) -> bool:
    """True where so many words in a row are set; `length` is at least 1."""
    reached = 1
    while reached < length and row:
        step = min(reached, length - reached)
        row &= row >> step
        reached += step
    return bool(row)


def stretch(first: int, end: int) -> Row:
    """The words from one index up to another, which is left out."""
    return ((1 << (end - first)) - 1) << first


def _groups(wordings: Sequence[Wording]) -> dict[Shingle, tuple[int, ...]]:
    """For each shingle of several texts those texts, in order; one tuple for all shingles of the same texts."""
    holders: defaultdict[Shingle, list[int]] = defaultdict(list)
    for text, wording in enumerate(wordings):
        for shingle in wording.shingles():
            holders[shingle].append(text)
    known: dict[tuple[int, ...], tuple[int, ...]] = {}
    several = ((shingle, tuple(texts)) for shingle, texts in holders.items() if len(texts) > 1)
    return {shingle: known.setdefault(texts, texts) for shingle, texts in several}


def _row(places: Sequence[int]) -> Row:
    """These words; `places` ascend."""
    octets = bytearray(places[-1] // 8 + 1)
    for place in places:
        octets[place // 8] |= 1 << place % 8
    return int.from_bytes(octets, "little")


def _whole_shingles(starts: Row) -> Row:
    """All words of the shingles that start there."""
    row = starts
    for _ in range(SHINGLE_WORDS - 1):
        row |= row << 1
    return row
