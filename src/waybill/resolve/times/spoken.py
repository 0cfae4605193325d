"""What a text has spoken of, that later words count from: "the next day", "that night", "a week later"."""

from typing import get_args

from msgspec import Struct

from waybill.resolve.times.periods import Period, Unit

_FROM_FINE = {unit: n for n, unit in enumerate(get_args(Unit))} | {"weekend": 1, "week": 1}
"""Units from the finest; a weekend is as fine as a week."""
_SHORT = ("day", "week", "weekend", "month")
_MEMORY = 20
"""How many expressions words may go back over: our convention."""


class Spoken(Struct, frozen=True):
    """A calendar unit that a text spoke of, or the first and the last of a range, and the first token of its sentence."""

    first: Period
    last: Period
    sentence: int

    @property
    def single(self) -> bool:
        """True where it is no range."""
        return self.first == self.last

    def end(self, step: int) -> Period:
        """What is counted from: where the range began for what lies before it, else where it ended."""
        return self.first if step < 0 else self.last


Memory = tuple[Spoken, ...]
"""The latest first."""


def remembered(memory: Memory, spoken: Spoken, joined: bool) -> Memory:
    """The memory with what was just spoken of; where that is joined to the one before, the two are one range."""
    if joined and memory:
        whole = Spoken(memory[0].first, spoken.last, memory[0].sentence)
        return (whole, *memory[1:])
    return (spoken, *memory[: _MEMORY - 1])


def bases(memory: Memory, unit: Unit, step: int, sentence_before: int) -> tuple[Period, ...]:
    """What words of a unit count from, `step` 0 for the unit itself: the nearest that is at least as fine as the unit.

    Years are passed over, for they date figures more often than what is told; nothing is counted across a month that is
    not fine enough. A day is counted from the last single day rather than from a range after it; where that range stands
    no further back than the sentence before, from either.
    """
    told = [spoken for spoken in memory if _FROM_FINE[spoken.last.unit] < _FROM_FINE["year"] or unit not in _SHORT]
    fine = [spoken for spoken in told if _FROM_FINE[spoken.last.unit] <= _FROM_FINE[unit]]
    if not fine or fine[0] != told[0]:
        return ()
    near = fine[0]
    if near.single or unit != "day":
        return (near.end(step),)
    single = next((spoken.last for spoken in fine if spoken.single), None)
    if step == 0:
        return (single,) if single else ()
    if single is None:
        return (near.end(step),)
    return (single, near.end(step)) if near.sentence >= sentence_before else (single,)
