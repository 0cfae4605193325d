from newsroom import exactly, more_than, say, up_to, write
from waybill.model.claim import Claim
from waybill.model.document import Publication
from waybill.model.quantity import Quantity
from waybill.model.trace import Retelling, Tracing
from waybill.trace.genealogy import trace

LINE = {"supplier": "North Korea", "recipient": "Russia"}


def report(name: str, words: str, day: str | None, **more: object) -> Publication:
    return write(f"{name}.txt", f"{words}.", day, publisher=name, **more)


def told(publication: Publication, amount: tuple[str, Quantity], **more: object) -> Claim:
    return say(publication, publication.document.text.rstrip("."), amount=amount, **(LINE | more))  # type: ignore[arg-type]


def kinds(retelling: Retelling) -> list[str]:
    return [d.kind for d in retelling.drifts]


def trace_two(first: Claim, later: Claim, *held: Publication) -> Tracing:
    return trace(held, [later, first])


A = report("Ash", "Pyongyang sent up to 1,000 containers full of shells to Russia", "2023-10-13")
B = report("Birch", "More than 1,000 containers have gone from North Korea to Russian depots", "2023-10-20")
FIRST = told(A, ("up to 1,000 containers", up_to(1000)))


def test_a_later_outlet_with_the_same_originators_figure_is_an_echo() -> None:
    later = told(B, ("More than 1,000 containers", more_than(1000)))
    assert trace_two(FIRST, later, A, B).echo_of == {later.id: FIRST.id}


def test_a_hedge_that_changed_is_a_drift_in_the_words_of_both() -> None:
    (only,) = trace_two(FIRST, told(B, ("More than 1,000 containers", more_than(1000))), A, B).retellings
    (drift,) = only.drifts
    assert (drift.kind, drift.before, drift.after) == ("hedge", "up to 1,000 containers", "More than 1,000 containers")
    assert only.why == "the same statement of US government, 7 days later"


def test_a_retelling_that_adds_a_window_is_no_echo() -> None:
    later = told(B, ("More than 1,000 containers", more_than(1000)), when=("have gone", "2023-09-07", "2023-10-01"))
    tracing = trace_two(FIRST, later, A, B)
    assert len(tracing.retellings) == 1 and not tracing.echo_of


def test_a_larger_figure_later_is_an_update_and_no_echo() -> None:
    c = report("Cedar", "Pyongyang sent up to 3,000 containers of shells to Russia", "2023-12-13")
    assert not trace_two(FIRST, told(c, ("up to 3,000 containers", up_to(3000))), A, c).retellings


def test_a_smaller_figure_in_the_same_words_drifted_in_magnitude() -> None:
    c = report("Cedar", "Pyongyang sent up to 100 containers of shells to Russia", "2023-12-13")
    (only,) = trace_two(FIRST, told(c, ("up to 100 containers", up_to(100))), A, c).retellings
    assert kinds(only) == ["magnitude"]


def test_the_same_figure_in_another_mouth_without_basis_is_circular() -> None:
    (only,) = trace_two(FIRST, told(B, ("1,000 containers", exactly(1000)), by="South Korean officials"), A, B).retellings
    assert only.circular and only.why == "same number, 7 days later, names no basis of its own"
    assert kinds(only)[0] == "asserter"


def test_another_mouth_that_names_its_basis_is_no_retelling() -> None:
    later = told(B, ("1,000 containers", exactly(1000)), by="South Korean officials", basis="imagery")
    assert not trace_two(FIRST, later, A, B).retellings


def test_a_circular_retelling_stays_its_speakers_claim() -> None:
    later = told(B, ("1,000 containers", exactly(1000)), by="a NATO official")
    tracing = trace_two(FIRST, later, A, B)
    assert not tracing.echo_of and tracing.originator_of[later.id] != tracing.originator_of[FIRST.id]


def test_small_counts_agree_by_chance() -> None:
    a, b = report("Ash", "Two ships called at the pier", "2024-01-01"), report("Birch", "Satellites saw 2 ships", "2024-01-09")
    first, later = told(a, ("Two ships", exactly(2, "ship"))), told(b, ("2 ships", exactly(2, "ship")), by="Kyiv")
    assert not trace_two(first, later, a, b).retellings


