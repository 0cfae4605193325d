"""Who supplies whom: the parties of an event, by the pattern of its word."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from waybill.extract.frames.antecedents import SPEAKERS
from waybill.extract.frames.arguments import coordinated
from waybill.extract.frames.events import Event, names_goods
from waybill.extract.frames.journey import of_goods
from waybill.extract.frames.naming import BODY_NOUNS, RELATION_NOUNS, STATE_NOUNS, party_slot, same_party, slot_of
from waybill.extract.frames.nouns import noun_phrase
from waybill.extract.frames.scene import CARRIERS, Scene
from waybill.model.claim import Slot
from waybill.model.mention import Mention
from waybill.model.things import Party
from waybill.reference.transfer_verbs import Pattern

Places = tuple[str, ...]
"""Where to look, in order: "subject", "object", "dative", "possessor", "modifier", or "to:", "from:" ... for prepositions."""

SUPPLIER: dict[Pattern, Places] = {
    "give": ("subject", "by:", "possessor", "from:", "modifier"),
    "get": ("from:",),
    "carry": ("from:",),
    "go": ("from:", "modifier:goods"),
    "handle": ("from:", "by:", "subject"),
    "pair": ("from:",),
    "use": ("from:",),
    "hold": ("subject", "by:", "possessor", "of:", "modifier"),
    "visit": (),
    "voyage": ("from:",),
    "see": ("from:",),
    "stop": ("from:",),
    "none": (),
}
"""Where each pattern's supplier stands. A maker is none: see `_nationality`."""

RECIPIENT: dict[Pattern, Places] = {
    "give": ("dative", "next", "to:", "into:", "object", "for:"),
    "get": ("subject", "by:", "possessor", "to:", "for:", "modifier"),
    "carry": ("dative", "next", "to:", "into:", "for:", "towards:", "toward:"),
    "go": ("to:", "into:", "for:", "towards:", "toward:", "object"),
    "handle": ("to:", "for:"),
    "pair": ("to:",),
    "use": ("subject", "by:", "possessor", "modifier"),
    "hold": (),
    "visit": (),
    "voyage": ("to:",),
    "see": ("to:", "for:"),
    "stop": ("to:", "for:"),
    "none": (),
}
"""Where each pattern's recipient stands."""

_OWN_NATIONALITY = frozenset({"give", "carry", "go", "get", "use", "handle"})
_MADE = re.compile(r"[-\s](made|built|designed|produced|manufactured|style|era|origin|type|flagged|owned)\b", re.IGNORECASE)


_REACH_TOKENS = 30
"""How far from a verb of giving those may be named on whose behalf it is done: our convention."""


class Sides(Struct, frozen=True):
    """The two ends of a transfer, each None where the clause does not say."""

    supplier: Slot[Party] | None = None
    recipient: Slot[Party] | None = None


def sides_of(scene: Scene, event: Event, speaker: Party | None = None) -> Sides:
    """Who supplies whom in this event; `speaker` is whom "we" and "our" stand for, where known."""
    if event.pattern == "pair":
        return _pair(scene, event, speaker)
    if event.pattern == "hold" and _is_room(scene, event):
        return Sides()
    supplier = _first(scene, _tokens(scene, event, SUPPLIER[event.pattern]), speaker)
    recipient = _first(scene, _tokens(scene, event, RECIPIENT[event.pattern]), speaker, but=supplier)
    if event.pattern == "get" and recipient is None and supplier is not None:
        recipient = _first(scene, _tokens(scene, event, RECIPIENT["get"]), speaker)
        supplier = _first(scene, _tokens(scene, event, SUPPLIER["get"]), speaker, but=recipient)
    if event.kind == "purchase" and (whom := _first(scene, event.after("for"), speaker, but=supplier)) and whom.value:
        recipient = whom
    if event.pattern == "give" and supplier is None:
        supplier = _on_behalf(scene, event, recipient)
    if event.pattern == "give" and event.word.pos == "noun":
        supplier, recipient = _named_origin(scene, event, supplier, recipient, speaker)
    return _with_nationality(scene, event, Sides(supplier, recipient), speaker)


