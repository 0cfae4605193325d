"""What became of judgements after review, put beside how they fit."""

from collections.abc import Mapping
from dataclasses import replace

from waybill.model.judgement import Fit, JudgementNumber, Reviewed


def with_unkept(reviewed: Reviewed, why: Mapping[JudgementNumber, str]) -> Reviewed:
    """The same, where the Fit of each join or split that could not be kept says so: "not kept: its claims are of 2 lines".

    Its standing is what it was: its words are where they were.
    """
    return replace(reviewed, fits=tuple(_noted(fit, why.get(fit.judgement.number, "")) for fit in reviewed.fits))


def _noted(fit: Fit, why: str) -> Fit:
    return replace(fit, why="; ".join(filter(None, (fit.why, f"not kept: {why}")))) if why else fit
