from newsroom import say, write
from waybill.model.claim import Claim
from waybill.trace.genealogy import trace

TEXT = "Crates left at dawn. Shells were in them. Drones came later. Nobody counted them."
NEWS = write("news.txt", TEXT, "2024-03-05", publisher="The Alder Gazette")
WORDS = ("Crates left at dawn", "Shells were in them", "Drones came later", "Nobody counted them")


def voices(*speakers: str) -> list[str]:
    claims: list[Claim] = [say(NEWS, words, by=by) for words, by in zip(WORDS, speakers, strict=False)]
    tracing = trace([NEWS], claims)
    names = {o.id: o.name for o in tracing.originators}
    return [names[tracing.originator_of[c.id]] for c in claims]


def test_one_of_the_officials_is_no_second_origin() -> None:
    assert voices("Gulf officials", "one of the officials", "the officials") == ["Gulf officials"] * 3


def test_an_official_of_that_government_is_that_government() -> None:
    assert voices("a Nordic government", "an official of that government") == ["a Nordic government"] * 2


def test_another_official_is_a_second_origin() -> None:
    assert voices("a Gulf official", "another official") == ["a Gulf official", "another official"]


def test_the_last_ones_told_of_are_meant() -> None:
    assert voices("Gulf officials", "a Baltic official in Riga", "the official") == [
        "Gulf officials",
        "a Baltic official in Riga",
        "a Baltic official in Riga",
    ]


def test_whoever_was_not_told_of_before_speaks_alone() -> None:
    assert voices("a port worker", "the diplomats") == ["a port worker", "the diplomats"]
