"""Amounts of money that leave out the currency of the amount before them."""

import re

from msgspec.structs import replace

from waybill.model.parse import Parse
from waybill.resolve.quantities.amounts import Amount
from waybill.resolve.quantities.dated import is_year
from waybill.resolve.quantities.following import Following, with_rate
from waybill.resolve.quantities.joins import ascends
from waybill.resolve.quantities.signs import with_letter

_RANGE = re.compile(r"[-–—]|\s+(?:up\s+)?(?:to|or)\s+")
_SPACED_DASH = re.compile(r"\s*[-–—]\s*")
_AND = re.compile(r"\s+and\s+")
_BETWEEN = re.compile(r"\bbetween\s+\Z", re.IGNORECASE)
_LIST = re.compile(
    r"(?:\s+(?P<place>from|to|for|in|by|with|on|at)\s+[^.;:()]{1,50}?)?(?:,\s+(?:and\s+|then\s+|with\s+)?|\s+and\s+)\Z"
)
_BEHIND = re.compile(r"\s+(?P<place>from|to|for|in|by|with|on|at)\s")
_SHORT = re.compile(r"\S+[A-Za-z]\Z")
_LENGTH = re.compile(
    r"\s+(?:high|long|wide|deep|tall|thick|away|apart|in\s+(?:height|length|width|depth|diameter)|of|from\s+the)\b"
)
_REACH = 80
"""Code points from an amount of money to the next of its list: our convention, a clause."""


def share_currency(parse: Parse, amounts: list[Amount]) -> list[Amount]:
    """The amounts with bare ones in a range or a list with money given its currency; "m" is then a million, no metre.

    | It got $46m from Mali, 27m from Chad and 8m from Niger. -> $46m [46000000 USD]; 27m [27000000 USD]; 8m [8000000 USD]
    | It bought €20-30m in all. -> €20-30m [20000000..30000000 EUR range]
    | It cost between $5m and 7m. -> between $5m and 7m [5000000..7000000 USD range]
    | It cost $5m to 7m. -> $5m to 7m [5000000..7000000 USD range]
    | They paid $45-50 a tonne. -> $45-50 a tonne [45..50 USD per tonne range rate]
    | They paid $5 million to Mali, 7 million to Chad. -> $5 million [5000000 USD]; 7 million [7000000 USD]
    | They paid $40m for a wall, 37m high and 2m wide. -> $40m [40000000 USD]; 37m [37 metre]; 2m [2 metre]
    | They paid $5 million, and 3 million watched. -> $5 million [5000000 USD]; 3 million [3000000]
    """
    shared: list[Amount] = []
    last: Amount | None = None
    for amount in amounts:
        is_bare = last is not None and (_continues(parse, last, amount) or _lists(parse, last, amount))
        shared.append(_as_money(parse, amount, last) if last and is_bare else amount)
        last = shared[-1] if shared[-1].kind == "money" else last
    return shared


def _continues(parse: Parse, money: Amount, amount: Amount) -> bool:
    """True for the far end of a range that begins with money; behind a dash in spaces a scale or what it is per says so.

    | They paid $500 to 12, he said. -> $500 [500 USD]; 12 [12]
    | They paid $2 million to two. -> $2 million [2000000 USD]
    | It cost $50 - 3 died. -> $50 [50 USD]
    | It cost $20 - 30 a tonne. -> $20 - 30 a tonne [20..30 USD per tonne range rate]
    | It cost $5m - 7m. -> $5m - 7m [5000000..7000000 USD range]
    """
    text = parse.text
    gap = text[money.end : min(amount.start, money.end + _REACH)]
    joint = next((joint for joint in (_RANGE, _SPACED_DASH, _AND) if joint.fullmatch(gap)), None)
    if joint is None or not _may_be_money(parse, amount):
        return False
    far = _as_money(parse, amount, money)
    if not ascends(money, far):
        return False
    if joint is _AND:
        return _BETWEEN.search(text, max(0, money.start - 12), money.start) is not None
    return joint is _RANGE or far.per or _has_letter(parse, amount)


def _lists(parse: Parse, money: Amount, amount: Amount) -> bool:
    """True for a further member of a list of money, with a scale of its own: behind it stands the first one's preposition.

    | They paid $5bn for Mali and 2bn for Chad. -> $5bn [5000000000 USD]; 2bn [2000000000 USD]
    | They paid $5m, 7m and 9m. -> $5m [5000000 USD]; 7m [7000000 USD]; 9m [9000000 USD]
    | They paid $5m for a bridge, 90m from the pier. -> $5m [5000000 USD]; 90m [90 metre]
    """
    is_metre, end = amount.unit == "metre", amount.numeral.end
    if amount.start - money.end > _REACH or not (is_metre or amount.numeral.scale != 1) or not _may_be_money(parse, amount):
        return False
    found, behind = _LIST.match(parse.text, money.end, amount.start), _BEHIND.match(parse.text, end + is_metre)
    if found and found["place"]:
        return behind is not None and found["place"] == behind["place"]
    return found is not None and _has_letter(parse, amount)


def _has_letter(parse: Parse, amount: Amount) -> bool:
    """True for a number with the letter of a scale at it ("7bn"), which a metre's may be."""
    return amount.unit == "metre" or _SHORT.match(parse.text, amount.numeral.start, amount.numeral.end) is not None


def _may_be_money(parse: Parse, amount: Amount) -> bool:
    """True for a number without a unit, or with an "m" right at it that is no length."""
    end = amount.numeral.end
    if amount.unit == "metre":
        return parse.text[end : end + 1] == "m" and not _LENGTH.match(parse.text, end + 1)
    return amount.kind == "none" and amount.unit is None and not is_year(parse, amount.numeral)


def _as_money(parse: Parse, amount: Amount, money: Amount) -> Amount:
    currency = (money.unit or "").partition(" per ")[0]
    numeral = with_letter(parse, amount.numeral, is_money=True)
    following = with_rate(parse.text, Following(currency, "money", numeral.end))
    end = max(following.end, amount.end)
    return replace(amount, numeral=numeral, unit=following.unit, kind="money", per=following.per, end=end)
