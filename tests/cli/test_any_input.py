"""Whatever stands in a file, an account of it is whole: exit 0 or 1, valid JSON, every span with its words."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from command_line import Waybill

SUFFIXES = st.sampled_from([".txt", ".md", ".html", ".pdf", ".csv", ""])

LISTED = """
Mr Kirby|US officials|the ministry|they|said|told reporters|denied|that|had shipped|delivered|up to|about|more than|1,000|3
3m|152mm|half a million|$6bn|0|99999999999999999999|1e999|²|٣|containers|shells|rounds or rockets|of arms|munitions|from|to
Najin|North Korea|Russia|Aden|between|and|7 September|30 February 2023|13/10/2023|since|in recent weeks|2023|by sea and rail
Angara (IMO 9179842)|300km|the|who|which|“|”|"|'|’|(|)|,|.|?|;|:|—|--|-|[|]|*|#|according to|Q:|A:|MR KIRBY:
🚀|🇰🇵|כלי נשק|أسلحة|ﬁ|İ|ß
"""
WORDS = st.sampled_from([word for line in LISTED.split("\n") for word in line.split("|") if word])
MARKS = "\n \r \t \x0b \x0c \x1c \x1b \x85 \u2028 \u2029 \u200b \u00ad \u202e \u0301 \ufeff \ufffd"
ODD = st.sampled_from([*MARKS.split(" "), " ", "\xa0", "\r\n", "\n\n"])
SENTENCES = st.lists(WORDS | ODD, max_size=60).map(" ".join)
RUN_TOGETHER = st.lists(WORDS | ODD | st.text(st.characters(), max_size=5), max_size=40).map("".join)
TEXTS = st.text(st.characters(), max_size=200) | SENTENCES | RUN_TOGETHER

HEADERS = ["asserter,supplier,recipient,quantity_low,quantity_high,unit,item,window_start,window_end,stance,kind,measure,mode"]
HEADERS += ["date_published;outlet;window_as_stated;origin;destination;hedge_words;basis;origin_claim;rank"]
CELLS = st.lists(st.lists(WORDS | ODD | st.text(max_size=8), max_size=14), min_size=1, max_size=4)
TABLES = st.tuples(st.sampled_from(HEADERS), CELLS).map(
    lambda t: "\n".join([t[0], *((";" if ";" in t[0] else ",").join(row) for row in t[1])])
)

FEW = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def no_such_number(name: str) -> float:
    return pytest.fail(f"{name} is no JSON")


def spans_in(record: object) -> Iterator[dict[str, Any]]:
    """All that has a start, an end and words, however deep."""
    if isinstance(record, dict):
        if isinstance(record.get("start"), int) and "text" in record:
            yield record
        for value in record.values():
            yield from spans_in(value)
    elif isinstance(record, list):
        for value in record:
            yield from spans_in(value)


def check(waybill: Waybill, path: Path, data: bytes) -> None:
    """Runs every verb that gives spans on a file with these bytes."""
    path.write_bytes(data)
    text = ""
    for verb in ("read", "extract", "mentions", "account"):
        run = waybill(verb, path, "--json")
        assert run.code in (0, 1)
        assert "Traceback" not in run.err
        for line in run.out.splitlines():
            record = json.loads(line, parse_constant=no_such_number)
            text = record["text"] if verb == "read" else text
            for span in spans_in(record if verb != "account" else record["claims"]):
                assert text[span["start"] : span["end"]] == span["text"]


@FEW
@given(text=TEXTS, suffix=st.sampled_from([".txt", ".md"]))
def test_any_text_is_told_whole(waybill: Waybill, tmp_path: Path, text: str, suffix: str) -> None:
    check(waybill, tmp_path / f"any{suffix}", f"{text}\nSudan sent arms.".encode("utf-8", "surrogatepass"))


@FEW
@given(table=TABLES)
def test_any_table_is_told_whole(waybill: Waybill, tmp_path: Path, table: str) -> None:
    check(waybill, tmp_path / "any.csv", table.encode("utf-8", "surrogatepass"))


@FEW
@given(
    data=st.binary(max_size=300)
    | st.tuples(TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass")), st.binary(max_size=30)).map(b"".join),
    suffix=SUFFIXES,
)
def test_any_bytes_are_told_whole(waybill: Waybill, tmp_path: Path, data: bytes, suffix: str) -> None:
    check(waybill, tmp_path / f"any{suffix}", data)
