"""Statements marked by a phrase beside them: "according to X", "as X put it", "reportedly"."""

from collections.abc import Iterator

from waybill.extract.attribution.cues import cue_of, verb_at
from waybill.extract.attribution.draft import Draft
from waybill.extract.attribution.subjects import agent_of, noun_phrase, subject_of, without_possessive
from waybill.model.parse import Parse

_HEARSAY = frozenset({"allegedly", "reportedly", "purportedly", "supposedly"})
_VIEWS = frozenset(
    {
        *("view", "views", "opinion", "words", "judgement", "judgment", "assessment", "estimation", "estimate"),
        *("account", "telling", "mind", "phrase", "reckoning", "count", "tally", "reading", "admission", "experience"),
    }
)
_SAID_ITSELF = frozenset({"ccomp", "xcomp", "acomp", "advcl"})
"""What a verb in "as Kyiv said" does not govern: what is said stands beside it."""
_OPEN = frozenset({"relcl", "parataxis", "ROOT"})


def phrase_drafts(parse: Parse, quoted: frozenset[int]) -> Iterator[Draft]:
    """One draft for each such phrase that stands outside quotation marks."""
    for token in range(len(parse)):
        if token in quoted:
            continue
        word = parse.word[token].lower()
        if word == "according":
            yield from _according_to(parse, token)
        elif word == "per" and _is_apart(parse, token):
            yield from _per(parse, token)
        elif word in _VIEWS and parse.dep[token] == "pobj" and parse.word[parse.head[token]].lower() in {"in", "by"}:
            yield from _in_view(parse, token)
        elif word in _HEARSAY and parse.pos[token] == "ADV":
            yield Draft(token, tuple(t for t in parse.subtree(parse.head[token]) if t != token), (), (token,))
        elif word == "as" and parse.dep[token] in {"mark", "advmod"}:
            yield from _as_said(parse, token)


def _according_to(parse: Parse, token: int) -> Iterator[Draft]:
    prepositions = [c for c in parse.children[token] if parse.word[c].lower() == "to"]
    named = [c for p in prepositions for c in parse.children[p] if parse.dep[c] == "pobj"]
    if named:
        own = set(parse.subtree(token))
        yield Draft(token, _clause_tokens(parse, token, own), noun_phrase(parse, named[0]), (token, prepositions[0]))


def _is_apart(parse: Parse, token: int) -> bool:
    """True at the start of a sentence or behind a comma, unlike in "per day"."""
    return parse.sentence_at(token)[0] == token or parse.word[token - 1] == ","


def _per(parse: Parse, token: int) -> Iterator[Draft]:
    named = [c for c in parse.children[token] if parse.dep[c] == "pobj"]
    if named:
        own = set(parse.subtree(token))
        yield Draft(token, _clause_tokens(parse, token, own), noun_phrase(parse, named[0]), (token,))


def _in_view(parse: Parse, token: int) -> Iterator[Draft]:
    """Reads "in the view of X, A", "A, in X's words", "by Kyiv's account"."""
    owners = [c for c in parse.children[token] if parse.dep[c] == "poss"]
    owners += [o for c in parse.children[token] if parse.word[c].lower() == "of" for o in parse.children[c]]
    if owners and parse.pos[owners[0]] in {"PROPN", "NOUN", "PRON"} and parse.dep[parse.head[token]] == "prep":
        own = set(parse.subtree(parse.head[token]))
        source = without_possessive(parse, noun_phrase(parse, owners[0]))
        cue = (parse.head[token], token) if set(range(parse.head[token], token)).isdisjoint(source) else (token,)
        yield Draft(token, _clause_tokens(parse, parse.head[token], own), source, cue)


def _as_said(parse: Parse, token: int) -> Iterator[Draft]:
    verb = parse.head[token]
    row = verb_at(parse, verb)
    told = (row is not None and row.quotes and "that" in row.clauses) or parse.lemma[verb].lower() == "put"
    if parse.dep[verb] == "advcl" and told and not any(parse.dep[c] in _SAID_ITSELF for c in parse.children[verb]):
        own = set(parse.subtree(verb))
        source = subject_of(parse, verb) or agent_of(parse, verb)
        if source and parse.word[source[0]].lower() not in {"you", "we", "i"}:
            said = cue_of(parse, verb)
            cue = (token, *said) if token == said[0] - 1 else said
            yield Draft(verb, _clause_tokens(parse, verb, own), source, cue)


def _clause_tokens(parse: Parse, token: int, own: set[int]) -> tuple[int, ...]:
    """The clause a phrase stands beside, without the phrase itself."""
    return tuple(t for t in parse.subtree(_clause_of(parse, token)) if t not in own)


def _closes(parse: Parse, token: int) -> bool:
    """True for a phrase after a comma that ends its sentence, and so stands beside all of it."""
    last = parse.subtree(token)[-1]
    ends = last + 1 >= parse.sentence_at(token)[1] or parse.word[last + 1] in {".", "”", '"'}
    return token > 0 and parse.word[token - 1] == "," and ends


def _clause_of(parse: Parse, token: int) -> int:
    """The head of the clause around a token: up to the sentence, a relative clause or what a verb of saying governs."""
    at = parse.head[token]
    while parse.dep[at] not in _OPEN and parse.head[at] != at:
        above = parse.head[at]
        said = parse.dep[at] == "ccomp" and verb_at(parse, above) is not None and not _closes(parse, token)
        if said or (parse.dep[at] == "conj" and any(parse.dep[c] in {"nsubj", "nsubjpass"} for c in parse.children[at])):
            break
        at = above
    return at
