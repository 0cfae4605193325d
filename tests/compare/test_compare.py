from collections.abc import Sequence

from msgspec.structs import replace

from newsroom import exactly, more_than, say, up_to, write
from waybill.compare.accounts import compare
from waybill.model.account import Account
from waybill.model.changes import Changes, LineChanges
from waybill.model.claim import Claim
from waybill.model.document import Publication
from waybill.model.judgement import Reviewed
from waybill.reconcile.lines import reconcile
from waybill.trace.genealogy import trace

Told = tuple[Publication, Sequence[Claim]]
LINE = {"supplier": "North Korea", "recipient": "Russia"}

WIRE = """The harbour town was quiet that morning. US officials said up to 1,000 crates of shells went to Russia by ship. The
crates were seen on the quay beside a grey freighter that had come in the night, and none of the men who stood guard there
would say what was inside of them or for whom they were meant."""


def wire(path: str = "calder.txt", day: str = "2023-10-13", text: str = WIRE, publisher: str = "Calder") -> Told:
    report = write(path, text, day, publisher=publisher)
    return report, [say(report, "up to 1,000 crates of shells", amount=("up to 1,000 crates", up_to(1000, "crate")), **LINE)]


def seoul(words: str = "more than 2,000 crates", number: float = 2000, by: str = "South Korean officials") -> Told:
    report = write("han.txt", f"In Seoul it was said that {words} of shells had gone.", "2023-11-02", publisher="Han River")
    return report, [say(report, f"{words} of shells had gone", by=by, amount=(words, more_than(number, "crate")), **LINE)]


def account(*told: Told) -> Account:
    publications = tuple(sorted((p for p, _ in told), key=lambda p: p.path))
    claims = tuple(c for _, found in sorted(told, key=lambda t: t[0].path) for c in found)
    tracing = trace(publications, claims)
    return Account(publications, Reviewed(claims), tracing, reconcile(claims, tracing, publications), ())


def line(changes: Changes) -> LineChanges:
    (only,) = changes.lines
    return only


def test_nothing_changes_where_nothing_came() -> None:
    same = account(wire(), seoul())
    assert compare(same, same) == Changes((), (), (), ())


def test_at_first_everything_is_new() -> None:
    changes = compare(account(), account(wire()))
    assert [(d.fate, d.moves) for d in changes.documents] == [("new", True)]
    assert line(changes).fate == "new"
    assert [(f.name, f.before, f.after) for f in line(changes).footings] == [("US government", "none", "originator")]


def test_a_reprint_changes_only_echoes() -> None:
    first = wire()
    copy = wire("wexmouth.txt", "2023-10-14", publisher="Wexmouth")
    changes = compare(account(first), account(first, copy))
    assert changes.lines == ()
    assert [(e.of, e.claims) for e in changes.echoes] == [(first[1][0].id, (copy[1][0].id,))]
    (came,) = changes.documents
    assert (came.reprint_of, came.moves) == (first[0].id, False)


def test_an_earlier_telling_that_comes_late_moves_no_figure() -> None:
    later = wire("wexmouth.txt", "2023-10-14", publisher="Wexmouth")
    first = wire()
    changes = compare(account(later), account(first, later))
    (echo,) = changes.echoes
    assert (echo.of, echo.became) == (first[1][0].id, (later[1][0].id,))
    assert all(not (c.figures or c.footings or c.begun) for c in changes.lines)
    assert changes.documents[0].moves


def test_an_independent_denial_adds_no_originator_and_moves_no_figure() -> None:
    paper = write("zarya.txt", "Moscow denied that any crates had come.", "2023-10-16", publisher="Zarya")
    denial = say(paper, "that any crates had come", by="Moscow", stance="denied", **LINE)
    changes = compare(account(wire()), account(wire(), (paper, [denial])))
    changed = line(changes)
    assert not (changed.footings or changed.figures or changed.begun)
    assert [d.gained for d in changed.deliveries] == [(denial.id,)]
    assert changes.documents[0].moves


