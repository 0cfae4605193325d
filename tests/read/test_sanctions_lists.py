"""Sanctions lists in their publishers' formats, and files that are none."""

import sys
from datetime import date
from string import ascii_letters

import pytest
from hypothesis import given
from hypothesis import strategies as st
from list_formats import sdn_csv, sdn_xml, un_xml
from make_lists import sdn_listings, un_listings
from msgspec.structs import replace

from waybill.errors import ReadError
from waybill.model.listing import OFAC, UN, ListedName, Listing
from waybill.read.lists.files import Original, list_of

DAY = date(2026, 9, 23)

words = st.text(ascii_letters + "-'&<>éЩ", min_size=1, max_size=8).filter(lambda w: w[0].isalpha())
names = st.lists(words, min_size=2, max_size=4).map(" ".join)
others = st.builds(ListedName, names, st.sampled_from(["alias", "former", "weak"]))
persons = st.builds(
    lambda name, more, day: Listing("7", "person", (ListedName(name), *more), "X", listed_on=day),
    names,
    st.lists(others, min_size=1, max_size=3),
    st.none() | st.dates(date(1999, 1, 1), date(2026, 1, 1)),
)

SHIP = Listing(
    "44",
    "vessel",
    (ListedName("ANGARA"), ListedName("OLD ANGARA", "former"), ListedName("Blue Delta LLC", "owner")),
    "EXAMPLE",
    imo="9179842",
    mmsi="273210440",
    call_sign="UBXY9",
)


def read(*data: bytes, dated: date | None = None) -> tuple[Listing, ...]:
    return list_of([Original(f"file {n}", one) for n, one in enumerate(data)], dated).listings


@given(persons)
def test_what_ofac_xml_says_of_a_person_comes_back(person: Listing) -> None:
    assert read(sdn_xml([person], DAY)) == (replace(person, listed_on=None),)


@given(persons)
def test_what_ofac_tables_say_of_a_person_comes_back_but_no_alias_is_weak(person: Listing) -> None:
    strong = tuple(replace(n, kind="alias") if n.kind == "weak" else n for n in person.names)
    assert read(*sdn_csv([person])) == (replace(person, listed_on=None, names=strong),)


@given(persons)
def test_the_un_states_the_day_of_listing(person: Listing) -> None:
    (found,) = read(un_xml([person], DAY))
    assert found.listed_on == person.listed_on
    assert found.names[0] == person.names[0]


def test_a_ship_has_its_numbers_former_name_and_owner_in_both_of_ofacs_formats() -> None:
    assert read(sdn_xml([SHIP], DAY)) == (SHIP,)
    assert read(*sdn_csv([SHIP])) == (SHIP,)


def test_whole_invented_lists_come_back() -> None:
    made = list(sdn_listings(5, 300))
    assert read(sdn_xml(made, DAY)) == tuple(made)
    assert read(*sdn_csv(made)) == tuple(made)
    persons = [one for one in un_listings(5, 300) if one.kind == "person"]
    assert read(un_xml(persons, DAY)) == tuple(persons)


def test_an_edition_knows_its_list_its_day_and_who_says_so() -> None:
    edition = list_of([Original("sdn.xml", sdn_xml([SHIP], DAY))]).edition
    assert (edition.list, edition.dated, edition.dated_by, edition.entries) == (OFAC, DAY, "list", 1)
    person = next(one for one in un_listings(1, 20) if one.kind == "person")
    assert list_of([Original("un.xml", un_xml([person], DAY))]).edition.list == UN


def test_ofacs_tables_state_no_day_and_take_the_one_that_is_given() -> None:
    main, alt = (Original(name, data) for name, data in zip(("sdn.csv", "alt.csv"), sdn_csv([SHIP]), strict=True))
    assert (list_of([main, alt]).edition.dated, list_of([main, alt]).edition.dated_by) == (None, None)
    given_day = list_of([alt, main], DAY).edition
    assert (given_day.dated, given_day.dated_by, given_day.sha256) == (DAY, "user", (main.sha256, alt.sha256))


def test_a_day_other_than_the_list_states_is_refused() -> None:
    with pytest.raises(ReadError, match="the list says 2026-09-23, --date 2020-01-01"):
        read(sdn_xml([SHIP], DAY), dated=date(2020, 1, 1))


def test_hulls_named_in_remarks_of_a_company_are_known_as_such() -> None:
    company = Listing("9", "entity", (ListedName("Grey Stone Management"),), "X", hulls=("9161003", "9358010"))
    assert read(sdn_xml([company], DAY))[0].imo is None
    assert read(un_xml([company], DAY))[0].hulls == ("9161003", "9358010")


def test_an_entry_without_a_name_is_counted_and_left_out() -> None:
    data = sdn_xml([SHIP], DAY).replace(b"</sdnList>", b"<sdnEntry><uid>45</uid></sdnEntry></sdnList>")
    found = list_of([Original("sdn.xml", data)])
    assert (len(found.listings), found.edition.left_out) == (1, 1)


BOMB = b"""<?xml version="1.0"?><!DOCTYPE sdnList [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
<sdnList><sdnEntry><uid>1</uid><lastName>&b;</lastName></sdnEntry></sdnList>"""


def test_xml_that_declares_entities_is_refused() -> None:
    with pytest.raises(ReadError, match="document type"):
        read(BOMB)


def test_a_file_elsewhere_is_never_taken_in(tmp_path: object) -> None:
    data = f"""<?xml version="1.0"?><!DOCTYPE sdnList SYSTEM "file://{tmp_path}/x.dtd" [<!ENTITY e SYSTEM "file:///etc/passwd">]>
<sdnList><sdnEntry><uid>1</uid><lastName>&e;</lastName></sdnEntry></sdnList>""".encode()
    with pytest.raises(ReadError, match="document type"):
        read(data)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<html><body/></html>",
        b"<sdnList><sdnEntry>",
        b"<sdnList/>",
        b"just a sentence, with a comma",
        b"1,2,3\n",
        b"\x00\xff\xfe" * 40,
        b"<sdnList>" + b"<a>" * 2000,
    ],
)
def test_what_is_no_list_is_one_clear_line(data: bytes) -> None:
    with pytest.raises(ReadError) as refused:
        read(data)
    assert "\n" not in str(refused.value)


@given(st.binary(max_size=300))
def test_any_bytes_are_a_list_or_a_refusal(data: bytes) -> None:
    for start in (b"", b"<sdnList>", b'1,"A","vessel",'):
        try:
            read(start + data)
        except ReadError as refused:
            assert str(refused)


def test_a_number_of_many_digits_costs_no_time() -> None:
    ship = replace(SHIP, imo="9" * (sys.get_int_max_str_digits() + 1))
    assert read(sdn_xml([ship], DAY))[0].imo is None
