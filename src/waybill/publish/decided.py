"""What analysts decided, in words: a mark on a label, who and why beside a statement, and the whole entry of a judgement."""

from datetime import UTC

from waybill.model.judgement import Fit, Judgement, Status, Verdict

MARKS: dict[Status, str] = {"machine-read": "", "accepted": "✓", "corrected": "✎", "rejected": "✗"}
"""Stands behind a label."""

LEGEND = "Marks: ✓ accepted, ✎ corrected, ✗ rejected; without a mark: machine-read, not reviewed."

DONE: dict[Verdict, str] = {
    "accept": "accepted",
    "correct": "corrected",
    "reject": "rejected",
    "join": "joined",
    "split": "split",
    "add": "added",
    "undo": "taken back",
}


def verdict(judgement: Judgement) -> str:
    """ "corrected by R. Okafor: the wire counts 400"."""
    return _because(f"{DONE[judgement.verdict]} by {one_line(judgement.who)}", judgement)


def entered(judgement: Judgement) -> str:
    """ "judgement 3, corrected by R. Okafor on 2026-11-24: the wire counts 400"; the day is that in UTC.

    An undo says which judgement it takes back, and what is on the words of a join quotes them.
    """
    done = DONE[judgement.verdict]
    if judgement.verdict == "undo":
        done = f"judgement {judgement.undoes} {done}"
    elif judgement.says:
        done = f"“{one_line(judgement.says)}” {done}"
    return _because(f"judgement {judgement.number}, {done} by {one_line(judgement.who)} on {day(judgement)}", judgement)


def entered_fit(fit: Fit) -> str:
    """As `entered`, with how it stands where it is not simply applied."""
    how = stands(fit)
    return entered(fit.judgement) + (f" ({how})" if how != "applied" else "")


def stands(fit: Fit) -> str:
    """How a judgement stands, and why; who took it back says by itself that it is undone, as an undo what it does."""
    why = one_line(fit.why)
    if fit.standing == "applied" and fit.judgement.verdict == "undo":
        return "applied"
    return why if why and fit.standing == "undone" else ": ".join(filter(None, (fit.standing, why)))


def day(judgement: Judgement) -> str:
    """The day it was made, in UTC."""
    return judgement.when.astimezone(UTC).date().isoformat()


def one_line(words: str) -> str:
    """An analyst's words without line breaks."""
    return " ".join(words.split())


def _because(words: str, judgement: Judgement) -> str:
    why = one_line(judgement.why)
    return f"{words}: {why}" if why else words
