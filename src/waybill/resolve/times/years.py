"""Years and longer: fiscal 1989, early 2024, nineteen ninety-seven, the 1990s, the late '80s, the 20th century."""

import re
from datetime import date

from waybill.resolve.times import periods
from waybill.resolve.times.anchoring import year_of_two
from waybill.resolve.times.lexicon import said, spelled_decade, spelled_year
from waybill.resolve.times.reading import NO_DATE, Context, Reading, dated, open_date
from waybill.resolve.times.rule import rule

Match = re.Match[str]


def year(m: Match, _: Context) -> Reading:
    """1989, fiscal 1989, early 2024. A fiscal year is read as the calendar year it is named for."""
    return dated(periods.year(int(m["year"])))


def year_in_words(m: Match, _: Context) -> Reading | None:
    """nineteen ninety-seven, the year two thousand."""
    number = 2000 if m["thousand"] else spelled_year(m["spelled"])
    return dated(periods.year(number)) if number else None


def decade(m: Match, c: Context) -> Reading | None:
    """the 1990s, the late '80s, the nineties: without a century, the latest such decade begun by the document's date."""
    if m["decade"]:
        return dated(periods.around("decade", date(int(m["decade"]), 1, 1)))
    tens = int(m["tens"]) if m["tens"] else spelled_decade(said(m, "word"))
    if tens is None:
        return None
    if c.anchor is None:
        return open_date(f"XX{tens // 10}", NO_DATE, f"XX{tens // 10}X")
    hundreds = c.anchor.year // 100 - (tens > c.anchor.year % 100)
    return dated(periods.around("decade", date(hundreds * 100 + tens, 1, 1)))


def century(m: Match, _: Context) -> Reading | None:
    """the 20th century: by custom the years 1900 to 1999."""
    number = int(m["nth"])
    return dated(periods.around("century", date(number * 100 - 100, 1, 1))) if 1 < number <= 99 else None


def short_year(m: Match, c: Context) -> Reading | None:
    """'98, where a preposition stands before it."""
    number = year_of_two(c, int(m["short"])) if c.before in _BEFORE_YEARS else None
    return dated(periods.year(number)) if number else None


_BEFORE_YEARS = frozenset(("in", "since", "by", "until", "before", "after", "of", "from", "to", "late", "early", "and"))

RULES = (
    rule(r"['’‘](?P<short>\d\d)", short_year, "It failed in ['98] = 1998"),
    rule(
        r"(?:{edge}~|(?:post|pre)-|the year |the (?=\d+ period))?(?:{fiscal}(?:year )?)?{year}",
        year,
        "Stocks fell in [fiscal 2022] = 2022",
    ),
    rule(r"the {year} (?:fiscal|calendar|financial) year", year, "In [the 2022 financial year] stocks fell = 2022"),
    rule(r"FY ?{year}", year, "Stocks fell in [FY2022] = 2022"),
    rule(
        r"(?:the year )?(?:(?P<thousand>two thousand)|(?P<spelled>{spelled}))",
        year_in_words,
        "It was built in [nineteen ninety-seven] = 1997",
    ),
    rule(
        r"(?:the )?(?:{edge}~)?(?:(?P<decade>1\d\d0|20\d0)['’]?s|['’‘](?P<tens>[1-9]0)s|"
        r"(?P<word>(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies))",
        decade,
        "It was built in [the late '80s] = 198",
    ),
    rule(r"(?:the )?(?:{edge}~)?(?P<nth>\d\d?)(?:st|nd|rd|th)[ -]century", century, "Guns of [the 20th century] = 19"),
)
