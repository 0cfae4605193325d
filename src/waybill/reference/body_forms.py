"""What kind of party a name is by the word it ends in: "Delta Freight LLC", "Black Sea Fleet", "Oslo Institute"."""

from functools import cache

from msgspec import Struct

from waybill.reference.reporting import speaking_bodies
from waybill.reference.tables import rows_of


class BodyForm(Struct, frozen=True):
    """The type of party that a word ends the names of; `finds` where capitals before it are a name by that word alone."""

    type: str
    finds: bool


@cache
def body_forms() -> dict[str, BodyForm]:
    """The words that end names of bodies, in lower case: firms, units and movements of body_forms.csv, speaking bodies.

    Outlets tell their type only: "the Daily Post" may be anything's.
    """
    forms = {word: BodyForm(kind, kind == "organisation") for word, kind in speaking_bodies().items()}
    return forms | {row["word"]: BodyForm(row["type"], row["finds"] == "yes") for row in rows_of("body_forms.csv")}
