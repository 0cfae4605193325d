"""By which way: origin, way points, destination, mode, vessel and how far the goods had come."""

import re
from collections.abc import Iterable, Iterator, Sequence

from waybill.extract.frames.arguments import coordinated
from waybill.extract.frames.events import Event, names_goods
from waybill.extract.frames.scene import CARRIERS, Scene
from waybill.model.claim import Mode, Slot, Stage
from waybill.model.mention import Mention
from waybill.model.span import Span, hull
from waybill.model.things import Place, Vessel
from waybill.reference.goods_words import words_of
from waybill.reference.transfer_verbs import End

_FROM = ("from", "out")
_TO = ("to", "into", "towards", "toward")
_VIA = ("via", "through", "across", "past")
_STRAYING = {"from", "to", "via", "through", "into", "towards", "toward"}
_THEN = {"then", "onward", "onwards", "finally", "afterwards"}
_WITHIN = ("in", "at", "on", "near", "outside", "around", "off", "inside")

_DISTANCE = re.compile(r"(km|kilomet\w+|miles?|\))\s*$", re.IGNORECASE)
"""What stands before "from the border" where that is a distance and no origin."""

_LOOK_BACK = 30
"""So many code points before a preposition hold a unit of distance: our convention; a whole text would be read each time."""

_NEARNESS = re.compile(
    r"\b(?:near(?: to)?|close to|outside|off|around|just (?:north|south|east|west) of|in the vicinity of|in the area of)"
    r"(?: the (?:town|city|port|village|coast) of)?\s+$",
    re.IGNORECASE,
)
_LONGEST_NEARNESS = 48
"""Code points the words of `_NEARNESS` may fill: more than the longest of them."""

_MOVEMENTS = words_of("movement")
_SITES = words_of("site")

_ROUTES = frozenset({"way", "route", "pipeline", "corridor", "bridge", "airlift"})
_BY = frozenset({"rail", "sea", "air", "road", "river", "land"})

_REACH_ABOVE = 6
"""How far above a preposition the noun may stand whose way it tells: our convention ("to" below "Kazan" below "from")."""

_REACH_SENTENCES = 2
"""How many sentences back "there" may point: our convention."""

_NO_LINE = r"(?!\s+(lines?|links?|spurs?|stations?|tracks?|yards?|towns?|junctions?|hubs?))"
_NO_FORCE = r"(?!\s+(defen[cs]e|forces?|strikes?|bases?|missiles?)|-)"

_SEAS = "Adriatic|Aegean|Atlantic|Baltic|Caspian|Mediterranean|Pacific"
"""Seas that are called so without the word."""

MODE_WORDS: tuple[tuple[Mode, tuple[str, ...]], ...] = (
    ("sea", ("sea", "seaborne", "maritime", "(cargo )?ships?", "vessels?", "freighters?", "tankers?", "boats?", "dhows?")),
    ("sea", ("ferry", "ferries", "voyages?", "sail(ed|s|ing|ings)?", "berths?", "coasters?", "shiploads?")),
    ("rail", ("(rail|railway|railroad)" + _NO_LINE, "railways", "trains?", "railcars?", "boxcars?", "wagons?", "trainloads?")),
    (
        "air",
        ("air" + _NO_FORCE, "(aero)?planes?", "airplanes?", "aircraft", "flights?", "flown", "airlift(ed|s)?", "planeloads?"),
    ),
    ("air", ("Antonovs?", "Ilyushins?", "Boeings?", "Airbus(es)?", "C-(17|130)s?")),
    ("air", ("cargo jets?", "Il(yushin)?-76s?", "An(tonov)?-(12|22|26|124)s?", "Boeing 7[0-9]7s?")),
    ("road", ("road", "roads", "trucks?", "trucked", "lorr(y|ies)", "convoys?", "semi-trailers?", "overland")),
    ("road", ("lorryloads?", "truckloads?", "motor(cycles?|bikes?)", "hearses?", "by car")),
    ("sea", (rf"(across|over) the ({_SEAS})",)),
    ("river", ("river", "rivers", "barges?", "pirogues?", "inland waterways?")),
)
"""Words for the ways goods go; `mode_of` keeps them in this order."""

_ABOARD = re.compile(r"\b(?:aboard|on board) the [A-Z][\w’'-]+ [A-Z0-9][\w’'-]*")
"""By ship, where no word tells of an aircraft or a train: a name of two words, for those of aircraft are mostly of one."""

_AS_GOODS = re.compile(
    r"\b(combat|fighter|attack|transport) (aircraft|planes?|helicopters?|vessels?)|anti-(aircraft|ship)|ships? missiles?",
    re.IGNORECASE,
)
_MODES = tuple((mode, re.compile(rf"(?<![\w-])({'|'.join(words)})(?![\w-])", re.IGNORECASE)) for mode, words in MODE_WORDS)
_ORDER: tuple[Mode, ...] = ("sea", "rail", "air", "road", "river")


