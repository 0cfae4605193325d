"""Chains: who said it first, and who passed it on."""

import pytest

from attributed import attributions, said


@pytest.mark.parametrize(
    ("text", "source", "relays"),
    (
        ("The ship left, said Mr Kirby, cited by Reuters.", "John Kirby", ["Reuters"]),
        ("According to Reuters, citing two US officials, the ship left.", "US officials", ["Reuters"]),
        ("Reuters reported that US officials said the ship left.", "US officials", ["Reuters"]),
        ("The Daily Wire quoted Mr Kirby as saying that the ship had left.", "John Kirby", ["Daily Wire"]),
        ("Yonhap, citing a military source, said the ship had left.", "a military source", ["Yonhap"]),
        ("The ship had left, Mr Kirby was quoted as saying by Reuters.", "John Kirby", ["Reuters"]),
        ("The sale was reported by the Daily Wire, which cited two diplomats.", "two diplomats", ["Daily Wire"]),
        ("The ship left, the Post reported, citing photos and two envoys from Rome.", "two envoys from Rome", ["Post"]),
        ("Sixty drones arrived, the guard said he had been told by a friend.", "a friend", ["the guard"]),
        ("Two ships unloaded crates, a docker said he had heard from a cook.", "a cook", ["a docker"]),
        ("The guard said he had been told by a friend that sixty drones arrived.", "a friend", ["The guard"]),
        ("A spokesman said the ship had left, according to state media.", "A spokesman", ["state media"]),
        ("The ship had left, a spokesman said, according to state media.", "a spokesman", ["state media"]),
    ),
)
def test_the_first_speaker_is_the_source_and_others_are_relays(text: str, source: str, relays: list[str]) -> None:
    (found,) = (a for a in attributions(text) if not a.passing)
    assert found.speaker is not None
    assert (found.speaker.name, [r.name for r in found.relays]) == (source, relays)


def test_an_aside_within_a_statement_is_not_passed_on() -> None:
    text = "US officials said the ship, which Oslo says was empty, had carried shells."
    assert [a.relays for a in attributions(text)] == [(), ()]


def test_what_somebody_heard_from_nobody_named_is_their_own_word() -> None:
    assert said("Sixty drones arrived, the guard said he had heard.") == (("Sixty drones arrived", "the guard", "said"),)
