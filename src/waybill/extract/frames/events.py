"""The words of a stretch that tell of a delivery, or of what surrounds one."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from waybill.extract.frames.arguments import Argument, arguments, of_subject, said_of
from waybill.extract.frames.nouns import is_known, noun_phrase
from waybill.extract.frames.scene import CARRIERS, CONTAINERS, Scene
from waybill.extract.frames.standing import (
    POINTERS,
    is_part_of_known,
    recalled,
    speaks_of_ship,
    stands_for_goods,
    subject_before,
)
from waybill.model.claim import Kind
from waybill.model.parse import Parse
from waybill.reference.goods_words import words_of
from waybill.reference.transfer_verbs import Pattern, TransferWord, transfer_words

GOODS = words_of("goods")
"""Words for goods and help that are no arms by themselves but may be what is given."""

MOVING = frozenset({"give", "get", "carry", "go", "handle", "voyage", "see", "stop"})
"""Patterns in which goods or their carrier move."""

_ON_THE_WAY = {"aboard", "container", "airport", "port", "harbour", "harbor", "berth", "border", "crossing", "checkpoint"}
"""Where goods that are found are on their way, though no word tells what carries them."""
_LANES = {"rail", "sea", "air", "road", "river", "land"}
_WAYS = ("to", "from", "into", "in", "at", "for", "via", "through", "between", "towards", "toward", "near", "across")
_DOCK_WORK = {"load", "unload", "offload", "discharge"}
"""What ships and dockers do with goods that need no naming ("they loaded at Najin")."""
_IDLE = {"out", "off", "up", "on", "down"}
"""Particles that make another verb of it ("carry out", "give up")."""
_PARTICLES = {"prt", "advmod", "dobj", "acomp"}
"""What may make one word of a verb with it: "end up", "put ashore", "make its way", "be due"."""
_MOVEMENTS = words_of("movement") | {"visit"}
"""What carriers do that can be counted."""
_POINTING = {"they", "there", "each", "these", "those", "it", "both"}
_PEOPLE = {"he", "she", "they", "we", "i", "you", "who"}
_THINGS = {"it", "they", "these", "those", "which"}
_MOVABLE = CONTAINERS | CARRIERS | {"goods", "good"}
"""What goes somewhere by itself or on a carrier; the parser's lemma of "goods" is "good"."""
_RULES = {"sanction", "resolution", "embargo"}
_REPORTS = {"claim", "report", "allegation", "accusation"}
_TOLD = words_of("told")
"""What tells of goods, or counts them."""
_EXPLOSIVE = {"missile", "rocket", "drone", "uav", "projectile", "shell", "bomb"}


class Event(Struct, frozen=True):
    """A trigger word at its token, with what stands around it. `kind` may differ from the word's (people who go, visit)."""

    token: int
    word: TransferWord
    kind: Kind
    arguments: tuple[Argument, ...]

    @property
    def pattern(self) -> Pattern:
        """Who fills which role."""
        return self.word.pattern

    def filling(self, *functions: str) -> Iterator[int]:
        """The tokens in these functions ("subject", "object", ...), in the order the functions are named."""
        for function in functions:
            yield from (a.token for a in self.arguments if a.function == function)

    def after(self, *words: str) -> Iterator[int]:
        """The tokens after these prepositions, in the order the prepositions are named."""
        for word in words:
            yield from (a.token for a in self.arguments if a.function == "preposition" and a.word == word)


def find_events(scene: Scene, tokens: Iterable[int]) -> tuple[Event, ...]:
    """The events among these tokens, in text order; a word whose row asks for arms beside it counts only with them."""
    return tuple(event for token in tokens if (event := _event_at(scene, token)))


def names_goods(scene: Scene, token: int) -> bool:
    """True where the noun phrase of the token holds an item, or containers, or a word for help or goods."""
    phrase = noun_phrase(scene, token)
    return any(scene.at("item", t) or scene.lemma(t) in CONTAINERS | GOODS or scene.parse.word[t] == "arms" for t in phrase)


def speaks_of_goods(scene: Scene, tokens: Iterable[int]) -> bool:
    """True where the words name arms, or a delivery, or a report of one, in a text about arms."""
    return scene.military and any(
        scene.at("item", t) or scene.lemma(t) in _REPORTS or (scene.parse.pos[t] == "NOUN" and _of_transfer(scene, t))
        for t in tokens
    )


def speaks_of_reports(scene: Scene, tokens: Iterable[int]) -> bool:
    """True where the words name, as known, a report or figure of what was told before ("the figure", "such claims"), in a text
    about arms."""
    return scene.military and any(
        scene.parse.pos[t] == "NOUN" and scene.lemma(t) in _TOLD and is_known(scene, t) for t in tokens
    )


