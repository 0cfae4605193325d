"""A run of the command line, as tests see it."""

from collections.abc import Callable

from msgspec import Struct


class Run(Struct, frozen=True):
    """What one run of the command line gave."""

    code: int
    out: str
    err: str


Waybill = Callable[..., Run]
