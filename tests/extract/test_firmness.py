"""Whether a deed was done, by the words it hangs on: nothing is told more firmly than its words say."""

import pytest

from whole_reading import claims

STANCES = {
    "planned": (
        "Serbia conspired to send 300 rifles to Libya",
        "Serbia plotted to send 300 rifles to Libya",
        "Serbia arranged to send 300 rifles to Libya",
        "Serbia decided to send 300 rifles to Libya",
        "Serbia voted to send 300 rifles to Libya",
        "Serbia applied to send 300 rifles to Libya",
        "Serbia was poised to send 300 rifles to Libya",
        "Serbia was hired to send 300 rifles to Libya",
        "Serbia was determined to send 300 rifles to Libya",
        "Serbia announced a decision to send 300 rifles to Libya",
        "Serbia took steps to supply 300 rifles to Libya",
        "Serbia won an order to supply 300 rifles to Libya",
        "There was a conspiracy to send 300 rifles to Libya",
        "Serbia licensed the export of 300 rifles to Libya",
        "Serbia is sending 300 rifles to Libya next month",
    ),
    "conditional": (
        "Serbia was free to send 300 rifles to Libya",
        "Serbia was entitled to send 300 rifles to Libya",
        "Serbia was allowed to send 300 rifles to Libya",
        "Serbia ought to have sent 300 rifles to Libya",
        "Serbia was given permission to send 300 rifles to Libya",
        "Serbia has the capacity to supply 300 rifles to Libya",
        "Serbia has the right to supply 300 rifles to Libya",
        "Serbia missed a chance to send 300 rifles to Libya",
    ),
    "hedged": (
        "Serbia struggled to send 300 rifles to Libya",
        "Serbia hesitated to send 300 rifles to Libya",
        "Serbia can send 300 rifles to Libya",
        "In theory Serbia sent 300 rifles to Libya",
        "The theory that Serbia sent 300 rifles to Libya has gained ground",
        "The accusation that Serbia sent 300 rifles to Libya was withdrawn",
        "There are rumours that Serbia sent 300 rifles to Libya",
        "There is speculation that Serbia sent 300 rifles to Libya",
        "Serbia, it seems, sent 300 rifles to Libya",
        "Serbia, it is said, sent 300 rifles to Libya",
    ),
    "denied": (
        "Serbia forgot to send 300 rifles to Libya",
        "Serbia neglected to send 300 rifles to Libya",
        "Serbia almost sent 300 rifles to Libya",
        "Serbia hardly sent 300 rifles to Libya",
    ),
    "asserted": (
        "Serbia managed to send 300 rifles to Libya",
        "Serbia began to send 300 rifles to Libya",
        "Serbia was forced to send 300 rifles to Libya",
        "Serbia used to send 300 rifles to Libya",
        "Serbia sent almost 300 rifles to Libya",
        "Serbia sent 300 rifles to Libya the next month",
        "Serbia's decision to send 300 rifles to Libya angered Egypt",
    ),
}


@pytest.mark.parametrize(("stance", "said"), [(stance, said) for stance in STANCES for said in STANCES[stance]])
def test_a_delivery_is_as_firm_as_the_words_it_hangs_on(stance: str, said: str) -> None:
    told = [c for c in claims(f"Weapons are the matter here. {said}.") if c.kind == "transfer"]
    assert [c.stance for c in told] == [stance]
