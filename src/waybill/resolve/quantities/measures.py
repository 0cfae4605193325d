"""What an amount measures: a total, a part, a rate, what would fit, or what was seen."""

import re

from msgspec import Struct

from waybill.model.parse import Parse
from waybill.model.quantity import Measure
from waybill.model.span import Span


class Cue(Struct, frozen=True):
    """Words before an amount that tell what it measures, with stems of which one is in any text that has them.

    The stems are asked first: a search of the pattern takes ten times as long and rarely finds anything.
    """

    stems: tuple[str, ...]
    pattern: re.Pattern[str]

    def precedes(self, before: str) -> bool:
        """True where these words end at the amount."""
        lowered = before.lower()
        for stem in self.stems:
            if stem in lowered:
                return self.pattern.search(before) is not None
        return False


def _cue(stems: str, pattern: str) -> Cue:
    return Cue(tuple(stems.split()), re.compile(pattern, re.IGNORECASE))


_CAPACITY_BEFORE = _cue(
    "hold carry contain fit accommodat stor transport fill tak load enough sufficient room space capacity",
    r"\b(?:can|could|might|may|would|able\s+to|capable\s+of|enough\s+to|designed\s+to|sufficient\s+to)\s+(?:\w+\s+)?"
    r"(?:hold(?:ing)?|carry(?:ing)?|contain(?:ing)?|fit(?:ting)?|accommodat(?:e|ing)|stor(?:e|ing)|transport(?:ing)?|fill(?:ing)?|tak(?:e|ing)|load)\b[^.;]{0,60}$"
    r"|\b(?:container|wagon|railcar|box|crate|truck|train)s?\s+(?:\w+\s+)?(?:holds?|fits?|takes?)\s[^.;,]{0,30}$"
    r"|\b(?:enough|sufficient|room|space)\s+(?:room\s+|space\s+)?for\s[^.;,]{0,30}$|\b(?:a\s+|total\s+|maximum\s+)?capacity\s+(?:of|for)\s[^.;,]{0,30}$",
)
_CAPACITY_AFTER = re.compile(
    r"\s+(?:of\s+)?(?:capacity|could\s+(?:fit|be\s+(?:held|carried|stored|accommodated)))\b|\s+capacity\b", re.IGNORECASE
)
_SUBSET_BEFORE = _cue(
    "which whom them these those including",
    r"\b(?:of\s+(?:which|whom|them)|of\s+(?:these|those),|including|among\s+(?:which|them)),?\s+(?:some\s+|were\s+)?$",
)
_SUBSET_AFTER = re.compile(
    r"(?:\s+of)?\s+(?:them|these|those|which|whom|the|its|their|an?|this|all)\b|\s+(?:was|were|is|are|has|have|had)\b",
    re.IGNORECASE,
)
_ODDS = re.compile(r"\w\s+in\s+\w", re.IGNORECASE)
_RATE_BEFORE = _cue(
    "dai day week month annual year",
    r"\b(?:daily|weekly|monthly|annual|yearly)\s+(?:rate|output|production|consumption|use|average|volume|deliver(?:y|ies))?\s*(?:\w+\s+)?of\s+[^.;,]{0,20}$"
    r"|(?:^|[,;]\s)(?:(?:and|but)\s)?(?:each|every)\s+(?:day|week|month|year),\s*$",
)
_RATE_AFTER = re.compile(
    r"(?:\s+[\w-]+){0,3}?\s+(?:per|every|each)\s+(?:hour|day|night|week|month|year)\b"
    r"|(?:\s+[\w-]+){0,2}?\s+(?:dai|night|week|month|annual|year)ly\b(?!\s+[a-z]+)"
    r"|\s+(?:apiece\b|each(?=\s*(?:[.,;:)]|$)|\s+(?:for|to|on|from|in|at|and)\b))",
    re.IGNORECASE,
)
_EACH = re.compile(r"\beach\b(?P<between>[^.;:]{0,60})$", re.IGNORECASE)
_IMAGERY = _cue(
    "photo image picture imagery footage video satellite analys",
    r"\b(?:photo(?:graph)?|image|picture|imagery|footage|video)s?\s+of\s[^.;,]{0,40}$|"
    r"\b(?:satellite|imagery|images?|photo(?:graph)?s?|pictures?|footage|analys(?:is|ts?)|video)\b[^.;]{0,120}\b"
    r"(?:show(?:s|ed|n|ing)?|reveal(?:s|ed|ing)?|captur(?:e|es|ed|ing)|depict(?:s|ed|ing)?|indicat(?:e|es|ed|ing)|identif(?:y|ies|ied)|count(?:s|ed|ing)?)\b[^.;]*$",
)
_SEEN_BEFORE = _cue(
    "saw see spot count observ detect photographed visible imag",
    r"\b(?:saw|seen|spotted|spots|counted|counts|observed|observes|detected|detects|photographed|visible|see|spot|count|observing|imaged)\s+"
    r"(?:at\s+least\s+|only\s+|\w+ly\s+|that\s+|a\s+|the\s+)?$",
)
_SEEN_AFTER = re.compile(
    r"(?:\s+\w+){0,4}?\s+(?:(?:was|were|could\s+be|can\s+be|been|are|is)\s+)(?:\w+ly\s+)?(?:seen|spotted|counted|observed|detected|photographed|visible|identified)\b"
    r"|\s+(?:visible|seen|spotted|pictured)\b",
    re.IGNORECASE,
)
_LONGEST_CLIMB = 12
"""Steps from a number up to its verb, and tokens to its noun: our convention."""
_REACH = 160
"""Code points a cue may stand before its amount: our convention, a long clause."""