def _is_room(scene: Scene, event: Event) -> bool:
    """True in "the containers could hold 500,000 shells": what has room is no holder of arms."""
    modals = {scene.lemma(c) for c in scene.parse.children[event.token] if scene.parse.dep[c] == "aux"}
    return scene.lemma(event.token) in ("hold", "contain") and bool(modals & {"can", "could", "may", "might", "would"})


def _tokens(scene: Scene, event: Event, where: Iterable[str]) -> Iterator[int]:
    for place in where:
        if place.endswith(":"):
            yield from event.after(place[:-1])
            if place in ("to:", "from:", "by:"):
                yield from _right_after(scene, event, place[:-1])
        elif place == "next":
            yield from _next(scene, event)
        elif place == "subject":
            yield from event.filling("subject")
            yield from _right_before(scene, event)
        elif place == "object" and event.pattern == "go" and event.word.end in ("origin", "via"):
            continue
        elif place == "object":
            yield from (t for t in event.filling("object") if not _only_goods(scene, t) and scene.parse.dep[t] != "conj")
        else:
            yield from event.filling(place)


def _right_before(scene: Scene, event: Event) -> Iterator[int]:
    """The name right before a verb without a subject, whatever the parser hung it on ("worry about Utopia sending"), or that
    opens its sentence ("Utopia, for its part, has flown shells there")."""
    parse = scene.parse
    own = any(parse.dep[c] in ("nsubj", "nsubjpass", "auxpass") for c in parse.children[event.token])
    if event.word.pos == "verb" and not own:
        before = event.token - 1
        while before > 0 and parse.pos[before] in ("ADV", "AUX"):
            before -= 1
        if before >= 0 and (parse.pos[before] == "PROPN" or _opens_sentence(scene, before)):
            yield before
        first = parse.sentence_at(event.token)[0]
        if _opens_sentence(scene, first) and not any(parse.pos[t] == "VERB" for t in range(first, event.token)):
            yield first


def _opens_sentence(scene: Scene, token: int) -> bool:
    """True for a party named first in its sentence, whatever the parser takes the name for ("Turkey shipped rifles")."""
    mention = scene.at("party", token)
    return mention is not None and scene.parse.tokens_in(mention.span).start == scene.parse.sentence_at(token)[0]


def _next(scene: Scene, event: Event) -> Iterator[int]:
    """The name right after a verb that the parser took into the goods ("sold Utopia loitering munitions")."""
    after = event.token + 1
    mention = scene.at("party", after) if event.word.pos == "verb" else None
    if mention is not None and scene.parse.pos[after] == "PROPN" and not mention.adjectival:
        yield after


def _right_after(scene: Scene, event: Event, word: str) -> Iterator[int]:
    """Nouns of a preposition between an event and the next verb, whatever the parser hung it on."""
    parse = scene.parse
    for token in range(event.token + 1, parse.sentence_at(event.token)[1]):
        if parse.pos[token] == "VERB" and parse.dep[token] not in ("amod", "acl"):
            return
        if parse.word[token].lower() == word and parse.pos[token] == "ADP":
            yield from (noun for noun in parse.children[token] if parse.dep[noun] == "pobj")


def _only_goods(scene: Scene, token: int) -> bool:
    return scene.at("party", token) is None and names_goods(scene, token)


def _first(scene: Scene, tokens: Iterable[int], speaker: Party | None, but: Slot[Party] | None = None) -> Slot[Party] | None:
    """The first token that names a party other than `but`; else the first that stands for one we cannot name, unresolved."""
    unknown = None
    for token in tokens:
        slot = party_slot(scene, token, speaker, but.value if but is not None else None)
        if slot is not None and not same_party(slot, but) and not _may_be_ship(scene, token, slot):
            return slot
        if slot is None and unknown is None and scene.lemma(token) in STATE_NOUNS | BODY_NOUNS | RELATION_NOUNS:
            unknown = _unnamed(scene, token)
    return unknown


def _may_be_ship(scene: Scene, token: int, slot: Slot[Party]) -> bool:
    """True for a name of no known state put beside a place ("two ships from Utopia Port, the Star and the Sturgeon")."""
    if slot.value is None or slot.value.country is not None or slot.value.type != "organisation":
        return False
    while scene.parse.dep[token] == "conj":
        token = scene.parse.head[token]
    return scene.parse.dep[token] == "appos"


