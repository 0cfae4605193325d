"""Words that weaken, deny, plan or question a statement, and what each makes of it."""

from collections.abc import Iterable, Iterator
from functools import cache

from waybill.extract.negation import negated
from waybill.extract.segments import parted
from waybill.extract.weakening import CALLS, PARTS, Sign, rebuttal_of, row_of, sign_of
from waybill.model.parse import Parse
from waybill.reference.goods_words import words_of
from waybill.reference.stance_words import StanceWord, stance_words
from waybill.reference.transfer_verbs import transfer_words

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
_HAVING = {"have", "give"}
_LENGTHS = {"time", "while", "long", "generation", "age", "moment"}
_ALL_BUT = {"almost", "nearly", "hardly", "scarcely"}
_NEXT = {"next", "tomorrow"}
_PAST = {"was", "were", "had", "been"}
_LIKING = {"like", "prefer", "love"}
_NO_DEEDS = {"blame", "thank"}
"""What somebody "is to" without a plan."""


def along(parse: Parse, head: int, past: bool) -> Iterator[Sign]:
    """The signs of every word from the head to where its clause ends."""
    at, first = head, True
    while True:
        yield from _around(parse, at, past, own=first)
        above = parse.head[at]
        if not first:
            yield from _of_nothing(parse, at)
        if above == at or (parse.dep[at] in _ENDS and not _governed_clause(parse, at)) or parted(parse, at):
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
    """Nouns whose negation is a denial or a refusal; "not" on others ("is not his problem") denies nothing of ours."""
    return frozenset(transfer_words()) | frozenset(stance_words())


def _of_nothing(parse: Parse, at: int) -> Iterator[Sign]:
    """What hangs on nothing: "nothing to suggest that" declines, "there is nothing to the claim that" denies."""
    above = parse.head[at]
    if above == at or parse.word[above].lower() != "nothing":
        return
    yield Sign(above, "denied" if parse.dep[at] == "prep" else "declined")


def _governed_clause(parse: Parse, verb: int) -> bool:
    """True where a clause that looks adverbial or relative is still under what stands above it: an infinitive ("prepares to
    train them to use"), what one is told or not ("nobody told him where they went"), what "there may be", or what a noun says
    ("a lie that")."""
    if parse.dep[verb] == "advcl":
        return any(parse.tag[c] == "TO" for c in parse.children[verb]) or _is_told_of(parse, verb)
    if parse.dep[verb] == "relcl" and (_that_clause(parse, verb) or _asked_in_noun(parse, verb)):
        return True
    if parse.dep[verb] == "relcl" and _is_infinitive(parse, verb) and row_of(parse, parse.head[verb], "to") is not None:
        return True
    above = parse.head[parse.head[verb]]
    return parse.dep[verb] == "relcl" and any(parse.dep[c] == "expl" for c in parse.children[above])


def _is_told_of(parse: Parse, verb: int) -> bool:
    """True for a clause with "where", "how" and the like behind a verb that weakens or declines what it takes."""
    first, above = parse.subtree(verb)[0], parse.head[verb]
    return first > above and parse.tag[first] == "WRB" and row_of(parse, above, "verb") is not None


def _asked_in_noun(parse: Parse, verb: int) -> bool:
    """True in "no idea how many shells they sent", where the parser sees a relative clause."""
    noun = parse.head[verb]
    return row_of(parse, noun, "noun") is not None and parse.tag[noun + 1] in ("WRB", "WP")


def _around(parse: Parse, at: int, past: bool, own: bool) -> Iterator[Sign]:
    """Modals, negation, conditions and adjectives that hang on one word; `own` where it is the statement's head."""
    negation = negated(parse, at) if own else None
    if own:
        yield from _of_head(parse, at, negation)
        yield from _all_but(parse, at)
        yield from _in_passing(parse, at)
        yield from _to_come(parse, at)
        if parse.tag[at] == "MD":
            yield from _modal(parse, at, negation is not None, past)
    else:
        yield from _rebutted(parse, at)
    yield from _opened(parse, at, own)
    for child in parse.children[at]:
        if parse.dep[child] == "aux" and not own and parse.word[child].lower() == "would":
            yield _would(parse, at, child)
        elif parse.dep[child] == "aux" and (own or parse.word[child].lower() != "can"):
            yield from _modal(parse, child, negation is not None, past and own)
        elif parse.dep[child] == "mark":
            yield from _mark(parse, child, at)
        elif (parse.dep[child] in ("amod", "acomp") and (row := row_of(parse, child, "adjective")) is not None) or (
            parse.dep[child] in ("acomp", "oprd") and (row := row_of(parse, child, "predicate")) is not None
        ):
            yield from sign_of(parse, child, row)
        elif _sets_condition(parse, child):
            yield Sign(child, "conditional")
        elif parse.dep[child] == "prep":
            yield from _phrase(parse, child, at)


