"""Every rule and every row has an example: docstrings and tables of quantities, run.

A docstring's example is a line "| sentence -> words [value]; words [value]": all the amounts of the sentence, of each the words
and, in brackets, low..high (one number where they are the same), unit, modifier unless "=",
measure unless total, "vague" where no number is said; or "unclear" and what it may be.
"""

import inspect
import re
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

import pytest

from waybill.model.mention import Mention
from waybill.model.quantity import Quantity
from waybill.parse.english import parse
from waybill.reference.bounds import bound_words
from waybill.reference.designators import designators
from waybill.reference.tables import rows_of
from waybill.reference.units import currencies, units
from waybill.resolve import quantities
from waybill.resolve.quantities.figures import GROUPINGS, read_figures
from waybill.resolve.quantities.find import find_quantities
from waybill.settings import Settings

ROOMS = tuple(import_module(f"{quantities.__name__}.{m.name}") for m in iter_modules(quantities.__path__))
RULES = {f"{room.__name__}.{name}": rule for room in ROOMS for name, rule in inspect.getmembers(room, inspect.isfunction)}
EXAMPLE = re.compile(r"^\s*\| (?P<text>.+?) ->(?: (?P<mentions>.+))?$", re.MULTILINE)
EXAMPLES = sorted({(e["text"], e["mentions"] or "") for r in RULES.values() for e in EXAMPLE.finditer(r.__doc__ or "")})


@cache
def found(text: str) -> tuple[Mention, ...]:
    return find_quantities(next(parse([text], Settings())))


def spelt(mention: Mention) -> str:
    value = mention.value
    if not isinstance(value, Quantity):
        return f"unclear: {', '.join(number(c.low) for c in mention.candidates if isinstance(c, Quantity))}"
    bounds = number(value.low) if value.low == value.high else f"{number(value.low)}..{number(value.high)}"
    modifier = "" if value.modifier == "=" else value.modifier
    measure = "" if value.measure == "total" else value.measure
    return " ".join(filter(None, (bounds, value.unit, modifier, measure, "vague" if value.vague else "")))


def number(value: float | None) -> str:
    return "" if value is None else f"{value:.6f}".rstrip("0").rstrip(".")


@pytest.mark.parametrize(("text", "mentions"), EXAMPLES, ids=[text for text, _ in EXAMPLES])
def test_a_rule_reads_its_example(text: str, mentions: str) -> None:
    assert "; ".join(f"{m.text} [{spelt(m)}]" for m in found(text)) == mentions


def test_rules_have_examples() -> None:
    assert len(EXAMPLES) > 40


@pytest.mark.parametrize("row", rows_of("number_words.csv"), ids=lambda row: row["word"])
def test_a_number_word_reads_as_its_row_says(row: dict[str, str]) -> None:
    (mention,) = found(f"They moved {row['example']}.")[:1]
    assert isinstance(mention.value, Quantity)
    assert mention.value.numbers == pytest.approx((float(row["reads"]),))


@pytest.mark.parametrize("row", rows_of("size_words.csv"), ids=lambda row: row["words"])
def test_words_of_size_are_the_interval_of_their_row(row: dict[str, str]) -> None:
    (mention,) = found(f"They moved {row['words']}{' of' if row['kind'] == 'size' else ''} crates.")
    assert isinstance(mention.value, Quantity)
    low, high = float(row["low"]), float(row["high"]) if row["high"] else None
    assert (mention.value.low, mention.value.high, mention.value.unit, mention.value.vague) == (low, high, "crate", True)


@pytest.mark.parametrize("words", bound_words("before"))
def test_a_bound_before_a_number_is_part_of_its_words(words: str) -> None:
    (mention,) = found(f"They moved {words} 300 crates.")
    assert mention.text == f"{words} 300 crates"
    assert isinstance(mention.value, Quantity)
    assert mention.value.modifier == bound_words("before")[words]


@pytest.mark.parametrize("words", bound_words("after"))
def test_a_bound_after_a_number_is_part_of_its_words(words: str) -> None:
    said = f"300 {words} crates" if words[0].isalpha() else f"300{words} crates"
    (mention,) = found(f"They moved {said}.")
    assert mention.text == said
    assert isinstance(mention.value, Quantity)
    assert mention.value.modifier == bound_words("after")[words]


FORMS = [(f"12{s}", u.name) for u in units() for s in u.symbols] + [(f"12 {w}", u.name) for u in units() for w in u.words]


@pytest.mark.parametrize(("said", "unit"), FORMS, ids=[said for said, _ in FORMS])
def test_a_unit_is_known_by_each_of_its_forms(said: str, unit: str) -> None:
    (mention,) = found(f"It had {said} of it.")
    assert (mention.text, isinstance(mention.value, Quantity) and mention.value.unit) == (said, unit)


@pytest.mark.parametrize("sign", currencies())
def test_a_currency_is_known_by_its_sign(sign: str) -> None:
    (mention,) = found(f"They paid {sign}300 for it.")
    assert isinstance(mention.value, Quantity)
    assert (mention.text, mention.value.unit) == (f"{sign}300", currencies()[sign])


@pytest.mark.parametrize("row", rows_of("counted.csv"), ids=lambda row: row["noun"])
def test_a_counted_noun_gives_its_unit(row: dict[str, str]) -> None:
    (mention,) = found(f"They sent several {row['example']}.")
    assert isinstance(mention.value, Quantity)
    assert (mention.text, mention.value.unit) == (f"several {row['example']}", row["unit"])


@pytest.mark.parametrize("word", sorted(designators()))
def test_a_number_behind_a_designator_is_no_amount(word: str) -> None:
    assert found(f"They are in {word} 12.") == ()


GROUPED = [said for _, _, examples in GROUPINGS for said in examples]


@pytest.mark.parametrize("said", GROUPED)
def test_figures_are_read_whole_however_they_are_grouped(said: str) -> None:
    figures = read_figures(said, 0)
    assert figures is not None
    assert (figures.end, figures.unclear) == (len(said), None)
