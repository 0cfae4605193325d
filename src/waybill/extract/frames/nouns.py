"""Noun phrases: what belongs to one, and whether its words take it as known."""

from waybill.extract.frames.scene import Scene

_KNOWN = {"the", "this", "these", "those", "that", "such"}


def noun_phrase(scene: Scene, token: int) -> tuple[int, ...]:
    """The token with what modifies it, its "of" phrases, lists and appositions, but no clause and no other preposition."""
    parse = scene.parse
    found = [token]
    for child in parse.children[token]:
        if parse.dep[child] == "prep":
            joins = ("of", "like", "including", "in") if parse.tag[token] in ("CD", "$") else ("of", "like", "including")
            if parse.word[child].lower() in joins or scene.lemma(child) == "include":
                found += (t for c in parse.children[child] for t in noun_phrase(scene, c))
        elif parse.dep[child] not in ("relcl", "acl", "advcl", "ccomp", "punct", "cc"):
            found += noun_phrase(scene, child)
    return tuple(sorted(found))


def is_known(scene: Scene, noun: int) -> bool:
    """True for a noun that the words take as known ("the shells", "such talks")."""
    return any(scene.lemma(c) in _KNOWN for c in scene.parse.children[noun])