def test_a_higher_floor_moves_the_floor_and_the_bound() -> None:
    low, high = seoul(), seoul()
    report = write("vantry.txt", "US officials said more than 5,000 crates had gone.", "2023-12-14", publisher="Vantry")
    claim = say(report, "more than 5,000 crates had gone", amount=("more than 5,000 crates", more_than(5000, "crate")), **LINE)
    changed = line(compare(account(low), account(high, (report, [claim]))))
    (figure,) = changed.figures
    assert (figure.side, figure.before[0].quantity, figure.after[0].quantity) == ("floor", 2000, 5000)
    assert figure.after[0].claims == (claim.id,)
    assert [(b.date.isoformat(), b.before, b.after) for b in changed.bounds] == [("2023-12-14", 2000, 5000)]


def test_a_figure_that_another_states_too_is_backed_and_not_moved() -> None:
    report = write("vantry.txt", "US officials said more than 2,000 crates had gone.", "2023-12-14", publisher="Vantry")
    claim = say(report, "more than 2,000 crates had gone", amount=("more than 2,000 crates", more_than(2000, "crate")), **LINE)
    changed = line(compare(account(seoul()), account(seoul(), (report, [claim]))))
    (figure,) = changed.figures
    assert (figure.before, figure.after, figure.backed) == ((), (), (claim.id,))


def contradicting() -> Told:
    report = write(
        "osterhafen.txt", "US officials said up to 500 crates went in September.", "2023-12-01", publisher="Osterhafen"
    )
    when = ("in September", "2023-09-01", "2023-09-30")
    claim = say(
        report, "up to 500 crates went in September", amount=("up to 500 crates", up_to(500, "crate")), when=when, **LINE
    )
    return report, [claim]


def september() -> Told:
    report = write(
        "han.txt", "In Seoul it was said that 2,000 crates had gone in September.", "2023-11-02", publisher="Han River"
    )
    when = ("in September", "2023-09-01", "2023-09-30")
    amount = ("2,000 crates", exactly(2000, "crate"))
    return report, [
        say(report, "2,000 crates had gone in September", by="South Korean officials", amount=amount, when=when, **LINE)
    ]


def test_a_ceiling_below_a_floor_begins_a_contradiction() -> None:
    floor, ceiling = september(), contradicting()
    changed = line(compare(account(floor), account(floor, ceiling)))
    (begun,) = changed.begun
    assert set(begun.claims) == {floor[1][0].id, ceiling[1][0].id}
    assert changed.ended == ()


def test_a_contradiction_ends_where_one_side_is_taken_back() -> None:
    floor, ceiling = september(), contradicting()
    changes = compare(account(floor, ceiling), account(floor))
    assert len(line(changes).ended) == 1
    assert [(d.fate, d.lost, d.moves) for d in changes.documents] == [("gone", (ceiling[1][0].id,), True)]


def test_an_edited_report_loses_what_it_said_and_keeps_the_rest() -> None:
    before = write("han.txt", "It was said that 2,000 crates had gone. Some trucks had gone as well.", "2023-11-02")
    after = write("han.txt", "Corrected: it was said that 1,000 crates had gone. Some trucks had gone as well.", "2023-11-02")

    def told(report: Publication, words: str, number: float) -> Told:
        amount = (words, more_than(number, "crate"))
        figure = say(report, f"{words} had gone", by="South Korean officials", amount=amount, **LINE)
        return report, [figure, say(report, "Some trucks had gone", by="South Korean officials", **LINE)]

    old, new = told(before, "2,000 crates", 2000), told(after, "1,000 crates", 1000)
    changes = compare(account(old), account(new))
    (edited,) = changes.documents
    assert (edited.fate, edited.own, edited.lost) == ("edited", (new[1][0].id,), (old[1][0].id,))
    (figure,) = line(changes).figures
    assert (figure.before[0].quantity, figure.after[0].quantity) == (2000, 1000)


