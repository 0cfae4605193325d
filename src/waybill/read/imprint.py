"""The imprint of a text: what its own lines say of who put it out, when, and where they took it from."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Literal

from msgspec import Struct, field

from waybill.model.document import Credit
from waybill.model.span import Span
from waybill.read.datelines import closing_agency, dateline
from waybill.read.dates import date_in
from waybill.read.furniture import AGENCIES, Makes, edge_match, is_clutter
from waybill.read.lines import Line, Words, lines_of, parts_of, said_in
from waybill.read.mastheads import masthead
from waybill.read.outlet_names import is_outlet
from waybill.read.publishing_dates import PublishingDate, Standing, open_date, publishing_date, settled
from waybill.read.wrapped import HEAD_LINES, WRAPPED_LINE, closes_sentence, goes_on, is_name_below_headline

FOOT_LINES = 15
"""How near the foot a line speaks of the whole text: our convention, as for the head."""

DATELINE_LINES = 8
"""Within how many lines from the head the text itself begins: our convention."""

CLOSING_LINES = 3
"""Within how many lines from the foot an agency signs its text: our convention."""

LONGEST_RULED = 200
"""Code points up to which a line may be a credit, a date or a button: our convention, about two sentences."""

LONGEST_STANDFIRST = 1
"""So many lines of prose may stand above the date of a text, below its headline: our convention."""

LONGEST_TITLE = 150
"""Code points up to which a first line may be a title: our convention."""

_SENTENCE_END = re.compile(r"""[.!?:;,…–—-]["”’')\]]*$""")
_FULL_STOP = re.compile(r"(?<!\.\w)(?<!Inc)(?<!Ltd)(?<!Co)(?<!Corp)(?<!Jr)(?<!Sr)[.,]+$")
_HOST = re.compile(r"(?:https?://|(?=www\.))([\w.-]*\w)")
_OF_OUTLET = re.compile(r"(?:,| for| of| [-–—/]) (.+)")
_Place = Literal["edge", "amid", "body"]
_CREDITS: dict[Makes, Literal["agency", "republished", "author", "via"]] = {
    "agency": "agency",
    "republished": "republished",
    "author": "author",
    "via": "via",
}


class Imprint(Struct, frozen=True):
    """What a text says of its own publication; None, or nothing, where it says nothing plainly. Spans are in text order."""

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    published: date | None = None
    author_of_original: bool = False
    """Whether the author stands with the credit of a text that this one repeats ("Source: ..., Author: ...")."""
    open_dates: tuple[str, ...] = ()
    """What stands where a publishing date does and could be two days ("03/04/2023")."""
    open_days: tuple[date, ...] = ()
    """The days that lines name of which none is plainly the publishing date: several, or the heading of a part."""
    credits: tuple[Credit, ...] = ()
    furniture: tuple[Span, ...] = ()


def imprint_of(text: str) -> Imprint:
    """The imprint of a text. Only lines near its head or foot speak of the whole; clutter is found anywhere."""
    lines = lines_of(text)
    draft = _Draft(text)
    places = _places(text, lines)
    for n, line in enumerate(lines):
        if len(line.span) <= LONGEST_RULED and not goes_on(text, lines, n, draft.furniture):
            draft.read_short(line.span, places[n])
    draft.read_dateline(lines[:DATELINE_LINES])
    draft.read_closing(lines[-CLOSING_LINES:])
    draft.read_masthead(lines)
    draft.read_names(lines)
    draft.read_title(lines)
    return draft.imprint()


