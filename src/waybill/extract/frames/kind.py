"""What a clause is about: the kind of its highest event."""

from collections.abc import Sequence

from waybill.extract.frames.events import Event
from waybill.model.claim import Kind
from waybill.model.parse import Parse

_GIVES_WAY = frozenset({"aid"})
"""Kinds that an actual transfer in the same clause overrules ("support by way of providing drones")."""


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
