"""What a reporting verb says, by the frames of the table."""

from collections.abc import Callable

from msgspec import Struct

from waybill.extract.attribution.clauses import clause_tokens, form_of
from waybill.extract.attribution.cues import PLAIN, verb_at
from waybill.extract.attribution.subjects import is_passive, noun_phrase
from waybill.model.parse import Parse
from waybill.reference.reporting import ReportingVerb, reporting_places

_OBJECTS = frozenset({"dobj", "obj"})
_JUDGED = frozenset({"dobj", "obj", "oprd", "acomp", "attr"})
_OPENING = frozenset({"“", '"', "``", "''"})
_CLOSING = frozenset({"”", '"', "''"})
_JUDGING = frozenset({"NN", "NNS", "NNP", "JJ", "JJR", "JJS", "VBN"})
_OF_SPEAKING = frozenset({"after", "amid", "at", "before", "despite", "during", "since", "until", "upon", "via", "while"})
"""Prepositions that tell when, where and how somebody spoke."""
_WITHIN_CUE = frozenset({"advmod", "prt", "neg"})
"""What may stand between a verb and its preposition in one cue: "spoke warmly of"."""


class Complement(Struct, frozen=True):
    """The tokens of what is said, and further tokens of the cue (a preposition); no content where nothing is governed."""

    content: tuple[int, ...] = ()
    cue: tuple[int, ...] = ()


_NOTHING = Complement()


def complement(parse: Parse, verb: int, row: ReportingVerb) -> Complement:
    """What the verb governs, by the first frame of its row that fits."""
    return next((found for rule in _RULES if (found := rule(parse, verb, row)).content), _NOTHING)


def _raised(parse: Parse, verb: int, row: ReportingVerb) -> Complement:
    """Reads "X is believed to have Y", "X was accused of Y": the subject of the passive belongs to what is said."""
    if not is_passive(parse, verb):
        return _NOTHING
    subjects = [c for c in parse.children[verb] if parse.dep[c] == "nsubjpass"]
    wanted = row.objects & {"of", "for", "with", "as"}
    for child in (*parse.children[verb], *_behind_agent(parse, verb)):
        raised = parse.dep[child] == "xcomp" and "to" in form_of(parse, child) and row.sense in {"say", "think", "ask", "show"}
        judged = parse.dep[child] in {"oprd", "attr", "acomp"} and "called" in row.objects
        opened = parse.dep[child] == "prep" and parse.word[child].lower() in wanted
        if child > verb and (raised or judged or opened):
            return Complement(tuple(sorted({*(t for s in subjects for t in parse.subtree(s)), *parse.subtree(child)})))
    return _NOTHING


def _behind_agent(parse: Parse, verb: int) -> tuple[int, ...]:
    """In "accused by Seoul of selling" what the parser hung on Seoul."""
    agents = [o for c in parse.children[verb] if parse.dep[c] == "agent" for o in parse.children[c]]
    return tuple(c for a in agents for c in parse.children[a])


def _judgement(parse: Parse, verb: int, row: ReportingVerb) -> Complement:
    """Reads 'called X "Y"', 'called X and Y a risk at sea': all from the object to the end of what it is called.

    Where the judgement stands in quotation marks the parser may hang it on the object, on the verb or on both.
    """
    if "called" not in row.objects or is_passive(parse, verb) or (parse.tag[verb] == "VBN" and not _has_subject(parse, verb)):
        return _NOTHING
    things, ends = 0, verb
    for child in (c for c in parse.children[verb] if c > verb):
        own = parse.subtree(child)
        if parse.dep[child] in _JUDGED:
            things += 1
            ends = own[-1]
        elif (
            parse.word[child] in {";", ":", "—", "-"}
            or parse.dep[child] not in {"punct", "prep", "cc", "conj", "dep"}
            or (parse.dep[child] == "conj" and parse.pos[child] in {"VERB", "AUX"})
        ):
            break
    marks = [t for t in range(verb + 2, ends) if parse.word[t] in _OPENING]
    if marks:
        stop = parse.sentence_at(verb)[1]
        ends = next((t for t in range(max(marks[-1] + 1, ends), stop) if parse.word[t] in _CLOSING), ends)
    return Complement(tuple(range(verb + 1, ends + 1))) if things > 1 or (things and marks) else _NOTHING


