"""An analyst judges what an account shows, one judgement after the other."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from command_line import Run, Waybill
from waybill.pipeline.accounts import account_of_case
from waybill.pipeline.case import case_of
from waybill.pipeline.evidence import opened
from waybill.publish.explain import exhibits
from waybill.settings import Settings

REPORT = """A US official said on 3 March 2021 that Sudan had shipped up to 1,000 crates of howitzers to Chad
between 5 and 20 February 2021.

"Sudan shipped the howitzers to Chad from Port Sudan by rail," the official said.

The Norwegian foreign ministry said that Sudan had sent 300 crates of howitzers to Chad in February 2021.

Chad denied that it had received any howitzers from Sudan.
"""
WHY = ("--why", "the wire says so")


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger that holds the report, its account shown: Q1 R1 Q2 X1, joined by J1 (the port) and J2 (the way)."""
    folder = tmp_path_factory.mktemp("kept")
    (folder / "report.txt").write_text(REPORT, "utf8")
    settings = Settings(ledger=str(folder / "ledger.sqlite"), analyst="A. Reader")
    with opened(settings, lambda _: None) as ledger:
        case = case_of([folder / "report.txt"], date(2021, 3, 4), settings, ledger, lambda _: None)
        ledger.show(exhibits(account_of_case(case, settings, ledger, lambda _: None)))
    return folder / "ledger.sqlite"


@pytest.fixture
def judge(waybill: Waybill, kept: Path, own_ledger: Path) -> Waybill:
    """`waybill judge` on a copy of that ledger."""
    shutil.copy(kept, own_ledger)
    return lambda *words: waybill("judge", *words)


def listed(judge: Waybill) -> list[dict[str, object]]:
    return [json.loads(line) for line in judge("--json").out.splitlines()]


def one_line(run: Run) -> str:
    """The one line that tells of a failure."""
    assert run.code == 1
    assert not run.out
    (line,) = run.err.splitlines()
    return line


def test_an_acceptance_is_listed_with_who_and_why(judge: Waybill) -> None:
    assert judge("accept", "Q1", *WHY).out.endswith("judgement 1: Q1 accepted by R. Okafor: the wire says so\n")
    (only,) = listed(judge)
    assert (only["verdict"], only["who"], only["why"], only["standing"]) == (
        "accept",
        "R. Okafor",
        "the wire says so",
        "applied",
    )


def test_whoever_judges_may_be_named(judge: Waybill) -> None:
    judge("reject", "X1", "--who", "L. Ba", *WHY)
    assert [j["who"] for j in listed(judge)] == ["L. Ba"]


def test_each_claim_has_a_judgement_of_its_own(judge: Waybill) -> None:
    judge("accept", "Q1", "q2", "Q1", *WHY)
    assert [j["number"] for j in listed(judge)] == [1, 2]


def test_a_correction_says_what_was_understood_and_what_the_machine_read(judge: Waybill) -> None:
    out = judge("correct", "Q1", "quantity=up to 400 crates", *WHY).out
    assert out.splitlines() == [
        "Q1 quantity: up to 400 crates -> at most 400 crates; machine read: up to 1,000 crates",
        "judgement 1: Q1 corrected by R. Okafor: the wire says so",
    ]


@pytest.mark.parametrize(
    ("words", "understood"),
    [
        ("quantity=400", "quantity: 400 -> 400 crates;"),
        ("quantity=300-500", "quantity: 300 to 500 -> 300 to 500 crates;"),
        ("quantity=several dozen", "quantity: several dozen -> 24 to 99 crates;"),
        ("quantity_high=500", "quantity: 500 -> at most 500 crates;"),
        ("quantity=", "quantity: none; machine read: up to 1,000 crates"),
        ("window=2021-02-07/2021-02-09", "window: 2021-02-07/2021-02-09;"),
        ("window=2021-02", "window: 2021-02 [2021-02-01 to 2021-02-28];"),
        ("window=7 to 9 February", "window: 7 to 9 February [2021-02-07 to 2021-02-09];"),
        ("window=since January 2021", "window: since January 2021 [2021-01-01 to 2021-03-04];"),
        ("item=122 mm howitzers", "item: 122 mm howitzers -> 122 mm howitzer (artillery_system);"),
        ("item=grey parcels", "item: grey parcels -> grey parcels (class open);"),
        ("origin=Port Sudan", "origin: Port Sudan -> Port Sudan, Sudan "),
        ("via=Qarqa Point", "via: Qarqa Point (open: place: none is known by the name"),
        ("source=Pentagon", "source: Pentagon (US government); machine read: US official (US government)"),
        ("stance=hedged", "stance: hedged; machine read: asserted"),
    ],
)
def test_words_are_understood_as_cells_or_as_prose(judge: Waybill, words: str, understood: str) -> None:
    run = judge("correct", "Q1", words, *WHY)
    assert run.out.startswith(f"Q1 {understood}")


