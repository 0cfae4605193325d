"""Findings to readers: the question, the answer, and each reason with the number of what it rests on."""

from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from waybill.model.finding import Finding

_INDENT = 2


def finding_record(finding: Finding) -> dict[str, object]:
    """The finding as JSON promises it."""
    return {
        "check": finding.check,
        "question": finding.question,
        "answer": finding.answer,
        "reasons": [{"text": reason.text, "source": reason.source} for reason in finding.reasons],
    }


def print_findings(findings: Sequence[Finding], console: Console) -> None:
    """Each finding under its check and answer, a reason a paragraph with the number of its source; the sources at the end."""
    sources = list(dict.fromkeys(reason.source for finding in findings for reason in finding.reasons))
    for finding in findings:
        console.print(Text(f"{finding.check.upper()}  {finding.answer.upper()}", style="bold"))
        console.print(Padding(Text(finding.question), (0, 0, 0, _INDENT)))
        for reason in finding.reasons:
            told = Text(reason.text).append(f" [{sources.index(reason.source) + 1}]", style="dim")
            console.print(Padding(told, (0, 0, 0, 2 * _INDENT)))
        console.print()
    console.print(Text("SOURCES", style="bold"))
    for number, source in enumerate(sources, start=1):
        console.print(Padding(Text(f"[{number}] {source}"), (0, 0, 0, _INDENT)))
