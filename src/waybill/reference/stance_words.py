"""Words that weaken, deny, plan or question what stands under them.

The table is ours. `stance` is what the word makes of what it governs, `negated` what it makes of it under "not"; empty where
it leaves it as it is. Adverbs work on their clause; rebuttals on what is or is called so ("a baseless story"); phrases on the
verb or noun right behind them ("without"), or on what is so ("without merit"); occurrences on their subject ("never took
place"), or on the object of a negated verb ("issued no licence"); fiction and never on what they hang on ("in the novel", "at
no time"); predicates on what is said to be so ("is plausible"); to on the verb behind "to" ("is to send", "committed to
sending"); rebuffs on a report ("mocked claims that") and on whatever they are "at"; the others on what depends on them.
"""

from functools import cache
from typing import cast, get_args

from msgspec import Struct

from waybill.model.claim import Stance
from waybill.reference.tables import rows_of


class StanceWord(Struct, frozen=True):
    """One row of the table."""

    lemma: str
    pos: str
    stance: Stance | None
    negated: Stance | None


@cache
def stance_words() -> dict[tuple[str, str], StanceWord]:
    """The rows of `stance_words.csv` by lemma and part of speech or use (verb, noun, phrase, ...)."""
    return {(row["lemma"], row["pos"]): _word(row) for row in rows_of("stance_words.csv")}


def _word(row: dict[str, str]) -> StanceWord:
    for column in ("stance", "negated"):
        if row[column] and row[column] not in get_args(Stance):
            raise ValueError(f"stance_words.csv: {row['lemma']}: no such {column}: {row[column]}")
    return StanceWord(row["lemma"], row["pos"], cast(Stance, row["stance"]) or None, cast(Stance, row["negated"]) or None)
