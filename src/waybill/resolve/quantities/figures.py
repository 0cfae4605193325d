"""Figures as the world writes them: the digits of any script, grouped and with decimals as in English, India or Europe."""

import re

from msgspec import Struct

from waybill.resolve.quantities.dated import MONTH
from waybill.resolve.quantities.numeral import rounded

_HIDDEN = "\u00ad\u200b-\u200f\u2060\ufeff"
"""What is not seen inside a number: soft hyphen, zero-width characters, direction marks."""
_APART = " \u00a0\u2009\u202f'’"
_POINTS = str.maketrans({"٫": ".", "．": ".", "·": ".", "٬": ",", "，": ",", "’": "'", **dict.fromkeys(_APART[:4], " ")})
"""Decimal points and thousands commas of other scripts, by ours; all blanks alike."""
_UNSEEN = re.compile(f"[{_HIDDEN}]+")
_MOST_DIGITS = 18
"""No amount of goods or money has more digits: our convention, a quintillion less one."""

_SPACED = re.compile(
    rf"(?<![\d+][{_APART}])(?<!\+)\d{{1,3}}(?P<by>[{_APART}])\d{{3}}(?:(?P=by)\d{{3}})*(?:[.,]\d{{1,2}})?(?!\d|[ -]\d|[.,]\d)"
)
"""12 500, 1'200'000; but no telephone number."""
_RUN = re.compile(rf"\d(?:[{_HIDDEN}]*+(?:[.,٫٬．，·][{_HIDDEN}]*+)?\d)*|[.٫]\d+")
_A_SIZE = re.compile(r"[\s-]?(?:mm|cm|kg|lbs?|pounds?|tons?|tonnes?|k?m|f(?:oo|ee)?t|inch(?:es)?|gram|litre|liter)\b")
_MONTH = re.compile(rf"\b{MONTH}\.?\s$")
_LAST = re.compile(r"[.,](?=\d*$)")

GROUPINGS = (
    (re.compile(r"\d+|\d*\.\d+|\d{1,3}(?:,\d{3})+(?:\.\d+)?"), ".", ("1200", "1,200,000", "1,200.5", ".5")),
    (re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?"), ".", ("1,20,000", "2,50,00,000")),
    (re.compile(r"\d{1,3}(?:[ ']\d{3})+(?:\.\d+)?"), ".", ("1 200", "12 500", "1'200'000", "12 500.5")),
    (re.compile(r"\d{1,3}(?:[ .]\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}"), ",", ("1.000,5", "1.200.000", "12 500,75")),
)  # fmt: skip
"""How figures are grouped, with the sign of their decimals and examples: English, Indian, SI and Swiss, European."""

_LISTS = re.compile(r"\d+(?:\.\d+){2,}|\d+\.\d+,\d+\.\d+|\d{1,2}(?:,\d{1,2}){2,}|\d{1,2},(?:19|20)\d\d")
"""Numbers that are several: 12.10.2023, 42.23,130.30, "1,5,7", "Oct. 7,2023"."""
_DECIMAL_COMMA = re.compile(r"\d+,\d{1,2}")
_POINT_OF_THOUSANDS = re.compile(r"[1-9]\d{0,2}\.\d{3}")


class Figures(Struct, frozen=True):
    """Figures as read up to offset `end`. `unclear` says why they may mean one of `others`, the likelier first."""

    end: int
    value: float
    unclear: str | None = None
    others: tuple[float, ...] = ()


def read_figures(text: str, at: int) -> Figures | None:
    """The figures at an offset, or None where they are no single number.

    "1,5" and "1.000" may be decimals or a list, decimals or thousands: both readings are given, and what follows decides.
    More than eighteen digits, and commas that part neither thousands nor decimals ("1,0000"), are unclear.
    """
    found = _spaced(text, at) or _RUN.match(text, at)
    if found is None:
        return None
    said = _UNSEEN.sub("", found[0]).translate(_POINTS)
    return None if _LISTS.fullmatch(said) and not GROUPINGS[-1][0].fullmatch(said) else _read(said, found.end())


def _spaced(text: str, at: int) -> re.Match[str] | None:
    """Thousands set apart by blanks; not "4 500 kg bombs", not "on July 12 500 men"."""
    found = _SPACED.match(text, at)
    if found is None or _MONTH.search(text, max(0, at - 12), at):
        return None
    plain = found["by"] == " " and not found[0].endswith(" 000")
    return None if plain and _A_SIZE.match(text, found.end()) else found


def _read(said: str, end: int) -> Figures:
    if sum(map(str.isdigit, said)) > _MOST_DIGITS:
        return Figures(end, 0.0, f"number: {_shortened(said)} has more digits than any amount")
    if _POINT_OF_THOUSANDS.fullmatch(said):
        return Figures(end, float(said), others=(_number(said.replace(".", ""), "."),))
    for pattern, point, _ in GROUPINGS:
        if pattern.fullmatch(said):
            return Figures(end, _number(said, point))
    if _DECIMAL_COMMA.fullmatch(said):
        value = _number(said, ",")
        return Figures(end, value, f"number: the comma of {said} may part decimals or two numbers", (value,))
    return Figures(end, 0.0, f"number: its signs part {said} into no thousands", _guesses(said))


def _number(said: str, point: str) -> float:
    return rounded(float("".join("." if sign == point else sign for sign in said if sign.isdigit() or sign == point)))


def _guesses(said: str) -> tuple[float, ...]:
    """With the last sign for decimals, and with no sign counting; that first where all signs are alike."""
    whole = _number(said, "")
    last = _LAST.search(said)
    decimal = float(f"{_number(said[: last.start()], ''):.0f}.{said[last.end() :]}") if last else whole
    return (decimal, whole) if len(set(said) & set(".,")) > 1 else (whole, decimal)


def _shortened(said: str) -> str:
    return said if len(said) <= 2 * _MOST_DIGITS else f"{said[:_MOST_DIGITS]}…"
