"""One name, two readings: which of them stands in the whole of resolving."""

import pytest

from waybill.parse.english import parse
from waybill.reference.gazetteer import open_gazetteer
from waybill.resolve.mentions import resolve
from waybill.settings import Settings


def kinds(text: str, name: str) -> set[str]:
    found = resolve(next(parse([text], Settings())), None, open_gazetteer(Settings()))
    at = text.index(name)
    return {m.kind for m in found if m.span.start <= at < m.span.end}


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("North Korea displayed the Hwasong missile.", "Hwasong", {"item"}),
        ("North Korea fired its Koksan guns at the town.", "Koksan", {"item"}),
        ("North Korea moved guns to Koksan in May.", "Koksan", {"place"}),
        ("The tanker Suez Rajan was seized off Oman.", "Suez", {"vessel"}),
        ("The tanker crossed the Suez Canal in May.", "Suez", {"place"}),
    ],
)
def test_a_name_of_a_ship_or_weapon_is_no_place_or_person(text: str, name: str, expected: set[str]) -> None:
    assert kinds(text, name) == expected
