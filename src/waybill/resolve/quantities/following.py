"""What stands after a number: its unit of measure or the noun it counts, and per what."""

import re
from bisect import bisect_left
from functools import cache

from msgspec import Struct

from waybill.model.parse import Parse
from waybill.reference.units import counted_nouns, units

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_PLURALS = frozenset({"NNS", "NNPS"})
_INSIDE = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "POS", "AFX"}) | _NOUNS
_BREAKS = ("VBZ", "VBD", "VBP", "MD", "IN", "W", "PRP", "DT", "CD", ":", ".")
_SIZE = re.compile(
    r"\s+\d[\d,]*(?:\.\d+)?(?:\s?[x×]\s?\d+)?(?:[\s-]?(?:mm|cm|kg|lb|ft|ml)|-(?:kilogram|pound|foot|inch|gallon|lit(?:re|er)|ton(?:ne)?))\b"
)
"""A size before what is counted: 152 mm shells, 500-pound bombs."""
_DESIGNATION = re.compile(r"(?=.*[A-Z])(?=.*\d)[\w/-]+")
_DESIGNATIONS = re.compile(r"\ds$")
_MOST_PARTS = 8
"""Words of one compound: our convention."""
_CARRIED = frozenset({"package", "carrier", "movement"})
_VERBS = frozenset({"won", "marks", "pounds", "seconds", "inches", "yards", "minutes"})
"""Forms of units that are also verbs."""
_LARGE = re.compile(r"(?:lakh|crore|thousand|illion|[bt]n|,\d{3})$")
_PERIOD = "second|minute|hour|day|night|week|month|quarter|year"
_PER_PERIOD = re.compile(
    rf"(?:/|[\s-]+(?:an?|per|each|every|in\s+a)[\s-]+)(?:single\s+)?(?:{_PERIOD})\b(?!\s+(?:ago|earlier|later|before|after|or)\b)|\s+(?:dai|week|month|year|hour|annual)ly\b(?!\s+[a-z]+s\b)",
    re.IGNORECASE,
)
_PER_THING = re.compile(
    r"\s+per\s+(?P<thing>square\s+[a-z]+|[a-z]+)\b|\s+an?\s+(?P<piece>barrel|gallon|ton|tonne|share|piece|head|round|shell|container|unit)\b",
    re.IGNORECASE,
)


class Following(Struct, frozen=True):
    """The unit a number carries and where its words end; `kind` as in units.csv, or counted.csv, or "noun"."""

    unit: str | None
    kind: str
    end: int
    per: bool = False
    """True where a period or a thing follows ("a day", "per barrel"): a rate."""


@cache
def _measures() -> tuple[re.Pattern[str], dict[str, tuple[str, str]]]:
    symbols = {s: (u.name, u.kind) for u in units() for s in u.symbols}
    words = {_plain(w): (u.name, u.kind) for u in units() for w in u.words}

    def listed(forms: dict[str, tuple[str, str]]) -> str:
        return "|".join(re.escape(f).replace(r"\ ", r"[\s-]+") for f in sorted(forms, key=len, reverse=True))

    pattern = rf"[\s-]?(?P<symbol>{listed(symbols)})(?![\w])|[\s-]+(?P<word>(?i:{listed(words)}))(?![\w])"
    return re.compile(pattern), {**words, **{f"={s}": unit for s, unit in symbols.items()}}


def measure_after(parse: Parse, end: int) -> Following | None:
    """The unit of measure that follows offset `end` ("290km", "180 miles"), or None."""
    pattern, named = _measures()
    found = pattern.match(parse.text, end)
    if not found:
        return None
    if found["symbol"]:
        unit, kind = named["=" + found["symbol"]]
    else:
        token = parse.token_at(found.start("word"))
        if token is not None and parse.tag[token].startswith("VB") and _is_verb(parse, found.start(), parse.word[token]):
            return None
        unit, kind = named[_plain(found["word"])]
    return Following(unit, kind, found.end())


