"""Whether a clause speaks of what was or of what is to come."""

from collections.abc import Iterator
from typing import Literal

from waybill.model.parse import Parse
from waybill.reference.reporting import reporting_verbs
from waybill.resolve.times.lexicon import DAYPARTS

Direction = Literal["past", "present", "future", "open"]
"""Present is of a verb that says what is on a day, as "the fleet sails on Friday" does: nobody says so of a day gone by."""

_AHEAD_MODALS = {"will", "'ll", "’ll", "shall", "wo", "must", "should"}
_MAYBE_MODALS = {"may", "might", "can", "could", "would", "'d", "’d"}
_PERFECT = {"has", "have", "'ve", "’ve"}
_HELPS = ("aux", "auxpass")
_VERBAL = {"VERB", "AUX"}
_MAX_CLIMB = 12

PLANS = {
    "due": ("", "A ship was due on Friday."),
    "payable": ("", "The sum is payable on Friday."),
    "schedule": ("", "Talks were scheduled for Friday."),
    "slate": ("", "Talks were slated for Friday."),
    "expect": ("", "The envoy was expected on Friday."),
    "plan": ("", "It planned a test for Friday."),
    "intend": ("", "It intended to sail on Friday."),
    "set": ("for infinitive", "Talks were set for Friday."),
    "postpone": ("until to", "Talks were postponed to Friday."),
    "delay": ("until", "Talks were delayed until Friday."),
    "defer": ("until to", "Talks were deferred until Friday."),
    "extend": ("until to through", "The licence was extended until Friday."),
    "adjourn": ("until", "The court adjourned until Friday."),
    "reschedule": ("for", "Talks were rescheduled for Friday."),
    "give": ("until", "They were given until Friday."),
    "order": ("infinitive", "They were ordered to leave by Friday."),
    "agree": ("infinitive", "They agreed to meet on Friday."),
    "vow": ("infinitive", "It vowed to sail on Friday."),
    "pledge": ("infinitive", "It pledged to deliver them on Friday."),
    "promise": ("infinitive", "It promised to deliver them on Friday."),
    "threaten": ("infinitive", "It threatened to launch one on Friday."),
    "urge": ("infinitive", "They urged him to leave on Friday."),
    "tell": ("infinitive", "They told him to leave on Friday."),
    "want": ("infinitive", "They wanted to meet on Friday."),
    "hope": ("infinitive", "They hoped to meet on Friday."),
    "prepare": ("infinitive", "It prepared to sail on Friday."),
    "likely": ("infinitive", "It was likely to sail on Friday."),
    "ready": ("infinitive", "It was ready to sail on Friday."),
}
"""Words whose dates lie ahead even of a past verb, by lemma, with what one of must stand under them, and an example each."""

_LIMITS = {"deadline", "effective"}
"""What a day is the limit of tells nothing of where it lies."""


def direction_at(parse: Parse, token: int) -> Direction:
    """The direction of the verbs above a token; "open" where they say nothing, or where a past verb governs an infinitive."""
    if token > 2 and parse.word[token - 1] == "as" and parse.word[token - 2].lower() == "soon":
        return "future"
    infinitive, at, met = False, token, False
    for _ in range(_MAX_CLIMB):
        if _plans(parse, at, infinitive):
            return "open" if "had" in _helping(parse, at) else "future"
        if parse.lemma[at].lower() in _LIMITS:
            return "open"
        if _names(parse, token, at):
            return "past" if any(parse.word[c].lower() == "the" for c in parse.children[at]) else "open"
        infinitive = infinitive or _infinitive(parse, at)
        found = _of_verb(parse, at, met) if parse.pos[at] in _VERBAL else "open"
        if found != "open":
            return "open" if infinitive and found == "past" else found
        if parse.head[at] == at:
            break
        met = met or parse.pos[at] in (*_VERBAL, "NOUN")
        at = parse.head[at]
    return "future" if infinitive else "open"


def _names(parse: Parse, token: int, at: int) -> bool:
    """True where the time names an object: "the 23 October attack" is known, whatever one will say of it."""
    names = parse.head[token] == at and parse.dep[token] in ("poss", "compound", "nmod")
    return names and _is_thing(parse, at) and parse.dep[at] not in ("nsubj", "nsubjpass")


def above(parse: Parse, token: int) -> Iterator[int]:
    """The heads above a token, nearest first, as far as a clause goes."""
    for _ in range(_MAX_CLIMB):
        if parse.head[token] == token:
            return
        token = parse.head[token]
        yield token


def of_a_noun(parse: Parse, token: int) -> bool:
    """True where a date belongs to a noun rather than to a verb: "a Jan. 14 return date", "the summit on 24 April"."""
    for at in above(parse, token):
        if parse.pos[at] in _VERBAL:
            return False
        if _is_thing(parse, at):
            return True
    return False


def _is_thing(parse: Parse, token: int) -> bool:
    return parse.pos[token] == "NOUN" and parse.entity[token] not in ("DATE", "TIME") and parse.lemma[token] not in DAYPARTS


def _plans(parse: Parse, at: int, infinitive: bool) -> bool:
    """True for words of planning, with what they need: "is set to leave", "a summit set for April", but not "set records".

    The parser takes "hoped" for a form of "hop": a lemma may lack its "e".
    """
    lemma = parse.lemma[at].lower()
    plan = PLANS.get(lemma) or PLANS.get(lemma + "e")
    if plan is None or not plan[0]:
        return plan is not None
    needed = plan[0].split()
    return ("infinitive" in needed and infinitive) or any(parse.word[c].lower() in needed for c in parse.children[at])


def _infinitive(parse: Parse, at: int) -> bool:
    return parse.tag[at] == "VB" and any(parse.tag[c] == "TO" for c in parse.children[at])


def _helping(parse: Parse, verb: int) -> set[str]:
    """The auxiliaries of a verb, or of the verb an adjective completes, in lower case."""
    verbs = (verb,) if parse.pos[verb] in _VERBAL else (verb, parse.head[verb])
    return {parse.word[c].lower() for v in verbs for c in parse.children[v] if parse.dep[c] in _HELPS}


def _of_verb(parse: Parse, verb: int, indirect: bool) -> Direction:
    """What the verb's form and its auxiliaries say; a bare participle after a noun ("a ship seen Friday") is past.

    Would, could and may tell of what is to come, unless with "have" or "could not"; the present does of what hangs right
    on it.
    """
    words = _helping(parse, verb)
    if _AHEAD_MODALS & words:
        return "future"
    if "could" in words and any(parse.dep[c] == "neg" for c in parse.children[verb]):
        return "past"
    if _MAYBE_MODALS & words:
        return "open" if _PERFECT & words else "future"
    helped_past = any(parse.tag[c] == "VBD" for c in parse.children[verb] if parse.dep[c] in _HELPS)
    tag = parse.tag[verb]
    if tag == "VBD" or helped_past or _PERFECT & words or (tag == "VBN" and not words):
        return "past"
    present = tag in ("VBZ", "VBP") and not indirect and parse.lemma[verb].lower() not in reporting_verbs()
    return "present" if present else "open"
