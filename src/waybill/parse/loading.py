"""spaCy's pipeline as we run it: loaded and run with the same results, without what spaCy does twice or the long way."""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from waybill.errors import MissingModelError

if TYPE_CHECKING:
    from spacy.language import Language

_TOKENIZER = "spacy.Tokenizer.v1"
"""The tokenizer of all pipelines whose language has none of its own."""


_HYPHENATED = tuple(form for word in ("e-mail", "e-mails", "e-mailed") for form in (word, word.capitalize()))
"""What the tokenizer would part into two nouns."""


def load(name: str) -> Language:
    """The pipeline of this name. Raises MissingModelError where it is not installed."""
    spacy = _spacy()
    from waybill.parse.attributes import remember_attributes  # noqa: PLC0415 - it imports spaCy

    _leave_exceptions_to_the_model()
    try:
        language: Language = spacy.load(name)
    except OSError as error:
        raise MissingModelError(f"language pipeline {name}: not installed; run `make account`") from error
    remember_attributes(language)
    _keep_whole(language)
    _index_lemmas(language)
    return language


def _keep_whole(language: Language) -> None:
    """Words with a hyphen that are no two words."""
    for word in _HYPHENATED:
        language.tokenizer.add_special_case(word, [{"ORTH": word}])  # type: ignore[union-attr]


def _spacy() -> ModuleType:
    """spaCy without its command line: it imports that for one name, and with it all that asks the network."""
    stand_ins = {name: ModuleType(name) for name in ("spacy.cli", "spacy.cli.info") if "spacy" not in sys.modules}
    for stand_in in stand_ins.values():
        stand_in.__dict__.update(__path__=(), info=None)
    sys.modules.update(stand_ins)
    try:
        return import_module("spacy")  # here, as it takes a second, and a run whose claims are all held parses nothing
    finally:
        for name in stand_ins:
            del sys.modules[name]


def _leave_exceptions_to_the_model() -> None:
    """A tokenizer's exceptions are read from the model: spaCy would make them of its own tables first, and throw those away."""
    from spacy.tokenizer import Tokenizer  # noqa: PLC0415 - the same
    from spacy.util import registry  # noqa: PLC0415 - the same

    registry.get("tokenizers", _TOKENIZER)  # spaCy fills its registry when it is first asked, over what is there
    registry.tokenizers(_TOKENIZER, func=lambda: lambda language: Tokenizer(language.vocab))


def _index_lemmas(language: Language) -> None:
    """Known lemmas are sets: models come with lists, in which each new word is looked up from end to end."""
    if "lemmatizer" not in language.pipe_names:
        return
    lookups = language.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    for part, lemmas in lookups.get_table("lemma_index", {}).items():
        lookups.get_table("lemma_index")[part] = frozenset(lemmas)
