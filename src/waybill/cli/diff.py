"""waybill diff: what the latest documents did to the account."""

from datetime import date
from pathlib import Path

import click

from waybill.cli import options
from waybill.cli.accounting import settings_for
from waybill.cli.terminal import finish, page, print_json, progress, say, tell_troubles
from waybill.pipeline.case import case_asked
from waybill.pipeline.comparing import Comparison, compared
from waybill.pipeline.earlier import Since, earlier
from waybill.pipeline.evidence import opened
from waybill.pipeline.showing import remember
from waybill.publish.change_records import changes_record
from waybill.publish.changes import changes_sheet, everything_is_new, summary
from waybill.publish.terminal import print_sheet


def _day_or_entry(words: str) -> Since:
    try:
        return Since(int(words) if words.isdecimal() else date.fromisoformat(words))
    except ValueError as error:
        raise ValueError(f"'{words}' is neither; write a day as 2023-10-14, an entry as 27") from error


@click.command("diff", epilog=options.example("diff examples/najin"))
@options.paths_or_all
@click.option(
    "--since",
    type=_day_or_entry,
    metavar="DATE|ENTRY",
    help="Show what came on this day (UTC) or later, or with this entry of the ledger's log or later. "
    "Else what the last run brought that read anything of these.",
)
@options.published
@options.ledger
@options.json
def run(paths: tuple[Path, ...], since: Since | None, published: date | None, ledger: str | None, json: bool) -> None:
    """Say what the latest documents did.

    New originators and echoes, figures moved, contradictions begun or gone.

    A report that the ledger holds and that a run no longer finds on its PATHs is shown as gone, with what went with it, until
    something else changes. Without PATHs nothing is gone: the ledger keeps every report.
    """
    settings = settings_for(paths, ledger)
    with opened(settings, say) as book:
        with progress() as tell:
            case = case_asked(paths, published, settings, book, tell)
            found = compared(case, earlier(case, paths, since, book), settings, book, tell)
        tell_troubles(case.reading)
        remember(found.after, book, say)
    if json:
        print_json({"since": found.since and found.since.number, **changes_record(found.changes, found.before, found.after)})
    else:
        _show(found, since)
    finish(found.after.failures)


def _show(found: Comparison, wanted: Since | None) -> None:
    since = _since(found, wanted)
    if found.since and not found.before.publications:
        page().print(f"First run: {everything_is_new(found.after)}.", markup=False)
    elif not found.changes.documents:
        page().print(f"{summary(found.changes).capitalize()} {since}.", markup=False)
    else:
        print_sheet(changes_sheet(found.changes, found.before, found.after, since), page())
    if found.judged:
        made = "1 judgement was" if found.judged == 1 else f"{found.judged} judgements were"
        say(f"note: {made} made since; before and now are both shown as judged today, so only what documents changed is listed")


def _since(found: Comparison, wanted: Since | None) -> str:
    """ "since 24 Nov 2026 (entry 27 of the log)"."""
    if found.since:
        day = date.fromisoformat(found.since.at[:10])
        return f"since {day.day} {day:%b %Y} (entry {found.since.number} of the log)"
    if wanted:
        return f"since {wanted}"
    return "since the last run" if found.changes.documents else "so far"
