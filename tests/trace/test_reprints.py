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


STOCK = """The two sides reaffirmed that they stand by their treaty of friendship, that no third party shall come between them,
and that their cooperation in all fields is open, lawful and directed against nobody."""

READOUT = f"The ministers met in the capital on Tuesday. They spoke of grain and of the new railway bridge. {STOCK}"

LATER_READOUT = f"Both ministers received the press at the lake on Friday after talks on fisheries. {STOCK}"


def test_the_same_sentence_in_the_readouts_of_january_and_october_merges_nothing() -> None:
    assert not found(write("a.txt", READOUT, "2024-01-16"), write("b.txt", LATER_READOUT, "2024-10-18"))


def test_a_text_put_out_again_a_year_later_is_a_reprint_when_nearly_all_of_it_is() -> None:
    long = f"{WIRE} {OTHER} {READOUT}"
    first, again = write("a.txt", long, "2023-03-05"), write("b.txt", f"From our archive. {long}", "2024-03-05")
    assert found(first, again)[again.id].reprint.of == first.id


def test_a_text_with_every_sixth_word_changed_is_a_reprint_and_says_so() -> None:
    words = f"{WIRE} {OTHER}".split()
    edited = " ".join("whatever" if n % 6 == 5 else word for n, word in enumerate(words))
    first, copy = write("a.txt", " ".join(words), "2024-03-05"), write("b.txt", edited, "2024-03-06")
    reprint = found(first, copy)[copy.id].reprint
    assert reprint.share < 0.9
    assert "that make up 95% of it" in reprint.why


def test_what_decides_is_shown_both_the_passages_and_minhash() -> None:
    original, copy = write("a.txt", WIRE, "2024-03-05"), write("b.txt", f"{OTHER}\n\n{WIRE}", "2024-03-06")
    reprint = found(original, copy)[copy.id].reprint
    assert [span.text_of(copy.document.text) for span in reprint.passages] == [WIRE.removesuffix(".")]
    assert (reprint.words, reprint.share_of_original) == (len(WIRE.split()), 1.0)
    assert reprint.why.startswith("61% of its words, 100% of the other's (61 words in 1 passage, MinHash 0.59)")


def test_a_long_text_that_takes_in_most_of_an_earlier_one_carries_it() -> None:
    first = write("a.txt", f"{WIRE} {OTHER}", "2024-03-05")
    chopped = "\n".join(
        f"{part}. Nobody else was there to see any of it at all that day." for part in f"{WIRE} {OTHER}".split(". ")
    )
    later = write("b.txt", f"{chopped} {READOUT} {LATER_READOUT}", "2024-03-06")
    assert found(first, later)[later.id].reprint.of == first.id


def test_a_credit_line_beats_the_days_and_both_are_told() -> None:
    original = write("b.txt", WIRE, "2024-03-08", publisher="The Alder Gazette")
    copy = write("a.txt", f"Shared. {WIRE}", "2024-03-06", credits=(credit("Alder Gazette"),))
    reprint = found(copy, original)[copy.id].reprint
    assert reprint.of == original.id
    assert reprint.why.endswith("credits The Alder Gazette; published 2 days before it")


def test_of_two_that_credit_an_agency_whose_text_is_not_held_it_is_said() -> None:
    first = write("a.txt", WIRE, "2024-03-05", credits=(credit("Calder News", "agency"),))
    later = write("b.txt", WIRE, "2024-03-06", credits=(credit("Calder News", "agency"),))
    assert found(first, later)[later.id].reprint.why == "the same text; published 1 day later; both credit Calder News"


def test_a_part_is_enough_where_the_other_outlet_is_credited() -> None:
    first = write("a.txt", WIRE, "2024-03-05", publisher="The Alder Gazette")
    text = f"{WIRE[: WIRE.index('The ship')]} {OTHER}"
    alone, crediting = (write("b.txt", text, "2024-03-06", credits=names) for names in ((), (credit("Alder Gazette"),)))
    assert not found(first, alone)
    assert found(first, crediting)[crediting.id].reprint.of == first.id
