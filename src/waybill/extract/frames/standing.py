"""Words that stand for goods, or for the ship, named before: pronouns, bare numbers, "the rest"."""

from waybill.extract.frames.nouns import is_known
from waybill.extract.frames.scene import CONTAINERS, Scene
from waybill.reference.goods_words import words_of

_PRONOUNS = {"it", "they", "them", "these", "those", "which", "that", "this", "what", "one", "some", "any", "more", "much"}
_PRONOUNS |= {"something", "anything", "everything"}
_AMOUNTS = {"number", "amount", "quantity", "total", "rest", "majority", "remainder"}
"""What stands for goods that were named before ("the number sent")."""
_SHIPS = {"ship", "vessel", "freighter", "tanker", "ferry", "coaster", "ro-ro", "hull"}
_REACH_SHIP = 2
"""How many sentences back the ship may stand that "she" is: our convention."""
_HELP = {"aid", "assistance", "support", "help", "capability", "capacity", "technology", "know-how"}
_THINGS = CONTAINERS | words_of("goods") - _HELP
POINTERS = {"it", "they", "them", "these", "those"}


def recalled(scene: Scene, token: int) -> int | None:
    """The goods that a pronoun or a bare number stands for ("them", "two hundred", "four of the ten"): the nearest named before
    it, in its sentence or the one before."""
    alone = scene.parse.pos[token] == "NUM" and scene.parse.dep[token] not in ("nummod", "compound", "quantmod")
    if not alone and scene.parse.word[token].lower() not in POINTERS and not is_part_of_known(scene, token):
        return None
    first = scene.parse.sentence_at(token)[0]
    first = scene.parse.sentence_at(first - 1)[0] if first else first
    before = range(token - 1, first - 1, -1)
    return next((t for t in before if scene.at("item", t) or scene.lemma(t) in _THINGS), None)


def is_part_of_known(scene: Scene, token: int) -> bool:
    """True for "any of it", "most of them"."""
    ofs = (c for c in scene.parse.children[token] if scene.lemma(c) == "of")
    return any(scene.parse.word[n].lower() in POINTERS for of in ofs for n in scene.parse.children[of])


def stands_for_goods(scene: Scene, token: int) -> bool:
    """True for a pronoun, a bare number that is moved, and "the number", "the rest"."""
    bare = scene.parse.tag[token] == "CD" and scene.parse.dep[token] in ("dobj", "nsubjpass")
    if scene.lemma(token) in _AMOUNTS and is_known(scene, token):
        return True
    return bare or (scene.lemma(token) in _PRONOUNS and scene.parse.pos[token] in ("PRON", "DET", "ADJ", "ADV"))


def subject_before(scene: Scene, pronoun: int) -> int:
    """The nearest subject before a pronoun that agrees with it in number, in its sentence or the one before; the pronoun itself
    where there is none."""
    parse = scene.parse
    first = parse.sentence_at(pronoun)[0]
    first = parse.sentence_at(first - 1)[0] if first else first
    before = (t for t in range(pronoun - 1, first - 1, -1) if parse.dep[t] in ("nsubj", "nsubjpass"))
    return next((t for t in before if parse.pos[t] in ("NOUN", "PROPN") and _agrees(scene, t, pronoun)), pronoun)


def _agrees(scene: Scene, noun: int, pronoun: int) -> bool:
    """False for "they" after one thing, and "it" after several."""
    several = scene.parse.tag[noun] in ("NNS", "NNPS") or any(scene.parse.dep[c] == "conj" for c in scene.parse.children[noun])
    word = scene.parse.word[pronoun].lower()
    return several if word in ("they", "them", "these", "those") else word != "it" or not several


def speaks_of_ship(scene: Scene, token: int) -> bool:
    """True where a ship is named or spoken of in the sentence or the two before: "she" is one."""
    first = scene.parse.sentence_at(token)[0]
    for _ in range(_REACH_SHIP):
        first = scene.parse.sentence_at(first - 1)[0] if first else first
    before = range(first, token)
    return any(scene.at("vessel", t) is not None or scene.lemma(t) in _SHIPS for t in before)
