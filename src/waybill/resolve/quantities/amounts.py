"""One number with what belongs to it: currency sign, bound words, unit or counted noun."""

import re
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from waybill.model.parse import Parse
from waybill.model.quantity import Modifier, Quantity
from waybill.reference.units import currencies
from waybill.resolve.quantities.bounds import Bound, bound_after, bound_before
from waybill.resolve.quantities.following import Following, counted_after, measure_after, with_rate
from waybill.resolve.quantities.numeral import Numeral, scaled

TRADE = frozenset({"package", "carrier", "movement", "goods", "people"})
"""The kinds of counted nouns after which "a few", "several" and "multiple" are amounts."""

_NOTHING = Following(None, "none", 0)
_LETTER_SCALES = {"k": 1e3, "K": 1e3, "m": 1e6, "M": 1e6, "b": 1e9, "B": 1e9}
_AGE_AFTER = re.compile(r"[\s-]+years?[\s-]+(?:old\b|of\s+age\b)", re.IGNORECASE)
_AGE_BEFORE = re.compile(r"\b(?:aged|age)\s+$", re.IGNORECASE)
_FOLD = re.compile(r"-?fold\b", re.IGNORECASE)
_PARTITIVE = re.compile(r"\s+of\s+(?:(?P<pronoun>them|which|whom)|the|these|those|its|their|our|his|her|all|[A-Z]\w*['’]s)\b")
_ECHO = re.compile(r"\s\(\d[\d,]*\)(?=\s)|\s?[x×](?=\s)")
_DASHES = ("-", "–", "—", "/")
_OF = re.compile(r",?\s+of(?=\s)")
_MINUS = re.compile(r"\bminus[\s-]+$|(?<![\w\d])[−-]$", re.IGNORECASE)
_NO_COMPOUND = re.compile(
    r"way|time|off|sided?|fold|on|one|digit|stop|star|step|tier|shot|hander|man|speed|state|party", re.IGNORECASE
)
"""Nouns that make no amount behind a hyphen: one-way, two-time, six-party (our collection)."""


class Amount(Struct, frozen=True):
    """A number read with its surroundings, half-open offsets; `core` is where the number or its currency sign begins."""

    start: int
    core: int
    end: int
    numeral: Numeral
    signs: tuple[Modifier, ...]
    unit: str | None
    kind: str
    per: bool

    def quantity(self) -> Quantity:
        """The amount alone, as a total."""
        numeral = self.numeral
        low, high = Bound(self.signs, 0).limits(numeral.low, numeral.high)
        modifier = self.signs[-1] if self.signs else "range" if numeral.vague and numeral.high != numeral.low else "="
        return Quantity(low, high, self.unit, numeral.figures, modifier, vague=numeral.vague)


def read_amount(parse: Parse, numeral: Numeral) -> Amount | None:
    """The number with its currency sign, bound words and unit; None where what is glued to it shows that it is no number."""
    text = parse.text
    currency, core = _currency_before(text, numeral.start)
    numeral, core = _negated(text, numeral, core)
    numeral = _over_echo(text, _letter_scale(parse, numeral, currency is not None))
    plus = bound_after(text, numeral.end)
    following = _following(parse, numeral, plus.edge, currency)
    if following is None:
        return None
    after = plus if plus.signs else bound_after(text, following.end)
    before = bound_before(text, core)
    return Amount(
        start=before.edge,
        core=core,
        end=max(following.end, after.edge, numeral.end),
        numeral=numeral,
        signs=(*after.signs, *_true_bound(text, before, following).signs),
        unit=following.unit,
        kind=following.kind,
        per=following.per,
    )


@cache
def _currency_pattern() -> re.Pattern[str]:
    spaced = (re.sub(r"(?<=\w)\\\$", r"\\s?\\$", re.escape(sign)) for sign in sorted(currencies(), key=len, reverse=True))
    signs = "|".join(spaced)
    return re.compile(rf"(?<![A-Za-z])(?P<sign>{signs})\s?$")


def _currency_before(text: str, start: int) -> tuple[str | None, int]:
    behind = max(0, start - 6)
    found = _currency_pattern().search(text[behind:start])
    return (currencies()[re.sub(r"\s", "", found["sign"])], behind + found.start()) if found else (None, start)