def test_the_same_number_of_other_things_is_no_retelling() -> None:
    later = told(B, ("1,000 containers", exactly(1000, "soldier")))
    assert not trace_two(FIRST, later, A, B).retellings


def test_vague_words_agree_by_chance() -> None:
    a, b = (
        report("Ash", "Hundreds of drones went", "2024-01-01"),
        report("Birch", "Russia got hundreds of drones", "2024-01-09"),
    )
    dim = Quantity(200, 999, "drone", (200, 999), "range", vague=True)
    first, later = told(a, ("Hundreds of drones", dim)), told(b, ("hundreds of drones", dim), by="Kyiv")
    assert not trace_two(first, later, a, b).retellings


def test_statements_that_share_little_but_names_are_not_alike() -> None:
    a, b = report("Ash", "Ships left North Korea", "2024-01-01"), report("Birch", "All eyes are on North Korea", "2024-01-09")
    first, later = say(a, "North Korea"), say(b, "North Korea")
    assert not trace_two(first, later, a, b).retellings


def test_another_line_is_no_retelling() -> None:
    later = told(B, ("1,000 containers", exactly(1000)), supplier="Iran")
    assert not trace_two(FIRST, later, A, B).retellings


def test_a_denial_retells_nothing() -> None:
    later = told(B, ("1,000 containers", exactly(1000)), by="Moscow", stance="denied")
    assert not trace_two(FIRST, later, A, B).retellings


def test_without_dates_no_direction_is_invented() -> None:
    a, b = report("Ash", "Some 1,000 containers went east", None), report("Birch", "1,000 containers, officials say", None)
    amount = ("1,000 containers", exactly(1000))
    assert not trace([a, b], [told(a, amount), told(b, amount)]).retellings


def test_an_outlets_headline_repeats_what_its_text_attributes() -> None:
    text = "1,000 containers shipped to Russia\n\nPyongyang has shipped 1,000 containers to Russia, officials said."
    page = write("ash.txt", text, publisher="Ash")
    headline = say(page, "1,000 containers shipped to Russia", by=None, amount=("1,000 containers", exactly(1000)), **LINE)
    said = say(page, "Pyongyang has shipped 1,000 containers to Russia", amount=("1,000 containers", exactly(1000)), **LINE)
    (only,) = trace([page], [headline, said]).retellings
    assert (only.claim, only.of, only.circular) == (headline.id, said.id, True)


def test_or_that_became_and_is_a_drift() -> None:
    either = Quantity(5e5, 3e6, "shell", (3e6, 5e5), alternatives=(exactly(3e6, "shell"), exactly(5e5, "shell")))
    both = Quantity(5e5, 3e6, "shell", (3e6, 5e5))
    a = report("Ash", "It could be 3 million or 500,000 shells", "2024-01-01")
    b = report("Birch", "It was 3 million and 500,000 shells", "2024-01-02")
    first = told(a, ("3 million or 500,000 shells", either))
    (only,) = trace_two(first, told(b, ("3 million and 500,000 shells", both)), a, b).retellings
    assert kinds(only) == ["or-to-and"]


def test_capacity_that_became_content_is_a_drift() -> None:
    a = report("Ash", "The crates could hold 90,000 shells", "2024-01-01")
    b = report("Birch", "It has sent 90,000 shells", "2024-01-02")
    first = told(a, ("90,000 shells", exactly(90000, "shell", measure="capacity")))
    (only,) = trace_two(first, told(b, ("90,000 shells", exactly(90000, "shell"))), a, b).retellings
    assert "capacity-to-content" in kinds(only)


