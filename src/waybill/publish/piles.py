"""A pile in words: what to read first, and why the rest can wait."""

from collections.abc import Sequence
from pathlib import PurePath

from waybill.model.changes import Sorted, Triage, Turn
from waybill.publish.labels import heading
from waybill.publish.sheet import Chapter, Entry, Section, Sheet
from waybill.publish.wording import counted

_TITLES: dict[Turn, str] = {
    "new": "New: read these first",
    "echo": "Echoes: they repeat another's text",
    "held": "Already held",
    "irrelevant": "Irrelevant: they name no arms",
    "failed": "Failed",
}


def pile_sheet(triage: Triage) -> Sheet:
    """A section for each turn that a file took, in the order in which to read them."""
    folder = _folder([found.path for found in triage.pile])
    sections = tuple(_section(turn, triage.of(turn), folder) for turn in _TITLES if triage.of(turn))
    counts = ", ".join(f"{len(triage.of(turn))} {turn}" for turn in _TITLES if triage.of(turn))
    lead = f"In {folder}" if folder else ""
    return Sheet(f"{counted(len(triage.pile), 'file')}: {counts}", (Chapter("Pile", lead, sections),))


def _folder(paths: Sequence[str]) -> str:
    """The folder that all files lie in, with its last slash; "" where there is none."""
    parents = [PurePath(path).parent for path in paths]
    above = (parents[0], *parents[0].parents) if parents else ()
    common = next((up for up in above if all(p.is_relative_to(up) for p in parents)), PurePath())
    return "" if common == PurePath() else f"{common.as_posix().rstrip('/')}/"


def _section(turn: Turn, found: Sequence[Sorted], folder: str) -> Section:
    return Section(_TITLES[turn], (), tuple(Entry(_cells(s, folder)) for s in found))


def _cells(found: Sorted, folder: str) -> tuple[str, ...]:
    """Path and publication, and why where the title does not say it."""
    path = found.path.removeprefix(folder)
    named = heading(found.publication, "publisher unknown") if found.publication else ""
    plain = found.turn == "irrelevant" or (found.turn == "new" and found.of is None)
    return (path, *filter(None, (named, "" if plain else found.why)))
