"""The same names with nomenklatura's logic-v2, where it is installed: over the entries nearest to each name."""

import time
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from followthemoney.proxy import EntityProxy
from nomenklatura.matching import LogicV2
from sought_names import Sought

from waybill.check.screening.held import Held
from waybill.model.listing import Entry, Listed

LIMITS = (0.7, 0.75, 0.8, 0.85)
"""Scores from which a pair is a hit; 0.7 is what its documentation takes."""

NEAREST = 0.4
"""How alike an entry must be to be looked at: as good as all that could score."""

_SCHEMES: dict[Listed, str] = {"person": "Person", "entity": "Company", "vessel": "Vessel", "aircraft": "Airplane"}


def compare(held: Held, sought: Sequence[Sought], clean: Sequence[str]) -> None:
    """Prints recall and hits at several limits, and the time without the search for the nearest entries."""
    asked, others = _nearest(held, [one.name for one in sought]), _nearest(held, clean)
    start = time.perf_counter()
    scores = [_scores(one.name, near) for one, near in zip(sought, asked, strict=True)]
    wrong = [_scores(name, near) for name, near in zip(clean, others, strict=True)]
    took_s = time.perf_counter() - start
    print(f"nomenklatura logic-v2: {len(sought) + len(clean)} names against their nearest entries {took_s:.1f} s")
    for limit in LIMITS:
        right = sum(found.get(one.listing, 0) >= limit for one, found in zip(sought, scores, strict=True))
        hits = sum(any(score >= limit for score in found.values()) for found in wrong)
        print(f"  at {limit}: recall {right / len(sought):.3f}, hits among 1,000 clean ones {1000 * hits / len(clean):.0f}")


def _nearest(held: Held, names: Sequence[str]) -> list[list[Entry]]:
    both = zip(held.ships(names, NEAREST), held.parties(names, NEAREST), strict=True)
    return [list({one.entry.last.id: one.entry for one in (*ships, *parties)}.values()) for ships, parties in both]


def _scores(name: str, near: Sequence[Entry]) -> dict[str, float]:
    config = LogicV2.default_config()
    return {
        entry.last.id: LogicV2.compare(_entity(name, _SCHEMES[entry.kind], (name,)), _listed(entry), config).score
        for entry in near
    }


@lru_cache(maxsize=100_000)
def _listed(entry: Entry) -> Any:
    return _entity(entry.last.id, _SCHEMES[entry.kind], entry.named("name", "alias", "former"))


def _entity(ident: str, scheme: str, names: tuple[str, ...]) -> Any:
    said = {"name": list(names[:1]), "alias": list(names[1:])}
    return EntityProxy.from_dict({"id": f"{scheme}-{ident}", "schema": scheme, "properties": said})
