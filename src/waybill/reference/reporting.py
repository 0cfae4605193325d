"""How English reports speech: verbs, nouns and adjectives that stand for a statement, and the words for those who speak."""

from functools import cache
from typing import Literal

from msgspec import Struct

from waybill.reference.tables import rows_of

BodyKind = Literal["organisation", "outlet"]


class ReportingVerb(Struct, frozen=True):
    """A verb that gives somebody's words or thoughts.

    `clauses`: that, wh, to, ing. `objects`: what a direct object does: `said` is the content ("condemned the transfer"),
    `found` is where papers are the subject ("the survey found a leak"), `hearer` hears it ("told reporters"), `of`, `for`,
    `with`, `as`, `at`, `to`, `on`, `called` make the content with what follows ("accused Oslo of selling", "called it a
    lie"). `prepositions` open the content ("warned of"). `quotes`: it may introduce a quotation.
    """

    verb: str
    sense: str
    clauses: frozenset[str]
    objects: frozenset[str]
    prepositions: frozenset[str]
    quotes: bool


class ReportingWord(Struct, frozen=True):
    """A noun or adjective that gives somebody's words or thoughts: "the claim that", "is confident of".

    `clauses`: that, to. `prepositions` open the content. `unsourced`: it reports also where nobody is named. `spoken`: it
    stands for words, not for a feeling or a will.
    """

    word: str
    clauses: frozenset[str]
    prepositions: frozenset[str]
    unsourced: bool
    spoken: bool


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
def reporting_idioms() -> dict[tuple[str, str], ReportingWord]:
    """The nouns that report as the object of one verb ("took issue with"), by verb and noun. Our own table."""
    return {
        (row["verb"], row["noun"]): ReportingWord(
            row["noun"], frozenset(row["clauses"].split()), frozenset(row["prepositions"].split()), unsourced=False, spoken=True
        )
        for row in rows_of("reporting_idioms.csv")
    }


@cache
def reporting_places(role: Literal["paper", "occasion"]) -> frozenset[str]:
    """The words, by lemma, for papers that say what stands in them, or for what somebody speaks in. Our own table."""
    return frozenset(row["word"] for row in rows_of("reporting_places.csv") if row["role"] == role)


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
            spoken=row.get("spoken") == "yes",
        )
        for row in rows_of(table)
    }
