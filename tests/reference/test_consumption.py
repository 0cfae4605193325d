"""Rates of use and production: each with a source, replaced by a table of one's own, switched off by name."""

from datetime import date

from waybill.reference.consumption import consumption, consumption_in, rates_with
from waybill.reference.factors import Kind

HEAD = "name,country,measure,item_class,calibre_mm,since,until,low,high,per,source,url,note\n"


def test_every_rate_is_named_once_bounded_dated_and_cited() -> None:
    held = consumption()
    assert len({rate.name for rate in held}) == len(held)
    for rate in held:
        ends = [end for end in (rate.low_a_day, rate.high_a_day) if end is not None]
        assert ends
        assert ends == sorted(ends)
        assert ends[0] > 0
        assert rate.since <= rate.until
        assert "http" in rate.source


def test_the_shipped_table_has_no_fault_that_a_users_own_would_have() -> None:
    rows = "\n".join(
        f"{r.name},{r.country},{r.measure},{r.kind.item_class},{r.kind.calibre_mm or ''},{r.since},{r.until},"
        f'{r.low_a_day or ""},{r.high_a_day or ""},day,"{r.source}",,'
        for r in consumption()
    )
    taken = consumption_in(HEAD + rows)
    assert taken.faults == ()
    assert len(taken.rates) == len(consumption())


def test_what_is_told_by_the_month_year_or_period_is_reckoned_by_the_day() -> None:
    rows = (
        "a,Russia,use,rocket,122,2023-09-01,2023-09-10,100,200,period,me,,",
        "b,Russia,use,rocket,122,2023-09-01,2023-09-10,365,730,year,me,,",
        "c,Russia,use,rocket,122,2023-09-01,2023-09-10,730,,month,me,,",
    )
    taken = consumption_in(HEAD + "\n".join(rows))
    assert [(r.low_a_day, r.high_a_day) for r in taken.rates] == [(10, 20), (1, 2), (24, None)]
    assert taken.rates[0].days == 10


def test_a_table_of_ones_own_takes_the_place_of_what_is_shipped_for_the_same_goods() -> None:
    own = consumption_in(HEAD + "mine,Russia,use,ammunition_large,,2023-01-01,2023-12-31,9000,11000,day,counted,,\n").rates
    left = rates_with(own, ("ru-made-2024-nato",))
    assert [r.name for r in left if r.of == ("Russia", "use", Kind("ammunition_large", None))] == ["mine"]
    names = {rate.name for rate in left}
    assert "ru-made-2024-nato" not in names
    assert {"ru-made-2024-bain", "ua-use-2024-03-cnn"} <= names
    assert left[-1].since == date(2023, 1, 1)


def test_every_row_that_is_no_rate_says_why_in_a_line_and_leaves_the_others() -> None:
    rows = (
        "# a caption",
        "good,Russia,use,rocket,122,2023-01-01,2023-12-31,10,20,day,me,,",
        "placeless,Ruritania,use,rocket,122,2023-01-01,2023-12-31,10,20,day,me,,",
        "odd,Russia,sale,rocket,122,2023-01-01,2023-12-31,10,20,day,me,,",
        "strange,Russia,use,bread,122,2023-01-01,2023-12-31,10,20,day,me,,",
        "weekly,Russia,use,rocket,122,2023-01-01,2023-12-31,10,20,week,me,,",
        "dayless,Russia,use,rocket,122,last year,2023-12-31,10,20,day,me,,",
        "backwards,Russia,use,rocket,122,2023-12-31,2023-01-01,10,20,day,me,,",
        "endless,Russia,use,rocket,122,2023-01-01,2023-12-31,,,day,me,,",
        "words,Russia,use,rocket,122,2023-01-01,2023-12-31,few,20,day,me,,",
        "turned,Russia,use,rocket,122,2023-01-01,2023-12-31,30,20,day,me,,",
        "unsourced,Russia,use,rocket,122,2023-01-01,2023-12-31,10,20,day,,,",
        "good,Russia,use,rocket,122,2023-01-01,2023-12-31,10,20,day,me,,",
    )
    taken = consumption_in(HEAD + "\n".join(rows))
    assert [rate.name for rate in taken.rates] == ["good"]
    assert taken.faults == (
        "line 4: unknown country 'Ruritania'; try its common English name",
        "line 5: measure 'sale' is neither use nor production",
        "line 6: unknown item_class 'bread'",
        "line 7: per 'week' is none of day, month, year, period",
        "line 8: since 'last year' is no day as YYYY-MM-DD",
        "line 9: since 2023-12-31 is after until 2023-01-01",
        "line 10: low and high are both empty",
        "line 11: low 'few' is no number above 0",
        "line 12: low 30 is above high 20",
        "line 13: source is empty",
        "line 14: a second rate named good",
    )


def test_a_table_without_its_columns_says_which() -> None:
    assert consumption_in("name,low\nx,1\n").faults[0].startswith("line 1: no column country, measure")
