"""Law: would it be prohibited, by which paragraph, on that day?"""

from collections.abc import Collection, Sequence
from datetime import date

from waybill.check.law.days import Span, days_to_ask, in_force_over, is_in_force, span_of
from waybill.check.law.goods import are_covered
from waybill.check.law.holds import YES, Holds, all_of, best_of, open_if
from waybill.check.law.reasons import Weighed, question, reasons_of
from waybill.check.law.sides import is_concerned, unstated
from waybill.model.finding import Answer, Consignment, Finding
from waybill.reference.embargoes import Rule, embargoes


def law(consignment: Consignment, rules: Collection[Rule] | None = None) -> Finding:
    """What the rules held would say of a delivery, as what would follow: "if the goods are arms, X would apply".

    yes: on each of its days a rule would apply. no: on none does any rule held; never that it is lawful. unknown: it hangs on
    what is not known of the goods, the sides, the days or the rules, each told as a condition.
    """
    held = sorted(embargoes() if rules is None else rules, key=_key)
    span = span_of(consignment.window)
    asked = [rule for rule in held if rule.effect == "prohibits"]
    days = days_to_ask(span, asked)
    told = [_weighed(rule, consignment, days, span) for rule in held]
    prohibiting = [one for one in told if one.rule.effect == "prohibits"]
    answer = _answer([best_of(all_of(one.but_days, is_in_force(one.rule, day)) for one in prohibiting) for day in days])
    if answer == "no" and unstated(consignment):
        answer = "unknown"
    return Finding("law", question(consignment, span), answer, tuple(reasons_of(consignment, answer, told, span)))


def _weighed(rule: Rule, consignment: Consignment, days: tuple[date, ...], span: Span) -> Weighed:
    sides, goods = is_concerned(rule, consignment), are_covered(rule, consignment.goods)
    return Weighed(rule, sides, goods, _standing(rule), in_force_over(rule, days, span))


def _standing(rule: Rule) -> Holds:
    """Whether the rule can be answered from: not where it is held from memory only, nor where it is disputed."""
    if rule.verified == "no":
        return open_if("the rule is as it is remembered, for it was not read")
    return open_if(f"it is in force, which {rule.disputed_by} dispute") if rule.disputed_by else YES


def _answer(by_day: Sequence[Holds]) -> Answer:
    verdicts = {holds.verdict for holds in by_day}
    return "yes" if verdicts == {"yes"} else "no" if verdicts == {"no"} else "unknown"


def _key(rule: Rule) -> tuple[str, ...]:
    return (rule.since.isoformat(), rule.regime, rule.resolution, rule.paragraph, rule.direction, rule.target)
