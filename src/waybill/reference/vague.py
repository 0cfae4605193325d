"""Amounts that are said without a figure."""

import re

_VAGUE = re.compile(
    r"\b(dozens|scores|tens|hundreds|thousands|millions|billions|several|multiple|numerous|many|few|some|couple|handful)\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(
    r"\d|\b(?<!several )(?<!few )(one|two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|thousand)\b", re.IGNORECASE
)
_MARKS = re.compile(r"[^\w\s.,]")


def is_vague(words: str) -> bool:
    """True for an amount that names no figure: "several dozen", "hundreds of thousands", but neither "some 300" nor "a dozen".

    Vague words have conventional ends as intervals, but nobody said these ends, and two who use the same words need not have
    them from each other.
    """
    plain = _MARKS.sub("", words)
    return bool(_VAGUE.search(plain)) and not _FIGURE.search(plain)
