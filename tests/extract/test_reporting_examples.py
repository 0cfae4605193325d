"""Every example in the tables of reported speech is read: the cue in braces, the content in brackets."""

import re
from functools import cache

import pytest

from attributed import attributions, parsed_all, told
from waybill.reference.tables import rows_of

TABLES = ("reporting_verbs.csv", "reporting_nouns.csv", "reporting_adjectives.csv", "reporting_idioms.csv")
EXAMPLES = [row["example"] for table in TABLES for row in rows_of(table) if row["example"]]


@cache
def texts() -> dict[str, str]:
    """The examples without their marks."""
    plain = {example: re.sub(r"[\[\]{}]", "", example) for example in EXAMPLES}
    parsed_all(tuple(plain.values()))
    return plain


@pytest.mark.parametrize("example", EXAMPLES)
def test_a_row_reads_its_example(example: str) -> None:
    text = texts()[example]
    cue, content = re.search(r"\{(.+?)\}", example), re.search(r"\[(.+?)\]", example)
    assert cue and content, "an example marks its cue and its content"
    assert (content[1], cue[1]) in [(words, by) for words, _, by in (told(text, a) for a in attributions(text))]
