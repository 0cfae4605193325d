"""What the statements of one document have told so far."""

from collections.abc import Iterable

from waybill.extract.frames.lines import REACH_SENTENCES, Drawn, drawn_by, strays
from waybill.extract.statements import Statement
from waybill.model.claim import Frame
from waybill.model.span import hull


class Thread:
    """The lines drawn so far, the last pair of sides, and the last way told; statements are added in text order."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._drawn: dict[tuple[str, str], Drawn] = {}
        self._pair: tuple[Frame, int] | None = None
        self._way: tuple[Frame, Statement, int] | None = None
        self._strayed_at: int | None = None

    @property
    def lines(self) -> tuple[Drawn, ...]:
        """The lines drawn so far, the last told at the end."""
        return tuple(self._drawn.values())

    def astray(self, sentence: int) -> bool:
        """True right after a statement that left every line drawn so far."""
        return self._strayed_at is not None and sentence - self._strayed_at < REACH_SENTENCES

    def pair(self, sentence: int) -> Frame | None:
        """The last frame with both sides, if told in this sentence or the one before."""
        return self._pair[0] if self._pair is not None and sentence - self._pair[1] < REACH_SENTENCES else None

    def way(self, statement: Statement, sentence: int) -> Frame | None:
        """The last frame with a way, if the same voice, or the text's own, told it right before in the same paragraph."""
        if self._way is None:
            return None
        frame, before, at = self._way
        between = self._text[hull(before.content).end : hull(statement.content).start]
        same = before.said.speaker is None or before.said.speaker == statement.said.speaker
        same = same or _name(before) == _name(statement) is not None
        return frame if same and sentence - at < REACH_SENTENCES and "\n\n" not in between else None

    def add(self, statement: Statement, frame: Frame, sentence: int, joined: Iterable[Frame] = ()) -> None:
        """Notes what the next statements may take up; `joined` are frames with the other parties that the words name beside
        the frame's own."""
        for told in (*joined, frame):
            self._draw(told, statement, sentence)
        if frame.supplier is not None and frame.recipient is not None:
            self._pair = (frame, sentence)
        if _tells_way(frame):
            self._way = (frame, statement, sentence)

    def _draw(self, frame: Frame, statement: Statement, sentence: int) -> None:
        if (line := drawn_by(frame, sentence)) is not None:
            self._drawn.pop(line.ends, None)
            self._drawn[line.ends] = line
            self._strayed_at = None
        elif _moves(statement) and strays(frame, tuple(self._drawn.values())):
            self._strayed_at = sentence


def _moves(statement: Statement) -> bool:
    """True where a statement itself tells of giving or getting."""
    return any(e.kind in ("transfer", "purchase", "aid") for e in statement.segment.events)


def _tells_way(frame: Frame) -> bool:
    return any(end is not None and end.inferred is None for end in (frame.origin, frame.destination))


def _name(statement: Statement) -> str | None:
    speaker = statement.said.speaker
    return None if speaker is None else speaker.name
