"""The tree of retellings as a picture: what changed stands on the edge from each telling to the one that repeats it."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from waybill.model.account import Account
from waybill.model.trace import Drift, OriginatorId
from waybill.publish.desk import Desk
from waybill.publish.genealogy import Branch, families, told_at
from waybill.publish.svg import document, tag, text, width_of, wrapped
from waybill.publish.wording import by, counted

WIDTH = 960.0
_MARGIN, _INDENT, _NODE = 28.0, 34.0, 6.0
_SAID, _SMALL = 14.0, 12.0
_LINE = 19.0

_MARKS = {"government": "one", "organisation": "three", "outlet": "two"}
_KINDS = ("a government", "an organisation", "an outlet in its own words", "a person, a crowd, or nobody named")


def retold_picture(account: Account) -> str:
    """An SVG picture of every first telling that was retold otherwise than it was told, with all that repeats it."""
    desk = Desk(account)
    trees = families(desk, account.reviewed.standing)
    drawn = [t for t in trees if t.below]
    drawing = _Drawing(desk)
    marks = [text((_MARGIN, 40), "How statements changed as they were retold", 20, class_="strong")]
    marks += drawing.legend(62)
    top = 104.0
    for tree in drawn:
        found, top = drawing.tree(tree, top)
        marks += found
    left = sum(t.unchanged for t in trees if not t.below)
    rest = f"{counted(len(trees) - len(drawn), 'further statement')} only repeated unchanged, {counted(left, 'time')}."
    marks += [text((_MARGIN, top + 4), rest if drawn else f"Nothing was changed in retelling. {rest}", _SMALL, class_="dim")]
    told = " ".join(_told(desk, t) for t in drawn)
    return document((WIDTH, top + 24), "How statements changed as they were retold", f"{told} {rest}".strip(), marks)


def _told(desk: Desk, branch: Branch) -> str:
    """The tree in sentences, for those who do not see it."""
    retelling, claim = branch.retelling, branch.claim
    changes = "; ".join(f"{d.kind}: {d.before} to {d.after}" for d in retelling.drifts) if retelling else ""
    circular = f"; looks circular: {retelling.why}" if retelling and retelling.circular else ""
    head = f"{desk.labels.claims[claim.id]}: {desk.what(claim)}, {told_at(desk, claim)}"
    own = f"{head} ({changes}{circular})" if retelling else head
    return " ".join((f"{own}.", *(_told(desk, b) for b in branch.below)))


class _Drawing(Struct, frozen=True):
    """Draws trees from the top down; all lengths are pixels."""

    desk: Desk

    def legend(self, top: float) -> list[str]:
        """What marks and edges mean."""
        found, left = [], _MARGIN + _NODE
        for mark, words in zip((*_MARKS.values(), "four"), _KINDS, strict=True):
            found += [_node(left, top, mark), text((left + 14, top + 4), words, _SMALL, class_="dim")]
            left += 44 + width_of(words, _SMALL)
        edges = (("", "the same origin retold"), ("5 4", "another mouth, perhaps no other origin"))
        left = _MARGIN
        for dash, words in edges:
            dashed = {"stroke_dasharray": dash} if dash else {}
            found.append(tag("path", d=f"M{left:g} {top + 22:g}h30", class_="two-line" if dash else "edge", **dashed))
            found.append(text((left + 38, top + 26), words, _SMALL, class_="dim"))
            left += 68 + width_of(words, _SMALL)
        return found

    def tree(self, tree: Branch, top: float) -> tuple[list[str], float]:
        """The marks of a tree, and where the next one begins."""
        rule = tag("path", d=f"M{_MARGIN:g} {top:g}H{WIDTH - _MARGIN:g}", class_="rule")
        marks, _, bottom = self._branch(tree, _MARGIN + _NODE, top + 26)
        return [rule, *marks], bottom + 14

    def _branch(self, branch: Branch, left: float, top: float) -> tuple[list[str], float, float]:
        """The marks of a telling and those below it, the height of its node, and where they end."""
        marks, top = self._edge(branch, left + 22, top)
        node = top
        marks += [_node(left, node - 4.5, self._mark(branch)), *self._telling(branch, left + 18, node)]
        lines = self._lines(branch, left + 18)
        trunk = node
        bottom = node + (len(lines) - 1) * _LINE + 18 + 8
        for below in branch.below:
            found, at, bottom = self._branch(below, left + _INDENT, bottom + 16)
            marks += [*found, _turn(below, left, at)]
            trunk = at - 14.5
        if branch.below:
            marks.append(tag("path", d=f"M{left:g} {node + 4:g}V{trunk:g}", class_="edge"))
        return marks, node, bottom

    def _edge(self, branch: Branch, left: float, top: float) -> tuple[list[str], float]:
        """What changed on the way to this telling, line by line, and where its own words begin."""
        if not branch.retelling:
            return [], top
        marks: list[str] = []
        for chip, words in _changes(branch):
            wide = width_of(chip, _SMALL) + 12
            marks.append(tag("rect", x=left, y=top - 13, width=wide, height=18.0, rx=9, class_="chip"))
            marks.append(text((left + 6, top), chip, _SMALL, class_="strong"))
            for line in wrapped(words, _SMALL, WIDTH - _MARGIN - left - wide - 8):
                marks.append(text((left + wide + 8, top), line, _SMALL))
                top += _LINE
            top += 3
        return marks, top + 4

    def _lines(self, branch: Branch, left: float) -> list[str]:
        label = self.desk.labels.marked(branch.claim.id)
        return wrapped(f"{label}  {self.desk.what(branch.claim)}", _SAID, WIDTH - _MARGIN - left)

    def _telling(self, branch: Branch, left: float, top: float) -> Iterator[str]:
        """Its words, and below them who says them, where and when, and how many repeat them unchanged."""
        lines = self._lines(branch, left)
        for number, line in enumerate(lines):
            yield text((left, top + number * _LINE), line, _SAID, class_="strong")
        claim = branch.claim
        document_ = self.desk.publications[claim.document]
        outlet = document_.publisher or document_.path.removeprefix(self.desk.folder)
        echoes = f" · {counted(branch.unchanged, 'echo', 'echoes')} unchanged" if branch.unchanged else ""
        under = f"{by(claim)} · {outlet}, {told_at(self.desk, claim)}{echoes}"
        yield text((left, top + (len(lines) - 1) * _LINE + 18), under, _SMALL, class_="dim")

    def _mark(self, branch: Branch) -> str:
        originator: OriginatorId = self.desk.account.tracing.originator_of[branch.claim.id]
        return _MARKS.get(self.desk.originators[originator].kind, "four")


def _turn(below: Branch, left: float, node: float) -> str:
    """From the trunk below a telling to one that retells it."""
    path = f"M{left:g} {node - 14.5:g}q0 10 10 10H{left + _INDENT - _NODE - 3:g}"
    if below.retelling and below.retelling.circular:
        return tag("path", d=path, class_="two-line", stroke_dasharray="5 4")
    return tag("path", d=path, class_="edge")


def _changes(branch: Branch) -> Sequence[tuple[str, str]]:
    """Each change with its kind; where nothing changed, what the retelling is instead."""
    if not branch.retelling:
        return []
    told: list[tuple[str, str]] = [(d.kind, _words(d)) for d in branch.retelling.drifts]
    if branch.retelling.circular:
        told.append(("circular?", branch.retelling.why))
    return told or [("says more", branch.retelling.why)]


def _words(drift: Drift) -> str:
    return f"{drift.before or 'none'} → {drift.after or 'none'}"


def _node(left: float, middle: float, mark: str) -> str:
    """A disc for a government, a square for an outlet, a triangle for an organisation, a diamond for anybody else."""
    n = _NODE
    match mark:
        case "one":
            return tag("circle", cx=left, cy=middle, r=n, class_="one")
        case "two":
            return tag("rect", x=left - n + 1, y=middle - n + 1, width=2 * n - 2, height=2 * n - 2, class_="two")
        case "three":
            return tag("path", d=f"M{left:g} {middle - n:g}l{n:g} {2 * n - 1:g}h{-2 * n:g}z", class_="three")
        case _:
            return tag(
                "path",
                d=f"M{left:g} {middle - n - 1:g}l{n + 1:g} {n + 1:g}l{-n - 1:g} {n + 1:g}l{-n - 1:g} {-n - 1:g}z",
                class_="four",
            )
