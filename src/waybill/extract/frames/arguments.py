"""Who stands where around a verb or noun of transfer, whatever the voice or clause that puts them there."""

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from waybill.extract.frames.voice import misread_participle, passive, stray_participle
from waybill.model.parse import Parse

Function = Literal["subject", "object", "dative", "possessor", "modifier", "preposition"]

_PREPOSITIONS = {"prep", "agent", "dative", "conj", "prt"}
_CLAUSE_OBJECTS = frozenset(
    (
        *(
            "accuse",
            "condemn",
            "suspect",
            "blame",
            "criticise",
            "criticize",
            "denounce",
            "stop",
            "prevent",
            "convict",
            "charge",
        ),
        *("sanction", "punish", "penalise", "penalize", "indict", "arrest", "blacklist", "designate", "thank", "praise"),
        *("bar", "ban", "prohibit", "forbid", "deter", "discourage", "dissuade", "exempt", "reproach", "rebuke", "fault"),
        *("acquit", "absolve", "implicate"),
    )
)
"""Verbs whose "of", "for", "from" or "in" clause is their object's deed, not their subject's."""
_OBJECT_CONTROL = {
    "train",
    "help",
    "allow",
    "enable",
    "let",
    "force",
    "convince",
    "persuade",
    "urge",
    "ask",
    "tell",
    "press",
    "push",
    "assist",
}
"""Verbs whose infinitive is their object's deed even where the parser calls it an adverbial clause."""
_OWN_DEALS = {
    "make",
    "begin",
    "start",
    "continue",
    "resume",
    "conduct",
    "approve",
    "authorise",
    "authorize",
    "suspend",
    "pause",
}
"""What a state does with its own deliveries ("approved the sale of tanks", "resumed shipments")."""
_SPOKEN_OF = {"discuss", "elaborate", "describe", "detail", "outline", "mention", "note", "expose", "explain", "highlight"}
"""Verbs whose object does what a following "by" clause says ("discuss Utopia's support by providing arms")."""
_NESTED = {"to", "from", "via", "through", "for", "by", "in", "at", "near", "towards", "toward"}
_AMOUNT_WORDS = {"between", "over", "about", "around", "under"}
_RELATIVE = {"who", "which", "that", "whom"}


class Argument(Struct, frozen=True):
    """A token that fills a function of a trigger; `word` is the preposition in lower case, "" for the others."""

    function: Function
    token: int
    word: str = ""


def arguments(parse: Parse, trigger: int) -> tuple[Argument, ...]:
    """The arguments of a verb or noun, nearest function first; passives are turned round, so "object" is what was moved."""
    if parse.pos[trigger] in ("VERB", "AUX"):
        return tuple(dict.fromkeys(_of_verb(parse, trigger)))
    return tuple(dict.fromkeys(_of_noun(parse, trigger)))


def coordinated(parse: Parse, token: int) -> Iterator[int]:
    """The token and what is coordinated or put in apposition to it, in text order."""
    yield token
    for child in parse.children[token]:
        if parse.dep[child] in ("conj", "appos"):
            yield from coordinated(parse, child)


def subject(parse: Parse, verb: int) -> int | None:
    """The token that is the verb's subject as it stands: its own, a shared one, or the one its clause leaves out.

    Of two the later stands ("they — Utopia has sent"): a speaker who starts anew.
    """
    near = [*parse.children[verb], *(c for a in parse.children[verb] if parse.dep[a] == "aux" for c in parse.children[a])]
    own = next((c for c in reversed(near) if parse.dep[c] in ("nsubj", "nsubjpass", "csubj")), None)
    if own is not None:
        return _antecedent_of_relative(parse, own, verb)
    strayed = _subject_in_date(parse, verb)
    return _shared_subject(parse, verb) if strayed is None else strayed


def _subject_in_date(parse: Parse, verb: int) -> int | None:
    """The noun before a verb that the parser took into the date that opens the sentence ("On 3 May four freighters flew")."""
    if parse.dep[verb] != "ROOT" or parse.tag[verb] not in ("VBD", "VBZ", "VBP"):
        return None
    opening = (c for c in parse.children[verb] if parse.dep[c] == "prep" and parse.subtree(c)[-1] == verb - 1)
    dated = (c for c in opening if any(parse.entity[t] == "DATE" for t in parse.subtree(c)))
    nouns = (n for c in dated for n in parse.children[c] if parse.dep[n] == "pobj" and parse.pos[n] in ("NOUN", "PROPN"))
    return next((n for n in nouns if parse.entity[n] != "DATE"), None)


