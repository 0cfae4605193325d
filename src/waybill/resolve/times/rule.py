"""What a rule of the grammar is: a pattern, its reader, and an example that is its test."""

import re
from collections.abc import Callable

from msgspec import Struct

from waybill.resolve.times.openings import Openings, openings
from waybill.resolve.times.reading import Context, Reading

Read = Callable[[re.Match[str], Context], Reading | None]


class Rule(Struct, frozen=True):
    """A pattern and what reads its matches.

    The example is a text with the expression in brackets and, behind "=", its TIMEX3 value, or else its EDTF, or else why
    it has none; a text of a document published on 14 October 2023, a Saturday.
    """

    source: str
    """Its pattern as `lexicon.pattern` takes it: compiled when a text has what opens it, for all take a fifth of a second."""

    read: Read
    example: str
    opens: Openings
    """What its matches begin with."""


def rule(source: str, read: Read, example: str) -> Rule:
    """A rule with what its pattern begins with."""
    return Rule(source, read, example, openings(source))
