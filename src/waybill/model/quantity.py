"""How much: literal, closed intervals; tolerances are for those who reconcile."""

from typing import Literal

from msgspec import Struct

Modifier = Literal["=", "~", ">", "<", "range"]
Measure = Literal["total", "subset", "rate", "capacity", "detected"]


class Quantity(Struct, frozen=True, gc=False, omit_defaults=True):
    """An amount as it was said.

    `low` and `high` are literal and closed, None where the words set no bound: "more than 1,000" is (1000, None),
    "up to 1,000" (None, 1000), "about 400" (400, 400) with modifier "~". `numbers` are the figures said, after scale
    ($6bn is (6e9,)). `unit` is the counted noun or unit, singular and lower case ("container", "kilometre", "USD").
    `alternatives` holds the branches of "A or B"; the outer value is then their hull.
    """

    low: float | None
    high: float | None
    unit: str | None
    numbers: tuple[float, ...] = ()
    modifier: Modifier = "="
    measure: Measure = "total"
    alternatives: tuple["Quantity", ...] = ()
    vague: bool = False
    """True where no figure was said ("several dozen"): the bounds are then convention, which two speakers need not share."""

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"quantity runs backwards: {self.low} to {self.high}")