def points_back(scene: Scene, tokens: Iterable[int]) -> bool:
    """True where a pronoun for things stands among the words ("they load after midnight"), in a text about arms."""
    return scene.military and any(scene.parse.word[t].lower() in POINTERS and scene.parse.pos[t] == "PRON" for t in tokens)


def speaks_of_known_goods(scene: Scene, event: Event) -> bool:
    """True where the goods are those spoken of before ("these drones", "such shells", "the missiles", "it")."""
    goods = [*event.filling("object"), *event.after("of")]
    goods += [p for t in event.filling("subject") for p in noun_phrase(scene, t)] if event.word.needs == "missile" else ()
    return any(scene.parse.pos[t] == "PRON" or is_known(scene, t) for t in goods)


def goes_on(scene: Scene, tokens: Iterable[int], events: Iterable[Event]) -> bool:
    """True where goods are landed in words that point back ("they put ashore", "each", "there"), or are counted."""
    counted = any(e.pattern == "see" and e.word.pos == "verb" for e in events)
    landed = any(e.pattern == "carry" or e.word.end == "destination" for e in events)
    return counted or (landed and any(scene.lemma(t) in _POINTING for t in tokens))


def _of_transfer(scene: Scene, noun: int) -> bool:
    """True for a noun of transfer, and for one of negotiation that is known ("the talks"): talks are about anything."""
    kinds = {word.kind for word in transfer_words().get((scene.lemma(noun), "noun"), ())}
    return bool(kinds & {"transfer", "purchase"}) or ("negotiation" in kinds and is_known(scene, noun))


def _event_at(scene: Scene, token: int) -> Event | None:
    words = _words_at(scene, token)
    filled = arguments(scene.parse, token) if words else ()
    return next((event for word in words if (event := _told_by(scene, token, word, filled))), None)


def _phrasal(scene: Scene, verb: int) -> tuple[TransferWord, ...]:
    """The rows of a verb together with its particle or noun."""
    beside = (c for c in scene.parse.children[verb] if scene.parse.dep[c] in _PARTICLES)
    return tuple(w for c in beside for w in _phrase_of(scene, verb, c))


def _pays_no_visit(parse: Parse, verb: int) -> bool:
    """True of "call" in "called the story fiction", and in "called on Utopia to stop", where something is asked of it."""
    if parse.lemma[verb].lower() != "call":
        return False
    where = [c for c in parse.children[verb] if parse.word[c].lower() in ("on", "upon", "at", "in", "with")]
    deeds = (c for c in parse.children[verb] if parse.dep[c] in ("xcomp", "advcl", "ccomp"))
    return not where or any(parse.tag[t] == "TO" for c in deeds for t in parse.children[c])


def _phrase_of(scene: Scene, verb: int, beside: int) -> tuple[TransferWord, ...]:
    return transfer_words().get((f"{scene.lemma(verb)} {scene.lemma(beside)}", "verb"), ())


def _without_its_noun(scene: Scene, word: TransferWord, filled: tuple[Argument, ...]) -> tuple[Argument, ...]:
    """The arguments of a verb that makes one word with its object: what follows "of" is what it moves ("took delivery of six
    drones")."""
    _, _, noun = word.lemma.partition(" ")
    own = {a.token for a in filled if a.function == "object" and scene.lemma(a.token) == noun}
    moved = ((Argument("object", a.token) if own and a.word == "of" else a) for a in filled)
    return tuple(a for a in moved if a.token not in own)


def _words_at(scene: Scene, token: int) -> tuple[TransferWord, ...]:
    parse = scene.parse
    if parse.pos[token] == "VERB" or (parse.pos[token] == "AUX" and parse.dep[token] not in ("aux", "auxpass")):
        if parse.tag[token] == "VBD" and parse.word[token + 1 : token + 2] == ("to",) and scene.lemma(token) == "use":
            return ()
        words = (*_phrasal(scene, token), *transfer_words().get((scene.lemma(token), "verb"), ()))
        return () if _pays_no_visit(parse, token) else words
    if parse.pos[token] in ("NOUN", "PROPN") and parse.dep[token] not in ("compound", "nmod"):
        if parse.dep[token] == "dobj" and _phrase_of(scene, parse.head[token], token):
            return ()
        return transfer_words().get((scene.lemma(token), "noun"), ())
    return ()


