"""Datelines ("NAJIN, North Korea (AP) — ...") and an agency's name at the end of its text ("... he said. (AFP)")."""

import re
from datetime import date

from msgspec import Struct

from waybill.model.span import Span
from waybill.read.dates import date_of
from waybill.read.furniture import AGENCIES
from waybill.reference.calendar import MONTHS

_MONTH = rf"(?:{'|'.join(name.capitalize() for name in sorted(MONTHS, key=len, reverse=True))})\.?"
_DAY = rf"(?:[,.]? (?P<date>(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?))?"
_CAPITALS = r"(?!(?:MR|MS|MRS|DR)\b)[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’/-]{2,}(?: [A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’/-]*){0,3}"
_CITY = r"[A-ZÀ-ÖØ-Þ][\w.'’/-]+(?: [A-ZÀ-ÖØ-Þ][\w.'’/-]+){0,3}"
_REGION = r"(?:, [A-ZÀ-ÖØ-Þ][\w.'’]*(?: [A-ZÀ-ÖØ-Þ][\w.'’]*){0,3}){0,2}?"
_DASH = r" ?(?:[-–—_]{1,3} ?|$)"
_KNOWN = "|".join(sorted(map(re.escape, AGENCIES), key=len, reverse=True))

FORMS = (
    (
        rf"{_CAPITALS}{_REGION}{_DAY},?\.? ?\((?P<agency>[A-Z][\w .&'’/-]{{0,37}}[\w.]) ?\){_DASH}",
        "SEOUL, Oct. 14 (Example Wire) -- ",
    ),
    (rf"(?:{_CITY}{_REGION}{_DAY},? ?)?\((?P<agency>{_KNOWN})\){_DASH}", "Najin, North Korea (AP) — "),
    (rf"{_CITY}{_REGION}{_DAY}\.? ?/(?P<agency>[A-Z][\w -]{{1,30}})/\.? ?(?:[-–—] ?)?", "MOSCOW, October 13. /TASS/. "),
    (rf"{_CAPITALS}{_REGION}{_DAY}(?: (?:--?|[–—_]+)|[–—_])(?: (?=[\"“'‘`A-Z])|$)", "GENEVA, Oct. 13 — "),
    (rf"{_CITY}{_REGION}{_DAY.removesuffix('?')},? ?(?:--?|[–—])(?: (?=[\"“'‘`A-Z])|$)", "Oslo, 12 March 2024 - "),
)
"""The forms of a dateline, each with an example. Without an agency a city's name stands in capitals and a sentence follows,
else an acronym between dashes would be one."""

_FORMS = tuple(re.compile(form) for form, _ in FORMS)
_CLOSING = re.compile(rf"(?<=[.!?\"”’])\s*(?:\((?P<bracketed>{_KNOWN})\)|[-–—/]\s?(?P<dashed>{_KNOWN})/?)$")


class Dateline(Struct, frozen=True):
    """Where a dateline stands, its dash included, where its agency's name stands, and its date if it has a year."""

    span: Span
    agency: Span | None
    date: date | None


def dateline(text: str, line: Span) -> Dateline | None:
    """The dateline that a line begins with, or None."""
    for form in _FORMS:
        if match := form.match(text, line.start, line.end):
            said = match.groupdict()
            span = Span(line.start, line.start + len(match[0].rstrip()))
            return Dateline(span, Span(*match.span("agency")) if said.get("agency") else None, date_of(said["date"] or ""))
    return None


def closing_agency(text: str, line: Span) -> tuple[Span, Span] | None:
    """The agency's name after the last sentence of a line: its span with brackets or dash, and without. Or None."""
    match = _CLOSING.search(text, line.start, line.end)
    if not match:
        return None
    group = "bracketed" if match["bracketed"] else "dashed"
    return Span(match.end() - len(match[0].lstrip()), match.end()), Span(*match.span(group))
