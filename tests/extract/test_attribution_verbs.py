"""One example for each frame in which a verb, noun, adjective or phrase reports."""

import pytest

from attributed import Told, said

FRAMES: tuple[tuple[str, Told], ...] = (
    ("Analysts believe Oslo has emptied its depots.", ("Oslo has emptied its depots", "Analysts", "believe")),
    ("The minister asked whether the crates had left.", ("whether the crates had left", "The minister", "asked")),
    ("Rome pledged to stop the sale.", ("to stop the sale", "Rome", "pledged")),
    ("Oslo has repeatedly denied sending shells.", ("sending shells", "Oslo", "has repeatedly denied")),
    ("Seoul condemned the transfer of missiles.", ("the transfer of missiles", "Seoul", "condemned")),
    ("The envoy described the deal as a breach.", ("the deal as a breach", "The envoy", "described")),
    ("Officials called it a lie.", ("it a lie", "Officials", "called")),
    ("Kyiv accused the ministry of selling shells.", ("the ministry of selling shells", "Kyiv", "accused")),
    (
        "Kyiv accused the ministry and the army of selling shells.",
        ("the ministry and the army of selling shells", "Kyiv", "accused"),
    ),
    ("The US urged Tehran to stop the flights.", ("Tehran to stop the flights", "The US", "urged")),
    ("The general warned of further shipments.", ("further shipments", "The general", "warned of")),
    ("Observers pointed to how slowly the trains move.", ("how slowly the trains move", "Observers", "pointed to")),
    ("Mr Voss did not specify the kind of shells.", ("the kind of shells", "Mr Voss", "did not specify")),
    ("The ministry declined to say where they went.", ("to say where they went", "The ministry", "declined")),
    ("Satellite images show crates on the quay.", ("crates on the quay", "Satellite images", "show")),
    ("Officials told reporters that the train had left.", ("that the train had left", "Officials", "told")),
    ("The depot is believed to hold rockets.", ("The depot | to hold rockets", None, "is believed")),
    ("Tehran was accused by Kyiv of selling drones.", ("Tehran | of selling drones", "Kyiv", "was accused")),
    ("The ship was empty, the captain said.", ("The ship was empty", "the captain", "said")),
    ("The convoy, Kyiv says, carried shells.", ("The convoy | carried shells", "Kyiv", "says")),
    ("Oslo has sold, Kyiv said on Monday, 400 shells to Rome.", ("Oslo has sold | 400 shells to Rome", "Kyiv", "said")),
    ("According to the ministry, the train was late.", ("the train was late", "the ministry", "According to")),
    ("As the envoy put it, the pier was a market.", ("the pier was a market", "the envoy", "put")),
    ("The ship reportedly left at night.", ("The ship | left at night", None, "reportedly")),
    ("Officials voiced concerns that Oslo had sold shells.", ("that Oslo had sold shells", "Officials", "voiced concerns")),
    ("The claim by Kyiv that Oslo sold shells is old.", ("that Oslo sold shells", "Kyiv", "claim")),
    ("There are rumours that Oslo sold shells.", ("that Oslo sold shells", None, "rumours")),
    ("Seoul is concerned that the trade goes on.", ("that the trade goes on", "Seoul", "is concerned")),
    ("It is unclear whether the ship left.", ("whether the ship left", None, "is unclear")),
    ("We have not seen any evidence of delivery.", ("any evidence of delivery", "We", "have not seen")),
    ("He released photos of what he said were 40 crates.", ("were 40 crates", "he", "said")),
    ("Rome bought the crates Oslo said were empty.", ("the crates | were empty", "Oslo", "said")),
    ("Rome tracked the flights, which officials said ended in May.", ("the flights | ended in May", "officials", "said")),
    ("Rome said it had two ships, but did not say from whom.", ("from whom", "Rome", "did not say")),
    ("As reported by Wired Seas, the ship was empty.", ("the ship was empty", "Wired Seas", "As reported")),
    ("Per the ministry, 70 crates were seized.", ("70 crates were seized", "the ministry", "Per")),
    ("Oslo, France and Rome denied arming the rebels.", ("arming the rebels", "Oslo, France and Rome", "denied")),
    ("It waited; the captain, Mark Tell, said nobody came.", ("nobody came", "the captain, Mark Tell", "said")),
    ("Rome refers to the sale as a gift.", ("the sale as a gift", "Rome", "refers to")),
    ("The envoy called the sale a mistake.", ("the sale a mistake", "The envoy", "called")),
    ("It was a sale the union opposes.", ("a sale", "the union", "opposes")),
    ("They spoke of the sale, opposed by the union.", ("the sale", "the union", "opposed")),
    ("Voss asked the sailors if the crates were full.", ("if the crates were full", "Voss", "asked")),
    ("Rome called for Oslo to open its books.", ("Oslo to open its books", "Rome", "called for")),
    (
        "Voss said that the ship had left, but that nobody saw it.",
        ("that the ship had left, but that nobody saw it", "Voss", "said"),
    ),
    ("The sailors told Voss the ship left because it was late.", ("the ship left because it was late", "The sailors", "told")),
    ("Oslo claims that the sale was legal.", ("that the sale was legal", "Oslo", "claims")),
    ("The guns, in her view, are the same.", ("The guns | are the same", "her", "view")),
    ("There are concerns about the sale.", ("the sale", None, "concerns about")),
    ("The captain was baffled by the orders.", ("the orders", "The captain", "was baffled by")),
    ("Rome announced plans for a ban on Monday.", ("plans for a ban", "Rome", "announced")),
    ("Voss, who runs the port, said it was open.", ("it was open", "Voss, who runs the port", "said")),
    ("The union defended its plan to close the yard.", ("its plan to close the yard", "The union", "defended")),
    ("Oslo called on Rome to pay its dues.", ("Rome to pay its dues", "Oslo", "called on")),
    (
        'Oslo called the report of the crew "a rush to judgment" and a mistake.',
        ('the report of the crew "a rush to judgment" and a mistake', "Oslo", "called"),
    ),
    ("The minister went on to say that the ship had left.", ("that the ship had left", "The minister", "to say")),
    ("Asked whether the ship had left, she shrugged.", ("whether the ship had left", None, "Asked")),
    ("Oslo said selling the frigates would ruin the yard.", ("selling the frigates would ruin the yard", "Oslo", "said")),
    ("Two in three captains say the route is closed.", ("the route is closed", "Two in three captains", "say")),
    ("Oslo: the crates never left our harbour.", ("the crates never left our harbour", "Oslo", None)),
)


