"""Texts to claims without the resolve room: mentions come from a short list of words."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from hashlib import sha256

import pytest

from waybill.extract.claims import extract
from waybill.extract.frames.scene import Scene, scene_of
from waybill.model.claim import Claim
from waybill.model.document import Document, DocumentId, Publication
from waybill.model.mention import Mention, MentionKind, MentionValue
from waybill.model.parse import Parse
from waybill.model.quantity import Quantity
from waybill.model.span import Span
from waybill.model.things import Item, Party, Place, Vessel
from waybill.model.time import Window
from waybill.parse.english import parse
from waybill.settings import Settings

PUBLISHED = date(2024, 5, 10)

STATES = {
    "North Korean": "North Korea",
    "North Korea": "North Korea",
    "Pyongyang": "North Korea",
    "Russian": "Russia",
    "Russia": "Russia",
    "Moscow": "Russia",
    "Iranian": "Iran",
    "Iran": "Iran",
    "Tehran": "Iran",
    "Ukraine": "Ukraine",
    "Belarus": "Belarus",
    "Libya": "Libya",
}
FIRMS = {"Ruper": "Ruper"}
TOWNS = {"Rajin": "North Korea", "Tikhoretsk": "Russia", "Vostochny": "Russia", "Astrakhan": "Russia", "Olya": "Russia"}
ITEMS = r"(?:artillery |ballistic |military )?(?:shells|drones|rockets|missiles|munitions|weapons|tanks|equipment|arms)\b"
COUNTED: Mapping[str, Quantity] = {
    "up to 1,000 containers": Quantity(None, 1000, "container", (1000,), "<"),
    "300 containers": Quantity(300, 300, "container", (300,)),
    "200 drones": Quantity(200, 200, "drone", (200,)),
    "47 countries": Quantity(47, 47, "country", (47,)),
    "180 miles": Quantity(180, 180, "mile", (180,)),
    "at least one": Quantity(1, None, None, (1,), ">"),
}
DAYS = {
    "between 3 March and 9 April": Window(
        "2024-03-03/2024-04-09", date(2024, 3, 3), date(2024, 3, 3), date(2024, 4, 9), date(2024, 4, 9)
    ),
    "3 March": Window("2024-03-03", *(date(2024, 3, 3),) * 4),
    "9 April": Window("2024-04-09", *(date(2024, 4, 9),) * 4),
    "Friday": Window("2024-05-10", *(date(2024, 5, 10),) * 4),
    "May 2022": Window("2022-05", date(2022, 5, 1), date(2022, 5, 1), date(2022, 5, 31), date(2022, 5, 31)),
}
Telling = Callable[[str], tuple[Claim, ...]]


@cache
def _parsed(text: str) -> Parse:
    return next(parse([text], Settings()))


def _found(text: str, kind: MentionKind, values: Mapping[str, MentionValue]) -> list[Mention]:
    words = "|".join(map(re.escape, sorted(values, key=len, reverse=True)))
    return [Mention(kind, Span(*m.span()), m[0], values[m[0]]) for m in re.finditer(rf"(?<!\w)(?:{words})(?!\w)", text)]


def mentions_of(text: str) -> list[Mention]:
    """Every listed word of the text, by kind."""
    states: dict[str, MentionValue] = {word: Party(state, "state", state, None) for word, state in STATES.items()}
    firms: dict[str, MentionValue] = {word: Party(firm, "company", None, None) for word, firm in FIRMS.items()}
    places: dict[str, MentionValue] = {word: Place(word, state, 0.0, 0.0, 20.0, None) for word, state in TOWNS.items()}
    places |= {state: Place(state, state, 0.0, 0.0, None, None) for state in STATES.values()}
    items = [
        Mention("item", Span(*m.span()), m[0], Item(m[0], "munition", None)) for m in re.finditer(ITEMS, text, re.IGNORECASE)
    ]
    days = _found(text, "time", DAYS) + [
        Mention("time", Span(m.start(), m.end()), m[0], DAYS[m[0]]) for m in re.finditer("between 3 March and 9 April", text)
    ]
    return [
        *_found(text, "party", states | firms),
        *_found(text, "place", places),
        *_found(text, "quantity", COUNTED),
        *_found(text, "vessel", {"Angara": Vessel("Angara", None, None)}),
        *items,
        *days,
    ]


@pytest.fixture
def scene() -> Callable[[str], Scene]:
    """The scene of a text."""
    return lambda text: scene_of(_parsed(text), mentions_of(text))


@pytest.fixture
def telling() -> Telling:
    """The claims of a text put out on 10 May 2024."""

    def claims(text: str) -> tuple[Claim, ...]:
        digest = sha256(text.encode()).hexdigest()
        publication = Publication(DocumentId(digest[:12]), Document(text, digest, digest), "a.txt", published=PUBLISHED)
        return extract(_parsed(text), mentions_of(text), publication)

    return claims
