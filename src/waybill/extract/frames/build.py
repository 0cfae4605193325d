"""From the events of a clause to its frame."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from waybill.extract.frames.events import MOVING, Event
from waybill.extract.frames.goods import item_of, quantity_of
from waybill.extract.frames.journey import (
    destination_of,
    mode_of,
    onward_of,
    origin_of,
    stage_of,
    vessel_of,
    via_of,
)
from waybill.extract.frames.kind import head_event
from waybill.extract.frames.lines import LEFT, WENT
from waybill.extract.frames.naming import same_party
from waybill.extract.frames.nouns import noun_phrase
from waybill.extract.frames.scene import Scene
from waybill.extract.frames.sides import Sides, between, carriers_nation, sides_of, sides_of_goods
from waybill.extract.frames.timing import over_all, window_of
from waybill.model.claim import Frame, Slot
from waybill.model.things import Party, Place
from waybill.model.time import Window

_WITH_GOODS = frozenset({"transfer", "purchase", "negotiation", "sanction", "use", "production", "stock", "aid", "assessment"})


_MANY_TRIPS = 6
"""Above so many trips in one clause it is a list, whose times are not told apart: our convention."""


class Stretch(Struct, frozen=True):
    """Where a frame is read: a clause's tokens, its events, what opens its sentence before it, and the words for the images
    that show it, which date what they show."""

    tokens: tuple[int, ...]
    events: tuple[Event, ...]
    fronted: tuple[int, ...] = ()
    shown_by: tuple[int, ...] = ()


def frame_of(scene: Scene, stretch: Stretch, speaker: Party | None = None) -> Frame:
    """The frame of a clause: every slot that its words fill, the others None. A clause without an event has only its time."""
    head = head_event(scene.parse, stretch.events)
    window = _window(scene, stretch, stretch.tokens[0] if head is None else head.token)
    if head is None:
        return _without_event(scene, stretch.tokens, window, speaker)
    goods = _goods_event(head, stretch.events)
    if head.kind not in _WITH_GOODS:
        sides = sides_of(scene, goods, speaker) if goods is not head else Sides()
        return Frame(supplier=sides.supplier, recipient=sides.recipient, window=window)
    sides = between(scene, stretch.tokens, _sides(scene, goods, stretch.events, speaker))
    frame = Frame(
        supplier=sides.supplier,
        recipient=sides.recipient,
        item=item_of(scene, goods, stretch.tokens),
        quantity=quantity_of(scene, goods, stretch.tokens),
        window=window,
        vessel=vessel_of(scene, _told_of(scene, stretch)),
    )
    if goods.pattern in MOVING or head.kind == "transfer":
        frame = _with_journey(scene, frame, goods, stretch)
    else:
        frame = replace(frame, mode=mode_of(scene, goods, _told_of(scene, stretch)))
        if head.kind == "stock":
            frame = _on_its_way(scene, frame, stretch)
    frame = with_sides_of_places(frame)
    nation = carriers_nation(scene, goods) if frame.supplier is None and frame.destination is not None else None
    if nation is None or same_party(nation, frame.recipient):
        return frame
    return replace(frame, supplier=replace(nation, span=None, inferred="the nation of the carrier"))


def _window(scene: Scene, stretch: Stretch, head: int) -> Slot[Window] | None:
    """The time of the clause; of several trips, each told with its own time, that of all."""
    trips = [e.token for e in stretch.events if e.pattern == "voyage"]
    if 1 < len(trips) <= _MANY_TRIPS:
        inside = set(stretch.tokens)
        clauses = ([t for t in scene.parse.subtree(_made(scene, trip)) if t in inside] for trip in reversed(trips))
        own = _each_its_own(clauses)
        each = [window_of(scene, trip, clause) for trip, clause in zip(reversed(trips), own, strict=True)]
        if all(each):
            return over_all(scene, [w for w in reversed(each) if w is not None])
    told = window_of(scene, head, (*stretch.tokens, *stretch.shown_by), stretch.fronted)
    return told or window_of(scene, head, scene.parse.subtree(head))


def _made(scene: Scene, trip: int) -> int:
    """The verb that tells of a trip ("made"); the trip's own noun where that stands in a list."""
    above = scene.parse.head[trip]
    return trip if scene.parse.dep[trip] == "conj" else above


def _each_its_own(clauses: Iterable[Sequence[int]]) -> Iterator[list[int]]:
    """The tokens of each clause that no clause before it in the sequence has."""
    taken = set[int]()
    for clause in clauses:
        yield [t for t in clause if t not in taken]
        taken.update(clause)


def _without_event(scene: Scene, tokens: Sequence[int], window: Slot[Window] | None, speaker: Party | None) -> Frame:
    """What a clause without a word for a delivery still names, in a text about arms: goods, amount, way, ship and time
    ("the October figure at up to 160 wagons", "cargo flights from Najin to Kazan have doubled")."""
    if not scene.military:
        return Frame(window=window)
    sides = sides_of_goods(scene, tokens, speaker)
    frame = Frame(
        supplier=sides.supplier,
        recipient=sides.recipient,
        item=item_of(scene, None, tokens),
        quantity=quantity_of(scene, None, tokens),
        window=window,
        vessel=vessel_of(scene, tokens),
        origin=origin_of(scene, None, tokens),
        via=via_of(scene, None, tokens),
        destination=destination_of(scene, None, tokens),
    )
    return with_sides_of_places(replace(frame, mode=mode_of(scene, None, tokens)))


