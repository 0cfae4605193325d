"""What a ledger cannot do is told in one line, and nothing is half-written."""

import os
import resource
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Timer

import pytest
from sqlalchemy import Engine, event

from command_line import Run, Waybill
from keeping import accepted, ask, fill, finish, opened, report, tamper
from waybill.errors import LedgerError
from waybill.ledger import engine

NOBODY = 65534
REPORT = "US officials said that 300 containers of shells left the port of Najin for Dunay on 7 September 2023.\n"


def said(run: Run) -> str:
    """The one line that a run which failed ended with."""
    assert run.code == 1
    assert run.out == ""
    news = [line for line in run.err.splitlines() if line]
    assert "Traceback" not in run.err
    return news[-1]


@pytest.fixture
def kept(own_ledger: Path) -> Path:
    fill(own_ledger)
    return own_ledger


@contextmanager
def full_after(pages: int) -> Iterator[None]:
    """Every ledger opened meanwhile is on a disk with room for so many pages of 4 kB."""

    def fill_up(connection: sqlite3.Connection, _: object) -> None:
        connection.execute(f"PRAGMA max_page_count = {pages}")

    event.listen(Engine, "connect", fill_up)
    try:
        yield
    finally:
        event.remove(Engine, "connect", fill_up)


def test_on_a_full_disk_a_step_is_kept_whole_or_not_at_all(waybill: Waybill, kept: Path) -> None:
    pages = ask(kept, "PRAGMA page_count")[0][0]
    big = "Officials said 20 tanks went to Dunay. " * 2000
    with full_after(pages + 5):
        ledger = opened(kept)
        with pytest.raises(LedgerError, match="no space left on the disk; this step was not saved, all before it was"):
            ledger.keep(report("big.txt", big))
        assert len(ledger.standing()) == 3
        ledger.close()
    assert waybill("verify").code == 0
    ledger = opened(kept)
    ledger.keep(report("big.txt", big))
    assert ask(kept, "SELECT run, number FROM log WHERE name = 'big.txt'") == [(10, 10), (10, 11)]
    ledger.close()


def test_reports_kept_together_are_kept_all_or_none(kept: Path) -> None:
    pages = ask(kept, "PRAGMA page_count")[0][0]
    small, big = report("small.txt", "Officials said 20 tanks went to Dunay."), report("big.txt", "They said 20 went. " * 4000)
    with full_after(pages + 5):
        ledger = opened(kept)
        with pytest.raises(LedgerError):
            ledger.keep(small, big)
        assert len(ledger.standing()) == 3
        ledger.close()
    ledger = opened(kept)
    ledger.keep(small, big)
    assert len(ledger.standing()) == 5
    ledger.close()


def test_a_run_goes_on_in_its_own_name_after_a_step_that_failed(kept: Path) -> None:
    pages = ask(kept, "PRAGMA page_count")[0][0]
    with full_after(pages + 5):
        ledger = opened(kept)
        with pytest.raises(LedgerError):
            ledger.keep(report("big.txt", "Officials said 20 tanks went to Dunay. " * 2000))
        other = opened(kept)
        other.acquire("a.csv", b"other's")
        ledger.acquire("b.csv", b"ours")
        ledger.close()
        other.close()
    assert ask(kept, "SELECT number, run, name FROM log WHERE number > 9") == [(10, 10, "a.csv"), (11, 11, "b.csv")]


def test_a_full_disk_is_told_by_the_verb(waybill: Waybill, kept: Path, tmp_path: Path) -> None:
    (tmp_path / "big.txt").write_text(REPORT + "It did not say more. " * 5000)
    with full_after(ask(kept, "PRAGMA page_count")[0][0] + 5):
        assert said(waybill("account", tmp_path)).startswith(f"waybill: {kept}: no space left on the disk; this step was not")
    assert waybill("verify").code == 0


def test_a_file_that_may_not_grow_is_told_and_loses_nothing(kept: Path) -> None:
    def held() -> None:
        size = kept.stat().st_size
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        ledger = opened(kept)
        with pytest.raises(LedgerError, match="this step was not saved"):
            ledger.keep(report("big.txt", "Officials said 20 tanks went to Dunay. " * 20_000))
        ledger.close()

    assert in_child(held) == 0
    ledger = opened(kept)
    assert ledger.prove(lambda _: None).faults == ()
    assert len(ledger.standing()) == 3
    ledger.close()


def in_child(work: Callable[[], None]) -> int:
    """Does it in a process of its own, and gives its exit status."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    try:
        work()
        os._exit(0)
    except BaseException as error:  # noqa: BLE001
        os.write(2, f"{error!r}\n".encode())
        os._exit(1)


@contextmanager
def locked_away(case: Callable[[Path], None]) -> Iterator[Path]:
    """A ledger in a folder in which this user may write nothing, not even root."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "ledger.sqlite"
        case(file)
        for path in Path(folder).iterdir():
            path.chmod(0o444)
        Path(folder).chmod(0o555)
        try:
            yield file
        finally:
            Path(folder).chmod(0o755)


