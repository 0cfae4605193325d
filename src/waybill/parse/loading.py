"""spaCy's pipeline as we run it: loaded and run with the same results, without what spaCy does twice or the long way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from waybill.errors import MissingModelError

if TYPE_CHECKING:
    from spacy.language import Language

_TOKENIZER = "spacy.Tokenizer.v1"
"""The tokenizer of all pipelines whose language has none of its own."""


def load(name: str) -> Language:
    """The pipeline of this name. Raises MissingModelError where it is not installed."""
    import spacy  # noqa: PLC0415 - here, as it takes a second, and a run whose claims are all held parses nothing

    from waybill.parse.attributes import remember_attributes  # noqa: PLC0415 - the same

    _leave_exceptions_to_the_model()
    try:
        language = spacy.load(name)
    except OSError as error:
        raise MissingModelError(f"language pipeline {name}: not installed; run `make account`") from error
    remember_attributes(language)
    _index_lemmas(language)
    return language


def _leave_exceptions_to_the_model() -> None:
    """A tokenizer's exceptions are read from the model: spaCy would make them of its own tables first, and throw those away."""
    from spacy.tokenizer import Tokenizer  # noqa: PLC0415 - as above
    from spacy.util import registry  # noqa: PLC0415 - as above

    registry.get("tokenizers", _TOKENIZER)  # spaCy fills its registry when it is first asked, over what is there
    registry.tokenizers(_TOKENIZER, func=lambda: lambda language: Tokenizer(language.vocab))


def _index_lemmas(language: Language) -> None:
    """Known lemmas are sets: models come with lists, in which each new word is looked up from end to end."""
    if "lemmatizer" not in language.pipe_names:
        return
    lookups = language.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    for part, lemmas in lookups.get_table("lemma_index", {}).items():
        lookups.get_table("lemma_index")[part] = frozenset(lemmas)