def _has_subject(parse: Parse, verb: int) -> bool:
    return any(parse.dep[c] == "nsubj" for c in parse.children[verb])


def _object_with(parse: Parse, verb: int, row: ReportingVerb) -> Complement:
    """Reads "accused X of Y", "described X as Y", "blamed X for Y", "urged X to Y": the object and what is said of it."""
    objects = [c for c in parse.children[verb] if parse.dep[c] in _OBJECTS]
    if not objects:
        return _small_clause(parse, verb, row)
    wanted = row.objects & {"of", "for", "with", "as", "at", "to", "on", "called"}
    lower = {*_OBJECTS, "conj", "relcl"} if "at" in wanted else {*_OBJECTS, "conj"}
    holders = (verb, *(t for t in parse.subtree(objects[0]) if parse.dep[t] in lower))
    below = [c for holder in holders for c in parse.children[holder] if c > objects[0]]
    for child in below:
        is_preposition = parse.dep[child] in {"prep", "mark"} and parse.word[child].lower() in wanted
        is_infinitive = "to" in wanted and parse.dep[child] in {"xcomp", "ccomp", "acl"} and "to" in form_of(parse, child)
        is_name = "called" in wanted and parse.dep[child] in {"oprd", "acomp", "attr"}
        if is_preposition or is_infinitive or is_name:
            return Complement(tuple(sorted({*parse.subtree(objects[0]), *parse.subtree(child)})))
    return _NOTHING


def _small_clause(parse: Parse, verb: int, row: ReportingVerb) -> Complement:
    """Reads "called the sale a mistake" where the parser hung the object on the judgement."""
    for child in parse.children[verb]:
        own = parse.subtree(child)
        judged = parse.dep[child] in {"oprd", "attr", "ccomp", "xcomp"} and own[0] < child and parse.tag[child] in _JUDGING
        if "called" in row.objects and parse.tag[verb] != "VBN" and own[0] == verb + 1 and judged:
            return Complement(own)
    return _NOTHING


def _clause(parse: Parse, verb: int, row: ReportingVerb) -> Complement:
    """Reads "said (that) A", "asked whether A", "pledged to B", "denied doing C"."""
    return Complement(clause_tokens(parse, verb, row.clauses | (row.objects & {"to", "called"})))


def _preposition(parse: Parse, verb: int, row: ReportingVerb) -> Complement:
    """Reads "warned of X", "pointed to X", "called for X": what follows; the preposition is cue."""
    particles = [c for c in parse.children[verb] if parse.dep[c] in {"advmod", "prt"} and c == verb + 1]
    for child in (*parse.children[verb], *(c for p in particles for c in parse.children[p])):
        if child > verb and parse.dep[child] in {"prep", "prt"} and parse.word[child].lower() in row.prepositions:
            content = tuple(t for t in parse.subtree(child) if t != child)
            if content and parse.entity[content[0]] not in {"DATE", "TIME"}:
                beside = all(parse.dep[t] in _WITHIN_CUE for t in range(verb + 1, child))
                return Complement((*content, *_judged(parse, verb, content[-1])), (child,) if beside else ())
    return _NOTHING


def _asked_of(parse: Parse, verb: int, row: ReportingVerb) -> Complement:
    """Reads "called on Rome to pay": the preposition's object does what the clause tells."""
    for child in parse.children[verb]:
        own = parse.subtree(child)
        if child == verb + 1 and parse.dep[child] == "prep" and parse.word[child].lower() in row.prepositions:
            aims = [c for c in parse.children[verb] if parse.subtree(c)[0] == own[-1] + 1 and "to" in form_of(parse, c)]
            return Complement((*own[1:], *parse.subtree(aims[0])), (child,)) if aims and len(own) > 1 else _NOTHING
    return _NOTHING


