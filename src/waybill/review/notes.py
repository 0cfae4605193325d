"""What becomes of judgements beyond how they fit, put beside that."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from waybill.model.judgement import Fit, JudgementNumber, Reviewed


def with_unkept(reviewed: Reviewed, why: Mapping[JudgementNumber, str]) -> Reviewed:
    """The same, where the Fit of each join or split that could not be kept says so: "not kept: its claims are of 2 lines".

    Its standing is what it was: its words are where they were.
    """
    return replace(reviewed, fits=noted(reviewed.fits, {number: f"not kept: {told}" for number, told in why.items()}))


def noted(fits: Sequence[Fit], notes: Mapping[JudgementNumber, str]) -> tuple[Fit, ...]:
    """The same, each with its note behind what is said already."""
    return tuple(replace(f, why="; ".join(filter(None, (f.why, notes.get(f.judgement.number))))) for f in fits)
