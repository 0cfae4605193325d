"""Lines that say when a text was put out: "Published 14 October 2023", or a date on a line of its own."""

import re
from collections.abc import Iterable
from datetime import date
from enum import IntEnum

from msgspec import Struct

from waybill.read.dates import date_at, date_of


class Standing(IntEnum):
    """How plainly a line says when a text was put out; the lower settles it."""

    PUBLISHED = 0
    BARE = 1
    DATELINE = 2
    UPDATED = 3
    AMID = 4
    """A date alone on its line, amid prose: it may head a part of the text. It settles nothing, but a bare one counts it."""


class PublishingDate(Struct, frozen=True):
    """A day on which a text says it was put out."""

    standing: Standing
    day: date


_PUBLISHED = (
    r"(?:(?:first|originally) )?(?:published|posted|released|issued|filed)(?: online)?"
    r"|(?:publication|release|posting) date|dated?|date (?:published|posted|of (?:publication|issue))"
)
_UPDATED = r"(?:last )?(?:updated|modified|revised|edited)(?: date)?"
_LABEL = re.compile(rf"(?:(?P<updated>{_UPDATED})|{_PUBLISHED})(?: (?:on|at))? ?[:,–—-]? ?", re.IGNORECASE)
_PLACE = re.compile(r"(?:[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,4}, ?){1,3}")
_NUMBER = (
    r"(?:(?:[a-z]+ ){0,2}(?:vol(?:ume)?|no|nr|number)|(?:working |discussion )?(?:issue|edition|bulletin|note|report|paper))"
    r"\.? ?\d[\d/]*[,.:;]?"
)
_ISSUE = re.compile(rf"(?:{_NUMBER} ?){{1,2}}[–—-]? ?", re.IGNORECASE)
_HOUR = r"(?:at )?\d{1,2}[:.h]\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?" + (
    r"(?:,? ?\(?(?:[A-Z]{1,5}(?: ?[+-] ?\d[\d:]*)?|[+-]\d[\d:]*|local time|[A-Z][a-z]+ (?i:time))\)?)?"
)
_BEFORE = re.compile(
    rf"(?:{_HOUR}[, ]+)?(?:(?:on )?(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,? )?", re.IGNORECASE
)
_OPEN = re.compile(r"(?:0?[1-9]|1[0-2])([/.])(?:0?[1-9]|1[0-2])\1(?:19|20)\d\d")
_THEN = rf"[,;]? ?[(\[–—-]? ?{_UPDATED}:? [\w ,:]{{0,30}}\d[\w :]{{0,15}}[)\]]?"
_AFTER = re.compile(rf"[.,]?(?:(?:T| ?[-–—,/@] ?| ){_HOUR}|T\d\d:\d\d\S*)?\.?(?:{_THEN})?", re.IGNORECASE)


def publishing_date(words: str) -> PublishingDate | None:
    """What a line of its own says about when the text was put out; None where it says more, or what could be two days."""
    label = _LABEL.match(words)
    if label and (found := _day_at(words, label.end())):
        return PublishingDate(Standing.UPDATED if label["updated"] else Standing.PUBLISHED, found[0])
    for before in (None, _PLACE.match(words), _ISSUE.match(words)):
        found = _day_at(words, before.end() if before else 0)
        if found and _AFTER.fullmatch(words, found[1]):
            return PublishingDate(Standing.BARE, found[0])
    return None


def is_issue(words: str) -> bool:
    """True where words are nothing but the number of an issue: "Vol. 12, No. 3", "Press release No. 7"."""
    return _ISSUE.fullmatch(words) is not None


def open_date(words: str) -> str | None:
    """The date of a line of its own that could be two days ("03/04/2023"), or None."""
    label = _LABEL.match(words)
    match = _OPEN.match(words, label.end() if label else 0)
    known = match and date_of(match[0])
    return match[0] if match and not known and _AFTER.fullmatch(words, match.end()) else None


def settled(said: Iterable[PublishingDate]) -> tuple[date | None, tuple[date, ...]]:
    """The day that the plainest lines agree on; else None, and the days that they leave open, in order."""
    said = tuple(said)
    plainest = min((d.standing for d in said), default=Standing.AMID)
    also = Standing.AMID if plainest == Standing.BARE else plainest
    days = tuple(sorted({d.day for d in said if d.standing in (plainest, also)}))
    return (days[0], ()) if len(days) == 1 and plainest < Standing.AMID else (None, days)


def _day_at(words: str, start: int) -> tuple[date, int] | None:
    before = _BEFORE.match(words, start)
    return date_at(words, before.end() if before else start)
