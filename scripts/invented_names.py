"""Invented names of persons, companies and ships as lists spell them: in Latin letters, with Cyrillic, Arabic or Hangul."""

import csv
from pathlib import Path
from random import Random

_TABLE = Path(__file__).with_suffix(".csv")


def _read() -> dict[str, list[str]]:
    lines = (line for line in _TABLE.read_text("utf8").splitlines() if not line.startswith("#"))
    return {row["part"]: row["words"].split(" ") for row in csv.DictReader(lines)}


def _pairs(words: list[str]) -> dict[str, str]:
    return dict(word.replace("_", " ").split("=") for word in words)


_PARTS = _read()
_CYRILLIC = _pairs(_PARTS["cyrillic"])
_ARABIC, _ARABIC_LETTERS = _pairs(_PARTS["arabic given"]), _pairs(_PARTS["arabic letters"])
_RESPELT = _pairs(_PARTS["respelt"])
_KOREAN_FAMILIES, _KOREAN = _pairs(_PARTS["korean families"]), _pairs(_PARTS["korean given"])
_FORMS = [*(form.replace("_", " ") for form in _PARTS["forms"]), ""]
_ARABIC_SHAPES = (("a", "", "i", ""), ("a", "ا", "i", ""), ("u", "", "a", ""), ("a", "", "u", "و"), ("a", "", "a", "ا"))

MIDDLE = frozenset((*_PARTS["latin given"], *_ARABIC, *_PARTS["russian fathers"]))
"""Words of persons' names that reports leave out."""


def spellings(chance: Random, culture: str) -> tuple[str, ...]:
    """A name as a list spells it, and in its own script where that is another: russian, arabic, korean, latin, company."""
    return _MAKERS[culture](chance)


def ship_name(chance: Random) -> str:
    """A ship's name in capitals."""
    word = _coined(chance).upper()
    drawn = chance.random()
    if drawn < 0.4:
        return word
    before = chance.choice(_PARTS["before ships"]).upper()
    return f"{before} {word}" if drawn < 0.8 else f"{word} {chance.randrange(1, 30)}"


def respelt(chance: Random, name: str) -> str:
    """An Arabic name as another desk romanises it; the name itself where no rule fits."""
    fitting = [(old, new) for old, new in _RESPELT.items() if old in name]
    old, new = chance.choice(fitting) if fitting else ("", "")
    return name.replace(old, new, 1) if old else name


def _russian(chance: Random) -> tuple[str, ...]:
    family = (
        chance.choice(_PARTS["russian stems"])
        + chance.choice(_PARTS["russian middles"])
        + chance.choice(_PARTS["russian ends"])
    ).capitalize()
    own = f"{chance.choice(_PARTS['russian given'])} {chance.choice(_PARTS['russian fathers'])} {family}"
    return "".join(_latin(letter) for letter in own), own


def _latin(letter: str) -> str:
    spelt = _CYRILLIC.get(letter.lower(), letter)
    return spelt.capitalize() if letter.isupper() else spelt


def _arabic(chance: Random) -> tuple[str, ...]:
    given = chance.sample(list(_ARABIC), chance.choice((1, 2, 2, 3)))
    family, own = _arabic_family(chance)
    return " ".join([*given, f"Al-{family}"]), " ".join([*(_ARABIC[g] for g in given), f"ال{own}"])


def _arabic_family(chance: Random) -> tuple[str, str]:
    """Three or four consonants with vowels between them, most ending in -i."""
    consonants = [chance.choice(list(_ARABIC_LETTERS)) for _ in range(chance.choice((3, 3, 4)))]
    first, first_written, second, second_written = chance.choice(_ARABIC_SHAPES)
    vowels, written = [first, second, "a"], [first_written, second_written, ""]
    latin = "".join(c + (vowels[at] if at < len(consonants) - 1 else "") for at, c in enumerate(consonants))
    own = "".join(_ARABIC_LETTERS[c] + (written[at] if at < len(consonants) - 1 else "") for at, c in enumerate(consonants))
    return (f"{latin}i".capitalize(), f"{own}ي") if chance.random() < 0.6 else (latin.capitalize(), own)


def _korean(chance: Random) -> tuple[str, ...]:
    family, (one, two) = chance.choice(list(_KOREAN_FAMILIES)), chance.sample(list(_KOREAN), 2)
    return f"{family} {one} {two}", _KOREAN_FAMILIES[family] + _KOREAN[one] + _KOREAN[two]


def _spanish(chance: Random) -> tuple[str, ...]:
    given = chance.choice((1, 2))
    families = [
        chance.choice(_PARTS["latin stems"]) + chance.choice(_PARTS["latin middles"]) + chance.choice(_PARTS["latin ends"])
        for _ in range(3 - given)
    ]
    return (" ".join([*chance.sample(_PARTS["latin given"], given), *families]),)


def _company(chance: Random) -> tuple[str, ...]:
    before = chance.choice(
        (
            _coined(chance),
            f"{chance.choice(_PARTS['before ships'])} {chance.choice(_PARTS['common'])} {_coined(chance)}",
            _coined(chance),
        )
    )
    parts = [before, *chance.sample(_PARTS["trades"], chance.choice((1, 1, 2))), chance.choice(_FORMS)]
    return (" ".join(filter(None, parts)),)


def _coined(chance: Random) -> str:
    syllables = chance.choice((2, 3, 3))
    word = "".join(chance.choice(_PARTS["onsets"]) + chance.choice(_PARTS["vowels"]) for _ in range(syllables))
    return (word + (chance.choice(_PARTS["codas"]) if chance.random() < 0.7 else "")).capitalize()


_MAKERS = {"russian": _russian, "arabic": _arabic, "korean": _korean, "latin": _spanish, "company": _company}
