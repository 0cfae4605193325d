"""Real cases of how a figure changed as it was retold, each in reports of invented outlets, through the whole program."""

import csv
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from command_line import Waybill

Report = tuple[str, str, str]
"""Outlet, day, text."""


class Retold:
    """What `waybill trace` says of some reports, by the numbers of the reports."""

    def __init__(self, waybill: Waybill, folder: Path, reports: Sequence[Report]) -> None:
        with (folder / "documents.csv").open("w", encoding="utf8", newline="") as file:
            table = csv.writer(file)
            table.writerow(("path", "publisher", "published"))
            for number, (outlet, day, text) in enumerate(reports, start=1):
                (folder / f"{number}.txt").write_text(text + "\n", "utf8")
                table.writerow((f"{number}.txt", outlet, day))
        self.account = json.loads(waybill("account", folder, "--json").out)
        self.trace = json.loads(waybill("trace", folder, "--json").out)
        self.shown = " ".join(waybill("trace", folder).out.split())
        paths = {d["id"]: int(Path(d["path"]).stem) for d in self.account["documents"]}
        self._report = {c["id"]: paths[c["document"]] for c in self.account["claims"]}
        self.claims = [(self._report[c["id"]], c) for c in self.account["claims"]]

    def only(self, number: int) -> Any:
        """The only retelling in a report."""
        assert self.trace["retellings"] == self.account["retellings"]
        (found,) = (r for r in self.trace["retellings"] if self._report[r["claim"]] == number)
        assert self._report[found["of"]] == 1
        return found

    def drifts(self, number: int) -> list[tuple[str, str, str]]:
        return [(d["kind"], d["from"], d["to"]) for d in self.only(number)["drifts"]]

    def is_echo(self, number: int) -> bool:
        return all(c["echo_of"] for report, c in self.claims if report == number)


@pytest.fixture
def retold(waybill: Waybill, tmp_path: Path) -> Any:
    return lambda *reports: Retold(waybill, tmp_path, reports)


KIRBY = (
    "Calder Wire",
    "2023-10-13",
    "John Kirby, the National Security Council spokesman, said Pyongyang had sent Moscow more than 1,000 containers of arms.",
)


def test_more_than_a_thousand_is_retold_as_up_to_and_as_many_as_and_over(retold: Any) -> None:
    told = retold(
        KIRBY,
        (
            "Daily Quillon",
            "2023-10-14",
            "North Korea has delivered up to 1,000 containers of arms to Russia, the White House said.",
        ),
        (
            "Hill Echo",
            "2023-10-15",
            "As many as 1,000 containers of North Korean arms went to Russia, according to US officials.",
        ),
        ("Tabor Post", "2023-10-16", "Pyongyang has given Moscow over 1,000 containers of arms, Kirby said."),
    )
    first = "more than 1,000 containers"
    assert told.drifts(2) == [("hedge", first, "up to 1,000 containers")]
    assert told.drifts(3) == [("hedge", first, "As many as 1,000 containers")]
    assert told.drifts(4) == [] and told.is_echo(4)
    assert "hedge: more than 1,000 containers -> up to 1,000 containers" in told.shown


def test_thousands_the_next_day_is_a_slip_and_two_months_later_new_information(retold: Any) -> None:
    told = retold(
        KIRBY,
        ("Bay Mirror", "2023-10-14", "North Korea has sent thousands of containers of arms to Russia, Kirby said."),
        (
            "Vantry Times",
            "2023-12-15",
            "Citing new information, Kirby said that North Korea had sent Russia thousands of containers of arms.",
        ),
    )
    assert told.drifts(2) == [("magnitude", "more than 1,000 containers", "thousands of containers")]
    (update,) = (c for report, c in told.claims if report == 3)
    assert update["id"] not in {r["claim"] for r in told.trace["retellings"]}
    assert update["originator"] == told.claims[0][1]["originator"] and not update["echo_of"]


@pytest.mark.parametrize("quantity", ["", "more than 100,000 "])
def test_rocket_launcher_rounds_are_retold_as_artillery_shells(retold: Any, quantity: str) -> None:
    told = retold(
        (
            "Han Pool",
            "2024-02-27",
            f"North Korea has sent Russia {quantity}122 mm rocket-launcher rounds, South Korean officials said.",
        ),
        (
            "Daily Quillon",
            "2024-02-28",
            f"North Korea has sent Russia {quantity}122 mm artillery shells, South Korean officials said.",
        ),
    )
    assert told.drifts(2) == [("item", "122 mm rocket-launcher rounds", "122 mm artillery shells")] and told.is_echo(2)


@pytest.mark.parametrize(
    ("either", "both"),
    [
        ("3 million 152 mm shells or 500,000 122 mm rockets", "3 million 152 mm shells and 500,000 122 mm rockets"),
        ("3 million 152 mm rounds or 500,000 122 mm rounds", "500,000 122 mm rounds and 3 million 152 mm rounds"),
    ],
)
def test_one_or_the_other_is_retold_as_both(retold: Any, either: str, both: str) -> None:
    told = retold(
        ("Han Pool", "2024-02-26", f"North Korea has sent Russia {either}, Seoul said."),
        ("Orle Courier", "2024-02-29", f"According to Seoul, North Korea has sent Russia {both}."),
    )
    assert told.drifts(2) == [("or-to-and", either, both)]


def test_half_of_one_or_the_other_is_no_sum(retold: Any) -> None:
    told = retold(
        (
            "Han Pool",
            "2024-02-26",
            "North Korea has sent Russia 3 million 152 mm shells or 500,000 122 mm rockets, Seoul said.",
        ),
        ("Orle Courier", "2024-02-29", "According to Seoul, North Korea has sent Russia 3 million 152 mm shells."),
    )
    assert [kind for kind, _, _ in told.drifts(2)] == ["hedge"]


