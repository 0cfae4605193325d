"""Times that only name something: the year of a car, the March for Life, High Noon."""

from waybill.model.parse import Parse
from waybill.reference.calendar import MONTHS
from waybill.resolve.times.lexicon import SEASONS

MAKES = frozenset((
    "audi", "bmw", "buick", "cadillac", "chevrolet", "chevy", "chrysler", "daihatsu", "dodge", "fiat", "ford", "gmc", "honda",
    "hummer", "hyundai", "isuzu", "jeep", "kamaz", "kia", "lada", "lexus", "mazda", "mercedes", "mitsubishi", "nissan",
    "peugeot", "pontiac", "porsche", "renault", "subaru", "suzuki", "tesla", "toyota", "uaz", "volkswagen", "volvo",
    "camry", "corolla", "hilux", "humvee", "land cruiser", "land rover", "pajero", "range rover", "tacoma", "tundra", "ural",
))  # fmt: skip
"""Makes and models of cars, whose years are those of a model (our collection)."""
CONTESTS = frozenset(("championship", "classic", "cup", "games", "open", "prix", "race", "rally", "series", "tour"))
"""What bears the name of a car's maker and is held in a year (our collection)."""
NAMING = frozenset((*MONTHS, *SEASONS, "noon", "midnight"))
"""What names of marches, films and uprisings are made of too."""


def is_model_year(parse: Parse, year: int) -> bool:
    """a 2019 Land Cruiser, his 1987 Chevrolet: a car's year; not the 2023 Ford report, nor the 2014 Volvo Ocean Race.

    A date it is behind a preposition, too: "in 2019 Toyota recalled trucks".
    """
    if year and parse.pos[year - 1] in ("ADP", "SCONJ"):
        return False
    end = year + 1
    while end < len(parse) and parse.word[end][0].isupper():
        end += 1
    words = [word.lower() for word in parse.word[year + 1 : end]]
    if CONTESTS.intersection(words) or (end < len(parse) and parse.pos[end] in ("NOUN", "PROPN")):
        return False
    return not MAKES.isdisjoint((*words[:1], " ".join(words[:2])))


def is_named(parse: Parse, token: int) -> bool:
    """the March for Life, the annual March, the Women's March, High Noon, Black September: an article, a capital or "annual"
    before it tells a name.
    """
    before = token - 1
    if (
        before < 0
        or parse.word[token].lower() not in NAMING
        or not parse.word[token].istitle()
        or parse.dep[token] == "compound"
    ):
        return False
    if parse.tag[before] == "POS":
        return parse.entity[before] != "DATE"
    if parse.word[before].lower() == "annual":
        return True
    is_article, is_capital = parse.word[before].lower() == "the", parse.word[before].istitle()
    return parse.head[before] == token and (is_article or (is_capital and parse.dep[before] in ("amod", "compound")))
