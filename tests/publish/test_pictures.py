"""Pictures: well-formed, the same every time, nothing cut and nothing over anything else, whatever is in the account."""

import xml.etree.ElementTree as ET
from collections.abc import Callable
from datetime import date
from itertools import combinations

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from newsroom import more_than, say, up_to, write
from waybill.model.account import Account
from waybill.model.delivery import Bound
from waybill.model.document import Reading
from waybill.model.judgement import Reviewed
from waybill.pipeline.stages import put_together
from waybill.publish.bounds_picture import bounds_picture
from waybill.publish.retold_picture import retold_picture
from waybill.publish.svg import width_of, wrapped
from waybill.settings import Settings
from worlds import World, worlds

SVG = "{http://www.w3.org/2000/svg}"
PICTURES = [retold_picture, bounds_picture]
LINE = {"supplier": "Iran", "recipient": "Russia"}

ASH = write("ash.txt", "Iran sent more than 90 <crates> & more to Russia.", "2024-01-02", publisher="Ash & <Co>")
BIRCH = write("birch.txt", "Up to 90 <crates> went.", "2024-01-09", publisher="Birch")
CLAIMS = (
    say(ASH, "Iran sent more than 90 <crates> & more", amount=("more than 90 <crates>", more_than(90, "crate")), **LINE),
    say(BIRCH, "Up to 90 <crates> went", amount=("Up to 90 <crates>", up_to(90, "crate")), **LINE),
)


def account(world: World) -> Account:
    publications, claims = world
    return put_together(Reading(tuple(publications), ()), Reviewed(tuple(claims)), lambda _: None, Settings())


def bounded(*rows: tuple[str, int, int | None]) -> Account:
    """An account with these bounds: ISO day, least, most."""
    found = account(([ASH], [CLAIMS[0]]))
    bounds = tuple(Bound(date.fromisoformat(day), "crate", low, high, (CLAIMS[0].id,)) for day, low, high in rows)
    return replace(found, lines=(replace(found.lines[0], bounds=bounds),))


def words(picture: str) -> list[str]:
    return [t.text or "" for t in ET.fromstring(picture).iter(f"{SVG}text")]


def boxes(picture: str) -> list[tuple[float, float, float, float]]:
    """Left, top, right and bottom of all words, as wide as they can be."""
    found = []
    for mark in ET.fromstring(picture).iter(f"{SVG}text"):
        size, wide = float(mark.attrib["font-size"]), width_of(mark.text or "", float(mark.attrib["font-size"]))
        back = {"end": wide, "middle": wide / 2}.get(mark.attrib.get("text-anchor", ""), 0)
        left, base = float(mark.attrib["x"]) - back, float(mark.attrib["y"])
        found.append((left, base - 0.75 * size, left + wide, base + 0.2 * size))
    return found


def check_layout(picture: str) -> None:
    page = ET.fromstring(picture).attrib
    for left, top, right, bottom in boxes(picture):
        assert left >= 0 and top >= 0 and right <= float(page["width"]) and bottom <= float(page["height"])
    for (left, top, right, bottom), (left_, top_, right_, bottom_) in combinations(boxes(picture), 2):
        assert right <= left_ or right_ <= left or bottom <= top_ or bottom_ <= top


@pytest.mark.parametrize("draw", PICTURES)
@settings(max_examples=25, deadline=None)
@given(world=worlds())
def test_nothing_is_cut_or_lies_over_anything_else(draw: Callable[[Account], str], world: World) -> None:
    picture = draw(account(world))
    assert picture == draw(account(world))
    check_layout(picture)


@pytest.mark.parametrize("draw", PICTURES)
def test_a_picture_has_a_title_and_tells_in_words_what_it_shows(draw: Callable[[Account], str]) -> None:
    page = ET.fromstring(draw(account(([ASH, BIRCH], list(CLAIMS)))))
    assert page.attrib["role"] == "img" and page.attrib["aria-labelledby"] == "title desc"
    assert page.findtext(f"{SVG}title") and "Q1" in (page.findtext(f"{SVG}desc") or "")


@pytest.mark.parametrize("draw", PICTURES)
def test_an_account_of_nothing_has_a_picture_that_says_so(draw: Callable[[Account], str]) -> None:
    assert any(w.startswith(("Nothing", "No figure")) for w in words(draw(account(([], [])))))


def test_what_changed_stands_on_the_edge_and_keeps_its_signs() -> None:
    told = words(retold_picture(account(([ASH, BIRCH], list(CLAIMS)))))
    assert told[told.index("hedge") + 1] == "more than 90 <crates> → Up to 90 <crates>"


def test_labels_of_steps_close_to_each_other_move_apart() -> None:
    crowded = bounded(("2023-01-05", 10, None), ("2023-01-06", 11, None), ("2023-01-07", 12, None), ("2024-06-20", 10**6, None))
    picture = bounds_picture(crowded)
    check_layout(picture)
    assert [w for w in words(picture) if "Jan 2023: at least" in w] == [
        f"{day} Jan 2023: at least {low} (Q1)" for day, low in ((7, 12), (6, 11), (5, 10))
    ]


def test_the_band_is_hatched_only_where_nobody_states_an_upper_bound() -> None:
    fills = [r.attrib.get("fill", r.attrib.get("class")) for r in ET.fromstring(bounds_picture(
        bounded(("2023-01-05", 10, 90), ("2023-03-05", 20, 200), ("2023-06-05", 30, None))
    )).iter(f"{SVG}rect")]  # fmt: skip
    assert fills == ["page", "band", "url(#open)", "band", "band", "url(#open)", "url(#open)"]


def test_words_are_wrapped_and_none_is_lost() -> None:
    assert wrapped("one two three four", 10, width_of("three four", 10)) == ["one two", "three four"]
