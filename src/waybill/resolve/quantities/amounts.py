"""One number with what belongs to it: currency sign, bound words, unit or counted noun."""

import re

from msgspec import Struct
from msgspec.structs import replace

from waybill.model.parse import Parse
from waybill.model.quantity import Modifier, Quantity
from waybill.reference.units import units
from waybill.resolve.quantities.bounds import Bound, bound_after, bound_before
from waybill.resolve.quantities.following import Following, counted_after, measure_after, with_rate
from waybill.resolve.quantities.numeral import Numeral
from waybill.resolve.quantities.signs import currency_before, negated, over_echo, with_letter

TRADE = frozenset({"package", "carrier", "movement", "goods", "people"})
"""The kinds of counted nouns after which "a few", "several" and "multiple" are amounts."""

_NOTHING = Following(None, "none", 0)
_MEASURED = frozenset(unit.kind for unit in units()) | {"money"}
_AGE_AFTER = re.compile(r"[\s-]+years?[\s-]+(?:old\b|of\s+age\b)", re.IGNORECASE)
_AGE_BEFORE = re.compile(r"\b(?:aged|ages?)\s+(?:\d{1,2}(?:,|,?\s+(?:and|to|or))\s+){0,5}$", re.IGNORECASE)
_FOLD = re.compile(r"-?fold\b|\s+times\b(?!\s+(?:zones?|slots?))", re.IGNORECASE)
_STRONG = re.compile(r"-strong\b", re.IGNORECASE)
_PARTITIVE = re.compile(
    r"\s+(?:out\s+)?of\s+(?:(?P<pronoun>them|which|whom)|the|these|those|its|their|our|his|her|all|[A-Z]\w*['’]s)\b"
)
_DASHES = ("-", "–", "—", "/")
_OF = re.compile(r"[,'’\"”]{0,2}\s+of(?=\s)")
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
        return self._of(self.numeral)

    def others(self) -> tuple[Quantity, ...]:
        """The amounts that its figures may mean instead, the likelier first."""
        numbers = self.numeral.others
        return tuple(self._of(replace(self.numeral, low=n, high=n, figures=(n,))) for n in numbers)

    def _of(self, numeral: Numeral) -> Quantity:
        low, high = Bound(self.signs, 0).limits(numeral.low, numeral.high)
        modifier = self.signs[-1] if self.signs else "range" if numeral.vague and numeral.high != numeral.low else "="
        return Quantity(low, high, self.unit, numeral.figures, modifier, vague=numeral.vague)


def read_amount(parse: Parse, numeral: Numeral) -> Amount | None:
    """The number with its currency sign, bound words and unit; None where what is glued to it shows that it is no number."""
    text = parse.text
    currency, core = currency_before(text, numeral.start)
    numeral, core = negated(text, numeral, core)
    numeral = over_echo(text, with_letter(parse, numeral, currency is not None))
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
        numeral=_settled(numeral, following),
        signs=(*after.signs, *_true_bound(text, before, following).signs),
        unit=following.unit,
        kind=following.kind,
        per=following.per,
    )


def _settled(numeral: Numeral, following: Following) -> Numeral:
    """The number as what follows it decides: a comma before a unit of measure parts decimals, a point before goods thousands.

    | They moved 1,5 million shells. -> 1,5 million shells [1500000 shell]
    | They moved 3,5 tonnes. -> 3,5 tonnes [3.5 tonne]
    | They moved 1.200 shells. -> 1.200 shells [1200 shell]
    | They moved 1.250 tonnes. -> 1.250 tonnes [1.25 tonne]
    """
    if numeral.unclear and numeral.low in numeral.others and (numeral.scale != 1 or following.kind in _MEASURED):
        return replace(numeral, unclear=None, others=())
    if numeral.unclear or not numeral.others:
        return numeral
    if following.kind in TRADE and numeral.scale == 1:
        value = numeral.others[0]
        return replace(numeral, low=value, high=value, figures=(value,), others=numeral.figures)
    return numeral if following.kind in ("noun", "mass") and numeral.scale == 1 else replace(numeral, others=())


def _following(parse: Parse, numeral: Numeral, end: int, currency: str | None) -> Following | None:
    text = parse.text
    if currency:
        return with_rate(text, Following(currency, "money", end))
    if found := _AGE_AFTER.match(text, end):
        return Following("year of age", "age", found.end())
    if found := _FOLD.match(text, end):
        return Following("time", "count", found.end())
    if found := _STRONG.match(text, end):
        return Following("person", "people", found.end())
    if _AGE_BEFORE.search(text, max(0, numeral.start - 30), numeral.start) or _is_age_of_person(parse, numeral):
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
