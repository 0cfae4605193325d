"""How firmly it is said."""

from collections.abc import Callable

import pytest

from waybill.model.claim import Claim, Stance

Telling = Callable[[str], tuple[Claim, ...]]


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        ("Iran sent missiles to Russia.", "asserted"),
        ("Iran sent up to 1,000 containers with missiles to Russia.", "asserted"),
        ("Iran could send missiles to Russia.", "hedged"),
        ("Iran may have sent missiles to Russia.", "hedged"),
        ("Iran has allegedly sent missiles to Russia.", "hedged"),
        ("Iran is believed to have sent missiles to Russia.", "hedged"),
        ("Iran appears to have sent missiles to Russia.", "hedged"),
        ("It is unclear whether Iran has sent missiles to Russia.", "hedged"),
        ("Containers likely packed with shells were sent from Iran to Russia.", "hedged"),
        ("Iran has not sent missiles to Russia.", "denied"),
        ("No missiles were delivered to Russia by Iran.", "denied"),
        ("Neither Iran nor Russia has ever traded missiles.", "denied"),
        ("Iran sent no missiles to Russia.", "denied"),
        ("Iran will send missiles to Russia.", "planned"),
        ("Iran is preparing to send missiles to Russia.", "planned"),
        ("Russia intends to purchase missiles from Iran.", "planned"),
        ("Iran would send missiles to Russia if it were paid.", "conditional"),
        ("Has Iran sent missiles to Russia?", "questioned"),
    ],
)
def test_each_weakening_word_counts(telling: Telling, words: str, stance: Stance) -> None:
    assert stance in {c.stance for c in telling(words) if c.kind in ("transfer", "purchase")}


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        ("Analysts believe that Iran sent missiles to Russia.", "hedged"),
        ("Tehran denied that Iran had sent missiles to Russia.", "denied"),
        ("The minister said Iran would send missiles to Russia.", "planned"),
        ("The spokesman did not say that Iran sent missiles to Russia.", "declined"),
        ("The ministry called the report on missiles from Iran baseless.", "denied"),
        ("Officials fear that Iran sent missiles to Russia.", "hedged"),
    ],
)
def test_the_cue_counts_too(telling: Telling, words: str, stance: Stance) -> None:
    assert [c.stance for c in telling(words) if c.source is not None] == [stance]


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        ("Poland is to send tanks to Ukraine in June.", "planned"),
        ("Poland is going to send tanks to Ukraine.", "planned"),
        ("Iran hopes to sell missiles to Russia.", "planned"),
        ("Iran means to sell missiles to Russia.", "planned"),
        ("Iran has committed to supplying missiles to Russia.", "planned"),
        ("The government has approved the sale of missiles to Egypt.", "planned"),
        ("Iran provides missiles to no party to the war.", "denied"),
        ("In none of these cases were missiles sent to Russia.", "denied"),
        ("Serbia has not issued a single licence for the export of missiles to Russia.", "denied"),
        ('"We did not give missiles to Russia," the Iranian minister said.', "denied"),
        ("Iran says it has no intention of selling missiles to Russia.", "denied"),
        ("It is simply wrong that Iran has sent missiles to Russia.", "denied"),
        ("The ministry contradicted reports that Iran had shipped missiles to Russia.", "denied"),
        ("Tehran described the allegations of missile deliveries to Russia as propaganda.", "denied"),
        ("The spokesman would neither confirm nor deny that Iran had sent missiles to Russia.", "declined"),
        ("I have no idea how many missiles Iran sent to Russia.", "declined"),
        ("There are reports that Iran has sent missiles to Russia.", "hedged"),
        ("We have seen reports that Iran has sent missiles to Russia, he said.", "hedged"),
        ("Unconfirmed reports say that Iran has sent missiles to Russia.", "hedged"),
        ("In all likelihood Iran has sent missiles to Russia.", "hedged"),
        ("It is plausible that Iran has sent missiles to Russia.", "hedged"),
        ("It cannot be ruled out that Iran has sent missiles to Russia.", "hedged"),
        ("It looks as if Iran has sent missiles to Russia.", "hedged"),
        ("Iran must have sent missiles to Russia.", "hedged"),
        ("We have doubts that Iran would send missiles to Russia.", "hedged"),
        ("If they did transfer missiles to Russia, the response would be swift.", "conditional"),
        ("Were Iran to send missiles to Russia, the response would be swift.", "conditional"),
        ("Reporters wanted to know if Iran had sent missiles to Russia.", "questioned"),
    ],
)
def test_what_is_not_said_outright_is_not_asserted(telling: Telling, words: str, stance: Stance) -> None:
    assert [c.stance for c in telling(words) if c.kind != "stock"][:1] == [stance]


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        ("Tehran scoffed at reports that Iran had sent missiles to Russia.", "denied"),
        ("Tehran brushed aside reports that Iran had sent missiles to Russia.", "denied"),
        ("Tehran took issue with the claim that Iran had sent missiles to Russia.", "denied"),
        ("Tehran said the reports of missiles for Russia were speculative.", "denied"),
        ("Iran has refrained from sending missiles to Russia.", "denied"),
        ("The cancelled shipment of missiles to Russia was large.", "denied"),
        ("We cannot exclude that Iran shipped missiles to Russia.", "hedged"),
        ("There are signs that Iran is shipping missiles to Russia.", "hedged"),
        ("The imagery is consistent with missiles being shipped to Russia.", "hedged"),
        ("Tehran played down reports that Iran had sent missiles to Russia.", "hedged"),
        ("Iran is on the verge of sending missiles to Russia.", "planned"),
        ("The planned shipment of missiles to Russia is large.", "planned"),
        ("Officials fear that Iran will send missiles to Russia.", "hedged"),
        ("A lack of proof that Iran sent missiles to Russia was noted.", "declined"),
        ("The hypothetical shipment of missiles to Russia was discussed.", "conditional"),
    ],
)
def test_other_words_of_the_same_families_weaken_too(telling: Telling, words: str, stance: Stance) -> None:
    assert stance in {c.stance for c in telling(words)}
    assert "asserted" not in {c.stance for c in telling(words) if c.kind == "transfer"}


