"""Every table we ship says what it is, where it comes from and when."""

import re
from collections import Counter
from importlib.resources import files

import pytest

from waybill.reference.tables import rows_of

TABLES = sorted(f.name for f in files("waybill.reference").iterdir() if f.name.endswith(".csv"))


def lines_of(table: str) -> list[str]:
    return (files("waybill.reference") / table).read_text("utf8").splitlines()


@pytest.mark.parametrize("table", TABLES)
def test_a_table_opens_with_a_caption_that_names_a_year(table: str) -> None:
    lines = lines_of(table)
    rows_begin = next(at for at, line in enumerate(lines) if not line.startswith("#"))
    assert re.search(r"\b20\d\d\b", " ".join(lines[:rows_begin]))


@pytest.mark.parametrize("table", TABLES)
def test_a_table_has_no_row_twice(table: str) -> None:
    assert [line for line, times in Counter(filter(None, lines_of(table))).items() if times > 1] == []


@pytest.mark.parametrize("table", TABLES)
def test_a_caption_is_no_row(table: str) -> None:
    rows = rows_of(table)
    assert rows
    assert all(None not in row and None not in row.values() for row in rows)
    assert not any(column.startswith("#") for column in rows[0])
