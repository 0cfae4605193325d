"""Whether a clause speaks of what was or of what is to come."""

from typing import Literal

from waybill.model.parse import Parse

Direction = Literal["past", "future", "open"]

_AHEAD_MODALS = {"will", "'ll", "’ll", "shall", "wo"}
_PLANS = {"due", "payable", "schedule", "slate", "expect", "plan", "intend", "upcoming", "postpone"}
"""Words whose dates lie ahead, unless what they govern had been planned ("had been due Friday")."""
_LIMITS = {"deadline", "effective"}
_MAYBE_MODALS = {"may", "might", "can"}
_PERFECT = {"has", "have", "'ve", "’ve"}
_VERBAL = {"VERB", "AUX"}
_MAX_CLIMB = 12


def direction_at(parse: Parse, token: int) -> Direction:
    """The direction of the verbs above a token; "open" where they say nothing, or where a past verb governs an infinitive."""
    if _as_soon_as(parse, token):
        return "future"
    infinitive, at = False, token
    for _ in range(_MAX_CLIMB):
        if _plans(parse, at, infinitive):
            return "open" if "had" in _helping(parse, at) else "future"
        if parse.lemma[at].lower() in _LIMITS:
            return "open"
        infinitive = infinitive or _infinitive(parse, at)
        found = _of_verb(parse, at) if parse.pos[at] in _VERBAL else "open"
        if found != "open":
            return "open" if infinitive and found == "past" else found
        if parse.head[at] == at:
            break
        at = parse.head[at]
    return "future" if infinitive else "open"


def _as_soon_as(parse: Parse, token: int) -> bool:
    return token > 2 and parse.word[token - 1] == "as" and parse.word[token - 2].lower() in ("soon", "early")


def _plans(parse: Parse, at: int, infinitive: bool) -> bool:
    """True for words of planning; "set" is one only in "is set to leave" and "a summit set for April"."""
    lemma = parse.lemma[at].lower()
    if lemma != "set":
        return lemma in _PLANS
    return parse.tag[at] == "VBN" and (infinitive or any(parse.word[c] == "for" for c in parse.children[at]))


def _infinitive(parse: Parse, at: int) -> bool:
    return parse.tag[at] == "VB" and any(parse.tag[c] == "TO" for c in parse.children[at])


def _helping(parse: Parse, verb: int) -> set[str]:
    """The auxiliaries of a verb, or of the verb an adjective completes, in lower case."""
    verbs = (verb,) if parse.pos[verb] in _VERBAL else (verb, parse.head[verb])
    return {parse.word[c].lower() for v in verbs for c in parse.children[v] if parse.dep[c] in ("aux", "auxpass")}


def _of_verb(parse: Parse, verb: int) -> Direction:
    """What the verb's own form and its auxiliaries say; a bare participle after a noun ("a ship seen Friday") is past."""
    words = _helping(parse, verb) | {parse.word[verb].lower()}
    if _AHEAD_MODALS & words:
        return "future"
    if _MAYBE_MODALS & words and not _PERFECT & words:
        return "future"
    helped_past = any(parse.tag[c] == "VBD" for c in parse.children[verb] if parse.dep[c] in ("aux", "auxpass"))
    if parse.tag[verb] == "VBD" or helped_past or _PERFECT & words or (parse.tag[verb] == "VBN" and parse.dep[verb] == "acl"):
        return "past"
    return "open"
