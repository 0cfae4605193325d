"""Which judgements were taken back."""

from collections.abc import Sequence

from waybill.model.judgement import Judgement, JudgementNumber


def taken_back(judgements: Sequence[Judgement]) -> dict[JudgementNumber, Judgement]:
    """For each judgement that does not stand, the latest one that takes it back: an undo, or what replaces it.

    What takes back stands itself only if nothing later takes it back, so that the undo of an undo restores. Nothing takes
    back a later judgement.
    """
    back: dict[JudgementNumber, Judgement] = {}
    for judgement in sorted(judgements, key=lambda j: j.number, reverse=True):
        earlier = judgement.undoes is not None and judgement.undoes < judgement.number
        if judgement.number not in back and judgement.undoes is not None and earlier:
            back.setdefault(judgement.undoes, judgement)
    return back


def why_undone(by: Judgement) -> str:
    """Who took it back, and why."""
    what = "undone" if by.verdict == "undo" else "replaced"
    return f"{what} by judgement {by.number} of {by.who}" + (f": {by.why}" if by.why else "")