class _Draft(Struct):
    """An imprint while its lines are read."""

    text: str
    said: dict[Makes, str] = field(default_factory=dict)
    dates: list[PublishingDate] = field(default_factory=list)
    outlets: list[str] = field(default_factory=list)
    """Those whom bylines name: "By Jane Doe, Harbour Post"."""
    open_dates: list[str] = field(default_factory=list)
    credits: list[Credit] = field(default_factory=list)
    furniture: set[Span] = field(default_factory=set)

    def read_short(self, line: Span, place: _Place) -> None:
        """A line that may be furniture, whole or between its bars; a row of a table (it begins with a bar) tells nothing."""
        if place != "body" and self.text[line.start] != "|":
            parts = parts_of(self.text, line)
            known = [words.span(0, len(words.said)) for words in parts if self.read_part(words, place)]
            self.furniture.update([line] if len(known) == len(parts) else known)
        elif is_clutter(said_in(self.text, line.start, line.end)):
            self.furniture.add(line)

    def read_part(self, words: Words, place: _Place) -> bool:
        """True where the words are a credit, a date or clutter; what they say is kept."""
        if day := publishing_date(words.said):
            heads_part = place == "amid" and day.standing == Standing.BARE
            self.dates.append(PublishingDate(Standing.AMID, day.day) if heads_part else day)
            return True
        if open_day := open_date(words.said):
            self.open_dates.append(open_day)
            return True
        if not (found := edge_match(words.said)):
            return is_clutter(words.said)
        rule, match = found
        if "said" in match.groupdict():
            self.keep(rule.makes, words, match)
        return True

    def keep(self, makes: Makes, words: Words, match: re.Match[str]) -> None:
        """What a line says, as a credit or as the publication's; the first line that says it counts."""
        start, name = match.start("said"), _FULL_STOP.sub("", match["said"])
        if makes == "republished" and (host := _HOST.match(name)):
            start, name = start + host.start(1), host[1]
        end = start + len(name)
        if makes in _CREDITS:
            self.credits.append(Credit(name, _CREDITS[makes], words.span(start, end)))
        self.said.setdefault(makes, name)
        if makes == "author" and (of := _OF_OUTLET.fullmatch(words.said, end)) and is_outlet(of[1]) and of[1] not in AGENCIES:
            self.outlets.append(of[1])
        if makes in ("author", "publisher") and (day := date_in(words.said, end)):
            self.dates.append(PublishingDate(Standing.BARE, day))

    def read_dateline(self, lines: Iterable[Line]) -> None:
        """The dateline of the first line that has one."""
        for line in lines:
            if line.span not in self.furniture and (found := dateline(self.text, line.span)):
                self.furniture.add(found.span)
                if found.agency:
                    self.credits.append(Credit(found.agency.text_of(self.text), "agency", found.agency))
                if found.date:
                    self.dates.append(PublishingDate(Standing.DATELINE, found.date))
                return

    def read_closing(self, lines: Iterable[Line]) -> None:
        """The agencies that sign the last lines."""
        for line in lines:
            if line.span not in self.furniture and (found := closing_agency(self.text, line.span)):
                self.furniture.add(found[0])
                self.credits.append(Credit(found[1].text_of(self.text), "agency", found[1]))

    def read_masthead(self, lines: list[Line]) -> None:
        """The outlet's name near the head, where no line says "Publisher: ..."."""
        if found := masthead(self.text, lines, self.furniture):
            self.said.setdefault("publisher", found.name)
            self.dates += found.days
            within = {
                span for span in self.furniture for line in found.lines if line.start <= span.start and span.end <= line.end
            }
            self.furniture = (self.furniture - within) | set(found.lines)

    def read_names(self, lines: list[Line]) -> None:
        """Names right below a long headline: furniture and no more, for they may be a writer's, an outlet's or a place's."""
        for n in range(1, min(HEAD_LINES, len(lines))):
            if lines[n].span not in self.furniture and is_name_below_headline(self.text, lines, n, self.furniture):
                self.furniture.add(lines[n].span)

    def read_title(self, lines: list[Line]) -> None:
        """A first line that is marked as a heading, or stands by itself and is no sentence, is the title."""
        n = next((n for n, line in enumerate(lines) if line.span not in self.furniture), len(lines))
        if "title" in self.said or n + 1 >= len(lines) or self.opens(lines[n]):
            return
        first, following = lines[n], lines[n + 1]
        words = said_in(self.text, first.span.start, first.span.end)
        below = following.span in self.furniture or self.opens(following)
        if self.text.startswith("# ", first.span.start) or (
            (first.set_off or below) and _is_title(words.rstrip("?!") if below else words)
        ):
            self.said["title"] = words
            self.furniture.add(first.span)

    def opens(self, line: Line) -> bool:
        """True where the line begins with the dateline, and goes on."""
        return any(span.start == line.span.start and span.end < line.span.end for span in self.furniture)

    def credits_original(self) -> bool:
        """True where nothing but furniture stands between the author's line and a credit of the text that is repeated."""
        authors = [c.span for c in self.credits if c.kind == "author" and c.name == self.said.get("author")]
        originals = [c.span for c in self.credits if c.kind == "republished"]
        return any(self.is_all_furniture(*sorted((a, o))) for a in authors[:1] for o in originals)

    def is_all_furniture(self, first: Span, last: Span) -> bool:
        """True where every line from one span to another is furniture."""
        lines = lines_of(self.text[first.start : last.end])
        spans = (Span(first.start + line.span.start, first.start + line.span.end) for line in lines)
        return all(any(f.contains(s) for f in self.furniture) for s in spans)

    def imprint(self) -> Imprint:
        """What was read, in text order."""
        of_original = self.credits_original()
        published, open_days = settled(self.dates)
        return Imprint(
            title=self.said.get("title"),
            publisher=self.said.get("publisher") or next(iter(() if of_original else self.outlets), None),
            author=self.said.get("author"),
            author_of_original=of_original,
            url=self.said.get("url"),
            published=published,
            open_dates=tuple(self.open_dates),
            open_days=open_days,
            credits=tuple(sorted(self.credits, key=lambda c: c.span)),
            furniture=tuple(sorted(self.furniture)),
        )


def _places(text: str, lines: list[Line]) -> list[_Place]:
    """Where each line stands: near the head or foot, there with paragraphs above and below it, or in the body."""
    prose = [n for n, line in enumerate(lines) if len(line.span) >= WRAPPED_LINE and closes_sentence(text, line.span)]
    begins, ends = (prose[LONGEST_STANDFIRST], prose[-1]) if len(prose) > LONGEST_STANDFIRST else (len(lines), 0)
    foot = len(lines) - FOOT_LINES
    edge = (n < HEAD_LINES or n >= foot for n in range(len(lines)))
    return [("amid" if begins < n < ends else "edge") if near else "body" for n, near in enumerate(edge)]


def _is_title(words: str) -> bool:
    return len(words) <= LONGEST_TITLE and words[0] not in "([" and not _SENTENCE_END.search(words)
