"""Who was asked and gave no answer: "the mission did not respond to a request for comment", "he could not be reached"."""

from collections.abc import Iterator

from waybill.extract.attribution.draft import Draft
from waybill.extract.attribution.subjects import is_passive, noun_phrase, subject_of
from waybill.extract.negation import negated
from waybill.model.parse import Parse

_ANSWERING = frozenset({"respond", "reply", "answer", "return", "react"})
_REQUESTS = frozenset({"request", "question", "inquiry", "enquiry"})
_MESSAGES = frozenset({"message", "call", "email", "e-mail", "letter"})
"""Requests only where it is said what about, or what for."""
_ASKED = frozenset({"for", "about", "on", "seeking"})


def silence_drafts(parse: Parse, quoted: frozenset[int]) -> Iterator[Draft]:
    """One draft for each request that found no answer: what was asked is its content, who was silent its source."""
    for token in range(len(parse)):
        lemma = parse.lemma[token].lower()
        if token in quoted or parse.pos[token] != "VERB" or (lemma not in _ANSWERING and lemma != "reach"):
            continue
        asked = _asked(parse, token) if lemma in _ANSWERING else _sought(parse, token)
        source = _silent(parse, token)
        if asked and source and negated(parse, token) is not None:
            own = (c for c in parse.children[token] if parse.dep[c] in ("aux", "auxpass", "neg", "advmod") and c > source[-1])
            yield Draft(token, asked, source, tuple(range(min((*own, token)), asked[0])), tells="silence")


def _silent(parse: Parse, verb: int) -> tuple[int, ...]:
    """Who did not answer, or could not be reached."""
    sought = [c for c in parse.children[verb] if parse.dep[c] == "nsubjpass"]
    return noun_phrase(parse, sought[0]) if sought else subject_of(parse, verb)


def _asked(parse: Parse, verb: int) -> tuple[int, ...]:
    """The request that is not answered."""
    behind = [c for c in parse.children[verb] if c > verb]
    heads = [h for c in behind for h in ((c,) if parse.dep[c] == "dobj" else parse.children[c])]
    return next((_plain(parse, h) for h in heads if _is_request(parse, h)), ())


def _is_request(parse: Parse, noun: int) -> bool:
    lemma = parse.lemma[noun].lower()
    return lemma in _REQUESTS or (lemma in _MESSAGES and any(parse.word[c].lower() in _ASKED for c in parse.children[noun]))


def _plain(parse: Parse, head: int) -> tuple[int, ...]:
    """A noun with what it is about, without a clause on it ("queries that seek to confirm it")."""
    clauses = {t for c in parse.children[head] if parse.dep[c] in ("acl", "relcl") for t in parse.subtree(c)}
    return tuple(t for t in parse.subtree(head) if t not in clauses)


def _sought(parse: Parse, verb: int) -> tuple[int, ...]:
    """What one who could not be reached was sought for."""
    if not is_passive(parse, verb):
        return ()
    return next((tuple(parse.subtree(c)) for c in parse.children[verb] if parse.word[c].lower() == "for" and c > verb), ())
