"""Unnamed speakers that a text speaks of again: "Middle Eastern officials", then "one of the officials"."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from waybill.trace.telling import Telling
from waybill.trace.voices import Voice

_AGAIN = re.compile(r"(?:.*\bof )?(?:the|that|these|those|both)(?: same| two| three)? (?P<noun>\w+)$", re.IGNORECASE)
"""So a text speaks again of somebody told before: "the officials", "one of the officials", "an official of that government"."""

_FURTHER = re.compile(r"(?:,|\s(?:of|in|from|at|on|for|to|with|who|whose|close|familiar|briefed|involved)\b)")
"""Here the noun ends that says what a speaker is: "a security official in Kyiv"."""


def known_again(told: Sequence[Telling]) -> list[Telling]:
    """The tellings, where a text speaks again of unnamed speakers with the voice they had when it first spoke of them.

    The last ones told before in the same publication under the same noun are meant; failing them the voice stays its own.
    """
    first: dict[tuple[str, ...], Voice] = {}
    return [_again(t, first) for t in told]


def noun(name: str) -> str:
    """What kind of person an unnamed speaker is, in the singular: "official" of "two Western officials in Kyiv"."""
    again = _AGAIN.match(name)
    words = [again["noun"]] if again else _FURTHER.split(name, maxsplit=1)[0].split()
    return words[-1].casefold().removesuffix("s") if words else ""


def _again(telling: Telling, first: dict[tuple[str, ...], Voice]) -> Telling:
    if telling.voice.kind != "unnamed" or not telling.claim.source:
        return telling
    key = (*telling.edition, noun(telling.voice.name))
    if _AGAIN.match(telling.voice.name) and key in first:
        return replace(telling, voice=first[key])
    first[key] = telling.voice
    return telling
