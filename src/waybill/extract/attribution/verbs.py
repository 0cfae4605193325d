"""Statements that a reporting verb governs: "officials said the ship had sailed", "they accused Oslo of selling shells"."""

from collections.abc import Callable, Iterator

from waybill.extract.attribution.draft import Draft
from waybill.extract.attribution.subjects import agent_of, is_infinitive, is_passive, noun_phrase, subject_of
from waybill.model.parse import Parse
from waybill.reference.reporting import ReportingVerb, reporting_verbs

_CUE_DEPS = frozenset({"aux", "auxpass", "neg", "prt", "advmod"})
_BESIDE = frozenset({"prep", "npadvmod", "advmod", "dobj", "dative"})
_RELATIVES = frozenset({"WDT", "WP"})
_TELLING = frozenset({"about", "as", "for", "with", "to", "of", "against", "between"})
_MAIN = frozenset({"ROOT", "parataxis", "ccomp", "conj"})
ASIDE_TAIL = 6
"""Tokens of time, place or hearer an aside may hold after its verb: our convention."""
_OBJECTS = frozenset({"dobj", "obj"})
_LEMMAS = {"hoping": "hope", "hoped": "hope", "hopes": "hope"}
"""Forms the parser's lemmatizer gets wrong."""


def verb_drafts(parse: Parse, quoted: frozenset[int]) -> Iterator[Draft]:
    """One draft for each reporting verb that stands outside quotation marks and governs what is said."""
    for token in range(len(parse)):
        row = verb_at(parse, token)
        if row is None or token in quoted or _is_told_by(parse, token):
            continue
        source = tuple(t for t in source_of(parse, token) if t not in quoted)
        cue = cue_of(parse, token)
        aside = _aside(parse, token, source, cue) if "that" in row.clauses else ()
        content, extra = complement(parse, token, row)
        if aside:
            content, extra = _sentence_around(parse, token, set(aside), quoted), ()
        if content and (source or not _is_command(parse, token)) and not _is_aim(parse, token):
            yield Draft(token, content, tuple(t for t in source if t not in content), cue + extra)


def _aside(parse: Parse, verb: int, source: tuple[int, ...], cue: tuple[int, ...]) -> tuple[int, ...]:
    """The tokens of ", Kyiv said on Monday," between commas within a sentence, else none."""
    own = sorted({*source, *cue})
    if not source or parse.dep[verb] not in _MAIN or own != list(range(own[0], own[-1] + 1)) or parse.word[own[0] - 1] != ",":
        return ()
    beside = {t for c in parse.children[verb] if parse.dep[c] in _BESIDE for t in parse.subtree(c)}
    end = own[-1] + 1
    while end in beside and parse.word[end] != "," and end - own[-1] <= ASIDE_TAIL:
        end += 1
    return tuple(range(own[0], end)) if end < len(parse) and parse.word[end] == "," else ()


def _sentence_around(parse: Parse, verb: int, own: set[int], quoted: frozenset[int]) -> tuple[int, ...]:
    """What an aside stands in: its sentence, without a conjunction that opens it."""
    first, last = parse.sentence_at(verb)
    while parse.tag[first] == "CC":
        first += 1
    return tuple(t for t in range(first, last) if t not in own and t not in quoted)


def _is_told_by(parse: Parse, verb: int) -> bool:
    """True for "say" in "declined to say why": all of it is what was declined."""
    above = verb_at(parse, parse.head[verb]) if parse.dep[verb] == "xcomp" else None
    return above is not None and is_infinitive(parse, verb) and "to" in above.clauses


def _is_aim(parse: Parse, verb: int) -> bool:
    """ "flew in to discuss prices": what somebody means to do is not said yet."""
    return is_infinitive(parse, verb) and parse.dep[verb] in {"advcl", "acl", "relcl"}


def _is_command(parse: Parse, verb: int) -> bool:
    """ "Post a comment": a bare form that no auxiliary governs."""
    return parse.tag[verb] in {"VB", "VBP"} and not any(parse.dep[c] == "aux" for c in parse.children[verb])


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


