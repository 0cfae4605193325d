"""What is told of a law finding: rules that would apply, with their conditions; why others do not; what is not held."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from waybill.check.law.days import Span
from waybill.check.law.goods import in_words
from waybill.check.law.holds import NO, Holds, all_of
from waybill.check.law.sides import is_concerned, unstated
from waybill.model.finding import Answer, Consignment, Reason
from waybill.reference.embargoes import HELD, Rule

_READ = {
    "text": "its words were read",
    "para": "read where it is cited",
    "summary": "read in a summary",
    "no": "not read: from memory",
}
_USED = ("supplier", "recipient", "goods", "item", "window", "origin", "destination")


class Weighed(NamedTuple):
    """A rule, and what holds of its sides, its goods, its standing and its days."""

    rule: Rule
    sides: Holds
    goods: Holds
    standing: Holds
    days: Holds

    @property
    def but_days(self) -> Holds:
        """What holds of it on a day on which it is in force."""
        return all_of(self.sides, self.goods, self.standing)

    @property
    def whole(self) -> Holds:
        """What holds of all of it."""
        return all_of(self.but_days, self.days)


def question(consignment: Consignment, span: Span) -> str:
    """What is asked, with what is known of the delivery."""
    goods = " and ".join(sorted({item.name for item in consignment.goods})) or "goods that nobody names"
    giver = consignment.supplier or consignment.origin
    getter = consignment.recipient or consignment.destination
    ways = (f"from {giver.name}" if giver else "", f"to {getter.name}" if getter else "", str(span))
    return f"Would {goods} {' '.join(filter(None, ways))} be prohibited, and by which paragraph?"


def reasons_of(consignment: Consignment, answer: Answer, told: Sequence[Weighed], span: Span) -> Iterator[Reason]:
    """The goods; rules that would apply, outright before on conditions; why others do not; what is not held."""
    if answer == "no":
        yield Reason("no rule held would apply", HELD)
    yield Reason(in_words(consignment.goods), "item_classes.csv, after the Wassenaar Munitions List and the UN Register")
    concerned = [one for one in told if one.sides != NO]
    prohibiting = [one for one in concerned if one.rule.effect == "prohibits"]
    applying = [one for one in prohibiting if one.whole != NO]
    yield from map(_applies, sorted(applying, key=_firmest))
    yield from (_does_not(one, span) for one in prohibiting if one.whole == NO and _tells(one, answer))
    yield from map(_besides, (one for one in concerned if one.rule.effect in ("conditions", "advises") and one.days != NO))
    yield from _not_held(consignment, told)
    for one in consignment.assumed:
        if one.slot in _USED:
            yield Reason(f"the {one.slot} is taken so: {one.why}", f"assumption: {one.slot}")


def _firmest(one: Weighed) -> tuple[bool, bool, bool, int, bool]:
    """Read before remembered, undisputed before disputed, few conditions before many, all arms before some."""
    rule = one.rule
    may_be_listed = rule.who == "listed" and bool(one.sides.ifs)
    return (rule.verified == "no", bool(rule.disputed_by), may_be_listed, len(one.whole.ifs), rule.kinds != ("arms",))


def _applies(one: Weighed) -> Reason:
    rule, ifs = one.rule, one.whole.ifs
    lead = f"if {' and '.join(ifs)}, {rule.name} would apply" if ifs else f"{rule.name} would apply"
    unless = f"; exemptions: {rule.exemption}" if rule.exemption else ""
    return Reason(f"{lead}: {_ways(rule)}, {rule.scope}{unless}; {_in_force(rule)}", _source(rule))


def _tells(one: Weighed, answer: Answer) -> bool:
    """A rule that does not apply is worth telling where none does, or where it is on these goods and the days alone differ."""
    return answer == "no" or (answer == "unknown" and one.days == NO and one.goods != NO)


def _does_not(one: Weighed, span: Span) -> Reason:
    why = f"it is on {one.rule.scope}" if one.days != NO else f"it was not in force {span}"
    return Reason(f"{one.rule.name} ({_ways(one.rule)}) would not apply: {why}; {_in_force(one.rule)}", _source(one.rule))


def _besides(one: Weighed) -> Reason:
    return Reason(f"no ban, but to be minded: {one.rule.name}, {_ways(one.rule)}: {one.rule.scope}", _source(one.rule))


def _ways(rule: Rule) -> str:
    words = {"supply_to": "supplies to", "procure_from": "what comes from", "both": "supplies to and what comes from"}
    return f"{words[rule.direction]} {rule.target}"


def _in_force(rule: Rule) -> str:
    until = f", last held term until {rule.until}" if rule.renewal_unknown else f" until {rule.until}" if rule.until else ""
    disputed = f", disputed by {rule.disputed_by}" if rule.disputed_by else ""
    return f"in force from {rule.since}{until}{disputed}"


def _source(rule: Rule) -> str:
    return f"{rule.source} ({_READ[rule.verified]})"


def _not_held(consignment: Consignment, told: Sequence[Weighed]) -> Iterator[Reason]:
    for unknown in unstated(consignment):
        yield Reason(f"{unknown} is not stated: rules on that side cannot be asked", HELD)
    getting, giving = replace(consignment, supplier=None, origin=None), replace(consignment, recipient=None, destination=None)
    for party, asked, words in (
        (getting.recipient, getting, "supplies to"),
        (giving.supplier, giving, "what comes from"),
    ):
        if party and all(is_concerned(one.rule, asked) == NO for one in told):
            yield Reason(f"no rule held on {words} {party.name}", HELD)
    yield Reason("regimes of the EU and of states are not held, so that nothing here says that it is lawful", HELD)
