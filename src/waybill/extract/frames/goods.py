"""What moved, and how much of it."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from waybill.extract.frames.events import GOODS, Event
from waybill.extract.frames.nouns import noun_phrase
from waybill.extract.frames.scene import CARRIERS, CONTAINERS, Scene
from waybill.extract.frames.standing import recalled
from waybill.model.claim import Slot
from waybill.model.mention import Mention
from waybill.model.quantity import Quantity
from waybill.model.span import Span, hull
from waybill.model.things import Item
from waybill.reference.goods_words import words_of
from waybill.reference.units import currencies

_NO_GOODS = words_of("uncounted")
"""Units that never count goods."""

_SITES = words_of("site")
"""Nouns that make a place of the goods before them."""

_TRIPS = 2
_JOINS = re.compile(r"\s*(?:,|,?\s*(?:and|or|as well as))\s+", re.IGNORECASE)
"""What stands between the items of one list."""

_LEAVING_OUT = frozenset({"no", "not", "without", "never"})
_LISTING = frozenset({"and", "but", "or", ",", "with", "though"})
_ANY = frozenset({"any", "a", "the", "single", "actual"})

_ONE = frozenset({"a", "an", "one", "another"})
_TRIP_NOUNS = frozenset({"trip", "voyage", "journey", "sailing", "crossing"})
_POINTERS = frozenset({"them", "these", "those", "which"})
_MOVEMENTS = words_of("movement")
"""Units that count movements: goods of last resort."""


def item_of(scene: Scene, event: Event | None, tokens: Iterable[int]) -> Slot[Item] | None:
    """The item an event moves: in its object, else after "of" or "with", else the first named in the clause, as where there
    is no event.

    A container is an item only where nothing says what is in it. None where no word names goods.
    """
    scope = list(tokens)
    near = [] if event is None else [t for token in _goods_tokens(event) for t in noun_phrase(scene, token)]
    near += [event.token, *scene.parse.subtree(event.token)] if event is not None and event.word.pos == "noun" else []
    named = (*scene.among("item", near), *scene.among("item", scope))
    mentions = [m for m in named if not _names_site(scene, m) and not _left_out(scene, m)]
    best = min(mentions, key=lambda m: _vagueness(scene, m), default=None)
    return None if best is None else _item_slot(scene, best)


def quantity_of(scene: Scene, event: Event | None, tokens: Iterable[int]) -> Slot[Quantity] | None:
    """How much this event moves, or a clause without one speaks of: a count of the goods, never of countries, miles or days.
    None where nothing counts them."""
    near = {t for token in _goods_tokens(event) for t in noun_phrase(scene, token)} | {event.token} if event else set[int]()
    scope = sorted({*tokens, *near})
    moved = set() if event is None else set(_moved(event))
    found = [m for m in scene.among("quantity", scope) if isinstance(m.value, Quantity)]
    counts = [m for m in found if _counts_goods(scene, m) or _stands_alone(scene, m, moved)]
    counts = counts or (_lone_count(scene, found) if event is None else [])
    best = min(counts, key=lambda m: (_rank(scene, m, near), m.span.start), default=None)
    single = best is None or (isinstance(best.value, Quantity) and best.value.high == 1 and _unit_words(best) & _MOVEMENTS)
    if single and event is not None and event.pattern == "voyage" and (trips := _trips(scene, scope)) is not None:
        return trips
    if best is None or not isinstance(best.value, Quantity):
        return None
    counted = event is not None and event.pattern == "see" and best.value.measure == "total"
    return Slot(best.span, best.text, replace(best.value, measure="detected") if counted else best.value, best.unresolved)


def _moved(event: Event) -> Iterator[int]:
    yield from event.filling("object")
    yield from event.filling("subject") if event.pattern == "go" else ()
    yield from event.after("with") if event.pattern == "give" else ()


def _trips(scene: Scene, tokens: Iterable[int]) -> Slot[Quantity] | None:
    """The trips of one carrier, each told by itself, together ("made one trip in May and another voyage on 3 June" are two);
    None where the text counts none that way."""
    trips = [t for t in tokens if scene.lemma(t) in _TRIP_NOUNS and scene.parse.tag[t] == "NN"]
    told = [(first, t) for t in trips if (first := _first_word(scene, t)) is not None]
    if not told:
        return None
    span = hull(scene.parse.span(first, t) for first, t in told)
    return Slot(
        span, span.text_of(scene.parse.text), Quantity(len(told), len(told), scene.lemma(told[0][1]), (1.0,) * len(told))
    )


def _first_word(scene: Scene, noun: int) -> int | None:
    """The word that says that it is one ("a trip", "another round trip", "one voyage"); None of a clause's subject."""
    if scene.parse.dep[noun] not in ("dobj", "conj", "attr", "nsubjpass"):
        return None
    return next((c for c in scene.parse.children[noun] if scene.parse.word[c].lower() in _ONE), None)