def measure_of(parse: Parse, start: int, end: int, per: bool, kind: str) -> Measure:
    """What the amount at half-open offsets measures, by the words of its sentence; `per` where what it is per follows it.

    `kind` is the amount's: a part or a share of something named after it is a subset. What each of several holds is a rate.

    | They shipped 300 crates. -> 300 crates [300 crate]
    | Output is 250,000 shells per month. -> 250,000 shells per month [250000 shell rate]
    | The crates could hold 500,000 rounds. -> 500,000 rounds [500000 round capacity]
    | It has a capacity of 40,000 tonnes. -> 40,000 tonnes [40000 tonne capacity]
    | One of the ships sank. -> One of the ships [1 ship subset]
    | Half of the shells were duds. -> Half [0.5 share subset]
    | Satellite images show 300 crates. -> 300 crates [300 crate detected]
    | About 70 railcars were seen at the station. -> About 70 railcars [70 railcar ~ detected]
    """
    first, last = _sentence(parse, start)
    before = parse.text[max(first, start - _REACH) : start]
    after = parse.text[end : min(last, end + _REACH)]
    if per:
        return "rate"
    if _CAPACITY_BEFORE.precedes(before) or _CAPACITY_AFTER.match(after):
        return "capacity"
    if _is_rate(parse, start, before, after):
        return "rate"
    if _SUBSET_BEFORE.precedes(before) or kind == "part" or (kind == "share" and _is_share_of(parse.text[start:end], after)):
        return "subset"
    if _SEEN_BEFORE.precedes(before) or _SEEN_AFTER.match(after) or _IMAGERY.precedes(before):
        return "detected"
    return "total"


def _is_rate(parse: Parse, start: int, before: str, after: str) -> bool:
    """True for an amount in some time, or of each thing.

    | It has a monthly output of 250,000 shells. -> 250,000 shells [250000 shell rate]
    | Ten launchers arrived per month. -> Ten launchers [10 launcher rate]
    | They got 30 fuzes each. -> 30 fuzes [30 fuze rate]
    | Each ship carried 300 crates. -> 300 crates [300 crate rate]
    | Each of the 40 ships left. -> 40 ships [40 ship]
    | Each ship, he said, carried 300 crates. -> 300 crates [300 crate rate]
    | If each ship held shells, that is 9,000 shells. -> 9,000 shells [9000 shell]
    | Each week, 300 crates came. -> 300 crates [300 crate rate]
    | He met a convoy a week, 20 trucks in all. -> 20 trucks [20 truck]
    """
    if _RATE_BEFORE.precedes(before) or _RATE_AFTER.match(after):
        return True
    each = _EACH.search(before)
    if each is None:
        return False
    between = parse.tokens_in(Span(start - len(each["between"]), start)) if each["between"] else ()
    if not any(parse.tag[token].startswith("VB") or parse.word[token] == "with" for token in between):
        return False
    return not _has_own_subject(parse, start - len(each[0]), start)


def _has_own_subject(parse: Parse, each: int, start: int) -> bool:
    """True for an amount at an offset whose verb has a subject behind the comma that ends the clause of "each"."""
    number = parse.tokens_in(Span(start, start + _REACH)).start
    comma = next((token for token in parse.tokens_in(Span(each, start)) if parse.word[token] == ","), None)
    if comma is None or number >= len(parse):
        return False
    verb = number
    for _ in range(_LONGEST_CLIMB):
        verb = parse.head[verb]
        if parse.tag[verb].startswith("VB"):
            break
    own = range(comma, min(number + _LONGEST_CLIMB, parse.sentence_at(number)[1]))
    return any(parse.dep[token] in ("nsubj", "nsubjpass") and parse.head[token] == verb for token in own)


def _is_share_of(words: str, after: str) -> bool:
    return bool(_SUBSET_AFTER.match(after) or _ODDS.search(words))


def _sentence(parse: Parse, offset: int) -> tuple[int, int]:
    token = parse.token_at(offset)
    if token is None:
        return max(0, offset - _REACH), offset + _REACH
    first, last = parse.sentence_at(token)
    return parse.start[first], parse.end[last - 1]
