"""Whether a clause speaks of what was or of what is to come."""

from typing import Literal

from waybill.model.parse import Parse

Direction = Literal["past", "future", "open"]

_AHEAD_MODALS = {"will", "'ll", "’ll", "shall", "wo"}
_AHEAD_LEMMAS = {"due", "payable", "schedule", "slate", "expect", "plan", "expire", "mature", "intend", "upcoming"}
"""Words whose dates lie ahead whatever their form, unless what governs them is past ("had been due Friday")."""
_PERFECT = {"has", "have", "'ve", "’ve"}
_VERBAL = {"VERB", "AUX"}
_MAX_CLIMB = 12


def direction_at(parse: Parse, token: int) -> Direction:
    """The direction of the verbs above a token; "open" where they say nothing, or a past verb governs a plan."""
    ahead, at = False, token
    for _ in range(_MAX_CLIMB):
        ahead = ahead or parse.lemma[at].lower() in _AHEAD_LEMMAS or _infinitive(parse, at)
        found = _of_verb(parse, at) if parse.pos[at] in _VERBAL else "open"
        if found != "open":
            return "open" if ahead and found == "past" else found
        if parse.head[at] == at:
            break
        at = parse.head[at]
    return "future" if ahead else "open"


def _infinitive(parse: Parse, at: int) -> bool:
    return parse.tag[at] == "VB" and any(parse.tag[c] == "TO" for c in parse.children[at])


def _of_verb(parse: Parse, verb: int) -> Direction:
    """What the verb's own form and its auxiliaries say."""
    helping = [c for c in parse.children[verb] if parse.dep[c] in ("aux", "auxpass")]
    words = {parse.word[c].lower() for c in helping} | {parse.word[verb].lower()}
    if _AHEAD_MODALS & words:
        return "future"
    if parse.tag[verb] == "VBD" or any(parse.tag[c] == "VBD" for c in helping) or _PERFECT & words:
        return "past"
    return "open"
