"""Whether goods are of those a rule is on; vague ones with the condition on which they would be."""

from waybill.check.law.holds import NO, YES, Holds, best_of, open_if
from waybill.model.things import Item
from waybill.reference.embargoes import Rule
from waybill.reference.item_classes import class_of

UNSTATED = Item("goods that nobody names", None, None)
_IF = {
    "arms": "the goods are arms or related materiel",
    "heavy": "the goods are heavy arms (UN Register, categories I to VII) or related materiel",
    "missile": "the goods are of the UN's missile lists",
    "salw": "the goods are small arms, light weapons or their ammunition",
    "arms_but_salw": "the goods are arms other than small arms and light weapons",
    "vessel": "the goods are ships",
    "helicopter": "the goods are helicopters",
    "vehicle": "the goods are vehicles, aircraft or ships (HS 86 to 89)",
    "dual_use": "the goods are on its lists of goods for both uses",
    "capability": "the goods could strengthen armed forces",
}


def are_covered(rule: Rule, goods: tuple[Item, ...]) -> Holds:
    """Whether any of the goods is of a kind that the rule names; goods that nobody names may be anything."""
    return best_of(_is_covered(rule, item) for item in goods or (UNSTATED,))


def in_words(goods: tuple[Item, ...]) -> str:
    """What the goods are called, and what they are to the lists of arms."""
    return "; ".join(_in_words(item) for item in sorted(set(goods), key=lambda i: (i.name, i.item_class or ""))) or (
        "what the goods are is not stated"
    )


def _is_covered(rule: Rule, item: Item) -> Holds:
    found = {kind: class_of(item).is_of(kind) for kind in rule.kinds}
    if "yes" in found.values():
        return YES
    still_open = [_IF[kind] for kind, is_of in found.items() if is_of == "open"]
    return open_if(", or ".join(still_open)) if still_open else NO


def _in_words(item: Item) -> str:
    row = class_of(item)
    listed = f", Wassenaar {row.wassenaar_ml}" if row.wassenaar_ml else ""
    return f"{item.name}: {row.called}{listed}; UN Register: {row.unroca}" + (f"; {row.note}" if row.note else "")