def test_a_name_that_nothing_known_bears_is_kept_and_told(judge: Waybill) -> None:
    run = judge("correct", "Q1", "supplier=Sudann", "destination=Nowhaven", *WHY)
    assert run.code == 0
    assert "note: supplier: no party called 'Sudann' is known; check the spelling" in run.err
    assert "note: destination: no place called 'Nowhaven' is known; check the spelling" in run.err
    assert "note:" not in judge("correct", "Q1", "supplier=Sudan", "destination=Abeche", *WHY).err


def test_a_second_correction_works_on_what_the_first_left(judge: Waybill) -> None:
    judge("correct", "Q1", "quantity=at least 400 barrels", *WHY)
    out = judge("correct", "Q1", "quantity_high=600", *WHY).out
    assert out.startswith("Q1 quantity: 400 to 600 -> 400 to 600 barrels; machine read: up to 1,000 crates\n")


def test_a_join_is_accepted_and_split_by_its_label(judge: Waybill) -> None:
    judge("accept", "J2", *WHY)
    judge("split", "J1", *WHY)
    assert [(j["verdict"], j["says"]) for j in listed(judge)] == [
        ("join", "all 1,000 went by rail"),
        ("split", "all 1,000 left from Port Sudan"),
    ]


def test_labels_stay_those_of_the_account_last_shown(judge: Waybill) -> None:
    judge("reject", "Q1", *WHY)
    assert judge("reject", "Q2", *WHY).out.startswith("Q2: “that Sudan had sent 300 crates")


def test_an_id_or_its_beginning_names_a_claim_too(judge: Waybill) -> None:
    judge("accept", "Q1", *WHY)
    claim = str(listed(judge)[0]["claims"]).strip("[]'")
    assert judge("reject", claim[:7].upper(), *WHY).out.endswith("judgement 2: Q1 rejected by R. Okafor: the wire says so\n")


def test_claims_are_bound_by_hand(judge: Waybill) -> None:
    assert "Q1 Q2 joined by" in judge("join", "Q1", "Q2", *WHY).out
    (only,) = listed(judge)
    assert (only["verdict"], only["says"]) == ("join", None)


def test_an_undone_judgement_stays_listed_and_can_be_had_back(judge: Waybill) -> None:
    judge("reject", "Q1", *WHY)
    assert judge("undo", "1", "--why", "misread").out == "judgement 2: judgement 1 taken back by R. Okafor: misread\n"
    assert [j["standing"] for j in listed(judge)] == ["undone", "applied"]
    assert "undone by judgement 2 of R. Okafor: misread; to restore it, undo 2" in one_line(judge("undo", "1", *WHY))
    judge("undo", "2", *WHY)
    assert [j["standing"] for j in listed(judge)] == ["applied", "undone", "applied"]


def test_the_list_tells_what_each_says_and_how_it_stands(judge: Waybill) -> None:
    judge("correct", "Q1", "quantity=up to 400 crates", *WHY)
    (row,) = [line for line in judge().out.splitlines() if line.startswith("1")]
    assert row.split()[:2] == ["1", "correct"]
    assert "quantity: up to 400" in row
    assert row.rstrip().endswith("applied")


