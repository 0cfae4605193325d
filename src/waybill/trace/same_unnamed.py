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


def _again(telling: Telling, first: dict[tuple[str, ...], Voice]) -> Telling:
    if telling.voice.kind != "unnamed" or not telling.claim.source:
        return telling
    again = _AGAIN.match(telling.voice.name)
    noun = again["noun"] if again else _FURTHER.split(telling.voice.name, maxsplit=1)[0].split()[-1]
    key = (*telling.edition, noun.casefold().removesuffix("s"))
    if again and key in first:
        return replace(telling, voice=first[key])
    first[key] = telling.voice
    return telling
