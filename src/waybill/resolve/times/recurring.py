"""What comes round by itself and is named alone: weekdays, seasons, holidays."""

import re
from datetime import date, timedelta

from waybill.resolve.times import periods
from waybill.resolve.times.anchoring import nearest, year_named
from waybill.resolve.times.direction import of_a_noun
from waybill.resolve.times.lexicon import SEASONS, said, spelled_year, weekday_number
from waybill.resolve.times.periods import Period
from waybill.resolve.times.reading import NO_DATE, Context, Reading, dated, open_date
from waybill.resolve.times.rule import rule

Match = re.Match[str]


def weekday(m: Match, c: Context) -> Reading:
    """on Friday, next Monday, Friday last week: the latest such day up to the document's date, or the next if the clause
    looks ahead.
    """
    number = weekday_number(m["weekday"])
    if c.anchor is None:
        return open_date(f"XXXX-WXX-{number}", NO_DATE)
    deixis = said(m, "deixis") or said(m, "after")
    if weekly := said(m, "weekly"):
        return _day(c.anchor + timedelta(days=7 * {"last": -1, "this": 0, "next": 1}[weekly] + number - c.anchor.isoweekday()))
    if "previous" in deixis and (told := c.bases("day", -1)):
        return _day(told[0].first - timedelta(days=(told[0].first.isoweekday() - number - 1) % 7 + 1))
    return _day(c.anchor - timedelta(days=_days_behind(deixis, (c.anchor.isoweekday() - number) % 7, c)))


def _days_behind(deixis: str, behind: int, c: Context) -> int:
    """How many days back the day meant lies, negative ahead; `behind` is the least that is not negative."""
    if "last" in deixis or "past" in deixis:
        return behind or 7
    if "next" in deixis:
        return behind - 7
    if deixis == "this" and c.direction != "past" and c.anchor:
        return behind - 7 if behind >= c.anchor.isoweekday() else behind
    if "coming" in deixis or c.direction == "future" or (c.direction == "present" and not of_a_noun(c.parse, c.token)):
        return behind - 7 if behind else 0
    return behind


def _day(at: date) -> Reading:
    return dated(periods.around("day", at))


def season(m: Match, c: Context) -> Reading | None:
    """the summer of 2022, this fall, last winter."""
    letters = SEASONS[said(m, "season")]
    if year := _year_said(m, c):
        return dated(periods.season(year, letters))
    if c.last and said(m, "deixis") in ("that", "the same", "that same"):
        return dated(periods.season(c.last.first.year, letters))
    if c.last and "following" in said(m, "deixis"):
        years = (c.last.last.year, c.last.last.year + 1)
        return dated(next(p for y in years if (p := periods.season(y, letters)).first > c.last.last))
    if c.anchor is None:
        return open_date(f"XXXX-{letters}", NO_DATE)
    found = _season_pointed_at(said(m, "deixis"), letters, c.anchor)
    return dated(found) if found else nearest(c, f"XXXX-{letters}", lambda number: periods.season(number, letters))


def _year_said(m: Match, c: Context) -> int | None:
    if stated := said(m, "year"):
        return int(stated)
    if spoken := said(m, "spelled"):
        return spelled_year(spoken)
    return year_named(c, said(m, "yearly")) if said(m, "yearly") else None


def _season_pointed_at(deixis: str, letters: str, anchor: date) -> Period | None:
    """The season of "last", "this" or "next"; "this winter" said in January began the December before."""
    here = [periods.season(anchor.year + n, letters) for n in (-2, -1, 0, 1)]
    begun = [p for p in here if p.first <= anchor]
    if "next" in deixis or "coming" in deixis:
        return next(p for p in here if p.first > anchor)
    if "last" in deixis:
        return next(p for p in reversed(begun) if p.last < anchor)
    if "past" in deixis:
        return begun[-1]
    if deixis == "this":
        return here[1] if letters == "WI" and anchor.month < 6 else here[2]
    return None


FIXED_DAYS = {
    "christmas": (12, 25), "christmas day": (12, 25), "christmas eve": (12, 24), "new year's day": (1, 1),
    "new year's eve": (12, 31), "valentine's day": (2, 14), "independence day": (7, 4), "veterans day": (11, 11),
    "halloween": (10, 31), "boxing day": (12, 26), "may day": (5, 1), "victory day": (5, 9),
}  # fmt: skip
"""Month and day. Independence Day is that of the United States, Victory Day that of Russia: our convention."""
MOVING_DAYS = {"thanksgiving": (11, 4, 22), "thanksgiving day": (11, 4, 22), "labor day": (9, 1, 1), "election day": (11, 2, 2)}
"""Month, ISO weekday, and the day of the month it is at the earliest (United States law, 5 U.S.C. 6103 and 2 U.S.C. 7)."""


def holiday(m: Match, c: Context) -> Reading | None:
    """Christmas Eve, Thanksgiving, Victory Day: days with a fixed rule. Without capitals "election day" is any country's."""
    name = said(m, "holiday").replace("’", "'")
    if name == "election day" and not m["holiday"].istitle():
        return None
    if stated := said(m, "year"):
        found = _holiday_of(name, int(stated))
        return dated(found) if found else None
    if c.anchor is None:
        return open_date("XXXX-XX-XX", "year")
    return nearest(c, "", lambda number: _holiday_of(name, number))


def _holiday_of(name: str, year: int) -> Period | None:
    if name in FIXED_DAYS:
        return periods.day(year, *FIXED_DAYS[name])
    month, number, earliest = MOVING_DAYS[name]
    return periods.day(year, month, earliest + (number - date(year, month, earliest).isoweekday()) % 7)


_HOLIDAYS = "|".join(sorted((n.replace("'", "['’]") for n in FIXED_DAYS | MOVING_DAYS), key=len, reverse=True))

RULES = (
    rule(
        r"(?:(?P<edge>early|late|earlier|later) )?(?:{deixis} )?{weekday}"
        r"(?:(?: of)? (?P<weekly>last|this|next) week| (?P<after>last|next)(?! (?:month|year)))?",
        weekday,
        "It left on [Friday last week] = 2023-10-06",
    ),
    rule(
        r"(?:{edge}~)?(?:(?:{deixis}|the)(?: early| late)? )?{season}"
        r"(?:,? (?:of )?(?:(?P<year>(?:19|20)\d\d)(?:[-–/]\d\d(?!\d))?|(?P<spelled>{spelled}))(?![-–/\d])"
        r"|(?: of)? (?P<yearly>this|last|next) year)?",
        season,
        "It left in [the winter of 2022-23] = 2022-WI",
    ),
    rule(rf"(?:{{edge}}~)?(?P<holiday>{_HOLIDAYS})(?:,? {{year}})?", holiday, "They met on [Christmas Eve] = 2022-12-24"),
)
