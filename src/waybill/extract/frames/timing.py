"""When it happened: the time words that govern an event."""

import re
from collections.abc import Sequence
from itertools import pairwise

from waybill.extract.frames.scene import Scene
from waybill.model.claim import Slot
from waybill.model.mention import Mention
from waybill.model.span import Span, hull
from waybill.model.time import Window

_STRETCH = re.compile(r"since|between|from|over|during|after", re.IGNORECASE)
_AND = re.compile(r",?\s+and\s+(?:in\s+|on\s+)?|,\s+", re.IGNORECASE)
_SEVERAL = 2


def window_of(scene: Scene, head: int, tokens: Sequence[int], fronted: Sequence[int] = ()) -> Slot[Window] | None:
    """The time of an event headed by token `head`: the widest time expression of its clause, a range before its parts.

    Else one that opens its sentence (`fronted`), if it is a stretch ("Since May, officials have said that ..."): a single day
    there is the day of speaking. Durations and repetitions without a date are no window.
    """
    found = [m for m in scene.among("time", tokens) if _dates(m)]
    found = found or [m for m in scene.among("time", fronted) if _dates(m) and _a_stretch(scene, m)]
    best = min(found, key=lambda m: _rank(scene, head, m), default=None)
    if best is None:
        return _since(scene, fronted)
    listed = [m for m in found if m is best or _listed_with(scene, best, m)]
    return over_all(
        scene, [Slot(m.span, m.text, m.value if isinstance(m.value, Window) else None, m.unresolved) for m in listed]
    )


def over_all(scene: Scene, windows: Sequence[Slot[Window]]) -> Slot[Window] | None:
    """From the first day of the first window to the last day of the last ("in June and July"), where each ends before the next
    begins; else the first window alone. None without any."""
    known = [(w.span, w.value) for w in sorted(windows, key=lambda w: w.span or Span(0, 1)) if w.span and w.value]
    if len(known) < len(windows) or not all(_before(a, b) for (_, a), (_, b) in pairwise(known)):
        return windows[0]
    if len(known) < _SEVERAL:
        return windows[0] if windows else None
    (first_span, first), (last_span, last) = known[0], known[-1]
    span = hull((first_span, last_span))
    edtf = f"{first.edtf}/{last.edtf}" if first.edtf and last.edtf and "/" not in first.edtf + last.edtf else None
    value = Window(edtf, first.start_earliest, first.start_latest, last.end_earliest, last.end_latest)
    return Slot(span, span.text_of(scene.parse.text), value)


def _before(one: Window, other: Window) -> bool:
    return one.end_latest is not None and other.start_earliest is not None and one.end_latest < other.start_earliest


def _listed_with(scene: Scene, best: Mention, other: Mention) -> bool:
    """True for the next or the one before in a list of times ("in June and July")."""
    first, last = sorted((best.span, other.span))
    return first.end <= last.start and _AND.fullmatch(scene.parse.text, first.end, last.start) is not None


def _since(scene: Scene, fronted: Sequence[int]) -> Slot[Window] | None:
    """ "Since Utopia broke the truce in May, officials have said ...": from May on, the end open."""
    parse = scene.parse
    opened = next((t for t in fronted if parse.word[t].lower() == "since" and parse.dep[t] == "mark"), None)
    if opened is None:
        return None
    clause = set(parse.subtree(parse.head[opened]))
    dated = next((m for m in scene.among("time", [t for t in fronted if t in clause]) if _dates(m)), None)
    if dated is None or not isinstance(dated.value, Window):
        return None
    span = hull((parse.span(opened, opened), dated.span))
    start = Window(start_earliest=dated.value.start_earliest, start_latest=dated.value.end_latest)
    return Slot(span, span.text_of(parse.text), start, dated.unresolved)


def _a_stretch(scene: Scene, mention: Mention) -> bool:
    before = scene.parse.tokens_in(mention.span).start - 1
    return bool(_STRETCH.match(mention.text) or (before >= 0 and _STRETCH.fullmatch(scene.parse.word[before])))


def _dates(mention: Mention) -> bool:
    """True where the words set an edge, or would if the year were known."""
    value = mention.value
    if not isinstance(value, Window):
        return False
    edges = (value.start_earliest, value.start_latest, value.end_earliest, value.end_latest)
    return any(edges) or (bool(mention.unresolved) and value.edtf is not None)


def _rank(scene: Scene, head: int, mention: Mention) -> tuple[int, int, int, int]:
    value = mention.value
    ranged = isinstance(value, Window) and value.edtf is not None and "/" in value.edtf
    token = scene.head(mention.span)
    return (
        0 if head in scene.parse.ancestors(token) else 1,
        0 if ranged else 1,
        -len(mention.span),
        abs(token - head),
    )
