"""Wrapped prose: whether a line goes on with the sentence of the line above it, or stands by itself as lines of a head do."""

import re
from collections.abc import Sequence, Set
from itertools import takewhile

from waybill.model.span import Span
from waybill.read.furniture import edge_match
from waybill.read.lines import Line
from waybill.read.publishing_dates import publishing_date

HEAD_LINES = 10
"""How near the head a line speaks of the whole text: our convention, room for a masthead and for a blog's buttons."""

WRAPPED_LINE = 50
"""From this many code points on a line may be wrapped prose: our convention, as for sentences."""

HEADLINE_LINES = 3
"""So many long lines, one below the other, may be a headline: our convention. More are prose."""

_CLOSED = re.compile(r"""[.!?:;,…–—-]["”’')\]]*$""")
_STOP = re.compile(r"""\.["”’')\]]*$""")
_SENTENCE = re.compile(r"\.(?<=[a-z]{2}\.)(?<!\bInc\.)(?<!\bLtd\.)(?<!\bCorp\.)[\"”’)]*(?: [A-Z“\"]|$)")
_LEADS_ON = re.compile(
    r"\b(?:a|an|and|as|at|before|after|between|but|by|for|from|in|into|is|of|on|or|since|than|that|the|to|until|via|was|with)$"
)
"""What no headline ends with, and no sentence."""

_NAME_LINE = re.compile(r"[A-ZÀ-ÖØ-Þ][\w.'’-]+(?:(?:,? and|,| in|,? for)? [A-ZÀ-ÖØ-Þ][\w.'’-]*){1,5}(?<!\.)")
_LABEL = re.compile(r"[A-Za-z]+(?: [a-z]+)?:\s")
_OPENS = re.compile(
    r"(?:By|BY|(?:First|Originally|Last) [a-z]+|Published|PUBLISHED|Posted|Released|Issued|Filed|Updated|Modified|Revised)\b"
)
"""What begins a byline or a date with a capital that it would not have within a sentence."""


def goes_on(text: str, lines: Sequence[Line], n: int, furniture: Set[Span]) -> bool:
    """True where wrapped prose goes on in the n-th line: "... was signed / by Kim Jong Un" is no byline.

    Nothing goes on below a blank line, a line of furniture, or a headline, however long that is. Where prose stands above, a
    long line without a stop is wrapped, and so is the line below it.
    """
    before, line = lines[n - 1] if n else None, lines[n].span
    if not before or before.set_off or before.span in furniture or _LABEL.match(text, line.start):
        return False
    words = before.span.text_of(text)
    if text[line.start].islower():
        return not (words.isupper() or words[-1] in ".?!" or _is_byline(text, lines, n, furniture))
    if _OPENS.match(text, line.start):
        return False
    if _LEADS_ON.search(words) or (words[-1] == "," and len(words) >= WRAPPED_LINE):
        return True
    return len(words) >= WRAPPED_LINE and not _CLOSED.search(words) and not _is_below_headline(text, lines, n, furniture)


def is_name_below_headline(text: str, lines: Sequence[Line], n: int, furniture: Set[Span]) -> bool:
    """True for names right below a long headline and above a date or a blank line: "Jane Doe in Najin" is a byline too."""
    before, line = lines[n - 1], lines[n]
    if before.set_off or before.span in furniture or not _NAME_LINE.fullmatch(line.span.text_of(text)):
        return False
    ends = line.set_off or lines[n + 1].span in furniture
    return ends and len(before.span) >= WRAPPED_LINE and not goes_on(text, lines, n, furniture)


def closes_sentence(text: str, line: Span) -> bool:
    """True where a sentence ends in the line."""
    return _SENTENCE.search(text, line.start, line.end) is not None


def _is_below_headline(text: str, lines: Sequence[Line], n: int, furniture: Set[Span]) -> bool:
    """True where all above is a head, and the line neither ends as a sentence does nor goes on in the next."""
    if n >= HEAD_LINES:
        return False
    above = takewhile(lambda line: not line.set_off and line.span not in furniture, reversed(lines[:n]))
    long = sum(len(line.span) >= WRAPPED_LINE for line in above)
    line = lines[n]
    runs_on = not line.set_off and text[lines[n + 1].span.start].islower() and not edge_match(lines[n + 1].span.text_of(text))
    if long > HEADLINE_LINES or runs_on or _STOP.search(line.span.text_of(text)):
        return False
    return not any(closes_sentence(text, line.span) for line in lines[:n] if line.span not in furniture)


def _is_byline(text: str, lines: Sequence[Line], n: int, furniture: Set[Span]) -> bool:
    """True for "by Jane Doe" below a headline and above a date or a blank line."""
    found = edge_match(lines[n].span.text_of(text))
    if not found or found[0].makes != "author" or not _is_below_headline(text, lines, n, furniture):
        return False
    return lines[n].set_off or publishing_date(lines[n + 1].span.text_of(text)) is not None
