"""Numbers that are no amounts, by the tests of two neighbours: what belongs to a date, and what is part of a name."""

from collections.abc import Callable

from waybill.model.parse import Parse
from waybill.resolve.quantities import dated, designated
from waybill.resolve.quantities.numeral import Numeral

_TESTS: tuple[Callable[[Parse, Numeral], bool], ...] = (
    designated.is_glued,
    dated.is_day_of_month,
    dated.is_year_of_date,
    dated.is_clock,
    dated.is_ordinal_or_decade,
    designated.is_in_chain,
    designated.is_designation,
    designated.is_list_mark,
    designated.is_identifier,
    designated.is_calibre,
    designated.is_coordinate,
    designated.is_ordered_half,
)


def is_no_amount(parse: Parse, numeral: Numeral) -> bool:
    """True for a number that is a date, a time of day, a calibre, a designation, a list mark, an identifier or a coordinate.

    A year may still be an amount, see `dated.is_year`.
    """
    return any(test(parse, numeral) for test in _TESTS)
