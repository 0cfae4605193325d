"""What empties a verb or a noun phrase: "not", "never", "no", "none of", "not one"."""

from waybill.model.parse import Parse

_BOUNDS = {"more than", "fewer than", "less than", "later than", "earlier than", "longer than"}
"""What makes a bound of the "no" before it."""
_ENDS_OF_GIVING = {"to", "from", "for", "of"}
_WAYS = {"prep", "dative"}


def negated(parse: Parse, token: int) -> int | None:
    """The token that negates a word: "not" or "never" on it, or "no" on what it takes ("has seen no evidence")."""
    for child in parse.children[token]:
        if parse.word[child + 1 : child + 2] in (("only",), ("just",), ("merely",)):
            continue
        if parse.dep[child] == "neg" or parse.word[child].lower() in ("not", "n't", "n’t", "never"):
            return child
        if parse.dep[child] in ("dobj", "attr") and parse.pos[token] in ("VERB", "AUX"):
            none = none_of(parse, child)
            if none is not None:
                return none
        if parse.dep[child] in ("nsubjpass", "nsubj") and (none := none_of(parse, child)) is not None:
            return none
        if parse.word[child].lower() in _ENDS_OF_GIVING and parse.pos[token] == "VERB" and parse.dep[child] in _WAYS:
            below = (none_of(parse, n) for n in parse.children[child] if parse.dep[n] == "pobj")
            if (none := next((n for n in below if n is not None), None)) is not None:
                return none
    if parse.pos[token] == "NOUN" and (none := none_of(parse, token)) is not None:
        return none
    said = parse.pos[token] in ("NOUN", "ADJ") and parse.dep[token] not in ("nsubj", "nsubjpass")
    if said and parse.pos[parse.head[token]] == "AUX":
        return next((c for c in parse.children[parse.head[token]] if parse.dep[c] == "neg"), None)
    return None


def none_of(parse: Parse, noun: int) -> int | None:
    """The word that empties a noun phrase ("no shells", "none of the shells", "neither Utopia nor Ruritania")."""
    if parse.word[noun].lower() in ("none", "nothing", "nobody", "noone"):
        return noun
    first = parse.subtree(noun)[0]
    if parse.word[first].lower() == "neither":
        return first
    near = (t for c in parse.children[noun] for t in (c, *(parse.children[c] if parse.dep[c] == "nummod" else ())))
    empty = (t for t in near if parse.word[t].lower() in ("no", "neither") or _not_one(parse, t))
    return next((c for c in empty if not _bounds(parse, c)), None)


def is_none(parse: Parse, token: int) -> bool:
    """True for words that leave nobody and nothing ("no government has admitted", "nothing indicates")."""
    return parse.word[token].lower() in ("no", "none", "nothing", "nobody", "neither")


def _not_one(parse: Parse, token: int) -> bool:
    """True for the "not" of "not a single shell", "not one shell"."""
    words = " ".join(parse.word[token : token + 3]).lower()
    return words.startswith("not one ") or words == "not a single"


def _bounds(parse: Parse, negation: int) -> bool:
    """True in "no more than 50 crates", which are crates."""
    return " ".join(parse.word[negation + 1 : negation + 3]).lower() in _BOUNDS
