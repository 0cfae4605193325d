"""Statements that a reporting verb governs: "officials said the ship had sailed", "they accused Oslo of selling shells"."""

from collections.abc import Iterator

from waybill.extract.attribution.asides import aside_of, sentence_around
from waybill.extract.attribution.complements import Complement, complement
from waybill.extract.attribution.cues import cue_of, source_of, verb_at
from waybill.extract.attribution.draft import Draft
from waybill.extract.attribution.subjects import is_infinitive
from waybill.model.parse import Parse
from waybill.reference.reporting import ReportingVerb


def verb_drafts(parse: Parse, quoted: frozenset[int]) -> Iterator[Draft]:
    """One draft for each reporting verb that stands outside quotation marks and governs what is said."""
    for token in range(len(parse)):
        row = verb_at(parse, token)
        if row is not None and token not in quoted and not _is_told_by(parse, token) and not _is_aim(parse, token):
            yield from _governed(parse, token, row, quoted)


def _governed(parse: Parse, verb: int, row: ReportingVerb, quoted: frozenset[int]) -> Iterator[Draft]:
    source = tuple(t for t in source_of(parse, verb) if t not in quoted)
    cue = cue_of(parse, verb)
    aside = aside_of(parse, verb, source, cue) if "that" in row.clauses else ()
    around = sentence_around(parse, verb, set(aside), quoted) if aside else ()
    found = Complement(around) if around else complement(parse, verb, row)
    told_by_nobody = not source and _is_command(parse, verb)
    if found.content and not told_by_nobody and not _is_hearer(parse, source):
        yield Draft(verb, found.content, tuple(t for t in source if t not in found.content), cue + found.cue)


def _is_hearer(parse: Parse, source: tuple[int, ...]) -> bool:
    """True for "you know that": who is spoken to says nothing."""
    return [parse.word[t].lower() for t in source] == ["you"]


def _is_told_by(parse: Parse, verb: int) -> bool:
    """True for "say" in "declined to say why": all of it is what was declined."""
    above = verb_at(parse, parse.head[verb]) if parse.dep[verb] == "xcomp" else None
    return above is not None and is_infinitive(parse, verb) and "to" in above.clauses


def _is_aim(parse: Parse, verb: int) -> bool:
    """True for "flew in to discuss prices": what somebody means to do is not said yet."""
    return is_infinitive(parse, verb) and parse.dep[verb] in {"advcl", "acl", "relcl"}


def _is_command(parse: Parse, verb: int) -> bool:
    """True for "post a comment": a bare form that no auxiliary governs."""
    return parse.tag[verb] in {"VB", "VBP"} and not any(parse.dep[c] == "aux" for c in parse.children[verb])
