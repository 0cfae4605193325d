"""Statements that a reporting verb governs: "officials said the ship had sailed", "they accused Oslo of selling shells"."""

from collections.abc import Iterator

from waybill.extract.attribution.asides import around, aside_of
from waybill.extract.attribution.complements import Complement, complement
from waybill.extract.attribution.cues import cue_of, source_of, verb_at
from waybill.extract.attribution.draft import Draft
from waybill.extract.attribution.subjects import is_aim, is_infinitive, is_passive
from waybill.model.claim import Manner
from waybill.model.parse import Parse
from waybill.reference.reporting import ReportingVerb, reporting_verbs, speaker_roles

_TELLS: dict[str, Manner] = {
    **dict.fromkeys(("agree", "criticise", "decline", "praise", "suppose", "think", "warn"), "thought"),
    **dict.fromkeys(("act", "intend"), "will"),
}
"""What verbs of a sense tell of, where not of words."""

_NAMING = frozenset({"csubj", "oprd", "pcomp"})
"""Where a form in "-ing" names what may be done, by nobody."""

ASIDE = 4
"""An aside between commas, with its commas and a name before it, has at least so many tokens."""


def verb_drafts(parse: Parse, quoted: frozenset[int]) -> Iterator[Draft]:
    """One draft for each reporting verb that stands outside quotation marks and governs what is said."""
    for token in range(len(parse)):
        row = verb_at(parse, token)
        if row is not None and token not in quoted and not _is_no_statement(parse, token):
            yield from _governed(parse, token, row, quoted)


def _is_no_statement(parse: Parse, verb: int) -> bool:
    return (
        _is_told_by(parse, verb)
        or (is_aim(parse, verb) and not _goes_on_to(parse, verb))
        or _is_basis(parse, verb)
        or _is_open(parse, verb)
        or any(_is_wish_to_tell(parse, c) for c in parse.children[verb])
    )


def _goes_on_to(parse: Parse, verb: int) -> bool:
    """True for "went on to say", "took pains to say", which the parser takes for an aim."""
    above = parse.head[verb]
    if parse.lemma[above].lower() == "go":
        return any(parse.word[c].lower() == "on" for c in parse.children[above] if c < verb)
    return parse.lemma[above].lower() in {"pain", "pains"} or (
        parse.lemma[above].lower() == "way" and parse.lemma[parse.head[parse.head[above]]].lower() == "go"
    )


def _is_open(parse: Parse, verb: int) -> bool:
    """True for "asked if he could confirm it": whether anybody says so is open."""
    return any(parse.dep[c] == "mark" and parse.word[c].lower() in {"if", "whether"} for c in parse.children[verb])


def _governed(parse: Parse, verb: int, row: ReportingVerb, quoted: frozenset[int]) -> Iterator[Draft]:
    cue = cue_of(parse, verb)
    source = tuple(t for t in source_of(parse, verb) or _before(parse, verb, cue[0]) if t not in quoted)
    source, cue = _parted(parse, source, cue)
    aside = aside_of(parse, verb, source, cue) if _may_stand_aside(parse, verb, row) else ()
    beside = around(parse, aside[0], aside[-1] + 1, quoted) if aside else ()
    found = Complement(beside) if beside else complement(parse, verb, row)
    told_by_nobody = not source and (_is_nobodys(parse, verb) or (row.sense == "show" and is_passive(parse, verb)))
    if found.content and not told_by_nobody and not _is_hearer(parse, source) and not _is_sight(parse, verb, row, source):
        source = tuple(t for t in source if t not in found.content)
        yield Draft(verb, found.content, source, cue + found.cue, tells=_TELLS.get(row.sense, "words"))


def _may_stand_aside(parse: Parse, verb: int, row: ReportingVerb) -> bool:
    """True for a verb of saying or thinking with nothing of its own to say: none of "she wrote a dissent", "Utah voted"."""
    things = [c for c in parse.children[verb] if parse.dep[c] == "dobj" and parse.word[parse.subtree(c)[0] - 1] != ","]
    return "that" in row.clauses and (row.quotes or row.sense == "think") and (not things or "hearer" in row.objects)


