from datetime import date
from pathlib import Path

from waybill.read.catalogue import read_catalogue
from waybill.read.reports import read
from waybill.settings import Settings

STORY = "Published 14 October 2023\n\nA ship left the port on Monday, a minister said.\n"


def test_the_folders_list_beats_the_option_and_the_option_the_text(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(STORY + name)
    (tmp_path / "documents.csv").write_text('path,title,published\na.txt,"Crates, seen",2023-10-12\n')
    a, b = read([tmp_path], Settings(), published=date(2023, 10, 13)).publications
    assert (a.title, a.published, a.published_by) == ("Crates, seen", date(2023, 10, 12), "documents.csv")
    assert (b.title, b.published, b.published_by) == (None, date(2023, 10, 13), "option")
    assert read([tmp_path / "b.txt"], Settings()).publications[0].published_by == "text"


def test_the_list_speaks_of_a_file_given_by_itself_and_of_folders_below(tmp_path: Path) -> None:
    (tmp_path / "seoul").mkdir()
    (tmp_path / "seoul" / "a.txt").write_text(STORY)
    (tmp_path / "b.txt").write_text(STORY)
    (tmp_path / "documents.csv").write_text("path,publisher\nseoul/a.txt,Harbour Post\nb.txt,Quay Times\n")
    assert [p.publisher for p in read([tmp_path], Settings()).publications] == ["Quay Times", "Harbour Post"]
    assert read([tmp_path / "b.txt"], Settings()).publications[0].publisher == "Quay Times"


def test_the_list_itself_is_no_report(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "documents.csv").write_text("path\na.txt\n")
    reading = read([tmp_path, tmp_path / "documents.csv"], Settings())
    assert len(reading.publications) == 1
    assert reading.failures == ()


def test_a_missing_file_and_a_bad_date_are_said_and_the_rest_is_used(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "documents.csv").write_text("path,author,published\na.txt,Jane Doe,03/04/2023\nz.txt,,\n")
    held = read_catalogue(tmp_path)
    assert held.entries["a.txt"].author == "Jane Doe"
    assert held.entries["a.txt"].published is None
    assert held.notes == (
        "a.txt: '03/04/2023' is no date; write it as 2023-10-14",
        "names z.txt, which is not there; check the spelling",
    )


def test_a_list_without_paths_is_ignored_and_said(tmp_path: Path) -> None:
    (tmp_path / "documents.csv").write_text("title\nCrates\n")
    assert read_catalogue(tmp_path).notes[0].startswith("ignored: no column 'path'")
