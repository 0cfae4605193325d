"""Whom a noun phrase names as a party to a deal."""

import re

from msgspec.structs import replace

from waybill.extract.frames.antecedents import antecedent
from waybill.extract.frames.events import names_goods
from waybill.extract.frames.nouns import noun_phrase
from waybill.extract.frames.scene import Scene
from waybill.model.claim import Slot
from waybill.model.mention import Mention
from waybill.model.span import hull
from waybill.model.things import Party, Place
from waybill.reference.goods_words import words_of
from waybill.reference.parties import parties

STATE_NOUNS = words_of("state")
BODY_NOUNS = words_of("body")
RELATION_NOUNS = words_of("relation")
_FLAG = re.compile(r"\bflag(?:\s+of|\s+state)?\s*:?\s*(?:the\s+)?$", re.IGNORECASE)
"""Before a state that only lends a ship its flag."""
_MODEL = re.compile(r"[\s-]?\d{2,3}(?!\d|[,.]\d|\s*(?:%|percent|per cent|million|billion|tons|tonnes))\b")
"""Behind a maker whose name is part of its product's ("a Utopian Ruper 747")."""
_LONGEST_FLAG = 24
"""Code points the words of `_FLAG` may fill: more than the longest of them."""

_TITLES = {
    "Mr",
    "Mr.",
    "Mrs",
    "Mrs.",
    "Ms",
    "Ms.",
    "Dr",
    "Dr.",
    "Gen",
    "Gen.",
    "General",
    "President",
    "Minister",
    "Chairman",
    "Leader",
}


def same_party(one: Slot[Party] | None, other: Slot[Party] | None) -> bool:
    """True where both name the same state, or the same party where no state is known."""
    if one is None or other is None or one.value is None or other.value is None:
        return False
    return end_of(one.value) == end_of(other.value)


def end_of(party: Party) -> str:
    """The name of the end of a line that a party stands for: its state's, but a movement fights for itself in its state."""
    return party.name if party.type == "movement" or party.country is None else party.country


def party_slot(scene: Scene, token: int, speaker: Party | None = None, but: Party | None = None) -> Slot[Party] | None:
    """The party that the noun phrase of a token names, or None where it names none.

    "the Ruritanian military", "Mr Ruper's regime" and a state's officials are their states; "Ruritanian companies" are
    themselves, of that state. Pronouns stand for their antecedents, never for `but`, the other side.
    """
    slot = _named_at(scene, token, speaker, but)
    return slot if slot is None or slot.value is None else replace(slot, value=_side_of(slot.value))


def _side_of(party: Party) -> Party:
    """A state's government, forces and office holders deal for the state; movements, companies and others for themselves."""
    party = party if party.country is not None else parties().named(party.name) or party
    official = party.type in ("government", "military") or (party.type == "person" and party.institution is not None)
    if not official or party.country is None:
        return party
    return parties().named(party.country) or party


def _named_at(scene: Scene, token: int, speaker: Party | None = None, but: Party | None = None) -> Slot[Party] | None:
    mention = _party_at(scene, token)
    if mention is not None:
        return slot_of(mention)
    parse = scene.parse
    if parse.pos[token] == "PROPN" and (person := _by_surname(scene, token)) is not None:
        return person
    if parse.pos[token] == "PRON" or scene.lemma(token) in ("country", "regime", "nation"):
        return _through_modifier(scene, token) or antecedent(scene, token, speaker, but)
    return _through_modifier(scene, token) or _through_owner(scene, token, speaker, but)


def _through_owner(scene: Scene, token: int, speaker: Party | None, but: Party | None) -> Slot[Party] | None:
    """ "its forces", "our military": whom the pronoun stands for."""
    owner = next((c for c in scene.parse.children[token] if scene.parse.tag[c] == "PRP$"), None)
    if owner is None or scene.lemma(token) not in STATE_NOUNS:
        return None
    return antecedent(scene, owner, speaker, but)


