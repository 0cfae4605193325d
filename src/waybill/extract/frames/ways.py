"""Ends of a way that the words name without saying which is which, told apart by the sides."""

from collections.abc import Iterable

from msgspec.structs import replace

from waybill.extract.frames.scene import Scene
from waybill.model.claim import Frame, Slot
from waybill.model.mention import Mention
from waybill.model.things import Party, Place

SIDES = "of the places named the one in this side's state"


def with_way_of_sides(scene: Scene, frame: Frame, tokens: Iterable[int]) -> Frame:
    """The frame whose ends are open with the one place named in the supplier's state and the one in the recipient's
    ("images of Najin and Kazan", "between Kazan and Najin"); both or none, marked inferred."""
    if frame.origin or frame.destination or frame.via or frame.supplier is None or frame.recipient is None:
        return frame
    places = [m for m in scene.among("place", tokens) if _is_site(scene, m)]
    origin, destination = _only_in(frame.supplier, places), _only_in(frame.recipient, places)
    if origin is None or destination is None or origin == destination:
        return frame
    return replace(frame, origin=origin, destination=destination)


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
