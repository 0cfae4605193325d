"""What no evidence makes a place, one rule a function; the bracketed name of its example is none."""

from collections.abc import Callable
from functools import cache

from waybill.model.parse import Parse
from waybill.reference.gazetteer_names import name_key
from waybill.reference.parties import parties
from waybill.reference.place_words import common, place_words
from waybill.reference.tables import rows_of
from waybill.resolve.places.spot import PARTICLES, Spot
from waybill.resolve.places.surroundings import Surroundings

Rule = Callable[[Parse, Spot, Surroundings], bool]


def never(parse: Parse, spot: Spot, around: Surroundings) -> bool:
    """True where one of the rules holds."""
    return any(rule(parse, spot, around) for rule in RULES)


def is_a_class_word(_: Parse, spot: Spot, __: Surroundings) -> bool:
    """The word for a class of places or bodies alone: "A gale kept them in the [Bay] all night."."""
    return name_key(spot.text) in common("never")


def is_a_ship(_: Parse, spot: Spot, around: Surroundings) -> bool:
    """A ship of this text: "The vessel [Paris] sailed at dusk."."""
    return name_key(spot.text) in around.ships


def is_a_party(_: Parse, spot: Spot, __: Surroundings) -> bool:
    """A party that is no state: "The rifles were bought by [Hamas]."."""
    party = parties().named(spot.text)
    return party is not None and party.type not in ("state", "military")


def is_a_speaker(parse: Parse, spot: Spot, _: Surroundings) -> bool:
    """The label of one who speaks: "[MARCH]: We have seen the reports."."""
    return spot.text.isupper() and _after(parse, spot) == ":"


def is_a_street(parse: Parse, spot: Spot, _: Surroundings) -> bool:
    """A street or a square: "A van burned in [Dufferin] Street last night."."""
    after = _after(parse, spot)
    return name_key(spot.text).rpartition(" ")[2] in place_words("street") or (
        after[:1].isupper() and after.lower() in place_words("street")
    )


def is_an_outlet(parse: Parse, spot: Spot, _: Surroundings) -> bool:
    """An outlet of the town's name, also "Radio Tehran": "The report in the [Jerusalem] Post was denied."."""
    return any(word[:1].isupper() and word.lower() in _outlet_words() for word in _naming(parse, spot))


def is_a_namesake(parse: Parse, spot: Spot, _: Surroundings) -> bool:
    """A pact, a disease or a prize that bears the name: "They cited the [Minsk] agreements."."""
    return any(word.lower() in place_words("namesake") for word in _naming(parse, spot))


def is_a_club(parse: Parse, spot: Spot, _: Surroundings) -> bool:
    """A club of the town's name: "A bus of Real [Madrid] was searched."."""
    before = parse.word[spot.first - 1] if spot.first else ""
    return before[:1].isupper() and before.lower() in place_words("club")


def is_a_saint(parse: Parse, spot: Spot, _: Surroundings) -> bool:
    """A house that bears a saint's name: "Doctors at [St. Paul]'s treated the crew."."""
    return name_key(spot.text).startswith(("st ", "saint ")) and _after(parse, spot) in ("'s", "’s")


def is_a_direction(parse: Parse, spot: Spot, _: Surroundings) -> bool:
    """Points of the compass alone: "Rain fell in the [South West] on Monday."."""
    after = _after(parse, spot).lower()
    return place_words("direction").issuperset(name_key(spot.text).split(" ")) and after not in place_words("admin1")


def is_cut_short(parse: Parse, spot: Spot, _: Surroundings) -> bool:
    """The first part of a longer name that the gazetteer lacks: "He lives in [Bab] al-Tabbaneh with his sons."."""
    after = parse.word[spot.last + 1 : spot.last + 4]
    return len(after) == 3 and after[0] in PARTICLES and after[1] == "-" and after[2][:1].isupper()


def is_titled(parse: Parse, spot: Spot, _: Surroundings) -> bool:
    """A person's name after a title: "They asked Mr. [London] for it."."""
    before = parse.word[spot.first - 1] if spot.first else ""
    return before[:1].isupper() and before.lower().rstrip(".") in place_words("honorific")


RULES: tuple[Rule, ...] = (
    is_a_class_word,
    is_a_ship,
    is_a_party,
    is_a_speaker,
    is_a_street,
    is_an_outlet,
    is_a_namesake,
    is_a_club,
    is_a_saint,
    is_a_direction,
    is_cut_short,
    is_titled,
)


def _after(parse: Parse, spot: Spot) -> str:
    return parse.word[spot.last + 1] if spot.last + 1 < len(parse) else ""


def _naming(parse: Parse, spot: Spot) -> tuple[str, ...]:
    """The words right before and after the spot, or the word before "of" for that before: "the Times of Israel"."""
    before = parse.word[max(0, spot.first - 2) : spot.first]
    return (_after(parse, spot), *(before[:1] if before[1:] == ("of",) else before[-1:]))


@cache
def _outlet_words() -> frozenset[str]:
    return frozenset(row["word"] for row in rows_of("reporting_bodies.csv") if row["kind"] == "outlet")
