"""Publications that carry another's text."""

from collections.abc import Sequence

from waybill.model.document import Publication
from waybill.trace.carried import Carried, Ordering
from waybill.trace.precedence import precedence

__all__ = ["Carried", "Ordering", "reprints"]


def reprints(publications: Sequence[Publication], in_order: Ordering = precedence) -> tuple[Carried, ...]:
    """Every publication that carries another's text, whole or in part, with the one it is closest to; ordered by id.

    MinHash says which to compare, the exact passages that two share decide. `Reprint.share` is the part of its words, furniture
    aside, that stand in the other in runs of five or more. The very same text is a reprint with share 1.0 however short. Of
    several equally close ones the earliest is named. The order of `publications` changes nothing. `in_order` says which of two
    came first.
    """
    if len(publications) < 2:
        return ()
    from waybill.trace.carrying import carrying  # noqa: PLC0415 - importing numpy is half of a run with a single text

    return carrying(publications, in_order)