def test_a_number_in_the_mouth_of_an_alliance_two_weeks_later_looks_circular(retold: Any) -> None:
    told = retold(
        (
            "Han Pool",
            "2024-02-26",
            "North Korea has shipped 6,700 containers of arms to Russia, South Korea's defence minister said.",
        ),
        ("Bay Mirror", "2024-03-11", "North Korea has sent at least 6,700 containers of arms to Russia, a NATO official said."),
    )
    found = told.only(2)
    assert found["circular"] and found["why"] == "same number, 14 days later, names no basis of its own"
    assert told.drifts(2) == [
        ("asserter", "South Korea's defence minister", "a NATO official"),
        ("hedge", "6,700 containers", "at least 6,700 containers"),
    ]
    assert f"circular? {found['why']}" in told.shown


FILLED = (
    "Han Pool",
    "2024-10-30",
    "North Korea has shipped 20,000 containers of arms to Russia, which, if filled, could hold 9.4 million 122 mm shells, "
    "South Korean military intelligence said.",
)


def test_what_could_be_held_if_filled_is_retold_as_what_was_sent(retold: Any) -> None:
    told = retold(
        FILLED,
        ("Daily Quillon", "2024-11-12", "North Korea has sent Russia 9 million shells, South Korean intelligence said."),
        ("Bay Mirror", "2024-11-20", "Pyongyang has supplied Moscow with 9 million shells, a Western official said."),
    )
    words = ("9.4 million 122 mm shells", "9 million shells")
    assert told.drifts(2)[-2:] == [("magnitude", *words), ("capacity-to-content", *words)]
    assert ("stance", "conditional", "asserted") in told.drifts(2) and told.is_echo(2)
    assert told.drifts(3)[-1] == ("capacity-to-content", *words)
    assert told.only(3)["why"] == "same number in fewer digits, 21 days later, names no basis of its own"


@pytest.mark.parametrize(("verb", "kind"), [("produces", "production"), ("has received", "transfer")])
def test_what_is_fired_a_day_is_retold_as_what_is_made_or_got_a_day(retold: Any, verb: str, kind: str) -> None:
    told = retold(
        ("Kite and Compass", "2023-12-14", "Russia fires 10,000 shells a day, a Ukrainian official said."),
        ("Orle Courier", "2024-02-28", f"Russia {verb} 10,000 shells a day, Ukrainian officials said."),
    )
    assert told.drifts(2) == [("verb", "use", kind)]


@pytest.mark.parametrize("way", ["to Russia via", "to"])
def test_a_port_is_retold_as_a_river_of_like_name(retold: Any, way: str) -> None:
    told = retold(
        (
            "Calder Wire",
            "2023-10-16",
            f"North Korea shipped 300 containers of arms {way} the port of Dunay, US officials said.",
        ),
        (
            "Bay Mirror",
            "2023-10-18",
            f"North Korea shipped 300 containers of arms {way} the Danube, US officials said.",
        ),
    )
    assert told.drifts(2) == [("place", "Dunay", "Danube")]


def test_what_was_sent_is_retold_as_what_arrived(retold: Any) -> None:
    told = retold(
        ("Calder Wire", "2023-10-16", "North Korea has sent 300 containers of arms to Russia, US officials said."),
        ("Bay Mirror", "2023-10-18", "Russia has received 300 containers of arms from North Korea, US officials said."),
    )
    assert told.drifts(2) == [("stage", "sent", "received")]


SAHEL = ("Sahel Wire", "2024-05-02", "Iran has shipped 40 drones to the Sudanese army, two Western officials said.")


CITED = {
    "Iran shipped 60 drones to the Sudanese army, Sahel Wire reported, citing Western officials.": ("magnitude", "60 drones"),
    "Western officials said Iran had sent up to 40 drones to the Sudanese army, Sahel Wire said.": ("hedge", "up to 40 drones"),
    "Iran has sent dozens of drones to the Sudanese army, officials said, according to Sahel Wire.": (
        "hedge",
        "dozens of drones",
    ),
}
"""What is said to come from Sahel Wire, with the drift and what the amount became."""


@pytest.mark.parametrize("text", CITED)
def test_unnamed_officials_whom_an_outlet_is_said_to_cite_are_those_of_its_text(retold: Any, text: str) -> None:
    told = retold(SAHEL, ("Bay Mirror", "2024-05-03", text))
    kind, became = CITED[text]
    assert [d for d in told.drifts(2) if d[0] != "asserter"] == [(kind, "40 drones", became)]
    assert told.is_echo(2) and not told.only(2)["circular"]
    (line,) = told.account["lines"]
    (delivery,) = line["deliveries"]
    assert (delivery["unnamed"], delivery["echoes"]) == (1, 1)


def test_unnamed_officials_whom_nobody_is_said_to_cite_stay_another_mouth(retold: Any) -> None:
    told = retold(
        SAHEL, ("Bay Mirror", "2024-05-03", "Iran has shipped 40 drones to the Sudanese army, Western officials said.")
    )
    assert told.only(2)["circular"] and not told.is_echo(2)


def test_two_texts_that_cite_one_outlet_have_one_origin_though_its_own_is_not_held(retold: Any) -> None:
    told = retold(
        (
            "Bay Mirror",
            "2024-05-03",
            "Iran shipped 60 drones to the Sudanese army, Sahel Wire reported, citing Western officials.",
        ),
        (
            "Hill Echo",
            "2024-05-04",
            "Sahel Wire, citing Western officials, said Iran had shipped 60 drones to the Sudanese army.",
        ),
    )
    assert told.is_echo(2) and told.only(2)["why"] == "what Sahel Wire reported, 1 day later"
