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
from waybill.reference.party_ids import heard, written
from waybill.reference.tables import rows_of

_LONG_SURNAME = 6
"""Letters from which a surname is known in other spellings ("Shoygu"): shorter ones fall together by chance. Our convention."""

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

    `exact` maps a name to its tenures, `folded` a name of several words, or a person's of one long word, as it is compared
    across spellings (`party_ids`), `titled` a surname that names the person only after a title, `states` a name or adjective
    of a state; `openings` has the first words of all names, and titles.
    """

    exact: dict[str, tuple[Tenure, ...]]
    folded: dict[str, tuple[Tenure, ...]]
    titled: dict[str, tuple[Tenure, ...]]
    states: dict[str, Country]
    openings: frozenset[str]

    def named(self, words: str, on: date | None = None) -> Party | None:
        """The party that these words name, or None.

        A leading "the", a closing possessive and titles ("Mr", "Gen", "Defence Minister") are passed over. Letter case counts,
        but not in names of several words, where hyphens, accents and usual transliterations do not count either. `on` is the
        day the words were said: it settles the office of a person who held several, or held one for a time; without it
        offices must agree, else `institution` is the body all of them belong to,
        or None.
        """
        name = _plain(words)
        held = self.exact.get(name) or self._spelt(name) or self._after_title(name)
        return self._as_of(held, on) if held else self._body_of_state(name) or self._office_of_state(name)

    def _spelt(self, name: str) -> tuple[Tenure, ...]:
        return (self.folded.get(written(name)) or self.folded.get(heard(name), ())) if name[:1].isupper() or " " in name else ()

    def opens(self, word: str) -> bool:
        """True where some name of a party, a state or a title before a name begins with this word."""
        forms = (_plain(word.casefold()), word.casefold().rstrip("."), heard(word))
        return any(form in self.openings for form in forms)

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
                held = self.titled.get(rest) or self.exact.get(rest) or self._spelt(rest)
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
                if known and known.country == country.name:
                    return known
                office = office_of(country, rest)
                listed = self._spelt(office.name) if office else ()
                return listed[0].party if listed else office
        return None

    def _office_of_state(self, name: str) -> Party | None:
        """A body named before its state: "Ministry of Defence of Ukraine" is Ukraine's."""
        office, of, owner = name.rpartition(" of ")
        country = self.states.get(_plain(owner)) if of else None
        return self._body_of_state(f"{country.name} {office}") if country and _plain(owner) in country.names else None


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
    names = (*exact, *states, *office_words()["title"], *_office_openings())
    return PartyTable(
        exact={name: tuple(held) for name, held in exact.items()},
        folded={key: tuple(held) for name, held in exact.items() for key in _spellings(name, held[0].party)},
        titled={name: tuple(held) for name, held in titled.items()},
        states=states,
        openings=frozenset(form for name in names for form in _openings(name)),
    )


def _office_openings() -> frozenset[str]:
    """How the name of a body may begin that stands before its state."""
    roles = office_words()
    return roles["government"] | roles["military"] | roles["government-tail"] | roles["military-tail"]


def _spellings(name: str, party: Party) -> tuple[str, ...]:
    """The keys a name is found by in any spelling; of one word only a person's of some length."""
    if party.type == "person":
        return (heard(name),) if " " in name or len(name) >= _LONG_SURNAME else ()
    return (written(name),) if " " in name else ()


def _openings(name: str) -> tuple[str, ...]:
    first = _plain(re.split(r"[ -]", name, maxsplit=1)[0].casefold())
    return tuple(filter(None, (first, heard(first))))


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