@pytest.mark.parametrize(
    "words",
    [
        "Iran is to blame for the missiles that reached Russia.",
        "Our information indicates that Iran sent missiles to Russia.",
        "Officials agree that Iran sent missiles to Russia.",
        "The minister wished to assure allies that Iran had sent missiles to Russia.",
        "They have credible evidence that Iran sent missiles to Russia.",
        "Iran insists that it sent only 200 drones to Russia.",
        "Iran was for years where missiles for Russia were bought, officials say, and sent missiles to Russia.",
    ],
)
def test_a_plain_statement_is_not_weakened(telling: Telling, words: str) -> None:
    assert "asserted" in {c.stance for c in telling(words) if c.kind == "transfer"}


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        ("Tehran scoffed at the theory.", "denied"),
        ("Tehran took exception to the figure.", "denied"),
        ("Tehran heaped scorn on the figure.", "denied"),
        ("Tehran disowned the missiles.", "denied"),
        ("Moscow insists that its forces fire only old missiles.", "denied"),
        ("Tehran contests that any missiles were sent to Russia.", "denied"),
        ("The minister later maintained that he had been misheard.", "denied"),
        ("Experts appointed by Oslo estimate that Iran sent missiles to Russia.", "hedged"),
        ("Analysts predicted a long row over the missiles.", "hedged"),
        ("We would not rule out that Iran sent missiles to Russia, he said.", "hedged"),
        ("The minister smiled and said that he would.", "planned"),
        ("Oslo insists that the money be spent on missiles at home.", "planned"),
        ("The two states agreed to deepen their cooperation, a statement said.", "planned"),
        ("Oslo calls upon insurers to leave the ships with missiles alone.", "planned"),
        ("The coast guard has asked the navy for two boats with missiles.", "planned"),
        ("Lawyers would like a register of the missiles.", "planned"),
        ("A captain said the missiles were meant for Russia.", "planned"),
        ("The rest are due by the summer.", "planned"),
        ("Ministers are looking at tighter checks on missiles, an official said.", "planned"),
        ("The minister said the government is reviewing its missiles.", "planned"),
        ("Oslo announced a further package of missiles.", "planned"),
        ("Officials favour sending missiles to Russia, provided that Iran pays.", "conditional"),
        ("The ministry replied that it was aware of such assessments.", "declined"),
        ("Oslo is reticent about what missiles Iran sent to Russia.", "declined"),
        ("The value of the missiles sent to Russia is not published.", "declined"),
        ("Nobody told him where the missiles for Russia went.", "declined"),
    ],
)
def test_turns_of_phrase_weaken_as_plain_words_do(telling: Telling, words: str, stance: Stance) -> None:
    stances = {c.stance for c in telling(f"Iran sent missiles to Russia. {words}")[1:]}
    assert stance in stances
    assert "asserted" not in stances


