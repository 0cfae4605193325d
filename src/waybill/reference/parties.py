"""Who the states, bodies, outlets, movements and spokespersons of the field are, by the names reports give them."""

import re
from collections import defaultdict
from datetime import date
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from waybill.model.things import Party
from waybill.reference.countries import Country, countries
from waybill.reference.offices import office_of, office_words
from waybill.reference.tables import rows_of

_POSSESSIVE = re.compile(r"['’]s?$")


class Tenure(Struct, frozen=True):
    """A party as it is from one day to another, both included; None leaves that side open."""

    party: Party
    since: date | None = None
    until: date | None = None

    def holds(self, on: date) -> bool:
        """True where the day lies within it."""
        return (self.since is None or self.since <= on) and (self.until is None or on <= self.until)


class PartyTable(Struct, frozen=True):
    """Every party we know by name.

    `exact` maps a name to its tenures, `folded` a name of several words in lower case, `titled` a surname that names the person
    only after a title, `states` a name or adjective of a state; `openings` has the first words of all names, and titles.
    """

    exact: dict[str, tuple[Tenure, ...]]
    folded: dict[str, tuple[Tenure, ...]]
    titled: dict[str, tuple[Tenure, ...]]
    states: dict[str, Country]
    openings: frozenset[str]

    def named(self, words: str, on: date | None = None) -> Party | None:
        """The party that these words name, or None.

        A leading "the", a closing possessive and titles ("Mr", "Gen", "Defence Minister") are passed over. Letter case counts,
        but not in names of several words. `on` is the day the words were said and settles the office of a person who held
        several, or held one for a time; without it offices must agree, else `institution` is the body all of them belong to,
        or None.
        """
        name = _plain(words)
        held = self.exact.get(name) or self.folded.get(name.casefold()) or self._after_title(name)
        return self._as_of(held, on) if held else self._body_of_state(name)

    def opens(self, word: str) -> bool:
        """True where some name of a party, a state or a title before a name begins with this word."""
        return _plain(word.casefold()) in self.openings or word.casefold().rstrip(".") in self.openings

    def parent_of(self, institution: str) -> str | None:
        """The body that an institution belongs to ("White House" to "US government"), or None where we know none."""
        held = self.exact.get(institution)
        parent = held[0].party.institution if held else None
        return parent if parent != institution else None

    def _after_title(self, name: str) -> tuple[Tenure, ...]:
        """What follows a title, whatever body or state stands before: "Russian Defence Minister Sergei Shoigu"."""
        words, known = name.split(" "), office_words()["title"]
        for at in range(1, len(words)):
            if words[at - 1].casefold() in ("and", "or"):
                break
            if words[at - 1].rstrip(".,").casefold() in known:
                rest = " ".join(words[at:])
                held = self.titled.get(rest) or self.exact.get(rest, ())
                if held and held[0].party.type == "person":
                    return held
        return ()

    def _as_of(self, held: tuple[Tenure, ...], on: date | None) -> Party:
        party = held[0].party
        tenures = [t.party.institution for t in held if t.party.name == party.name and (on is None or t.holds(on))]
        offices = {office for office in tenures if office}
        if len(offices) > 1:
            offices = {self.parent_of(office) or office for office in offices}
        return replace(party, institution=offices.pop() if len(offices) == 1 else None)

    def _body_of_state(self, name: str) -> Party | None:
        """A body named with its state ("Ukraine's HUR"), else any body of any state ("Sudanese air force")."""
        words = name.split(" ")
        for cut in range(min(len(words) - 1, 5), 0, -1):
            country = self.states.get(_POSSESSIVE.sub("", " ".join(words[:cut])))
            if country:
                rest = " ".join(words[cut:])
                held = self.exact.get(rest)
                known = held[0].party if held else None
                return known if known and known.country == country.name else office_of(country, rest)
        return None


@cache
def parties() -> PartyTable:
    """The table of parties we ship, with every state of the world; read once."""
    exact: defaultdict[str, list[Tenure]] = defaultdict(list)
    titled: defaultdict[str, list[Tenure]] = defaultdict(list)
    for country in countries():
        for name in dict.fromkeys((*country.names, *country.adjectives, *country.people, *country.capitals)):
            exact[_plain(name)].append(Tenure(state(country)))
    for row in rows_of("parties.csv"):
        tenure = Tenure(_party(row), _day(row["valid_from"]), _day(row["valid_to"]))
        for name in dict.fromkeys(_plain(n) for n in (row["name"], *_several(row["aliases"]))):
            exact[name].append(tenure)
        for name in _several(row["titled"]):
            titled[name].append(tenure)
    states = {_plain(name): c for c in countries() for name in (*c.names, *c.adjectives, *c.people)}
    names = (*exact, *states, *office_words()["title"])
    return PartyTable(
        exact={name: tuple(held) for name, held in exact.items()},
        folded={name.casefold(): tuple(held) for name, held in exact.items() if " " in name},
        titled={name: tuple(held) for name, held in titled.items()},
        states=states,
        openings=frozenset(_plain(name.split(" ")[0].split("-")[0].casefold()) for name in names),
    )


def state(country: Country) -> Party:
    """The state itself, as its name, adjective, people or capital name it; its institution is its government."""
    return Party(country.name, "state", country.name, country.iso2, country.government)


def _party(row: dict[str, str]) -> Party:
    ident = re.sub(r"[^a-z0-9]+", "-", row["name"].casefold()).strip("-")
    return Party(row["name"], row["type"], row["country"] or None, ident, row["institution"] or None)


def _plain(words: str) -> str:
    """The words without a leading article, a closing possessive and doubled space; straight apostrophes."""
    name = _POSSESSIVE.sub("", " ".join(words.split())).replace("’", "'")
    return name[4:] if name[:4] in ("the ", "The ") else name


def _several(cell: str) -> list[str]:
    return [part for part in cell.split(";") if part]


def _day(cell: str) -> date | None:
    return date.fromisoformat(cell) if cell else None
