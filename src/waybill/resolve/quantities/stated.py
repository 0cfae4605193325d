"""Which numbers state an amount, once it is known what stands around them."""

import re

from waybill.model.parse import Parse
from waybill.reference.munitions import designations
from waybill.resolve.quantities.amounts import TRADE, Amount
from waybill.resolve.quantities.exclusions import is_year

_OF_A_WHOLE = re.compile(r"\b(?:of\s+which|of\s+whom|including|among\s+them),?\s$", re.IGNORECASE)
_LEADING = re.compile(
    r"\b(?:to|at|from|of|by|than|be|was|were|is|totalled|numbered|reached|hit|including|which)\s$", re.IGNORECASE
)


def is_stated(parse: Parse, amount: Amount) -> bool:
    """True for a number that states an amount: with a unit, or bare where its words or its place show that it does."""
    numeral = amount.numeral
    if numeral.style == "few":
        return amount.kind in TRADE
    if numeral.unclear:
        return amount.unit is not None
    if is_year(parse, numeral) and not _is_counted_year(amount):
        return False
    if is_name(parse, amount):
        return False
    if parse.text[numeral.start : numeral.end].lower() in ("one", "zero"):
        return _is_counting_one(parse, amount)
    return amount.unit is not None or bool(amount.signs) or numeral.style == "size" or _is_bare_amount(parse, amount)


def is_name(parse: Parse, amount: Amount) -> bool:
    """True for a number that belongs to a name: Flight 370, Model 3 sedans, 49 Harbour Road."""
    numeral = amount.numeral
    if (
        numeral.style not in ("figures", "words")
        or numeral.low != int(numeral.low)
        or numeral.scale != 1
        or amount.signs
        or amount.core != numeral.start
    ):
        return False
    token = parse.token_at(numeral.start)
    if token is None or amount.kind not in ("none", "noun", "part", *TRADE):
        return False
    before = token - 1
    if before >= 0 and parse.text[parse.end[before] : numeral.start] == " " and parse.tag[before] in ("NNP", "NNPS"):
        return amount.unit is None or parse.head[token] < token or parse.head[before] in (parse.head[token], token)
    if numeral.style == "figures" and (parse.tag[token + 1 : token + 2] == ("NNP",) and _ends_in_name(parse, amount)):
        return True
    return parse.head[token] == before and parse.dep[token] == "nummod"


def _is_counted_year(amount: Amount) -> bool:
    """more than 2000 containers, 2000 tonnes, $2000; not 2022 shipments."""
    if amount.kind == "money" or amount.kind in ("length", "mass", "charge", "power"):
        return True
    return bool(amount.unit) and (bool(amount.signs) or (amount.kind in TRADE and amount.numeral.low % 100 == 0))


def _ends_in_name(parse: Parse, amount: Amount) -> bool:
    """49 Zorro Ranch Road; not 20 HIMARS, not 12 Leopard tanks."""
    if amount.unit is None:
        return True
    last = parse.token_at(amount.end - 1)
    if last is None or parse.tag[last] != "NNP":
        return False
    letters = re.match(r"[A-Za-z]+", parse.word[last])
    return not (letters and letters[0] in designations())


def _is_counting_one(parse: Parse, amount: Amount) -> bool:
    """at least one of them, one container, one of the vessels; not this one, one-way, one another."""
    token = parse.token_at(amount.numeral.start)
    if token is None or parse.tag[token] != "CD" or parse.word[token - 1].lower() in ("not", "no"):
        return False
    return bool(amount.signs) or amount.kind == "part" or (amount.unit is not None and parse.dep[token] == "nummod")


def _is_bare_amount(parse: Parse, amount: Amount) -> bool:
    numeral = amount.numeral
    said = parse.text[numeral.start : numeral.end]
    if numeral.scale != 1 or "," in said or "." in said or amount.kind == "part":
        return True
    if _OF_A_WHOLE.search(parse.text, max(0, numeral.start - 16), numeral.start):
        return True
    return numeral.low >= 10 and _LEADING.search(parse.text, max(0, numeral.start - 12), numeral.start) is not None
