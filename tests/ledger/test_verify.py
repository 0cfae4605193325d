import json
from hashlib import sha256
from pathlib import Path

import pytest

from command_line import Waybill
from keeping import NOON, ask, fill, finish, opened, tamper
from waybill.ledger.chain import Scribe
from waybill.ledger.engine import Database

COLUMNS = {
    "run": 4,
    "kind": "'judged'",
    "name": "'elsewhere.txt'",
    "at": "'2020-01-01T00:00:00+00:00'",
    "by": "'N. Body'",
    "size": 1,
    "sha256": f"'{'0' * 64}'",
    "previous": f"'{'0' * 64}'",
    "seal": f"'{'0' * 64}'",
}


@pytest.fixture
def kept(own_ledger: Path) -> Path:
    fill(own_ledger)
    return own_ledger


def faults(waybill: Waybill) -> list[tuple[int | None, str, str]]:
    """What verify finds, which must be something."""
    run = waybill("verify", "--json")
    assert run.code == 1
    found = json.loads(run.out)
    assert found["intact"] is False
    return [(f["entry"], f["name"], f["why"]) for f in found["faults"]]


def test_an_intact_ledger_is_told_in_two_lines_with_the_seal_to_write_down(waybill: Waybill, kept: Path) -> None:
    run = waybill("verify")
    assert run.code == 0
    first, second = run.out.splitlines()
    assert first.startswith("intact: 9 entries, 3 originals, 2 texts, 2 judgements, ")
    assert second.startswith(f"head {ask(kept, 'SELECT seal FROM log WHERE number = 9')[0][0]}")
    assert "write it down" in second


def test_the_bytes_that_were_hashed_are_counted(waybill: Waybill, kept: Path) -> None:
    tables = ("originals", "texts"), ("readings", "judgements")
    held = sum(ask(kept, f"SELECT sum(length(data)) FROM {name}")[0][0] for name in tables[0])
    held += sum(ask(kept, f"SELECT sum(length(record)) FROM {name}")[0][0] for name in tables[1])
    assert json.loads(waybill("verify", "--json").out)["bytes"] == held


def test_a_seal_written_down_proves_that_nothing_before_it_changed(waybill: Waybill, kept: Path) -> None:
    seals = [seal for (seal,) in ask(kept, "SELECT seal FROM log ORDER BY number")]
    for seal in (seals[0], seals[4], seals[-1], seals[4][:16], seals[4].upper()):
        assert waybill("verify", "--head", seal).code == 0


def test_a_ledger_written_anew_does_not_hold_the_seal_that_was_written_down(waybill: Waybill, own_ledger: Path) -> None:
    fill(own_ledger)
    head = json.loads(waybill("verify", "--json").out)["head"]
    own_ledger.unlink()
    forged = opened(own_ledger)
    finish(forged, "first.txt", "US officials said 300 containers of shells left Najin, or so.\n")
    forged.close()
    assert waybill("verify").code == 0
    run = waybill("verify", "--head", head)
    assert run.code == 1
    assert f"head {head[:16]}: no entry has this seal" in run.out


@pytest.mark.parametrize("words", ["", "0123", "not a seal at all", "g" * 64, "0" * 65])
def test_what_is_no_seal_is_refused_as_misuse(waybill: Waybill, kept: Path, words: str) -> None:
    assert kept.exists()
    assert waybill("verify", "--head", words).code == 2


def test_a_changed_original_is_named(waybill: Waybill, kept: Path) -> None:
    tamper(kept, "UPDATE originals SET data = CAST('forged' AS BLOB) WHERE sha256 = (SELECT sha256 FROM log WHERE number = 1)")
    assert [(entry, name) for entry, name, why in faults(waybill) if "its original" in why] == [(1, "first.txt")]


def test_one_flipped_bit_of_an_original_is_named(waybill: Waybill, kept: Path) -> None:
    digest, data = ask(kept, "SELECT sha256, data FROM originals WHERE sha256 = (SELECT sha256 FROM log WHERE number = 3)")[0]
    tamper(kept, ("UPDATE originals SET data = ? WHERE sha256 = ?", (bytes([data[0] ^ 1, *data[1:]]), digest)))
    assert faults(waybill) == [(3, "second.txt", f"its original {digest[:12]} was changed")]


