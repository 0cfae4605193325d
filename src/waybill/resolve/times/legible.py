"""A text as its figures are meant: digits of any script as 0 to 9, invisible characters made visible; offsets stay."""

import re

_OTHER_DIGIT = re.compile(r"[^\D0-9]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]+")


def legible(text: str) -> str:
    """The text code point for code point, Arabic and full-width digits as 0 to 9.

    Zero-width characters become spaces, but "_" within a word or a number: what is broken so is no date.
    """
    if text.isascii():
        return text
    return _INVISIBLE.sub(_shown, _OTHER_DIGIT.sub(lambda m: str(int(m[0])), text))


def _shown(match: re.Match[str]) -> str:
    around = match.string[max(match.start() - 1, 0) : match.start()], match.string[match.end() : match.end() + 1]
    within = all(c.isdigit() for c in around) or all(c.isalpha() for c in around)
    return ("_" if within else " ") * len(match[0])
