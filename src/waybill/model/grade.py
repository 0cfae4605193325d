"""How a delivery is graded by the Admiralty scheme: its sources by the user's table, its information by printed rules."""

from typing import Literal

from msgspec import Struct

from waybill.model.trace import OriginatorId

Reliability = Literal["A", "B", "C", "D", "E", "F"]
Credibility = Literal[1, 2, 3, 4, 5, 6]


class SourceGrade(Struct, frozen=True):
    """How reliable an originator is, by the row of the user's table that says so; F where none does."""

    originator: OriginatorId
    name: str
    reliability: Reliability
    why: str


class Grade(Struct, frozen=True):
    """The originators behind a delivery, each with its own letter, never blended; and the digit with the rule that gave it."""

    sources: tuple[SourceGrade, ...]
    credibility: Credibility
    rule: str
