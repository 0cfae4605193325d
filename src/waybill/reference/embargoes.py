"""Arms embargoes of the UN Security Council: what may not go to or come from whom, by which paragraph, from when until when."""

from datetime import date
from functools import cache
from typing import Literal, cast, get_args

from msgspec import Struct

from waybill.reference.tables import rows_of

Who = Literal["all", "area", "area-non-state", "non-state", "group", "ruling-group", "listed"]
Direction = Literal["supply_to", "procure_from", "both"]
Effect = Literal["prohibits", "conditions", "advises", "other"]
Verified = Literal["text", "para", "summary", "no"]

HELD = "the arms embargoes of the UN Security Council as collected in November 2026"
"""What the table holds; no regime of the EU or of a state."""


class Rule(Struct, frozen=True):
    """A row of embargoes.csv. In force from `since` to the day before `until`; whether it was renewed then is not held where
    `renewal_unknown`."""

    regime: str
    target: str
    direction: Direction
    resolution: str
    paragraph: str
    since: date
    until: date | None
    renewal_unknown: bool
    scope: str
    exemption: str
    source: str
    verified: Verified
    countries: tuple[str, ...]
    who: Who
    parties: tuple[str, ...]
    spares_government: bool
    effect: Effect
    kinds: tuple[str, ...]
    disputed_by: str
    together_with: str

    @property
    def name(self) -> str:
        """ "UNSCR 1874 (2009) para 9 with 1718 (2006) para 8(b)"."""
        resolution = self.resolution.removesuffix(" re-applied")
        numbered = f" para {self.paragraph}" if self.paragraph else ", paragraph not held,"
        again = " as re-applied" if resolution != self.resolution else ""
        return f"UNSCR {resolution}{numbered}{again}" + (f" with {self.together_with}" if self.together_with else "")


@cache
def embargoes() -> tuple[Rule, ...]:
    """All rules that are held, from embargoes.csv."""
    return tuple(map(_rule, rows_of("embargoes.csv")))


def _rule(row: dict[str, str]) -> Rule:
    return Rule(
        regime=row["regime"],
        target=row["target"],
        direction=cast(Direction, _one_of(row["direction"], get_args(Direction))),
        resolution=row["resolution"],
        paragraph=row["paragraph"],
        since=date.fromisoformat(row["in_force_from"]),
        until=date.fromisoformat(row["in_force_until"]) if row["in_force_until"] else None,
        renewal_unknown=row["after_until"] == "unknown",
        scope=row["scope"],
        exemption=row["exemption"] if row["exemption"] != "none" else "",
        source=row["source_url"],
        verified=cast(Verified, _one_of(row["verified"], get_args(Verified))),
        countries=_several(row["country"]),
        who=cast(Who, _one_of(row["who"], get_args(Who))),
        parties=_several(row["parties"]),
        spares_government=row["spares_government"] == "yes",
        effect=cast(Effect, _one_of(row["effect"], get_args(Effect))),
        kinds=_several(row["items"]),
        disputed_by=row["disputed_by"],
        together_with=row["together_with"],
    )


def _one_of(word: str, words: tuple[str, ...]) -> str:
    if word not in words:
        raise ValueError(f"embargoes.csv: {word!r} is none of {', '.join(words)}")
    return word


def _several(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, cell.split(";")))