def _left_out(scene: Scene, mention: Mention) -> bool:
    """True for goods that a list or an aside says were not among the others ("food and no drones")."""
    at = scene.parse.tokens_in(mention.span).start - 1
    while at > 0 and scene.parse.word[at].lower() in _ANY:
        at -= 1
    if at < 1 or scene.parse.word[at].lower() not in _LEAVING_OUT:
        return False
    return scene.parse.word[at].lower() == "without" or scene.parse.word[at - 1].lower() in _LISTING


def _names_site(scene: Scene, mention: Mention) -> bool:
    """True in "an ammunition depot", which is a place."""
    token = scene.head(mention.span)
    return scene.parse.dep[token] in ("compound", "nmod") and scene.lemma(scene.parse.head[token]) in _SITES


def _goods_tokens(event: Event) -> list[int]:
    direct = [*event.filling("object"), *event.after("of", "with")]
    return [*direct, *event.filling("subject")] if event.pattern in ("go", "voyage") or not direct else direct


def _vagueness(scene: Scene, mention: Mention) -> int:
    """0 for an item of a known class, 1 for goods, 2 for what merely holds or stands for them."""
    if scene.lemma(scene.head(mention.span)) in CONTAINERS:
        return 2
    return 0 if isinstance(mention.value, Item) and mention.value.item_class else 1


def _item_slot(scene: Scene, mention: Mention) -> Slot[Item]:
    """The item with its whole list for words ("rockets and artillery shells"), its own value alone."""
    value = mention.value if isinstance(mention.value, Item) else None
    span = _list_around(scene, mention)
    return Slot(span, span.text_of(scene.parse.text), value, mention.unresolved)


def _list_around(scene: Scene, mention: Mention) -> Span:
    start, end = mention.span.start, mention.span.end
    at = bisect_left(scene.mentions, mention.span, key=lambda m: m.span)
    for span in _item_spans(scene, range(at, len(scene.mentions))):
        if span.start >= end:
            if not _JOINS.fullmatch(scene.parse.text, end, span.start):
                break
            end = span.end
    for span in _item_spans(scene, range(at - 1, -1, -1)):
        if span.end <= start:
            if not _JOINS.fullmatch(scene.parse.text, span.end, start):
                break
            start = span.start
    return Span(start, end)


def _item_spans(scene: Scene, places: Iterable[int]) -> Iterator[Span]:
    return (scene.mentions[n].span for n in places if scene.mentions[n].kind == "item")


def _unit_words(mention: Mention) -> set[str]:
    unit = mention.value.unit if isinstance(mention.value, Quantity) else None
    return set((unit or "").lower().replace("-", " ").split())


def _counts_goods(scene: Scene, mention: Mention) -> bool:
    if _unit_words(mention) & _NO_GOODS:
        return False
    return _is_goods_count(scene, mention) or _is_money(mention) or bool(_unit_words(mention) & (_MOVEMENTS | CARRIERS))


def _stands_alone(scene: Scene, mention: Mention, moved: set[int]) -> bool:
    """True for what is itself said to move: a bare number ("412 were shipped"), or things of a kind that no table names."""
    return not _unit_words(mention) & _NO_GOODS and scene.head(mention.span) in moved


def _lone_count(scene: Scene, found: list[Mention]) -> list[Mention]:
    """The only number of a clause, without a unit, where goods were named before it ("put it at 12,000")."""
    if len(found) != 1 or _unit_words(found[0]):
        return []
    head = scene.head(found[0].span)
    counts = scene.parse.dep[head] in ("dobj", "attr", "pobj", "nsubj", "nsubjpass", "ROOT")
    return found if counts and recalled(scene, head) is not None else []


def _is_goods_count(scene: Scene, mention: Mention) -> bool:
    tokens = scene.parse.tokens_in(mention.span)
    beside = [*tokens, *(t for c in tokens for t in (scene.parse.head[c],))]
    return (
        bool(_unit_words(mention) & (CONTAINERS | GOODS | {"tonne", "ton", "kilogram", "kg"}))
        or any(scene.at("item", t) for t in beside)
        or any(scene.lemma(t) in CONTAINERS for t in beside)
        or _counts_known(scene, tokens)
    )


def _counts_known(scene: Scene, tokens: Iterable[int]) -> bool:
    """True for so many "of them", in words that name no other noun."""
    ofs = (c for t in tokens if scene.parse.pos[t] in ("NUM", "DET") for c in scene.parse.children[t])
    return any(
        scene.lemma(c) == "of" and any(scene.parse.word[n].lower() in _POINTERS for n in scene.parse.children[c]) for c in ofs
    )


def _is_money(mention: Mention) -> bool:
    return isinstance(mention.value, Quantity) and mention.value.unit in set(currencies().values())


def _rank(scene: Scene, mention: Mention, near: set[int]) -> tuple[int, int, int]:
    """Goods or money in the event's own phrases first, then goods, then money, then trips."""
    inside = any(t in near for t in scene.parse.tokens_in(mention.span))
    kind = (
        0 if _is_goods_count(scene, mention) and not _unit_words(mention) & _MOVEMENTS else 1 if _is_money(mention) else _TRIPS
    )
    return (1 if kind == _TRIPS else 0, 0 if inside else 1, kind)
