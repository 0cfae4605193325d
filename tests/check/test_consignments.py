"""Deliveries to consignments: one value a slot, and what of it no sentence says."""

from datetime import date

from waybill.check.consignments import consignment_of
from waybill.model.claim import Claim, ClaimId, Frame, Slot
from waybill.model.delivery import Delivery, DeliveryId, Join, Line, Stated
from waybill.model.document import DocumentId
from waybill.model.quantity import Quantity
from waybill.model.span import Span
from waybill.model.things import Item, Party, Place
from waybill.model.time import Window

FIRST, SECOND = ClaimId("a"), ClaimId("b")
SEVENTH, TENTH, LAST = date(2023, 9, 7), date(2023, 9, 10), date(2023, 10, 1)


def claim(ident: ClaimId, frame: Frame) -> Claim:
    return Claim(ident, DocumentId("d"), None, None, (Span(0, 1),), "paraphrased", "asserted", "transfer", frame=frame)


def stated(value: Quantity | Window | Place, *claims: ClaimId) -> Stated:
    return Stated(value, "said", claims)


def place(name: str) -> Place:
    return Place(name, None, 0.0, 0.0, 1.0, None)


def delivery(
    quantity: tuple[Stated, ...] = (),
    window: tuple[Stated, ...] = (),
    origin: tuple[Stated, ...] = (),
    joins: tuple[Join, ...] = (),
) -> Delivery:
    return Delivery(DeliveryId("x"), (FIRST, SECOND), joins, quantity, window, origin, (), (), (), (), 0)


LINE = Line("Iran", "Russia", (), ())
CLAIMS = {
    FIRST: claim(FIRST, Frame(item=Slot(None, "shells", Item("shell", "ammunition_large", None)))),
    SECOND: claim(
        SECOND, Frame(supplier=Slot(None, "Tehran", Party("Iran", "state", "Iran", "s"), inferred="the state of the origin"))
    ),
}


def test_several_amounts_are_taken_at_their_widest_and_it_is_said() -> None:
    said = (stated(Quantity(40, 40, "crate"), FIRST), stated(Quantity(50, 60, "crate"), SECOND))
    found = consignment_of(LINE, delivery(quantity=said), CLAIMS)
    assert [(q.low, q.high, q.unit) for q in found.amounts] == [(40, 60, "crate")]
    assert [a.slot for a in found.assumed if "widest" in a.why] == ["quantity"]


def test_a_capacity_and_a_part_are_no_amount_delivered() -> None:
    said = (
        stated(Quantity(None, 9, "crate", measure="capacity"), FIRST),
        stated(Quantity(3, 3, "crate", measure="subset"), FIRST),
    )
    assert consignment_of(LINE, delivery(quantity=said), CLAIMS).amounts == ()


def test_an_exact_window_is_taken_before_a_vague_one() -> None:
    exact = Window("x", SEVENTH, SEVENTH, LAST, LAST)
    vague = Window(None, date(2023, 8, 1), LAST, TENTH, LAST)
    assert consignment_of(LINE, delivery(window=(stated(vague, FIRST), stated(exact, SECOND))), CLAIMS).window == exact


def test_of_exact_windows_the_shared_days_are_taken() -> None:
    one, other = Window("x", SEVENTH, SEVENTH, TENTH, TENTH), Window("y", TENTH, TENTH, LAST, LAST)
    window = consignment_of(LINE, delivery(window=(stated(one, FIRST), stated(other, SECOND))), CLAIMS).window
    assert window is not None
    assert (window.start_earliest, window.end_latest) == (TENTH, TENTH)


def test_windows_that_share_no_day_are_taken_together() -> None:
    one, other = Window("x", SEVENTH, SEVENTH, SEVENTH, SEVENTH), Window("y", TENTH, TENTH, LAST, LAST)
    window = consignment_of(LINE, delivery(window=(stated(one, FIRST), stated(other, SECOND))), CLAIMS).window
    assert window is not None
    assert (window.start_earliest, window.end_latest) == (SEVENTH, LAST)


def test_a_slot_that_only_a_join_ties_to_the_figure_is_assumed() -> None:
    joins = (Join("all of it left from Najin", (FIRST, SECOND)),)
    found = consignment_of(
        LINE,
        delivery(quantity=(stated(Quantity(4, 4, "crate"), FIRST),), origin=(stated(place("Najin"), SECOND),), joins=joins),
        CLAIMS,
    )
    assert ("origin", "joined: all of it left from Najin") in {(a.slot, a.why) for a in found.assumed}


def test_an_inferred_side_is_assumed_and_an_unnamed_one_is_the_lines() -> None:
    found = consignment_of(LINE, delivery(), CLAIMS)
    assert (found.supplier, found.recipient) == (Party("Iran", "state", "Iran", "s"), Party("Russia", "state", "Russia", None))
    assert [a.slot for a in found.assumed] == ["supplier"]
    assert [item.name for item in found.goods] == ["shell"]
