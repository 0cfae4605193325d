"""Writes a folder of invented reports to measure speed on: outlets, ships, people and events are made up, and none happened.

usage: make_folder.py FOLDER [REPORTS]     (default: 1,000 reports; the same bytes every time)

A tenth speaks of other things than arms. Of the rest a sixth carries another report's text, and a sixth retells one in its own
words, with figures that have drifted.
"""

import csv
import random
import sys
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

SEED = 1
REPORTS = 1_000
OTHER, REPRINTS, RETOLD = 0.10, 0.15, 0.15

_PLACES = {
    "Iran": ("Tehran", "Bandar Abbas", "Bushehr", "Chabahar"),
    "Sudan": ("Khartoum", "Port Sudan", "Kassala", "El Obeid"),
    "Turkey": ("Ankara", "Mersin", "Izmir", "Samsun"),
    "Libya": ("Tripoli", "Benghazi", "Misrata", "Tobruk"),
    "Belarus": ("Minsk", "Gomel", "Brest", "Grodno"),
    "Serbia": ("Belgrade", "Nis", "Kraljevo", "Novi Sad"),
    "Myanmar": ("Yangon", "Mandalay", "Sittwe", "Naypyidaw"),
    "Ethiopia": ("Addis Ababa", "Dire Dawa", "Mekelle", "Gondar"),
    "Eritrea": ("Asmara", "Massawa", "Assab", "Keren"),
    "Yemen": ("Sanaa", "Hodeidah", "Aden", "Mukalla"),
    "Venezuela": ("Caracas", "Maracaibo", "Puerto Cabello", "Valencia"),
    "Mali": ("Bamako", "Gao", "Kayes", "Mopti"),
}
_WATCHERS = ("Norway", "Canada", "Japan", "Kenya", "Poland", "Chile", "Portugal")
_GOODS = (
    "artillery shells", "mortar rounds", "assault rifles", "machine guns", "howitzers", "anti-tank missiles", "rockets",
    "drones", "armoured vehicles", "rocket launchers", "cruise missiles", "tanks", "122mm rockets", "152mm shells",
    "surface-to-air missiles",
)  # fmt: skip
_OUTLETS = tuple(
    f"{place} {kind}"
    for place in (
        "Harrowgate",
        "Ostrand",
        "Pellworth",
        "Quillon",
        "Marrick",
        "Tarnsby",
        "Ellisport",
        "Vantor",
        "Brennick",
        "Saltmere",
    )
    for kind in ("Gazette", "Courier", "Monitor", "Post", "Tribune")
)
_PEOPLE = (
    "Mara Ellin",
    "Jonas Petrak",
    "Ines Valdor",
    "Tobias Renk",
    "Amara Osei",
    "Lena Strand",
    "Viktor Hale",
    "Ruth Okello",
)
_SHIPS = ("Marisol Star", "Kestrel Bay", "Ostrand Pearl", "Blue Heron", "Delia K", "Northern Reed", "Amber Tide", "Sofia Maru")
_INSTITUTES = ("Tarn Institute", "Delta Watch", "Pellworth Arms Survey", "Marrick Centre for Conflict Data")