def _parted(parse: Parse, source: tuple[int, ...], cue: tuple[int, ...]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Source and cue of "Utopia rejects claims that", whose first verb the parser may take for the end of the name."""
    last = source[-1] if len(source) > 1 else cue[0]
    row = reporting_verbs().get(parse.lemma[last].lower())
    if (
        last != cue[0] - 1
        or row is None
        or not (parse.tag[last] == "VBZ" or (parse.tag[last] == "NNS" and row.sense == "deny"))
    ):
        return source, cue
    return source[:-1], (last, *cue)


def _before(parse: Parse, verb: int, first: int) -> tuple[int, ...]:
    """The name before a finite verb that the parser left without a subject."""
    if parse.tag[verb] not in {"VBD", "VBZ", "VBP"} or parse.dep[verb] != "ROOT" or is_passive(parse, verb):
        return ()
    start = parse.sentence_at(verb)[0]
    low = first = _before_aside(parse, start, first)
    while low > start and parse.pos[low - 1] in {"PROPN", "CCONJ", "DET", "NOUN", "ADJ", "NUM"}:
        low -= 1
    while low < first and parse.pos[low] == "CCONJ":
        low += 1
    return tuple(range(low, first))


def _before_aside(parse: Parse, start: int, end: int) -> int:
    """Where a name ends that an aside between commas parts from its verb: "Anna Voss, the minister, said"."""
    if end - start < ASIDE or parse.word[end - 1] != ",":
        return end
    return next((t for t in range(end - 2, start, -1) if parse.word[t] == ","), end)


def _is_sight(parse: Parse, verb: int, row: ReportingVerb, source: tuple[int, ...]) -> bool:
    """True for "they saw the train leave", which is no report; "we have seen" and "see it as" are."""
    judged = any(parse.word[t].lower() == "as" for t in parse.subtree(verb) if t > verb)
    return row.verb == "see" and not judged and not any(parse.word[t].lower() in {"we", "i"} for t in source)


def _is_hearer(parse: Parse, source: tuple[int, ...]) -> bool:
    """True for "you know that": who is spoken to says nothing."""
    return [parse.word[t].lower() for t in source] == ["you"]


def _is_told_by(parse: Parse, verb: int) -> bool:
    """True for "say" in "declined to say why": all of it is what was declined."""
    above = verb_at(parse, parse.head[verb]) if parse.dep[verb] == "xcomp" else None
    told = above is not None and is_infinitive(parse, verb) and "to" in above.clauses
    return told and not _is_wish_to_tell(parse, verb)


def _is_wish_to_tell(parse: Parse, verb: int) -> bool:
    """True for "know" in "wanted to know if A": the wish is how A is told, or asked."""
    above = verb_at(parse, parse.head[verb]) if parse.dep[verb] == "xcomp" else None
    own = verb_at(parse, verb)
    clauses = any(parse.dep[c] == "ccomp" for c in parse.children[verb])
    return above is not None and above.sense == "intend" and own is not None and "that" in own.clauses and clauses


def _is_basis(parse: Parse, verb: int) -> bool:
    """True for "citing two officials", which tells what a statement rests on and states nothing by itself."""
    if parse.lemma[verb].lower() != "cite" or parse.tag[verb] != "VBG":
        return False
    cited = [t for t in parse.subtree(verb) if parse.dep[t] in {"dobj", "conj"}]
    return not cited or any(parse.entity[t] or parse.lemma[t].lower() in speaker_roles() for t in cited)


def _is_nobodys(parse: Parse, verb: int) -> bool:
    """True for "post a comment", a bare form that no auxiliary governs, "asked about it, she said", "it is worth noting"."""
    if parse.dep[verb] == "advcl" and parse.tag[verb] == "VBN":
        return not _puts_question(parse, verb)
    if parse.dep[verb] in _NAMING and parse.tag[verb] == "VBG":
        return True
    return parse.tag[verb] in {"VB", "VBP"} and not any(parse.dep[c] == "aux" for c in parse.children[verb])


def _puts_question(parse: Parse, verb: int) -> bool:
    """True for "asked whether A, she said": nobody is named, but the question is told."""
    clauses = [c for c in parse.children[verb] if c > verb and parse.dep[c] in {"ccomp", "advcl"}]
    return parse.lemma[verb].lower() == "ask" and any(
        parse.tag[t] in {"WRB", "WP", "WDT"} or parse.word[t].lower() in {"if", "whether"}
        for c in clauses
        for t in parse.subtree(c)[:2]
    )