def _unnamed(scene: Scene, token: int) -> Slot[Party]:
    phrase = noun_phrase(scene, token)
    span = scene.parse.span(phrase[0], phrase[-1])
    words = span.text_of(scene.parse.text)
    return Slot(span, words, None, unresolved=f"party: the words do not name one: {words}")


def _named_origin(
    scene: Scene, event: Event, supplier: Slot[Party] | None, recipient: Slot[Party] | None, speaker: Party | None
) -> tuple[Slot[Party] | None, Slot[Party] | None]:
    """ "Ruritania's transfer of missiles from Utopia": where a noun names both an owner and an origin, the owner receives."""
    origin = _first(scene, event.after("from"), speaker)
    if origin is None or same_party(origin, supplier):
        return supplier, recipient
    return origin, recipient or supplier


def _on_behalf(scene: Scene, event: Event, recipient: Slot[Party] | None) -> Slot[Party] | None:
    """Whose agents give: "brokers who, on behalf of Utopia, offered shells to Ruritania"."""
    parse = scene.parse
    first, end = parse.sentence_at(event.token)
    near = range(max(first, event.token - _REACH_TOKENS), min(end, event.token + _REACH_TOKENS))
    words = (t for t in near if parse.word[t].lower() == "behalf")
    owners = (n for t in words for of in parse.children[t] if parse.word[of].lower() == "of" for n in parse.children[of])
    slot = _first(scene, owners, None)
    return None if same_party(slot, recipient) else slot


def _pair(scene: Scene, event: Event, speaker: Party | None) -> Sides:
    """Two who deal: a direction is read from "from" and "to" or an infinitive, else it stays open."""
    supplier = _first(scene, event.after("from"), speaker)
    recipient = _first(scene, event.after("to"), speaker, but=supplier)
    return Sides(supplier, recipient)


def sides_of_goods(scene: Scene, tokens: Iterable[int], speaker: Party | None = None) -> Sides:
    """Who stands after "from" and "to" or "for" of goods or carriers, in a clause without a word for a delivery ("missiles from
    Utopia", "on a route to the Ruritanians")."""
    ways = [t for t in tokens if scene.parse.word[t].lower() in ("from", "to", "for") and of_goods(scene, t)]
    supplier = _first(scene, _under(scene, ways, ("from",)), speaker)
    return Sides(supplier, _first(scene, _under(scene, ways, ("to", "for")), speaker, but=supplier))


def _under(scene: Scene, prepositions: Iterable[int], words: tuple[str, ...]) -> Iterator[int]:
    parse = scene.parse
    for token in prepositions:
        if parse.word[token].lower() in words:
            yield from (noun for noun in parse.children[token] if parse.dep[noun] == "pobj")


def between(scene: Scene, tokens: Iterable[int], sides: Sides) -> Sides:
    """The open side, where a clause names the pair ("... at the centre of the trade between Utopia and Ruritania")."""
    known = sides.supplier or sides.recipient
    if known is None or (sides.supplier and sides.recipient):
        return sides
    opened = next((t for t in tokens if scene.parse.word[t].lower() == "between"), None)
    nouns = [n for c in scene.parse.children[opened] for n in coordinated(scene.parse, c)] if opened is not None else []
    pair = [slot for noun in nouns if (slot := party_slot(scene, noun)) is not None]
    other = next((slot for slot in pair if not same_party(slot, known)), None)
    if len(pair) != 2 or not any(same_party(slot, known) for slot in pair):
        return sides
    return Sides(sides.supplier or other, sides.recipient or other)


def dealing(scene: Scene, event: Event, speaker: Party | None = None) -> tuple[Slot[Party], ...]:
    """The parties of an event whatever their role, each state once, in the order of its arguments; neither speakers ("we") nor
    international bodies."""
    found: list[Slot[Party]] = []
    for argument in event.arguments:
        slot = party_slot(scene, argument.token, speaker)
        if slot is None or _is_international(slot) or slot.text.lower() in SPEAKERS:
            continue
        if not any(same_party(slot, other) for other in found):
            found.append(slot)
    return tuple(found)