_LEADS = (
    "{supplier} shipped {figure} {goods} to {recipient} {when}, {source} said on {day}.",
    "{source} said on {day} that {supplier} had delivered {figure} {goods} to {recipient} {when}.",
    "{figure_first} {goods} were sent from {origin} to {destination} {when}, according to {source}.",
    "{supplier} has sent {figure} {goods} to {recipient} by {mode}, {source} told reporters on {day}.",
)
_MORE = (
    '"We know that {figure} {goods} left {origin} {when}," {person} said. "They are now in {destination}."',
    "The {goods} were loaded in {origin} and unloaded in {destination} {when}, {institute} said in a note.",
    "Satellite images reviewed by {institute} show {part} containers on the quay of {origin} {when}.",
    "The ship {ship} carried {part} crates of {goods} from {origin} to {destination}, {institute} reported.",
    "An earlier consignment of {part} {goods} reached {destination} {earlier}, {source} said.",
    "{source} said that {supplier} may have sent up to {more} {goods} since {earlier_day}.",
    "Two officials familiar with the matter said that the {goods} went by {mode} through {destination}.",
    "{institute} estimates that between {part} and {figure} {goods} were delivered {when}.",
)
_DENIALS = (
    "{supplier} denied that it had sent any weapons to {recipient}.",
    'A spokesman for the foreign ministry in {capital} called it "a fabrication" and said no {goods} had been delivered.',
    "{recipient} has not commented. {supplier} said it had never supplied {goods} to {recipient}.",
)
_WHO = (
    "Residents of {destination}", "Traders in {capital}", "Aid groups in {recipient}", "Insurers of ships", "{person}",
    "Dockers in {origin}", "The opposition in {capital}", "Diplomats from {watcher}", "Drivers on the road to {destination}",
    "Teachers in {recipient}", "The mayor of {destination}", "Farmers near {origin}", "Two members of parliament",
)  # fmt: skip
_DID = (
    "spoke of long queues for bread", "complained of power cuts", "expected little from the talks", "asked for an inquiry",
    "said that prices of fuel had doubled", "blamed a dispute over fishing", "warned of a hard winter", "recalled the floods",
    "described empty shops", "said the timing was awkward", "doubted that the truce would hold", "praised the new ferry",
)  # fmt: skip
_WHY = (
    "since {earlier_month}", "after customs duties rose", "while the council debates the matter", "as the currency lost value",
    "though opinions differ", "and gave no further particulars", "in the week before the vote", "despite a resolution",
    "when the roads to the north were cut", "for the third year in a row", "as they had the year before",
)  # fmt: skip
_OTHER = (
    "The harvest in {recipient} was better than last year, farmers near {destination} said, though prices stay low.",
    "The port of {origin} will get two new cranes and a longer quay, its operator announced on {day}.",
    "The national side of {recipient} beat {supplier} two to one before a crowd of {more} in {destination}.",
    "A school in {destination} reopened after repairs paid for by parents and by a charity from {watcher}.",
)


class Event(Struct, frozen=True):
    """What is told of: one movement."""

    supplier: str
    recipient: str
    origin: str
    destination: str
    goods: str
    count: int
    start: date
    days: int
    mode: str
    ship: str
    watcher: str
    institute: str


class Report(Struct, frozen=True):
    """A report, and the event it is about."""

    title: str
    publisher: str
    author: str
    published: date
    body: tuple[str, ...]
    event: Event


def main() -> None:
    folder = Path(sys.argv[1])
    write(folder, int(sys.argv[2]) if len(sys.argv) > 2 else REPORTS)


