"""The same input gives the same bytes, whatever the interpreter's hash seed; the order of the paths changes no finding."""

import json
import os
import subprocess
import sys
from pathlib import Path

from command_line import Waybill

NAJIN = Path(__file__).parents[2] / "examples" / "najin"


def account_in_a_process(seed: str) -> bytes:
    command = [sys.executable, "-c", "from waybill.cli import main; main()", "account", str(NAJIN), "--json"]
    return subprocess.run(command, env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, check=True).stdout


def test_another_hash_seed_gives_the_same_bytes() -> None:
    assert account_in_a_process("1") == account_in_a_process("4321")


def test_the_order_of_the_paths_changes_no_claim_and_no_line(waybill: Waybill) -> None:
    paths = sorted(path for path in NAJIN.iterdir() if path.name != "documents.csv")
    forwards, backwards = (json.loads(waybill("account", *p, "--json").out) for p in (paths, paths[::-1]))
    assert forwards["lines"]
    for key in ("claims", "originators", "retellings", "lines"):
        assert forwards[key] == backwards[key]
