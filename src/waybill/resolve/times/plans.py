"""Words of planning, whose dates lie ahead even where the verb looks back."""

from waybill.model.parse import Parse
from waybill.resolve.times.clause import below

PLANS = {
    "due": ("", "A ship was due on Friday."),
    "payable": ("", "The sum is payable on Friday."),
    "schedule": ("", "Talks were scheduled for Friday."),
    "slate": ("", "Talks were slated for Friday."),
    "expect": ("", "The envoy was expected on Friday."),
    "plan": ("", "It planned a test for Friday."),
    "intend": ("", "It intended to sail on Friday."),
    "set": ("for infinitive", "Talks were set for Friday."),
    "postpone": ("until to", "Talks were postponed to Friday."),
    "delay": ("until", "Talks were delayed until Friday."),
    "defer": ("until to", "Talks were deferred until Friday."),
    "extend": ("until to through", "The licence was extended until Friday."),
    "adjourn": ("until", "The court adjourned until Friday."),
    "reschedule": ("for", "Talks were rescheduled for Friday."),
    "give": ("until", "They were given until Friday."),
    "order": ("infinitive", "They were ordered to leave by Friday."),
    "agree": ("infinitive", "They agreed to meet on Friday."),
    "vow": ("infinitive", "It vowed to sail on Friday."),
    "pledge": ("infinitive", "It pledged to deliver them on Friday."),
    "promise": ("infinitive", "It promised to deliver them on Friday."),
    "threaten": ("infinitive", "It threatened to launch one on Friday."),
    "urge": ("infinitive", "They urged him to leave on Friday."),
    "tell": ("infinitive", "They told him to leave on Friday."),
    "want": ("infinitive", "They wanted to meet on Friday."),
    "hope": ("infinitive", "They hoped to meet on Friday."),
    "prepare": ("infinitive", "It prepared to sail on Friday."),
    "likely": ("infinitive", "It was likely to sail on Friday."),
    "ready": ("infinitive", "It was ready to sail on Friday."),
}
"""Words whose dates lie ahead even of a past verb, by lemma, with what one of must stand under them, and an example each."""


def plans(parse: Parse, at: int, infinitive: bool) -> bool:
    """True for words of planning, with what they need: "is set to leave", "a summit set for April", but not "set records".

    The parser takes "hoped" for a form of "hop": a lemma may lack its "e".
    """
    lemma = parse.lemma[at].lower()
    plan = PLANS.get(lemma) or PLANS.get(lemma + "e")
    if plan is None or not plan[0]:
        return plan is not None
    needed = plan[0].split()
    return ("infinitive" in needed and infinitive) or any(parse.word[c].lower() in needed for c in below(parse, at))