def _sets_condition(parse: Parse, child: int) -> bool:
    """True for a clause behind "if", and for "provided that Oslo pays"."""
    if parse.dep[child] == "prep":
        return parse.word[child].lower() in ("provided", "providing") and any(
            parse.dep[c] in ("pcomp", "ccomp") for c in parse.children[child]
        )
    return parse.dep[child] == "advcl" and any(parse.word[m].lower() in _IF for m in parse.children[child])


def _opened(parse: Parse, at: int, own: bool) -> Iterator[Sign]:
    """What the words right before a verb or noun make of it: "without delivering", "far from sending", "short of saying"."""
    before = at - 1
    while before >= 0 and (parse.pos[before] in ("AUX", "DET", "ADV") or parse.dep[before] == "poss"):
        before -= 1
    found = _phrase_row(parse, before) if before >= 0 else None
    if found is None:
        return
    row = None if own else row_of(parse, at, "verb")
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
            yield from sign_of(
                parse, noun, row if negated(parse, at) is None else StanceWord(words, row.pos, row.negated, None)
            )
        elif parse.lemma[noun].lower() in ("none", "neither"):
            yield Sign(noun, "denied")


def _rebutted(parse: Parse, at: int) -> Iterator[Sign]:
    """What a verb of being or calling says of what hangs on it ("is a lie", "called the reports baseless")."""
    lemma = parse.lemma[at].lower()
    if any(parse.dep[c] == "expl" for c in parse.children[at]):
        return
    if lemma == "be":
        said_of = [c for c in parse.children[at] if parse.dep[c] in ("attr", "acomp", "oprd")]
    elif lemma in CALLS:
        said_of = [t for t in parse.subtree(at) if t > at]
    else:
        return
    for token in said_of:
        row = rebuttal_of(parse, token)
        if row is not None:
            denied = row.stance if negated(parse, at) is None else row.negated
            yield Sign(token, denied or "denied")


def _of_head(parse: Parse, at: int, negation: int | None) -> Iterator[Sign]:
    """A negated transfer is denied, a negated report declined; a verb of seeking or offering says its object is to come."""
    row = row_of(parse, at, "verb") if parse.pos[at] == "VERB" else None
    if negation is not None and _is_ban(parse, at):
        return
    if negation is not None and (_tells(parse, at) or (parse.lemma[at].lower(), "noun") in _known()):
        asked = row is not None and not (parse.lemma[at].lower() in _HAVING and _of_things(parse, at))
        yield Sign(negation, (row.negated if row is not None and asked else None) or "denied")
    elif (row is not None and row.stance == "planned") or any(says(parse, at) for says in (_is_meant, _agrees_to, _ponders)):
        yield Sign(at, "planned")
    elif _is_only_aware(parse, at):
        yield Sign(at, "declined")


def _is_meant(parse: Parse, at: int) -> bool:
    """True for goods that "were meant for" or "are for" somebody: they are not said to have come there."""
    aims = (c for c in parse.children[at] if parse.word[c].lower() == "for" and parse.dep[c] in ("prep", "dative"))
    ends = [t for c in aims for t in parse.subtree(c)]
    lasting = any(parse.entity[t] in ("DATE", "TIME") or parse.lemma[t].lower() in _LENGTHS for t in ends)
    return bool(ends) and not lasting and (parse.lemma[at].lower() == "be" or parse.word[at].lower() == "meant")


def _agrees_to(parse: Parse, at: int) -> bool:
    """True for "agreed to extend": what is agreed is to come."""
    return row_of(parse, at, "to") is not None and any(_is_infinitive(parse, c) for c in parse.children[at])


def _ponders(parse: Parse, at: int) -> bool:
    """True for "is reviewing its options", "are looking at stricter checks"."""
    goes_on = parse.tag[at] == "VBG" and any(parse.lemma[c].lower() == "be" for c in parse.children[at])
    after = {parse.word[c].lower() for c in parse.children[at] if c > at}
    return goes_on and (parse.lemma[at].lower() == "review" or (parse.lemma[at].lower() == "look" and "at" in after))


def _is_only_aware(parse: Parse, at: int) -> bool:
    """True for "is aware of the reports", which neither confirms nor denies them."""
    aware = (c for c in parse.children[at] if parse.dep[c] == "acomp" and parse.lemma[c].lower() == "aware")
    of = (p for c in aware for p in parse.children[c] if parse.word[p].lower() == "of")
    return parse.lemma[at].lower() == "be" and any(_names_report(parse, p) for p in of)


