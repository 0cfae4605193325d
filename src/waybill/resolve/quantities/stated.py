"""Which numbers state an amount, once it is known what stands around them."""

import re

from waybill.model.parse import Parse
from waybill.reference.munitions import designations
from waybill.resolve.quantities.amounts import TRADE, Amount
from waybill.resolve.quantities.dated import is_year

_OF_A_WHOLE = re.compile(
    r"\b(?:(?:of\s+which|of\s+whom|including|among\s+them),?|of\s+(?:these|those|them),)\s$", re.IGNORECASE
)
_BAND = re.compile(
    r"\b(?:crew|team|group|party|gang|band|squad|staff|family|convoy|fleet|flotilla|pack|total)\s+of\s$", re.IGNORECASE
)
"""Words for several together: what follows is how many (our collection)."""
_LEADING = re.compile(
    r"\b(?:to|at|from|of|by|than|be|was|were|is|totalled|numbered|reached|hit|including|which)\s$", re.IGNORECASE
)
_FURTHER = re.compile(r"\b(?:another|a\s+further|an\s+(?:additional|extra))\s$", re.IGNORECASE)
_THE = re.compile(r"\bthe\s$", re.IGNORECASE)
_MORE = re.compile(r"\s+more\b(?!\s+than)", re.IGNORECASE)
_IDIOMS = frozenset({"hand", "thing", "way", "another"})
"""Nouns of which "one" is rarely counted."""
_REACH = 16
"""Code points that the words before a bare number may take."""


def is_stated(parse: Parse, amount: Amount) -> bool:
    """True for a number that states an amount: with a unit, or bare where its words or its place show that it does.

    | They sent several crates and several letters. -> several crates [2.. crate range vague]
    | He waited for days, but only a handful arrived. -> a handful [2..5 range vague]
    """
    numeral = amount.numeral
    if numeral.style == "few":
        return amount.kind in TRADE or (amount.kind == "none" and _is_subject(parse, amount))
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
    """True for a number that belongs to a name.

    | Flight 370 and the Model 3 sedans left 49 Harbour Road. ->
    | They met the Three Rivers Alliance, and the Three Reeds Alliance met them. ->
    """
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
    if token is not None and _opens_name(parse, token, amount):
        return True
    if token is None or amount.kind not in ("none", "noun", "part", *TRADE):
        return False
    before = token - 1
    if before >= 0 and parse.text[parse.end[before] : numeral.start] == " " and parse.tag[before] in ("NNP", "NNPS"):
        return amount.unit is None or parse.head[token] < token or parse.head[before] in (parse.head[token], token)
    if numeral.style == "figures" and (parse.tag[token + 1 : token + 2] == ("NNP",) and _ends_in_name(parse, amount)):
        return True
    return parse.head[token] == before and parse.dep[token] == "nummod"


def _opens_name(parse: Parse, token: int, amount: Amount) -> bool:
    """True for a number in capitals behind "the", where the words behind it have capitals to their end.

    | The Three Reeds fighters lost the 12 Leopard tanks. -> Three Reeds fighters [3 fighter]; 12 Leopard tanks [12 tank]
    """
    last = parse.token_at(amount.end - 1)
    if last is None or last <= token or not parse.word[token].istitle() or not token or parse.word[token - 1].lower() != "the":
        return False
    return all(parse.word[t][0].isupper() for t in range(token + 1, last + 1))


def _is_counted_year(amount: Amount) -> bool:
    """True for what looks like a year and counts all the same.

    | More than 2000 crates left. -> More than 2000 crates [2000.. crate >]
    | They moved 2000 tonnes for $2000. -> 2000 tonnes [2000 tonne]; $2000 [2000 USD]
    | The 2022 shipments stopped. ->
    """
    if amount.kind == "money" or amount.kind in ("length", "mass", "charge", "power"):
        return True
    return bool(amount.unit) and (bool(amount.signs) or (amount.kind in TRADE and amount.numeral.low % 100 == 0))


def _ends_in_name(parse: Parse, amount: Amount) -> bool:
    """True where the words behind a number end in a name that is no weapon's.

    | He sold 12 Leopard tanks and 20 HIMARS on 49 Zorro Road. -> 12 Leopard tanks [12 tank]; 20 HIMARS [20 himars]
    """
    if amount.unit is None:
        return True
    last = parse.token_at(amount.end - 1)
    if last is None or parse.tag[last] != "NNP":
        return False
    letters = re.match(r"[A-Za-z]+", parse.word[last])
    return not (letters and letters[0] in designations())


def _is_counting_one(parse: Parse, amount: Amount) -> bool:
    """True for "one" and "zero" that count.

    | At least one crate and one of the ships sank. -> At least one crate [1.. crate >]; one of the ships [1 ship subset]
    | This one is a one-way trip; on the one hand no one saw one another, and not one ship came. ->
    """
    token = parse.token_at(amount.numeral.start)
    if token is None or parse.tag[token] != "CD" or parse.word[token - 1].lower() in ("not", "no"):
        return False
    if amount.unit in _IDIOMS:
        return False
    return bool(amount.signs) or amount.kind == "part" or (amount.unit is not None and parse.dep[token] == "nummod")


def _is_bare_amount(parse: Parse, amount: Amount) -> bool:
    """True for a bare number whose form or whose place shows that it counts.

    | They sent 900 crates, of which 250 went by rail. -> 900 crates [900 crate]; 250 [250 subset]
    | He fired 10 missiles in May and another two in June. -> 10 missiles [10 missile]; two [2]
    | Of these, 61 left with a crew of nine. -> 61 [61 subset]; nine [9]
    | He saw no ship in May, but two came in November '22. -> two [2]
    | He fired 1,200 and then 64. -> 1,200 [1200]
    """
    text, numeral = parse.text, amount.numeral
    said = text[numeral.start : numeral.end]
    if numeral.scale != 1 or "," in said or "." in said or amount.kind == "part" or _is_subject(parse, amount):
        return True
    back = max(0, numeral.start - _REACH)
    if _MORE.match(text, numeral.end) or any(cue.search(text, back, numeral.start) for cue in (_OF_A_WHOLE, _FURTHER, _BAND)):
        return True
    return numeral.low >= 10 and _LEADING.search(text, back, numeral.start) is not None


def _is_subject(parse: Parse, amount: Amount) -> bool:
    """True for a bare number that a verb right of it says something of.

    | They sent ten ships, and two came back. -> ten ships [10 ship]; two [2]
    | The 486 failed, few know why, and a couple met there. ->
    """
    token = parse.token_at(amount.numeral.end - 1)
    said = parse.text[amount.numeral.start : amount.numeral.end].lower()
    if said in ("few", "a couple") or (said.isdigit() and _THE.search(parse.text, max(0, amount.start - 5), amount.start)):
        return False
    if token is None or amount.kind != "none" or parse.dep[token] not in ("nsubj", "nsubjpass"):
        return False
    return parse.head[token] > token and parse.tag[parse.head[token]].startswith("VB")