def _negated(text: str, numeral: Numeral, core: int) -> tuple[Numeral, int]:
    found = _MINUS.search(text[max(0, core - 7) : core])
    if not found or numeral.vague or numeral.high is None:
        return numeral, core
    value = -numeral.high
    return replace(numeral, low=value, high=value, figures=(value,)), core - len(found[0])


def _letter_scale(parse: Parse, numeral: Numeral, is_money: bool) -> Numeral:
    """$4.2b, 10k, 1.2m tons; but 37m (metres)."""
    text, end = parse.text, numeral.end
    letter = text[end : end + 1]
    if numeral.style != "figures" or numeral.scale != 1:
        return numeral
    if re.match(r" B [a-z]", text[end : end + 4]):
        return scaled(numeral, 1e9, end + 2)
    if letter not in _LETTER_SCALES or not letter or text[end + 1 : end + 2].isalnum():
        return numeral
    if letter == "m" and not is_money and not _counts_a_noun(parse, end + 1):
        return numeral
    return scaled(numeral, _LETTER_SCALES[letter], end + 1)


def _over_echo(text: str, numeral: Numeral) -> Numeral:
    """six (6) vessels; 24 x helicopters."""
    found = _ECHO.match(text, numeral.end)
    return replace(numeral, end=found.end()) if found else numeral


def _counts_a_noun(parse: Parse, end: int) -> bool:
    token = parse.token_at(end + 1)
    return token is not None and parse.text[end : end + 1] == " " and parse.tag[token] in ("NNS", "NN", "NNPS")


def _following(parse: Parse, numeral: Numeral, end: int, currency: str | None) -> Following | None:
    text = parse.text
    if currency:
        return with_rate(text, Following(currency, "money", end))
    if found := _AGE_AFTER.match(text, end):
        return Following("year of age", "age", found.end())
    if found := _FOLD.match(text, end):
        return Following("time", "count", found.end())
    if _AGE_BEFORE.search(text, max(0, numeral.start - 8), numeral.start) or _is_age_of_person(parse, numeral):
        return Following("year of age", "age", end)
    if numeral.style == "fraction":
        return Following("share", "share", end)
    if measure := measure_after(parse, end):
        return with_rate(text, measure)
    if text[end : end + 1].isalpha():
        return None
    if text[end : end + 1] in _DASHES:
        return _compound(parse, end) if text[end + 1 : end + 2].isalpha() else replace(_NOTHING, end=end)
    return _counted(parse, numeral, end)


def _is_age_of_person(parse: Parse, numeral: Numeral) -> bool:
    """Ri Yong Ho, 52, said."""
    token = parse.token_at(numeral.start)
    if token is None or token < 2 or not 0 < numeral.low < 120 or numeral.scale != 1:
        return False
    commas = parse.word[token - 1] == "," and parse.text[numeral.end : numeral.end + 1] == ","
    return commas and parse.tag[token - 2] == "NNP" and parse.entity[token - 2] == "PERSON"


def _compound(parse: Parse, end: int) -> Following | None:
    token = parse.token_at(end + 1)
    if token is None or parse.tag[token] not in ("NN", "NNS") or _NO_COMPOUND.fullmatch(parse.lemma[token]):
        return None
    return with_rate(parse.text, Following(parse.lemma[token].lower(), "noun", parse.end[token]))


def _counted(parse: Parse, numeral: Numeral, end: int) -> Following:
    text = parse.text
    if part := _PARTITIVE.match(text, end):
        return _part(parse, part, end)
    of = _OF.match(text, end) if numeral.vague or numeral.style == "fraction" else None
    found = (measure_after(parse, of.end()) if of else None) or counted_after(parse, of.end() if of else end)
    return with_rate(text, found or replace(_NOTHING, end=end))


def _part(parse: Parse, words: re.Match[str], end: int) -> Following:
    """One of the vessels; of "one of them" and "300 of the 1,000 containers" the number alone."""
    named = (
        None
        if words["pronoun"] or parse.text[words.end() : words.end() + 3].lstrip()[:1].isdigit()
        else counted_after(parse, words.end())
    )
    return replace(named, kind="part") if named else replace(_NOTHING, kind="part", end=end)


def _true_bound(text: str, before: Bound, following: Following) -> Bound:
    """ "over five weeks" after a verb is how long, not how much at least."""
    if following.kind == "time" and text[before.edge : before.edge + 4].lower() == "over":
        return replace(before, signs=()) if not re.search(r"\b(?:for|well|of|by|just)\s$", text[: before.edge][-6:]) else before
    return before
