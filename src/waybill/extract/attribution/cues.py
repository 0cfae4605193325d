"""Reporting verbs in a text: the row of the table, the words of the cue, who says it."""

from waybill.extract.attribution.subjects import agent_of, is_infinitive, is_passive, subject_of
from waybill.model.parse import Parse
from waybill.reference.reporting import ReportingVerb, reporting_verbs

_CUE_DEPS = frozenset({"aux", "auxpass", "neg", "prt", "advmod"})
PLAIN = frozenset({"clear", "known", "plain"})
"""What "make" makes a statement, whose clause then hangs on it."""
_PARTICLES = frozenset({"prt", "acomp", "advmod"})

_BEFORE_ADDING = frozenset({",", "”", '"', "''"})
"""What parts a further statement from the one before: "..., adding that"."""


def verb_at(parse: Parse, token: int) -> ReportingVerb | None:
    """The table's row for a verb token, a phrasal one before the bare one."""
    if parse.pos[token] != "VERB" and not is_misread(parse, token):
        return None
    verbs = reporting_verbs()
    lemma = _lemma(parse, token)
    below = (c for c in parse.children[token] if parse.dep[c] in _PARTICLES or parse.word[c].lower() in PLAIN)
    particles = [f"{lemma} {parse.word[c].lower()}" for c in below]
    return next((verbs[p] for p in particles if p in verbs), verbs.get(lemma))


def _lemma(parse: Parse, token: int) -> str:
    """A verb's lemma, also where the parser cut it short ("hoped": "hop") or left it long ("extolled": "extoll")."""
    word, lemma = parse.word[token].lower(), parse.lemma[token].lower()
    if f"{lemma}e" in reporting_verbs() and word in {f"{lemma}es", f"{lemma}ed", f"{lemma}ing"}:
        return f"{lemma}e"
    return lemma[:-1] if lemma not in reporting_verbs() and lemma[:-1] in reporting_verbs() else lemma


def is_misread(parse: Parse, token: int) -> bool:
    """True for a verb that the parser took for a noun: it has a subject, an object or a clause, and nothing of a noun's.

    "The papers list 84 crates", "Kyiv estimates that", "Trump claims that".
    """
    if parse.pos[token] != "NOUN" or parse.lemma[token].lower() not in reporting_verbs():
        return False
    deps = {parse.dep[c] for c in parse.children[token]}
    governs = bool(deps & {"nsubj", "dobj", "ccomp", "xcomp"})
    named = any(parse.dep[c] == "compound" and parse.pos[c] == "PROPN" for c in parse.children[token])
    clause = parse.tag[token] == "NNS" and parse.dep[token] in {"ROOT", "ccomp"} and named and "acl" in deps
    return (governs or clause) and not deps & {"det", "poss"}


def source_of(parse: Parse, verb: int) -> tuple[int, ...]:
    """Who says it: the subject, or the agent of a passive."""
    if is_passive(parse, verb):
        return agent_of(parse, verb)
    if parse.dep[verb] == "acl" and parse.tag[verb] == "VBN" and agent_of(parse, verb):
        return agent_of(parse, verb)
    if is_misread(parse, verb) and all(parse.dep[c] != "nsubj" for c in parse.children[verb]):
        return tuple(t for t in parse.subtree(verb) if t < verb and parse.pos[t] in {"PROPN", "NOUN", "ADJ", "NUM"})
    return _outer_subject(parse, verb) or subject_of(parse, verb)


def _outer_subject(parse: Parse, verb: int) -> tuple[int, ...]:
    """In "Kyiv said the ship had sailed, adding that A" who said the first, where the parser hung "adding" on the sailing.

    So in "Kyiv said the ship had sailed and urged B": the two verbs are of one form.
    """
    inner = parse.head[verb]
    if inner > verb or any(parse.dep[c] in {"nsubj", "nsubjpass"} for c in parse.children[verb]):
        return ()
    top = inner
    while parse.dep[top] in {"ccomp", "conj"} and parse.head[top] < top:
        top = parse.head[top]
    if top == inner or verb_at(parse, top) is None:
        return ()
    return subject_of(parse, top) if _is_added(parse, verb) or _is_second(parse, verb, top) else ()


def _is_added(parse: Parse, verb: int) -> bool:
    behind = parse.word[parse.subtree(verb)[0] - 1] in _BEFORE_ADDING
    return parse.dep[verb] == "advcl" and parse.tag[verb] == "VBG" and behind


def _is_second(parse: Parse, verb: int, first: int) -> bool:
    inner = parse.head[verb]
    apart = parse.tag[inner] != parse.tag[verb] or verb_at(parse, inner) is None
    return parse.dep[verb] == "conj" and parse.tag[verb] == parse.tag[first] and apart


def cue_of(parse: Parse, verb: int) -> tuple[int, ...]:
    """The verb with its auxiliaries, negation, particle and adverbs, and the words it is done with ("is quick to say").

    As far as they stand together.
    """
    chain = _done_with(parse, verb)
    near = {c for v in chain for c in parse.children[v] if parse.dep[c] in _CUE_DEPS and (c == v + 1 or not parse.children[c])}
    near |= {*chain}
    low = high = verb
    while low - 1 in near:
        low -= 1
    while high + 1 in near:
        high += 1
    return tuple(range(low, high + 1))


def _done_with(parse: Parse, verb: int) -> tuple[int, ...]:
    """A verb and the verbs and adjectives above it that tell how it comes about: "continued to say", "is likely to say"."""
    chain = [verb]
    while _is_how(parse, chain[-1]):
        chain.append(parse.head[chain[-1]])
    return tuple(chain)


def _is_how(parse: Parse, token: int) -> bool:
    infinite = parse.dep[token] == "xcomp" and is_infinitive(parse, token)
    told = parse.dep[token] in {"acomp", "oprd"} and parse.pos[token] == "ADJ"
    return (infinite or told) and parse.head[token] < token
