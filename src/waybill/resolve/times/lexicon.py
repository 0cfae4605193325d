"""The words times are made of, and how patterns over them are written."""

import re
from functools import cache

from waybill.reference.calendar import DAY_NAMES, MONTH_NAMES, MONTHS, SHORTENED_DAYS, SHORTENED_MONTHS, WEEKDAYS
from waybill.reference.numbers import number_words

SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
DAYPARTS = {
    "morning": "MO", "dawn": "MO", "noon": "MI", "midday": "MI", "afternoon": "AF", "evening": "EV", "dusk": "EV",
    "night": "NI",
}  # fmt: skip
UNITS = (
    "second", "minute", "hour", "day", "night", "week", "fortnight", "weekend", "month", "quarter", "year", "decade", "century",
)  # fmt: skip

_ONES, _TENS = number_words("one"), number_words("ten")
_SMALL = number_words("one", "teen", "ten")
_SCALES = number_words("scale")
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
ORDINAL_DAYS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
    "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth", "thirtieth",
)  # fmt: skip
_SPELLED_DECADES = {word[:-1] + "ies": int(n) for word, n in _TENS.items()}

_SMALL_WORD = rf"(?:(?:{'|'.join(_TENS)})[\s-](?:{'|'.join(_ONES)})|{'|'.join(sorted(_SMALL, key=len, reverse=True))})"
_WORD_NUMBER = rf"(?:(?:{_SMALL_WORD}|an?)\s(?:hundred|thousand)|{_SMALL_WORD}(?:[\s-]and[\s-]a[\s-]half)?|a\sdozen)"
_FIGURE = r"\d+(?:,\d{3})*(?:\.\d+)?(?:[\s-]\d/\d)?"
_VAGUE = r"(?:a\s)?(?:few|couple(?:\sof)?|number\sof)|several|some|many|dozens\sof|hundreds\sof|thousands\sof|countless"

_FULL_MONTHS = "|".join(f"{n}|{n.upper()}" for n in MONTH_NAMES)
_SHORT_MONTHS = "|".join(f"{n}|{n.upper()}" for n in SHORTENED_MONTHS if n != "May")
_FULL_DAYS = "|".join(f"{n}|{n.upper()}" for n in DAY_NAMES)
_SHORT_DAYS = "|".join(sorted(SHORTENED_DAYS, key=len, reverse=True))
_THIS = r"this|current|the current|the present|that|that same|the same|the very same"
_LAST = r"last|the last|past|the past|this past|previous|the previous|the preceding|the prior"
_NEXT = r"next|the next|this coming|coming|the coming|the upcoming|the following"

FRAGMENTS = {
    "month": rf"(?-i:(?P<month>{_FULL_MONTHS}|(?:{_SHORT_MONTHS})\b\.?))",
    "weekday": rf"(?-i:(?P<weekday>{_FULL_DAYS}|(?:{_SHORT_DAYS})(?:\.|(?=,?\s\d))))",
    "dom": r"(?P<dom>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\w%]|[.,]\d|:\d)",
    "year": r"(?P<year>1[0-9]\d\d|20\d\d)(?![\w%]|[.,]\d|/\d|:\d)",
    "ofyear": r"(?:,?\s{year}|\s?['’](?P<short>\d\d)(?![\w%])|(?:\sof)?\s(?P<yearly>this|last|next)\syear|"
    r"\sof\s(?P<same>that|the\ssame)\syear)?",
    "season": rf"(?P<season>{'|'.join(SEASONS)})",
    "daypart": rf"(?P<daypart>{'|'.join(DAYPARTS)})",
    "unit": r"(?P<unit>second|minute|hour|day|night|week|fortnight|weekend|month|quarter|year|decade|centur(?:y|ie))",
    "grain": r"(?P<grain>day|week|weekend|month|quarter|year|decade|century)",
    "fiscal": r"(?:(?:fiscal|calendar|financial|full|trading|marketing)[\s-])",
    "ordinal": rf"(?P<ordinal>{'|'.join(ORDINALS)})",
    "num": rf"(?P<num>{_FIGURE}(?!\w)|(?:{_WORD_NUMBER}|{_VAGUE}|an?)(?=[\s-]))",
    "orso": rf"(?:(?:to|or|[-–]) (?:\d+|{_SMALL_WORD}) )",
    "about": r"(?:(?:(?:more|less|fewer) than|at (?:least|most)|up to|no (?:more|less) than|as (?:many|long) as|nearly|almost|"
    r"about|around|roughly|over|under|approximately|some) )",
    "edge": r"(?P<edge>(?:very )?(?:early[ -]to[ -]mid|mid[ -]to[ -]late|early|late|mid|middle|earlier|later|some ?time)"
    r"(?: in| of| on)?(?: the)?|"
    r"(?:the )?(?:end|beginning|start|middle|close|midpoint|turn) of(?: the)?)",
    "deixis": rf"(?P<deixis>{_THIS}|{_LAST}|{_NEXT})",
    "nthday": rf"(?P<nthday>(?:twenty[\s-]|thirty[\s-])?(?:{'|'.join(ORDINAL_DAYS)}))",
    "spelled": rf"(?:nineteen|eighteen|twenty)[\s-]{_SMALL_WORD}",
}