def test_a_removed_original_is_named(waybill: Waybill, kept: Path) -> None:
    tamper(kept, "DELETE FROM originals WHERE sha256 = (SELECT sha256 FROM log WHERE number = 1)")
    assert faults(waybill)[0][:2] == (1, "first.txt")


def test_an_inserted_original_is_named(waybill: Waybill, kept: Path) -> None:
    digest = sha256(b"planted").hexdigest()
    tamper(kept, ("INSERT INTO originals VALUES (?, ?)", (digest, b"planted")))
    assert [name for _, name, _ in faults(waybill)] == [f"original {digest[:12]}"]


def test_an_original_exchanged_for_another_with_its_hash_is_named(waybill: Waybill, kept: Path) -> None:
    digest = sha256(b"forged").hexdigest()
    was = ask(kept, "SELECT sha256 FROM log WHERE number = 1")[0][0]
    change = ("UPDATE originals SET data = ?, sha256 = ? WHERE sha256 = ?", (b"forged", digest, was))
    tamper(kept, change, ("UPDATE readings SET original_sha256 = ? WHERE original_sha256 = ?", (digest, was)))
    found = faults(waybill)
    assert found[0] == (1, "first.txt", f"its original {was[:12]} is missing")
    assert (2, "first.txt", "its reading was tied to another key, reader, text or original") in found
    assert found[-1][1] == f"original {digest[:12]}"


def test_a_changed_text_is_named(waybill: Waybill, kept: Path) -> None:
    tamper(kept, "UPDATE texts SET data = CAST(replace(data, '300', '900') AS BLOB)")
    assert [(entry, name) for entry, name, _ in faults(waybill)] == [(2, "first.txt"), (4, "second.txt")]


def test_a_removed_text_is_named(waybill: Waybill, kept: Path) -> None:
    tamper(kept, "DELETE FROM texts WHERE sha256 = (SELECT text_sha256 FROM readings WHERE number = 2)")
    assert [(entry, why[:8]) for entry, _, why in faults(waybill)] == [(2, "its text")]


def test_an_inserted_text_is_named(waybill: Waybill, kept: Path) -> None:
    digest = sha256(b"planted").hexdigest()
    tamper(kept, ("INSERT INTO texts VALUES (?, ?)", (digest, b"planted")))
    assert [name for _, name, _ in faults(waybill)] == [f"text {digest[:12]}"]


@pytest.mark.parametrize("words", ['"published":"2019-01-01"', "{", ""])
def test_a_changed_reading_is_named_whatever_it_now_holds(waybill: Waybill, kept: Path, words: str) -> None:
    tamper(kept, ("UPDATE readings SET record = ? WHERE number = 4", (words.encode(),)))
    assert [(entry, name) for entry, name, _ in faults(waybill)] == [(4, "second.txt")]


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("key", "planted"),
        ("reader", "planted"),
        ("location", "elsewhere.txt"),
        ("text_sha256", "SELECT text_sha256 FROM readings WHERE number = 2"),
        ("original_sha256", "SELECT original_sha256 FROM readings WHERE number = 2"),
    ],
)
def test_a_reading_tied_to_something_else_is_named(waybill: Waybill, kept: Path, column: str, value: str) -> None:
    other = f"({value})" if value.startswith("SELECT") else f"'{value}'"
    tamper(kept, f"UPDATE readings SET {column} = {other} WHERE number = 4")
    assert 4 in {entry for entry, _, _ in faults(waybill)}


def test_a_removed_reading_is_named(waybill: Waybill, kept: Path) -> None:
    tamper(kept, "DELETE FROM readings WHERE number = 4")
    assert [(entry, name) for entry, name, _ in faults(waybill)] == [(4, "second.txt")]


def test_an_inserted_reading_is_named(waybill: Waybill, kept: Path) -> None:
    rest = "location, key, reader, original_sha256, text_sha256, record FROM readings WHERE number = 4"
    tamper(kept, f"INSERT INTO readings SELECT 70, {rest}", f"INSERT INTO readings SELECT 1, {rest}")
    assert [entry for entry, _, _ in faults(waybill)] == [1, 70]


def test_swapped_readings_are_named_both(waybill: Waybill, kept: Path) -> None:
    (first,), (second,) = ask(kept, "SELECT record FROM readings WHERE number < 6 ORDER BY number")
    put = "UPDATE readings SET record = ? WHERE number = ?"
    tamper(kept, (put, (second, 2)), (put, (first, 4)))
    assert [entry for entry, _, why in faults(waybill) if "was changed" in why] == [2, 4]


