"""Which joins and splits of analysts the lines could not keep, and why."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from waybill.model.claim import ClaimId
from waybill.model.delivery import Delivery, Line
from waybill.model.judgement import Binding, JudgementNumber
from waybill.model.trace import Tracing
from waybill.reconcile.rulings import stand_for

Place = tuple[Line, Delivery]


def unkept(bindings: Sequence[Binding], tracing: Tracing, lines: Sequence[Line]) -> dict[JudgementNumber, str]:
    """For each judgement that the lines made with these bindings do not keep in full, why not, by number.

    A join is not kept where its claims are of several lines or of none, or where a later judgement binds them otherwise; nor a
    split of what is one claim told again. Words of a join that were accepted and are no longer made are told of, too.
    """
    at = {claim: (line, delivery) for line in lines for delivery in line.deliveries for claim in delivery.claims}
    whys: defaultdict[JudgementNumber, list[str]] = defaultdict(list)
    for binding in sorted(bindings, key=lambda b: (b.judgement, b.claims)):
        why = _why(binding, stand_for(binding.claims, tracing.echo_of), at)
        whys[binding.judgement] += [why] if why else []
    later = {number: _later(number, bindings) for number in whys}
    return {number: "; ".join(dict.fromkeys(found)) + later[number] for number, found in whys.items() if found}


def _why(binding: Binding, claims: Sequence[ClaimId], at: Mapping[ClaimId, Place]) -> str | None:
    if binding.says:
        return None if binding.apart else _unaccepted(binding, claims, at)
    return _not_apart(claims, at) if binding.apart else _not_together(claims, at)


def _unaccepted(binding: Binding, claims: Sequence[ClaimId], at: Mapping[ClaimId, Place]) -> str | None:
    joins = (join for claim in claims if claim in at for join in at[claim][1].joins)
    made = any(join.judged == binding.judgement for join in joins)
    return None if made else f'no such join is made any more: "{binding.says}"'


def _not_together(claims: Sequence[ClaimId], at: Mapping[ClaimId, Place]) -> str | None:
    held = [at[claim] for claim in claims if claim in at]
    lines = {(line.supplier, line.recipient) for line, _ in held}
    if missing := len(claims) - len(held):
        return f"{missing} of its claims {'is' if missing == 1 else 'are'} rejected or on no line"
    if len(lines) > 1:
        told = ", ".join(f"{supplier} to {recipient}" for supplier, recipient in sorted(lines))
        return f"its claims are on {len(lines)} lines ({told}), and a delivery is on one"
    return "its claims are in several deliveries" if len({delivery.id for _, delivery in held}) > 1 else None


def _not_apart(claims: Sequence[ClaimId], at: Mapping[ClaimId, Place]) -> str | None:
    if len(claims) < 2:
        return "it is on one claim, or on a claim and its echo"
    held = [at[claim][1].id for claim in claims if claim in at]
    return "its claims are in one delivery" if len(set(held)) < len(held) else None


def _later(number: JudgementNumber, bindings: Sequence[Binding]) -> str:
    """The later judgements on one of the same claims, which may be why."""
    own = {claim for b in bindings if b.judgement == number for claim in b.claims}
    found = sorted({b.judgement for b in bindings if b.judgement > number and own & {*b.claims}})
    if not found:
        return ""
    named = ", ".join(map(str, found))
    return f" (judgement {named} is later)" if len(found) == 1 else f" (judgements {named} are later)"
