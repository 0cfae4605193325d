from newsroom import exactly, say, write
from waybill.model.claim import Claim, Source
from waybill.model.delivery import Delivery
from waybill.model.document import Publication
from waybill.model.span import Span
from waybill.reconcile.lines import reconcile
from waybill.trace.genealogy import trace

LINE = {"supplier": "North Korea", "recipient": "Russia"}
TEXT = """Shells have gone to Russia. Satellite images seen by Ash show 300 crates. A photograph shows 80 crates.
Officials said 900 crates had crossed. Two lorries passed our reporter."""
ASH = write("ash.txt", TEXT, "2024-01-10", publisher="Ash")
OFFICIALS = say(
    ASH,
    "900 crates had crossed",
    by="US officials",
    amount=("900 crates", exactly(900, "crate")),
    when=("had", "2024-01-01", "2024-01-09"),
    **LINE,
)


def deliveries(claims: list[Claim], *publications: Publication) -> dict[str, Delivery]:
    """Deliveries by each of their claims."""
    (line,) = reconcile(claims, trace(publications, claims), publications)
    return {str(c): d for d in line.deliveries for c in d.claims}


def own(words: str, amount: str, number: float, **more: object) -> Claim:
    return say(ASH, words, by=None, amount=(amount, exactly(number, "crate")), **(LINE | more))


def counts(delivery: Delivery) -> tuple[int, int, int]:
    return delivery.originators, delivery.unnamed, len(delivery.outlet_backers)


def test_an_outlet_in_its_own_words_beside_those_it_quotes_is_no_originator() -> None:
    bare = own("A photograph shows 80 crates", "80 crates", 80)
    found = deliveries([OFFICIALS, bare], ASH)
    assert (counts(found[OFFICIALS.id]), counts(found[bare.id])) == ((1, 0, 0), (0, 0, 1))


def test_an_outlet_that_quotes_nobody_is_the_origin_of_what_it_says() -> None:
    bare = own("A photograph shows 80 crates", "80 crates", 80)
    assert counts(deliveries([bare], ASH)[bare.id]) == (1, 0, 0)


def test_an_outlet_whose_reporter_was_there_is_an_originator() -> None:
    seen = own("Two lorries passed our reporter", "Two lorries", 20, basis="witness")
    assert counts(deliveries([OFFICIALS, seen], ASH)[seen.id]) == (1, 0, 0)


def test_images_are_those_of_who_is_quoted_on_the_movement_unless_the_outlet_says_that_it_saw_them() -> None:
    days = ("seen by", "2024-01-01", "2024-01-09")
    shown = own("A photograph shows 80 crates", "80 crates", 900, basis="imagery", when=days)
    seen = own("Satellite images seen by Ash show 300 crates", "300 crates", 900, basis="imagery", when=days)
    assert counts(deliveries([OFFICIALS, shown], ASH)[OFFICIALS.id]) == (1, 0, 1)
    assert counts(deliveries([OFFICIALS, seen], ASH)[OFFICIALS.id]) == (2, 0, 0)


def test_an_outlet_that_another_names_as_its_source_is_an_originator() -> None:
    elm = write(
        "elm.txt", "Birch has seen papers on 70 crates. US officials said that arms went.", "2024-02-01", publisher="Elm"
    )
    birch = Source(Span(0, 5), "Birch", "Birch", None, kind="outlet")
    papers = say(elm, "papers on 70 crates", by=birch, amount=("70 crates", exactly(70, "crate")), **LINE)
    officials = say(elm, "arms went", by="US officials", **LINE)
    assert counts(deliveries([papers, officials], elm)[papers.id]) == (1, 0, 0)


def test_two_outlets_in_their_own_words_do_not_confirm_each_other() -> None:
    elm = write("elm.txt", "Shells were sent to Russia.", "2024-02-01", publisher="Elm")
    one, other = say(ASH, "Shells have gone", by=None, **LINE), say(elm, "Shells were sent", by=None, **LINE)
    assert counts(deliveries([one, other], ASH, elm)[one.id]) == (0, 0, 2)
