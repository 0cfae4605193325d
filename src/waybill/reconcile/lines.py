"""Claims to lines: who supplied whom, in which deliveries, and what the claims force."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from msgspec import Struct, field

from waybill.model.claim import Claim, ClaimId
from waybill.model.delivery import Line
from waybill.model.document import Publication
from waybill.model.judgement import Binding
from waybill.model.trace import Originator, OriginatorId, Tracing
from waybill.reconcile.backing import backing, heard
from waybill.reconcile.bounds import bounds
from waybill.reconcile.bridged import bridged
from waybill.reconcile.deliveries import delivery
from waybill.reconcile.disputes import disputes
from waybill.reconcile.extremes import stated_extremes
from waybill.reconcile.figures import figures
from waybill.reconcile.lending import Sides
from waybill.reconcile.movements import FigureOf, movements
from waybill.reconcile.readings import peaks, readings
from waybill.reconcile.rulings import Rulings, settle
from waybill.reconcile.sameness import is_figure
from waybill.reconcile.sides import Placed, place
from waybill.reconcile.statement import Statement, statements
from waybill.reconcile.wordings import worded
from waybill.reference.factors import Factor
from waybill.reference.factors import factors as shipped

EchoesOf = Mapping[ClaimId, Sequence[Statement]]


class Given(Struct, frozen=True):
    """What is given beside the claims, where it is not what they and the tables say themselves.

    `figure_of` are the ties of details to figures among more claims than these, as `figures_of` gives them: where a claim was
    rejected, what was tied to it is tied to nothing else. None: those among the claims themselves. `factors` bridge units.
    """

    figure_of: FigureOf | None = None
    factors: tuple[Factor, ...] = field(default_factory=shipped)


def reconcile(
    claims: Sequence[Claim],
    tracing: Tracing,
    publications: Sequence[Publication],
    bindings: Sequence[Binding] = (),
    given: Given | None = None,
) -> tuple[Line, ...]:
    """The lines that transfers and purchases draw; in which order all is given changes nothing.

    The line with most first-hand figures comes first, then by how many statements tell of something that happened, by how
    many there are, and by name. What is said of a line without particulars is its last delivery.

    `bindings` are what analysts joined and split; what of them cannot be kept, `unkept` tells of the lines that come back.
    Echoes are left out of everything but the count of echoes. A claim whose two sides are neither stated, inferred nor lent
    by its document's only fitting line is of no line. Raises KeyError for a claim that the tracing or the publications do
    not know.
    """
    given = given or Given()
    told = statements(claims, tracing, publications)
    echoes: defaultdict[ClaimId, list[Statement]] = defaultdict(list)
    for echo in told:
        if echo.claim.id in tracing.echo_of:
            echoes[tracing.echo_of[echo.claim.id]].append(echo)
    originators = {o.id: o for o in tracing.originators}
    ruled = settle(bindings, tracing.echo_of)
    placed = sorted(place(_own(told, tracing), ruled), key=_evidence)
    return tuple(_line(p, originators, echoes, ruled, given) for p in placed)


def figures_of(
    claims: Sequence[Claim], tracing: Tracing, publications: Sequence[Publication], bindings: Sequence[Binding] = ()
) -> FigureOf:
    """The figure that each detail or part is tied to where all of these claims stand. Given and raised as in `reconcile`."""
    ruled = settle(bindings, tracing.echo_of)
    placed = place(_own(statements(claims, tracing, publications), tracing), ruled)
    ties = (tie for p in placed for movement in movements(p.told, ruled) for tie in movement.ties)
    return {detail.claim.id: figure.claim.id for figure, detail in ties}


def _own(told: Sequence[Statement], tracing: Tracing) -> list[Statement]:
    """What is no echo."""
    return [s for s in told if s.claim.id not in tracing.echo_of]


def _evidence(placed: Placed) -> tuple[int, int, int, Sides]:
    """Most evidence first: figures and other statements of what happened, and all statements."""
    firm = [s for s in placed.told if s.firm]
    figures = [s for s in firm if is_figure(s) and not s.retelling]
    return (-len(figures), -len(firm), -len(placed.told), placed.sides)


def _line(
    placed: Placed,
    originators: Mapping[OriginatorId, Originator],
    echoes: EchoesOf,
    ruled: Rulings,
    given: Given,
) -> Line:
    supplier, recipient = placed.sides
    found = movements(placed.told, ruled, given.figure_of)
    quoted = heard([*placed.told, *_echoes(placed.told, echoes)], originators)
    deliveries = [
        delivery(m, placed.joins, backing(m.told, originators, quoted), _echoes(m.told, echoes), ruled) for m in found
    ]
    told, wordings = worded(placed.told, _echoes(placed.told, echoes))
    by_unit = figures(told)
    disputed = disputes(by_unit)
    over_units = bridged(by_unit, disputed.claims, given.factors)
    return Line(
        supplier,
        recipient,
        tuple(sorted(deliveries, key=lambda d: not d.particulars)),
        bounds(by_unit),
        stated_extremes(told, disputed.contradictions),
        (*disputed.contradictions, *over_units.contradictions),
        (*disputed.variants, *over_units.variants),
        (*readings(by_unit, disputed.claims), *over_units.readings),
        peaks(by_unit, disputed.claims),
        wordings,
    )


def _echoes(told: Sequence[Statement], echoes: EchoesOf) -> list[Statement]:
    return [echo for statement in told for echo in echoes.get(statement.claim.id, ())]
