from msgspec.structs import replace

from newsroom import credit, write
from waybill.model.document import Failure, Publication, Reading
from waybill.trace.triage import triage

WIRE = """The harbour master of Port Alder counted forty crates on the quay on Tuesday morning. He told the agency that two
lorries had brought them overnight. Nobody at the ministry would say what was inside. The ship that was waiting
for them left before noon with its transponder switched off. A second vessel turned back at the breakwater an hour later."""

OTHER = """Farmers blocked the motorway near Elmsford with tractors over the price of milk. Police counted three hundred of them
and diverted lorries through the old town until dusk. The minister promised talks within the week and a relief fund."""


def turns(*pile: Publication, held: tuple[Publication, ...] = (), failures: tuple[Failure, ...] = ()) -> list[tuple[str, str]]:
    return [(s.path, s.turn) for s in triage(Reading(pile, failures), held, ()).pile]


def test_what_is_new_comes_by_its_day_and_undated_last() -> None:
    later, undated, first = write("a.txt", WIRE, "2024-03-07"), write("b.txt", WIRE[:90]), write("c.txt", OTHER, "2024-03-05")
    assert turns(later, undated, first) == [("c.txt", "new"), ("a.txt", "new"), ("b.txt", "new")]


def test_a_copy_within_the_pile_is_an_echo_of_the_first() -> None:
    first, copy = write("z.txt", WIRE, "2024-03-05"), write("a.txt", f"Shared. {WIRE}", "2024-03-06")
    (_, echo) = triage(Reading((copy, first), ()), (), ()).pile
    assert (echo.path, echo.turn, echo.of) == ("a.txt", "echo", first)
    assert echo.share is not None
    assert echo.share > 0.9
    assert "of its words stand in z.txt (in this pile); published 1 day later" in echo.why


def test_a_copy_of_what_is_held_is_an_echo() -> None:
    held, copy = write("z.txt", WIRE, "2024-03-05"), write("a.txt", f"Shared. {WIRE}", "2024-03-06")
    (echo,) = triage(Reading((copy,), ()), (held,), ()).pile
    assert (echo.turn, echo.of) == ("echo", held)
    assert "(held)" in echo.why


def test_where_nothing_tells_the_order_what_is_held_came_first() -> None:
    held, longer = write("z.txt", WIRE), write("a.txt", f"{WIRE} More was not known, the agency said.", publisher="Alder")
    (echo,) = triage(Reading((longer,), ()), (held,), ()).pile
    assert (echo.turn, echo.why.rpartition("; ")[2]) == ("echo", "unknown which came first")


def test_an_earlier_text_of_a_copy_that_is_held_is_new_and_may_be_the_original() -> None:
    held = write("z.txt", f"Shared. {WIRE}", "2024-03-06")
    (first,) = triage(Reading((write("a.txt", WIRE, "2024-03-05"),), ()), (held,), ()).pile
    assert first.turn == "new"
    assert first.why.startswith("may be the original of z.txt (held)")


def test_whom_a_held_copy_credits_may_be_the_original() -> None:
    held = write("z.txt", f"Shared. {WIRE}", publisher="Birch", credits=(credit("Ash"),))
    (first,) = triage(Reading((write("a.txt", WIRE, publisher="Ash"),), ()), (held,), ()).pile
    assert first.turn == "new"
    assert first.of == held


def test_the_very_bytes_or_the_very_text_are_held() -> None:
    held = write("z.txt", WIRE, "2024-03-05")
    page = replace(write("a.html", WIRE), document=replace(held.document, original_sha256="ab" * 32))
    same, text = triage(Reading((write("a.txt", WIRE), page), ()), (held,), ()).pile[::-1]
    assert (same.turn, same.why) == ("held", "its bytes are held: z.txt")
    assert (text.turn, text.why) == ("held", "its text is held: z.txt")


def test_what_names_no_arms_is_irrelevant_unless_it_is_held() -> None:
    milk, held = write("milk.txt", OTHER), write("held.txt", WIRE)
    pile = triage(Reading((milk, write("again.txt", WIRE)), ()), (held,), (milk.id, write("again.txt", WIRE).id)).pile
    assert [(s.path, s.turn) for s in pile] == [("again.txt", "held"), ("milk.txt", "irrelevant")]


def test_what_could_not_be_read_comes_last_with_its_reason() -> None:
    pile = triage(Reading((write("a.txt", WIRE),), (Failure("0.pdf", "encrypted"),)), (), ()).pile
    assert [(s.path, s.turn, s.why) for s in pile][1:] == [("0.pdf", "failed", "encrypted")]


def test_every_file_is_there_once_in_whatever_order_the_pile_was_read() -> None:
    pile = [write(f"{n}.txt", WIRE + OTHER[: 40 * n], f"2024-03-0{n + 1}") for n in range(4)]
    assert turns(*pile) == turns(*pile[::-1])
    assert sorted(path for path, _ in turns(*pile)) == [p.path for p in pile]
