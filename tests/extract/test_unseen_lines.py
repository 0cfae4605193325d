"""Short reports in other styles, on other lines than the examples: their frames, with every room before extract at work."""

from typing import Any

import pytest

from whole_reading import claims


def told(text: str, words: str) -> dict[str, Any]:
    """The plain values of the claim whose content holds the words: kind, stance, basis, and every slot that is filled."""
    claim = next(c for c in claims(text) if words in " ".join(s.text_of(text) for s in c.content))
    frame = claim.frame
    sides = {name: slot for name in ("supplier", "recipient") if (slot := getattr(frame, name)) is not None}
    places = {name: slot for name in ("origin", "via", "destination") if (slot := getattr(frame, name)) is not None}
    values: dict[str, Any] = {"kind": claim.kind, "stance": claim.stance, "basis": claim.basis}
    values |= {n: (s.value.country or s.value.name) if s.value else None for n, s in sides.items()}
    values |= {n: s.value.name if s.value else s.text for n, s in places.items()}
    if frame.quantity and frame.quantity.value:
        quantity = frame.quantity.value
        values["quantity"] = (quantity.low, quantity.high, quantity.unit)
        values["measure"] = quantity.measure
    values["stage"] = frame.stage.value if frame.stage else None
    values["mode"] = frame.mode.value if frame.mode else None
    values["item"] = frame.item.text if frame.item else None
    values["starts"] = str(frame.window.value.start_earliest) if frame.window and frame.window.value else None
    return values


CUSTOMS = (
    "Customs officers said on Sunday that they had seized 212 crates of mortar rounds hidden in a convoy of nine lorries bound "
    "for Nyala. According to the driver's papers, the load had been flown from Abu Dhabi on 3 June. The United Arab Emirates "
    "denies sending weapons to either side in Sudan."
)
WATCHERS = (
    "The freighter Harrier Star (flag: Lebanon) left Mersin on 24 January 2024 and put ashore at least 40 armoured vehicles in "
    "Tripoli five days later. Port logs list 62 containers, unloaded over two nights."
)
DHOW = (
    "On board were components of Iranian ballistic missiles that were headed for the Houthis in Yemen. The dhow had sailed "
    "from Bandar Abbas, the statement said. No more than 190 crates were unloaded there, an officer said."
)
COURT = (
    "The company exported 15 drones from Singapore to Yangon between March 2021 and May 2022, the court found. "
    "Prosecutors said that the goods ended up at an air base near Meiktila."
)
MINISTRY = (
    "Sweden handed over ten tanks and 12,000 shells to Ukraine. Norway has sent eight howitzers, and Denmark six tanks. "
    "Ukraine's partners hope to deliver more shells. Belgium could not confirm that its missiles had arrived."
)
BRIEF = (
    "Rwanda moved two missile launchers into North Kivu in February 2024, according to two officials. M23 rebels have received "
    "no fewer than six truckloads of ammunition since January, a customs agent said. No deliveries have been confirmed."
)
HEADLINE = (
    "Kim has shipped Putin some 10,000 containers of arms, a lawmaker says. North Korea is silent. Kim's rockets and artillery "
    "shells came by rail through Tumangang, he said."
)
IMAGES = (
    "Three ships carrying shells from Bandar Anzali called at Olya on 3 May. They put ashore between 20 and 30 crates. "
    "On the image of 12 May we counted 34 trucks on the quay."
)
NATO = "Iran has supplied 300,000 shells to Russia, and North Korea at least 6,700 containers, said an official."


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            CUSTOMS,
            "212 crates",
            {"quantity": (212, 212, "crate"), "destination": "Nyala", "mode": ("road",), "basis": "seizure"},
        ),
        (
            CUSTOMS,
            "flown",
            {"supplier": "United Arab Emirates", "origin": "Abu Dhabi", "mode": ("air",), "starts": "2024-06-03"},
        ),
        (CUSTOMS, "sending weapons", {"stance": "denied", "supplier": "United Arab Emirates", "recipient": "Sudan"}),
        (WATCHERS, "Harrier Star", {"origin": "Mersin", "destination": "Tripoli", "recipient": "Libya", "supplier": "Turkey"}),
        (WATCHERS, "Harrier Star", {"quantity": (40, None, "vehicle")}),
        (WATCHERS, "62 containers", {"kind": "transfer", "quantity": (62, 62, "container"), "measure": "detected"}),
        (WATCHERS, "62 containers", {"destination": "Tripoli", "recipient": "Libya", "supplier": "Turkey"}),
        (DHOW, "headed for", {"supplier": "Iran", "recipient": "Yemen", "stage": "shipped"}),
        (DHOW, "sailed", {"origin": "Bandar Abbas", "mode": ("sea",)}),
        (DHOW, "190 crates", {"stance": "asserted", "quantity": (None, 190, "crate"), "stage": "landed"}),
        (
            COURT,
            "15 drones",
            {"supplier": "Singapore", "recipient": "Myanmar", "destination": "Yangon", "starts": "2021-03-01"},
        ),
        (COURT, "ended up", {"kind": "transfer", "destination": "Meiktila", "stage": "arrived"}),
        (MINISTRY, "ten tanks", {"quantity": (10, 10, "tank"), "supplier": "Sweden", "recipient": "Ukraine"}),
        (MINISTRY, "Denmark", {"supplier": "Denmark", "quantity": (6, 6, "tank")}),
        (MINISTRY, "partners", {"supplier": None, "stance": "planned"}),
        (MINISTRY, "its missiles", {"kind": "transfer", "stance": "declined", "stage": "arrived"}),
        (BRIEF, "launchers", {"supplier": "Rwanda", "recipient": "Democratic Republic of the Congo"}),
        (BRIEF, "truckloads", {"stance": "asserted", "quantity": (6, None, "truckload")}),
        (BRIEF, "No deliveries", {"stance": "declined"}),
        (HEADLINE, "10,000", {"supplier": "North Korea", "recipient": "Russia", "item": "arms"}),
        (HEADLINE, "came by rail", {"supplier": "North Korea", "item": "rockets and artillery shells", "via": "Tumangang"}),
        (IMAGES, "called at", {"origin": "Bandar Anzali", "destination": "Olya", "supplier": "Iran", "recipient": "Russia"}),
        (IMAGES, "put ashore", {"quantity": (20, 30, "crate"), "destination": "Olya", "stage": "landed"}),
        (
            IMAGES,
            "34 trucks",
            {"quantity": (34, 34, "truck"), "measure": "detected", "basis": "imagery", "starts": "2024-05-12"},
        ),
        (NATO, "300,000", {"supplier": "Iran", "recipient": "Russia", "quantity": (300000, 300000, "shell")}),
        (NATO, "6,700", {"supplier": "North Korea", "quantity": (6700, None, "container")}),
    ],
)
def test_a_report_on_a_line_of_its_own_gives_its_frames(text: str, words: str, expected: dict[str, Any]) -> None:
    found = told(text, words)
    assert {name: found.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    "text",
    [
        "The port counted 4,000 containers last year. Ships from Busan called at Oslo and put ashore 300 containers of toys.",
        "Customs seized 12 crates of cigarettes from a lorry bound for Calais.",
        "Missiles are short. Four barges carried coal from Izmail to Ruse.",
        "Missiles are short. The recording breaks off where a plane had come down in the Black Sea.",
    ],
)
def test_freight_without_arms_is_no_transfer(text: str) -> None:
    assert not [c for c in claims(text) if c.kind in ("transfer", "purchase")]


