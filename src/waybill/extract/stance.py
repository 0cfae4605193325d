"""How firmly it is said: asserted, or what every weakening word on the way makes of it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from waybill.model.claim import Attribution, Stance
from waybill.model.parse import Parse
from waybill.model.span import Span
from waybill.reference.stance_words import StanceWord, stance_words
from waybill.reference.transfer_verbs import transfer_words

ORDER: tuple[Stance, ...] = ("questioned", "declined", "denied", "conditional", "planned", "hedged", "asserted")
"""Where several words work on one statement the first of these stands: nothing is ever made firmer than its weakest word."""

_PARTS = {"VERB": "verb", "AUX": "verb", "ADJ": "adjective", "NOUN": "noun", "ADV": "adverb"}
_ENDS = {"relcl", "advcl", "parataxis", "appos"}
_SPOKEN_OF = {
    "discuss",
    "condemn",
    "denounce",
    "mention",
    "note",
    "outline",
    "highlight",
    "address",
    "talk",
    "speak",
    "elaborate",
}
"""Verbs that take what they speak of for given: wanting to discuss a delivery makes it no plan."""
_IF = {"if", "unless", "should"}


@dataclass(frozen=True, slots=True)
class Firmness:
    """The stance of a statement and the words that weaken it, in text order."""

    stance: Stance
    hedges: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Sign:
    """One word and what it makes of the statement."""

    token: int
    stance: Stance


def firmness(parse: Parse, head: int, tokens: Iterable[int], said: Attribution) -> Firmness:
    """How firmly the statement headed by token `head` is made.

    `tokens` are its own; the words that govern it are looked for on the way from `head` to the root of its sentence and in the
    cue. Bounds ("up to") are no hedges. A negated report ("has seen no evidence") is a refusal, never a denial.
    """
    own = list(tokens)
    cue_tokens = set(parse.tokens_in(said.cue)) if said.cue is not None else set()
    signs = [
        *_impersonal(parse, cue_tokens, said, own),
        *_along(parse, head, past=_past(parse, cue_tokens)),
        *_adverbs(parse, own),
        *_in_cue(parse, cue_tokens),
    ]
    stances = {sign.stance for sign in signs} | {"asserted"}
    if said.questioned or _asks(parse, head):
        stances.add("questioned")
    weak = sorted({sign.token for sign in signs if sign.stance in ("hedged", "conditional")})
    return Firmness(next(s for s in ORDER if s in stances), tuple(parse.span(t, t) for t in weak))


def _along(parse: Parse, head: int, past: bool) -> Iterator[Sign]:
    """The signs of every word from the head to where its clause ends."""
    at, first = head, True
    while True:
        yield from _around(parse, at, past, own=first)
        above = parse.head[at]
        if above == at or (parse.dep[at] in _ENDS and not _governed_clause(parse, at)):
            return
        if parse.dep[at] == "conj" and _stands_alone(parse, at):
            governor = _governor_of_list(parse, at)
            if governor is None:
                return
            above = governor
        elif parse.dep[at] != "conj":
            yield from _governing(parse, above, at)
            if parse.lemma[above].lower() in _SPOKEN_OF:
                return
        at, first = above, False


@cache
def _known() -> frozenset[tuple[str, str]]:
    """Words whose negation is a denial or a refusal; "not" on others ("was not happy") denies nothing of ours."""
    return frozenset(transfer_words()) | frozenset(stance_words())


def _governed_clause(parse: Parse, verb: int) -> bool:
    """True where a clause that looks adverbial or relative is still under what stands above it: an infinitive ("prepares to
    train them to use"), or what "there may be"."""
    if parse.dep[verb] == "advcl":
        return any(parse.tag[c] == "TO" for c in parse.children[verb])
    above = parse.head[parse.head[verb]]
    return parse.dep[verb] == "relcl" and any(parse.dep[c] == "expl" for c in parse.children[above])


def _around(parse: Parse, at: int, past: bool, own: bool) -> Iterator[Sign]:
    """Modals, negation, conditions and adjectives that hang on one word."""
    negation = _negated(parse, at)
    row = _row(parse, at, "verb") if parse.pos[at] == "VERB" and own else None
    if negation is not None and own and any((parse.lemma[at].lower(), part) in _known() for part in ("verb", "noun")):
        yield Sign(negation, row.negated if row is not None and row.negated is not None else "denied")
    elif row is not None and row.stance == "planned":
        yield Sign(at, "planned")
    for child in parse.children[at]:
        word = parse.word[child].lower()
        if parse.dep[child] == "aux" and (modal := stance_words().get((word, "modal"))) is not None:
            stance = (
                "planned"
                if word == "would" and past and own
                else (modal.negated if negation is not None and own else modal.stance)
            )
            yield Sign(child, stance or "asserted")
        elif parse.dep[child] == "mark" and word in _IF and parse.pos[at] in ("VERB", "AUX"):
            yield Sign(child, "conditional")
        elif parse.dep[child] == "mark" and word == "whether":
            yield Sign(child, "hedged")
        elif parse.dep[child] in ("amod", "acomp") and (row := _row(parse, child, "adjective")) is not None:
            yield from _sign(parse, child, row)
        elif parse.dep[child] == "advcl" and any(parse.word[m].lower() in _IF for m in parse.children[child]):
            yield Sign(child, "conditional")


def _governing(parse: Parse, above: int, below: int) -> Iterator[Sign]:
    """What a governing word makes of what it governs; of its subject only where it is about that subject's being so."""
    part = _PARTS.get(parse.pos[above])
    if part is None or parse.dep[below] in ("poss", "compound", "amod"):
        return
    if parse.dep[below] in ("nsubj", "nsubjpass") and part == "verb" and not _raises(parse, above):
        return
    if (row := _row(parse, above, part)) is not None:
        yield from _sign(parse, above, row)
    elif part == "noun" and parse.lemma[above].lower() == "concern" and parse.dep[below] in ("acl", "ccomp"):
        yield Sign(above, "hedged")


def _raises(parse: Parse, verb: int) -> bool:
    """True where a verb speaks of its subject's being so ("appears to be", "is believed to")."""
    return parse.lemma[verb].lower() in ("appear", "seem") or any(parse.dep[c] == "auxpass" for c in parse.children[verb])


def _impersonal(parse: Parse, cue: set[int], said: Attribution, own: Sequence[int]) -> Iterator[Sign]:
    """A report nobody answers for ("is said to", "reported to be") is hedged."""
    if said.source is None or (own and parse.tag[own[0]] == "TO"):
        yield from (Sign(t, "hedged") for t in sorted(cue) if parse.tag[t] in ("VBN", "VBD"))


def _in_cue(parse: Parse, cue: set[int]) -> Iterator[Sign]:
    for token in sorted(cue):
        part = _PARTS.get(parse.pos[token])
        if part is not None and part != "adverb" and (row := _row(parse, token, part)) is not None:
            yield from _sign(parse, token, row)
        elif parse.lemma[token].lower() == "concern" and _opens_clause(parse, max(cue)):
            yield Sign(token, "hedged")
    yield from _adverbs(parse, sorted(cue))


def _opens_clause(parse: Parse, last: int) -> bool:
    """True where "that" closes the cue or follows it."""
    return any(t < len(parse) and parse.word[t].lower() == "that" for t in (last, last + 1))


def _adverbs(parse: Parse, tokens: Iterable[int]) -> Iterator[Sign]:
    for token in tokens:
        words = parse.word[token].lower()
        before = f"{parse.word[token - 1]} {words}".lower() if token else words
        row = stance_words().get((before, "adverb")) or stance_words().get((words, "adverb"))
        if row is not None and row.stance is not None:
            yield Sign(token, row.stance)


def _sign(parse: Parse, token: int, row: StanceWord) -> Iterator[Sign]:
    stance = row.negated if _negated(parse, token) is not None else row.stance
    if stance is not None:
        yield Sign(token, stance)


def _row(parse: Parse, token: int, part: str) -> StanceWord | None:
    return stance_words().get((parse.lemma[token].lower(), part)) or stance_words().get((parse.word[token].lower(), part))


def _negated(parse: Parse, token: int) -> int | None:
    """The token that negates a word: "not" or "never" on it, or "no" on what it takes ("has seen no evidence")."""
    for child in parse.children[token]:
        if parse.dep[child] == "neg" or parse.word[child].lower() in ("not", "n't", "n’t", "never"):
            return child
        if parse.dep[child] in ("dobj", "attr") and parse.pos[token] in ("VERB", "AUX"):
            no = next((c for c in parse.children[child] if parse.word[c].lower() == "no" and parse.dep[c] == "det"), None)
            if no is not None:
                return no
    if parse.pos[token] in ("NOUN", "ADJ") and parse.pos[parse.head[token]] == "AUX":
        return next((c for c in parse.children[parse.head[token]] if parse.dep[c] == "neg"), None)
    return None


def _stands_alone(parse: Parse, verb: int) -> bool:
    """True where a coordinated verb has its own subject or auxiliary: the first verb's modality is not its own."""
    return any(parse.dep[c] in ("nsubj", "nsubjpass", "aux", "auxpass") for c in parse.children[verb])


def _governor_of_list(parse: Parse, token: int) -> int | None:
    """What governs the whole list a token stands in, or None at the root."""
    while parse.dep[token] == "conj" and parse.head[token] != token:
        token = parse.head[token]
    if parse.dep[token] in (*_ENDS, "ROOT") or parse.head[token] == token:
        return None
    return parse.head[token]


def _past(parse: Parse, cue: set[int]) -> bool:
    """True where the cue reports in the past, so that "would" is a reported "will"."""
    return any(parse.tag[t] == "VBD" for t in cue)


def _asks(parse: Parse, head: int) -> bool:
    """True where the sentence of the head ends in a question mark."""
    first, end = parse.sentence_at(head)
    return any(parse.word[t] == "?" for t in range(max(head, first), end))
