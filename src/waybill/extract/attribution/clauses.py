"""Clauses that a reporting verb governs: "said (that) A", "asked whether A", "pledged to B", "denied doing C"."""

from collections.abc import Iterator

from waybill.extract.attribution.cues import is_misread, verb_at
from waybill.extract.attribution.subjects import noun_phrase
from waybill.model.parse import Parse

_ASKING = frozenset({"ask", "wonder", "inquire", "enquire", "question", "say"})
_JOINTS = frozenset({"and", "but", "or", "so", "yet"})
_REASONS = frozenset({"because", "although", "though", "unless", "whereas"})
_INNER = frozenset({"act", "decline", "intend", "praise"})
"""Senses of verbs that tell no words: a second clause with one goes on with what was said."""
_CLAUSES = frozenset({"ccomp", "xcomp"})
_RELATIVES = frozenset({"WDT", "WP"})


def clause_tokens(parse: Parse, verb: int, wanted: frozenset[str]) -> tuple[int, ...]:
    """The tokens of the clauses of a wanted form that say what is said, with what fills a gap in them."""
    clauses = [c for c in parse.children[verb] if parse.dep[c] in _governed(parse, verb) and form_of(parse, c) & wanted]
    if not clauses and parse.lemma[verb].lower() in _ASKING:
        clauses = [c for c in parse.children[verb] if c > verb and _asks(parse, c)]
    clauses = _on_one_side(parse, verb, clauses)
    told = {t for c in clauses for t in parse.subtree(c)} | _second_clause(parse, verb, clauses)
    gap = _gap(parse, verb, clauses)
    return tuple(sorted({t for t in told if t > verb} | gap if gap else told))


def _governed(parse: Parse, verb: int) -> frozenset[str]:
    return _CLAUSES | {"acl"} if is_misread(parse, verb) else _CLAUSES


def _asks(parse: Parse, clause: int) -> bool:
    """True for "whether A" behind "asked them", which the parser may take for a condition."""
    return parse.dep[clause] == "advcl" and any(
        parse.dep[c] == "mark" and parse.word[c].lower() in {"if", "whether"} for c in parse.children[clause]
    )


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
        return frozenset({"ing", "that"}) if _holds_clause(parse, clause) else frozenset({"ing"})
    if parse.pos[clause] not in {"VERB", "AUX"} and parse.dep[clause] == "ccomp" and not words:
        return frozenset({"called", "that"})
    return frozenset({"that", "wh"})


def _holds_clause(parse: Parse, gerund: int) -> bool:
    """True for "said cutting output must come first": the parser took the clause's subject for all of it."""
    opens = parse.subtree(gerund)[0] == parse.head[gerund] + 1
    return opens and any(parse.tag[t] in {"MD", "VBZ", "VBD", "VBP"} and parse.dep[t] != "relcl" for t in parse.subtree(gerund))


def _second_clause(parse: Parse, verb: int, clauses: list[int]) -> set[int]:
    """B in "said A, and B", "said A, but that B", "said A because B" where the parser hung it on the verb.

    A clause in which somebody else speaks is none.
    """
    if not clauses or clauses[0] < verb:
        return set()
    later = [c for c in parse.children[verb] if c > clauses[0]]
    joined = [c for c in later if parse.dep[c] == "conj" and _joint(parse, c) in _JOINTS and _is_same_telling(parse, c)]
    reasons = [c for c in later if parse.dep[c] == "advcl" and _mark(parse, c) in _REASONS]
    told = {t for c in (*joined, *reasons) for t in parse.subtree(c)}
    opening = {t for c in (*joined, *reasons) for t in _joining(parse, parse.subtree(c)[0])}
    return told | opening


def _joining(parse: Parse, first: int) -> Iterator[int]:
    """The comma and conjunction right before a clause."""
    while parse.pos[first - 1] in {"CCONJ", "PUNCT"}:
        first -= 1
        yield first


def _is_same_telling(parse: Parse, clause: int) -> bool:
    row = verb_at(parse, clause)
    return _mark(parse, clause) == "that" or (_has_subject(parse, clause) and (row is None or row.sense in _INNER))


def _mark(parse: Parse, clause: int) -> str:
    return next((parse.word[c].lower() for c in parse.children[clause] if parse.dep[c] == "mark"), "")


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