def test_a_report_that_only_moved_to_another_path_changes_nothing() -> None:
    there = wire()
    moved = replace(there[0], path="archive/calder.txt")
    assert compare(account(there), account((moved, there[1]))).documents == ()


def test_another_day_of_publication_amends_a_document() -> None:
    changes = compare(account(wire()), account(wire(day="2023-10-12")))
    assert [d.fate for d in changes.documents] == ["amended"]


def test_deliveries_are_told_by_their_claims_and_not_by_their_ids() -> None:
    old = account(wire())
    shifted = account(wire("aldermere.txt", "2023-10-12", publisher="Aldermere"), wire())
    assert old.lines[0].deliveries[0].id != shifted.lines[0].deliveries[0].id
    assert compare(old, shifted).lines == ()


def test_what_came_and_went_are_opposite() -> None:
    less, more = account(wire()), account(wire(), seoul())
    came, went = line(compare(less, more)), line(compare(more, less))
    assert [(f.before, f.after) for f in came.footings] == [(f.after, f.before) for f in went.footings]
    assert [f.after for f in came.figures] == [f.before for f in went.figures]


def counted_on(day: str) -> Told:
    report = write("han.txt", "In Seoul it was said that more than 2,000 crates had gone.", day, publisher="Han River")
    amount = ("more than 2,000 crates", more_than(2000, "crate"))
    return report, [say(report, "more than 2,000 crates had gone", by="South Korean officials", amount=amount, **LINE)]


def test_a_bound_that_comes_later_is_missing_only_until_then() -> None:
    changed = line(compare(account(counted_on("2023-11-02")), account(counted_on("2023-11-20"))))
    assert [(b.date.isoformat(), b.before, b.after) for b in changed.bounds] == [
        ("2023-11-02", 2000, 0),
        ("2023-11-20", 2000, 2000),
    ]


def test_an_amended_day_that_moves_a_bound_is_said_to_move_something() -> None:
    changes = compare(account(wire(), counted_on("2023-11-02")), account(wire(), counted_on("2023-11-20")))
    assert [(d.fate, d.moves) for d in changes.documents] == [("amended", True)]


def test_an_amended_imprint_that_moves_nothing_is_said_to_move_nothing() -> None:
    told = account(wire(), seoul())
    amended = account((replace(wire()[0], author="J. Calder"), wire()[1]), seoul())
    assert [(d.fate, d.moves) for d in compare(told, amended).documents] == [("amended", False)]


def test_a_figure_edited_in_its_sentence_is_paired_with_what_stood_there() -> None:
    old, new = seoul("up to 40 containers", 40), seoul("up to 44 containers", 44)
    (edited,) = compare(account(old), account(new)).documents
    assert edited.reworded == ((old[1][0].id, new[1][0].id),)


def test_another_sentence_in_the_place_of_one_is_no_rewording_of_it() -> None:
    report = write("han.txt", "Seoul spoke of wagons of flour that stood at the border.", "2023-11-02")
    other = say(report, "wagons of flour that stood at the border", by="Seoul", **LINE)
    (edited,) = compare(account(seoul()), account((report, [other]))).documents
    assert (edited.reworded, len(edited.lost), len(edited.own)) == ((), 1, 1)


def test_of_two_edited_figures_each_is_paired_with_its_own_sentence() -> None:
    def told(first: str, second: str) -> Told:
        words = (f"{first} crates of shells went by rail from the depot", f"{second} crates of shells went by ship to the port")
        report = write("han.txt", f"In Seoul it was said that {words[0]}, and that {words[1]}.", "2023-11-02")
        return report, [say(report, w, by="South Korean officials", **LINE) for w in words]

    old, new = told("40", "90"), told("44", "99")
    (edited,) = compare(account(old), account(new)).documents
    assert edited.reworded == tuple((a.id, b.id) for a, b in zip(old[1], new[1], strict=True))
