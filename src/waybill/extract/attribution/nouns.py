"""Statements a noun or adjective stands for: "the claim by Kyiv that A", "voiced concerns about B", "is confident of C"."""

from collections.abc import Iterator

from waybill.extract.attribution.cues import cue_of, is_misread
from waybill.extract.attribution.draft import Draft
from waybill.extract.attribution.subjects import noun_phrase, subject_of
from waybill.model.claim import Manner
from waybill.model.parse import Parse
from waybill.reference.reporting import ReportingWord, reporting_adjectives, reporting_idioms, reporting_nouns

_OWNERS = frozenset({"by", "from", "among"})
_HAVE = frozenset({"have", "hold", "share", "express", "voice", "see"})
"""Verbs that make what the noun stands for their subject's own: "has a low opinion of X", unlike "won the endorsement of X"."""
_BE = frozenset({"be", "remain", "feel", "become", "grow", "seem", "appear", "sound"})


def noun_drafts(parse: Parse, quoted: frozenset[int]) -> Iterator[Draft]:
    """One draft for each reporting noun with its content, where somebody is named for it or it needs nobody."""
    for token in range(len(parse)):
        row = _row(parse, token)
        if row is None or token in quoted:
            continue
        content, preposition = content_of(parse, token, row)
        told = () if content else _told_of(parse, token, row)
        if told and _owner(parse, token):
            yield Draft(token, told, _owner(parse, token), (token, parse.head[token]))
        if content:
            yield from _of_noun(parse, token, row, content, preposition)


def _row(parse: Parse, token: int) -> ReportingWord | None:
    """The table's row for a noun, that of an idiom before its own."""
    if parse.pos[token] not in {"NOUN", "PRON"} or is_misread(parse, token):
        return None
    noun, verb = parse.lemma[token].lower(), parse.lemma[parse.head[token]].lower()
    idiom = reporting_idioms().get((verb, noun)) if parse.dep[token] == "dobj" else None
    return idiom or (reporting_nouns().get(noun) if parse.pos[token] == "NOUN" else None)


def adjective_drafts(parse: Parse, quoted: frozenset[int]) -> Iterator[Draft]:
    """One draft for each reporting adjective after "be": "Seoul is concerned that A"."""
    for token in range(len(parse)):
        row = reporting_adjectives().get(parse.word[token].lower())
        verb = _copula(parse, token)
        if row is None or token in quoted or verb is None:
            continue
        content, preposition = content_of(parse, token, row)
        if not content:
            content, preposition = content_of(parse, verb, row)
        source = _who_feels(parse, verb)
        if content and (_names(parse, source) or row.unsourced):
            source = source if _names(parse, source) else ()
            cue = tuple(sorted({*cue_of(parse, verb), token, *preposition}))
            yield Draft(verb, content, source, cue, tells=_tells(parse, content))


def _who_feels(parse: Parse, verb: int) -> tuple[int, ...]:
    felt = [c for c in parse.children[verb] if parse.dep[c] == "nsubjpass"]
    return noun_phrase(parse, felt[0]) if felt else subject_of(parse, verb)


def _tells(parse: Parse, content: tuple[int, ...]) -> Manner:
    """What a word of feeling tells of: "is willing to A" a will, "is afraid that A" a thought."""
    return "will" if parse.tag[content[0]] == "TO" else "thought"


def _copula(parse: Parse, token: int) -> int | None:
    """The verb an adjective is told with ("is worried", "feels sure"); a participle after "be" is its own."""
    verb = parse.head[token]
    if parse.dep[token] in {"acomp", "oprd"} and parse.lemma[verb].lower() in _BE:
        return verb
    participle = any(parse.dep[c] == "auxpass" for c in parse.children[token])
    return token if participle else None