def test_a_verb_that_changed_is_a_drift() -> None:
    a = report("Ash", "Moscow fires 10,000 shells a day at the front", "2024-01-01")
    b = report("Birch", "Moscow makes 10,000 shells a day for the front", "2024-01-02")
    first = told(a, ("10,000 shells", exactly(10000, "shell", measure="rate")), kind="use")
    later = told(b, ("10,000 shells", exactly(10000, "shell", measure="rate")), kind="production")
    (only,) = trace_two(first, later, a, b).retellings
    assert kinds(only) == ["verb"]


def test_a_claim_without_figures_is_retold_in_most_of_its_words() -> None:
    a = report("Ash", "Iran has quietly shipped explosive drones to Russia by barge", "2024-01-01")
    b = report("Birch", "Tehran's explosive drones were quietly shipped to Russia by barge", "2024-01-05")
    first, later = (say(p, p.document.text.rstrip("."), recipient="Russia") for p in (a, b))
    assert trace_two(first, later, a, b).echo_of == {later.id: first.id}


def test_unnamed_officials_in_two_reports_are_not_taken_for_one() -> None:
    a, b = (
        report("Ash", "A senior diplomat spoke of crates", "2024-01-01"),
        report("Birch", "A diplomat spoke of crates", "2024-02-01"),
    )
    first, later = (say(p, p.document.text, by="a diplomat") for p in (a, b))
    tracing = trace_two(first, later, a, b)
    assert tracing.originator_of[first.id] != tracing.originator_of[later.id]


def test_a_figure_in_fewer_digits_the_next_day_drifted_in_magnitude() -> None:
    c = report("Cedar", "Some 6,700 boxes have left the port by ship", "2024-02-27")
    d = report("Dogwood", "The tyrant smuggled almost 7,000 boxes to his friend", "2024-02-28")
    first, later = told(c, ("6,700 boxes", exactly(6700, "box"))), told(d, ("7,000 boxes", exactly(7000, "box")))
    (only,) = trace_two(first, later, c, d).retellings
    assert (only.of, kinds(only)) == (first.id, ["magnitude"])


def test_the_country_that_receives_is_no_addition_to_a_statement() -> None:
    later = told(
        report("Cedar", "More than 1,000 containers went to Russia", "2023-10-20"),
        ("More than 1,000 containers", more_than(1000)),
        destination="Russia",
    )
    cedar = report("Cedar", "More than 1,000 containers went to Russia", "2023-10-20")
    assert trace_two(FIRST, later, A, cedar).echo_of == {later.id: FIRST.id}


def test_what_the_originator_says_elsewhere_in_the_same_text_is_no_addition() -> None:
    wire = report("Wire", "Up to 1,000 containers went. They went by ship", "2023-10-13")
    whole = say(wire, "Up to 1,000 containers went", amount=("Up to 1,000 containers", up_to(1000)), **LINE)
    way = say(wire, "They went by ship", mode=("sea",), **LINE)
    later = told(B, ("More than 1,000 containers", more_than(1000)), mode=("sea",))
    assert trace([wire, B], [whole, way, later]).echo_of == {later.id: whole.id}


def test_what_could_be_held_is_retold_as_what_was_sent() -> None:
    c = report("Cedar", "The boxes could hold 3 million shells", "2024-02-26")
    d = report("Dogwood", "The tyrant armed his friend with 3 million shells", "2024-02-28")
    first = told(c, ("3 million shells", exactly(3e6, "shell", measure="capacity")), kind="stock", stance="hedged")
    later = told(d, ("3 million shells", exactly(3e6, "shell")), by=None)
    (only,) = trace_two(first, later, c, d).retellings
    assert kinds(only) == ["asserter", "stance", "verb", "capacity-to-content"] and only.circular


def test_what_is_fired_a_day_is_retold_as_what_is_made_a_day() -> None:
    c = report("Cedar", "The gunners fire 10,000 rounds a day", "2023-12-14")
    d = report("Dogwood", "The factories make 10,000 rounds a day", "2024-02-28")
    rate = ("10,000 rounds a day", exactly(10000, "round", measure="rate"))
    (only,) = trace_two(told(c, rate, kind="use"), told(d, rate, kind="production", by="Kyiv"), c, d).retellings
    assert kinds(only) == ["asserter", "verb"]
