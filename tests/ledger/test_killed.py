"""A run may be killed at any moment: nothing that was told to be kept is lost, nothing is there twice, the next goes on.

Real runs on real files: each is a fork of this process, in which the language model is loaded already, and is killed with
SIGKILL. It takes about fifty seconds on two cores, and kills 200 runs over reports and 100 that do little but write.
"""

import os
import signal
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from random import Random
from select import select
from time import monotonic

import pytest
from msgspec import Struct

from keeping import NOON, TEXT, accepted, ask, finish, opened
from waybill.ledger.ledger import Ledger
from waybill.model.claim import Claim
from waybill.model.document import Publication
from waybill.model.judgement import Anchor, Judgement, JudgementNumber
from waybill.pipeline.case import case_of, claims_of
from waybill.pipeline.stages import find_claims, read_reports
from waybill.settings import Settings

KILLS = 200
DOCUMENTS = 12
SEED = 20231013
REPORTS = {
    f"report{number}.txt": f"""Published {number + 10} October 2023

{speaker} said on Monday that North Korea had sent up to {number + 3}00 containers of shells to Russia since August.
The containers left the port of Najin for Dunay on {number + 1} September, {speaker.lower()} said.
"""
    for number, speaker in enumerate(["US officials", "South Korea's spy agency", "Two diplomats", "The ministry"])
}

STEPS = 2 * len(REPORTS)
"""What such a run tells: each report finished, each judged."""

Tell = Callable[[str], None]
"""Tells whoever started the run, at once, what is finished."""


class Ended(Struct, frozen=True):
    """A run that ended, or was killed, and what it told before."""

    killed: bool
    told: tuple[str, ...]


def run(work: Callable[[Tell], None], kill_after_s: float | None) -> Ended:
    """Does the work in a fork of this process, and kills that when its time is up."""
    out, into = os.pipe()
    child = os.fork()
    if not child:
        os.close(out)
        _work(work, lambda words: void(os.write(into, f"{words}\n".encode())))
    os.close(into)
    told = bytearray()
    until = monotonic() + kill_after_s if kill_after_s is not None else None
    while True:
        left = None if until is None else max(0.0, until - monotonic())
        if not select([out], [], [], left)[0]:
            os.kill(child, signal.SIGKILL)
            until = None
        elif part := os.read(out, 65536):
            told += part
        else:
            break
    os.close(out)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert status in (0, -signal.SIGKILL), told.decode()
    return Ended(status != 0, tuple(told.decode().splitlines()))


def void(_: object) -> None:
    """Nothing."""


def _work(work: Callable[[Tell], None], tell: Tell) -> None:
    try:
        work(tell)
        os._exit(0)
    except BaseException as error:  # noqa: BLE001
        tell(f"failed: {error!r}")
        os._exit(1)


class TellingLedger(Ledger):
    """Tells when a document is finished: when the call that keeps its claims has returned."""

    tell: Tell = staticmethod(void)

    def keep_claims(self, publication: Publication, location: str, extractor: str, found: Sequence[Claim]) -> None:
        super().keep_claims(publication, location, extractor, found)
        self.tell(f"finished {location}")


@contextmanager
def ledger_in(folder: Path, tell: Tell) -> Iterator[TellingLedger]:
    ledger = TellingLedger(str(folder / "ledger.sqlite"), "I. Sato", lambda: NOON)
    ledger.tell = tell
    yield ledger
    ledger.close()


def reading_and_judging(folder: Path) -> Callable[[Tell], None]:
    """A run as an analyst's: the folder is read, its claims found, and the first claim of every report accepted once."""

    def work(tell: Tell) -> None:
        with ledger_in(folder, tell) as ledger:
            case = case_of([folder / "reports"], None, Settings(), ledger, void)
            claims = claims_of(case, Settings(), ledger, void)
            judged = {j.on[0].path for j in ledger.judgements()}
            for publication in case.reading.publications:
                first = next(c for c in claims if c.document == publication.id)
                if publication.path not in judged:
                    made = ledger.judge([_acceptance(publication, first)])
                    tell(f"judged {made[0].number}")

    return work


def _acceptance(publication: Publication, claim: Claim) -> Judgement:
    document = publication.document
    quote = " … ".join(part.text_of(document.text) for part in claim.content)
    anchor = Anchor(publication.path, document.original_sha256, document.text_sha256, quote, claim)
    return Judgement(JudgementNumber(0), "accept", "I. Sato", NOON, "seen on the image", (anchor,))


