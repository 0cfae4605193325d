"""Ids of parties that the tables lack: made of the name, so that one party has one id in every document of a folder."""

import re
import unicodedata
from functools import cache

from msgspec.structs import replace

from waybill.model.things import Party
from waybill.reference.tables import rows_of

_OF_NAMES = ":"
"""Stands in ids made of names only: those of the tables have none."""


def with_id(party: Party) -> Party:
    """The party with an id made of its name where it has none; a person of one name stays without.

    Names that differ in case, accents, hyphens, "the", possessive, the usual spellings of company forms or the usual
    transliterations of a person's name have one id.
    """
    if party.id is not None or (party.type == "person" and " " not in party.name):
        return party
    kind = "person" if party.type == "person" else "name"
    key = heard(party.name) if kind == "person" else written(party.name)
    return replace(party, id=f"{kind}{_OF_NAMES}{key.replace(' ', '-')}") if key else party


def is_listed(party: Party) -> bool:
    """True for a party of the tables: its id is not made of its name."""
    return party.id is not None and _OF_NAMES not in party.id


@cache
def written(name: str) -> str:
    """A name as bodies are compared: lower case, no accents, hyphens, points or "the", one spelling of each word.

    >>> written("The Marineline Shipping Company, Ltd."), written("Marineline Shipping Co Limited")
    ('marineline shipping co ltd', 'marineline shipping co ltd')
    """
    words = _words(name)
    return " ".join(_spellings().get(w, w) for w in (words[1:] if words[:1] == ["the"] else words))


@cache
def heard(name: str) -> str:
    """A name as persons are compared: as `written`, transliterations from Russian, Ukrainian, Korean and Arabic as one.

    >>> heard("Sergey Shoygu") == heard("Sergei Shoigu"), heard("Volodymyr Zelenskyy") == heard("Volodymyr Zelensky")
    (True, True)
    >>> heard("Kim Jong-un") == heard("Kim Jong Un"), heard("Muhammad al-Houthi") == heard("Mohammed Al Houthi")
    (True, True)
    """
    return " ".join(_heard_word(_spellings().get(w, w)) for w in _words(name) if w not in ("al", "el", "the"))


def _words(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", name).casefold()
    plain = re.sub(r"['’]s?(?!\w)", "", "".join(c for c in plain if not unicodedata.combining(c)))
    return re.sub(r"[^\w\s/&-]|_", "", re.sub(r"(?<=\w)[.](?=\w)", "", plain)).replace("-", " ").replace("/", " ").split()


def _heard_word(word: str) -> str:
    """y within a word is i, and i is not doubled: Zelenskyy, Zelenskiy, Zelensky; ye begins as e: Yevgeny, Evgeny."""
    opened = re.sub(r"^ye", "e", word)
    return opened[:1] + re.sub(r"i+", "i", opened[1:].replace("y", "i"))


@cache
def _spellings() -> dict[str, str]:
    """One spelling for words that have several (spellings.csv)."""
    return {variant: row["word"] for row in rows_of("spellings.csv") for variant in row["variants"].split()}
