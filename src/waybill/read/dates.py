"""Dates written out in full. What could be two days ("03/04/2023") is none: it is not guessed."""

import re
from datetime import date

from waybill.reference.calendar import MONTHS

_MONTH = rf"(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"

FORMS = (
    (rf"{_YEAR}-(?P<number>\d\d)-(?P<day>\d\d)", "2023-10-14"),
    (rf"{_YEAR}/(?P<number>\d\d)/(?P<day>\d\d)", "2023/10/14"),
    (rf"{_DAY}[ -](?:of )?{_MONTH},?[ -]{_YEAR}", "14 October 2023"),
    (rf"{_MONTH} {_DAY},? {_YEAR}", "Oct. 14, 2023"),
    (rf"{_MONTH} {_DAY},? Juche \d{{2,3}} ?\({_YEAR}\)", "October 14, Juche 112 (2023)"),
    (rf"(?P<first>\d{{1,2}})([/.])(?P<second>\d{{1,2}})\2{_YEAR}", "14/10/2023"),
)
"""The forms of a full date, each with an example."""

_FORMS = tuple(re.compile(form, re.IGNORECASE) for form, _ in FORMS)
_BEGIN = re.compile(r"\b\w")


def date_at(words: str, start: int = 0) -> tuple[date, int] | None:
    """The full date that begins at `start` and where it ends; None where none does, or it could be two days."""
    for form in _FORMS:
        match = form.match(words, start)
        if match and not words[match.end() : match.end() + 1].isdigit():
            day = _day(match)
            return (day, match.end()) if day else None
    return None


def date_of(words: str) -> date | None:
    """The day of words that are nothing but a full date; None where they are not, or could be two days."""
    words = words.strip()
    found = date_at(words)
    return found[0] if found and found[1] == len(words) else None


def date_in(words: str, start: int = 0) -> date | None:
    """The first full date in the words from `start` on, or None."""
    begins = (match.start() for match in _BEGIN.finditer(words, start))
    return next((found[0] for at in begins if (found := date_at(words, at))), None)


def _day(match: re.Match[str]) -> date | None:
    said = match.groupdict()
    if "first" in said:
        month, day = _by_size(int(said["first"]), int(said["second"]))
    else:
        month = int(said["number"]) if "number" in said else MONTHS[said["month"].lower()]
        day = int(said["day"])
    try:
        return date(int(said["year"]), month, day)
    except ValueError:
        return None


def _by_size(first: int, second: int) -> tuple[int, int]:
    """Month and day of two numbers of which only one can be a month; no month (0) where both could."""
    if first == second:
        return first, second
    if first > 12:
        return second, first
    return (first, second) if second > 12 else (0, 0)