@pytest.mark.parametrize(("text", "expected"), FRAMES, ids=[text for text, _ in FRAMES])
def test_the_frame_gives_content_source_and_cue(text: str, expected: Told) -> None:
    assert expected in said(text)


@pytest.mark.parametrize(
    "text",
    (
        "The minister flew in to discuss prices.",
        "Post a comment.",
        "The crates were moved by rail in May.",
        "They saw the train leave.",
        "On Monday, the council voted in Oslo, with two members away.",
        "This month, she wrote a harsh letter, the third in a row.",
        "As the talks continue, prices rise.",
        "Voters who back the sale met in Oslo.",
        "The party won the support of the union.",
        "Assuming that the ship left is a mistake.",
        "He watched a film called The Long Road Home Again.",
    ),
)
def test_what_is_not_said_is_no_statement(text: str) -> None:
    assert said(text) == ()


def test_a_second_clause_with_its_own_cue_is_its_own_statement() -> None:
    text = "Mr Voss did not name the ship, but Seoul has accused Oslo of hiring it."
    assert said(text) == (("the ship", "Mr Voss", "did not name"), ("Oslo of hiring it", "Seoul", "has accused"))


def test_what_was_declined_is_told_once() -> None:
    assert said("The ministry declined to comment on the sale.") == (("to comment on the sale", "The ministry", "declined"),)


def test_a_speaker_on_his_own_words_is_told_once() -> None:
    text = "Gen Voss said he had told reporters that the shells would matter."
    assert [cue for _, _, cue in said(text)] == ["said"]


def test_what_somebody_says_they_think_is_told_by_both() -> None:
    text = "Gen Voss said he was sceptical that the shells would matter."
    assert [cue for _, _, cue in said(text)] == ["said", "was sceptical"]


@pytest.mark.parametrize(
    "text",
    [
        "Gen Voss said they hope to sell the shells.",
        "Gen Voss said that Oslo's support for the sale was small.",
        "Gen Voss said that they were blamed for opposing the sale.",
        "Gen Voss said that Oslo will announce that the sale is off.",
    ],
)
def test_what_is_but_a_part_of_what_somebody_says_is_not_told_again(text: str) -> None:
    assert [cue for _, _, cue in said(text)] == ["said"]


SPEAKERS = [
    ("The minister continued to say that the sale was legal.", "The minister", "continued to say"),
    ("Oslo is quick to point out that the ship was empty.", "Oslo", "is quick to point out"),
    ("Rome took the step of saying that the ship was empty.", "Rome", "saying"),
    ("Kyiv said the ship had sailed in May, adding that its crew was ill.", "Kyiv", "adding"),
    ("Voss, who flew a 70-year-old plane, said it was slow.", "Voss, who flew a 70-year-old plane", "said"),
    ("OSLO - Officials of the port said the ship was empty.", "Officials of the port", "said"),
    ("Rome said the ship had sailed and urged that it be stopped.", "Rome", "urged"),
    ("An Utopian official, speaking on condition of anonymity, said the ship was empty.", "An Utopian official", "said"),
    ("As Jens Olsen has pointed out, the ship was empty.", "Jens Olsen", "has pointed out"),
]


@pytest.mark.parametrize(("text", "source", "cue"), SPEAKERS, ids=[text for text, _, _ in SPEAKERS])
def test_who_does_what_the_verb_hangs_on_says_it(text: str, source: str, cue: str) -> None:
    assert (source, cue) in [(told[1], told[2]) for told in said(text)]


@pytest.mark.parametrize("text", ["Rome criticised its refusal to pay.", "Rome criticised Oslo for opposing the sale."])
def test_what_somebody_only_names_is_not_told_again(text: str) -> None:
    assert [cue for _, _, cue in said(text)] == ["criticised"]


def test_a_quotation_that_runs_on_is_told_by_its_own() -> None:
    text = "Rome criticised Oslo for saying: “The crates were ours. We sold them in May.”"
    assert ("“The crates were ours. We sold them in May.”", "Oslo", "saying") in said(text)


def test_what_somebody_is_said_not_to_have_said_is_told_by_its_own() -> None:
    assert "did not announce" in [cue for _, _, cue in said("Gen Voss said Oslo did not announce that the sale is off.")]


def test_a_noun_in_no_clause_is_told_by_its_own() -> None:
    assert [cue for _, _, cue in said("Gen Voss spoke of Oslo's support for the sale.")][-1] == "support for"


def test_a_statement_two_announce_is_theirs_and_not_the_papers() -> None:
    text = "Oslo and Rome put out a joint statement condemning the sale."
    assert said(text) == (("the sale", "Oslo and Rome", "condemning"),)