def joined(scene: Scene, slot: Slot[Party] | None) -> tuple[Slot[Party], ...]:
    """The parties coordinated with the one a slot names ("support from Utopia and Ruritania")."""
    if slot is None or slot.span is None:
        return ()
    own = scene.parse.tokens_in(slot.span)
    others = (t for t in coordinated(scene.parse, scene.head(slot.span)) if t not in own)
    return tuple(other for t in others if (other := party_slot(scene, t)) is not None and not same_party(other, slot))


def _is_international(slot: Slot[Party]) -> bool:
    return slot.value is not None and slot.value.type == "international"


def named_in(scene: Scene, tokens: Iterable[int]) -> tuple[Slot[Party], ...]:
    """The parties named among the tokens, each state once."""
    found: list[Slot[Party]] = []
    for mention in scene.among("party", tokens):
        slot = party_slot(scene, scene.head(mention.span)) or slot_of(mention)
        if not any(same_party(slot, other) for other in found):
            found.append(slot)
    return tuple(found)


def _with_nationality(scene: Scene, event: Event, sides: Sides, speaker: Party | None) -> Sides:
    """Fills the supplier from the goods' nationality where the clause names no other ("Utopian drones going to Ruritania")."""
    if sides.supplier is not None and event.pattern != "carry":
        return sides
    supplier = sides.supplier or _nationality(scene, event)
    if event.pattern == "carry":
        doer = _first(scene, (*_tokens(scene, event, ("subject",)), *event.after("by"), *event.filling("possessor")), speaker)
        supplier = _own_sender(doer, sides) or supplier or doer
        recipient = sides.recipient or (None if doer is supplier or same_party(doer, supplier) else doer)
        return Sides(supplier, recipient)
    if event.pattern == "give" and sides.recipient is None:
        return Sides(supplier, None)
    return sides if same_party(supplier, sides.recipient) else Sides(supplier, sides.recipient)


def _own_sender(doer: Slot[Party] | None, sides: Sides) -> Slot[Party] | None:
    """The state that moves goods to another that the clause names: it supplies them, whoever made them."""
    state = doer is not None and doer.value is not None and doer.value.type == "state"
    named = sides.supplier is None and sides.recipient is not None and sides.recipient.value is not None
    return doer if state and named and not same_party(doer, sides.recipient) else None


def carriers_nation(scene: Scene, event: Event) -> Slot[Party] | None:
    """Whose carrier brings goods, where nothing else tells whose they are ("Utopian cargo planes landed at Kazan")."""
    if event.pattern not in ("go", "handle"):
        return None
    carriers = (t for t in event.filling("subject") if scene.lemma(t) in CARRIERS or scene.at("vessel", t))
    parts = (part for t in carriers for part in noun_phrase(scene, t) if not _may_lend_flag(scene, part))
    slots = (party_slot(scene, part) for part in parts)
    return next((s for s in slots if s is not None and s.value is not None and s.value.type == "state"), None)


def _may_lend_flag(scene: Scene, token: int) -> bool:
    mention = scene.at("party", token)
    return mention is not None and _only_made_there(scene, mention)


def _nationality(scene: Scene, event: Event) -> Slot[Party] | None:
    if event.pattern not in _OWN_NATIONALITY:
        return None
    goods = [*event.filling("object"), *event.after("of", "with")]
    goods += event.filling("subject") if event.pattern == "go" or event.word.needs == "missile" else ()
    goods += [scene.head(m.span) for m in scene.among("item", scene.parse.subtree(event.token)) if event.word.pos == "noun"]
    for token in goods:
        for part in (t for g in coordinated(scene.parse, token) for t in noun_phrase(scene, g)):
            if event.pattern == "go" and scene.parse.tag[part] == "PRP$" and (owner := party_slot(scene, part)) is not None:
                return owner
            mention = scene.at("party", part)
            if mention is None or not isinstance(mention.value, Party) or mention.value.country is None:
                continue
            if names_goods(scene, token) and not _only_made_there(scene, mention):
                return slot_of(mention)
    return None


def _only_made_there(scene: Scene, mention: Mention) -> bool:
    return _MADE.match(scene.parse.text, mention.span.end) is not None
