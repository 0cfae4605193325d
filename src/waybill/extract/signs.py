"""Words that weaken, deny, plan or question a statement, and what each makes of it."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from msgspec import Struct

from waybill.model.claim import Attribution, Stance
from waybill.model.parse import Parse
from waybill.reference.stance_words import StanceWord, stance_words
from waybill.reference.transfer_verbs import transfer_words

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
_CALLS = {"call", "brand", "label", "term", "describe", "dismiss", "denounce", "deem", "reject"}
"""Verbs that say what they think of their object: after them a word of rebuttal denies it."""
_BOUNDS = {"more than", "fewer than", "less than", "later than", "earlier than", "longer than"}
"""What makes a bound of the "no" before it."""
_IF = {"if", "unless", "should"}


class Sign(Struct, frozen=True):
    """One word and what it makes of the statement."""

    token: int
    stance: Stance


def along(parse: Parse, head: int, past: bool) -> Iterator[Sign]:
    """The signs of every word from the head to where its clause ends."""
    at, first = head, True
    while True:
        yield from _around(parse, at, past, own=first)
        above = parse.head[at]
        if not first:
            yield from _of_nothing(parse, at)
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


def _of_nothing(parse: Parse, at: int) -> Iterator[Sign]:
    """What hangs on nothing: "nothing to suggest that" declines, "there is nothing to the claim that" denies."""
    above = parse.head[at]
    if above == at or parse.word[above].lower() != "nothing":
        return
    yield Sign(above, "denied" if parse.dep[at] == "prep" else "declined")


def _governed_clause(parse: Parse, verb: int) -> bool:
    """True where a clause that looks adverbial or relative is still under what stands above it: an infinitive ("prepares to
    train them to use"), what "there may be", or what a noun says ("a lie that")."""
    if parse.dep[verb] == "advcl":
        return any(parse.tag[c] == "TO" for c in parse.children[verb])
    if parse.dep[verb] == "relcl" and _that_clause(parse, verb):
        return True
    above = parse.head[parse.head[verb]]
    return parse.dep[verb] == "relcl" and any(parse.dep[c] == "expl" for c in parse.children[above])


def _around(parse: Parse, at: int, past: bool, own: bool) -> Iterator[Sign]:
    """Modals, negation, conditions and adjectives that hang on one word; `own` where it is the statement's head."""
    negation = _negated(parse, at) if own else None
    if own:
        yield from _of_head(parse, at, negation)
    else:
        yield from _rebutted(parse, at)
    yield from _opened(parse, at, own)
    for child in parse.children[at]:
        if parse.dep[child] == "aux":
            yield from _modal(parse, child, negation is not None, past and own)
        elif parse.dep[child] == "mark":
            yield from _mark(parse, child, at)
        elif parse.dep[child] in ("amod", "acomp") and (row := _row(parse, child, "adjective")) is not None:
            yield from _sign(parse, child, row)
        elif parse.dep[child] == "prep":
            yield from _phrase(parse, child, at)
        elif parse.dep[child] == "advcl" and any(parse.word[m].lower() in _IF for m in parse.children[child]):
            yield Sign(child, "conditional")


def _opened(parse: Parse, at: int, own: bool) -> Iterator[Sign]:
    """What the words right before a verb or noun make of it: "without delivering", "far from sending", "short of saying"."""
    before = at - 1
    while before >= 0 and (parse.pos[before] in ("AUX", "DET", "ADV") or parse.dep[before] == "poss"):
        before -= 1
    found = _phrase_row(parse, before) if before >= 0 else None
    if found is None:
        return
    row = None if own else _row(parse, at, "verb")
    yield Sign(before, (row.negated if row is not None else None) or found.stance or "denied")


def beside(parse: Parse, head: int, tokens: Iterable[int]) -> Iterator[Sign]:
    """A statement that also tells of a delivery not made ("instead of sending tanks, Utopia sent helmets") is hedged."""
    for token in tokens:
        if token != head and parse.pos[token] == "VERB" and (parse.lemma[token].lower(), "verb") in transfer_words():
            yield from (Sign(sign.token, "hedged") for sign in _opened(parse, token, own=True))


def _phrase_row(parse: Parse, last: int) -> StanceWord | None:
    """The row of a phrase of one or two words that ends at a token."""
    words = " ".join(parse.word[max(0, last - 1) : last + 1]).lower()
    return stance_words().get((words, "phrase")) or stance_words().get((parse.word[last].lower(), "phrase"))


def _phrase(parse: Parse, preposition: int, at: int) -> Iterator[Sign]:
    """What a phrase makes of what it hangs on: claims "are without foundation", what happens "in the novel" is
    fiction, what was done "at no time" was not."""
    for noun in parse.children[preposition]:
        words = f"{parse.word[preposition]} {parse.lemma[noun]}".lower()
        row = stance_words().get((words, "phrase")) if parse.lemma[at].lower() == "be" else None
        row = row or stance_words().get((words, "fiction")) or stance_words().get((words, "never"))
        if row is not None:
            yield from _sign(parse, noun, row)


def _rebutted(parse: Parse, at: int) -> Iterator[Sign]:
    """What a verb of being or calling says of what hangs on it ("is a lie", "called the reports baseless")."""
    lemma = parse.lemma[at].lower()
    if lemma == "be":
        said_of = [c for c in parse.children[at] if parse.dep[c] in ("attr", "acomp", "oprd")]
    elif lemma in _CALLS:
        said_of = [t for t in parse.subtree(at) if t > at]
    else:
        return
    for token in said_of:
        row = _rebuttal(parse, token)
        if row is not None:
            denied = row.stance if _negated(parse, at) is None else row.negated
            yield Sign(token, denied or "denied")


def _rebuttal(parse: Parse, token: int) -> StanceWord | None:
    rows = stance_words()
    return rows.get((parse.lemma[token].lower(), "rebuttal")) or rows.get((parse.word[token].lower(), "rebuttal"))


def _of_head(parse: Parse, at: int, negation: int | None) -> Iterator[Sign]:
    """A negated transfer is denied, a negated report declined; a verb of seeking or offering says its object is to come."""
    row = _row(parse, at, "verb") if parse.pos[at] == "VERB" else None
    if negation is not None and _is_ban(parse, at):
        return
    if negation is not None and any((parse.lemma[at].lower(), part) in _known() for part in ("verb", "noun")):
        yield Sign(negation, (row.negated if row is not None else None) or "denied")
    elif row is not None and row.stance == "planned":
        yield Sign(at, "planned")


def _is_ban(parse: Parse, at: int) -> bool:
    """True for "no embargo": that there is none is itself what is stated."""
    words = transfer_words().get((parse.lemma[at].lower(), "noun"), ()) if parse.pos[at] == "NOUN" else ()
    return bool(words) and all(word.kind == "sanction" for word in words)


def _modal(parse: Parse, token: int, negated: bool, reported: bool) -> Iterator[Sign]:
    """What a modal makes of its verb; a reported "would" is a "will", the month of May is none."""
    word = parse.word[token].lower()
    if parse.word[token] == "May" and token > parse.sentence_at(token)[0]:
        return
    row = stance_words().get((word, "modal"))
    if row is not None:
        stance = "planned" if word == "would" and reported else row.negated if negated else row.stance
        yield Sign(token, stance or "asserted")


def _mark(parse: Parse, token: int, verb: int) -> Iterator[Sign]:
    word = parse.word[token].lower()
    if word in _IF and parse.pos[verb] in ("VERB", "AUX"):
        yield Sign(token, "conditional")
    elif word == "whether":
        yield Sign(token, "hedged")


def _governing(parse: Parse, above: int, below: int) -> Iterator[Sign]:
    """What a governing word makes of what it governs; of its subject only where it is about that subject's being so."""
    part = _PARTS.get(parse.pos[above])
    if part is None or parse.dep[below] in ("poss", "compound", "amod"):
        return
    if parse.dep[below] in ("nsubj", "nsubjpass") and part == "verb":
        if (row := _row(parse, above, "occurrence")) is not None:
            yield from _sign(parse, above, row)
        if not _raises(parse, above):
            return
    if part == "verb" and _undone(parse, above, below):
        return
    if (row := _row(parse, above, part)) is not None:
        yield from _sign(parse, above, row)
    elif part == "noun" and parse.lemma[above].lower() == "concern" and _that_clause(parse, below):
        yield Sign(above, "hedged")


def _undone(parse: Parse, above: int, below: int) -> bool:
    """True where one verb of not doing governs another, or is governed by one: "failed to halt deliveries" leaves them be."""
    return any(
        _stops(parse, one) and _stops(parse, other)
        for one, other in ((above, below), (parse.head[above], above))
        if one != other
    )


def _stops(parse: Parse, verb: int) -> bool:
    row = _row(parse, verb, "verb") if parse.pos[verb] == "VERB" else None
    return row is not None and row.stance in ("denied", "hedged") and row.negated is None


def _denies(parse: Parse, token: int) -> bool:
    """True for "rejects" or "denies", also where the parser takes it for a noun."""
    row = _row(parse, token, "verb")
    return row is not None and row.stance == "denied"


def _that_clause(parse: Parse, verb: int) -> bool:
    return any(parse.dep[c] == "mark" and parse.word[c].lower() == "that" for c in parse.children[verb])


def _raises(parse: Parse, verb: int) -> bool:
    """True where a verb speaks of its subject's being so ("appears to be", "is believed to")."""
    return parse.lemma[verb].lower() in ("appear", "seem") or any(parse.dep[c] == "auxpass" for c in parse.children[verb])


def rebuttals(parse: Parse, head: int, tokens: Iterable[int]) -> Iterator[Sign]:
    """Words that call what others say untrue; in a statement that itself tells of a transfer they speak of something else."""
    if any((parse.lemma[head].lower(), part) in transfer_words() for part in ("verb", "noun")):
        return
    for token in tokens:
        row = _rebuttal(parse, token)
        if row is not None:
            yield from _sign(parse, token, row)


def impersonal(parse: Parse, cue: set[int], said: Attribution, own: Sequence[int]) -> Iterator[Sign]:
    """A report nobody answers for ("is said to") is hedged; one nobody has made ("no delivery is confirmed") declined."""
    if said.source is None and any(_negated(parse, t) is not None for t in cue if parse.pos[t] == "VERB"):
        yield from (Sign(t, "declined") for t in sorted(cue) if parse.pos[t] == "VERB")
    if said.source is None or (own and parse.tag[own[0]] == "TO"):
        yield from (Sign(t, "hedged") for t in sorted(cue) if parse.tag[t] in ("VBN", "VBD"))


def in_cue(parse: Parse, cue: set[int]) -> Iterator[Sign]:
    """The signs of the words that introduce a statement; a report that is not made ("did not name") is declined."""
    for token in sorted(cue):
        part = _PARTS.get(parse.pos[token])
        part = "verb" if parse.tag[token] == "NNS" and _denies(parse, token) else part
        if part is not None and part != "adverb" and (row := _row(parse, token, part)) is not None:
            yield from _sign(parse, token, row)
        elif part == "verb" and (none := _negated(parse, token)) is not None and (none in cue or _is_none(parse, none)):
            yield Sign(token, "declined")
        elif parse.lemma[token].lower() == "concern" and _opens_clause(parse, max(cue)):
            yield Sign(token, "hedged")
    yield from adverbs(parse, sorted(cue))


def _opens_clause(parse: Parse, last: int) -> bool:
    """True where "that" closes the cue or follows it."""
    return any(t < len(parse) and parse.word[t].lower() == "that" for t in (last, last + 1))


def adverbs(parse: Parse, tokens: Iterable[int]) -> Iterator[Sign]:
    """The signs of weakening adverbs among the tokens, wherever they hang."""
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
    particles = (c for c in parse.children[token] if parse.dep[c] in ("prt", "advmod"))
    for phrasal in (f"{parse.lemma[token]} {parse.word[c]}".lower() for c in particles):
        if (phrasal, part) in stance_words():
            return stance_words()[phrasal, part]
    return stance_words().get((parse.lemma[token].lower(), part)) or stance_words().get((parse.word[token].lower(), part))


def _negated(parse: Parse, token: int) -> int | None:
    """The token that negates a word: "not" or "never" on it, or "no" on what it takes ("has seen no evidence")."""
    for child in parse.children[token]:
        if parse.word[child + 1 : child + 2] in (("only",), ("just",), ("merely",)):
            continue
        if parse.dep[child] == "neg" or parse.word[child].lower() in ("not", "n't", "n’t", "never"):
            return child
        if parse.dep[child] in ("dobj", "attr") and parse.pos[token] in ("VERB", "AUX"):
            none = _none_of(parse, child)
            if none is not None:
                return none
        if parse.dep[child] in ("nsubjpass", "nsubj") and (none := _none_of(parse, child)) is not None:
            return none
    if parse.pos[token] == "NOUN" and (none := _none_of(parse, token)) is not None:
        return none
    if parse.pos[token] in ("NOUN", "ADJ") and parse.pos[parse.head[token]] == "AUX":
        return next((c for c in parse.children[parse.head[token]] if parse.dep[c] == "neg"), None)
    return None


def _none_of(parse: Parse, noun: int) -> int | None:
    """The word that empties a noun phrase ("no shells", "none of the shells", "neither Utopia nor Ruritania")."""
    if parse.word[noun].lower() in ("none", "nothing", "nobody", "noone"):
        return noun
    empty = (c for c in parse.children[noun] if parse.word[c].lower() in ("no", "neither") or _not_one(parse, c))
    return next((c for c in empty if not _bounds(parse, c)), None)


def _is_none(parse: Parse, token: int) -> bool:
    """True for words that leave nobody and nothing ("no government has admitted", "nothing indicates")."""
    return parse.word[token].lower() in ("no", "none", "nothing", "nobody", "neither")


def _not_one(parse: Parse, token: int) -> bool:
    """True for the "not" of "not a single shell", "not one shell"."""
    words = " ".join(parse.word[token : token + 3]).lower()
    return words.startswith("not one ") or words == "not a single"


def _bounds(parse: Parse, negation: int) -> bool:
    """True in "no more than 50 crates", which are crates."""
    return " ".join(parse.word[negation + 1 : negation + 3]).lower() in _BOUNDS


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
