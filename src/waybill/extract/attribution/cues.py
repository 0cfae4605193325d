"""Reporting verbs in a text: the row of the table, the words of the cue, who says it."""

from waybill.extract.attribution.subjects import agent_of, is_passive, subject_of
from waybill.model.parse import Parse
from waybill.reference.reporting import ReportingVerb, reporting_verbs

_CUE_DEPS = frozenset({"aux", "auxpass", "neg", "prt", "advmod"})
_LEMMAS = {"hoping": "hope", "hoped": "hope", "hopes": "hope"}
"""Forms the parser's lemmatizer gets wrong."""


def verb_at(parse: Parse, token: int) -> ReportingVerb | None:
    """The table's row for a verb token, a phrasal one before the bare one."""
    if parse.pos[token] != "VERB":
        return None
    verbs = reporting_verbs()
    lemma = _LEMMAS.get(parse.word[token].lower(), parse.lemma[token].lower())
    particles = [f"{lemma} {parse.word[c].lower()}" for c in parse.children[token] if parse.dep[c] in {"prt", "acomp"}]
    return next((verbs[p] for p in particles if p in verbs), verbs.get(lemma))


def source_of(parse: Parse, verb: int) -> tuple[int, ...]:
    """Who says it: the subject, or the agent of a passive."""
    return agent_of(parse, verb) if is_passive(parse, verb) else subject_of(parse, verb)


def cue_of(parse: Parse, verb: int) -> tuple[int, ...]:
    """The verb with its auxiliaries, negation, particle and adverbs, as far as they stand together."""
    near = {verb, *(c for c in parse.children[verb] if parse.dep[c] in _CUE_DEPS and not parse.children[c])}
    low = high = verb
    while low - 1 in near:
        low -= 1
    while high + 1 in near:
        high += 1
    return tuple(range(low, high + 1))