def origin_of(scene: Scene, event: Event | None, tokens: Sequence[int]) -> Slot[Place] | None:
    """Where the goods set out: after "from"; where they were assembled or loaded, the place of that. A state alone counts only
    where goods are said to move, not where one state gives to another."""
    at, functions = _at(event, "origin")
    return _place(scene, event, tokens, (*_FROM, *at), functions) or _loaded_by(scene, event)


def _loaded_by(scene: Scene, event: Event | None) -> Slot[Place] | None:
    """ "Utopia loaded the train": a state loads and gathers goods at home; marked inferred."""
    if event is None or event.pattern != "handle" or event.word.end != "origin":
        return None
    states = (scene.at("place", t) for t in event.filling("subject"))
    state = next((m for m in states if m is not None and isinstance(m.value, Place) and not _finer_than_state(m)), None)
    if state is None or not isinstance(state.value, Place):
        return None
    return Slot(None, state.text, state.value, inferred="the state that loaded the goods")


def destination_of(scene: Scene, event: Event | None, tokens: Sequence[int]) -> Slot[Place] | None:
    """Where the goods went: after "to", "into", "bound for"; where they were unloaded or arrived, the place of that.

    A finer place named within or near it is kept ("a depot in the south-west, near Kazan" is near Kazan); a distance from
    a border is no destination.
    """
    at, functions = _at(event, "destination")
    bound = ("for",) if event is not None and event.pattern in ("go", "carry") else ()
    words = {a.word for a in event.arguments} if event is not None else set()
    beside = ("near",) if "to" in words and "from" not in words else ()
    return _place(scene, event, tokens, (*_TO, *bound, *beside, *at), functions) or _there(scene, event)


def onward_of(scene: Scene, tokens: Sequence[int]) -> Slot[Place] | None:
    """Where the goods went on to ("to Najin and then by rail to Kazan"): the place after the "to" that follows "then"."""
    parse = scene.parse
    then = next((t for t in tokens if parse.word[t].lower() in _THEN), None)
    if then is None:
        return None
    ways = (t for t in tokens if t > then and parse.word[t].lower() == "to")
    places = (m for t in ways for noun in parse.children[t] for m in _places_under(scene, noun, tokens) if _finer_than_state(m))
    place = next(places, None)
    if place is None:
        return None
    return Slot(place.span, place.text, place.value if isinstance(place.value, Place) else None, place.unresolved)


def _there(scene: Scene, event: Event | None) -> Slot[Place] | None:
    """ "landed there": the last place named before, in the same sentence or the two before it."""
    if event is None:
        return None
    parse = scene.parse
    word = next((c for c in parse.children[event.token] if parse.word[c].lower() == "there" and parse.dep[c] == "advmod"), None)
    if word is None or event.pattern not in ("go", "handle", "carry"):
        return None
    first = parse.sentence_at(word)[0]
    for _ in range(_REACH_SENTENCES):
        first = parse.sentence_at(first - 1)[0] if first else first
    named = (scene.at("place", t) for t in range(word - 1, first - 1, -1))
    place = next((m for m in named if m is not None and isinstance(m.value, Place) and _finer_than_state(m)), None)
    if place is None or not isinstance(place.value, Place):
        return None
    return Slot(parse.span(word, word), parse.word[word], place.value, place.unresolved)


def via_of(scene: Scene, event: Event | None, tokens: Sequence[int]) -> Slot[Place] | None:
    """A place the goods passed: after "via", "through", "across"."""
    at, functions = _at(event, "via")
    return _place(scene, event, tokens, (*_VIA, *at), functions)


def _at(event: Event | None, end: End) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The prepositions and functions whose place is this end of the way, by the event's word ("left A", "unloaded at A")."""
    if event is None or event.word.end != end:
        return (), ()
    return _WITHIN, ("object",) if event.pattern == "go" else ()