def as_nobody() -> None:
    """Gives up the rights that root has everywhere."""
    if os.getuid() == 0:
        os.setgid(NOBODY)
        os.setuid(NOBODY)


def test_a_read_only_ledger_is_read_and_proven_and_nothing_is_made_beside_it() -> None:
    def work() -> None:
        as_nobody()
        ledger = opened(file)
        assert ledger.read_only
        assert len(ledger.standing()) == 3
        assert ledger.prove(lambda _: None).faults == ()
        ledger.keep(report("first.txt"))
        with pytest.raises(LedgerError, match="read-only: nothing can be saved in it"):
            finish(ledger, "new.txt", "Officials said that 20 tanks left.\n300 containers of shells left Najin")
        ledger.close()

    with locked_away(fill) as file:
        before = file.read_bytes()
        assert in_child(work) == 0
        assert [path.name for path in file.parent.iterdir()] == [file.name]
        assert file.read_bytes() == before


def test_what_a_killed_run_left_in_the_journal_is_read_though_the_ledger_is_read_only() -> None:
    def killed(file: Path) -> None:
        def half() -> None:
            ledger = opened(file)
            finish(ledger, "first.txt")
            os._exit(0)

        assert in_child(half) == 0
        assert file.with_name(f"{file.name}-wal").stat().st_size

    def work() -> None:
        as_nobody()
        ledger = opened(file)
        assert ledger.read_only
        assert [location for location, _ in ledger.standing()] == ["first.txt"]
        assert ledger.prove(lambda _: None).entries == 2
        ledger.close()

    with locked_away(killed) as file:
        assert in_child(work) == 0


def test_verbs_that_only_read_work_on_a_read_only_ledger(waybill: Waybill, own_ledger: Path, tmp_path: Path) -> None:
    (tmp_path / "first.txt").write_text(REPORT)
    first = waybill("account", tmp_path, "--json")
    url = f"sqlite:///{own_ledger}?mode=ro"
    assert waybill("account", tmp_path, "--json", "--ledger", url).out == first.out
    assert waybill("account", "--json", "--ledger", url).code == 0
    assert waybill("verify", "--ledger", url).code == 0
    assert waybill("explain", "Q1", "--ledger", url).code == 0
    (tmp_path / "second.txt").write_text(REPORT.replace("300", "400"))
    assert said(waybill("account", tmp_path, "--ledger", url)).startswith(f"waybill: {own_ledger}: read-only: nothing")
    assert len(ask(own_ledger, "SELECT * FROM log")) == 2


@pytest.mark.parametrize(
    ("version", "told"),
    [
        (3, "a later version of Waybill (form 3, this one reads 2); update Waybill"),
        (1, "an earlier version of Waybill (form 1, this one reads 2); give another --ledger FILE"),
    ],
)
def test_a_ledger_of_another_version_is_left_alone(waybill: Waybill, kept: Path, version: int, told: str) -> None:
    tamper(kept, f"UPDATE ledger SET version = {version}")
    before = kept.read_bytes()
    for verb in ("verify", "account"):
        assert said(waybill(verb)) == f"waybill: {kept}: written by {told}"
    assert kept.read_bytes() == before


@pytest.mark.parametrize(
    "tables",
    [
        ["CREATE TABLE notes (words)"],
        ["CREATE TABLE ledger (version)", "INSERT INTO ledger VALUES (7)"],
        ["PRAGMA application_id = 1"],
        ["CREATE VIEW v AS SELECT 1"],
    ],
)
def test_a_database_of_another_program_is_left_as_it_is(waybill: Waybill, own_ledger: Path, tables: list[str]) -> None:
    with closing(sqlite3.connect(own_ledger)) as connection, connection:
        for statement in tables:
            connection.execute(statement)
    before = own_ledger.read_bytes()
    for verb in ("verify", "account"):
        assert said(waybill(verb)) == f"waybill: {own_ledger}: not a ledger; give another --ledger FILE"
    assert own_ledger.read_bytes() == before
    assert sorted(own_ledger.parent.iterdir()) == [own_ledger]


@pytest.mark.parametrize("data", [b"no database at all", b"SQLite format 3\0" + b"\xff" * 9000, b"\0" * 5000])
def test_garbage_is_no_ledger(waybill: Waybill, own_ledger: Path, data: bytes) -> None:
    own_ledger.write_bytes(data)
    for verb in ("verify", "account"):
        assert said(waybill(verb)).startswith(f"waybill: {own_ledger}: ")
    assert own_ledger.read_bytes() == data


