"""Sides, ways, stages and speakers in words that led the parser or the frames astray."""

from waybill.model.claim import Claim
from whole_reading import claims


def only_transfer(text: str) -> Claim:
    (claim,) = [c for c in claims(text) if c.kind == "transfer"]
    return claim


def sides(claim: Claim) -> tuple[str | None, str | None]:
    frame = claim.frame
    named = (slot.value if slot else None for slot in (frame.supplier, frame.recipient))
    supplier, recipient = (party.name if party else None for party in named)
    return supplier, recipient


def test_who_takes_delivery_receives() -> None:
    claim = only_transfer("Mali took delivery of six Russian fighter jets in May.")
    assert sides(claim) == ("Russia", "Mali")


def test_a_deed_that_looks_like_an_adjective_is_a_deed() -> None:
    claim = only_transfer(
        'Experts have "solid evidence" that Rwanda sent troops and supplied weapons and uniforms to the M23 rebels.'
    )
    assert sides(claim) == ("Rwanda", "the M23 rebels")


def test_a_site_and_its_place_are_one_end_of_the_way() -> None:
    frame = only_transfer(
        "Rifles were flown 17 times from an airfield near Al Ain to the dirt strip at Amdjarass in May."
    ).frame
    assert frame.origin and frame.destination
    assert (frame.origin.text, frame.destination.text) == ("near Al Ain", "Amdjarass")


def test_part_of_what_was_sold_goes_on_the_same_line() -> None:
    _, shipped = claims("Iran sold 40 missiles to Russia. The first of those were shipped from Amirabad in early September.")
    assert shipped.kind == "transfer"
    assert sides(shipped) == ("Iran", "Russia")


def test_who_arrives_with_missiles_to_talk_of_is_no_delivery() -> None:
    told = claims("Iran sent envoys to Russia about missiles. They arrived in Moscow in May.")
    assert [c for c in told if c.kind == "transfer"] == []


def test_what_a_lorry_is_loaded_with_says_not_how_far_it_came() -> None:
    frame = only_transfer("Three lorries loaded with mortar rounds crossed at Bunagana on the night of 12 June.").frame
    assert frame.stage and frame.stage.value != "loaded"


def test_goods_find_their_way_to_somebody() -> None:
    claim = only_transfer("Serbian ammunition has found its way to Ukraine through third countries.")
    assert sides(claim) == ("Serbia", "Ukraine")


def test_who_is_called_on_to_stop_is_not_visited() -> None:
    assert [c.kind for c in claims("Rifles are the matter. The United States called on Rwanda to stop.")].count("visit") == 0


def test_who_is_barred_from_exporting_arms_is_under_sanctions() -> None:
    (claim,) = claims("The Security Council has barred North Korea from exporting arms since 2006.")
    assert (claim.kind, claim.stance) == ("sanction", "asserted")


def test_an_e_mail_is_one_source() -> None:
    claim = only_transfer("According to an e-mail of 3 May, Kish Avionics sold drones to Iran.")
    assert claim.source is not None and claim.source.text.startswith("an e-mail")
