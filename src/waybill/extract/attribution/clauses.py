"""Clauses that a reporting verb governs: "said (that) A", "asked whether A", "pledged to B", "denied doing C"."""

from waybill.extract.attribution.cues import verb_at
from waybill.extract.attribution.subjects import noun_phrase
from waybill.model.parse import Parse

_RELATIVES = frozenset({"WDT", "WP"})


def clause_tokens(parse: Parse, verb: int, wanted: frozenset[str]) -> tuple[int, ...]:
    """The tokens of the clauses of a wanted form that say what is said, with what fills a gap in them."""
    clauses = [c for c in parse.children[verb] if parse.dep[c] in {"ccomp", "xcomp"} and form_of(parse, c) & wanted]
    clauses = _on_one_side(parse, verb, clauses)
    told = {t for c in clauses for t in parse.subtree(c)} | _second_clause(parse, verb, clauses)
    gap = _gap(parse, verb, clauses)
    return tuple(sorted({t for t in told if t > verb} | gap if gap else told))


def _on_one_side(parse: Parse, verb: int, clauses: list[int]) -> list[int]:
    """The clauses behind the verb where there are any, else those before it up to a semicolon."""
    behind = [c for c in clauses if c > verb]
    return behind or [c for c in clauses if not any(parse.word[t] == ";" for t in range(c, verb))]


def form_of(parse: Parse, clause: int) -> frozenset[str]:
    """What kind of clause it is: that, wh, to, ing, called (a bare judgement)."""
    words = {parse.word[c].lower() for c in parse.children[clause] if parse.dep[c] in {"mark", "aux"}}
    if "to" in words:
        return frozenset({"to"})
    if parse.tag[clause] == "VBG" and parse.dep[clause] == "xcomp":
        return frozenset({"ing"})
    if parse.pos[clause] not in {"VERB", "AUX"} and parse.dep[clause] == "ccomp" and not words:
        return frozenset({"called", "that"})
    return frozenset({"that", "wh"})


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
    own = [c for c in parse.children[verb] if parse.dep[c] == "nsubj" and parse.tag[c] not in _RELATIVES]
    if parse.dep[verb] != "relcl" or not own or not clauses or clauses[0] < verb or parse.dep[clauses[0]] != "ccomp":
        return set()
    subjects = [c for c in parse.children[clauses[0]] if parse.dep[c] in {"nsubj", "nsubjpass"}]
    if all(parse.tag[s] in _RELATIVES for s in subjects):
        return {t for t in noun_phrase(parse, parse.head[verb]) if t < verb}
    return set()
