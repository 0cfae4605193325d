"""Whether a verb is in the passive, whatever the parser takes its form for."""

from waybill.model.parse import Parse

_OPENING_QUOTES = {'"', "“", "‘", "``"}


def passive(parse: Parse, verb: int) -> bool:
    """True where the verb's subject is what it was done to ("were supplied", "containers assembled")."""
    if any(parse.dep[c] in ("nsubjpass", "auxpass") for c in parse.children[verb]) or stray_participle(parse, verb):
        return True
    if _goes_on_as_passive(parse, verb):
        return passive(parse, parse.head[verb])
    if misread_participle(parse, verb):
        return True
    if parse.tag[verb] != "VBN" or (parse.dep[verb] != "conj" and any(parse.dep[c] == "aux" for c in parse.children[verb])):
        return False
    if parse.dep[verb] == "conj" and not _has_own_auxiliary(parse, verb):
        return passive(parse, parse.head[verb])
    return parse.dep[verb] == "acl" or not any(parse.dep[c] in ("aux", "dobj") for c in parse.children[verb])


def misread_participle(parse: Parse, verb: int) -> bool:
    """True for a participle on a noun that the parser takes for a past tense ("84 crates landed at Najin")."""
    return parse.tag[verb] == "VBD" and parse.dep[verb] == "acl" and parse.word[verb].endswith("ed")


def _goes_on_as_passive(parse: Parse, verb: int) -> bool:
    """True for a participle that the parser takes for a past tense ("were unloaded at Najin and trucked to Kazan")."""
    if parse.tag[verb] != "VBD" or parse.dep[verb] != "conj" or not parse.word[verb].endswith("ed"):
        return False
    return not any(parse.dep[c] in ("nsubj", "nsubjpass", "dobj", "aux", "auxpass") for c in parse.children[verb])


def stray_participle(parse: Parse, verb: int) -> bool:
    """True for a participle that says more of the noun before it, though the parser coordinates it with a finite verb
    ("what they called 300 containers, put together in Najin") or hangs it there (of crates "trucked by night")."""
    if parse.tag[verb] != "VBN" or parse.dep[verb] not in ("conj", "advcl") or _has_own_auxiliary(parse, verb):
        return False
    if parse.dep[verb] == "advcl":
        return verb > 1 and parse.word[verb - 1] in _OPENING_QUOTES and parse.pos[verb - 2] in ("NOUN", "PROPN")
    finite = parse.tag[parse.head[verb]] in ("VBD", "VBZ", "VBP") and not _has_own_auxiliary(parse, parse.head[verb])
    return finite and verb > 1 and parse.word[verb - 1] == "," and parse.pos[verb - 2] in ("NOUN", "PROPN")


def _has_own_auxiliary(parse: Parse, verb: int) -> bool:
    return any(parse.dep[c] in ("aux", "auxpass") for c in parse.children[verb])