def mode_of(scene: Scene, event: Event | None, tokens: Sequence[int]) -> Slot[tuple[Mode, ...]] | None:
    """Every mode that the clause names, or that its verb or a vessel alone says; None where nothing does."""
    parse = scene.parse
    if not tokens:
        return None
    stretch = parse.span(tokens[0], tokens[-1])
    words = _AS_GOODS.sub(lambda m: " " * len(m[0]), stretch.text_of(parse.text))
    spans: dict[Mode, Span] = {}
    carried = (
        {t for o in event.filling("object") for t in coordinated(parse, o)} if event and event.pattern == "carry" else set()
    )
    for mode, pattern in _MODES:
        for found in pattern.finditer(words):
            at = stretch.start + found.start()
            if not _goods(scene, at) and parse.token_at(at) not in carried:
                spans.setdefault(mode, Span(stretch.start + found.start(), stretch.start + found.end()))
                break
    vessel = next(scene.among("vessel", tokens), None)
    if vessel is not None:
        spans.setdefault("sea", vessel.span)
    if event is not None and event.word.mode is not None and not (event.word.mode == "sea" and "river" in spans):
        spans.setdefault(event.word.mode, parse.span(event.token, event.token))
    if {"air", "sea"} <= set(spans) and vessel is None and _is_freighter(scene, spans["sea"]):
        del spans["sea"]
    if not spans and (aboard := _ABOARD.search(words)):
        return Slot(None, aboard[0], ("sea",), inferred="aboard what has a name, as ships do")
    if not spans:
        return None
    span = hull(spans.values())
    return Slot(span, span.text_of(parse.text), tuple(mode for mode in _ORDER if mode in spans))


def _is_freighter(scene: Scene, span: Span) -> bool:
    """True for a freighter, which may be a ship or an aircraft: what flies is one of the latter."""
    return span.text_of(scene.parse.text).lower().startswith("freighter")


def vessel_of(scene: Scene, tokens: Iterable[int]) -> Slot[Vessel] | None:
    """The first ship named in the clause."""
    mention = next(scene.among("vessel", tokens), None)
    if mention is None:
        return None
    return Slot(mention.span, mention.text, mention.value if isinstance(mention.value, Vessel) else None, mention.unresolved)


def stage_of(scene: Scene, event: Event, events: Iterable[Event]) -> Slot[Stage] | None:
    """How far the goods had come by the words of the clause: its own verb's stage, else that of a noun's verb
    ("the deliveries arrived"), else unspecified."""
    for candidate in (event, *(e for e in events if e.kind == "transfer")):
        if candidate.word.stage is not None and not _describes_carrier(scene, candidate.token):
            token = candidate.token
            return Slot(scene.parse.span(token, token), scene.parse.word[token], candidate.word.stage)
    return Slot(scene.parse.span(event.token, event.token), scene.parse.word[event.token], "unspecified")


def _describes_carrier(scene: Scene, token: int) -> bool:
    """True in "lorries loaded with shells", which says what they carried and not how far they had come."""
    with_goods = any(scene.parse.word[c].lower() == "with" for c in scene.parse.children[token])
    return scene.parse.dep[token] == "acl" and with_goods


def _goods(scene: Scene, offset: int) -> bool:
    token = scene.parse.token_at(offset)
    return token is not None and scene.at("item", token) is not None


def _place(
    scene: Scene, event: Event | None, tokens: Sequence[int], words: Iterable[str], functions: Iterable[str]
) -> Slot[Place] | None:
    wanted = set(words)
    found: list[Mention] = []
    for argument in event.arguments if event is not None else ():
        if argument.word in wanted:
            found += tuple(_places_under(scene, argument.token, tokens)) or _site_behind(scene, argument.token, tokens)
        elif argument.function in functions:
            found += _places_under(scene, argument.token, _but_clauses_of(scene, argument.token, tokens))
    if "to" in wanted:
        found += _named_destination(scene, tokens)
    found += _stray(scene, event, tokens, wanted & _STRAYING)
    fit = [m for m in found if "via" in wanted or _stands_as_place(scene, event, m)]
    best = min(fit, key=lambda m: not _finer_than_state(m), default=None)
    if best is None:
        return None
    span = _with_nearness(scene, best.span)
    value = best.value if isinstance(best.value, Place) else None
    return Slot(span, span.text_of(scene.parse.text), value, best.unresolved)


def _with_nearness(scene: Scene, span: Span) -> Span:
    """The words that say a place is only near the one meant belong to it: its radius reaches over them."""
    found = _NEARNESS.search(scene.parse.text, max(0, span.start - _LONGEST_NEARNESS), span.start)
    return Span(found.start(), span.end) if found else span


def _places_under(scene: Scene, token: int, tokens: Sequence[int]) -> Iterator[Mention]:
    """Places in the phrase of the token, those it lies near or in included; other ways ("from", "to") end it. What only
    modifies a noun comes last ("the Caspian port of Kazan")."""
    if scene.at("vessel", token) is None:
        yield from scene.among("place", (token,))
    for child in sorted(scene.parse.children[token], key=lambda c: scene.parse.dep[c] in ("compound", "nmod")):
        if child not in tokens or (
            scene.parse.word[child].lower() in ("from", "to", "via", "through") and not _beside(scene, child)
        ):
            continue
        of_site = scene.parse.dep[child] == "poss" and scene.lemma(token) in _SITES
        if (scene.parse.dep[child] in ("poss", "amod", "relcl") and not of_site) or scene.lemma(token) == "border":
            continue
        yield from _places_under(scene, child, tokens)