def _told_by(scene: Scene, token: int, word: TransferWord, filled: tuple[Argument, ...]) -> Event | None:
    if word.needs in ("item", "voyage") and " " not in word.lemma and _has_idle_particle(scene, token):
        return None
    if " " in word.lemma:
        filled = _without_its_noun(scene, word, filled)
    if word.pattern == "go":
        filled = (*filled, *of_subject(scene.parse, filled))
    if word.pattern == "see" and word.pos == "noun":
        filled = (*filled, *said_of(scene.parse, token))
    event = Event(token, word, word.kind, filled)
    if word.pattern == "go" and _people_move(scene, event):
        return Event(token, word, "visit", filled) if _two_parties(scene, event) else None
    return event if _needs_met(scene, event) else None


def _has_idle_particle(scene: Scene, verb: int) -> bool:
    particles = (c for c in scene.parse.children[verb] if scene.parse.dep[c] == "prt" and scene.lemma(c) in _IDLE)
    return any(scene.parse.word[c + 1 : c + 2] not in (("of",), ("to",), ("from",), ("by",)) for c in particles)


def _needs_met(scene: Scene, event: Event) -> bool:
    met = {
        "": lambda: scene.military,
        "arms": lambda: scene.military and _concerns_goods(scene, event),
        "item": lambda: scene.military and _concerns_goods(scene, event) and _names_arms(scene, event),
        "container": lambda: scene.military and any(_holds(scene, t, CONTAINERS) for t in event.filling("object", "subject")),
        "missile": lambda: any(_holds(scene, recalled(scene, t) or t, _EXPLOSIVE) for t in event.filling("subject")),
        "party": lambda: any(_names_item(scene, t) for t in event.filling("object")) and _names_party(scene, event),
        "parties": lambda: _two_parties(scene, event) or _is_said_of_giver(scene, event),
        "port": lambda: scene.military and _carrier_calls(scene, event),
        "load": lambda: scene.military and any(_is_counted_load(scene, t) for t in event.filling("object")),
        "carrier": lambda: scene.military and _stops_goods(scene, event) and _is_on_the_way(scene, event),
        "goods": lambda: scene.military and any(_are_goods(scene, t) for t in event.filling("subject")),
        "addressee": lambda: scene.military and _is_for_somebody(scene, event),
        "voyage": lambda: scene.military and _goods_move(scene, event) and _goes_somewhere(scene, event),
    }
    return met[event.word.needs]()


def _concerns_goods(scene: Scene, event: Event) -> bool:
    if event.word.pos == "noun":
        return _noun_concerns_goods(scene, event)
    if event.pattern == "none":
        ruled = (*event.filling("subject", "object"), *_deeds_behind(scene, event.token))
        return any(_mentions_trade(scene, t) or _holds(scene, t, _RULES) for t in ruled)
    goods = [t for t in event.filling("object") if not _is_party(scene, t)]
    goods += (
        event.after("with", "of", "on", "about", "for", "through") if not goods or event.pattern in ("hold", "pair") else ()
    )
    goods += event.after("with") if event.pattern in ("give", "handle") else ()
    goods += event.after("in") if any(scene.at("quantity", t) for t in goods) else ()
    if not goods and event.pattern in ("hold", "use", "pair"):
        goods += event.filling("subject")
    if any(names_goods(scene, t) or stands_for_goods(scene, t) or is_part_of_known(scene, t) for t in goods):
        return True
    if _leads_to_event(scene, event.token):
        return True
    if event.pattern in ("give", "get", "carry") and any(scene.lemma(t) in CARRIERS and is_known(scene, t) for t in goods):
        return True
    if not goods and scene.lemma(event.token) in _DOCK_WORK:
        return any(scene.at("place", t) for t in event.after("at", "in"))
    if event.pattern == "give" and _goods_follow(scene, event):
        return True
    return not goods and event.pattern in ("give", "get") and _leaves_goods_out(scene, event)


def _names_arms(scene: Scene, event: Event) -> bool:
    """True where an item or a container stands among what is moved, or before a relative clause of it; help that is got from
    somebody counts too."""
    goods = [*event.filling("object"), *event.after("with", "of", "in", "on")]
    if event.pattern == "get" and any(True for _ in event.after("from")):
        return not goods or any(names_goods(scene, t) for t in goods)
    named = not goods or any(
        _names_item(scene, t) or _holds(scene, t, CONTAINERS) or recalled(scene, t) is not None for t in goods
    )
    return named or (event.pattern == "give" and _goods_follow(scene, event))