def _by_surname(scene: Scene, token: int) -> Slot[Party] | None:
    """A person named in full earlier ("Kim Jong Un"), now by title and one of the names ("Mr Kim")."""
    parse, word = scene.parse, scene.parse.word[token]
    if not any(parse.word[c] in _TITLES for c in parse.children[token]):
        return None
    earlier = [m for m in scene.people.get(word, ()) if m.span.end <= parse.start[token]]
    if not earlier or not isinstance(earlier[-1].value, Party):
        return None
    return Slot(parse.span(token, token), word, earlier[-1].value)


def _party_at(scene: Scene, token: int) -> Mention | None:
    """A party, else a place that is a state's or lies in one and is spoken of as a party would be."""
    if scene.at("item", token) is not None and scene.at("place", token) is None:
        return None
    if scene.at("vessel", token) is not None:
        return None
    mention = scene.at("party", token)
    if mention is not None and _names_product(scene, mention):
        return None
    if mention is not None:
        return (
            None if _FLAG.search(scene.parse.text, max(0, mention.span.start - _LONGEST_FLAG), mention.span.start) else mention
        )
    place = scene.at("place", token)
    return place if place is not None and isinstance(place.value, Place) and place.value.name == place.value.country else None


def _names_product(scene: Scene, mention: Mention) -> bool:
    firm = isinstance(mention.value, Party) and mention.value.type in ("company", "organisation")
    return firm and _MODEL.match(scene.parse.text, mention.span.end) is not None


def slot_of(mention: Mention) -> Slot[Party]:
    """A mention of a party, or of a place as its state, as a slot."""
    value = mention.value
    if isinstance(value, Place):
        value = Party(value.name, "state", value.country, None)
    party = value if isinstance(value, Party) else None
    return Slot(mention.span, mention.text, party, mention.unresolved)


def _through_modifier(scene: Scene, token: int) -> Slot[Party] | None:
    parse = scene.parse
    if scene.parse.pos[token] not in ("NOUN", "PROPN") or (scene.lemma(token) not in BODY_NOUNS and names_goods(scene, token)):
        return None
    near = [c for c in parse.children[token] if parse.dep[c] in ("poss", "amod", "compound", "nmod")]
    near += [n for c in near if parse.dep[c] == "compound" for n in parse.children[c] if parse.dep[n] == "amod"]
    near += parse.children[token + 1] if parse.word[token + 1 : token + 2] == ("in",) else ()
    near += [
        n for c in parse.children[token] if parse.dep[c] == "prep" and scene.lemma(c) in ("of", "in") for n in parse.children[c]
    ]
    for modifier in near:
        mention = _party_at(scene, modifier) or _seat_at(scene, token, modifier)
        party = mention.value if mention is not None else None
        if mention is None or not isinstance(party, Party | Place):
            continue
        town = _lies_in(scene, modifier) and mention.text != party.country
        if (scene.lemma(token) in STATE_NOUNS and not town) or (
            scene.lemma(token) in RELATION_NOUNS and _lies_in(scene, modifier)
        ):
            return slot_of(mention)
        if scene.lemma(token) not in BODY_NOUNS and not town:
            continue
        tokens = (*noun_phrase(scene, token), modifier)
        span = hull((parse.span(min(tokens), max(tokens)), mention.span))
        words = span.text_of(parse.text)
        return Slot(span, words, Party(words, "organisation", party.country, None))
    return None


def _seat_at(scene: Scene, noun: int, place: int) -> Mention | None:
    """The place where a government, force or firm sits ("the government in Kazan", "a dealer in southern Utopia")."""
    sits = scene.lemma(noun) in STATE_NOUNS | BODY_NOUNS and _lies_in(scene, place)
    mention = scene.at("place", place) if sits else None
    return mention if mention is not None and isinstance(mention.value, Place) and mention.value.country else None


def _lies_in(scene: Scene, token: int) -> bool:
    return scene.lemma(scene.parse.head[token]) == "in"