def account_of(folder: Path) -> str:
    """What the ledger gives in the end: claims and judgements, word for word."""
    with ledger_in(folder, void) as ledger:
        case = case_of([folder / "reports"], None, Settings(), ledger, void)
        claims = claims_of(case, Settings(), ledger, pytest.fail)
        judgements = sorted(ledger.judgements(), key=lambda j: j.on[0].path)
        return repr((case, claims, [j.on for j in judgements]))


def found_intact(file: Path, told: Sequence[str]) -> None:
    """The ledger opens, proves whole, and holds what was told, once."""
    ledger = opened(file)
    proof = ledger.prove(void)
    ledger.close()
    assert proof.faults == ()
    finished = ask(file, "SELECT location FROM extractions JOIN readings ON reading = readings.number")
    judged = ask(file, "SELECT number FROM judgements")
    held = [*(f"finished {location}" for (location,) in finished), *(f"judged {number}" for (number,) in judged)]
    assert len(set(held)) == len(held)
    assert set(told) <= set(held)


@pytest.fixture(scope="module", autouse=True)
def loaded() -> None:
    """The language model and the gazetteer, so that each fork has them."""
    reading = read_reports([Path(__file__).parents[2] / "examples" / "najin"], None, Settings(), void)
    next(iter(find_claims(reading.publications[:1], Settings(), void)))


def new_folder(parent: Path, name: str) -> Path:
    folder = parent / name
    (folder / "reports").mkdir(parents=True)
    for report, text in REPORTS.items():
        (folder / "reports" / report).write_text(text)
    return folder


def test_two_hundred_killed_runs_lose_nothing_and_the_next_goes_on(tmp_path: Path) -> None:
    random, whole = Random(SEED), new_folder(tmp_path, "whole")
    lasts_s, expected = duration_of(reading_and_judging(whole)), account_of(whole)
    kills, ledgers, done = 0, 0, Counter[int]()
    while kills < KILLS:
        ledgers += 1
        folder = new_folder(tmp_path, f"case{ledgers}")
        file, told = folder / "ledger.sqlite", list[str]()
        while True:
            ended = run(reading_and_judging(folder), moment(random, lasts_s, len(told) / STEPS))
            assert not set(ended.told) & set(told), "what was finished before is not done again"
            told += ended.told
            found_intact(file, told)
            if not ended.killed:
                break
            kills += 1
            done[len(told)] += 1
        assert account_of(folder).replace(str(folder), "") == expected.replace(str(whole), "")
    told_of = ", ".join(f"{times} after {steps} steps" for steps, times in sorted(done.items()))
    print(f"seed {SEED}: {kills} kills, {ledgers} ledgers, a run takes {lasts_s:.2f} s; killed {told_of}")
    assert len(done) > STEPS // 2, "the kills are spread over the whole run"


def moment(random: Random, lasts_s: float, done: float) -> float:
    """When a run is killed, in seconds after its start: at any moment of what is left of it, and of its beginning."""
    return random.uniform(0, lasts_s * max(0.6, 1 - done))


def duration_of(work: Callable[[Tell], None]) -> float:
    """How long a run takes, in seconds."""
    began = monotonic()
    assert not run(work, None).killed
    return monotonic() - began


def keeping_some(file: Path) -> Callable[[Tell], None]:
    """A run that does nothing but keep: most kills fall into a write."""

    def work(tell: Tell) -> None:
        ledger = opened(file)
        done = {location for location, _ in ledger.standing()}
        for number in range(DOCUMENTS):
            path, text = f"{number}.txt", TEXT.replace("7 September", f"{number} September")
            if path not in done:
                claim = finish(ledger, path, text)
                tell(f"finished {path}")
                made = ledger.judge([accepted(claim, path, text)])
                tell(f"judged {made[0].number}")
        ledger.close()

    return work


def test_a_hundred_runs_killed_amid_their_writes_lose_nothing(tmp_path: Path) -> None:
    random = Random(SEED)
    keeping_some(tmp_path / "here.sqlite")(void)
    lasts_s = duration_of(keeping_some(tmp_path / "whole.sqlite"))
    kills = ledgers = 0
    while kills < KILLS // 2:
        ledgers += 1
        file, told, killed = tmp_path / f"{ledgers}.sqlite", list[str](), True
        while killed:
            ended = run(keeping_some(file), moment(random, lasts_s, len(told) / 2 / DOCUMENTS))
            told, killed = [*told, *ended.told], ended.killed
            kills += killed
            found_intact(file, told)
        assert ask(file, "SELECT count(*), max(number) FROM log WHERE kind != 'judged'")[0][0] == 2 * DOCUMENTS
    print(f"seed {SEED}: {kills} kills, {ledgers} ledgers, a run takes {lasts_s:.2f} s")
