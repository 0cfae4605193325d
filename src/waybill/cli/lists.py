"""waybill lists: the sanctions lists that deliveries are screened against."""

from datetime import date
from pathlib import Path

import click

from waybill.cli import options
from waybill.cli.terminal import page, print_json, progress, say
from waybill.model.listing import Edition, Possible
from waybill.pipeline.lists import add_list, held_editions, held_lists
from waybill.publish.tables import editions_table, possible_table
from waybill.settings import Settings

_date = click.option(
    "--date",
    "dated",
    type=options.day,
    metavar="DATE",
    help="The list's own date, where it states none (sdn.csv), as 2026-09-23.",
)


@click.group("lists", invoke_without_command=True, epilog=options.example("lists add sdn.xml"))
@options.json
@click.pass_context
def run(context: click.Context, json: bool) -> None:
    """Load sanctions lists to screen against, and show them.

    Alone, show what is held: name, date, entries, sha256.
    """
    if context.invoked_subcommand:
        if json:
            raise click.UsageError(f"put options after the verb: waybill lists {context.invoked_subcommand} ...")
        return
    editions = held_editions(Settings())
    if json:
        print_json({"lists": [_record(edition) for edition in editions]})
    elif editions:
        page().print(editions_table(editions))
    else:
        say("no list is held; load one with `waybill lists add FILE`")


@run.command("add", epilog=options.example("lists add sdn.csv --date 2026-09-23"))
@click.argument("files", type=click.Path(path_type=Path), nargs=-1, required=True, metavar="FILE...")
@_date
@options.json
def run_add(files: tuple[Path, ...], dated: date | None, json: bool) -> None:
    """Keep a list: OFAC's sdn.xml or sdn.csv, the UN's consolidated.xml.

    With sdn.csv, alt.csv and sdn_comments.csv are taken too, named or lying beside it. Earlier editions stay held.
    """
    with progress() as tell:
        added = add_list(files, dated, Settings(), tell)
    edition = added.edition
    if json:
        print_json(_record(edition) | {"was_held": added.was_held})
    else:
        known = f", {edition.dated}" if edition.dated else ", date not stated: give it with --date"
        click.echo(f"{'held already' if added.was_held else 'kept'}: {edition.list}{known}, {edition.entries:,} entries")
    if edition.left_out:
        say(f"{edition.left_out:,} entries without a name or out of shape are left out")
    if len(added.files) > len(files):
        say(f"taken with it: {', '.join(path.name for path in added.files[len(files) :])}")


@run.command("find", epilog=options.example('lists find "Lady R"'))
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@options.json
def run_find(names: tuple[str, ...], json: bool) -> None:
    """Look names up in the lists held: what is like them, a lead and no finding."""
    with progress() as tell:
        held = held_lists(Settings(), tell)
    if not held.names:
        say("not screened: no list is held; load one with `waybill lists add FILE`")
    found = [(*ships, *parties) for ships, parties in zip(held.ships(names), held.parties(names), strict=True)]
    for name, possible in zip(names, found, strict=True):
        if json:
            print_json({"name": name, "possible": [_lead(one) for one in possible], "lists": list(held.names)})
        elif possible:
            page().print(possible_table(name, possible))
        else:
            click.echo(f"{name}: no name held is like it ({', '.join(held.names) or 'no list held'})")


def _record(edition: Edition) -> dict[str, object]:
    return {
        "list": edition.list,
        "date": edition.dated.isoformat() if edition.dated else None,
        "dated_by": edition.dated_by,
        "entries": edition.entries,
        "left_out": edition.left_out,
        "sha256": list(edition.sha256),
    }


def _lead(possible: Possible) -> dict[str, object]:
    entry = possible.entry
    return {
        "list": entry.list,
        "id": entry.last.id,
        "kind": entry.kind,
        "listed_as": entry.last.name,
        "by": possible.name.text,
        "by_kind": possible.name.kind,
        "likeness": possible.likeness,
        "imo": entry.last.imo,
    }
