from datetime import date

import pytest

from waybill.model.parse import Parse
from waybill.model.time import Window
from waybill.parse.english import parse
from waybill.resolve.times.find import find_times
from waybill.resolve.times.grammar import RULES, expressions
from waybill.resolve.times.rule import Rule
from waybill.settings import Settings

PUBLISHED = date(2023, 10, 14)


def shown(rule: Rule) -> tuple[str, str, str]:
    """The text of a rule's example, the expression in it, and what it means."""
    text, meaning = rule.example.rsplit(" = ", 1)
    return text.replace("[", "").replace("]", ""), text[text.index("[") + 1 : text.index("]")], meaning


@pytest.fixture(scope="module")
def parses() -> dict[Rule, Parse]:
    return dict(zip(RULES, parse([shown(rule)[0] for rule in RULES], Settings()), strict=True))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.example)
def test_every_rule_reads_its_example(rule: Rule, parses: dict[Rule, Parse]) -> None:
    _, words, meaning = shown(rule)
    assert [found.rule.example for found in expressions(parses[rule]) if found.match[0] == words] == [rule.example]
    (mention,) = (m for m in find_times(parses[rule], PUBLISHED) if m.text == words)
    assert isinstance(mention.value, Window)
    value = mention.value
    assert (value.timex.value if value.timex else value.edtf or mention.unresolved) == meaning