def _tells(parse: Parse, at: int) -> bool:
    """True for a verb, a modal that stands for one ("none would"), and a noun without any ("Not one shell.")."""
    alone = parse.pos[at] == "NOUN" and parse.head[at] == at
    return parse.pos[at] == "VERB" or parse.tag[at] == "MD" or alone


def _of_things(parse: Parse, verb: int) -> bool:
    """True where what is not had or given is a thing: "had no dealings" denies; "gave no details", "has no
    evidence", "has no shipments to speak of" decline."""
    taken = next((c for c in parse.children[verb] if parse.dep[c] == "dobj"), None)
    to_tell = taken is not None and any(parse.tag[t] == "TO" for c in parse.children[taken] for t in parse.children[c])
    return taken is not None and not to_tell and not _is_word_for_telling(parse, taken)


def _is_word_for_telling(parse: Parse, noun: int) -> bool:
    lemma = parse.lemma[noun].lower()
    return lemma in words_of("told") or any((lemma, part) in stance_words() for part in ("noun", "verb"))


def _is_ban(parse: Parse, at: int) -> bool:
    """True for "no embargo": that there is none is itself what is stated."""
    words = transfer_words().get((parse.lemma[at].lower(), "noun"), ()) if parse.pos[at] == "NOUN" else ()
    return bool(words) and all(word.kind == "sanction" for word in words)


def _all_but(parse: Parse, at: int) -> Iterator[Sign]:
    """A deed that was "almost" or "hardly" done was not."""
    adverbs = (c for c in parse.children[at] if parse.dep[c] == "advmod" and c < at)
    yield from (Sign(c, "denied") for c in adverbs if parse.word[c].lower() in _ALL_BUT)


def _in_passing(parse: Parse, at: int) -> Iterator[Sign]:
    """What "it seems" or "it is said", put into the middle of it, leaves open."""
    asides = (c for c in parse.children[at] if parse.dep[c] == "parataxis" and c < at)
    by_nobody = (c for c in asides if any(parse.word[t].lower() == "it" for t in parse.children[c]))
    yield from (Sign(c, "hedged") for c in by_nobody if _raises(parse, c))


def _to_come(parse: Parse, at: int) -> Iterator[Sign]:
    """What "is sent next month", told as of today, is to come."""
    if parse.tag[at] not in ("VBZ", "VBP", "VBG", "VBN") or any(parse.word[c].lower() in _PAST for c in parse.children[at]):
        return
    days = (c for c in parse.children[at] if parse.dep[c] in ("npadvmod", "advmod") and c > at)
    yield from (Sign(c, "planned") for c in days if parse.word[parse.subtree(c)[0]].lower() in _NEXT)


def _modal(parse: Parse, token: int, negated: bool, reported: bool) -> Iterator[Sign]:
    """What a modal makes of its verb; a reported "would" is a "will", the month of May is none."""
    word = parse.word[token].lower()
    if parse.word[token] == "May" and token > parse.sentence_at(token)[0]:
        return
    row = stance_words().get((word, "modal"))
    if word == "must" and any(parse.lemma[c] == "have" and parse.dep[c] == "aux" for c in parse.children[parse.head[token]]):
        yield Sign(token, "hedged")
    if row is not None:
        stance = "planned" if word == "would" and reported else row.negated if negated else row.stance
        yield Sign(token, stance or "asserted")


def _would(parse: Parse, verb: int, modal: int) -> Sign:
    """What "would" makes of a verb that governs the statement: "would like" plans, "would not rule out" only hedges."""
    row = row_of(parse, verb, "verb")
    if row is not None and row.negated == "hedged" and negated(parse, verb) is not None:
        return Sign(modal, "hedged")
    return Sign(modal, "planned" if parse.lemma[verb].lower() in _LIKING else "conditional")


def _mark(parse: Parse, token: int, verb: int) -> Iterator[Sign]:
    word = parse.word[token].lower()
    if word == "if" and parse.word[token - 1].lower() == "as" and token:
        yield Sign(token, "hedged")
    elif word in _IF and (parse.pos[verb] in ("VERB", "AUX") or parse.dep[verb] == "advcl"):
        yield Sign(token, "conditional")
    elif word == "whether":
        yield Sign(token, "hedged")
    elif word == "that" and _is_asked_for(parse, verb):
        yield Sign(verb, "planned")


def _is_asked_for(parse: Parse, verb: int) -> bool:
    """True for a bare "be" behind "that", which is asked for and not yet so ("insists that the money be spent at home")."""
    first = min((verb, *(c for c in parse.children[verb] if parse.dep[c] in ("aux", "auxpass"))))
    return parse.word[first].lower() == "be"


