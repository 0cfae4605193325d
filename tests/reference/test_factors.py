"""Factors: each with a source, swapped by a table of one's own, switched off by name."""

from waybill.reference.factors import Kind, factors, factors_in, swapped

HEAD = "name,from_unit,to_unit,item_class,calibre_mm,low,high,source,note\n"


def test_every_factor_is_named_once_bounded_and_cited() -> None:
    held = factors()
    assert len({f.name for f in held}) == len(held)
    assert all(0 < f.low <= f.high and f.source for f in held)
    shells = [f for f in held if f.of == ("container", "shell", Kind("ammunition_large", 152))]
    assert (min(f.low for f in shells), max(f.high for f in shells)) == (250, 500)
    assert {(f.name, f.low, f.high) for f in held} >= {("rockets-122-rok", 75, 100), ("containers-voyage", 209, 313)}


def test_a_table_of_ones_own_takes_the_place_of_what_is_shipped_for_the_same_goods() -> None:
    own = factors_in(HEAD + "mine,containers,Shells,ammunition_large,152,400,420,counted on the pier,\n")
    assert own.faults == ()
    names = [f.name for f in swapped(own.factors, ())]
    assert names == ["rockets-122-rok", "containers-voyage", "mine"]


def test_a_factor_is_switched_off_by_its_name() -> None:
    assert "shells-152-osc" not in [f.name for f in swapped((), ("shells-152-osc",))]
    assert len(swapped((), ("shells-152-osc",))) == len(factors()) - 1


def test_every_row_that_is_no_factor_says_why_in_a_line_and_leaves_the_others() -> None:
    rows = (
        "# a caption",
        "good,railcar,container,,,1,2,a yard,",
        "backwards,railcar,container,,,3,2,a yard,",
        "unsourced,railcar,container,,,1,2,,",
        "words,railcar,container,,,few,2,a yard,",
        "odd,wheelbarrow,container,,,1,2,a yard,",
        "strange,railcar,shell,bread,152,1,2,a yard,",
        "calibred,railcar,shell,,152,1,2,a yard,",
        "same,railcar,railcars,,,1,2,a yard,",
        "good,railcar,container,,,1,2,a yard,",
    )
    taken = factors_in(HEAD + "\n".join(rows))
    assert [f.name for f in taken.factors] == ["good"]
    assert taken.faults == (
        "line 4: low 3 is above high 2",
        "line 5: source is empty",
        "line 6: low 'few' is no number above 0",
        "line 7: unknown unit 'wheelbarrow' as from_unit",
        "line 8: unknown item_class 'bread'",
        "line 9: a calibre_mm without an item_class",
        "line 10: from_unit and to_unit are the same",
        "line 11: a second factor named good",
    )


def test_a_table_without_its_columns_says_which() -> None:
    assert factors_in("name,low\nx,1\n").faults[0].startswith("line 1: no column from_unit, to_unit, high, source")