def _for_to(parse: Parse, verb: int, row: ReportingVerb) -> Complement:
    """Reads "called for Rome to pay": the parser takes it for an aim."""
    for child in parse.children[verb]:
        first = parse.subtree(child)[0]
        opened = first > verb and parse.dep[first] == "mark" and parse.word[first].lower() in row.prepositions
        if opened and "to" in form_of(parse, child):
            return Complement(parse.subtree(child)[1:], (first,) if first == verb + 1 else ())
    return _NOTHING


def _told_hearer(parse: Parse, verb: int, row: ReportingVerb) -> Complement:
    """Reads "told a crowd in Rome that A" where the parser hung the clause on the hearer."""
    hearers = [t for c in parse.children[verb] if parse.dep[c] in _OBJECTS for t in parse.subtree(c)]
    if "hearer" not in row.objects or "that" not in row.clauses:
        return _NOTHING
    for hearer in hearers:
        for child in parse.children[hearer]:
            clause = parse.subtree(child)
            if parse.dep[child] in {"relcl", "acl", "ccomp", "appos"} and parse.word[clause[0]].lower() == "that":
                return Complement(clause) if parse.dep[clause[0]] == "mark" else _NOTHING
    return _NOTHING


def _made_clear(parse: Parse, verb: int, row: ReportingVerb) -> Complement:
    """Reads "made (it) clear that A", whose clause hangs on the adjective."""
    word = row.verb.rpartition(" ")[2]
    plain = [c for c in parse.children[verb] if c > verb and parse.word[c].lower() == word and word in PLAIN]
    told = tuple(t for c in plain for d in parse.children[c] if d > c for t in parse.subtree(d))
    return Complement(told, tuple(range(verb + 1, plain[0] + 1))) if told else _NOTHING


def _judged(parse: Parse, verb: int, last: int) -> tuple[int, ...]:
    """ "As Y" right behind X in "referred to X as Y"."""
    judging = [c for c in parse.children[verb] if c == last + 1 and parse.word[c].lower() == "as"]
    return parse.subtree(judging[0]) if judging else ()


def _object(parse: Parse, verb: int, row: ReportingVerb) -> Complement:
    """Reads "condemned X", "denied X": the object itself is what is spoken of."""
    role = {"nsubjpass"} if is_passive(parse, verb) else _OBJECTS
    if _is_of_a_kind(parse, verb):
        return _NOTHING
    if "said" in row.objects or ("found" in row.objects and _is_paper(parse, verb)):
        for child in parse.children[verb]:
            if parse.dep[child] in role:
                return Complement((*parse.subtree(child), *_doing(parse, verb, child), *_of_object(parse, verb, child)))
    return _NOTHING


def _is_of_a_kind(parse: Parse, verb: int) -> bool:
    """True for "voters who back the sale": a clause that tells which people are meant, not what they said."""
    who = any(parse.dep[c] == "nsubj" and parse.word[c].lower() in {"who", "that"} for c in parse.children[verb])
    holder = parse.head[verb]
    apart = parse.word[parse.subtree(verb)[0] - 1] == ","
    return parse.dep[verb] == "relcl" and who and not apart and parse.tag[holder] in {"NNS", "DT", "NN"}


def _is_paper(parse: Parse, verb: int) -> bool:
    """True where the subject is something written or measured ("the survey found a leak")."""
    return any(parse.dep[c] == "nsubj" and parse.lemma[c].lower() in reporting_places("paper") for c in parse.children[verb])


