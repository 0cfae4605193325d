"""Work on many texts, shared out among the cores that this process may use."""

import multiprocessing
import os
from collections.abc import Callable
from itertools import chain
from typing import Any, TypeVar

T = TypeVar("T")

Work = Callable[[range], list[T]]
"""What is done with the texts of a range."""

_FEW = 5_000
"""So many texts are done in a second or two: our convention, as starting processes and sending results takes a part of one."""

_PARTS = 8
"""Parts of the work for each core, so that none waits long for another."""


def on_all_cores(work: Work[T], count: int) -> list[T]:
    """What `work` gives for the numbers below `count`, in order.

    For many texts it runs in forks, which see everything this process holds and send back only what they find: where a system
    has no forks, in this process alone.
    """
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if count < _FEW or cores == 1 or "fork" not in multiprocessing.get_all_start_methods():
        return work(range(count))
    step = -(-count // (cores * _PARTS))
    parts = [range(start, min(start + step, count)) for start in range(0, count, step)]
    with multiprocessing.get_context("fork").Pool(cores, _take_up, (work,)) as pool:
        return list(chain.from_iterable(pool.imap(_part, parts)))


_taken_up: list[Work[Any]] = []
"""In a fork, the work it was started for: functions made on the spot cannot be sent."""


def _take_up(work: Work[Any]) -> None:
    _taken_up.append(work)


def _part(numbers: range) -> list[Any]:
    return _taken_up[-1](numbers)