def _site_behind(scene: Scene, noun: int, tokens: Sequence[int]) -> tuple[Mention, ...]:
    """The place right behind a site that the parser hangs elsewhere ("from a base near Najin to the strip at Kazan")."""
    parse, behind = scene.parse, noun + 1
    if behind not in tokens or parse.word[behind].lower() not in _WITHIN or parse.pos[noun] != "NOUN":
        return ()
    return tuple(m for c in parse.children[behind] for m in _places_under(scene, c, tokens))


def _but_clauses_of(scene: Scene, noun: int, tokens: Sequence[int]) -> Sequence[int]:
    """The tokens without the clauses hung on a noun ("a ship with shells bound for Najin" is not left at Najin)."""
    clauses = [c for c in scene.parse.children[noun] if scene.parse.dep[c] == "acl"]
    hung = {t for c in clauses for t in scene.parse.subtree(c)}
    return [t for t in tokens if t not in hung] if hung else tokens


def _beside(scene: Scene, preposition: int) -> bool:
    """True for the "to" of "close to", "next to"."""
    return scene.parse.word[scene.parse.head[preposition]].lower() in ("close", "next", "near", "adjacent")


def _stray(scene: Scene, event: Event | None, tokens: Sequence[int], words: Iterable[str]) -> Iterator[Mention]:
    """Places right after a wanted preposition that the parser hung elsewhere, of the clauses of moving goods only; where no
    word tells of an event, those of goods or their carriers ("flights from Najin to Kazan have doubled")."""
    if event is not None and not _moves(event):
        return
    parse = scene.parse
    for token in tokens:
        at = parse.start[token]
        if parse.word[token].lower() not in words or _DISTANCE.search(parse.text[max(0, at - _LOOK_BACK) : at]):
            continue
        if event is None and not of_goods(scene, token):
            continue
        for noun in parse.children[token] or _misread_end(scene, token):
            yield from _places_under(scene, noun, tokens)


def _misread_end(scene: Scene, preposition: int) -> tuple[int, ...]:
    """The place of "to Utopia" or "to eastern Utopia", where the parser takes the name or its adjective for a verb."""
    near = range(preposition + 1, min(preposition + 3, len(scene.parse)))
    return tuple(t for t in near if scene.at("place", t) is not None)[:1]


def of_goods(scene: Scene, preposition: int) -> bool:
    """True where a way is that of goods or a carrier: its noun, or the subject or object of its verb."""
    parse = scene.parse
    above = parse.ancestors(preposition)[:_REACH_ABOVE]
    verb = next((n for n, t in enumerate(above) if parse.pos[t] in ("VERB", "AUX")), None)
    nouns = list(above[:verb])
    if verb is not None:
        nouns += (c for c in parse.children[above[verb]] if parse.dep[c] in ("nsubj", "nsubjpass", "dobj"))
        if travels_by(scene, parse.children[above[verb]]):
            return True
    return any(
        scene.at("vessel", t) or scene.lemma(t) in CARRIERS | _MOVEMENTS | _ROUTES or names_goods(scene, t) for t in nouns
    )


def travels_by(scene: Scene, tokens: Iterable[int]) -> bool:
    """True where the words say by what something goes ("by rail", "by ship", "by night train")."""
    parse = scene.parse
    nouns = (n for t in tokens if parse.word[t].lower() == "by" for n in parse.children[t])
    return any(scene.lemma(n) in CARRIERS | _BY for n in nouns)


def _named_destination(scene: Scene, tokens: Sequence[int]) -> Iterator[Mention]:
    """Places after the word itself ("their destination appears to be a depot in Najin"); a distance from another is none."""
    parse = scene.parse
    word = next((t for t in tokens if scene.lemma(t) == "destination"), None)
    for mention in scene.among("place", [t for t in tokens if word is not None and t > word]):
        before = parse.tokens_in(mention.span).start - 1
        if _finer_than_state(mention) and parse.word[before].lower() != "from":
            yield mention


def _stands_as_place(scene: Scene, event: Event | None, mention: Mention) -> bool:
    """False for a capital or state that gives or gets: it is a party there ("rockets from Pyongyang")."""
    if event is not None and event.pattern in ("give", "get"):
        return _finer_than_state(mention) and scene.at("party", scene.head(mention.span)) is None
    return _finer_than_state(mention) or event is None or _moves(event)


def _finer_than_state(mention: Mention) -> bool:
    """True for a town, and for a place no gazetteer knows: states are all known."""
    return not isinstance(mention.value, Place) or mention.value.name != mention.value.country


def _moves(event: Event) -> bool:
    return event.pattern in ("carry", "go", "handle", "voyage", "see", "stop") or event.word.stage == "shipped"
