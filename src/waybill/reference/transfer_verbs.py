"""Words that tell of goods moving from one to another, and of what surrounds it.

The table is ours: one row a word. `kind` is what the statement is about; `pattern` says who fills which role (see
`extract.frames.sides`); `stage` and `mode` are what the word alone says; `end` is the end of the way that a place at the word
names ("loaded at A", "left A", "called at A"); `needs` is what must stand with the word for it to speak of arms at all, because
"the bank delivered results" does not. A row may be a verb with its particle or its noun ("put ashore", "make way").
"""

from functools import cache
from typing import Literal, cast, get_args

from msgspec import Struct

from waybill.model.claim import Kind, Mode, Stage
from waybill.reference.tables import rows_of

Pattern = Literal["give", "get", "carry", "go", "handle", "pair", "use", "hold", "visit", "voyage", "see", "stop", "none"]
"""give: the subject supplies. get: the subject receives. carry: the subject moves goods, its own or another's. go: the
goods or their carrier are the subject. handle: goods are loaded, unloaded, gathered. pair: two deal with each other. use:
the subject uses up. hold: the subject has or makes. visit: one is received by another. voyage: a carrier's trip. see: the
subject counts what is there, and is no side. stop: authorities stop the goods, and are no side."""

Need = Literal[
    "", "arms", "item", "container", "missile", "party", "parties", "voyage", "port", "load", "carrier", "addressee", "goods"
]
"""arms: an item, its container or a word for help or goods. item: one of the first two, for verbs that do much else.
container: a container. missile: a missile or rocket. party: an item and a party. parties: two states. voyage: an item,
container, vessel or train that moves from or to somewhere. port: a carrier at a place. load: a counted container or carrier.
carrier: an item or container, and its carrier in the same sentence. addressee: goods, or a word that
stands for them, and a party or place that they are for. goods: goods, or what stands for them, as the subject."""

End = Literal["origin", "via", "destination"]


class TransferWord(Struct, frozen=True):
    """One row of the table."""

    lemma: str
    pos: Literal["verb", "noun"]
    kind: Kind
    pattern: Pattern
    stage: Stage | None
    mode: Mode | None
    needs: Need
    end: End | None


_CHECKED = (
    ("kind", get_args(Kind)),
    ("pattern", get_args(Pattern)),
    ("needs", get_args(Need)),
    ("end", ("", *get_args(End))),
)
"""What the columns may hold."""


@cache
def transfer_words() -> dict[tuple[str, str], tuple[TransferWord, ...]]:
    """The rows of `transfer_verbs.csv` by lemma and part of speech ("verb" or "noun"), those to be tried first at the front."""
    words: dict[tuple[str, str], tuple[TransferWord, ...]] = {}
    for row in map(_word, rows_of("transfer_verbs.csv")):
        words[row.lemma, row.pos] = (*words.get((row.lemma, row.pos), ()), row)
    return words


def _word(row: dict[str, str]) -> TransferWord:
    for column, allowed in _CHECKED:
        if row[column] not in allowed:
            raise ValueError(f"transfer_verbs.csv: {row['lemma']}: no such {column}: {row[column]}")
    return TransferWord(
        lemma=row["lemma"],
        pos="noun" if row["pos"] == "noun" else "verb",
        kind=cast(Kind, row["kind"]),
        pattern=cast(Pattern, row["pattern"]),
        stage=cast(Stage, row["stage"]) if row["stage"] else None,
        mode=cast(Mode, row["mode"]) if row["mode"] else None,
        needs=cast(Need, row["needs"]),
        end=cast(End, row["end"]) if row["end"] else None,
    )
