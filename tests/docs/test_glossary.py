"""The glossary explains every noun of the model."""

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import waybill.model

GLOSSARY = Path(__file__).parents[2] / "docs" / "glossary.md"


def nouns() -> Iterator[str]:
    for module in pkgutil.iter_modules(waybill.model.__path__, "waybill.model."):
        held = importlib.import_module(module.name)
        yield from (name for name, of in inspect.getmembers(held, inspect.isclass) if of.__module__ == module.name)


def test_the_glossary_has_every_noun_of_the_model() -> None:
    told = GLOSSARY.read_text("utf8")
    found = sorted(nouns())
    assert "Claim" in found
    assert [name for name in found if f"`{name}`" not in told] == []


def test_the_glossary_says_every_word_once() -> None:
    entries = [line.split("|")[1].strip() for line in GLOSSARY.read_text("utf8").splitlines() if line.startswith("| ")]
    words = [entry for entry in entries if entry != "word"]
    assert sorted(set(words)) == sorted(words)
