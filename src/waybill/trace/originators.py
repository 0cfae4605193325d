"""Who stands behind the claims: originators, not outlets."""

from collections.abc import Mapping

from waybill.model.claim import ClaimId
from waybill.model.trace import Originator, OriginatorId
from waybill.trace.voices import Voice


def originators(voices: Mapping[ClaimId, Voice], echo_of: Mapping[ClaimId, ClaimId]) -> tuple[Originator, ...]:
    """The originators of all claims, by kind and name; claims keep the order of `voices`.

    An echo belongs to the voice it repeats.
    """
    own: dict[OriginatorId, list[ClaimId]] = {}
    echoes: dict[OriginatorId, list[ClaimId]] = {}
    for claim in voices:
        held = echoes if claim in echo_of else own
        held.setdefault(voices[echo_of.get(claim, claim)].id, []).append(claim)
    named = {v.id: v for v in sorted(voices.values(), key=lambda v: (len(v.name), v.name), reverse=True)}
    found = [Originator(o, named[o].name, named[o].kind, tuple(own[o]), tuple(echoes.get(o, ()))) for o in own]
    return tuple(sorted(found, key=lambda o: (o.kind, o.name, o.id)))