def _governing(parse: Parse, above: int, below: int) -> Iterator[Sign]:
    """What a governing word makes of what it governs; of its subject only where it is about that subject's being so."""
    part = PARTS.get(parse.pos[above])
    if part is None or parse.dep[below] in ("poss", "compound", "amod"):
        return
    if parse.dep[below] in ("nsubj", "nsubjpass") and part == "verb":
        if (row := row_of(parse, above, "occurrence")) is not None:
            yield from sign_of(parse, above, row)
        if not _raises(parse, above):
            return
    if part == "verb" and _undone(parse, above, below):
        return
    if part == "verb" and parse.lemma[above].lower() in _HAVING and parse.dep[below] == "dobj":
        if not row_of(parse, below, "noun"):
            yield from sign_of(
                parse, above, StanceWord("have", "verb", None, "denied" if _of_things(parse, above) else "declined")
            )
        return
    yield from _of_infinitive(parse, above, part, below)
    thing = part == "verb" and parse.dep[below] == "dobj" and row_of(parse, below, "noun") is None
    if thing and (row := row_of(parse, above, "occurrence")) is not None:
        yield from sign_of(parse, above, row)
    if part == "verb" and _names_report(parse, below) and (row := row_of(parse, above, "rebuff")) is not None:
        yield from sign_of(parse, above, row)
    if (row := row_of(parse, above, part)) is not None:
        yield from sign_of(parse, above, row)
    elif part == "noun" and parse.lemma[above].lower() == "concern" and _that_clause(parse, below):
        yield Sign(above, "hedged")


def _of_infinitive(parse: Parse, above: int, part: str, below: int) -> Iterator[Sign]:
    """What a word makes of the deed behind "to", or the object of a verb right before it ("took steps to send"); "their
    decision to deliver" takes the deed for done."""
    if part not in ("verb", "noun") or not _is_infinitive(parse, below):
        return
    if part == "noun" and any(parse.dep[c] == "poss" for c in parse.children[above]):
        return
    for word in (above, *_object_before(parse, above, below)):
        if (row := row_of(parse, word, "to")) is not None:
            yield from sign_of(parse, word, row) if not _opens_with(parse, word) else iter((Sign(word, "conditional"),))


def _names_report(parse: Parse, below: int) -> bool:
    """True for a noun for a report, or a preposition before one ("at claims that")."""
    nouns = (below, *(c for c in parse.children[below] if parse.dep[c] == "pobj"))
    return any(parse.lemma[n].lower() in words_of("told") for n in nouns)


def _is_infinitive(parse: Parse, below: int) -> bool:
    """True for a verb behind "to", and for the "to" of "committed to sending"."""
    if parse.pos[below] == "VERB":
        return any(parse.tag[c] == "TO" for c in parse.children[below]) and parse.lemma[below].lower() not in _NO_DEEDS
    return parse.word[below].lower() == "to" and any(parse.dep[c] == "pcomp" for c in parse.children[below])


def _object_before(parse: Parse, verb: int, infinitive: int) -> Iterator[int]:
    to = next((c for c in parse.children[infinitive] if parse.tag[c] == "TO"), infinitive)
    yield from (c for c in parse.children[verb] if parse.dep[c] == "dobj" and c == to - 1)


def _opens_with(parse: Parse, verb: int) -> bool:
    """True for a "were" before its subject ("Were Utopia to send shells")."""
    return parse.word[verb] == "Were" and any(parse.dep[c] == "nsubj" and c > verb for c in parse.children[verb])


def _undone(parse: Parse, above: int, below: int) -> bool:
    """True where one verb of not doing governs another, or is governed by one: "failed to halt deliveries" leaves them be."""
    return any(
        _stops(parse, one) and _stops(parse, other)
        for one, other in ((above, below), (parse.head[above], above))
        if one != other
    )


def _stops(parse: Parse, verb: int) -> bool:
    row = row_of(parse, verb, "verb") if parse.pos[verb] == "VERB" else None
    return row is not None and row.stance in ("denied", "hedged") and row.negated is None


def _that_clause(parse: Parse, verb: int) -> bool:
    return any(parse.dep[c] == "mark" and parse.word[c].lower() == "that" for c in parse.children[verb])


def _raises(parse: Parse, verb: int) -> bool:
    """True where a verb speaks of its subject's being so ("appears to be", "is believed to")."""
    return parse.lemma[verb].lower() in ("appear", "seem") or any(parse.dep[c] == "auxpass" for c in parse.children[verb])


def rebuttals(parse: Parse, head: int, tokens: Iterable[int]) -> Iterator[Sign]:
    """Words that call what others say untrue; in a statement that itself tells of a transfer they speak of something else."""
    lemma = parse.lemma[head].lower()
    if lemma != "be" and any((lemma, part) in transfer_words() for part in ("verb", "noun")):
        return
    for token in tokens:
        row = rebuttal_of(parse, token)
        if row is not None:
            yield from sign_of(parse, token, row)


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
