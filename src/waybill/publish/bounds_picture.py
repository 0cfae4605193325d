"""What the claims force on each count over time, as a picture: a band from the least to the most, a step where it moves."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from math import floor, log10

from msgspec import Struct

from waybill.model.account import Account
from waybill.model.delivery import Bound, Line
from waybill.publish.desk import Desk
from waybill.publish.svg import document, tag, text, width_of
from waybill.reference.units import plural

WIDTH = 960.0
_LEFT, _RIGHT, _HEIGHT = 84.0, 28.0, 220.0
_SMALL = 12.0
_LINE = 16.0
_FEW_DAYS = 10
"""Days shown before the first figure and after the last at least: our convention, so that one alone has a place."""

_MOST_LABELS = 4
_NONE_STATED = "no upper bound stated"


def bounds_picture(account: Account) -> str:
    """An SVG picture of the cumulative bounds, a panel a unit, line by line."""
    desk = Desk(account)
    title = "How much had come, at least and at most"
    marks = [text((28.0, 40), title, 20, class_="strong"), *_legend(62)]
    told, top = [], 96.0
    for line in account.lines:
        for unit, rows in _units(line):
            panel = _Panel(desk, rows, top + 46, _days(line), _reach(desk, line))
            heading = f"{line.supplier} → {line.recipient}: {plural(unit)}"
            marks += [text((28.0, top + 12), heading, 14, class_="strong"), *panel.marks()]
            told.append(f"{heading}: {'; '.join(_said(desk, row) for row in rows)}.")
            top = panel.bottom + 30
    if not told:
        told = ["No figure bounds a quantity in these documents."]
        marks.append(text((28.0, top), told[0], _SMALL, class_="dim"))
    return document((WIDTH, top + 8), title, " ".join(told), marks)


def _units(line: Line) -> list[tuple[str, list[Bound]]]:
    """The bounds of each unit of which any is more than 0, those of which most is known first."""
    known = dict.fromkeys(b.unit for b in line.bounds if b.low or b.high is not None)
    rows = {unit: [b for b in line.bounds if b.unit == unit] for unit in known}
    return sorted(rows.items(), key=lambda unit: (-len(unit[1]), unit[0]))


def _reach(desk: Desk, line: Line) -> float:
    """The pixels that the days of a line take: what remains when the widest label has its place."""
    return WIDTH - _LEFT - _RIGHT - max(width_of(_words(desk, row), _SMALL) for row in line.bounds)


def _words(desk: Desk, row: Bound) -> str:
    labels = [desk.labels.marked(c) for c in row.claims]
    named = " ".join(labels[:_MOST_LABELS]) + (f" +{len(labels) - _MOST_LABELS}" if len(labels) > _MOST_LABELS else "")
    least = [f"at least {row.low:,.0f}"] if row.low or row.high is None else []
    most = [f"at most {row.high:,.0f}"] if row.high is not None else []
    return f"{row.date.day} {row.date:%b %Y}: {', '.join(least + most)} ({named})"


def _said(desk: Desk, row: Bound) -> str:
    most = f"at most {row.high:,.0f}" if row.high is not None else _NONE_STATED
    return f"by {row.date.isoformat()} at least {row.low:,.0f}, {most} ({desk.labels.of(row.claims)})"


def _days(line: Line) -> tuple[date, date]:
    """The days shown of a line, the same for all its units."""
    days = [b.date for b in line.bounds]
    pad = timedelta(days=max(_FEW_DAYS, (max(days) - min(days)).days // 12))
    return min(days) - pad, max(days) + pad


def _legend(top: float) -> list[str]:
    hatch = tag("path", d="M-2 2l4 -4M0 8l8 -8M6 10l4 -4", class_="hatch")
    pattern = tag("pattern", hatch, id="open", width=8, height=8, patternUnits="userSpaceOnUse")
    found, left = [tag("defs", pattern)], 28.0
    for fill, words in (("band", "what the claims allow"), ("open", f"allowed too: {_NONE_STATED}")):
        look = {"class_": "band"} if fill == "band" else {"fill": "url(#open)"}
        found.append(tag("rect", x=left, y=top - 10, width=24, height=13, **look))
        found.append(text((left + 32, top + 1), words, _SMALL, class_="dim"))
        left += 62 + width_of(words, _SMALL)
    for line, words in (("one-line", "at least"), ("two-line", "at most")):
        found.append(tag("path", d=f"M{left:g} {top - 3:g}h24", class_=line))
        found.append(text((left + 32, top + 1), words, _SMALL, class_="dim"))
        left += 62 + width_of(words, _SMALL)
    return found


class _Panel(Struct, frozen=True):
    """One unit over time; all lengths are pixels from the upper left corner."""

    desk: Desk
    rows: Sequence[Bound]
    top: float
    days: tuple[date, date]
    reach: float

    @property
    def height(self) -> float:
        """A count that is known but once needs little."""
        return _HEIGHT if len(self._changes()) > 1 else _HEIGHT / 2

    @property
    def bottom(self) -> float:
        """Where all of it ends."""
        return max(self.top + self.height, *(y for _, _, y in self._placed()), 0.0) + 10

    def marks(self) -> list[str]:
        """All of it, what lies behind first."""
        return [*self._areas(), *self._grid(), *self._steps(), *self._labels()]

    @property
    def _most(self) -> float:
        """The upper end of the scale."""
        return 1.15 * max(max(b.low, b.high or 0) for b in self.rows)

    def _x(self, day: date) -> float:
        first, last = self.days
        return _LEFT + self.reach * ((day - first).days / (last - first).days)

    def _y(self, count: float) -> float:
        return self.top + self.height * (1 - count / self._most)

    def _spans(self) -> list[tuple[float, float, float, float | None]]:
        """From where to where the least is so much, and the most, None where nobody states one."""
        edges = [_LEFT, *(self._x(b.date) for b in self.rows), WIDTH - _RIGHT]
        lows = [0.0, *(b.low for b in self.rows)]
        highs = [*(b.high for b in self.rows), None]
        return [(start, end, low, high) for (start, end), low, high in zip(pairwise(edges), lows, highs, strict=True)]

    def _areas(self) -> list[str]:
        found = []
        for start, end, low, high in self._spans():
            top = self.top if high is None else self._y(high)
            look = {"fill": "url(#open)"} if high is None else {"class_": "band"}
            found.append(tag("rect", x=start, y=top, width=end - start, height=self._y(low) - top, **look))
        return found

    def _grid(self) -> list[str]:
        found = []
        step = max(1.0, _round_step(self._most * 55 / self.height))
        for number in range(int(self._most / step) + 1):
            y = self._y(number * step)
            found.append(tag("path", d=f"M{_LEFT:g} {y:.1f}H{WIDTH - _RIGHT:g}", class_="rule"))
            found.append(text((_LEFT - 8, y + 4), f"{number * step:,.0f}", _SMALL, class_="dim", text_anchor="end"))
        return [*found, *self._months()]

    def _months(self) -> list[str]:
        """The first days of months, as many as have a place."""
        first, last = self.days
        months = [date(n // 12, n % 12 + 1, 1) for n in range(_month(first) + 1, _month(last) + 1)]
        apart = -(-len(months) * 72 // int(self.reach)) if months else 1
        found = []
        for day in months[::apart] or [first]:
            found.append(tag("path", d=f"M{self._x(day):.1f} {self.top:g}v-5", class_="edge"))
            words = f"{day:%b %Y}" if months else day.isoformat()
            found.append(text((self._x(day), self.top - 10), words, _SMALL, class_="dim", text_anchor="middle"))
        return found

    def _steps(self) -> list[str]:
        path = f"M{_LEFT:g} {self._y(0):.1f}"
        for start, end, low, _ in self._spans():
            path += f"V{self._y(low):.1f}H{end:.1f}" if start > _LEFT else f"H{end:.1f}"
        found = [tag("path", d=path, class_="one-line")]
        for start, end, _, high in self._spans():
            if high is not None:
                found.append(tag("path", d=f"M{start:.1f} {self._y(high):.1f}H{end:.1f}", class_="two-line"))
        return found

    def _labels(self) -> list[str]:
        found: list[str] = []
        for row, x, y in self._placed():
            line = self._y(row.low)
            found.append(tag("path", d=f"M{x:.1f} {line:.1f}V{y - 4:.1f}h5", class_="edge"))
            found.append(tag("circle", cx=x, cy=line, r=4, class_="one"))
            found.append(text((x + 8, y), _words(self.desk, row), _SMALL, class_="halo"))
        return found

    def _placed(self) -> list[tuple[Bound, float, float]]:
        """Where the label of each change begins: below and right of its step, where nothing else is, for no count falls.

        Labels that would touch move down, the left ones below those to their right.
        """
        found: list[tuple[Bound, float, float]] = []
        for row in reversed(self._changes()):
            x, y = self._x(row.date), self._y(row.low) + _LINE
            right = x + 8 + width_of(_words(self.desk, row), _SMALL)
            while any(abs(y - other) < _LINE and right > left for _, left, other in found):
                y += _LINE
            found.append((row, x, y))
        return found

    def _changes(self) -> list[Bound]:
        """The rows in which an end moves, or is stated by others."""
        before = [None, *self.rows[:-1]]
        return [b for b, a in zip(self.rows, before, strict=True) if a is None or (a.low, a.high) != (b.low, b.high)]


def _round_step(least: float) -> float:
    """1, 2 or 5 with noughts, no smaller than asked for."""
    power = 10.0 ** floor(log10(least))
    return next(n * power for n in (1, 2, 5, 10) if n * power >= least)


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1
