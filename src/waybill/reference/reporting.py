"""How English reports speech: verbs, nouns and adjectives that stand for a statement, and the words for those who speak."""

from functools import cache
from typing import Literal

from msgspec import Struct

from waybill.reference.tables import rows_of

BodyKind = Literal["organisation", "outlet"]


class ReportingVerb(Struct, frozen=True):
    """A verb that gives somebody's words or thoughts.

    `clauses`: that, wh, to, ing. `objects`: what a direct object does: `said` is the content ("condemned the transfer"),
    `hearer` hears it ("told reporters"), `of`, `for`, `with`, `as`, `at`, `to`, `called` make the content with what follows
    ("accused Oslo of selling", "called it a lie"). `prepositions` open the content ("warned of"). `quotes`: it may introduce
    a quotation.
    """

    verb: str
    sense: str
    clauses: frozenset[str]
    objects: frozenset[str]
    prepositions: frozenset[str]
    quotes: bool


class ReportingWord(Struct, frozen=True):
    """A noun or adjective that gives somebody's words or thoughts: "the claim that", "is confident of".

    `clauses`: that, to. `prepositions` open the content. `unsourced`: it reports also where nobody is named.
    """

    word: str
    clauses: frozenset[str]
    prepositions: frozenset[str]
    unsourced: bool


class SpeakerRole(Struct, frozen=True):
    """A word for those who speak: "spokesman", "ministry", "analyst".

    `number`: person, body, or "" where it tells neither. `retaken`: "the official" takes up an official named before.
    `kind`: crowd, press or "". `gender`: he, she or "".
    """

    word: str
    number: str
    retaken: bool
    kind: str
    gender: str


@cache
def reporting_verbs() -> dict[str, ReportingVerb]:
    """The verbs by lemma, a phrasal one with its particle ("point out"). Our own table, from common grammar."""
    return {
        row["verb"]: ReportingVerb(
            verb=row["verb"],
            sense=row["sense"],
            clauses=frozenset(row["clauses"].split()),
            objects=frozenset(row["objects"].split()),
            prepositions=frozenset(row["prepositions"].split()),
            quotes=row["quotes"] == "yes",
        )
        for row in rows_of("reporting_verbs.csv")
    }


@cache
def reporting_nouns() -> dict[str, ReportingWord]:
    """The nouns by lemma. Our own table, from common grammar."""
    return _words("reporting_nouns.csv")


@cache
def reporting_adjectives() -> dict[str, ReportingWord]:
    """The adjectives that stand after "be", by their form. Our own table, from common grammar."""
    return _words("reporting_adjectives.csv")


@cache
def speaker_roles() -> dict[str, SpeakerRole]:
    """The words for speakers by lemma, and titles that tell a gender. Our own table."""
    return {
        row["word"]: SpeakerRole(row["word"], row["number"], row["retaken"] == "yes", row["kind"], row["gender"])
        for row in rows_of("reporting_roles.csv")
    }


@cache
def speaking_bodies() -> dict[str, BodyKind]:
    """The words that names of institutes and outlets end with ("Institute", "Ledger"), in lower case. Our own table."""
    kinds: dict[str, BodyKind] = {"organisation": "organisation", "outlet": "outlet"}
    return {row["word"]: kinds[row["kind"]] for row in rows_of("reporting_bodies.csv")}


def _words(table: str) -> dict[str, ReportingWord]:
    return {
        row["word"]: ReportingWord(
            word=row["word"],
            clauses=frozenset(row["clauses"].split()),
            prepositions=frozenset(row["prepositions"].split()),
            unsourced=row["unsourced"] == "yes",
        )
        for row in rows_of(table)
    }
