"""What spaCy's attribute ruler gives a word, remembered by all that its rules ask: the same result, without trying them again.

The ruler of the English pipelines sets part of speech, morphology and some lemmas by rules on a word's tag, dependency and
lower-case form. Trying them all on each word takes a seventh of a pipeline's time, and the answers are few.
"""

import re
from collections.abc import Sequence
from typing import Any

from msgspec import Struct, field
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc, Token

Key = tuple[int, int, bool, str]
"""Tag, dependency, whether it is white space, and the lower-case form where a rule asks for it."""

Given = tuple[int, Any, int, int, int]
"""Part of speech, morphology, lemma, tag and dependency: all that a rule may set."""

_ASKED = frozenset({"TAG", "DEP", "LOWER", "IS_SPACE"})


class RememberedAttributes(Struct):
    """A component in the ruler's place."""

    single: AttributeRuler
    """The rules on one word."""
    paired: AttributeRuler
    """The rules on several words: few, and tried anew on each text."""
    forms: re.Pattern[str]
    """The lower-case forms that rules on one word ask for: any other makes no difference."""
    given: dict[Key, Given] = field(default_factory=dict)

    def __call__(self, doc: Doc) -> Doc:
        """Sets the attributes of all words of a text."""
        keys = [(t.tag, t.dep, t.is_space, form if self.forms.fullmatch(form := t.lower_) else "") for t in doc]
        new = {key: token for token, key in zip(doc, keys, strict=True) if key not in self.given}
        if new:
            self._try(doc, new)
        for token, key in zip(doc, keys, strict=True):
            token.pos, token.morph, token.lemma, token.tag, token.dep = self.given[key]
        return self.paired(doc)

    def _try(self, doc: Doc, new: dict[Key, Token]) -> None:
        """Runs the rules on one word of each kind that is new."""
        words = Doc(doc.vocab, words=[token.text for token in new.values()])
        for word, token in zip(words, new.values(), strict=True):
            word.tag, word.dep = token.tag, token.dep
        for word, key in zip(self.single(words), new, strict=True):
            self.given[key] = word.pos, word.morph, word.lemma, word.tag, word.dep


def remember_attributes(language: Language) -> None:
    """Puts RememberedAttributes in the place of a pipeline's ruler, if its rules ask for nothing but what is remembered."""
    if "attribute_ruler" not in language.pipe_names:
        return
    ruler = language.get_pipe("attribute_ruler")
    assert isinstance(ruler, AttributeRuler)
    held: Sequence[Any] = ruler.patterns
    rules = [(rule, pattern) for rule in held for pattern in rule["patterns"]]
    if not all(_ASKED.issuperset(word) for _, pattern in rules for word in pattern):
        return
    single, paired = (AttributeRuler(language.vocab, validate=False) for _ in range(2))
    for rule, pattern in rules:
        part = single if len(pattern) == 1 else paired
        part.add([pattern], rule["attrs"], rule["index"])
    forms = "|".join(_form(pattern[0]["LOWER"]) for _, pattern in rules if len(pattern) == 1 and "LOWER" in pattern[0])
    remembered = RememberedAttributes(single, paired, re.compile(forms))
    language.component("waybill_attributes", func=remembered)
    language.replace_pipe("attribute_ruler", "waybill_attributes")


def _form(asked: str | dict[str, Any]) -> str:
    """A regular expression for the forms that a rule asks for."""
    if isinstance(asked, str):
        return re.escape(asked)
    if "REGEX" in asked:
        return f".*(?:{asked['REGEX']}).*"
    return "|".join(re.escape(form) for form in asked.get("IN", asked.get("NOT_IN", ())))
