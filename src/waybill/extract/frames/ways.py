"""Ends of a way that the words name without saying which is which, told apart by the sides."""

from collections.abc import Iterable

from msgspec.structs import replace

from waybill.extract.frames.arguments import coordinated
from waybill.extract.frames.journey import of_goods
from waybill.extract.frames.scene import Scene
from waybill.model.claim import Frame, Slot
from waybill.model.mention import Mention
from waybill.model.things import Party, Place

_ENDS = 2
_AT = {"at", "in", "near", "outside", "off"}
SIDES = "of the places named the one in this side's state"


def with_way_of_sides(scene: Scene, frame: Frame, tokens: Iterable[int]) -> Frame:
    """The frame whose ends are open with the one place named in the supplier's state and the one in the recipient's
    ("images of Najin and Kazan", "between Kazan and Najin"); both or none, marked inferred."""
    tokens = list(tokens)
    if _tells_more_than_a_state(frame.origin) or _tells_more_than_a_state(frame.destination) or frame.via:
        return frame
    if frame.supplier is None or frame.recipient is None:
        return _between(scene, frame, tokens)
    places = [m for m in scene.among("place", tokens) if _is_site(scene, m)]
    origin, destination = _only_in(frame.supplier, places), _only_in(frame.recipient, places)
    if len(places) == 1 and not (origin and destination):
        return _at_one_end(scene, frame, places[0], origin, destination)
    if origin is None or destination is None or origin == destination:
        return frame
    return replace(frame, origin=origin, destination=destination)


def _at_one_end(
    scene: Scene, frame: Frame, place: Mention, origin: Slot[Place] | None, destination: Slot[Place] | None
) -> Frame:
    """The frame of goods or carriers that are at a place: it is the end that lies in a side's state ("trucks at Kazan")."""
    before = scene.parse.head[scene.head(place.span)]
    if scene.lemma(before) not in _AT or not of_goods(scene, before):
        return frame
    return replace(frame, origin=frame.origin or origin, destination=frame.destination or destination)


def _tells_more_than_a_state(place: Slot[Place] | None) -> bool:
    return place is not None and (place.value is None or place.value.name != place.value.country)


def _between(scene: Scene, frame: Frame, tokens: Iterable[int]) -> Frame:
    """The frame with one side known whose goods went "between Kazan and Najin": one of the two is that side's end."""
    between = next((t for t in tokens if scene.parse.word[t].lower() == "between"), None)
    nouns = [n for c in scene.parse.children[between] for n in coordinated(scene.parse, c)] if between is not None else []
    places = [m for m in scene.among("place", nouns) if _is_site(scene, m)]
    known = frame.supplier or frame.recipient
    end = _only_in(known, places) if known is not None else None
    other = next((m for m in places if end is not None and m.value != end.value), None)
    if len(places) != _ENDS or other is None or not isinstance(other.value, Place):
        return frame
    opposite = Slot(None, other.text, other.value, inferred=SIDES)
    return (
        replace(frame, origin=end, destination=opposite) if frame.supplier else replace(frame, origin=opposite, destination=end)
    )


def _is_site(scene: Scene, mention: Mention) -> bool:
    """True for a place finer than a state that is not spoken of as a state (a capital that deals)."""
    place = mention.value
    named = isinstance(place, Place) and place.country is not None and place.name != place.country
    return named and scene.at("party", scene.head(mention.span)) is None


def _only_in(side: Slot[Party], places: Iterable[Mention]) -> Slot[Place] | None:
    state = side.value.country if side.value is not None else None
    found = [m for m in places if isinstance(m.value, Place) and m.value.country == state]
    if state is None or len(found) != 1 or not isinstance(found[0].value, Place):
        return None
    return Slot(None, found[0].text, found[0].value, inferred=SIDES)
