"""Names and numbers of ships to vessel mentions: which hull is meant, or why that stays open."""

import re
from collections.abc import Sequence
from functools import cache

from msgspec.structs import replace

from waybill.model.mention import Mention
from waybill.model.parse import Parse
from waybill.model.things import Vessel
from waybill.reference.countries import countries
from waybill.reference.vessels import ships_by_name
from waybill.resolve.vessels.names import ShipName, find_names
from waybill.resolve.vessels.numbers import find_numbers

_FLAGGED = re.compile(
    r"\b(?P<flag>[A-Z][a-z]+(?: [A-Z][a-z]+){0,3})[\s-]+(?:flagged|flag|registered|owned)"
    r"(?:\s+(?:[a-z-]+\s+){0,3})?(?:the\s+)?[\"“‘']?$"
)

_NONE_HELD = "no IMO number stated, none held for this name"

_MAX_GAP = 4
"""Code points between a ship's name and its number, as in "Angara (IMO 9179842)": our convention."""


def find_vessels(parse: Parse) -> tuple[Mention, ...]:
    """Every ship named or numbered, in order and without overlap.

    A name's half-open span holds its prefix ("MV Alaed"), a number's its label ("IMO 9179842"). Names are given in capitals, as
    registers do. A name with one hull in vessels.csv, or with a valid number beside it anywhere in the text, has that hull's
    numbers. Otherwise the value is the name alone with the reason: several hulls (in `candidates`), none held, another flag;
    a number whose check digit fails has no value.
    """
    numbers = tuple(find_numbers(parse.text))
    names = find_names(parse)
    stated = _stated(names, numbers)
    named = [_named(parse, name, stated, _misstated(name, numbers)) for name in names]
    return tuple(sorted((*named, *numbers), key=lambda m: m.span))


def _stated(names: Sequence[ShipName], numbers: Sequence[Mention]) -> dict[str, Vessel]:
    """The numbers the text itself gives a name: "Angara (IMO 9179842)"."""
    stated: dict[str, Vessel] = {}
    for number in numbers:
        near = [n.name for n in names if 0 <= number.span.start - n.span.end <= _MAX_GAP]
        if near and isinstance(number.value, Vessel):
            stated[near[-1]] = _joined(near[-1], number.value, stated.get(near[-1]))
    return stated


def _misstated(name: ShipName, numbers: Sequence[Mention]) -> str | None:
    """Why the number right behind a name is none: "IMO 9179843: not seven digits with a true check digit"."""
    return next((n.unresolved for n in numbers if n.value is None and 0 <= n.span.start - name.span.end <= _MAX_GAP), None)


def _joined(name: str, vessel: Vessel, held: Vessel | None) -> Vessel:
    return Vessel(name, vessel.imo or (held.imo if held else None), vessel.mmsi or (held.mmsi if held else None))


def _named(parse: Parse, named: ShipName, stated: dict[str, Vessel], misstated: str | None) -> Mention:
    name, span = named.name, named.span
    said = span.text_of(parse.text)
    known = stated.get(name) or stated.get(named.renamed or "")
    if known is not None:
        return Mention("vessel", span, said, replace(known, name=name, renamed=named.renamed))
    held = ships_by_name().get(name, ())
    candidates = tuple(ship.vessel for ship in held)
    alone = Vessel(name, None, None, named.renamed)
    if not held or misstated:
        return Mention("vessel", span, said, alone, misstated or _NONE_HELD, candidates)
    if len(held) > 1:
        hulls = ", ".join(f"IMO {c.imo}" for c in candidates)
        return Mention("vessel", span, said, alone, f"{len(held)} ships of this name: {hulls}", candidates)
    flag = _flag_before(parse.text[: named.name_start])
    if flag and held[0].flag and flag != held[0].flag:
        return Mention("vessel", span, said, alone, f"flag differs: {held[0].flag} is held for this name", candidates)
    return Mention("vessel", span, said, held[0].vessel)


def _flag_before(text: str) -> str | None:
    """The state whose flag stands before a name: "the North Korean-flagged tanker"; None where none, or none we know."""
    found = _FLAGGED.search(text[-80:])
    words = found["flag"].split(" ") if found else []
    return next((state for at in range(len(words)) if (state := _flags().get(" ".join(words[at:])))), None)


@cache
def _flags() -> dict[str, str]:
    """States by their adjectives and names: Panamanian, Panama."""
    return {word: country.name for country in countries() for word in (*country.adjectives, *country.names)}