def of_subject(parse: Parse, filled: tuple[Argument, ...]) -> tuple[Argument, ...]:
    """The ways hung on a subject that moves ("trains from Najin to Tikhoretsk left"), among these arguments of its verb."""
    return tuple(a for of in filled if of.function == "subject" for a in ways_of(parse, of.token))


def said_of(parse: Parse, noun: int) -> tuple[Argument, ...]:
    """What a noun is said to be ("the count is 6,700 containers"), as its object."""
    verb = parse.head[noun]
    if parse.dep[noun] != "nsubj" or parse.lemma[verb].lower() not in ("be", "stand"):
        return ()
    return tuple(Argument("object", c) for c in parse.children[verb] if parse.dep[c] in ("attr", "pobj"))


def ways_of(parse: Parse, noun: int) -> tuple[Argument, ...]:
    """The ways and ends hung on a noun."""
    return tuple(a for a in _prepositional(parse, noun) if a.word in _NESTED)


def _antecedent_of_relative(parse: Parse, pronoun: int, verb: int) -> int:
    if parse.word[pronoun].lower() not in _RELATIVE:
        return pronoun
    clause = next((v for v in (verb, *parse.ancestors(verb)) if parse.dep[v] == "relcl"), None)
    return pronoun if clause is None else parse.head[clause]


def _shared_subject(parse: Parse, verb: int) -> int | None:
    head, dep = parse.head[verb], parse.dep[verb]
    if head == verb:
        return None
    if stray_participle(parse, verb):
        return verb - 2
    if dep == "pcomp":
        return _subject_of_gerund(parse, head)
    if dep in ("acl", "relcl"):
        return _subject_in_noun(parse, verb, head)
    if dep == "ccomp" and (gap := next((a for a in parse.ancestors(verb)[:2] if parse.dep[a] == "relcl"), None)) is not None:
        return parse.head[gap]
    if dep == "ccomp" and head > verb and parse.tag[verb] in ("VBD", "VBZ", "VBP"):
        return None
    if dep in ("xcomp", "ccomp") or (dep == "advcl" and parse.lemma[head].lower() in _OBJECT_CONTROL):
        return _controller(parse, head)
    if dep == "csubj" and parse.dep[head] == "conj":
        return subject(parse, parse.head[head])
    if dep in ("conj", "advcl") and parse.pos[head] in ("VERB", "AUX"):
        return subject(parse, head)
    return None


def _subject_of_gerund(parse: Parse, preposition: int) -> int | None:
    governor = parse.head[preposition]
    while parse.pos[governor] not in ("VERB", "AUX"):
        owner = _possessor(parse, governor)
        if owner is not None or parse.head[governor] == governor:
            return owner
        governor = parse.head[governor]
    lemma, taken = parse.lemma[governor].lower(), _object(parse, governor, preposition)
    if lemma in _CLAUSE_OBJECTS:
        return subject(parse, governor) if taken is None else taken
    if lemma in _SPOKEN_OF:
        owners = (_possessor(parse, c) for c in parse.children[governor] if parse.dep[c] == "dobj")
        return next((o for o in owners if o is not None), subject(parse, governor))
    return subject(parse, governor)


def _subject_in_noun(parse: Parse, verb: int, noun: int) -> int | None:
    if parse.dep[verb] == "acl" and (parse.tag[verb] in ("VBG", "VBN") or misread_participle(parse, verb)):
        return noun
    if parse.dep[verb] == "relcl" and not any(parse.dep[c] == "mark" for c in parse.children[verb]):
        return noun
    owner = _possessor(parse, noun)
    governor = parse.head[noun]
    return owner if owner is not None or parse.pos[governor] != "VERB" else subject(parse, governor)


def _controller(parse: Parse, head: int) -> int | None:
    if parse.pos[head] == "ADJ" and parse.pos[parse.head[head]] in ("VERB", "AUX"):
        return subject(parse, parse.head[head])
    if parse.pos[head] not in ("VERB", "AUX", "ADJ"):
        return None
    taken = _object(parse, head)
    return taken if taken is not None else subject(parse, head)


def _object(parse: Parse, verb: int, before: int | None = None) -> int | None:
    """The verb's object; with `before`, also a name between the two that the parser took for something else ("[Utopia]")."""
    plain = next((c for c in parse.children[verb] if parse.dep[c] == "dobj"), None)
    if plain is not None or before is None:
        return plain
    return next((c for c in parse.children[verb] if verb < c < before and parse.pos[c] == "PROPN"), None)


