"""Reports that nobody is named for, and whoever answers them: "reports that A are false, the ministry said"."""

from collections.abc import Sequence

from msgspec.structs import replace

from waybill.extract.frames.scene import Scene
from waybill.extract.stance import firmness
from waybill.model.claim import Attribution
from waybill.model.span import hull


def answered(scene: Scene, attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions, where those without a source that another's statement denies or declines are that other's words.

    What is said of a report that stays standing ("reports that A are worrying") leaves it nobody's.
    """
    return tuple(_answered(scene, said, attributions) for said in attributions)


def _answered(scene: Scene, said: Attribution, attributions: Sequence[Attribution]) -> Attribution:
    if said.source is not None or said.cue is None:
        return said
    whole = hull((*said.content, said.cue))
    around = [a for a in attributions if a.source is not None and hull(a.content).contains(whole)]
    outer = min(around, key=lambda a: len(hull(a.content)), default=None)
    tokens = [t for span in said.content for t in scene.parse.tokens_in(span)]
    if outer is None or not tokens:
        return said
    stance = firmness(scene.parse, scene.head(hull(said.content)), tokens, said).stance
    if stance not in ("denied", "declined"):
        return said
    return replace(said, source=outer.source, cue=outer.cue, speaker=outer.speaker, relays=outer.relays)