def complement(parse: Parse, verb: int, row: ReportingVerb) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The tokens of what is said, and further cue tokens (a preposition); both empty where the verb governs nothing."""
    for rule in _RULES:
        content, extra = rule(parse, verb, row)
        if content:
            return content, extra
    return (), ()


def _clause(parse: Parse, verb: int, row: ReportingVerb) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """ "said (that) A", "asked whether A", "pledged to B", "denied doing C"."""
    wanted = row.clauses | _object_clauses(row)
    clauses = [c for c in parse.children[verb] if parse.dep[c] in {"ccomp", "xcomp"} and _form(parse, c) & wanted]
    told = {t for c in clauses for t in parse.subtree(c)} | _second_clause(parse, verb, clauses)
    gap = _gap(parse, verb, clauses)
    if gap:
        told = {t for t in told if t > verb} | gap
    return tuple(sorted(told)), ()


def _second_clause(parse: Parse, verb: int, clauses: list[int]) -> set[int]:
    """B in "said A, and B" where the parser hung it on the verb; a clause that reports by itself is none."""
    seconds = [c for c in parse.children[verb] if parse.dep[c] == "conj" and c > verb]
    plain = [c for c in seconds if _has_subject(parse, c) and verb_at(parse, c) is None]
    joined = [c for c in plain if clauses and clauses[0] > verb and _joint(parse, c) == "and"]
    return {t for c in joined for t in parse.subtree(c)}


def _has_subject(parse: Parse, verb: int) -> bool:
    return any(parse.dep[c] in {"nsubj", "nsubjpass", "expl"} for c in parse.children[verb])


def _joint(parse: Parse, second: int) -> str:
    """The conjunction that opens a second clause."""
    first = parse.subtree(second)[0]
    return parse.word[first - 1].lower()


def _gap(parse: Parse, verb: int, clauses: list[int]) -> set[int]:
    """What fills the subject's place in "the crates they said were empty", "the crates, which they said were empty"."""
    if parse.dep[verb] != "relcl" or not clauses or clauses[0] < verb:
        return set()
    subjects = [c for c in parse.children[clauses[0]] if parse.dep[c] in {"nsubj", "nsubjpass"}]
    if all(parse.tag[s] in _RELATIVES for s in subjects):
        return {t for t in noun_phrase(parse, parse.head[verb]) if t < verb}
    return set()


def _object_clauses(row: ReportingVerb) -> frozenset[str]:
    return frozenset({"to"} if "to" in row.objects else ()) | frozenset({"called"} if "called" in row.objects else ())


def _form(parse: Parse, clause: int) -> frozenset[str]:
    """What kind of clause it is: that, wh, to, ing, called (a bare judgement)."""
    words = {parse.word[c].lower() for c in parse.children[clause] if parse.dep[c] in {"mark", "aux"}}
    if "to" in words:
        return frozenset({"to"})
    if parse.tag[clause] == "VBG" and parse.dep[clause] == "xcomp":
        return frozenset({"ing"})
    if parse.pos[clause] not in {"VERB", "AUX"} and parse.dep[clause] == "ccomp" and not words:
        return frozenset({"called", "that"})
    return frozenset({"that", "wh"})


def _object_with(parse: Parse, verb: int, row: ReportingVerb) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """ "accused X of Y", "described X as Y", "blamed X for Y", "urged X to Y": the object and what is said of it."""
    objects = [c for c in parse.children[verb] if parse.dep[c] in _OBJECTS]
    if not objects:
        return (), ()
    wanted = row.objects & {"of", "for", "with", "as", "to", "called"}
    holders = (verb, *(t for t in parse.subtree(objects[0]) if parse.dep[t] in {*_OBJECTS, "conj"}))
    below = [c for holder in holders for c in parse.children[holder] if c > objects[0]]
    for child in below:
        is_preposition = parse.dep[child] in {"prep", "mark"} and parse.word[child].lower() in wanted
        is_infinitive = "to" in wanted and parse.dep[child] in {"xcomp", "ccomp", "acl"} and "to" in _form(parse, child)
        is_name = "called" in wanted and parse.dep[child] in {"oprd", "acomp", "attr"}
        if is_preposition or is_infinitive or is_name:
            return tuple(sorted({*parse.subtree(objects[0]), *parse.subtree(child)})), ()
    return (), ()


