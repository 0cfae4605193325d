"""What tests of several rooms use."""

import sys

import pytest

from command_line import Run, Waybill
from waybill import cli


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
