"""What a reporting verb says, by the frames of the table."""

from collections.abc import Callable

from msgspec import Struct

from waybill.extract.attribution.clauses import clause_tokens, form_of
from waybill.extract.attribution.cues import verb_at
from waybill.extract.attribution.subjects import is_passive
from waybill.model.parse import Parse
from waybill.reference.reporting import ReportingVerb

_OBJECTS = frozenset({"dobj", "obj"})
_TELLING = frozenset({"about", "as", "by", "for", "with", "to", "of", "against", "between"})
_RAISING = frozenset({"say", "think", "ask", "show"})


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


def _object_with(parse: Parse, verb: int, row: ReportingVerb) -> Complement:
    """Reads "accused X of Y", "described X as Y", "blamed X for Y", "urged X to Y": the object and what is said of it."""
    objects = [c for c in parse.children[verb] if parse.dep[c] in _OBJECTS]
    if not objects:
        return _NOTHING
    wanted = row.objects & {"of", "for", "with", "as", "at", "to", "called"}
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


def _clause(parse: Parse, verb: int, row: ReportingVerb) -> Complement:
    """Reads "said (that) A", "asked whether A", "pledged to B", "denied doing C"."""
    return Complement(clause_tokens(parse, verb, row.clauses | (row.objects & {"to", "called"})))


def _preposition(parse: Parse, verb: int, row: ReportingVerb) -> Complement:
    """Reads "warned of X", "pointed to X", "called for X": what follows; the preposition is cue."""
    for child in parse.children[verb]:
        if child > verb and parse.dep[child] in {"prep", "prt"} and parse.word[child].lower() in row.prepositions:
            content = tuple(t for t in parse.subtree(child) if t != child)
            if content and parse.entity[content[0]] not in {"DATE", "TIME"}:
                return Complement(content, (child,))
    return _NOTHING


def _object(parse: Parse, verb: int, row: ReportingVerb) -> Complement:
    """Reads "condemned X", "denied X": the object itself is what is spoken of."""
    role = {"nsubjpass"} if is_passive(parse, verb) else _OBJECTS
    if "said" in row.objects:
        for child in parse.children[verb]:
            if parse.dep[child] in role:
                return Complement((*parse.subtree(child), *_doing(parse, verb, child), *_of_object(parse, verb, child)))
    return _NOTHING


def _of_object(parse: Parse, verb: int, thing: int) -> tuple[int, ...]:
    """A phrase right behind the object that tells more of it: "announced talks with Rome", "backed the call for a ban"."""
    end = parse.subtree(thing)[-1]
    behind = [c for c in parse.children[verb] if c == end + 1 and parse.word[c].lower() in _TELLING]
    return parse.subtree(behind[0]) if behind and thing > verb else ()


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
_RULES: tuple[_Rule, ...] = (_raised, _object_with, _clause, _preposition, _object, _around, _withheld)
