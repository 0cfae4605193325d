"""A name as it is compared: in Latin letters, word by word, and how each word sounds."""

import re
from functools import cache, lru_cache

from anyascii import anyascii
from rapidfuzz.distance import OSA

from waybill.reference.name_words import passed_over

MOST_WORDS = 24
"""Words of a name that are looked at: the longest official names have fewer; a made-up one shall not cost minutes."""

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
_DOTTED = re.compile(r"\b(?:[a-z]\.){2,}")
_SILENT = re.compile(r"['’‘`ʻʼ\"]")
_GAP = re.compile(r"[^a-z0-9]+")

_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("tsch|tch|ch", "c"),
        ("sch|sh|zh|dzh|dj", "s"),
        ("ph", "f"),
        ("kh|gh(?=.)", "h"),
        ("dh", "d"),
        ("th", "t"),
        ("ts|tz", "z"),
        ("ck|q|k", "k"),
        ("x", "ks"),
        ("w", "v"),
        ("ou|oo|eu", "u"),
        ("eo", "o"),
        ("ee|ie|ij|iy|yi|y", "i"),
        ("j", "i"),
        (r"(.)\1+", r"\1"),
        ("(?<=[aeiou])h$", ""),
    )
)
"""Spellings that desks exchange when they write names of other scripts in Latin letters: our convention, after the differences
between the romanisations of Russian, Arabic and Korean that ALA-LC, BGN/PCGN and newspapers use."""


@lru_cache(maxsize=100_000)
def words_of(name: str) -> tuple[str, ...]:
    """The words that tell a name's bearer from others, in lower-case Latin letters; all words where none would be left."""
    words = all_words_of(name)
    return _telling(words) or words


@lru_cache(maxsize=100_000)
def all_words_of(name: str) -> tuple[str, ...]:
    """All words of the name in lower-case Latin letters."""
    latin = _CAMEL.sub(" ", name if name.isascii() else anyascii(name))
    plain = _DOTTED.sub(lambda dotted: dotted[0].replace(".", ""), _SILENT.sub("", latin.lower()))
    return tuple(_GAP.sub(" ", plain).split()[:MOST_WORDS])


@lru_cache(maxsize=200_000)
def sound_of(word: str) -> str:
    """The word without what differs from one romanisation to the next; a number as it is."""
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    return word


def skeleton_of(sound: str) -> str:
    """Its consonants: all that scripts such as Arabic write."""
    return "".join(letter for letter in sound if letter not in "aeiou")


def _telling(words: tuple[str, ...]) -> tuple[str, ...]:
    left: list[str] = []
    at = 0
    while at < len(words):
        passed = max((len(s) for s in passed_over().get(words[at], ()) if words[at : at + len(s)] == s), default=0)
        if not passed:
            left.append(words[at])
        at += passed or 1
    if len(left) > 1 and _is_misspelt_form(left[-1]):
        left.pop()
    return tuple(left)


def _is_misspelt_form(word: str) -> bool:
    """A legal form with a slip ("Limtied", "GbmH"), where the form is long or has no vowel: no name is spelt like that."""
    return any(OSA.distance(word, form, score_cutoff=1) <= 1 for form in _distinct_forms())


@cache
def _distinct_forms() -> tuple[str, ...]:
    forms = [first for first, sequences in passed_over().items() if (first,) in sequences]
    return tuple(form for form in forms if len(form) > 6 or (len(form) > 3 and form == skeleton_of(form)))
