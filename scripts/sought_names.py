"""Names to look for in invented lists: listed ones with slips as reports have them, and clean ones of the same kind."""

from collections.abc import Iterator, Sequence
from random import Random

from invented_names import MIDDLE, respelt, ship_name, spellings
from msgspec import Struct

from waybill.model.listing import Listing

_SLIPS = {"one slip": 50, "two slips": 12, "order": 10, "left out": 6, "joined": 6, "respelt": 10, "script": 6}
_CULTURES = {"latin": 13, "arabic": 17, "russian": 13, "korean": 2, "company": 46, "ship": 9}
"""Near the shares that the lists have."""

_LETTERS = "abcdefghijklmnoprstuvyz"
_OWN = ("name", "alias", "former")


class Sought(Struct, frozen=True):
    """A name as somebody writes it, and the id of the listing that is meant."""

    name: str
    listing: str
    slip: str


def with_slips(chance: Random, listings: Sequence[Listing], count: int) -> Iterator[Sought]:
    """Names of the lists, none of them as it is listed."""
    made = 0
    while made < count:
        one = chance.choice(listings)
        name = chance.choice([n.text for n in one.names if n.kind in _OWN])
        slip = chance.choices(list(_SLIPS), list(_SLIPS.values()))[0]
        sought = _written(chance, name, slip)
        if sought != name or (slip == "script" and not name.isascii()):
            made += 1
            yield Sought(sought, one.id, slip)


def clean(chance: Random, listings: Sequence[Listing], count: int) -> Iterator[str]:
    """Names made the same way that no listing has."""
    listed = {n.text.lower() for one in listings for n in one.names}
    made = 0
    while made < count:
        culture = chance.choices(list(_CULTURES), list(_CULTURES.values()))[0]
        name = ship_name(chance) if culture == "ship" else spellings(chance, culture)[0]
        if name.lower() not in listed:
            made += 1
            yield name


def _written(chance: Random, name: str, slip: str) -> str:
    words = name.split(" ")
    match slip:
        case "one slip" if name.isascii():
            return _slipped(chance, name)
        case "two slips" if name.isascii() and len(words) > 1:
            first, _, rest = name.partition(" ")
            return f"{_slipped(chance, first)} {_slipped(chance, rest)}"
        case "order" if len(words) > 1:
            return " ".join([words[-1], *words[:-1]])
        case "left out" if len(words) > 2 and (words[1] in MIDDLE or words[1].endswith("ich")):
            return " ".join([words[0], *words[2:]])
        case "joined" if len(words) > 1 and name.isascii():
            at = chance.randrange(len(words) - 1)
            return " ".join([*words[:at], words[at] + words[at + 1], *words[at + 2 :]])
        case "respelt":
            return respelt(chance, name)
    return name


def _slipped(chance: Random, name: str) -> str:
    """One letter too many, missing, another, or swapped with the next, in a word of four letters or more."""
    words = name.split(" ")
    long = [at for at, word in enumerate(words) if len(word) > 3 and word.isalpha()]
    if not long:
        return name
    at = chance.choice(long)
    word, spot = words[at], chance.randrange(1, len(words[at]) - 1)
    letter = chance.choice(_LETTERS)
    letter = letter.upper() if word.isupper() else letter
    words[at] = chance.choice(
        (
            word[:spot] + word[spot + 1 :],
            word[:spot] + letter + word[spot:],
            word[:spot] + letter + word[spot + 1 :],
            word[:spot] + word[spot + 1] + word[spot] + word[spot + 2 :],
        )
    )
    return " ".join(words)
