"""The finding on a delivery of which no way is known; apart, for it needs no map."""

from waybill.check.route.ends import ends_of
from waybill.check.route.tell import assumptions
from waybill.model.finding import Consignment, Finding, Reason

QUESTION = "Could it have made the way in the time claimed?"
AS_STATED = "the delivery as stated"


def unplaced(consignment: Consignment) -> Finding | None:
    """Unknown, and why, where origin or destination is not known well enough; None where both are."""
    why = ends_of(consignment).unknown
    return Finding("route", QUESTION, "unknown", (Reason(why, AS_STATED), *assumptions(consignment))) if why else None