def _goes_somewhere(scene: Scene, event: Event) -> bool:
    """True where a state or place is named to go to or from, or what moves is a delivery: "a bomb went off" goes nowhere."""
    if event.pattern != "go" or any(scene.lemma(t) in CONTAINERS for t in event.filling("subject")):
        return True
    if event.word.stage in ("arrived", "landed") and any(scene.at("item", t) for t in event.filling("subject")):
        return True
    ends = [*event.after(*_WAYS), *event.filling("object")]
    if any(scene.lemma(t) in CARRIERS | _LANES for t in event.after("by")):
        return True
    return any(scene.at("place", t) or scene.at("party", t) for e in ends for t in scene.parse.subtree(e))


def _are_goods(scene: Scene, token: int) -> bool:
    return names_goods(scene, token) or stands_for_goods(scene, token) or recalled(scene, token) is not None


def _is_for_somebody(scene: Scene, event: Event) -> bool:
    """True where goods are for a party or place ("were meant for Utopia"); of "be" they must be named: "it is for him to say"
    is of no goods."""
    plain = scene.lemma(event.token) == "be"
    goods = any(
        names_goods(scene, t) or is_part_of_known(scene, t) or (not plain and stands_for_goods(scene, t))
        for t in event.filling("subject" if plain else "object")
    )
    whom = event.after("for") if plain else event.after("for", "to")
    return goods and any(scene.at("party", t) or scene.at("place", t) for w in whom for t in noun_phrase(scene, w))


def _carrier_calls(scene: Scene, event: Event) -> bool:
    """True where a ship or train, not a person, calls somewhere."""
    callers = event.filling("subject", "possessor")
    carried = any(_holds(scene, t, CARRIERS) or scene.at("vessel", t) for t in callers)
    return carried and any(True for _ in event.after("at", "in", "on"))


def _is_counted_load(scene: Scene, token: int) -> bool:
    below = scene.parse.subtree(token)
    if not any(scene.at("quantity", t) for t in noun_phrase(scene, token)):
        return False
    moves = scene.lemma(token) in _MOVEMENTS and any(scene.lemma(t) in CARRIERS or scene.at("vessel", t) for t in below)
    return moves or scene.lemma(token) in CONTAINERS | CARRIERS


def _is_on_the_way(scene: Scene, event: Event) -> bool:
    """True where what carries the goods stands in the same sentence: arms found at home are not being delivered."""
    words = _sentence(scene, event.token)
    return any(scene.lemma(t) in CARRIERS | _ON_THE_WAY or scene.at("vessel", t) for t in words)


def _stops_goods(scene: Scene, event: Event) -> bool:
    """True where goods themselves are stopped or found: "found that a ship sailed" stops none."""
    return any(names_goods(scene, t) or stands_for_goods(scene, t) for t in event.filling("object"))


def _is_said_of_giver(scene: Scene, event: Event) -> bool:
    """True for a pronoun that arms a party ("accusations that it arms the Ruritanian rebels")."""
    giver = any(scene.parse.pos[t] == "PRON" for t in event.filling("subject"))
    return event.pattern == "give" and scene.military and giver and any(_is_party(scene, t) for t in event.filling("object"))


def _goods_follow(scene: Scene, event: Event) -> bool:
    """True where goods stand behind whom they are given to, though quotation marks led the parser astray (gave Utopia "a few"
    drones)."""
    parse = scene.parse
    if not any(_is_party(scene, t) for t in event.filling("object", "dative")):
        return False
    for token in range(event.token + 1, parse.sentence_at(event.token)[1]):
        if parse.pos[token] in ("VERB", "AUX", "SCONJ"):
            return False
        if scene.at("item", token):
            return True
    return False


def _leaves_goods_out(scene: Scene, event: Event) -> bool:
    """True where the goods stand before a verb that only names their other end ("rockets for Utopia to buy from Ruritania")."""
    before = range(scene.parse.sentence_at(event.token)[0], event.token)
    named = any(scene.at("party", t) for t in event.after("from", "to"))
    return named and next(scene.among("item", before), None) is not None


def _noun_concerns_goods(scene: Scene, event: Event) -> bool:
    phrase = noun_phrase(scene, event.token)
    if any(scene.at("item", t) or scene.lemma(t) in ("military", "lethal", "weapon", "arm") for t in phrase):
        return True
    if any(names_goods(scene, t) for t in event.after("of", "about", "on", "over", "for", "in") if t != event.token):
        told = (*scene.parse.subtree(event.token), *(t for g in event.after("for") for t in noun_phrase(scene, g)))
        return event.pattern not in ("pair", "none") or any(scene.at("item", t) for t in told)
    return event.pattern == "pair" and _leads_to_event(scene, event.token)