@cache
def pattern(source: str) -> re.Pattern[str]:
    """Compiles a pattern that ends where a word ends, blind to case but for names.

    A space stands for white space, `~` for that or a hyphen, `{name}` for a fragment.
    """
    return re.compile(rf"(?:{spaced(_filled(source))})(?!\w)", re.IGNORECASE)


def spaced(source: str) -> str:
    """A pattern's source with what its spaces and `~` stand for."""
    return source.replace(" ?", r"\s*").replace(" ", r"\s+").replace("~", r"(?:\s+|\s?[-‐‑–]\s?)")


def _filled(source: str) -> str:
    return re.sub(r"\{([a-z]+)\}", lambda m: _filled(FRAGMENTS[m[1]]), source)


def said(match: re.Match[str], name: str) -> str:
    """The words a named part of the pattern took, in lower case with single spaces; "" where it took or has none."""
    return " ".join((match.groupdict().get(name) or "").lower().split())


def number(words: str) -> float | None:
    """What the words count, or None where they do not say ("several", "a few"); "a couple of" is 2, "2 1/2" is 2.5."""
    words = re.sub(r"[\s-]+", " ", words.lower().replace(",", "")).strip()
    if words[:1].isdigit():
        whole, _, fraction = words.partition(" ")
        over, _, under = fraction.partition("/")
        return float(whole) + (int(over) / int(under) if under.strip("0") else 0)
    if words.endswith(" and a half"):
        return (number(words.removesuffix(" and a half")) or 0) + 0.5
    if "couple" in words:
        return 2
    if words in ("a", "an"):
        return 1
    if words == "a dozen":
        return 12
    return _spelled_number(words.split())


def _spelled_number(words: list[str]) -> float | None:
    total = 0.0
    for word in words:
        if word in _SCALES:
            total = max(total, 1) * _SCALES[word]
        elif word in _SMALL:
            total += _SMALL[word]
        elif word not in ("a", "an"):
            return None
    return total or None


def spelled_year(words: str) -> int | None:
    """The year as it is spoken: "nineteen ninety-seven" is 1997; None where the words are none."""
    first, *rest = re.split(r"[\s-]+", words.lower())
    low = _spelled_number(rest)
    return None if low is None or low >= 100 else int(_SMALL[first] * 100 + low)


def spelled_day(words: str) -> int:
    """The day of the month of a spelled ordinal: "twenty-first" is 21."""
    *tens, last = re.split(r"[\s-]+", words.lower())
    low = 30 if last == "thirtieth" else ORDINAL_DAYS.index(last) + 1
    return low + (20 if "twenty" in tens else 30 if "thirty" in tens else 0)


def spelled_decade(word: str) -> int | None:
    """The tens of a spelled decade: "nineties" is 90."""
    return _SPELLED_DECADES.get(word.lower())


def month_number(name: str) -> int:
    """The month of the year, 1 to 12, of a name or abbreviation the pattern took."""
    return MONTHS[name.lower().rstrip(".")]


def weekday_number(name: str) -> int:
    """The ISO day of the week, Monday 1, of a name or abbreviation the pattern took."""
    return WEEKDAYS[name.lower().rstrip(".")]
