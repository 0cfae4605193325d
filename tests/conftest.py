"""What tests of several rooms use."""

import sys
from pathlib import Path

import pytest

from command_line import Run, Waybill
from waybill import cli


@pytest.fixture(autouse=True)
def own_ledger(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Each test has a ledger of its own, which is not there until something is kept in it."""
    file = tmp_path_factory.mktemp("ledger") / "ledger.sqlite"
    monkeypatch.setenv("WAYBILL_LEDGER", str(file))
    monkeypatch.setenv("WAYBILL_ANALYST", "R. Okafor")
    return file


@pytest.fixture(autouse=True)
def own_lists(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Each test has a folder of lists of its own, which is not there until a list is added."""
    folder = tmp_path_factory.mktemp("lists") / "lists"
    monkeypatch.setenv("WAYBILL_LISTS", str(folder))
    return folder


@pytest.fixture
def waybill(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Waybill:
    """Runs the command line in this process."""

    def run(*words: object) -> Run:
        monkeypatch.setattr(sys, "argv", ["waybill", *map(str, words)])
        code: int | str | None
        try:
            cli.main()
            code = 0
        except SystemExit as stop:
            code = stop.code
        said = capsys.readouterr()
        message = f"{code}\n" if isinstance(code, str) else ""
        return Run(code if isinstance(code, int) else int(bool(code)), said.out, said.err + message)

    return run
