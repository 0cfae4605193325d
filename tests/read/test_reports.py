from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from waybill.model.document import Failure, Reading
from waybill.read.reports import read
from waybill.settings import Settings

STORY = "A ship left the port on Monday. It carried crates, a minister said.\n"


def reading(*paths: Path) -> Reading:
    return read(paths, Settings())


def reason(path: Path) -> str:
    found = reading(path)
    assert found.publications == ()
    (failure,) = found.failures
    assert "\n" not in failure.reason
    return failure.reason


def test_plain_text_is_the_file_unchanged(tmp_path: Path) -> None:
    data = "\ufeffThe ship left.\r\nIt came “back”.\r".encode()
    (tmp_path / "a.txt").write_bytes(data)
    (found,) = reading(tmp_path / "a.txt").publications
    assert found.document.text.encode() == data
    assert found.furniture[0].text_of(found.document.text) == "\ufeff"
    assert found.document.original_sha256 == sha256(data).hexdigest()


def test_an_id_is_the_texts_hash_and_further_copies_are_numbered_in_path_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "c.txt"):
        (tmp_path / name).write_text(STORY)
    found = reading(tmp_path).publications
    first = sha256(STORY.encode()).hexdigest()[:12]
    assert [(p.path.rpartition("/")[2], p.id) for p in found] == [
        ("a.md", first),
        ("b.txt", f"{first}-2"),
        ("c.txt", f"{first}-3"),
    ]


def test_paths_are_as_given_and_in_one_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "case" / "seoul").mkdir(parents=True)
    for name in ("b.txt", "seoul/a.txt", ".hidden.txt"):
        (tmp_path / "case" / name).write_text(STORY + name)
    monkeypatch.chdir(tmp_path)
    found = reading(Path("case/seoul"), Path("case/"), Path("./case/b.txt"))
    assert [p.path for p in found.publications] == ["case/b.txt", "case/seoul/a.txt"]
    assert found.failures == ()


def test_what_fails_is_listed_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "b.txt").write_text(" \n")
    found = reading(tmp_path, tmp_path / "z.txt")
    assert len(found.publications) == 1
    assert found.failures == (
        Failure((tmp_path / "b.txt").as_posix(), "empty; nothing to read"),
        Failure((tmp_path / "z.txt").as_posix(), "no such file or folder; check the spelling"),
    )


def test_a_folder_without_reports_fails_and_other_files_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8")
    found = reading(tmp_path)
    assert [f.reason for f in found.failures] == ["no report in this folder; .txt .md .html .htm .pdf .csv .tsv .xlsx are read"]
    assert [note.partition(": ")[2] for note in found.notes] == [
        "passed over 1 file(s) of other kinds (.jpg); .txt .md .html .htm .pdf .csv .tsv .xlsx are read"
    ]


def test_a_file_of_another_kind_fails_where_it_was_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"PK\x03\x04")
    assert reason(tmp_path / "a.docx").startswith(".docx files are not read; save it as one of .txt")


def test_a_file_too_large_is_refused_by_the_settings_name(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    (failure,) = read([tmp_path / "a.txt"], Settings(max_file_bytes=10)).failures
    assert "max_file_bytes" in failure.reason


def test_a_text_in_another_language_fails_and_a_short_one_passes(tmp_path: Path) -> None:
    russian = "Корабль вышел из порта с контейнерами, сообщил представитель министерства обороны в пятницу вечером."
    (tmp_path / "a.txt").write_text(russian)
    (tmp_path / "b.txt").write_text("Najin-Dunay: 300 containers")
    assert reason(tmp_path / "a.txt") == ("not English (looks like Russian): Waybill reads English only; give a translation")
    assert reading(tmp_path / "b.txt").publications[0].language is None


def test_content_beats_the_suffix_where_it_is_plain(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_text(f"<!doctype html><html><body><article><p>{STORY * 5}</p></article></body></html>")
    (tmp_path / "b.txt").write_bytes(b"%PDF-1.7 and no more")
    found = reading(tmp_path)
    assert found.publications[0].document.text.startswith("A ship left")
    assert "broken PDF" in found.failures[0].reason


def test_links_in_circles_and_folders_named_like_reports_do_no_harm(tmp_path: Path) -> None:
    (tmp_path / "x.txt").mkdir()
    (tmp_path / "x.txt" / "a.txt").write_text(STORY)
    (tmp_path / "round").symlink_to(tmp_path)
    (tmp_path / "copy.txt").symlink_to(tmp_path / "x.txt" / "a.txt")
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    found = reading(tmp_path)
    assert len(found.publications) == 1
    assert [f.reason for f in found.failures] == ["a link that leads nowhere; give the file itself"]


def test_progress_is_told_each_path(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    told: list[str] = []
    read([tmp_path], Settings(), progress=told.append)
    assert told == [(tmp_path / "a.txt").as_posix()]


def test_a_table_keeps_its_rows_and_is_judged_by_no_prose_rule(tmp_path: Path) -> None:
    (tmp_path / "claims.csv").write_text("asserter,item\nKirby,containers\n")
    (found,) = reading(tmp_path).publications
    assert [c.text for row in found.rows for c in row.cells] == ["Kirby", "containers"]
    assert found.credits == ()


def test_a_date_that_could_be_two_days_is_said_unless_another_is_known(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Published: 03/04/2023\n\n" + STORY)
    found = reading(tmp_path)
    assert found.publications[0].published is None
    assert "'03/04/2023' could be two days" in found.notes[0]
    assert read([tmp_path], Settings(), published=date(2023, 4, 3)).notes == ()


def test_a_known_publisher_is_given_no_author_of_the_text_it_repeats(tmp_path: Path) -> None:
    repeated = STORY * 3 + "Source: Harbour Post\nAuthor: Jane Doe\n"
    (tmp_path / "a.txt").write_text("EXAMPLE WIRE / 6 March 2024\n\n" + repeated)
    (tmp_path / "b.txt").write_text(repeated)
    found = reading(tmp_path).publications
    assert [(p.publisher, p.author) for p in found] == [("EXAMPLE WIRE", None), (None, "Jane Doe")]
    assert [c.name for c in found[0].credits] == ["Harbour Post", "Jane Doe"]