def content_of(parse: Parse, token: int, row: ReportingWord) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The tokens of what the word stands for, and the preposition that opens them; both empty where there is none."""
    for child in parse.children[token]:
        if child > token and parse.dep[child] in {"acl", "ccomp", "relcl", "xcomp"} and _opens(parse, child) & row.clauses:
            return parse.subtree(child), ()
    for child in parse.children[token]:
        if child > token and parse.dep[child] in {"prep", "agent"} and parse.word[child].lower() in row.prepositions:
            content = tuple(t for t in parse.subtree(child) if t != child)
            if content:
                return content, (child,)
    if parse.dep[token] == "dobj":
        return _behind_object(parse, token, row)
    return (), ()


def _behind_object(parse: Parse, token: int, row: ReportingWord) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """What follows a noun where the parser hung it on the verb: "cast doubt on the sale"."""
    end = parse.subtree(token)[-1]
    for child in parse.children[parse.head[token]]:
        if child == end + 1 and parse.dep[child] in {"prep", "dative"} and parse.word[child].lower() in row.prepositions:
            return tuple(t for t in parse.subtree(child) if t != child), (child,)
    return (), ()


def _told_of(parse: Parse, noun: int, row: ReportingWord) -> tuple[int, ...]:
    """What the noun is said to be: "Seoul's estimate is that A"."""
    verb = parse.head[noun]
    if parse.dep[noun] != "nsubj" or parse.lemma[verb].lower() != "be" or "that" not in row.clauses:
        return ()
    clauses = [c for c in parse.children[verb] if c > verb and parse.dep[c] == "ccomp" and "that" in _opens(parse, c)]
    return parse.subtree(clauses[0]) if clauses else ()


def _opens(parse: Parse, clause: int) -> frozenset[str]:
    marks = {parse.word[c].lower() for c in parse.children[clause] if parse.dep[c] == "mark"}
    auxiliaries = {parse.word[c].lower() for c in parse.children[clause] if parse.dep[c] == "aux"}
    opens = {"that"} if marks & {"that", "whether", "if"} or parse.dep[clause] == "ccomp" else set()
    return frozenset(opens | ({"to"} if "to" in auxiliaries and clause else set()))


def _of_noun(
    parse: Parse, noun: int, row: ReportingWord, content: tuple[int, ...], preposition: tuple[int, ...]
) -> Iterator[Draft]:
    first = noun
    while parse.dep[first] == "conj" and parse.pos[parse.head[first]] == "NOUN":
        first = parse.head[first]
    verb = parse.head[first]
    owner = _owner(parse, first)
    idiom = (parse.lemma[verb].lower(), parse.lemma[noun].lower()) in reporting_idioms()
    if owner and not idiom:
        yield Draft(noun, content, owner, (noun, *preposition), tells=_stands_for(parse, row, content))
    elif parse.dep[first] in {"dobj", "oprd"} and parse.pos[verb] == "VERB" and _names(parse, subject_of(parse, verb)):
        if preposition and parse.word[preposition[0]].lower() == "of" and not idiom:
            if parse.lemma[verb].lower() in _HAVE:
                yield Draft(verb, parse.subtree(first), subject_of(parse, verb), cue_of(parse, verb))
            return
        words = range(verb, noun + 1) if not set(content) & set(range(verb, noun + 1)) else (verb, noun)
        cue = tuple(sorted({*cue_of(parse, verb), *words, *preposition}))
        yield Draft(verb, content, subject_of(parse, verb), cue, tells=_stands_for(parse, row, content))
    elif row.unsourced and (not preposition or any(parse.dep[c] == "expl" for c in parse.children[verb])):
        yield Draft(noun, content, (), (noun, *preposition))


def _stands_for(parse: Parse, row: ReportingWord, content: tuple[int, ...]) -> Manner:
    """What a noun stands for: "the claim that A" words, "his fear of A" a thought, "the desire to A" a will."""
    return "words" if row.spoken else _tells(parse, content)


def _owner(parse: Parse, noun: int) -> tuple[int, ...]:
    """Whose statement it is: a possessive, or who follows "by"."""
    for child in parse.children[noun]:
        if parse.dep[child] == "poss":
            return tuple(t for t in noun_phrase(parse, child) if parse.dep[t] != "case")
        if parse.word[child].lower() in _OWNERS and parse.dep[child] == "prep":
            objects = [c for c in parse.children[child] if parse.dep[c] == "pobj"]
            return noun_phrase(parse, objects[0]) if objects else ()
    return ()


def _names(parse: Parse, tokens: tuple[int, ...]) -> bool:
    """False for nobody and for an empty "it" or "there"."""
    return bool(tokens) and parse.word[tokens[0]].lower() not in {"it", "there", "this", "that"}
