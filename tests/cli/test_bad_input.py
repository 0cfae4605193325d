"""Bad input ends in one clear line: what, where, what to try. The rest is done, and no traceback is ever shown."""

import io
import json
from pathlib import Path

import pytest
from fpdf import FPDF
from pypdf import PdfReader, PdfWriter

from command_line import Run, Waybill

GOOD = "A US official said on 3 March 2021 that Sudan had shipped 40 howitzers to Chad.\n"
RUSSIAN = "Корабль вышел из порта с контейнерами, сообщил представитель министерства обороны в пятницу вечером.\n"
MENU = b"<html><body><nav><a href='/'>Home</a> <a href='/about'>About</a></nav></body></html>"


def locked_pdf() -> bytes:
    page, out = FPDF(), io.BytesIO()
    page.add_page()
    page.set_font("helvetica")
    page.cell(text="The ship left Aden.")
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(bytes(page.output()))))
    writer.encrypt("secret", algorithm="AES-256")
    writer.write(out)
    return out.getvalue()


BAD = [
    ("empty.txt", b"", "empty; nothing to read"),
    ("blank.txt", b" \n\n\t\n", "empty; nothing to read"),
    ("junk.txt", bytes(range(256)) * 8, "binary data"),
    ("junk.csv", bytes(range(256)) * 8, "binary data"),
    ("cut.pdf", b"%PDF-1.7\n1 0 obj", "broken PDF"),
    ("locked.pdf", locked_pdf(), "encrypted; decrypt it first"),
    ("menu.html", MENU, "no article in this page"),
    ("russian.txt", RUSSIAN.encode(), "looks like Russian"),
    ("people.csv", b"name,age\nJane,40\n", "no column of a table of claims; name at least one of: date_published"),
    ("header.csv", b"asserter,item\n", "a header without rows"),
    ("huge.txt", b"A ship left Aden. " * 1_200_000, "more than the setting max_file_bytes allows (20,000,000); split the file"),
]


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.txt"
    path.write_text(GOOD, "utf8")
    return path


def told_of(run: Run, name: str) -> str:
    """The one line that tells of a file, without what tells of progress."""
    assert "Traceback" not in run.err
    (line,) = [line for line in run.err.splitlines() if f"{name}: " in line and "opening" not in line]
    return line


@pytest.mark.parametrize(("name", "data", "reason"), BAD, ids=[name for name, _, _ in BAD])
def test_a_bad_file_is_one_line_and_the_rest_is_done(waybill: Waybill, good: Path, name: str, data: bytes, reason: str) -> None:
    bad = good.with_name(name)
    bad.write_bytes(data)
    run = waybill("account", bad, good, "--json")
    account = json.loads(run.out)
    assert run.code == 1
    assert reason in told_of(run, name)
    assert [(f["path"], reason in f["reason"]) for f in account["failed"]] == [(bad.as_posix(), True)]
    assert account["claims"]


@pytest.mark.parametrize("verb", ["read", "mentions", "extract"])
def test_every_verb_tells_of_all_that_failed_and_does_the_rest(waybill: Waybill, good: Path, verb: str) -> None:
    bad = [(name, data) for name, data, _ in BAD if name != "huge.txt"]
    for name, data in bad:
        good.with_name(name).write_bytes(data)
    run = waybill(verb, good.parent, "--json")
    assert run.code == 1
    assert all(told_of(run, name) for name, _ in bad)
    assert {json.loads(line)["path"] for line in run.out.splitlines()} == {good.as_posix()}


def test_a_folder_without_reports_is_one_line(waybill: Waybill, good: Path) -> None:
    empty = good.with_name("empty")
    empty.mkdir()
    run = waybill("account", empty, good, "--json")
    assert run.code == 1
    assert "no report in this folder; .txt .md" in told_of(run, "empty")


def test_damaged_letters_are_said_and_the_rest_is_read(waybill: Waybill, good: Path) -> None:
    good.write_bytes(GOOD.encode() + b"It carried \xff\xfe more.\n")
    run = waybill("account", good, "--json")
    assert run.code == 0
    assert "not UTF-8; read as cp1252, which is assumed" in told_of(run, "good.txt")
    assert json.loads(run.out)["claims"]


def test_odd_cells_of_a_table_stay_claims_with_what_is_unresolved(waybill: Waybill, tmp_path: Path) -> None:
    rows = [
        "asserter,supplier,recipient,quantity_low,quantity_high,unit,window_start,date_published,rank",
        "Norland,Sudan,Chad,plenty,1e400,howitzer,2021-99-99,soon,1",
        "Norland,Sudan,Chad,1000,10,howitzer,2021-10-01,2021-10-14,2",
        'Norland,Sudan,Chad,-5,nan,,,,3,"beyond, the header"',
        "Norland",
    ]
    (tmp_path / "odd.csv").write_text("\n".join(rows), "utf8")
    run = waybill("account", tmp_path / "odd.csv", "--json")
    account = json.loads(run.out, parse_constant=lambda name: pytest.fail(f"{name} is no JSON"))
    assert run.code == 1
    assert "kept as notes: rank, column 10" in run.err
    assert [f["reason"].split(";")[0] for f in account["failed"]] == [
        "row 1 (line 2) is left aside: quantity: plenty in quantity_low is no number from 0",
        "row 2 (line 3) is left aside: quantity: runs backwards from 1000 to 10",
        "row 3 (line 4) is left aside: quantity: -5 in quantity_low is no number from 0",
    ]
    assert all(f["reason"] in run.err for f in account["failed"])
    assert "no day in date_published, write it as 2023-10-14: soon (line 2)" in run.err
    assert len(account["claims"]) == 4
    assert {u["slot"] for u in account["unresolved"]} >= {"quantity", "window"}


@pytest.mark.parametrize("wrong", ["14.10.2023", "2023-13-40", ""])
def test_a_wrong_published_date_is_a_misuse(waybill: Waybill, good: Path, wrong: str) -> None:
    run = waybill("account", good, "--published", wrong)
    assert run.code == 2
    assert "write it as 2023-10-14" in run.err


def test_a_cache_that_cannot_be_written_is_one_line(waybill: Waybill, good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(good))
    for verb in ("account", "mentions", "extract"):
        run = waybill(verb, good)
        assert run.code == 1
        assert told_of(run, "good.txt/waybill").endswith("let XDG_CACHE_HOME name a folder that can be written")


@pytest.mark.parametrize("out", ["good.txt", "good.txt/account"])
def test_an_out_that_cannot_be_written_is_found_before_the_work(waybill: Waybill, good: Path, out: str) -> None:
    run = waybill("account", good, "--out", good.parent / out)
    assert (run.code, run.out) == (1, "")
    assert told_of(run, out).endswith("give another --out")
    assert good.read_text("utf8") == GOOD


def test_an_interrupted_run_is_one_line(waybill: Waybill, good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("waybill.cli.accounting.case_asked", interrupted)
    run = waybill("account", good)
    assert (run.code, run.out) == (130, "")
    assert run.err.endswith("waybill: interrupted\n")
