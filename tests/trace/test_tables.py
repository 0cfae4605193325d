"""Rows of a table of claims are publications of their own."""

from datetime import date

from newsroom import exactly, more_than, say, write
from waybill.model.claim import Claim
from waybill.model.document import Cell, Publication, Row
from waybill.model.span import Span
from waybill.trace.genealogy import trace


def table(*rows: str) -> Publication:
    """A table of the columns date_published, outlet and whatever was said."""
    text = "\n".join(rows)
    return write("claims.csv", text, "2024-12-31", rows=tuple(_row(text, row) for row in rows))


def _row(text: str, row: str) -> Row:
    start = text.index(row)
    day, outlet, _ = row.split(",")
    cells = (
        Cell("date_published", day, Span(start, start + len(day))),
        Cell("outlet", outlet, Span(start + len(day) + 1, start + len(day) + 1 + len(outlet))),
    )
    return Row(Span(start, start + len(row)), cells, date.fromisoformat(day))


def told(publication: Publication, row: str, by: str, **more: object) -> Claim:
    count = ("6700 crates", exactly(6700, "crate"))
    return say(publication, row, **({"by": by, "amount": count, "supplier": "Iran", "recipient": "Russia"} | more))  # type: ignore[arg-type]


def test_a_row_retells_an_earlier_row_of_the_same_asserter() -> None:
    later, first = "2024-03-07,Birch,6700 crates are gone", "2024-03-01,Ash,6700 crates went"
    sheet = table(later, first)
    claims = [told(sheet, row, "US officials") for row in (later, first)]
    assert trace([sheet], claims).echo_of == {claims[0].id: claims[1].id}


def test_a_row_taken_from_a_text_that_is_held_echoes_it_even_where_its_speaker_is_unnamed() -> None:
    ash = write("ash.txt", "About 6,700 crates went, a Western official said.", "2024-03-01", publisher="The Ash News")
    row = "2024-03-01,Ash,6700 crates went"
    sheet = table(row)
    crates = exactly(6700, "crate")
    first = say(
        ash, "6,700 crates", by="a Western official", amount=("6,700 crates", crates), supplier="Iran", recipient="Russia"
    )
    again = told(sheet, row, "a Western official")
    tracing = trace([sheet, ash], [again, first])
    assert (tracing.echo_of, len(tracing.originators)) == ({again.id: first.id}, 1)


def test_the_hedge_of_a_bare_number_is_put_in_words() -> None:
    rows = "2024-03-01,Ash,6700 crates", "2024-03-07,Birch,6700 crates"
    sheet = table(*rows)
    first = told(sheet, rows[0], "US officials", amount=("6700", exactly(6700, "crate")))
    later = told(sheet, rows[1], "US officials", amount=("6700", more_than(6700, "crate")))
    (only,) = trace([sheet], [first, later]).retellings
    assert [(d.before, d.after) for d in only.drifts] == [("6,700 crates", "at least 6,700 crates")]


def test_rows_of_one_day_have_no_direction() -> None:
    rows = "2024-03-07,Birch,6700 crates are gone", "2024-03-07,Ash,6700 crates went"
    sheet = table(*rows)
    assert not trace([sheet], [told(sheet, row, "US officials") for row in rows]).retellings


def test_a_row_that_names_its_origin_retells_it() -> None:
    rows = "2024-03-07,Ash,6700 crates went", "2024-03-07,Birch,6700 crates are gone"
    sheet = table(*rows)
    first = told(sheet, rows[0], "US officials")
    later = told(sheet, rows[1], "Kyiv", origin_claim="US officials on 7 March")
    (only,) = trace([sheet], [first, later]).retellings
    assert (only.claim, only.of, only.circular) == (later.id, first.id, True)
    assert only.why == "the table says it was taken from US officials on 7 March"