def write(folder: Path, count: int) -> None:
    """Writes so many reports and a documents.csv that dates them."""
    folder.mkdir(parents=True)
    with (folder / "documents.csv").open("w", encoding="utf8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(("path", "title", "publisher", "author", "published"))
        for number, report in enumerate(reports(count), start=1):
            path = folder / f"report-{number:05}.txt"
            path.write_text("\n\n".join((report.title, *report.body)) + "\n", "utf8")
            table.writerow((path.name, report.title, report.publisher, report.author, report.published.isoformat()))


def reports(count: int) -> list[Report]:
    """So many reports, reprints and retellings after what they repeat."""
    chance = random.Random(SEED)
    made: list[Report] = []
    while len(made) < count:
        kind = chance.random()
        told = [r for r in made[-200:] if r.event.count]
        if kind < OTHER:
            made.append(_other(chance))
        elif kind < OTHER + REPRINTS and told:
            made.append(_reprint(chance, chance.choice(told)))
        elif kind < OTHER + REPRINTS + RETOLD and told:
            made.append(_retelling(chance, chance.choice(told)))
        else:
            made.append(_original(chance, _event(chance)))
    return made


def _event(chance: random.Random) -> Event:
    supplier, recipient = chance.sample(sorted(_PLACES), 2)
    return Event(
        supplier,
        recipient,
        chance.choice(_PLACES[supplier]),
        chance.choice(_PLACES[recipient]),
        chance.choice(_GOODS),
        chance.choice((chance.randint(12, 99), chance.randint(100, 999), 10 * chance.randint(100, 4_000))),
        date(2019, 1, 1) + timedelta(days=chance.randrange(1_800)),
        chance.randint(2, 40),
        chance.choice(("sea", "rail", "air", "road")),
        chance.choice(_SHIPS),
        chance.choice(_WATCHERS),
        chance.choice(_INSTITUTES),
    )


def _original(chance: random.Random, event: Event) -> Report:
    more = chance.sample(_MORE, chance.randint(3, 6))
    sentences = [*more, chance.choice(_DENIALS), *_filler(chance, chance.randint(6, 14))]
    chance.shuffle(sentences)
    return _report(chance, event, (chance.choice(_LEADS), *sentences))


def _filler(chance: random.Random, count: int) -> list[str]:
    """Sentences that say nothing of arms."""
    return [f"{chance.choice(_WHO)} {chance.choice(_DID)} {chance.choice(_WHY)}." for _ in range(count)]


def _other(chance: random.Random) -> Report:
    sentences = (*chance.sample(_OTHER, 2), *_filler(chance, 12))
    return replace(_report(chance, replace(_event(chance), count=0), sentences), title="News in brief")


def _reprint(chance: random.Random, first: Report) -> Report:
    """The text of another, credited and shortened at its end."""
    kept = first.body[: max(3, len(first.body) - chance.randint(0, 2))]
    later = first.published + timedelta(days=chance.randint(0, 3))
    return replace(
        first,
        publisher=chance.choice(_OUTLETS),
        published=later,
        body=(*kept, f"This report first appeared in the {first.publisher}."),
    )


def _retelling(chance: random.Random, first: Report) -> Report:
    """A text of its own about the same event, some days later, whose figure may have lost digits or grown."""
    event = replace(
        first.event, count=chance.choice((first.event.count, first.event.count, round(first.event.count, -2) or 100))
    )
    told = f"As the {first.publisher} first reported, {event.supplier} sent {event.count:,} {event.goods} to {event.recipient}."
    report = _original(chance, event)
    published = first.published + timedelta(days=chance.randint(1, 20))
    return replace(report, published=published, body=(told, *report.body[2:]))


def _report(chance: random.Random, event: Event, sentences: Sequence[str]) -> Report:
    published = event.start + timedelta(days=event.days + chance.randint(1, 30))
    told = [_said(chance, event, published, sentence) for sentence in sentences]
    title = f"{event.supplier} {chance.choice(('sent', 'shipped', 'supplied'))} {event.goods} to {event.recipient}"
    body = tuple(" ".join(told[at : at + 2]) for at in range(0, len(told), 2))
    return Report(title, chance.choice(_OUTLETS), chance.choice(_PEOPLE), published, body, event)


def _said(chance: random.Random, event: Event, published: date, sentence: str) -> str:
    end = event.start + timedelta(days=event.days)
    earlier = event.start - timedelta(days=chance.randint(40, 300))
    adverb = chance.choice(("", "", "more than ", "about ", "at least "))
    figure = f"{adverb}{event.count:,}"
    windows = (f"between {_day(event.start)} and {_day(end)}", f"on {_day(end)}", f"by {_day(end)}", f"in {end:%B %Y}")
    offices = (f"the foreign ministry of {event.watcher}", f"the defence ministry of {event.watcher}", event.watcher)
    sources = (*offices, "a senior official", f"the {event.institute}")
    named = {
        "supplier": event.supplier,
        "recipient": event.recipient,
        "origin": event.origin,
        "destination": event.destination,
        "capital": _PLACES[event.supplier][0],
        "goods": event.goods,
        "figure": figure,
        "figure_first": figure[:1].upper() + figure[1:],
        "part": f"{max(2, event.count // chance.randint(2, 9)):,}",
        "more": f"{event.count * chance.randint(2, 5):,}",
        "when": chance.choice(windows),
        "earlier": f"in {earlier:%B %Y}",
        "earlier_day": _day(earlier),
        "earlier_month": f"{earlier:%B}",
        "day": f"{published:%A}",
        "mode": event.mode,
        "ship": event.ship,
        "watcher": event.watcher,
        "institute": f"the {event.institute}",
        "person": chance.choice(_PEOPLE),
        "source": chance.choice(sources),
    }
    said = sentence.format_map(named)
    return said[:1].upper() + said[1:]


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


if __name__ == "__main__":
    main()