def _plain(words: str) -> str:
    return " ".join(words.lower().replace("-", " ").split())


def _is_verb(parse: Parse, end: int, word: str) -> bool:
    """True for what the parser calls a verb and may be one: "12 won the vote", not "7.5 trillion won".

    | It cost 7.5 trillion won ($5.6 billion). -> 7.5 trillion won [7500000000000 KRW]; $5.6 billion [5600000000 USD]
    | All 12 won the vote. -> 12 [12]
    """
    return word.lower() in _VERBS and not _LARGE.search(parse.text, max(0, end - 10), end)


def counted_after(parse: Parse, end: int) -> Following | None:
    """The noun counted by a number that ends at `end` ("1,000 shipping containers"), or None.

    It is the noun the parser hangs the number on where that stands right of it, else the last noun of the phrase.

    | They dropped 12 500-kg bombs. -> 12 500-kg bombs [12 bomb]
    | An order of 3.5 million 155-mm rounds was made. -> 3.5 million 155-mm rounds [3500000 round]
    | It lost six 170 mm Koksan self-propelled guns there. -> six 170 mm Koksan self-propelled guns [6 gun]
    | They sold 24 MiG-29 and Su-27 jets. -> 24 MiG-29 and Su-27 jets [24 jet]
    """
    size = _SIZE.match(parse.text, end)
    head = _counted_head(parse, size.end() if size else end)
    return None if head is None else _named(parse, head, end)


def _named(parse: Parse, head: int, end: int) -> Following:
    lemma = _singular(parse, head)
    before = _singular(parse, head - 1) if head and parse.start[head - 1] >= end else ""
    for noun in (f"{before} {lemma}", lemma, lemma.removesuffix("s")):
        if found := counted_nouns().get(noun):
            return Following(found.unit, found.kind, parse.end[head])
    return Following(lemma, "noun", parse.end[head])


def _singular(parse: Parse, token: int) -> str:
    lemma = parse.lemma[token].lower()
    is_plural = parse.tag[token] in _PLURALS and lemma == parse.word[token].lower() and not lemma.endswith("ss")
    return lemma.removesuffix("s") if is_plural or _DESIGNATIONS.search(lemma) else lemma


def _counted_head(parse: Parse, end: int) -> int | None:
    first = bisect_left(parse.start, end)
    if not 0 < first < len(parse) or "\n\n" in parse.text[end : parse.start[first]]:
        return None
    stop = parse.sentence_at(first - 1)[1]
    head = parse.head[first - 1]
    if parse.tag[first].startswith("VB") and parse.lemma[first].lower() in counted_nouns():
        return first
    head = _end_of_compound(parse, head, stop) if first <= head else head
    if first <= head < stop and parse.tag[head] in _NOUNS and _is_one_phrase(parse, first, head):
        return _plural_carrier(parse, first, head) or head
    return _last_noun(parse, first, stop)


def _end_of_compound(parse: Parse, head: int, stop: int) -> int:
    """The last noun of the compound that a noun opens: the number hangs on "Koksan" in "170 mm Koksan self-propelled guns"."""
    for _ in range(_MOST_PARTS):
        outer = parse.head[head]
        if parse.dep[head] not in ("compound", "nmod") or not head < outer < min(stop, head + _MOST_PARTS):
            break
        if not (parse.word[outer].isalpha() and _is_one_phrase(parse, head, outer)):
            break
        head = outer
    return head


def _plural_carrier(parse: Parse, first: int, head: int) -> int | None:
    """The trucks or flights that the parser joins to the verb behind them as if they were part of a noun.

    | A dozen cargo flights land at Vantry. -> A dozen cargo flights [12 flight]
    | They bought one weapons system. -> one weapons system [1 system]
    """
    if parse.tag[head] != "NN":
        return None
    plurals = (t for t in range(head - 1, first - 1, -1) if parse.tag[t] == "NNS")
    return next((t for t in plurals if (noun := counted_nouns().get(_singular(parse, t))) and noun.kind in _CARRIED), None)


