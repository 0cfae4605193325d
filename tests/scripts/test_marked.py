"""The corpus of marked texts: every file is well-formed, and what its marks mean."""

from collections import Counter
from pathlib import Path

import marked
import marked_gold
import pytest

FILES = sorted(Path("corpus").glob("*.txt"))

HEAD = "genre: wire\npublished: 2023-10-14\npublisher: Calder Wire\nsplit: train\n\n"


def read(folder: Path, body: str) -> marked.Text:
    file = folder / "001-wagons.txt"
    file.write_text(HEAD + body, "utf8")
    return marked.read(file)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_text_is_well_formed(file: Path) -> None:
    assert marked.read(file).marks


def test_a_fifth_is_held_back_of_every_genre() -> None:
    held = Counter(marked.read(file).header["genre"] for file in FILES if marked.read(file).header["split"] == "held")

    assert held.keys() == set(marked.GENRES)
    assert len(FILES) / 6 < held.total() < len(FILES) / 4


def test_marks_nest_and_leave_the_text_as_it_reads(tmp_path: Path) -> None:
    text = read(tmp_path, "{s1,supplier1=North Korea:Pyongyang} {c1:denied} {q1 transfer; denied:it had sold {item1:shells}}.")

    assert text.text == "Pyongyang denied it had sold shells."
    assert marked_gold.attributions(text) == {"attributions": [{"source": [[0, 9]], "cue": [[10, 16]], "content": [[17, 35]]}]}


def test_a_claim_has_its_values(tmp_path: Path) -> None:
    body = "{q1 transfer; hedged; recipient=Russia:It got {quantity1=..90 wagons:up to 90 wagons} {window1=/2023-10:so far}}."
    claim = marked_gold.claim(read(tmp_path, body), 1)

    assert (claim["stance"], claim["recipient"], claim["author_voice"]) == ("hedged", None, True)
    assert claim["quantity"] == {"low": None, "high": 90.0, "unit": "wagons"}
    assert claim["window"] == {"start": None, "end": "2023-10"}


@pytest.mark.parametrize(
    "body",
    [
        "{q1 transfer:It went.",
        "It went}.",
        "{x1:It} {c1:said} {q1:so}.",
        "{s1:He} said {q1:so}.",
        "{s1:He} {c1:said} {q1: so}.",
        "{s1:He} {c1:said} {q1 gossip:so}.",
        "{q1 transfer:{quantity1=many:Many} went}.",
    ],
)
def test_what_is_not_well_formed_is_told(tmp_path: Path, body: str) -> None:
    with pytest.raises(marked.MarkError, match="001-wagons"):
        read(tmp_path, body)


def test_a_side_that_is_a_state_goes_by_the_states_name(tmp_path: Path) -> None:
    body = "{s1:Kyiv} {c1:said} {q1 transfer:{supplier1:the Emirates} sent {item1:shells} to {destination1:Moscow}}."
    claim = marked_gold.claim(read(tmp_path, body), 1)
    assert (claim["supplier"], claim["destination"]) == ("United Arab Emirates", "Moscow")
