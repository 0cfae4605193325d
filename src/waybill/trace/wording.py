"""A statement's words as they are compared with another's: without case and punctuation."""

import re

LEAST_SHARED = 3
"""Fewer words in common, mostly names, make no two statements alike: our convention."""

_WORD = re.compile(r"\w+(?:[.,'’]\w+)*")
_EMPTY_WORDS = """
    a an the and or but of to in on at by for from with as that this these those it its they their them he his she her we our i
    who which what is are was were be been being has have had do does did will would could should may might not no there
    than then also about into over after before between during more most some any such up say says said tell told mr ms mrs
"""
_EMPTY = frozenset(_EMPTY_WORDS.split())


def plain_words(text: str) -> tuple[str, ...]:
    """The words of a text in order, without case and punctuation."""
    return tuple(m.group().casefold() for m in _WORD.finditer(text))


def content_words(text: str) -> frozenset[str]:
    """The words that carry meaning: no figures, no function words, no plural endings."""
    return frozenset(w.removesuffix("s") for w in plain_words(text) if w not in _EMPTY and not w[0].isdigit())


def likeness(some: frozenset[str], other: frozenset[str]) -> float:
    """The Jaccard similarity of two sets of words, 0 to 1; 0 where they share fewer than LEAST_SHARED words."""
    shared = len(some & other)
    return shared / len(some | other) if shared >= LEAST_SHARED else 0.0


def contained(some: frozenset[str], other: frozenset[str]) -> float:
    """The part of the smaller set's words that the other holds, 0 to 1; 0 where they share fewer than LEAST_SHARED words."""
    shared = len(some & other)
    return shared / min(len(some), len(other)) if shared >= LEAST_SHARED else 0.0