def test_a_bare_noun_is_no_claim_but_a_refusal_is() -> None:
    text = "Iran sent shells to Russia. Officials repeated the charge. Moscow would not confirm the reports."
    contents = [" ".join(s.text_of(text) for s in c.content) for c in claims(text)]
    assert "the charge" not in contents
    assert {c.stance for c in claims(text)} >= {"asserted", "declined"}


def test_a_ship_that_calls_somewhere_says_nothing() -> None:
    text = "Two ships carrying shells from Bandar Anzali called at Olya on Monday."
    assert [c.source for c in claims(text)] == [None]


def test_a_log_that_lists_goods_is_evidence_of_who_publishes_it() -> None:
    claim = next(c for c in claims(WATCHERS) if "62" in " ".join(s.text_of(WATCHERS) for s in c.content))
    assert claim.source is None


def line(text: str) -> tuple[str | None, str | None]:
    """The sides of the last claim of a text by name."""
    frame = claims(text)[-1].frame
    supplier, recipient = (slot.value.name if slot and slot.value else None for slot in (frame.supplier, frame.recipient))
    return supplier, recipient


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Cargo planes from Kenya flew low. UAE cargo planes unloaded weapons at Amdjarass.", ("United Arab Emirates", "Chad")),
        ("The Russian ship Angara left Rajin with shells.", ("North Korea", None)),
        (
            "Turkey, for its part, has flown rockets and Syrian fighters to the government in Tripoli.",
            ("Turkey", "the government in Tripoli"),
        ),
        ("Germany bought missiles for Ukraine from Israel.", ("Israel", "Ukraine")),
        ("The junta in Myanmar bought missiles from Moscow.", ("Russia", "Myanmar")),
        ("Mali announced the arrival of four fighter jets from Russia.", ("Russia", None)),
        ("Missiles were bought. Italy has delivered the aircraft to Mali.", ("Italy", "Mali")),
        ("Serbia sells rifles to its partners in Cyprus.", ("Serbia", "Cyprus")),
        ('Iran gave Moscow "a small number" of drones.', ("Iran", "Russia")),
        ("Italian firms sold engines for missiles to Russian arms makers.", ("Italian firms", "Russian arms makers")),
        ("Serbia sells rifles to a dealer in southern Iraq.", ("Serbia", "a dealer in southern Iraq")),
        ("Italy denies the missile sale. Italy rejects accusations that it arms Hezbollah.", ("Italy", "Hezbollah")),
    ],
)
def test_sides_in_other_words(text: str, sides: tuple[str | None, str | None]) -> None:
    supplier, recipient = line(text)
    assert (supplier, recipient) == sides


