"""Whether a clause speaks of what was or of what is to come."""

from typing import Literal

from waybill.model.parse import Parse
from waybill.reference.reporting import reporting_verbs
from waybill.resolve.times.clause import above, below
from waybill.resolve.times.lexicon import DAYPARTS
from waybill.resolve.times.plans import plans

Direction = Literal["past", "present", "future", "open"]
"""Present is of a verb that says what is on a day, as "the fleet sails on Friday" does: nobody says so of a day gone by."""

_AHEAD_MODALS = {"will", "'ll", "’ll", "shall", "wo", "must", "should"}
_MAYBE_MODALS = {"may", "might", "can", "could", "would", "'d", "’d"}
_BEING = {"is", "are", "am", "'s", "’s", "'re", "’re"}
_PERFECT = {"has", "have", "'ve", "’ve"}
_HELPS = ("aux", "auxpass")
_VERBAL = {"VERB", "AUX"}

ONE_FORM = frozenset((
    "beat", "bet", "broadcast", "burst", "cast", "cost", "cut", "fit", "forecast", "hit", "hurt", "let", "put", "quit", "read",
    "rid", "set", "shed", "shut", "split", "spread", "thrust", "upset",
))  # fmt: skip
"""Verbs whose present may as well be their past: "the shells hit the port on Friday"."""
_NOBODY = frozenset(("neither", "no", "nobody", "none", "nothing"))

_LIMITS = {"deadline", "effective"}
"""What a day is the limit of tells nothing of where it lies."""


def direction_at(parse: Parse, token: int) -> Direction:
    """The direction of the verbs above a token; "open" where they say nothing, or where a past verb governs an infinitive."""
    if token > 2 and parse.word[token - 1] == "as" and parse.word[token - 2].lower() == "soon":
        return "future"
    infinitive, met = False, False
    for at in (token, *above(parse, token)):
        if plans(parse, at, infinitive):
            return "open" if "had" in _helping(parse, at) else "future"
        if parse.lemma[at].lower() in _LIMITS or _sets(parse, at):
            return "future" if _PERFECT & _helping(parse, at) else "open"
        if _names(parse, token, at):
            return "past" if any(parse.word[c].lower() == "the" for c in below(parse, at)) else "open"
        infinitive = infinitive or _infinitive(parse, at)
        found = _of_verb(parse, at, met) if parse.pos[at] in _VERBAL else None
        if found:
            return found if not infinitive else "open" if found == "past" else "future"
        met = met or parse.pos[at] in (*_VERBAL, "NOUN")
    return "future" if infinitive else "open"


def _sets(parse: Parse, at: int) -> bool:
    """True of "set Friday as the deadline", which says nothing of where it lies unless it "has set" it."""
    return parse.lemma[at] == "set" and any(parse.word[c].lower() == "as" for c in below(parse, at))


def _names(parse: Parse, token: int, at: int) -> bool:
    """True where the time names a thing: "the 23 October attack" is known, whatever may be said of it.

    But what "Friday's vote will" do lies ahead.
    """
    if parse.head[token] != at or parse.dep[token] not in ("poss", "compound", "nmod") or _is_time(parse, at):
        return False
    return parse.dep[at] not in ("nsubj", "nsubjpass") or not _AHEAD_MODALS & _helping(parse, parse.head[at])


def of_a_noun(parse: Parse, token: int) -> bool:
    """True where a date belongs to a noun rather than to a verb: "a Jan. 14 return date", "the summit on 24 April"."""
    for at in above(parse, token):
        if parse.pos[at] in _VERBAL:
            return False
        if _is_thing(parse, at):
            return True
    return False


def _is_thing(parse: Parse, token: int) -> bool:
    return parse.pos[token] == "NOUN" and not _is_time(parse, token)


def _is_time(parse: Parse, token: int) -> bool:
    return parse.entity[token] in ("DATE", "TIME") or parse.lemma[token] in DAYPARTS


def _infinitive(parse: Parse, at: int) -> bool:
    return parse.tag[at] == "VB" and any(parse.tag[c] == "TO" for c in below(parse, at))


def _helping(parse: Parse, verb: int) -> set[str]:
    """The auxiliaries of a verb, or of the verb an adjective completes, in lower case."""
    verbs = (verb,) if parse.pos[verb] in _VERBAL else (verb, parse.head[verb])
    return {parse.word[c].lower() for v in verbs for c in below(parse, v) if parse.dep[c] in _HELPS}


def _of_verb(parse: Parse, verb: int, indirect: bool) -> Direction | None:
    """What the verb's form and its auxiliaries say; None for one that leaves it to those above it, as "he says" does.

    A bare participle after a noun ("a ship seen Friday") is past. Would, could and may tell of what is to come, unless with
    "have" or "could not"; the present does of what hangs right on it.
    """
    words, tag = _helping(parse, verb), parse.tag[verb]
    if _AHEAD_MODALS & words:
        return "future"
    if "could" in words and _is_denied(parse, verb):
        return "past"
    if _MAYBE_MODALS & words:
        return None if _PERFECT & words else "future"
    helped_past = any(parse.tag[c] == "VBD" for c in below(parse, verb) if parse.dep[c] in _HELPS)
    if tag == "VBD" or helped_past or _PERFECT & words or (tag == "VBN" and not words):
        return "past"
    if tag == "VBG" and _BEING & words:
        return "open"
    lemma = parse.lemma[verb].lower()
    if tag not in ("VBZ", "VBP") or lemma in reporting_verbs() or (tag == "VBP" and lemma in ONE_FORM):
        return None
    return "open" if indirect else "present"


def _is_denied(parse: Parse, verb: int) -> bool:
    """True of "could not be found", "neither could be found" and "no ship could be found"."""
    subjects = [c for c in below(parse, verb) if parse.dep[c] in ("nsubj", "nsubjpass")]
    deny = {parse.word[t].lower() for subject in subjects for t in (subject, *below(parse, subject))}
    return not _NOBODY.isdisjoint(deny) or any(parse.dep[c] == "neg" for c in below(parse, verb))
