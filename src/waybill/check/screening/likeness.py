"""How alike two names are: word by word, rare words counting most."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from rapidfuzz.distance import OSA

from waybill.check.screening.spelling import skeleton_of, sound_of

LIKE = 0.83
"""Names at least so alike are possible matches. This and the next five were chosen on invented names (scripts/make_lists.py,
seeds 1, 3, 4) and are reported on others (5, 6, 7): docs/decisions/0022-screening-by-number-then-name.md."""

UNSAID = 0.4
"""What a word counts that only the listed name has: reports leave out middle names and patronymics."""

A_SLIP = 0.8
"""How much of its share of a word's letters a slip takes away."""

TWO_SLIPS = 12
"""Words of so many letters may have two slips."""

MANY = 0.75
"""A word of at most this weight is borne by many, and spelt in many ways: it may differ in vowels, or in a slip of how it
sounds. Of a rare word that would bring different names together."""

SAME_SOUND, SAME_CONSONANTS = 0.97, 0.86
"""How alike words are that sound alike, and words that differ in vowels alone: our convention, above and about LIKE."""

ANOTHER_ORDER = 0.86
"""What is left of the likeness of names whose words stand in another order: the same words stay possible, slips do not."""

Weight = Callable[[str], float]
"""How telling the sound of a word is, from 0 to 1."""


def likeness(said: Sequence[str], listed: Sequence[str], weight: Weight) -> float:
    """From 0 to 1: the weight of the words that both have, as far as they are alike, over that of all words.

    The likest words are paired first, in any order. Names with different numbers ("MAIA-1", "MAIA-2") are not alike.
    """
    if _numbers(said) != _numbers(listed):
        return 0.0
    pairs = _paired(said, listed, weight)
    weigh = [weight(sound_of(word)) for word in listed]
    matched = sum(weigh[other] for other in pairs.values())
    shared = sum(weigh[other] * word_likeness(said[at], listed[other], weigh[other] <= MANY) for at, other in pairs.items())
    unknown = sum(weight(sound_of(word)) for at, word in enumerate(said) if at not in pairs)
    whole = matched + unknown + UNSAID * (sum(weigh) - matched)
    return shared / whole * (1.0 if _turned(pairs) else ANOTHER_ORDER) if whole else 0.0


def word_likeness(word: str, other: str, many: bool) -> float:
    """From 0 (different words) to 1 (the same); `many` where the second is borne by many."""
    sound, sounds = sound_of(word), sound_of(other)
    if word == other or sound == sounds:
        return 1.0 if word == other else SAME_SOUND
    if word.isdigit() or other.isdigit():
        return 0.0
    spelt = _spelt_likeness(word, other, (sound, sounds) if many else None)
    return max(spelt, SAME_CONSONANTS) if _same_consonants(sound, sounds, many) else spelt


def slips_allowed(letters: int) -> int:
    """How many letters may differ in a word of this length, a swap of two neighbours being one."""
    return 0 if letters <= 3 else 1 if letters < TWO_SLIPS else 2


def _paired(said: Sequence[str], listed: Sequence[str], weight: Weight) -> dict[int, int]:
    """For each word that has one, the place of its counterpart: the likest pairs first, each word once."""
    many = [weight(sound_of(other)) <= MANY for other in listed]
    likes = [
        (word_likeness(word, other, many[place]), at, place)
        for at, word in enumerate(said)
        for place, other in enumerate(listed)
    ]
    pairs: dict[int, int] = {}
    for alike, at, place in sorted(likes, key=lambda like: -like[0]):
        if alike > 0 and at not in pairs and place not in pairs.values():
            pairs[at] = place
    return pairs


def _turned(pairs: dict[int, int]) -> bool:
    """True where the words stand in the same order, or would if the last ones were put first ("Kim Jong Un", "Jong Un Kim")."""
    order = [pairs[at] for at in sorted(pairs)]
    return sum(one > other for one, other in pairwise([*order, *order[:1]])) <= 1


def _spelt_likeness(word: str, other: str, sounds: tuple[str, str] | None) -> float:
    """1 less the share of letters that differ, 0 where too many do. Who slips seldom slips in the first letter."""
    longest = max(len(word), len(other))
    allowed = slips_allowed(longest)
    slips = OSA.distance(word, other, score_cutoff=allowed)
    if sounds and slips > allowed > 0 and OSA.distance(*sounds, score_cutoff=1) <= 1:
        slips = 1
    slips += _begins_otherwise(word, other)
    return 1 - A_SLIP * slips / longest if slips <= allowed else 0.0


def _begins_otherwise(word: str, other: str) -> bool:
    """True where the first letters differ and sound otherwise; vowels are exchanged at will ("Omar", "Umar")."""
    firsts = {word[0], other[0]}
    return len(firsts) > 1 and not firsts <= set("aeiou") and sound_of(word)[:1] != sound_of(other)[:1]


def _same_consonants(sound: str, sounds: str, many: bool) -> bool:
    """True where both have the same consonants, at least three, and one is borne by many or of a script without vowels."""
    skeleton = skeleton_of(sound)
    return len(skeleton) > 2 and skeleton == skeleton_of(sounds) and (many or skeleton in (sound, sounds))


def _numbers(words: Sequence[str]) -> list[str]:
    return sorted(word for word in words if word.isdigit())