def _preposition(parse: Parse, verb: int, row: ReportingVerb) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """ "warned of X", "pointed to X", "called for X": what follows; the preposition is cue."""
    for child in parse.children[verb]:
        if child > verb and parse.dep[child] in {"prep", "prt"} and parse.word[child].lower() in row.prepositions:
            content = tuple(t for t in parse.subtree(child) if t != child)
            if content:
                return content, (child,)
    return (), ()


def _object(parse: Parse, verb: int, row: ReportingVerb) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """ "condemned X", "denied X": the object itself is what is spoken of."""
    role = {"nsubjpass"} if is_passive(parse, verb) else _OBJECTS
    if "said" in row.objects:
        for child in parse.children[verb]:
            if parse.dep[child] in role:
                return (*parse.subtree(child), *_doing(parse, verb, child), *_of_object(parse, verb, child)), ()
    return (), ()


def _of_object(parse: Parse, verb: int, thing: int) -> tuple[int, ...]:
    """A phrase right behind the object that tells more of it: "announced talks with Rome", "backed the call for a ban"."""
    end = parse.subtree(thing)[-1]
    behind = [c for c in parse.children[verb] if c == end + 1 and parse.word[c].lower() in _TELLING]
    return parse.subtree(behind[0]) if behind and thing > verb else ()


def _doing(parse: Parse, verb: int, thing: int) -> tuple[int, ...]:
    """What the object is shown doing, where the parser hung it on the verb: "identified the ship carrying tanks"."""
    end = parse.subtree(thing)[-1]
    doing = [c for c in parse.children[verb] if c == end + 1 and parse.dep[c] in {"advcl", "xcomp"} and parse.tag[c] == "VBG"]
    return parse.subtree(doing[0]) if doing else ()


def _raised(parse: Parse, verb: int, row: ReportingVerb) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """ "X is believed to have Y", "X was accused of Y": the subject of the passive belongs to what is said."""
    if not is_passive(parse, verb):
        return (), ()
    subjects = [c for c in parse.children[verb] if parse.dep[c] == "nsubjpass"]
    wanted = row.objects & {"of", "for", "with", "as"}
    for child in (*parse.children[verb], *_behind_agent(parse, verb)):
        raised = parse.dep[child] == "xcomp" and "to" in _form(parse, child) and row.sense in {"say", "think", "ask", "show"}
        if child > verb and (raised or (parse.dep[child] == "prep" and parse.word[child].lower() in wanted)):
            return tuple(sorted({*(t for s in subjects for t in parse.subtree(s)), *parse.subtree(child)})), ()
    return (), ()


def _behind_agent(parse: Parse, verb: int) -> tuple[int, ...]:
    """In "accused by Seoul of selling" what the parser hung on Seoul."""
    agents = [o for c in parse.children[verb] if parse.dep[c] == "agent" for o in parse.children[c]]
    return tuple(c for a in agents for c in parse.children[a])


def _around(parse: Parse, verb: int, row: ReportingVerb) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """ "The ship, Kyiv says, had sailed": the clause that a parenthesis interrupts or follows."""
    head = parse.head[verb]
    if parse.dep[verb] != "parataxis" or head == verb or not row.clauses & {"that"}:
        return (), ()
    own = set(parse.subtree(verb))
    return tuple(t for t in parse.subtree(head) if t not in own), ()


_Rule = Callable[[Parse, int, ReportingVerb], tuple[tuple[int, ...], tuple[int, ...]]]
_RULES: tuple[_Rule, ...] = (_raised, _object_with, _clause, _preposition, _object, _around)
