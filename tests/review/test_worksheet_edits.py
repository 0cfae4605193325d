"""What an analyst changed in a worksheet."""

from waybill.model.worksheet import COLUMNS, WorksheetRow
from waybill.review.edited_row import CellChange
from waybill.review.edits import Edits, edits

A, B, DIGITS = "0a1b2c3d4e5f", "6a7b8c9d0e1f", "123456789012"
HELD = {
    **{"review": "machine-read", "document": "wire.txt", "line": "3", "quote": "up to 400 crates left Najin"},
    **{"outlet": "Calder Wire", "supplier": "North Korea", "quantity_high": "400", "unit": "crate"},
    **{"window_start": "2023-09-07", "window_as_stated": "September 7"},
}


def exported(ident: str, **cells: str) -> WorksheetRow:
    held = dict.fromkeys(COLUMNS, "") | HELD | {"id": ident} | cells
    return WorksheetRow(held | {"as_exported": WorksheetRow(held).fingerprint}, 2)


def edited(row: WorksheetRow, **cells: str) -> WorksheetRow:
    return WorksheetRow({**row.cells, **cells}, row.line)


def at(row: WorksheetRow, line: int) -> WorksheetRow:
    return WorksheetRow(row.cells, line)


def told(rows: list[WorksheetRow], *now: WorksheetRow) -> Edits:
    return edits(rows, {row.words("id"): [row] for row in now})


def troubles(rows: list[WorksheetRow], *now: WorksheetRow) -> list[str]:
    found = told(rows, *now)
    assert found.edited == ()
    return list(map(str, found.troubles))


def test_an_edited_cell_comes_with_its_old_words_and_the_rows_own_reason() -> None:
    row = exported(A)
    (edit,) = told([edited(row, quantity_high="300", why="the wire was corrected")], row).edited
    assert (edit.claim, edit.why) == (A, "the wire was corrected")
    assert edit.changes == (CellChange("quantity_high", "400", "300"),)
    assert not edit.stale


def test_a_review_is_a_decision() -> None:
    row = exported(A)
    assert [told([edited(row, review=r)], row).edited[0].decision for r in ("accepted", "Rejected")] == ["accept", "reject"]


def test_who_corrects_a_row_accepts_the_rest_of_it() -> None:
    row = exported(A)
    (edit,) = told([edited(row, review="accepted", unit="box")], row).edited
    assert (edit.decision, len(edit.changes)) == (None, 1)
    (edit,) = told([edited(row, review="rejected", unit="box")], row).edited
    assert (edit.decision, len(edit.changes)) == ("reject", 1)


def test_a_review_that_decides_nothing_is_told() -> None:
    row = exported(A, review="accepted", judged="7")
    assert troubles([edited(row, review="machine-read")], row) == [
        "line 2: review machine-read: take judgement 7 back: waybill judge undo 7"
    ]
    assert "write accepted or rejected" in troubles([edited(row, review="yes")], row)[0]
    assert "correct the cell itself" in troubles([edited(row, review="corrected")], row)[0]


def test_white_space_and_how_a_number_is_written_are_no_edits() -> None:
    row = exported(A, quantity_low="1000", item="artillery shells")
    assert told([edited(row, quantity_low="1,000 ", item=" artillery  shells")], row) == Edits((), (), ())


def test_what_a_program_makes_of_words_that_inform_is_no_edit() -> None:
    row = exported(A, outlet="Zpravodaj č. 1")
    assert told([edited(row, window_as_stated="7-Sep", outlet="Zpravodaj ?. 1")], row) == Edits((), (), ())


def test_a_column_or_row_that_is_missing_changes_nothing() -> None:
    rows = [exported(A), exported(B)]
    without = WorksheetRow({c: w for c, w in rows[0].cells.items() if c not in ("supplier", "url")}, 2)
    assert told([without], *rows) == Edits((), (), ())


def test_an_emptied_cell_is_an_edit() -> None:
    row = exported(A)
    (edit,) = told([edited(row, supplier="")], row).edited
    assert edit.changes == (CellChange("supplier", "North Korea", ""),)