def _possessor(parse: Parse, noun: int) -> int | None:
    owner = next((c for c in parse.children[noun] if parse.dep[c] == "poss"), None)
    if owner is not None:
        return owner
    by = next((c for c in parse.children[noun] if parse.word[c].lower() == "by"), None)
    return next(iter(parse.children[by]), None) if by is not None else None


def _of_verb(parse: Parse, verb: int) -> Iterator[Argument]:
    doer = subject(parse, verb)
    turned = passive(parse, verb)
    if doer is not None:
        yield from (Argument("object" if turned else "subject", t) for t in coordinated(parse, doer))
    if not turned and (gap := _relative_object(parse, verb)) is not None:
        yield Argument("object", gap)
    if _is_clause_read_as_adjective(parse, verb):
        yield from _object_with_prepositions(parse, verb + 1)
    if (above := _deed_beside(parse, verb)) is not None:
        yield from (Argument("subject", t) for d in (subject(parse, above),) if d is not None for t in coordinated(parse, d))
        yield from _object_with_prepositions(parse, parse.head[verb])
    for child in parse.children[verb]:
        if parse.dep[child] in ("dobj", "attr", "oprd") or _is_strayed_object(parse, verb, child):
            yield from _object_with_prepositions(parse, child)
        elif parse.dep[child] == "dative" and parse.pos[child] != "ADP":
            yield from (Argument("dative", t) for t in coordinated(parse, child))
    yield from _counted_objects(parse, verb)
    yield from _shared_objects(parse, verb)
    yield from _prepositional(parse, verb)
    if turned and doer is not None:
        yield from _prepositional(parse, doer)


def _is_clause_read_as_adjective(parse: Parse, verb: int) -> bool:
    """True in "the reaction to Utopia supplying missiles", where the parser sees missiles that supply."""
    adjective = parse.tag[verb] == "VBG" and parse.dep[verb] == "amod" and parse.head[verb] == verb + 1
    return adjective and verb > 0 and parse.pos[verb - 1] == "PROPN"


def _deed_beside(parse: Parse, verb: int) -> int | None:
    """The verb of "sent troops and supplied weapons" before one that the parser takes for an adjective of its goods."""
    noun = parse.head[verb]
    misread = parse.tag[verb] in ("VBN", "VBD") and parse.dep[verb] == "amod" and parse.dep[noun] == "conj" and verb > 0
    above = parse.head[noun] if misread and parse.pos[verb - 1] == "CCONJ" else verb
    return above if above != verb and parse.pos[above] == "VERB" else None


def _counted_objects(parse: Parse, verb: int) -> Iterator[Argument]:
    """An object behind words of amount that the parser takes for a way ("landed between 20 and 30 crates", "at most 20")."""
    if any(parse.dep[c] in ("dobj", "nsubjpass") and parse.tag[c] != "CD" for c in parse.children[verb]):
        return
    for preposition in (c for c in parse.children[verb] if _opens_amount(parse, c)):
        for noun in parse.children[preposition]:
            if parse.dep[noun] == "pobj" and any(parse.dep[c] == "nummod" for c in parse.children[noun]):
                yield from _object_with_prepositions(parse, noun)


def _opens_amount(parse: Parse, token: int) -> bool:
    word, following = parse.word[token].lower(), parse.word[token + 1 : token + 2]
    return word in _AMOUNT_WORDS or (word == "at" and bool(following) and following[0].lower() in {"most", "least"})


def _shared_objects(parse: Parse, verb: int) -> Iterator[Argument]:
    """The object that a later coordinated verb holds for both ("making and sending drones")."""
    if any(parse.dep[c] in ("dobj", "nsubjpass") for c in parse.children[verb]):
        return
    for other in parse.children[verb]:
        if parse.dep[other] == "conj" and not any(parse.dep[c] in ("nsubj", "nsubjpass", "aux") for c in parse.children[other]):
            for child in parse.children[other]:
                if parse.dep[child] == "dobj":
                    yield from _object_with_prepositions(parse, child)


def _is_strayed_object(parse: Parse, verb: int, child: int) -> bool:
    """True for a counted noun after a verb without object that an aside led the parser to take for a measure."""
    if parse.dep[child] != "npadvmod" or parse.entity[child] in ("DATE", "TIME") or child < verb:
        return False
    counted = any(parse.dep[c] == "nummod" for c in parse.children[child])
    return counted and not any(parse.dep[c] in ("dobj", "nsubjpass") for c in parse.children[verb])