def _leads_to_event(scene: Scene, token: int) -> bool:
    """True where an infinitive below it is itself of transfer ("seeking to acquire rockets", "talks to buy shells")."""
    below = (c for c in scene.parse.children[token] if scene.parse.dep[c] in ("xcomp", "acl", "ccomp", "relcl"))
    return any(_event_at(scene, c) for c in below)


def _deeds_behind(scene: Scene, verb: int) -> Iterator[int]:
    """What somebody is kept "from" doing ("barred Utopia from exporting arms")."""
    behind = (c for c in scene.parse.children[verb] if scene.parse.word[c].lower() == "from")
    yield from (t for c in behind for t in scene.parse.children[c] if scene.parse.dep[t] == "pcomp")


def _mentions_trade(scene: Scene, token: int) -> bool:
    return any(scene.at("item", t) or (scene.lemma(t), "noun") in transfer_words() for t in scene.parse.subtree(token))


def _is_party(scene: Scene, token: int) -> bool:
    return scene.at("party", token) is not None and scene.at("item", token) is None


def _names_item(scene: Scene, token: int) -> bool:
    return any(scene.at("item", t) for t in noun_phrase(scene, token))


def _holds(scene: Scene, token: int, lemmas: frozenset[str] | set[str]) -> bool:
    return any(scene.lemma(t) in lemmas for t in noun_phrase(scene, token))


def _names_party(scene: Scene, event: Event) -> bool:
    return any(scene.at("party", a.token) for a in event.arguments)


def _two_parties(scene: Scene, event: Event) -> bool:
    """True where two different states, or a state or person and a place, stand around the event."""
    tokens = [a.token for a in event.arguments if a.function != "modifier" or event.word.pos == "noun"]
    states = {_country(scene, t) for t in tokens} - {None}
    if len(states) > 1:
        return True
    if event.word.pos == "noun":
        return False
    visitors = any(_country(scene, t) or scene.parse.entity[t] == "PERSON" for t in event.filling("subject"))
    visited = [*event.filling("object"), *event.after("with", "to")]
    return visitors and any(scene.at("place", t) or _country(scene, t) or scene.lemma(t) == "country" for t in visited)


def _country(scene: Scene, token: int) -> str | None:
    for t in noun_phrase(scene, token):
        mention = scene.at("party", t) or scene.at("place", t)
        if mention is not None and mention.value is not None:
            return getattr(mention.value, "country", None)
    return None


def _people_move(scene: Scene, event: Event) -> bool:
    movers = list(event.filling("subject"))
    return (
        bool(movers)
        and not _goods_move(scene, event)
        and any(
            scene.parse.entity[t] == "PERSON" or _country(scene, t) or scene.parse.word[t].lower() in _PEOPLE for t in movers
        )
    )


def _goods_move(scene: Scene, event: Event) -> bool:
    movers = [t for t in event.filling("subject", "object", "possessor") if not _is_dealing(scene, t)]
    movers = [t for t in movers if scene.parse.pos[t] != "VERB"]
    if event.pattern == "voyage" and any(scene.at("vessel", t) for t in _sentence(scene, event.token)):
        return scene.lemma(event.token) != "sail" or scene.lemma(scene.parse.head[event.token]) == "set"
    if any(scene.parse.word[t].lower() in ("she", "her") for t in movers):
        return speaks_of_ship(scene, event.token)
    if event.pattern == "go" and any(
        (scene.parse.pos[t] == "NUM" or is_part_of_known(scene, t)) and recalled(scene, t) is not None for t in movers
    ):
        return True
    movers = [_stood_for(scene, t) if scene.lemma(t) in _THINGS else t for t in movers]
    return any(names_goods(scene, t) or _holds(scene, t, _MOVABLE) or scene.at("vessel", t) for t in movers)


def _stood_for(scene: Scene, pronoun: int) -> int:
    """The subject before that a pronoun agrees with, failing one the goods named before it."""
    before, goods = subject_before(scene, pronoun), recalled(scene, pronoun)
    moved = goods is not None and scene.parse.dep[goods] in ("dobj", "nsubj", "nsubjpass", "attr")
    return goods if before == pronoun and goods is not None and moved else before


def _is_dealing(scene: Scene, token: int) -> bool:
    """True for nouns of dealing that "go" nowhere though they hold arms ("the purchase of drones went ahead")."""
    return (scene.lemma(token), "noun") in transfer_words() and scene.lemma(token) not in CONTAINERS


def _sentence(scene: Scene, token: int) -> range:
    return range(*scene.parse.sentence_at(token))
