"""What somebody says to have been told: "60 drones came, the guard said he had heard from a friend"."""

from msgspec.structs import replace

from waybill.extract.attribution.draft import Draft
from waybill.extract.attribution.subjects import agent_of, noun_phrase
from waybill.model.parse import Parse

_HEARING = frozenset({"tell", "hear", "learn", "inform", "brief"})
_CLAUSES = frozenset({"ccomp", "xcomp"})


def as_heard(parse: Parse, draft: Draft) -> Draft:
    """The draft of what its speaker only heard, as the word of whom they heard it from and passed on by them ("the guard said
    he was told by a friend that 60 drones came"). Where nobody is named, a clause before the speaker is still what is said.
    """
    clauses = [c for c in parse.children[draft.anchor] if parse.dep[c] == "ccomp"]
    heard = next((c for c in clauses if c > draft.anchor and parse.lemma[c].lower() in _HEARING), None)
    if heard is None:
        return draft
    teller = agent_of(parse, heard) or _from(parse, heard)
    within = [c for t in (heard, *teller) for c in parse.children[t] if _is_told(parse, c)]
    said = within or [c for c in clauses if c < draft.anchor]
    if not said or (within and not teller):
        return draft
    content = tuple(t for t in parse.subtree(said[-1]) if t not in {*draft.source, *draft.cue})
    if not teller:
        return replace(draft, content=content)
    teller = tuple(t for t in teller if t not in content)
    return replace(draft, content=content, source=teller, relays=(draft.source,) if draft.source else ())


def _is_told(parse: Parse, clause: int) -> bool:
    """True for a clause of the hearing, also where the parser hung it on the teller ("told by a friend that ...")."""
    if parse.dep[clause] in _CLAUSES:
        return True
    own = parse.children[clause]
    opened = any(parse.word[c].lower() == "that" and "subj" not in parse.dep[c] for c in own)
    return parse.dep[clause] in ("acl", "relcl") and opened and any("subj" in parse.dep[c] for c in own)


def _from(parse: Parse, verb: int) -> tuple[int, ...]:
    """Who follows "from"."""
    sources = [o for c in parse.children[verb] if parse.word[c].lower() == "from" for o in parse.children[c]]
    return noun_phrase(parse, sources[0]) if sources else ()