@pytest.mark.parametrize("share", [0.1, 0.3, 0.5, 0.7, 0.9])
def test_a_truncated_ledger_is_told_in_one_line(waybill: Waybill, kept: Path, share: float) -> None:
    kept.write_bytes(kept.read_bytes()[: int(kept.stat().st_size * share)])
    run = waybill("verify")
    assert run.code == 1
    assert "Traceback" not in run.err
    assert run.out.startswith("not intact") or run.err.splitlines()[-1].startswith(f"waybill: {kept}: damaged")


def test_any_damaged_page_is_told_and_never_crashes(waybill: Waybill, kept: Path) -> None:
    whole, size = kept.read_bytes(), ask(kept, "PRAGMA page_size")[0][0]
    for start in range(size, len(whole), size):
        kept.write_bytes(whole[:start] + b"\xaa" * size + whole[start + size :])
        run = waybill("verify")
        assert "Traceback" not in run.err
        assert run.code == 0 or run.out or run.err.splitlines()[-1].startswith(f"waybill: {kept}: ")


def test_missing_tables_are_damage(waybill: Waybill, kept: Path) -> None:
    tamper(kept, ("INSERT INTO ledger SELECT 1, 1, ''", ()))
    with closing(sqlite3.connect(kept)) as connection:
        connection.execute("DROP TABLE log")
    assert said(waybill("verify")).startswith(f"waybill: {kept}: damaged: tables are missing")


def test_an_empty_file_becomes_a_ledger_but_not_by_verify(waybill: Waybill, own_ledger: Path, tmp_path: Path) -> None:
    own_ledger.touch()
    assert "there is no ledger" in said(waybill("verify"))
    assert own_ledger.read_bytes() == b""
    (tmp_path / "first.txt").write_text(REPORT)
    assert waybill("account", tmp_path).code == 0
    assert waybill("verify").code == 0


def test_who_waits_too_long_for_another_run_is_told(
    waybill: Waybill, kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "WAIT_S", 0.1)
    (tmp_path / "new.txt").write_text(REPORT)
    with closing(sqlite3.connect(kept, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        line = said(waybill("account", tmp_path))
        assert waybill("verify").code == 0
    assert line == f"waybill: {kept}: another run has been writing to it for 0.1 s; wait for that to end, and run this again"
    assert len(ask(kept, "SELECT * FROM log")) == 9


def test_who_waits_for_another_run_goes_on_when_that_is_done(kept: Path) -> None:
    with closing(sqlite3.connect(kept, isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")
        Timer(0.2, lambda: other.execute("COMMIT")).start()
        ledger = opened(kept)
        finish(ledger, "new.txt", "They said 300 containers of shells left Najin at last.\n")
        ledger.close()


def test_six_runs_that_make_one_ledger_at_once_keep_everything_once(tmp_path: Path) -> None:
    """Each writes all of it; what another has kept already it leaves."""
    file = tmp_path / "new.sqlite"
    texts = [f"US officials said 300 containers of shells left Najin on {day} September.\n" for day in range(1, 25)]

    def work() -> None:
        ledger = opened(file)
        for number, text in enumerate(texts):
            claim = finish(ledger, f"{number}.txt", text)
            if number % 6 == 0:
                ledger.judge([accepted(claim, f"{number}.txt", text)])
        ledger.close()

    assert together(6, work) == [0] * 6
    ledger = opened(file)
    assert ledger.prove(lambda _: None).faults == ()
    ledger.close()
    assert ask(file, "SELECT count(*), count(DISTINCT key) FROM extractions") == [(24, 24)]
    assert ask(file, "SELECT count(*), count(DISTINCT location) FROM readings") == [(24, 24)]
    assert ask(file, "SELECT count(*) FROM judgements") == [(24,)]
    assert ask(file, "SELECT count(*), max(number) FROM log") == [(72, 72)]


def together(times: int, work: Callable[[], None]) -> list[int]:
    """Does it in so many processes at once, and gives their exit statuses."""
    children = []
    for _ in range(times):
        child = os.fork()
        if not child:
            os._exit(in_child(work))
        children.append(child)
    return [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]


def test_two_runs_that_read_one_folder_at_once_both_give_the_account(
    waybill: Waybill, own_ledger: Path, tmp_path: Path
) -> None:
    for number in range(4):
        (tmp_path / f"{number}.txt").write_text(REPORT.replace("300", f"{number + 3}00"))
    command = [sys.executable, "-c", "from waybill.cli import main; main()", "account", str(tmp_path), "--json"]
    runs = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(2)]
    outs = [run.communicate()[0] for run in runs]
    assert [run.returncode for run in runs] == [0, 0]
    assert outs[0] == outs[1]
    assert ask(own_ledger, "SELECT count(*) FROM log") == [(8,)]
    assert ask(own_ledger, "SELECT count(*) FROM extractions") == [(4,)]
    assert waybill("verify").code == 0
