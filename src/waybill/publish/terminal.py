"""The sheet on a terminal."""

from rich.console import Console
from rich.table import Table
from rich.text import Text

from waybill.publish.sheet import Chapter, Entry, Section, Sheet


def print_sheet(sheet: Sheet, console: Console) -> None:
    """Prints every chapter as plain tables; words of documents are never taken as markup."""
    console.print(Text.assemble(("WAYBILL  ", "bold"), sheet.title))
    for chapter in sheet.chapters:
        _print_chapter(chapter, console)


def _print_chapter(chapter: Chapter, console: Console) -> None:
    console.print()
    console.print(Text(chapter.title.upper(), style="bold reverse"))
    if chapter.lead:
        console.print(Text(chapter.lead))
    for section in chapter.sections:
        _print_section(section, console)


def _print_section(section: Section, console: Console) -> None:
    if section.title:
        console.print()
        console.print(Text.assemble((section.title.upper(), "bold"), "  " if section.of else "", section.of))
    if section.entries:
        console.print(_table(section))
    if section.note:
        console.print(Text(section.note))


def _table(section: Section) -> Table:
    width = max(len(e.cells) for e in section.entries)
    table = Table(box=None, show_header=bool(section.columns), pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for column in range(width):
        heading = section.columns[column] if column < len(section.columns) else ""
        table.add_column(heading, no_wrap=column == 0, overflow="fold")
    for entry in section.entries:
        table.add_row(*map(Text, _indented(entry)))
    return table


def _indented(entry: Entry) -> tuple[str, ...]:
    first = f"{'  ' * (entry.depth - 1)}└ {entry.cells[0]}" if entry.depth else entry.cells[0]
    return (first, *entry.cells[1:])
