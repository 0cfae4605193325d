"""Two analysts judge one ledger at the same time: what was decided on what has changed since is not kept."""

from pathlib import Path

import pytest

from keeping import accepted, finish, opened, report
from waybill.errors import JudgementError
from waybill.ledger.ledger import Ledger
from waybill.model.judgement import Judgement
from waybill.pipeline.judging import Pen, accept, undo
from waybill.settings import Settings

MEANWHILE = "another run has judged meanwhile; nothing was saved, run this again"


class Overtaken(Ledger):
    """A ledger on which another analyst takes back the first judgement each time that its judgements have been looked at."""

    def judgements(self) -> tuple[Judgement, ...]:
        made = super().judgements()
        other = opened(self.name)
        undo(pen(other), 1)
        other.close()
        return made


def pen(ledger: Ledger) -> Pen:
    return Pen(ledger, Settings(analyst="R. Okafor"), "seen again", lambda _: None)


def test_of_two_that_take_back_a_judgement_at_once_one_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "ledger.sqlite"
    first = opened(file)
    first.judge([accepted(finish(first, "first.txt"), "first.txt")])
    overtaken = Overtaken(str(file), "I. Sato")
    with pytest.raises(JudgementError, match=MEANWHILE):
        undo(pen(overtaken), 1)
    assert [judgement.verdict for judgement in first.judgements()] == ["accept", "undo"]
    assert not first.prove(lambda _: None).faults
    overtaken.close()
    first.close()


def test_what_depends_on_no_other_judgement_is_kept_whoever_else_judges(tmp_path: Path) -> None:
    file = tmp_path / "ledger.sqlite"
    first, second = opened(file), opened(file)
    claim = finish(first, "first.txt")
    for ledger in (first, second):
        accept(pen(ledger), [claim.id])
    assert [judgement.number for judgement in second.judgements()] == [1, 2]
    first.close()
    second.close()


def test_with_judgements_that_come_too_late_the_claims_that_they_are_on_are_not_kept(tmp_path: Path) -> None:
    ledger = opened(tmp_path / "ledger.sqlite")
    acceptance = accepted(finish(ledger, "first.txt"), "first.txt")
    ledger.judge([acceptance], seen=0)
    rows = (report("added:0123", "a row of hers"),)
    with pytest.raises(JudgementError, match=MEANWHILE):
        ledger.judge([acceptance], rows, seen=0)
    assert ledger.added() == []
    assert len(ledger.judgements()) == 1
    ledger.close()