def _relative_object(parse: Parse, verb: int) -> int | None:
    """The noun a relative clause leaves out as the verb's object ("munitions he supplied", "missiles that they got")."""
    clause = next((v for v in (verb, *parse.ancestors(verb)[:2]) if parse.dep[v] == "relcl"), None)
    if clause is None or any(parse.dep[c] == "dobj" and parse.word[c].lower() not in _RELATIVE for c in parse.children[verb]):
        return None
    noun, doer = parse.head[clause], subject(parse, verb)
    owned = doer is not None and any(parse.word[c].lower() == "whose" for c in parse.children[doer])
    return None if owned or doer == noun else noun


def _object_with_prepositions(parse: Parse, noun: int) -> Iterator[Argument]:
    for token in coordinated(parse, noun):
        yield Argument("object", token)
        yield from _prepositional(parse, token)
        for preposition in parse.children[token]:
            if parse.word[preposition].lower() == "of":
                for goods in parse.children[preposition]:
                    yield from _prepositional(parse, goods)


def _of_noun(parse: Parse, noun: int) -> Iterator[Argument]:
    for child in parse.children[noun]:
        if parse.dep[child] == "poss":
            yield from (Argument("possessor", t) for t in coordinated(parse, child))
        elif parse.dep[child] in ("amod", "compound", "nmod"):
            yield Argument("modifier", child)
            yield from (Argument("modifier", t) for t in parse.children[child])
    yield from _prepositional(parse, noun)
    yield from _prepositions_of_light_verb(parse, noun)


def _prepositions_of_light_verb(parse: Parse, noun: int) -> Iterator[Argument]:
    """Prepositions that the parser hangs on the verb ("made deliveries to Ruritania", "deliveries began from Najin")."""
    verb = parse.head[noun]
    if verb == noun or parse.pos[verb] not in ("VERB", "AUX"):
        return
    if parse.dep[noun] == "dobj" and parse.lemma[verb].lower() in _OWN_DEALS and not passive(parse, verb):
        doer = subject(parse, verb)
        if doer is not None:
            yield Argument("possessor", doer)
    if parse.dep[noun] in ("dobj", "nsubj", "nsubjpass"):
        yield from _prepositional(parse, verb)


def _prepositional(parse: Parse, governor: int) -> Iterator[Argument]:
    for child in parse.children[governor]:
        if parse.dep[child] in _PREPOSITIONS and parse.pos[child] in ("ADP", "SCONJ", "PART"):
            yield from _phrase(parse, child)


def _phrase(parse: Parse, preposition: int, inherited: tuple[int, ...] = ()) -> Iterator[Argument]:
    """The nouns of one preposition; "to and from Ruritania" gives its noun to both."""
    nouns = (
        tuple(c for c in parse.children[preposition] if parse.dep[c] == "pobj") or inherited or _said_to_be(parse, preposition)
    )
    joined = [c for c in parse.children[preposition] if parse.dep[c] in ("conj", "prep") and parse.pos[c] == "ADP"]
    shared = nouns or tuple(n for j in joined for n in parse.children[j] if parse.dep[n] == "pobj")
    for noun in shared:
        for token in coordinated(parse, noun):
            yield Argument("preposition", token, parse.word[preposition].lower())
            yield from _nested(parse, token)
            yield from (Argument("preposition", t, parse.word[preposition].lower()) for t in _named_as(parse, token))
    for other in joined:
        yield from _phrase(parse, other, shared)


def _named_as(parse: Parse, noun: int) -> Iterator[int]:
    """Those named as examples ("from places like Utopia and Ruritania", "to states such as Utopia")."""
    for like in parse.children[noun]:
        if parse.word[like].lower() in ("like", "as", "including"):
            yield from (t for c in parse.children[like] if parse.dep[c] == "pobj" for t in coordinated(parse, c))


def _said_to_be(parse: Parse, preposition: int) -> tuple[int, ...]:
    """The noun in "of what are believed to be Utopian shells"."""
    clauses = [c for c in parse.children[preposition] if parse.dep[c] == "pcomp"]
    below = [t for c in clauses for t in parse.subtree(c) if parse.dep[t] == "attr"]
    return tuple(below[-1:])


def _nested(parse: Parse, noun: int) -> Iterator[Argument]:
    """Ways and ends hung on a prior noun ("from Najin to a depot near Tikhoretsk")."""
    for child in parse.children[noun]:
        if parse.dep[child] == "prep" and parse.word[child].lower() in _NESTED:
            yield from _phrase(parse, child)
