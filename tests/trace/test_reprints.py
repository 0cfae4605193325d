from newsroom import credit, write
from waybill.trace.reprints import Carried, reprints

WIRE = """The harbour master of Port Alder counted forty crates on the quay on Tuesday morning. He told the agency that two
lorries had brought them overnight. Nobody at the ministry would say what was inside. The ship that was waiting
for them left before noon with its transponder switched off. A second vessel turned back at the breakwater an hour later."""

OTHER = """Farmers blocked the motorway near Elmsford with tractors over the price of milk. Police counted three hundred of them
and diverted lorries through the old town until dusk. The minister promised talks within the week and a relief fund."""

BACKGROUND = "The republic has denied selling arms to any party of the war since the embargo of last spring."


def found(*publications: object) -> dict[str, Carried]:
    return {c.reprint.publication: c for c in reprints(publications)}  # type: ignore[arg-type]


def test_the_same_text_is_a_reprint_of_the_earlier_one() -> None:
    first, later = write("z.txt", WIRE, "2024-03-05"), write("a.txt", WIRE, "2024-03-07")
    (only,) = reprints([later, first])
    assert (only.reprint.publication, only.reprint.of, only.reprint.share) == (later.id, first.id, 1.0)
    assert only.reprint.why == "the same text; published 2 days later"


def test_the_very_same_text_is_a_reprint_however_short() -> None:
    assert len(found(write("a.txt", "Two crates.", "2024-03-05"), write("b.txt", "Two crates.", "2024-03-06"))) == 1


def test_without_dates_the_text_that_credits_the_other_is_the_copy() -> None:
    original = write("b.txt", WIRE, publisher="The Alder Gazette")
    copy = write("a.txt", "Shared with thanks. " + WIRE, credits=(credit("Alder Gazette"),))
    assert found(copy, original)[copy.id].reprint.why.endswith("credits The Alder Gazette")


def test_where_nothing_tells_the_order_it_is_said_to_be_unknown() -> None:
    (only,) = reprints([write("a.txt", WIRE), write("b.txt", WIRE)])
    assert "unknown which came first" in only.reprint.why


def test_of_two_copies_of_a_day_the_one_with_a_publisher_stands_for_both() -> None:
    (only,) = reprints([write("a.txt", WIRE, "2024-03-05"), write("b.txt", WIRE, "2024-03-05", publisher="The Alder Gazette")])
    assert only.reprint.of == write("b.txt", WIRE).id


def test_path_order_is_no_evidence_of_which_came_first() -> None:
    short, long = WIRE, WIRE + " More was not known by the evening, the agency said."
    one = reprints([write("a.txt", short), write("b.txt", long)])[0].reprint
    two = reprints([write("b.txt", short), write("a.txt", long)])[0].reprint
    assert (one.of, two.of) == (write("b.txt", long).id, write("a.txt", long).id)


def test_layout_and_case_hide_no_reprint() -> None:
    wrapped = WIRE.replace("\n", " ").replace(". ", ".\n\n").upper()
    original, copy = write("a.txt", WIRE, "2024-03-05"), write("b.txt", wrapped, "2024-03-06")
    assert found(original, copy)[copy.id].reprint.share == 1.0


def test_a_text_that_adds_to_another_carries_it_in_part() -> None:
    original, copy = write("a.txt", WIRE, "2024-03-05"), write("b.txt", WIRE + "\n\n" + OTHER, "2024-03-06")
    assert 0.5 < found(original, copy)[copy.id].reprint.share < 0.8


def test_background_shared_by_two_events_merges_nothing() -> None:
    assert not found(
        write("a.txt", f"{WIRE} {BACKGROUND}", "2024-03-05"), write("b.txt", f"{OTHER} {BACKGROUND}", "2024-05-06")
    )


def test_a_copy_of_a_copy_names_the_text_it_is_closest_to() -> None:
    wire = write("a.txt", WIRE, "2024-03-05")
    paper = write("b.txt", WIRE + "\n\n" + OTHER, "2024-03-06")
    blog = write("c.txt", WIRE + "\n\n" + OTHER, "2024-03-07")
    assert found(wire, paper, blog)[blog.id].reprint.of == paper.id


def test_dates_and_credits_that_contradict_each_other_lead_in_no_circle() -> None:
    a = write("a.txt", WIRE, "2024-03-05", publisher="Ash", credits=(credit("Cedar"),))
    b = write("b.txt", WIRE, "2024-03-06", publisher="Birch")
    c = write("c.txt", WIRE, publisher="Cedar", credits=(credit("Birch"),))
    of = {c.reprint.publication: c.reprint.of for c in reprints([a, b, c])}
    assert len(of) == 2 and set(of) != set(of.values())


def test_the_order_of_reading_changes_no_reprint() -> None:
    held = [write(f"{n}.txt", WIRE + OTHER[: 40 * n], f"2024-03-0{n + 1}") for n in range(4)]
    assert reprints(held) == reprints(held[::-1])