def test_a_row_as_exported_says_nothing_whatever_was_judged_since() -> None:
    then, now = exported(A), exported(A, supplier="Iran", review="corrected", judged="4")
    assert told([then], now) == Edits((), (), ())


def test_a_row_edited_and_judged_since_is_stale() -> None:
    then, now = exported(A), exported(A, review="accepted", judged="4")
    (edit,) = told([edited(then, unit="box")], now).edited
    assert edit.stale


def test_edits_that_are_in_force_already_say_nothing() -> None:
    then, now = exported(A), exported(A, unit="box", review="corrected", judged="4")
    assert told([edited(then, unit="box", review="accepted", why="seen")], now) == Edits((), (), ())


def test_without_its_fingerprint_a_row_is_stale_where_it_was_judged_since() -> None:
    then = exported(A)
    bare = WorksheetRow({c: w for c, w in then.cells.items() if c != "as_exported"} | {"unit": "box"}, 2)
    assert [e.stale for e in told([bare], then).edited] == [False]
    assert [e.stale for e in told([bare], exported(A, judged="4")).edited] == [True]


def test_an_edit_of_what_only_informs_leaves_the_rest_of_its_row() -> None:
    row = exported(A)
    found = told([edited(row, outlet="Calder", unit="box")], row)
    assert [c.column for c in found.edited[0].changes] == ["unit"]
    assert "outlet is not kept" in str(found.troubles[0])


def test_a_row_whose_words_are_others_is_not_read() -> None:
    row = exported(A)
    (line,) = troubles([edited(row, quote="a column sorted alone", unit="box")], row)
    assert line.startswith("line 2: not read: quote was edited")


def test_an_id_that_stands_twice_is_read_in_neither_row() -> None:
    row = exported(A)
    (line,) = troubles([edited(row, unit="box"), at(edited(row, unit="tin"), 3)], row)
    assert "lines 2, 3" in line


def test_ids_nobody_has_are_told_line_by_line() -> None:
    row = exported(A)
    found = troubles([row, at(exported("ffffffffffff"), 3), at(exported("1.2E+30"), 4)], row)
    assert "line 3: no claim has the id ffffffffffff" in found[0]
    assert "made a number of it" in found[1]


def test_a_file_of_another_ledger_is_told_in_one_line() -> None:
    (line,) = troubles([exported("ffffffffffff"), exported("eeeeeeeeeeee")], exported(A))
    assert "--ledger" in line


def test_an_id_of_digits_that_became_a_number_is_known_by_its_words() -> None:
    row, other = exported(DIGITS), exported(A, quote="other words")
    (edit,) = told([edited(row, id="1.23457E+11", unit="box")], row, other).edited
    assert edit.claim == DIGITS
    assert troubles([edited(row, id="1.23457E+11", quote="other words")], row, other)


def test_of_copies_of_a_document_the_row_means_the_one_it_names() -> None:
    here, there = exported(A, document="here.txt"), exported(A, document="there.txt")
    (edit,) = edits([edited(there, unit="box")], {A: [here, there]}).edited
    assert not edit.stale


def test_a_row_without_an_id_is_added_once() -> None:
    new = WorksheetRow({"id": "", "supplier": "Iran", "recipient": "Russia"}, 5)
    found = told([new, at(new, 6), WorksheetRow({"id": "", "supplier": ""}, 7)], exported(A))
    assert found.added == (new,)
    assert [t.line for t in found.troubles] == [6]


def test_an_added_row_must_say_something_and_not_be_rejected() -> None:
    empty, refused = WorksheetRow({"note": "hm"}, 5), WorksheetRow({"supplier": "Iran", "review": "rejected"}, 6)
    assert len(troubles([empty, refused], exported(A))) == 2


def test_a_reason_for_nothing_is_told() -> None:
    row = exported(A)
    assert "nothing in it was edited" in troubles([edited(row, why="because")], row)[0]
