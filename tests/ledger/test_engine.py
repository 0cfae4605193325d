"""What SQLite is told, and which way it finds things."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, event

from keeping import NOON, TEXT, ask, fill, finish, opened, report
from waybill.ledger import extractions, judgements
from waybill.ledger.chain import Scribe, last_entry
from waybill.ledger.custody import (
    acquire,
    asked,
    earlier_originals,
    keep,
    lies_there,
    miss,
    recalled,
    standing_keys,
    texts_beside,
)
from waybill.ledger.engine import PRAGMAS, WRITES_A_CARRY, Database
from waybill.ledger.exhibits import begin_so, labelled
from waybill.ledger.schema import EVIDENCE

SET = {"synchronous": 2, "fullfsync": 1, "checkpoint_fullfsync": 1, "wal_autocheckpoint": 0}
SET |= {"foreign_keys": 1, "trusted_schema": 0, "cell_size_check": 1}


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    file = tmp_path / "ledger.sqlite"
    fill(file)
    return file


def test_every_connection_is_set_up_as_decided(kept: Path) -> None:
    assert SET.keys() == PRAGMAS.keys()
    database = Database(str(kept))
    with database.reading() as one, database.writing() as another:
        for connection in (one, another):
            assert {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in PRAGMAS} == SET
            assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
            assert connection.exec_driver_sql("PRAGMA busy_timeout").scalar() == 60_000
    database.close()


def test_a_ledger_that_lost_its_journal_mode_gets_it_back(kept: Path) -> None:
    with closing(sqlite3.connect(kept)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
    opened(kept).close()
    assert ask(kept, "PRAGMA journal_mode") == [("wal",)]


def test_writes_begin_by_taking_the_ledger_and_reads_do_not(kept: Path) -> None:
    with told_of() as statements:
        ledger = opened(kept)
        finish(ledger, "new.txt", "They said 300 containers of shells left Najin at last.\n")
        ledger.close()
    begun = [words for words in statements if words.startswith("BEGIN")]
    assert begun.count("BEGIN IMMEDIATE") == 2
    assert set(begun) == {"BEGIN", "BEGIN IMMEDIATE"}


@contextmanager
def told_of() -> Iterator[list[str]]:
    """Every statement that reaches a database meanwhile."""
    statements: list[str] = []

    def tell(*told: object) -> None:
        statements.append(str(told[2]))

    event.listen(Engine, "before_cursor_execute", tell)
    yield statements
    event.remove(Engine, "before_cursor_execute", tell)


@pytest.mark.parametrize("table", [table.name for table in EVIDENCE])
@pytest.mark.parametrize("deed", ["DELETE FROM {}", "UPDATE {} SET rowid = rowid"])
def test_evidence_is_neither_changed_nor_removed_by_mistake(kept: Path, table: str, deed: str) -> None:
    words = deed.format(table)
    with closing(sqlite3.connect(kept)) as connection, pytest.raises(sqlite3.IntegrityError, match="only ever added to"):
        connection.execute(words)


def test_the_journal_stays_short_in_a_long_run(tmp_path: Path) -> None:
    ledger = opened(tmp_path / "ledger.sqlite")
    journal = tmp_path / "ledger.sqlite-wal"
    sizes = []
    for number in range(3 * WRITES_A_CARRY):
        ledger.acquire(f"{number}.csv", b"a table " * 100 + str(number).encode())
        sizes.append(journal.stat().st_size)
    assert max(sizes[-WRITES_A_CARRY:]) <= 1.5 * sizes[WRITES_A_CARRY - 1]
    ledger.close()
    assert not journal.exists()


def test_the_journal_is_not_waited_for_where_another_run_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("waybill.ledger.engine.READER_WAIT_S", 0.01)
    monkeypatch.setattr("waybill.ledger.engine.WRITES_A_CARRY", 2)
    ledger = opened(tmp_path / "ledger.sqlite")
    with closing(sqlite3.connect(tmp_path / "ledger.sqlite", isolation_level=None)) as other:
        other.execute("BEGIN")
        assert other.execute("SELECT count(*) FROM log").fetchone() == (0,)
        for number in range(6):
            ledger.acquire(f"{number}.csv", str(number).encode())
        assert other.execute("SELECT count(*) FROM log").fetchone() == (0,)
    assert ledger.prove(lambda _: None).entries == 6
    ledger.close()


def test_nothing_is_found_by_reading_a_table_through(kept: Path) -> None:
    """But what is asked for as a whole: readings that stand, judgements."""
    with told_of() as statements:
        database = Database(str(kept))
        with database.writing() as connection:
            statements.clear()
            _ask_everything(connection)
        database.close()
    asked = {words for words in statements if words.startswith("SELECT") and "ledger" not in words}
    assert len(asked) > 10
    with closing(sqlite3.connect(kept)) as connection:
        plans = {words: _plan(connection, words) for words in asked}
    scans = {words: plan for words, plan in plans.items() if re.search(r"SCAN (?!CONSTANT|\()", plan)}
    for words, plan in scans.items():
        assert "ORDER BY log.number DESC" in words or "USING COVERING INDEX" in plan, f"{words}: {plan}"


def _ask_everything(connection: Connection) -> None:
    scribe = Scribe("I. Sato", lambda: NOON)
    acquired, read = report("new.txt", TEXT.upper())
    keep(connection, scribe, [(acquired, read)])
    acquire(connection, scribe, "new.csv", b"new")
    lies_there(connection, "first.txt", "0" * 64)
    miss(connection, scribe, "first.txt")
    recalled(connection, acquired.key, acquired.reader)
    asked(connection)
    standing_keys(connection)
    earlier_originals(connection, ["first.txt", "gone.txt"])
    texts_beside(connection, ["0" * 64, "1" * 64])
    extractions.held(connection, ["0" * 64, "1" * 64])
    extractions.named(connection, ["0" * 12, "1" * 12])
    extractions.begin_so(connection, "0")
    begin_so(connection, "0")
    labelled(connection, "Q1")
    last_entry(connection)
    judgements.add(connection, scribe, ())


def _plan(connection: sqlite3.Connection, words: str) -> str:
    rows = connection.execute(f"EXPLAIN QUERY PLAN {words}", ["x"] * words.count("?"))
    return "; ".join(row[3] for row in rows)
