import pytest

from newsroom import exactly, more_than, say, write
from waybill.model.claim import Claim, Relay, Source
from waybill.model.span import Span
from waybill.trace.genealogy import trace
from waybill.trace.shelf import shelf

LARCH = write("larch.txt", "At least 76 crates came ashore at Olya.", "2023-06-02", publisher="Larch Institute for Ports")
QUILL = write("quill.txt", "More than 4,300 shells went, officials said.", "2023-06-01", publisher="The Daily Quill")
TIMES = write("times.txt", "Nothing new.", "2023-06-03", publisher="The Bay Times")
LATER = write("later.txt", "Some 76 drones and 4,300 shells came, it was reported.", "2023-06-09", publisher="The Cape News")
HELD = [LARCH, QUILL, TIMES, LATER]
SIDES = {"supplier": "Iran", "recipient": "Russia"}


@pytest.mark.parametrize(
    ("words", "publisher"),
    [
        ("the Daily Quill", "The Daily Quill"),
        ("the Quill", "The Daily Quill"),
        ("the Larch Institute", "Larch Institute for Ports"),
        ("the research group Larch Institute for Ports", "Larch Institute for Ports"),
        ("researchers at the Larch Institute", "Larch Institute for Ports"),
        ("the Times", None),
        ("a rival of the Daily Quill", None),
        ("Larch", None),
        ("officials", None),
    ],
)
def test_a_publisher_is_known_by_what_others_call_it(words: str, publisher: str | None) -> None:
    assert shelf(HELD).publisher(words, LATER) == publisher


def test_a_paper_may_call_itself_by_a_common_name() -> None:
    assert shelf(HELD).publisher("the Times", TIMES) == "The Bay Times"


def test_a_name_that_two_publishers_share_names_neither() -> None:
    twin = write("twin.txt", "Nothing.", publisher="The Sunday Quill")
    assert shelf([*HELD, twin]).publisher("the Quill", LATER) is None


def named(words: str) -> Source:
    return Source(Span(0, 1), words, words, None, None, "unnamed")


def reported(by: str, words: str, amount: float, unit: str) -> Claim:
    return say(LATER, words, by=named(by), amount=(words, exactly(amount, unit)), **SIDES)


def test_who_is_cited_and_who_writes_is_one_originator_and_a_changed_unit_a_drift() -> None:
    first = say(LARCH, "At least 76 crates", by=None, amount=("76 crates", more_than(76, "crate")), **SIDES)
    later = reported("the Larch Institute", "76 drones", 76, "drone")
    tracing = trace(HELD, [later, first])
    assert [(o.name, o.claims, o.echoes) for o in tracing.originators] == [
        ("Larch Institute for Ports", (first.id,), (later.id,))
    ]
    assert [d.kind for d in tracing.retellings[0].drifts] == ["hedge", "unit"]


def test_what_a_paper_is_said_to_have_reported_is_the_word_of_whom_the_paper_cites() -> None:
    first = say(
        QUILL, "More than 4,300 shells", by="Kyiv officials", amount=("4,300 shells", more_than(4300, "shell")), **SIDES
    )
    later = reported("the Quill", "4,300 shells", 4300, "shell")
    tracing = trace(HELD, [later, first])
    assert tracing.echo_of == {later.id: first.id}
    assert [o.name for o in tracing.originators] == ["Ukrainian government"]
    (only,) = tracing.retellings
    assert (only.why, only.circular) == ("what The Daily Quill reported, 8 days later", False)


def test_what_a_report_adds_to_the_papers_text_adds_no_originator() -> None:
    first = say(
        QUILL, "More than 4,300 shells", by="Kyiv officials", amount=("4,300 shells", more_than(4300, "shell")), **SIDES
    )
    later = say(
        LATER, "4,300 shells", by=named("the Quill"), amount=("4,300 shells", exactly(4300, "shell")), mode=("sea",), **SIDES
    )
    tracing = trace(HELD, [later, first])
    assert not tracing.echo_of and {tracing.originator_of[c.id] for c in (first, later)} == {tracing.originators[0].id}


def cited(name: str) -> dict[str, str]:
    """Who repeats whom, where a blog cites an outlet for what `name` says there."""
    wire = write("wire.txt", "Gulf officials: 90 crates left.", "2023-06-05", publisher="Sahel Wire")
    blog = write("blog.txt", "Sahel Wire said 90 crates left.", "2023-06-05", publisher="A Blog")
    told = {"amount": ("90 crates", exactly(90, "crate")), **SIDES}
    first = say(wire, "90 crates left", by="Gulf officials", **told)
    again = say(blog, "90 crates left", by=name, relays=(Relay("Sahel Wire", Span(0, 1)),), **told)
    tracing = trace([blog, wire], [again, first])
    return {"blog": "wire"} if tracing.echo_of == {again.id: first.id} else {}


def test_unnamed_officials_cited_from_an_outlet_on_the_same_day_are_those_of_its_text() -> None:
    assert cited("officials") == cited("one Gulf official") == {"blog": "wire"}


def test_a_diplomat_cited_from_an_outlet_is_not_the_official_of_its_text() -> None:
    assert cited("a diplomat") == {}
