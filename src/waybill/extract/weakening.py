"""One word of the table of stances, and what it makes of a statement."""

from collections.abc import Iterator

from msgspec import Struct

from waybill.extract.negation import negated
from waybill.model.claim import Stance
from waybill.model.parse import Parse
from waybill.reference.stance_words import StanceWord, stance_words

PARTS = {"VERB": "verb", "AUX": "verb", "ADJ": "adjective", "NOUN": "noun", "ADV": "adverb"}
CALLS = {"call", "brand", "label", "term", "describe", "dismiss", "denounce", "deem", "reject", "liken"}
"""Verbs that say what they think of their object: after them a word of rebuttal denies it."""


class Sign(Struct, frozen=True):
    """One word and what it makes of the statement."""

    token: int
    stance: Stance


def row_of(parse: Parse, token: int, part: str) -> StanceWord | None:
    """The row of a word in that part of speech or use, with its particle or object where the table has it so; None where it has
    none."""
    lemma = _whole(parse, token, part)
    particles = (c for c in parse.children[token] if parse.dep[c] in ("prt", "advmod", "dobj"))
    for phrasal in (f"{lemma} {parse.word[c]}".lower() for c in particles):
        if (phrasal, part) in stance_words():
            return stance_words()[phrasal, part]
    return stance_words().get((lemma, part)) or stance_words().get((parse.word[token].lower(), part))


def _whole(parse: Parse, token: int, part: str) -> str:
    """The lemma, also where the parser cut it short ("hoped": "hop")."""
    lemma, word = parse.lemma[token].lower(), parse.word[token].lower()
    cut = (f"{lemma}e", part) in stance_words() and word in {f"{lemma}es", f"{lemma}ed", f"{lemma}ing"}
    return f"{lemma}e" if cut else lemma


def sign_of(parse: Parse, token: int, row: StanceWord) -> Iterator[Sign]:
    """What a row makes of the statement at its token, negated or not; nothing where it leaves it as it is."""
    stance = row.negated if negated(parse, token) is not None else row.stance
    if stance is not None:
        yield Sign(token, stance)


def rebuttal_of(parse: Parse, token: int) -> StanceWord | None:
    """The row of a word that calls something untrue; None for other words."""
    rows = stance_words()
    return rows.get((parse.lemma[token].lower(), "rebuttal")) or rows.get((parse.word[token].lower(), "rebuttal"))


def denies(parse: Parse, token: int) -> bool:
    """True for "rejects" or "denies", also where the parser takes it for a noun."""
    row = row_of(parse, token, "verb")
    return row is not None and row.stance == "denied"
