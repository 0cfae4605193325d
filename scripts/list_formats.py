"""Listings out to the formats of the publishers: the counterpart of waybill.read.lists, for invented lists only."""

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from waybill.model.listing import ListedName, Listing

_TYPES = {"person": "Individual", "entity": "Entity", "vessel": "Vessel", "aircraft": "Aircraft"}
_MARKS = {"former": "f.k.a.", "alias": "a.k.a.", "weak": "a.k.a."}


def sdn_xml(listings: Sequence[Listing], dated: date) -> bytes:
    """As OFAC's sdn.xml."""
    head = f"<Publish_Date>{dated:%m/%d/%Y}</Publish_Date><Record_Count>{len(listings)}</Record_Count>"
    entries = "\n".join(f"<sdnEntry>{''.join(_sdn_parts(one))}</sdnEntry>" for one in listings)
    whole = f"<publshInformation>{head}</publshInformation>\n{entries}"
    return (
        f'<?xml version="1.0" standalone="yes"?>\n<sdnList xmlns="https://example.org/sdn.xsd">\n{whole}\n</sdnList>\n'.encode()
    )


def sdn_csv(listings: Sequence[Listing]) -> tuple[bytes, bytes]:
    """As OFAC's sdn.csv and alt.csv."""
    return _table(map(_sdn_row, listings)), _table(row for one in listings for row in _alt_rows(one))


def un_xml(listings: Sequence[Listing], dated: date) -> bytes:
    """As the UN's consolidated.xml; it holds persons and entities only."""
    persons = "\n".join(_un_entry(one, "INDIVIDUAL") for one in listings if one.kind == "person")
    entities = "\n".join(_un_entry(one, "ENTITY") for one in listings if one.kind == "entity")
    whole = f"<INDIVIDUALS>\n{persons}\n</INDIVIDUALS>\n<ENTITIES>\n{entities}\n</ENTITIES>"
    head = f"<CONSOLIDATED_LIST dateGenerated={quoteattr(f'{dated}T08:00:00.000Z')}>"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{head}\n{whole}\n</CONSOLIDATED_LIST>\n'.encode()


def _sdn_parts(one: Listing) -> Iterator[str]:
    yield f"<uid>{one.id}</uid>{_sdn_name(one.name, one)}<sdnType>{_TYPES[one.kind]}</sdnType>"
    if remarks := _remarks(one, numbers=False):
        yield f"<remarks>{escape(remarks)}</remarks>"
    yield f"<programList><program>{escape(one.programme)}</program></programList>"
    if numbers := [*_id("Vessel Registration Identification", one.imo, "IMO "), *_id("MMSI", one.mmsi)]:
        yield f"<idList>{''.join(numbers)}</idList>"
    if akas := [n for n in one.names[1:] if n.kind in _MARKS]:
        yield f"<akaList>{''.join(_aka(n, one) for n in akas)}</akaList>"
    owners = "".join(f"<vesselOwner>{escape(n.text)}</vesselOwner>" for n in one.names if n.kind == "owner")
    if one.call_sign or owners:
        yield f"<vesselInfo><callSign>{one.call_sign or ''}</callSign>{owners}</vesselInfo>"


def _sdn_name(name: str, one: Listing) -> str:
    given, _, family = name.rpartition(" ") if one.kind == "person" else ("", "", name)
    return (f"<firstName>{escape(given)}</firstName>" if given else "") + f"<lastName>{escape(family)}</lastName>"


def _aka(name: ListedName, one: Listing) -> str:
    category = "weak" if name.kind == "weak" else "strong"
    return f"<aka><type>{_MARKS[name.kind]}</type><category>{category}</category>{_sdn_name(name.text, one)}</aka>"


def _id(kind: str, number: str | None, before: str = "") -> Iterator[str]:
    if number:
        yield f"<id><idType>{kind}</idType><idNumber>{before}{number}</idNumber></id>"


def _remarks(one: Listing, numbers: bool) -> str:
    said = [f"Linked To: {n.text}" for n in one.names if n.kind == "linked"]
    said += [f"Vessel Registration Identification IMO {one.imo}"] if numbers and one.imo else []
    said += [f"MMSI {one.mmsi}"] if numbers and one.mmsi else []
    return "; ".join([*(f"IMO {hull}" for hull in one.hulls), *said])


def _sdn_row(one: Listing) -> list[str]:
    kind = "-0- " if one.kind == "entity" else _TYPES[one.kind].lower()
    owner = next((n.text for n in one.names if n.kind == "owner"), "-0- ")
    sign = one.call_sign or "-0- "
    nothing = ["-0- "] * 4
    return [
        one.id,
        _in_csv(one.name, one),
        kind,
        one.programme,
        "-0- ",
        sign,
        *nothing,
        owner,
        _remarks(one, numbers=True) or "-0- ",
    ]


def _alt_rows(one: Listing) -> Iterator[list[str]]:
    for number, name in enumerate(n for n in one.names[1:] if n.kind in _MARKS):
        yield [one.id, f"{one.id}{number}", "fka" if name.kind == "former" else "aka", _in_csv(name.text, one), "-0- "]


def _in_csv(name: str, one: Listing) -> str:
    given, _, family = name.rpartition(" ")
    return f"{family}, {given}" if one.kind == "person" and given else name


def _table(rows: Iterator[list[str]]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n").writerows(rows)
    return (out.getvalue() + "\x1a").encode()


def _un_entry(one: Listing, tag: str) -> str:
    names = one.name.split(" ") if tag == "INDIVIDUAL" else [one.name]
    names = [*names[:3], " ".join(names[3:])] if len(names) > 3 else names
    parts = "".join(
        f"<{part}_NAME>{escape(name)}</{part}_NAME>"
        for part, name in zip(("FIRST", "SECOND", "THIRD", "FOURTH"), names, strict=False)
    )
    original = "".join(
        f"<NAME_ORIGINAL_SCRIPT>{escape(n.text)}</NAME_ORIGINAL_SCRIPT>" for n in one.names if not n.text.isascii()
    )
    listed = f"<LISTED_ON>{one.listed_on}</LISTED_ON>" if one.listed_on else ""
    comments = "; ".join(f"IMO {hull}" for hull in one.hulls)
    aliases = "".join(_un_alias(n, tag) for n in one.names[1:] if n.kind in _MARKS and n.text.isascii())
    about = f"<UN_LIST_TYPE>{escape(one.programme)}</UN_LIST_TYPE><REFERENCE_NUMBER>{one.id}</REFERENCE_NUMBER>{listed}"
    return f"<{tag}>{parts}{about}{original}<COMMENTS1>{comments}</COMMENTS1>{aliases}</{tag}>"


def _un_alias(name: ListedName, tag: str) -> str:
    quality = "Low" if name.kind == "weak" else "F.k.a." if name.kind == "former" else "Good"
    return f"<{tag}_ALIAS><QUALITY>{quality}</QUALITY><ALIAS_NAME>{escape(name.text)}</ALIAS_NAME></{tag}_ALIAS>"
