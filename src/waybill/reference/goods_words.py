"""Plain nouns around a delivery, by what they stand for: lemmas, in our own table."""

from functools import cache
from typing import Literal

from waybill.reference.tables import rows_of

WordClass = Literal[
    "container", "carrier", "goods", "harmless", "uncounted", "movement", "state", "body", "relation", "site", "told"
]
"""container: holds or stands for the goods without naming them. carrier: takes them. goods: goods and help that are no arms
by themselves. harmless: what is said to have been there instead of arms. uncounted: units that never count goods. movement:
counts trips. state: a noun that stands for the state it belongs to ("the Utopian military"). body: one that acts for itself
though of a state ("Utopian companies"). relation: another than the one it belongs to ("Utopia's allies"). site: makes a place
of the goods before it ("an ammunition depot"). told: a report of goods, or what it counts ("the allegation", "the
figure")."""


@cache
def words_of(word_class: WordClass) -> frozenset[str]:
    """The words of one class of `goods_words.csv`."""
    return frozenset(row["word"] for row in rows_of("goods_words.csv") if row["class"] == word_class)
