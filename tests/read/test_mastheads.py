from datetime import date

import pytest

from waybill.read.imprint import Imprint, imprint_of
from waybill.read.outlet_names import BARE, BY_FORM, HEADLINES, is_bare_name, is_outlet

STORY = "A ship left the port on Monday. It carried crates, a minister said, and no one was told what they held.\n"


def below(head: str) -> Imprint:
    return imprint_of(f"{head}\n\n{STORY * 3}")


@pytest.mark.parametrize("name", BY_FORM)
def test_an_outlets_word_shows_its_name(name: str) -> None:
    assert is_outlet(name)


@pytest.mark.parametrize("name", BARE)
def test_a_bare_name_is_known_to_need_more(name: str) -> None:
    assert is_bare_name(name)
    assert not is_outlet(name)


@pytest.mark.parametrize("headline", HEADLINES)
def test_a_headline_is_no_name(headline: str) -> None:
    assert not is_outlet(headline)
    assert not is_bare_name(headline)


@pytest.mark.parametrize(
    ("head", "publisher", "published"),
    [
        ("THE HARBOUR POST", "THE HARBOUR POST", None),
        ("EXAMPLE WIRE / 6 March 2024", "EXAMPLE WIRE", date(2024, 3, 6)),
        ("Harbour Watch\nNote 7/2023: What came ashore", "Harbour Watch", None),
        ("Harbour Tribune\nNajin, October 23, Juche 112 (2023)\n\nThe Merchants Cry", "Harbour Tribune", date(2023, 10, 23)),
        ("Crates seen off Najin\nHARBOUR NEWS, Friday, 15 September 2023. By our own staff", "HARBOUR NEWS", date(2023, 9, 15)),
        ("Crates seen off Najin\n\nBy Jane Doe\nThe Harbour Times\nDec. 14, 2023", "The Harbour Times", date(2023, 12, 14)),
        ("Crates seen off Najin\n\nBy Jane Doe\nThe Harbour Times, 14 December 2023", "The Harbour Times", date(2023, 12, 14)),
        ("GULL-INFORM / English service / 16.10.2023 13:42 Moscow time\n\nCRATES SEEN", "GULL-INFORM", date(2023, 10, 16)),
        ("LAMP & ANCHOR\nNo. 41 · 19 March 2024\n\nShell arithmetic", "LAMP & ANCHOR", date(2024, 3, 19)),
        ("Lamp and Anchor\n~ a notebook on far places ~\n\nThe crates", "Lamp and Anchor", None),
        ("The Guardian\n5 March 2024\n\nThe crates", "The Guardian", date(2024, 3, 5)),
        ("Harbour Monitor\nBulletin 14, 5 March 2024\n\nThe crates", "Harbour Monitor", date(2024, 3, 5)),
        ("The Harbour Gazette, Tuesday 5 March 2024, page 3\n\nThe crates", "The Harbour Gazette", date(2024, 3, 5)),
        ("Crates seen\nBy Jane Doe, The Harbour Gazette\nPublished: 5 March 2024", "The Harbour Gazette", date(2024, 3, 5)),
        ("Ministry of Ports of Utopia\nPress release No. 12\n\nOn the crates", "Ministry of Ports of Utopia", None),
        ("Harbour Review\nVol. 12, 26 October 2023\n\nThe crates", "Harbour Review", date(2023, 10, 26)),
    ],
)
def test_a_masthead_tells_the_publisher_and_the_day(head: str, publisher: str, published: date | None) -> None:
    found = below(head)
    assert (found.publisher, found.published) == (publisher, published)


@pytest.mark.parametrize(
    "head",
    [
        "CRATES SEEN OFF NAJIN",
        "DARK SHIPS",
        "Crates seen\nBy Jane Doe, Associated Press",
        "The Network",
        "REBELS SEIZE BORDER POST\n14 October 2023",
        "NORTH KOREAN ARMS\n14 October 2023\n\nWhat we know",
        "SEOUL\n14 October 2023\n\nCrates seen",
        "Border Post\nBy Jane Doe",
        "October 14, 2023\nWashington",
        "Kirby Slams Press",
        "The ship was named Harbour Post",
    ],
)
def test_a_headline_or_a_place_is_no_masthead(head: str) -> None:
    assert below(head).publisher is None


def test_the_line_of_a_publisher_beats_the_masthead() -> None:
    assert below("THE HARBOUR POST\nPublisher: Example Media").publisher == "Example Media"


def test_a_masthead_its_motto_and_its_date_are_furniture_and_the_headline_is_the_title() -> None:
    head = "The Harbour Courier\nYour week · Thursday 26 October 2023 · page 9\n\nARMS ON THE RIVER?\nby Jane Doe"
    found = below(head)
    assert [span.text_of(head) for span in found.furniture] == [line for line in head.splitlines() if line]
    assert (found.title, found.author) == ("ARMS ON THE RIVER?", "Jane Doe")


def test_the_author_of_a_repeated_text_is_told_from_the_publications_own() -> None:
    assert imprint_of(STORY * 3 + "Source: Harbour Post\n\nAuthor: Jane Doe").author_of_original
    assert not imprint_of("Crates seen\nBy Jane Doe\n\n" + STORY * 3 + "Source: Harbour Post").author_of_original