def _is_one_phrase(parse: Parse, first: int, head: int) -> bool:
    """No verb, preposition or further number between.

    | They sold 200 and 300 missiles. -> 200 [200 missile]; 300 missiles [300 missile]
    """
    breaks = any(parse.tag[t].startswith(_BREAKS) and not _is_in_compound(parse, t) for t in range(first, head))
    return not breaks and not (head + 1 < len(parse) and _joins_names(parse, head + 1))


def _last_noun(parse: Parse, first: int, stop: int) -> int | None:
    noun = None
    for token in range(first, stop):
        tag = parse.tag[token]
        if noun is not None and parse.tag[noun] in _PLURALS and tag not in ("NN", "NNS"):
            break
        if tag in _NOUNS or _DESIGNATION.fullmatch(parse.word[token]) or _is_noun_of_trade(parse, token):
            noun = token
        elif tag not in _INSIDE and not _is_in_compound(parse, token) and not _joins_names(parse, token):
            break
    return noun


def _is_noun_of_trade(parse: Parse, token: int) -> bool:
    """True for a noun of the trade that the parser takes for no noun and no verb.

    | It has handed over at least one 240 mm rocket launcher. -> at least one 240 mm rocket launcher [1.. launcher >]
    """
    return not parse.tag[token].startswith(("VB", "MD")) and parse.lemma[token].lower() in counted_nouns()


def _is_in_compound(parse: Parse, token: int) -> bool:
    """Part of a name or of a word with hyphens.

    | They bought 40 surface-to-air missiles. -> 40 surface-to-air missiles [40 missile]
    | They seized 2,000 AK-47 assault rifles. -> 2,000 AK-47 assault rifles [2000 rifle]
    | Two Boeing 747 freighters landed. -> Two Boeing 747 freighters [2 freighter]
    | They grounded two new 737 Max jets. -> two new 737 Max jets [2 jet]
    """
    word = parse.word[token]
    if parse.tag[token] == "CD" and word.isdigit() and "NNP" in (parse.tag[token - 1], *parse.tag[token + 1 : token + 2]):
        return True
    return _DESIGNATION.fullmatch(word) is not None or _is_hyphened(parse, token)


def _is_hyphened(parse: Parse, token: int) -> bool:
    """True for a part of "20-foot".

    | It takes about 2000 - 2500 calories. -> about 2000 - 2500 calories [2000..2500 calorie range]
    """
    text, end = parse.text, parse.end[token]
    return text[parse.start[token] - 1 : parse.start[token]] == "-" or text[end : end + 1] == "-"


def _joins_names(parse: Parse, token: int) -> bool:
    """True for what joins two names of one noun.

    | It fired 36 Kalibr and Kh-101 missiles. -> 36 Kalibr and Kh-101 missiles [36 missile]
    """
    sides = (token - 1, min(token + 1, len(parse) - 1))
    names = (parse.tag[t] == "NNP" or _DESIGNATION.fullmatch(parse.word[t]) for t in sides)
    return parse.tag[token] == "CC" and all(names)


def with_rate(text: str, following: Following) -> Following:
    """The same, reaching over "a day" or "per barrel" where they follow.

    | They fire 2,000 shells a day. -> 2,000 shells a day [2000 shell rate]
    | They fired 2,000 shells a day earlier. -> 2,000 shells [2000 shell]
    | They pay $3,000 per round. -> $3,000 per round [3000 USD per round rate]
    """
    if found := _PER_PERIOD.match(text, following.end):
        return Following(following.unit, following.kind, found.end(), per=True)
    if found := _PER_THING.match(text, following.end):
        thing = found["thing"] or found["piece"]
        unit = following.unit and f"{following.unit} per {thing.lower()}"
        return Following(unit, following.kind, found.end(), per=True)
    return following
