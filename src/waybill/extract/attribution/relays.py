"""Who passed a statement on: "Kirby, cited by Reuters", "Reuters, citing officials, said", "quoted officials as saying"."""

from collections.abc import Iterator

from msgspec.structs import replace

from waybill.extract.attribution.draft import Draft
from waybill.extract.attribution.subjects import agent_of, is_passive, noun_phrase, subject_of
from waybill.model.parse import Parse
from waybill.reference.reporting import speaker_roles

_PASSING = frozenset({"cite", "quote", "report", "relay", "carry", "translate", "publish"})
_CITING = frozenset({"cite", "quote"})
_SPEAKING = frozenset({"PERSON", "ORG", "GPE", "NORP"})


def relayed(parse: Parse, draft: Draft) -> Draft:
    """The draft with its first source as the source, and those who passed the words on as relays, nearest it first."""
    for rule in (_quoted_as_saying, _citing):
        draft = rule(parse, draft)
    return _cited_by(parse, draft)


def _quoted_as_saying(parse: Parse, draft: Draft) -> Draft:
    """Reads "The Post quoted Y as saying A", "A, Y was quoted by the Post as saying"."""
    saying = draft.anchor
    verb = parse.head[parse.head[saying]] if parse.dep[saying] == "pcomp" else saying
    says = [
        p for c in parse.children[verb] if parse.word[c].lower() == "as" for p in parse.children[c] if parse.dep[p] == "pcomp"
    ]
    if parse.lemma[verb].lower() not in _CITING or not says:
        return draft
    if is_passive(parse, verb):
        first = [c for c in parse.children[verb] if parse.dep[c] == "nsubjpass"]
        passed = agent_of(parse, verb) or agent_of(parse, says[0]) or _by(parse, says[0])
    else:
        first = [c for c in parse.children[verb] if parse.dep[c] == "dobj"]
        passed = subject_of(parse, verb)
    source = noun_phrase(parse, first[0]) if first else draft.source
    content = tuple(t for t in draft.content if t not in {*passed, *source, parse.head[says[0]], says[0]})
    return replace(draft, source=source, content=content, relays=(passed,) if passed else ())


def _by(parse: Parse, verb: int) -> tuple[int, ...]:
    """Who follows "by", also where the parser took it for a place or a time."""
    found = [
        o for c in parse.children[verb] if parse.word[c].lower() == "by" for o in parse.children[c] if parse.dep[o] == "pobj"
    ]
    return noun_phrase(parse, found[0]) if found else ()


def _citing(parse: Parse, draft: Draft) -> Draft:
    """Reads "X, citing Y, said A": A is Y's, passed on by X."""
    if draft.relays or not draft.source:
        return draft
    beside = parse.children[parse.head[draft.anchor]] if parse.word[draft.anchor].lower() == "according" else ()
    near = {*parse.children[draft.anchor], *beside, *_below(parse, draft.source)}
    for token in sorted(near):
        told = parse.tag[token] == "VBG" or parse.dep[token] == "relcl"
        if told and parse.lemma[token].lower() in _CITING and token != draft.anchor:
            own = set(parse.subtree(token))
            draft = replace(draft, content=tuple(t for t in draft.content if t not in own))
            cited = [c for c in sorted(own) if parse.dep[c] in {"dobj", "conj"} and _speaks(parse, c)]
            if cited:
                passed = tuple(t for t in draft.source if t not in own)
                return replace(draft, source=noun_phrase(parse, cited[0]), relays=(passed,))
    return draft


def _cited_by(parse: Parse, draft: Draft) -> Draft:
    """Reads "Kirby, quoted by Reuters, as cited by a blog, said A"."""
    passing = list(_passing(parse, draft))
    own = {t for p in passing for t in parse.subtree(p)}
    source = tuple(t for t in draft.source if t not in own)
    if not passing or not source:
        return draft
    content = tuple(t for t in draft.content if t not in own)
    relays = tuple(_without(parse, agent_of(parse, p), passing) for p in passing)
    return replace(draft, source=source, content=content, relays=(*draft.relays, *relays))


def _without(parse: Parse, tokens: tuple[int, ...], passing: list[int]) -> tuple[int, ...]:
    """A relay without the relay that follows it."""
    later = {t for p in passing if p in tokens for t in parse.subtree(p)}
    return tuple(t for t in tokens if t not in later)


def _passing(parse: Parse, draft: Draft) -> Iterator[int]:
    below = {*_below(parse, draft.source), *parse.children[draft.anchor]}
    for token in sorted(below):
        if (
            parse.tag[token] == "VBN"
            and parse.lemma[token].lower() in _PASSING
            and token != draft.anchor
            and agent_of(parse, token)
        ):
            yield token


def _below(parse: Parse, tokens: tuple[int, ...]) -> set[int]:
    return {t for token in tokens for t in parse.subtree(token)}


def _speaks(parse: Parse, head: int) -> bool:
    """True for somebody who can speak, not for a thing ("citing fears")."""
    return parse.entity[head] in _SPEAKING or parse.lemma[head].lower() in speaker_roles()
