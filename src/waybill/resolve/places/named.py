"""A place by its name alone, as a cell of a table gives it."""

from waybill.model.things import Place
from waybill.reference.gazetteer import Candidate, Gazetteer
from waybill.reference.sphere import distance_km
from waybill.resolve.places.contain import inside

OUTWEIGHS = 10
"""How many times more people the first of several candidates must have to be meant: our convention."""

SAME_KM = 50
"""Like-named places nearer than this are one for a table's cell: our convention, a district's reach."""


def place_named(gazetteer: Gazetteer, words: str) -> Place | None:
    """The place that "Najin" or "Najin, North Korea" names; what follows a comma must contain it.

    None where the gazetteer has no such place, or several of which none outweighs the others.
    """
    name, _, container = (part.strip() for part in words.partition(","))
    candidates = [c for c in gazetteer.named(name) if c.rank > 0]
    if container:
        around = gazetteer.named(container)
        candidates = [c for c in candidates if any(inside(c, a) for a in around)]
    return candidates[0].place if candidates and _stands_out(candidates) else None


def _stands_out(candidates: list[Candidate]) -> bool:
    """True where no like-named place elsewhere comes near the first in people; a port and its county are no rivals."""
    first, others = candidates[0], [c for c in candidates[1:] if c.rank == candidates[0].rank]
    rivals = [c for c in others if distance_km(first.lat, first.lon, c.lat, c.lon) > SAME_KM]
    return all(first.population >= OUTWEIGHS * max(c.population, 1) for c in rivals)