def _with_journey(scene: Scene, frame: Frame, goods: Event, stretch: Stretch) -> Frame:
    movers = (goods, *(e for e in stretch.events if e is not goods and e.pattern in MOVING))
    origin = _first(origin_of(scene, e, stretch.tokens) for e in movers)
    ends = [destination_of(scene, e, stretch.tokens) for e in movers]
    destination, stop = _last_of([*ends, onward_of(scene, stretch.tokens)] if any(ends) else [])
    if origin is None and stop is not None and _loads_after(scene, stop, movers):
        origin, stop = stop, None
    there_and_back = origin is not None and destination is not None and origin.span == destination.span
    return replace(
        frame,
        stage=stage_of(scene, goods, stretch.events),
        origin=None if there_and_back else origin,
        via=_first(via_of(scene, e, stretch.tokens) for e in movers) or stop,
        destination=None if there_and_back else destination,
        mode=mode_of(scene, goods, _told_of(scene, stretch)) or mode_of(scene, goods, _with_head(scene, goods)),
    )


def _on_its_way(scene: Scene, frame: Frame, stretch: Stretch) -> Frame:
    """The frame of what somebody holds or a carrier has on its way ("a hearse from Najin to Kazan held rifles")."""
    origin, destination = origin_of(scene, None, stretch.tokens), destination_of(scene, None, stretch.tokens)
    return replace(frame, origin=origin, destination=destination) if origin and destination else frame


def _with_head(scene: Scene, event: Event) -> tuple[int, ...]:
    """The event's own words and those of the clause it hangs on ("the flights carried rockets given by Utopia")."""
    return scene.parse.subtree(scene.parse.head[event.token])


def _first(slots: Iterable[Slot[Place] | None]) -> Slot[Place] | None:
    return next((slot for slot in slots if slot is not None), None)


def _loads_after(scene: Scene, stop: Slot[Place], movers: Iterable[Event]) -> bool:
    """True where goods are loaded behind the words for a stop ("docked in Najin, loaded shells and returned to Kazan")."""
    loads = (e.token for e in movers if e.word.stage == "loaded")
    return stop.span is not None and any(scene.parse.start[t] > stop.span.start for t in loads)


def _last_of(ends: Sequence[Slot[Place] | None]) -> tuple[Slot[Place] | None, Slot[Place] | None]:
    """Where the goods came to in the end, and where they stopped on the way ("unloaded at Najin and trucked to Kazan"): of the
    places the last in the text and the first, the second None where there is but one."""
    by_place = {slot.span: slot for slot in ends if slot is not None and slot.span is not None}
    found = [by_place[span] for span in sorted(by_place)]
    named = {slot.value.name for slot in found if slot.value is not None}
    if not found:
        return _first(ends), None
    return found[-1], found[0] if len(named) > 1 else None


def _told_of(scene: Scene, stretch: Stretch) -> tuple[int, ...]:
    """The clause's tokens, and those of a subject it leaves outside ("a cargo ship, said to be carrying shells")."""
    outside = {t for e in stretch.events for s in e.filling("subject") for t in noun_phrase(scene, s)}
    return tuple(sorted({*stretch.tokens, *outside}))


def with_sides_of_places(frame: Frame) -> Frame:
    """Open sides from the states of the places the goods left and went to, where these differ; marked inferred."""
    supplier = frame.supplier or _state_of(frame.origin, LEFT)
    recipient = frame.recipient or _state_of(frame.destination, WENT)
    if same_party(supplier, recipient):
        return frame
    return replace(frame, supplier=supplier, recipient=recipient)


def _state_of(place: Slot[Place] | None, why: str) -> Slot[Party] | None:
    if place is None or place.unresolved is not None or place.value is None or place.value.country is None:
        return None
    country = place.value.country
    if place.value.name == country:
        return Slot(place.span, place.text, Party(country, "state", country, None))
    return Slot(None, place.text, Party(country, "state", country, None), inferred=why)


def _goods_event(head: Event, events: Sequence[Event]) -> Event:
    """The event whose words name the goods and the parties: a count, the head, or the first that moves goods."""
    counted = next((e for e in events if e.pattern == "see"), None)
    if counted is not None:
        return counted
    if head.pattern in MOVING and head.kind not in ("negotiation", "visit"):
        return head
    return next((e for e in events if e is not head and e.pattern in MOVING), head)


def _sides(scene: Scene, goods: Event, events: Sequence[Event], speaker: Party | None) -> Sides:
    """The sides of the goods' event, each one it leaves open filled from the clause's other events that fit."""
    sides = sides_of(scene, goods, speaker)
    for event in events:
        if event is goods or (sides.supplier and sides.recipient):
            continue
        other = sides_of(scene, event, speaker)
        supplier = sides.supplier or (None if same_party(other.supplier, sides.recipient) else other.supplier)
        recipient = sides.recipient or (None if same_party(other.recipient, supplier) else other.recipient)
        sides = Sides(supplier, recipient)
    return sides
