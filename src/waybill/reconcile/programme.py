"""Levels that lift each other: the least and the greatest that all lifts allow, as linear programmes."""

from collections.abc import Mapping, Sequence
from itertools import accumulate
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from waybill.reconcile.flow import Limit

if TYPE_CHECKING:
    from highspy import HighsLp
    from highspy._core import _Highs

NEAR = 1e-6
"""The share of a level by which two may differ and still be taken for equal: our convention, above the solver's tolerance."""

SHORT = 1e-3
"""Limits that fall short of each other by no more in all can hold together: our convention, a thousandth of a piece."""


class NotSolvedError(Exception):
    """The solver came to no optimum; says what it came to. Nothing follows then, least of all that limits cannot hold."""


class Lift(NamedTuple):
    """The level `to` is at least `amount` and so many times the levels `of`: by a limit, by a bridge (its number), or by
    neither, where it is so whatever anybody says."""

    to: int
    of: tuple[tuple[int, float], ...]
    amount: float = 0.0
    limit: Limit | None = None
    bridge: int | None = None


class Problem(Struct, frozen=True):
    """So many levels, none below 0; some of them are given."""

    levels: int
    lifts: tuple[Lift, ...]
    given: Mapping[int, float]


def least(problem: Problem) -> tuple[float, ...] | None:
    """The least level of each; None where the lifts cannot all hold.

    Every lift raises one level by others, so that of two solutions the lower levels of both are one too: one programme, of the
    least sum, gives the least of all. Raises NotSolvedError.
    """
    solver, solved = _run(_model(problem, [1.0] * problem.levels))
    return tuple(solver.getSolution().col_value) if solved else None


def greatest(problem: Problem) -> tuple[float, ...]:
    """The greatest level of each, inf where nothing bounds it, of lifts that can hold and have each but one level that is not
    given.

    Of two solutions the higher levels of both are then one too. Raises NotSolvedError.
    """
    bounded = _bounded(problem)
    solver, solved = _run(_model(problem, [-1.0 if n in bounded else 0.0 for n in range(problem.levels)]))
    if not solved:
        raise NotSolvedError("infeasible, though it was feasible")
    return tuple(level if n in bounded else inf for n, level in enumerate(solver.getSolution().col_value))


def shortfall(problem: Problem, each: bool) -> list[tuple[Lift, float]]:
    """Limits that cannot all hold, each with its weight in the least by which they fall short; none where all can hold.

    With `each` every limit may fall short by an amount of its own, and their sum is least: many a set is then told of at once.
    Else all may fall short by the same, and that is least: of one set. What has a weight proves by itself that it cannot hold
    (Farkas). Raises NotSolvedError.
    """
    loose = [n for n, lift in enumerate(problem.lifts) if lift.limit]
    solver, solved = _run(_model(problem, [0.0] * problem.levels, loose, each))
    if not solved:
        raise NotSolvedError("infeasible, though every limit may fall short")
    if solver.getInfo().objective_function_value <= SHORT:
        return []
    weights = solver.getSolution().row_dual
    return [(problem.lifts[n], abs(weights[n])) for n in loose if abs(weights[n]) > NEAR]


def free_level(lift: Lift, given: Mapping[int, float]) -> tuple[int, float] | None:
    """The one level of a lift that is not given, with how many times it counts; None where none is."""
    return next(((n, times) for n, times in lift.of if n not in given), None)


def _bounded(problem: Problem) -> set[int]:
    """The levels that something bounds from above: given ones, and those that lift a bounded one."""
    below: dict[int, list[int]] = {}
    for lift in problem.lifts:
        if (free := free_level(lift, problem.given)) is not None:
            below.setdefault(lift.to, []).append(free[0])
    found, waiting = set(problem.given), list(problem.given)
    while waiting:
        new = [n for n in below.get(waiting.pop(), ()) if n not in found]
        found.update(new)
        waiting += new
    return found


def _model(problem: Problem, cost: Sequence[float], loose: Sequence[int] = (), each: bool = True) -> "HighsLp":
    """A row a lift; loose ones may fall short, each by a level of its own or all by the same, at a price of 1."""
    import numpy as np  # noqa: PLC0415 - here, so that accounts without bridged units need not load it
    from highspy import HighsLp, MatrixFormat  # noqa: PLC0415 - likewise

    short = {row: problem.levels + (n if each else 0) for n, row in enumerate(loose)}
    rows = [((lift.to, 1.0), *((n, -times) for n, times in lift.of)) for lift in problem.lifts]
    rows = [(*row, (short[n], 1.0)) if n in short else row for n, row in enumerate(rows)]
    model, columns = HighsLp(), problem.levels + len(set(short.values()))
    model.num_col_, model.num_row_ = columns, len(rows)
    model.col_cost_ = np.array([*cost, *[1.0] * (columns - problem.levels)])
    model.col_lower_ = np.array([problem.given.get(n, 0.0) for n in range(columns)])
    model.col_upper_ = np.array([problem.given.get(n, inf) for n in range(columns)])
    model.row_lower_ = np.array([lift.amount for lift in problem.lifts])
    model.row_upper_ = np.full(len(rows), inf)
    model.a_matrix_.format_ = MatrixFormat.kRowwise
    model.a_matrix_.start_ = np.array([0, *accumulate(map(len, rows))], dtype=np.int32)
    model.a_matrix_.index_ = np.array([n for row in rows for n, _ in row], dtype=np.int32)
    model.a_matrix_.value_ = np.array([times for row in rows for _, times in row])
    return model


def _run(model: "HighsLp") -> tuple["_Highs", bool]:
    """The solver at an optimum, True; or with a proof that there is none, False. Whatever else it comes to is not solved."""
    from highspy import HighsModelStatus  # noqa: PLC0415 - see _model
    from highspy._core import _Highs  # noqa: PLC0415 - highspy.Highs itself prints a banner to standard output as it is made

    solver = _Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("threads", 1)
    solver.passModel(model)
    solver.run()
    status = solver.getModelStatus()
    if status not in (HighsModelStatus.kOptimal, HighsModelStatus.kInfeasible):
        raise NotSolvedError(solver.modelStatusToString(status))
    return solver, status == HighsModelStatus.kOptimal