def test_a_government_is_named_by_its_seat() -> None:
    frame = claims("Turkey shipped missiles to the government in Tripoli.")[0].frame
    assert frame.recipient and frame.recipient.value
    assert (frame.recipient.text, frame.recipient.value.country) == ("the government in Tripoli", "Libya")


def test_who_says_it_is_not_whom_it_goes_to() -> None:
    text = "Missiles were found. Most of the shells travel by rail from Xiamen to Izhevsk, a freight broker told the centre."
    frame = next(c.frame for c in claims(text) if c.source is not None)
    assert (frame.destination.text if frame.destination else None, line(text)) == ("Izhevsk", ("China", "Russia"))


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("North Korea sends shells to Russia. Images show a train at Tumangang.", ("Tumangang", None)),
        ("North Korea sends shells to Russia. Images show two freighters with shells in Vladivostok.", (None, "Vladivostok")),
        ("Four flights carried missiles from Syria to eastern Libya between November and May.", ("Syria", "Libya")),
        ("Four Il-76 freighters with missiles flew from Mersin to Tobruk.", ("Mersin", "Tobruk")),
        ("Missiles are missing. The ship lay at Jask. Officials believe she left that night for Aden.", (None, "Aden")),
        ("A forwarder moved mortars by rail from Tartus to Tobruk under false papers.", ("Tartus", "Tobruk")),
        ("The ship lay at Jask. Missiles are missing. Officials believe she left for Aden.", (None, "Aden")),
        ("Missiles need engines. Prosecutors say that the accused had them carried to Isfahan.", (None, "Isfahan")),
        ("Missiles are short. Between 26 and 30 May four Il-76 freighters flew from Mersin to Tobruk.", ("Mersin", "Tobruk")),
        ("Six crates of rifles turned up in Kharkiv.", (None, "Kharkiv")),
    ],
)
def test_ends_in_other_words(text: str, places: tuple[str | None, str | None]) -> None:
    frame = claims(text)[-1].frame
    assert (frame.origin.text if frame.origin else None, frame.destination.text if frame.destination else None) == places


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Russia delivered missiles to Mali aboard an Antonov.", ("air",)),
        ("Four freighters flew missiles to Ganja.", ("air",)),
        ("Four freighters brought missiles to Tartus.", ("sea",)),
        ("Iran had sent 250 drones across the Caspian to Russia.", ("sea",)),
        ("Officers found rifles that had come from Yantian on board the Arendal Star.", ("sea",)),
        ("Ships have carried lorries and missiles from Novorossiysk to Tartus.", ("sea",)),
        ("Grenades are brought by pirogue to Bangui.", ("river",)),
        ("Three barges with grenades tied up at Izmail.", ("river",)),
        ("An Antonov freighter brought missiles to Caracas.", ("air",)),
        ("The coffin, on its way by hearse to Hermosillo, held forty rifles.", ("road",)),
        ("The missiles are known of. A captain said everything would go on by rail to Romania.", ("rail",)),
    ],
)
def test_modes_in_other_words(text: str, mode: tuple[str, ...]) -> None:
    slot = claims(text)[-1].frame.mode
    assert slot is not None and slot.value == mode


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("Iran has provided 200 one-way attack drones to Russia.", 200),
        ("The rockets went missing. According to a chart, 412 were shipped to Iran.", 412),
        ("Officers detained four containers of rifles carried by a ship.", 4),
        ("Officers found 70 rifles aboard.", 70),
        ("Rifles are sold there. The ministry put the number at no fewer than 12,000.", 12000),
        ("The rockets are old. Of these, two hundred came by road from Syria.", 200),
        ("Missiles are short. Britain provided it with four launches.", 4),
    ],
)
def test_amounts_in_other_words(text: str, low: int) -> None:
    quantity = claims(text)[-1].frame.quantity
    assert quantity and quantity.value and quantity.value.low == low


def test_at_most_opens_an_amount_and_no_place() -> None:
    claim = claims("Iran delivered at most 45 attack drones to Sudan by 25 February 2024.")[-1]
    quantity = claim.frame.quantity
    assert (claim.kind, quantity.value.high if quantity and quantity.value else None) == ("transfer", 45)


def test_a_contract_for_arms_is_a_negotiation() -> None:
    claim = claims("Armenia signed a contract with India for rocket launchers. The weapons are old.")[0]
    assert claim.kind == "negotiation"


@pytest.mark.parametrize(
    "words",
    [
        "An aircraft brought a hundred men and 35 tonnes of cargo to Maiquetía.",
        "Two hundred and twenty were seized at the airport.",
        "On 28 April officers opened a container and found 640 rifles beneath sacks of rice.",
        "A patrol ship stopped a dhow and took 2,116 rifles off it.",
    ],
)
def test_the_outlet_tells_it_in_other_words(words: str) -> None:
    text = f"Rifles are missing. {words}"
    assert claims(text)


def test_what_a_law_forbids_is_a_ban_and_no_denial() -> None:
    claim = claims("Rifles are missing. The War Materiel Act forbids the export of rifles.")[-1]
    assert (claim.kind, claim.stance) == ("sanction", "asserted")
