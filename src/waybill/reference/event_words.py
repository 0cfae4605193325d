"""Nouns of events that a text dates once and then counts from ("since the summit")."""

from functools import cache

from waybill.reference.tables import rows_of


@cache
def event_verbs() -> dict[str, frozenset[str]]:
    """The lemmas of the verbs that tell of the same event, by the noun's lemma; see event_words.csv."""
    return {row["noun"]: frozenset(row["verbs"].split("|")) for row in rows_of("event_words.csv")}