def test_a_changed_judgement_is_named(waybill: Waybill, kept: Path) -> None:
    tamper(kept, "UPDATE judgements SET record = CAST(replace(record, 'I. Sato', 'N. Body') AS BLOB) WHERE number = 1")
    assert [(entry, name) for entry, name, _ in faults(waybill)] == [(7, "judgement 1")]


def test_swapped_judgements_are_named_both(waybill: Waybill, kept: Path) -> None:
    tamper(kept, "UPDATE judgements SET entry = -entry", "UPDATE judgements SET entry = 15 + entry")
    assert {entry for entry, _, _ in faults(waybill)} == {7, 8}


def test_a_removed_judgement_is_named(waybill: Waybill, kept: Path) -> None:
    tamper(kept, "DELETE FROM judgements WHERE number = 1")
    assert [(entry, why[:13]) for entry, _, why in faults(waybill)] == [(7, "its judgement")]


def test_an_inserted_judgement_is_named(waybill: Waybill, kept: Path) -> None:
    tamper(kept, "INSERT INTO judgements SELECT 3, 90, record FROM judgements WHERE number = 1")
    tamper(kept, "INSERT INTO judgements SELECT 4, 2, record FROM judgements WHERE number = 1")
    assert [(entry, name) for entry, name, _ in faults(waybill)] == [(2, "judgement 4"), (90, "judgement 3")]


@pytest.mark.parametrize("number", [1, 4, 7, 9])
@pytest.mark.parametrize("column", COLUMNS)
def test_an_entry_changed_in_any_column_is_the_first_that_is_named(
    waybill: Waybill, kept: Path, column: str, number: int
) -> None:
    value = "'read'" if column == "kind" and number == 7 else COLUMNS[column]
    tamper(kept, f'UPDATE log SET "{column}" = {value} WHERE number = {number}')
    assert faults(waybill)[0][0] == number


@pytest.fixture
def missed(kept: Path) -> Path:
    """The same with a tenth entry: first.txt no longer lies where it lay."""
    ledger = opened(kept)
    ledger.miss(["first.txt", "never.txt"])
    ledger.miss(["first.txt"])
    assert "first.txt" not in ledger.present()
    ledger.close()
    return kept


def test_a_report_that_is_missed_is_no_fault(waybill: Waybill, missed: Path) -> None:
    assert json.loads(waybill("verify", "--json").out)["entries"] == 10
    was, now = ask(missed, "SELECT name, size, sha256 FROM log WHERE number IN (1, 10)")
    assert was == now


@pytest.mark.parametrize("column", COLUMNS)
def test_a_miss_changed_in_any_column_is_named(waybill: Waybill, missed: Path, column: str) -> None:
    tamper(missed, f'UPDATE log SET "{column}" = {COLUMNS[column]} WHERE number = 10')
    assert faults(waybill)[0][0] == 10


def test_a_miss_that_was_removed_is_named(waybill: Waybill, missed: Path) -> None:
    tamper(missed, "DELETE FROM log WHERE number = 10")
    assert faults(waybill)[0][0] == 10


def test_a_miss_of_what_was_never_there_is_named(waybill: Waybill, kept: Path) -> None:
    database = Database(str(kept))
    with database.writing() as connection:
        Scribe("I. Sato", lambda: NOON).enter(connection, "missed", "first.txt", b"never there")
    database.close()
    why = f"the original {sha256(b'never there').hexdigest()[:12]} that it misses was never acquired"
    assert faults(waybill) == [(10, "first.txt", why)]


def test_an_entry_changed_together_with_its_seal_breaks_the_next(waybill: Waybill, kept: Path) -> None:
    tamper(kept, f"UPDATE log SET \"by\" = 'N. Body', seal = '{'1' * 64}' WHERE number = 4")
    assert [entry for entry, _, _ in faults(waybill)][:2] == [4, 5]


@pytest.mark.parametrize("number", range(1, 10))
def test_a_removed_entry_is_the_first_that_is_named(waybill: Waybill, kept: Path, number: int) -> None:
    tamper(kept, f"DELETE FROM log WHERE number = {number}")
    assert faults(waybill)[0][0] == number


