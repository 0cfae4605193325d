"""Whom a pronoun or a bare "the country" stands for."""

from collections.abc import Iterator

from waybill.extract.frames.scene import Scene
from waybill.model.claim import Slot
from waybill.model.mention import Mention
from waybill.model.things import Party

REACH_SENTENCES = 3
"""How many sentences back an antecedent is looked for: our convention; further back it is more often wrong than right."""

SPEAKERS = {"we", "us", "our", "ours", "i", "my"}
_PERSONAL = {"it", "its", "they", "their", "them", "he", "his", "him", "she", "her"}
_DEFINITE = {"country", "regime", "nation"}


def antecedent(scene: Scene, token: int, speaker: Party | None = None, but: Party | None = None) -> Slot[Party] | None:
    """The party a pronoun or "the country" stands for: the nearest earlier one that acts, else the nearest, else None.

    The slot's span is the pronoun's own, its value the party's. Nobody deals with themselves: parties of the state of `but`,
    the other side, are passed over.
    """
    word = scene.parse.word[token].lower()
    if word in SPEAKERS:
        return _stands_for(scene, token, speaker)
    if word not in _PERSONAL and scene.lemma(token) not in _DEFINITE:
        return None
    mentions = [m for m in _earlier(scene, token) if but is None or _state(m) != (but.country or but.name)]
    acting = next((m for m in mentions if _acts(scene, m)), None)
    chosen = acting or next(iter(mentions), None)
    return _stands_for(scene, token, chosen.value if chosen is not None and isinstance(chosen.value, Party) else None)


def _state(mention: Mention) -> str | None:
    return mention.value.country if isinstance(mention.value, Party) else None


def _stands_for(scene: Scene, token: int, party: Party | None) -> Slot[Party] | None:
    if party is None:
        return None
    return Slot(scene.parse.span(token, token), scene.parse.word[token], party)


def _earlier(scene: Scene, token: int) -> Iterator[Mention]:
    """Parties of a state before the token, nearest first, the same sentence and a few before it."""
    first = scene.parse.sentence_at(token)[0]
    for _ in range(REACH_SENTENCES - 1):
        first = scene.parse.sentence_at(first - 1)[0] if first else 0
    seen = None
    for before in range(token - 1, first - 1, -1):
        mention = scene.at("party", before)
        if mention is not None and mention is not seen and isinstance(mention.value, Party) and mention.value.country:
            yield mention
        seen = mention or seen


def _acts(scene: Scene, mention: Mention) -> bool:
    """True where the mention, or the noun it modifies, is a subject or an owner."""
    parse, token = scene.parse, scene.head(mention.span)
    while parse.dep[token] in ("amod", "compound", "nmod", "appos") and parse.head[token] != token:
        token = parse.head[token]
    return parse.dep[token] in ("nsubj", "nsubjpass", "poss")
