"""Which language a text is in: Waybill's rules are for English, and mangle anything else."""

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

SAMPLE = 20_000
"""Code points looked at: our convention, ten pages tell."""

ENOUGH_LETTERS = 200
"""Below this many letters a language is not told apart safely: our convention. A short text passes."""

ENGLISH_SHARE = 0.12
"""From this share of English function words on a text is English: our convention; English prose has 20% and more of these."""

SURE = 0.9
"""A foreign language is believed from this probability on: our convention, for a text refused is a text lost."""

_FUNCTION_WORDS = frozenset(
    re.findall(
        r"\w+",
        "the of and to that with for from was were has have had which this these they their said by not but are is be will",
    )
)
_WORD = re.compile(r"[^\W\d_]+")
_LATIN_END = "ɏ"

NAMES = {
    "ar": "Arabic",
    "be": "Belarusian",
    "bg": "Bulgarian",
    "cs": "Czech",
    "da": "Danish",
    "de": "German",
    "el": "Greek",
    "es": "Spanish",
    "et": "Estonian",
    "fa": "Persian",
    "fi": "Finnish",
    "fr": "French",
    "he": "Hebrew",
    "hi": "Hindi",
    "hr": "Croatian",
    "hu": "Hungarian",
    "id": "Indonesian",
    "it": "Italian",
    "ja": "Japanese",
    "ka": "Georgian",
    "ko": "Korean",
    "lt": "Lithuanian",
    "lv": "Latvian",
    "nl": "Dutch",
    "no": "Norwegian",
    "pl": "Polish",
    "pt": "Portuguese",
    "ro": "Romanian",
    "ru": "Russian",
    "sr": "Serbian",
    "sv": "Swedish",
    "th": "Thai",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "vi": "Vietnamese",
    "zh": "Chinese",
}
"""Languages (ISO 639-1) in which such reports are likely; another is shown by its code."""


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the language a text is most likely in, or None where it is too short to tell."""
    words = _WORD.findall(text[:SAMPLE].lower())
    if words and sum(map(_FUNCTION_WORDS.__contains__, words)) >= ENGLISH_SHARE * len(words):
        return "en"
    letters = "".join(words)
    foreign_script = _is_foreign_script(letters)
    if len(letters) < ENOUGH_LETTERS and not foreign_script:
        return None
    code, probability = _identifier().classify(" ".join(words))
    return str(code) if foreign_script or probability >= SURE else None


def name_of(code: str) -> str:
    """The English name of a language."""
    return NAMES.get(code, f"language {code}")


def _is_foreign_script(letters: str) -> bool:
    return sum(letter > _LATIN_END for letter in letters) > len(letters) / 2


@cache
def _identifier() -> "LanguageIdentifier":
    from py3langid import langid  # noqa: PLC0415 - a second to import and load, and most texts are plainly English

    return langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)