def _of_noun(parse: Parse, verb: int, row: ReportingVerb) -> Complement:
    """Reads "a deal the union opposes", "a deal opposed by the union": the noun that the clause hangs on is spoken of."""
    noun = parse.head[verb]
    judged = tuple(
        t for c in parse.children[verb] if parse.word[c].lower() in row.objects and c > verb for t in parse.subtree(c)
    )
    done = parse.dep[verb] == "acl" and parse.tag[verb] == "VBN" and any(parse.dep[c] == "agent" for c in parse.children[verb])
    clause = parse.subtree(verb)[0]
    named = [c for c in parse.children[verb] if parse.dep[c] == "nsubj" and parse.tag[c] not in {"WDT", "WP"}]
    gap = parse.dep[verb] == "relcl" and named and all(parse.dep[c] not in _OBJECTS for c in parse.children[verb])
    if noun > verb or not (("said" in row.objects and (done or gap)) or (done and judged)):
        return _NOTHING
    return Complement((*(t for t in noun_phrase(parse, noun) if t < clause), *judged))


def _of_object(parse: Parse, verb: int, thing: int) -> tuple[int, ...]:
    """A phrase right behind the object that tells more of it: "announced talks with Rome", "backed the call for a ban"."""
    told: list[int] = []
    end = parse.subtree(thing)[-1]
    for child in parse.children[verb]:
        own = parse.subtree(child)
        if child > thing > verb and own[0] == end + 1 and _tells_more(parse, child):
            told += own
            end = own[-1]
    return tuple(told)


def _tells_more(parse: Parse, child: int) -> bool:
    """True for a phrase about the object, not about when or where the words were said ("on Monday", "in a letter")."""
    if parse.dep[child] == "prep" and parse.word[child].lower() not in _OF_SPEAKING:
        objects = [c for c in parse.children[child] if parse.dep[c] == "pobj"]
        return not any(
            parse.entity[o] in {"DATE", "TIME"} or parse.lemma[o].lower() in reporting_places("occasion") for o in objects
        )
    return parse.dep[child] in {"xcomp", "advcl"} and "to" in form_of(parse, child)


def _doing(parse: Parse, verb: int, thing: int) -> tuple[int, ...]:
    """What the object is shown doing, where the parser hung it on the verb: "identified the ship carrying tanks"."""
    end = parse.subtree(thing)[-1]
    behind = [c for c in parse.children[verb] if c > end and parse.dep[c] in {"advcl", "xcomp"} and parse.tag[c] == "VBG"]
    doing = [c for c in behind if verb_at(parse, c) is None]
    beside = doing and (doing[0] == end + 1 or (doing[0] == end + 2 and parse.word[end + 1] == ","))
    return parse.subtree(doing[0]) if beside else ()


def _around(parse: Parse, verb: int, row: ReportingVerb) -> Complement:
    """Reads "The ship, Kyiv says, had sailed": the clause that a parenthesis interrupts or follows."""
    head = parse.head[verb]
    if parse.dep[verb] != "parataxis" or head == verb or not row.clauses & {"that"}:
        return _NOTHING
    own = set(parse.subtree(verb))
    return Complement(tuple(t for t in parse.subtree(head) if t not in own))


def _withheld(parse: Parse, verb: int, row: ReportingVerb) -> Complement:
    """Reads "did not say from whom"."""
    negated = any(parse.dep[c] == "neg" for c in parse.children[verb])
    if not negated or "wh" not in row.clauses:
        return _NOTHING
    asked = tuple(t for c in parse.children[verb] if c > verb for t in parse.subtree(c))
    return Complement(asked) if any(parse.tag[t] in {"WP", "WRB", "WDT"} for t in asked) else _NOTHING


_Rule = Callable[[Parse, int, ReportingVerb], Complement]
_RULES: tuple[_Rule, ...] = (
    _raised,
    _made_clear,
    _judgement,
    _object_with,
    _asked_of,
    _clause,
    _told_hearer,
    _for_to,
    _preposition,
    _object,
    _of_noun,
    _around,
    _withheld,
)
