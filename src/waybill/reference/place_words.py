"""Words beside a name that tell whether it is a place's, and of what kind."""

from functools import cache

from waybill.reference.tables import rows_of


@cache
def place_words(role: str) -> frozenset[str]:
    """The lower-case words of a role (place_words.csv tells the roles)."""
    return frozenset(word for row in rows_of("place_words.csv") if row["role"] == role for word in row["words"].split())


@cache
def class_words() -> dict[str, str]:
    """The words that say the kind of the place they stand beside, with that kind as the gazetteer calls it."""
    return {word: kind for kind in ("admin2", "admin1", "city", "port", "water") for word in place_words(kind)}


@cache
def common(kind: str) -> frozenset[str]:
    """Keys of names that are first of all something else: a common `word`, a `person`, or `never` a place by themselves."""
    rows = (*rows_of("common_words.csv"), *rows_of("not_places.csv"))
    return frozenset(row["word"] for row in rows if row["kind"] == kind)
