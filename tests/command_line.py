"""A run of the command line, as tests see it."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """What one run of the command line gave."""

    code: int
    out: str
    err: str


Waybill = Callable[..., Run]
