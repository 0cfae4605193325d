"""Small worlds of reports made at random, for properties that must hold in all of them."""

from typing import Any

from hypothesis import strategies as st

from newsroom import exactly, more_than, say, up_to, write
from waybill.model.claim import Claim, Relay
from waybill.model.document import Publication
from waybill.model.span import Span

World = tuple[list[Publication], list[Claim]]

OUTLETS = ("Ash", "Birch", "Cedar", "Dogwood")
AMOUNTS = {"up to": up_to, "more than": more_than, "some": exactly}


@st.composite
def reports(draw: st.DrawFn, number: int) -> tuple[Publication, list[Claim]]:
    """A report of two sentences by one speaker, on one of two lines, with few figures so that they often meet."""
    hedge, figure = draw(st.sampled_from(sorted(AMOUNTS))), draw(st.sampled_from([3, 300, 1000, 6700]))
    supplier, by = (
        draw(st.sampled_from(["Iran", "North Korea"])),
        draw(st.sampled_from(["US", "South Korea", "a diplomat", None])),
    )
    day = draw(st.sampled_from([None, "2024-01-05", "2024-02-06", "2024-03-07"]))
    via = draw(st.sampled_from([None, None, *OUTLETS]))
    relays = (Relay(via, Span(0, 1)),) if via and by else ()
    count = f"{hedge} {figure} crates"
    text = f"Report {number}: {supplier} sent {count} to Russia. In the first days of January {number + 2} of its ships sailed."
    report = write(f"{number}.txt", text, day, publisher=draw(st.sampled_from(OUTLETS)))
    sides = {"supplier": supplier, "recipient": "Russia"}
    told: dict[str, Any] = {"by": by, "relays": relays, **sides}
    amount = say(report, f"{supplier} sent {count} to Russia", amount=(count, AMOUNTS[hedge](figure, "crate")), **told)
    when = ("In the first days of January", "2024-01-01", "2024-01-04")
    return report, [amount, say(report, "its ships sailed", by=by, when=when, mode=("sea",))]


@st.composite
def worlds(draw: st.DrawFn) -> World:
    held = [draw(reports(n)) for n in range(draw(st.integers(1, 5)))]
    return [p for p, _ in held], [c for _, claims in held for c in claims]