def test_a_cut_log_is_named_though_what_it_spoke_of_is_cut_too(waybill: Waybill, kept: Path) -> None:
    tamper(kept, "DELETE FROM judgements", "DELETE FROM log WHERE number > 6")
    tamper(kept, "DELETE FROM originals WHERE sha256 NOT IN (SELECT sha256 FROM log)")
    assert faults(waybill) == [(7, "the log", "the log was cut after entry 6, or added to by hand: it was left at entry 9")]


def test_entries_slipped_in_are_named(waybill: Waybill, kept: Path) -> None:
    rest = 'run, kind, name, at, "by", size, sha256, previous, seal FROM log WHERE number = 9'
    tamper(kept, f"INSERT INTO log SELECT 0, {rest}", f"INSERT INTO log SELECT 10, {rest}")
    assert {0, 10} <= {entry for entry, _, _ in faults(waybill)}


def test_swapped_entries_are_named(waybill: Waybill, kept: Path) -> None:
    tamper(
        kept, "UPDATE log SET number = -number WHERE number IN (3, 5)", "UPDATE log SET number = 8 + number WHERE number < 0"
    )
    assert faults(waybill)[0][0] == 3


def test_every_fault_is_told_the_first_of_the_log_first(waybill: Waybill, kept: Path) -> None:
    tamper(kept, "DELETE FROM judgements WHERE number = 2", "UPDATE readings SET record = x'7b' WHERE number = 4")
    tamper(kept, "DELETE FROM originals WHERE sha256 = (SELECT sha256 FROM log WHERE number = 1)")
    assert [entry for entry, _, _ in faults(waybill)] == [1, 4, 8]
    lines = waybill("verify").out.splitlines()
    assert lines[0].startswith("not intact: entry 1, first.txt: its original ")
    assert len(lines) == 3


def test_what_no_text_should_hold_is_told_on_one_line(waybill: Waybill, kept: Path) -> None:
    tamper(kept, ("UPDATE log SET name = CAST(? AS TEXT) WHERE number = 5", (b"two\nlines \xff",)))
    run = waybill("verify")
    assert run.code == 1
    assert all(line.startswith("not intact: ") for line in run.out.splitlines())


def test_changed_claims_are_named_last_and_found_anew(waybill: Waybill, kept: Path) -> None:
    tamper(kept, "UPDATE extractions SET record = CAST(replace(record, 'North Korea', 'South Korea') AS BLOB) WHERE number = 1")
    assert [(entry, name) for entry, name, _ in faults(waybill)] == [(None, "extraction 1")]
    ledger = opened(kept)
    publication = dict(ledger.standing())["first.txt"]
    assert ledger.claims([publication], "0123456789ab") == {}
    finish(ledger, "first.txt")
    assert len(ledger.claims([publication], "0123456789ab")) == 1
    ledger.close()
    assert waybill("verify").code == 0


def test_nothing_is_logged_on_top_of_a_cut_log(waybill: Waybill, kept: Path) -> None:
    tamper(kept, "DELETE FROM log WHERE number = 9")
    report = kept.with_name("new.txt")
    report.write_text("Officials said that 20 tanks were shipped to Dunay in May 2023.\n")
    run = waybill("account", report)
    assert run.code == 1
    assert run.err.splitlines()[-1].endswith(
        "something kept in it is damaged; `waybill verify` says what: restore that from a copy"
    )
    assert ask(kept, "SELECT max(number) FROM log") == [(8,)]


def test_an_account_is_not_made_of_a_changed_text(waybill: Waybill, kept: Path) -> None:
    tamper(kept, "UPDATE texts SET data = CAST(replace(data, '300', '900') AS BLOB)")
    run = waybill("account")
    assert run.code == 1
    assert "`waybill verify` says what" in run.err.splitlines()[-1]


def test_verify_changes_nothing(waybill: Waybill, kept: Path) -> None:
    before = kept.read_bytes()
    assert waybill("verify").code == 0
    assert kept.read_bytes() == before
    assert sorted(kept.parent.iterdir()) == [kept]


def test_without_a_ledger_verify_says_so_and_makes_none(waybill: Waybill, own_ledger: Path) -> None:
    run = waybill("verify")
    assert (run.code, run.out) == (1, "")
    assert run.err == (
        f"waybill: {own_ledger}: there is no ledger; run `waybill account PATH...` first, or give --ledger FILE\n"
    )
    assert not own_ledger.exists()