def test_a_judgement_whose_words_moved_is_offered_and_can_be_taken_up(waybill: Waybill, tmp_path: Path) -> None:
    def read_with(beginning: str) -> None:
        for name in ("report.txt", "reprint.txt"):
            (tmp_path / name).write_text(beginning + REPORT, "utf8")
        waybill("account", tmp_path, "--published", "2021-03-04")

    read_with("")
    waybill("judge", "correct", "Q1", "quantity=up to 400 crates", *WHY)
    read_with("A correction was made to this report.\n\n")

    def judge(*words: object) -> Run:
        return waybill("judge", *words)

    assert [j["standing"] for j in listed(judge)] == ["offered"]
    assert "that is offered: waybill judge accept --offer NUMBER" in judge().err
    taken = judge("accept", "--offer", "1", "--why", "the same words")
    assert taken.out.startswith("Q1 quantity: up to 400 crates -> at most 400 crates; machine read: up to 1,000 crates\n")
    assert [(j["verdict"], j["standing"], j["undoes"]) for j in listed(judge)] == [
        ("correct", "undone", None),
        ("correct", "applied", 1),
    ]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("accept", "Q9"), "label 'Q9': the account last shown has no such label; give one of its labels, or an id"),
        (("accept", "Q1", "nonsense"), "id 'nonsense': nothing in "),
        (("accept", "D1"), "D1: document"),
        (("reject", "J1"), "J1: a join; split it with `judge split`"),
        (("correct", "J1", "quantity=4"), "J1: a join; correct its claims"),
        (("correct", "Q1", "colour=red"), "colour: no such slot; give one of quantity, window, source, asserter,"),
        (("correct", "Q1", "quantity=lots"), "quantity: 'lots' tells no amount; write it as 400,"),
        (("correct", "Q1", "quantity=40 crates of 9 rifles"), "quantity: '40 crates of 9 rifles' tells more than one;"),
        (("correct", "Q1", "quantity=not 400 crates"), "quantity: only '400 crates' of 'not 400 crates' is an amount;"),
        (("correct", "Q1", "window=31 February 2021"), "window: '31 February 2021' stays open (no such day); write it as"),
        (("correct", "Q1", "window_end=2021-02-31"), "window_end: '2021-02-31' is no day; write it as 2023-09-07"),
        (("correct", "Q1", "quantity=-5"), "quantity: '-5' tells no amount;"),
        (("correct", "Q1", "quantity=4 crates", "quantity_low=3"), "quantity and quantity_low say the same thing twice;"),
        (("correct", "Q1", "stance=rumour"), "stance: 'rumour' is none of asserted,"),
        (("join", "Q1"), "join: needs two different claims or more, or one join; name another"),
        (("join", "Q1", "q1"), "join: needs two different claims or more"),
        (("split", "Q1", "J1"), "J1: a join; name it alone"),
        (("correct", "Q1", "origin=P\udcffrt"), "origin: holds bytes that are not UTF-8; type it again"),
        (("reject", "Q1", "--who", "\udcff"), "who: holds bytes that are not UTF-8; type it again"),
        (("undo", "3"), "judgement 3: there is none; `waybill judge` lists all"),
        (("accept", "--offer", "3"), "judgement 3: there is none; `waybill judge` lists all"),
    ],
)
def test_what_cannot_be_judged_is_told_in_one_line_and_nothing_is_kept(
    judge: Waybill, words: tuple[str, ...], told: str
) -> None:
    assert one_line(judge(*words, *WHY)).startswith(f"waybill: {told}")
    assert not listed(judge)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("accept", "Q1"), "Missing option '--why'"),
        (("accept", "Q1", "--why", " "), "'--why': is empty"),
        (("accept", *WHY), "name what to accept"),
        (("correct", "Q1", *WHY), "name a claim and what is correct"),
        (("correct", "Q1", "quantity=1", "Quantity=2", *WHY), "quantity is given twice"),
        (("accept", "Q1", "--who", " ", *WHY), "'--who': is empty"),
        (("accept", "Q1", "quantity=5", *WHY), "write: waybill judge correct ID quantity=5"),
        (("--json", "accept", "Q1", *WHY), "put options after the verb"),
        (WHY, "name what to judge"),
    ],
)
def test_misuse_is_told_with_how_to_use_it(judge: Waybill, words: tuple[str, ...], told: str) -> None:
    run = judge(*words)
    assert run.code == 2
    assert told in run.err


def test_before_any_account_there_is_no_label(waybill: Waybill, own_ledger: Path) -> None:
    assert "there is no ledger; run `waybill account PATH...` first" in one_line(waybill("judge", "accept", "Q1", *WHY))
    assert not own_ledger.exists()
    with opened(Settings(), lambda _: None):
        pass
    assert "no account was shown from" in one_line(waybill("judge", "accept", "Q1", *WHY))


def test_help_shows_a_real_example_of_each_verb(waybill: Waybill) -> None:
    for verb in ("accept", "correct", "reject", "join", "split", "undo"):
        assert f"Example: waybill judge {verb} " in waybill("judge", verb, "--help").out
