"""What a clause is about: the kind of its highest event."""

from collections.abc import Sequence

from waybill.extract.frames.events import Event
from waybill.model.claim import Kind
from waybill.model.parse import Parse

_GIVES_WAY = frozenset({"aid"})
"""Kinds that an actual transfer in the same clause overrules ("support by way of providing drones")."""

_WILLINGNESS = {"reluctant", "unwilling", "willing", "hesitant", "loath", "reluctance", "unwillingness", "willingness"}
"""Words for how ready somebody is to do what hangs on them."""


def head_event(parse: Parse, events: Sequence[Event]) -> Event | None:
    """The event that governs the clause: the one nearest its root, the first of equals; None without events."""
    return min(events, key=lambda e: (len(parse.ancestors(e.token)), e.token), default=None)


def kind_of(parse: Parse, events: Sequence[Event]) -> Kind:
    """The kind of the governing event; "other" without one."""
    head = head_event(parse, events)
    if head is None:
        return "other"
    if head.kind in _GIVES_WAY and any(e.kind == "transfer" for e in events):
        return "transfer"
    return head.kind


def told_kind(parse: Parse, events: Sequence[Event]) -> Kind:
    """The kind that a claim of the clause has: how ready somebody is to deliver ("reluctant to hand over shells") is an
    assessment, and no delivery."""
    head = head_event(parse, events)
    above = parse.head[head.token] if head is not None else None
    if head is None or above is None or head.kind not in ("transfer", "purchase", "aid"):
        return kind_of(parse, events)
    return "assessment" if parse.lemma[above].lower() in _WILLINGNESS else kind_of(parse, events)
