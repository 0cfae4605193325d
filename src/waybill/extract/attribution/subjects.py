"""Who does what a verb says: the source of a reporting verb."""

from waybill.model.parse import Parse

_SHARING = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "dep"})
_TOLD_OF = frozenset({"acomp", "oprd", "dobj"})
"""What a verb tells of its subject, or the subject does."""
_PAPERS = frozenset({"statement", "letter", "communique", "communiqué", "note", "memo", "memorandum"})
_BREAKS = frozenset({":", "-", "--", "—", "–", "―", "..."})
"""Marks that no noun phrase runs over: of datelines, labels, signatures."""
_SUBJECTS = frozenset({"nsubj", "csubj"})


def subject_of(parse: Parse, verb: int) -> tuple[int, ...]:
    """The tokens of who says it, or none where the text names nobody ("it is said that").

    Of several subjects the nearest before the verb: a dateline may look like one.
    """
    own = [c for c in parse.children[verb] if parse.dep[c] in _SUBJECTS]
    if own:
        return noun_phrase(parse, max((c for c in own if c < verb), default=own[0]))
    return _shared(parse, verb)


def is_passive(parse: Parse, verb: int) -> bool:
    """True where the verb stands in the passive ("was told", "is believed")."""
    return any(parse.dep[c] in {"auxpass", "nsubjpass"} for c in parse.children[verb])


def agent_of(parse: Parse, verb: int) -> tuple[int, ...]:
    """The tokens of the one by whom it is done, or none."""
    agents = [c for c in parse.children[verb] if parse.dep[c] == "agent"]
    objects = [o for a in agents for o in parse.children[a] if parse.dep[o] == "pobj"]
    return noun_phrase(parse, objects[0]) if objects else ()


def noun_phrase(parse: Parse, head: int) -> tuple[int, ...]:
    """The tokens of a noun phrase with its titles and appositions, without relative clauses."""
    kept, stack = [], [head]
    while stack:
        at = stack.pop()
        kept.append(at)
        stack.extend(c for c in parse.children[at] if parse.dep[c] != "relcl")
    return _unbroken(tuple(sorted(t for t in kept if t >= head or not _parts(parse, t))), head)


def with_relative_clause(parse: Parse, phrase: tuple[int, ...], taken: set[int]) -> tuple[int, ...]:
    """A noun phrase with the relative clause behind it ("an official, who asked not to be named"), up to what is `taken`."""
    held = set(phrase)
    heads = [t for t in phrase if parse.head[t] not in held or parse.head[t] == t]
    aside = {t for c in parse.children[heads[0]] if _tells_when(parse, c) for t in parse.subtree(c)}
    named = [t for t in phrase if t < min((a for a in aside if a > heads[0]), default=len(parse))]
    whole = {t for t in parse.subtree(heads[0]) if t not in taken and t not in aside and not _parts(parse, t)}.union(named)
    return _unbroken(tuple(sorted(whole)), named[-1])


def _parts(parse: Parse, token: int) -> bool:
    """True for a mark that parts phrases, not for a hyphen within a word ("a 70-year-old")."""
    inside = (
        0 < token < len(parse) - 1 and parse.end[token - 1] == parse.start[token] and parse.end[token] == parse.start[token + 1]
    )
    return parse.word[token] in _BREAKS and not (parse.word[token] == "-" and inside)


def _tells_when(parse: Parse, token: int) -> bool:
    """True for ", speaking to reporters," and for what tells when or while what it was said."""
    aside = (
        parse.tag[token] == "VBG" and parse.dep[token] in {"acl", "relcl"} and parse.word[parse.subtree(token)[0] - 1] == ","
    )
    return aside or parse.dep[token] == "advcl"


def without_possessive(parse: Parse, tokens: tuple[int, ...]) -> tuple[int, ...]:
    """A phrase without the "'s" that closes it."""
    return tokens[:-1] if tokens and parse.tag[tokens[-1]] == "POS" else tokens


def _unbroken(tokens: tuple[int, ...], head: int) -> tuple[int, ...]:
    """The run of tokens around the head."""
    at = tokens.index(head)
    low = high = at
    while low and tokens[low - 1] == tokens[low] - 1:
        low -= 1
    while high + 1 < len(tokens) and tokens[high + 1] == tokens[high] + 1:
        high += 1
    return tokens[low : high + 1]


def _shared(parse: Parse, verb: int) -> tuple[int, ...]:
    """The subject a verb shares with the one it hangs on."""
    head, dep = parse.head[verb], parse.dep[verb]
    if head == verb or (dep == "advcl" and parse.tag[verb] == "VBN"):
        return ()
    if dep in _SHARING:
        return _blamed(parse, verb) or _doer_above(parse, head)
    if dep in {"acl", "relcl"} and not is_infinitive(parse, verb):
        return _of_noun(parse, verb, head)
    return ()


def _blamed(parse: Parse, verb: int) -> tuple[int, ...]:
    """Oslo in "Rome criticised Oslo for saying that A"."""
    preposition = parse.head[verb]
    if parse.dep[verb] != "pcomp" or parse.word[preposition].lower() != "for":
        return ()
    blamed = [c for c in parse.children[parse.head[preposition]] if parse.dep[c] == "dobj" and c < preposition]
    return noun_phrase(parse, blamed[0]) if blamed else ()


def _doer_above(parse: Parse, head: int) -> tuple[int, ...]:
    """Who does what a verb, an adjective ("was quick to say") or a noun ("took the step of saying") is part of."""
    if parse.pos[head] in {"VERB", "AUX"}:
        done_to = [c for c in parse.children[head] if parse.dep[c] == "nsubjpass"]
        return noun_phrase(parse, done_to[0]) if done_to else subject_of(parse, head)
    if parse.pos[head] in {"ADP", "SCONJ"}:
        return _doer_above(parse, parse.head[head]) if parse.dep[head] in _SHARING and parse.head[head] != head else ()
    if parse.dep[head] in _TOLD_OF and parse.head[head] != head:
        found = _doer_above(parse, parse.head[head])
        return () if [parse.word[t].lower() for t in found] in (["it"], ["there"]) else found
    return ()


def is_infinitive(parse: Parse, verb: int) -> bool:
    """True for "to say"."""
    return any(parse.dep[c] == "aux" and parse.word[c].lower() == "to" for c in parse.children[verb])


def is_aim(parse: Parse, verb: int) -> bool:
    """True for "flew in to discuss prices": what somebody means to do is not said yet."""
    return is_infinitive(parse, verb) and parse.dep[verb] in {"advcl", "acl", "relcl"}


def _of_noun(parse: Parse, verb: int, noun: int) -> tuple[int, ...]:
    """Who speaks in "a letter saying": the letter; in "Oslo released a statement saying": Oslo."""
    above = parse.head[noun]
    if parse.lemma[noun].lower() in _PAPERS and parse.dep[noun] == "dobj" and subject_of(parse, above):
        return subject_of(parse, above)
    if parse.tag[verb] == "VBN" and parse.head[noun] != noun:
        return ()
    return tuple(t for t in noun_phrase(parse, noun) if t < verb)