def test_what_leaves_no_doubt_is_asserted(telling: Telling) -> None:
    claims = telling("The fragments leave no doubt that Iran sent missiles to Russia.")
    assert [c.stance for c in claims if c.kind == "transfer"] == ["asserted"]


def test_what_stands_behind_a_semicolon_governs_nothing(telling: Telling) -> None:
    claims = telling("Customs officers admit that missiles cross from Iran to Russia; their director, however, denied it.")
    assert next(c.stance for c in claims if c.source is not None) == "asserted"


def test_not_having_had_deals_denies_and_having_none_to_speak_of_declines(telling: Telling) -> None:
    opened = "Iran sent missiles to Russia, officials say."
    assert telling(f"{opened} Tehran said it had never had any arms dealings with Russia.")[-1].stance == "denied"
    assert telling(f'{opened} "We do not have any shipments to speak to today," a spokesman said.')[-1].stance == "declined"


@pytest.mark.parametrize("words", ['"Not one of them has come from there,"', '"Not one shell. Not one rifle,"'])
def test_none_at_all_is_denied(telling: Telling, words: str) -> None:
    claims = telling(f"The missiles came from Iran. {words} an Iranian spokesman said.")
    assert [c.stance for c in claims if c.source is not None] == ["denied"]


def test_a_label_in_quotation_marks_denies_a_report(telling: Telling) -> None:
    claims = telling('The missiles came from Iran. Tehran has called such reports "winter tales for the bored".')
    assert [c.stance for c in claims if c.source is not None] == ["denied"]


def test_a_report_that_is_believed_is_not_denied(telling: Telling) -> None:
    claims = telling('The missiles came from Iran. Oslo has called such reports "deeply alarming".')
    assert "denied" not in {c.stance for c in claims}


@pytest.mark.parametrize(
    "words",
    [
        "The agent insists that the crates held flour.",
        "The agent said the flights had carried medicine.",
        "The agent said it was furniture.",
        "The clinic answered that it had ordered two chairs.",
        "The agent told police there had been food and nothing else.",
    ],
)
def test_whoever_speaks_of_other_goods_denies_arms(telling: Telling, words: str) -> None:
    claims = telling(f"The crates held missiles from Iran, officials say. {words}")
    assert claims[-1].stance == "denied"


def test_what_others_said_is_not_asked_with_the_question(telling: Telling) -> None:
    text = "MR. VOSS: Go on.\n\nQ The ministry says that Iran sent missiles to Russia. Is that so?\n\nMR. VOSS: I cannot say."
    assert "asserted" in {c.stance for c in telling(text) if c.kind == "transfer"}


def test_willingness_to_deliver_is_no_delivery(telling: Telling) -> None:
    claims = telling("Analysts believe that Iran could be reluctant to hand over missiles to Russia.")
    assert [(c.kind, c.stance) for c in claims] == [("assessment", "hedged")]


def test_a_refusal_is_no_denial(telling: Telling) -> None:
    stances = {c.stance for c in telling("The official declined to specify the missiles that Iran sent to Russia.")}
    assert "declined" in stances
    assert "denied" not in stances


def test_hedges_are_the_words_that_weaken(telling: Telling) -> None:
    text = "Iran may have sent missiles to Russia."
    assert [h.text_of(text) for h in telling(text)[0].hedges] == ["may"]
