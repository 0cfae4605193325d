"""Other goods than arms, told of by those who deny that there were any: "it carried flour and nothing else"."""

from waybill.extract.frames.nouns import is_known
from waybill.extract.frames.scene import CARRIERS, CONTAINERS, Scene
from waybill.extract.statements import Statement
from waybill.model.mention import Mention
from waybill.model.things import Item
from waybill.reference.goods_words import words_of

_INSISTING = {"insist", "maintain", "claim", "contend", "protest", "swear", "assure", "plead", "answer", "hold"}
_ONLY = {"only", "nothing", "merely", "purely", "solely", "strictly", "just"}
_GOODS = {"aid", "cargo", "goods", "good", "supply", "freight", "load", "shipment", "equipment", "material", "item", "help"}
_LOADED = {"be", "carry", "hold", "contain", "bring", "transport", "deliver"}


def tells_of_other_goods(scene: Scene, statement: Statement) -> bool:
    """True where a source in a text about arms speaks of harmless goods alone, and insists on it, says that there was nothing
    else, or says it of what was carried."""
    tokens = statement.segment.tokens
    if not scene.military or statement.said.source is None or any(map(is_arms, scene.among("item", tokens))):
        return False
    if not any(is_harmless(scene, t) for t in tokens):
        return False
    cue = scene.parse.tokens_in(statement.said.cue) if statement.said.cue is not None else ()
    insists = any(scene.lemma(t) in _INSISTING for t in cue) or any(scene.lemma(t) in _ONLY for t in tokens)
    return insists or any(_is_load(scene, t) for t in tokens)


def insists_on_others(scene: Scene, statement: Statement) -> bool:
    """True where a source in a text about arms insists that it was only something else ("insists it flies only old aircraft");
    how many they were is no denial ("only 40 shells")."""
    cue = scene.parse.tokens_in(statement.said.cue) if statement.said.cue is not None else ()
    if not scene.military or statement.said.source is None or not any(scene.lemma(t) in _INSISTING for t in cue):
        return False
    onlys = (t for t in statement.segment.tokens if scene.parse.word[t].lower() == "only")
    return any(t + 1 < len(scene.parse) and scene.parse.pos[t + 1] in ("ADJ", "NOUN", "PROPN", "DET", "PRON") for t in onlys)


def is_harmless(scene: Scene, token: int) -> bool:
    """True for harmless goods by their noun ("flour"), or by what goods are called ("relief supplies", not "a civil war")."""
    if scene.lemma(token) not in words_of("harmless"):
        return False
    noun = scene.parse.head[token]
    goods = scene.lemma(noun) in CONTAINERS or scene.lemma(noun) in _GOODS
    return goods if scene.parse.pos[token] == "ADJ" or scene.parse.dep[token] == "compound" else True


def is_arms(mention: Mention) -> bool:
    """True for an item of a class of arms."""
    return isinstance(mention.value, Item) and mention.value.item_class is not None


def _is_load(scene: Scene, verb: int) -> bool:
    """True for "it was flour", "the flights carried flour": known goods or carriers are the subject."""
    if scene.lemma(verb) not in _LOADED or scene.parse.pos[verb] not in ("VERB", "AUX"):
        return False
    subjects = [c for c in scene.parse.children[verb] if scene.parse.dep[c] in ("nsubj", "nsubjpass")]
    return any(
        scene.parse.word[t].lower() in ("it", "they")
        or scene.lemma(t) in CARRIERS
        or (scene.lemma(t) in CONTAINERS and is_known(scene, t))
        for t in subjects
    )
