"""How English reports speech: verbs with their frames, and nouns that stand for a statement."""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class ReportingVerb:
    """A verb that gives somebody's words or thoughts.

    `clauses`: that, wh, to, ing. `objects`: what a direct object does: `said` is the content ("condemned the transfer"),
    `hearer` hears it ("told reporters"), `of`, `for`, `with`, `as`, `to`, `called` make the content with what follows
    ("accused Oslo of selling", "called it a lie"). `prepositions` open the content ("warned of"). `quotes`: it may introduce
    a quotation.
    """

    verb: str
    sense: str
    clauses: frozenset[str]
    objects: frozenset[str]
    prepositions: frozenset[str]
    quotes: bool


@cache
def reporting_verbs() -> dict[str, ReportingVerb]:
    """The verbs by lemma, a phrasal one with its particle ("point out"). Our own table, from common grammar."""
    return {row["verb"]: _verb(row) for row in _rows("reporting_verbs.csv")}


def _verb(row: dict[str, str]) -> ReportingVerb:
    return ReportingVerb(
        verb=row["verb"],
        sense=row["sense"],
        clauses=frozenset(row["clauses"].split()),
        objects=frozenset(row["objects"].split()),
        prepositions=frozenset(row["prepositions"].split()),
        quotes=row["quotes"] == "yes",
    )


def _rows(name: str) -> list[dict[str, str]]:
    text = files("waybill.reference").joinpath(name).read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))
