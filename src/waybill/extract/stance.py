"""How firmly it is said: asserted, or what every weakening word on the way makes of it."""

from collections.abc import Iterable

from msgspec import Struct

from waybill.extract.cue_signs import adverbs, announced, impersonal, in_cue, in_source, labelled, only_opens
from waybill.extract.signs import along, beside, rebuttals
from waybill.extract.weakening import Sign
from waybill.model.claim import Attribution, Stance
from waybill.model.parse import Parse
from waybill.model.span import Span

ORDER: tuple[Stance, ...] = ("questioned", "declined", "denied", "conditional", "planned", "hedged", "asserted")
"""Where several words work on one statement the first of these stands: nothing is ever made firmer than its weakest word."""

_DOUBTS = {"doubt", "doubtful", "sceptical", "skeptical", "fear", "worry", "worried", "afraid"}
"""Under a doubt or fear "would" and "will" only report: it is what is said ("doubts that Utopia would send shells")."""
_RECORDS = {"information", "intelligence", "record", "document", "data"}
"""What indicates as much as it says; images and findings only suggest."""


class Firmness(Struct, frozen=True):
    """The stance of a statement and the words that weaken it, in text order."""

    stance: Stance
    hedges: tuple[Span, ...]


def firmness(parse: Parse, head: int, tokens: Iterable[int], said: Attribution) -> Firmness:
    """How firmly the statement headed by token `head` is made.

    `tokens` are its own; the words that govern it are looked for on the way from `head` to the root of its sentence and in the
    cue. Bounds ("up to") are no hedges. A negated report ("has seen no evidence") is a refusal, never a denial. What is only
    sought or offered is planned, unless even that is hedged ("may seek").
    """
    own, cue = list(tokens), set(parse.tokens_in(said.cue)) if said.cue is not None else set()
    signs = [
        *impersonal(parse, cue, said, own),
        *along(parse, head, past=any(parse.tag[t] == "VBD" for t in cue)),
        *adverbs(parse, own),
        *rebuttals(parse, head, own),
        *labelled(parse, cue, own),
        *announced(parse, cue, own),
        *in_cue(parse, cue),
        *in_source(parse, said),
        *beside(parse, head, own),
    ]
    signs = [sign for sign in signs if not (cue and only_opens(parse, sign.token, cue)) and not _by_record(parse, sign, said)]
    stances = {_unsaid(parse, sign, cue) for sign in signs} | {"asserted"}
    if any(parse.lemma[sign.token].lower() in _DOUBTS and sign.stance == "hedged" for sign in signs):
        stances -= {"planned", "conditional"}
    if all(sign.token == head for sign in signs if sign.stance == "planned") and "hedged" in stances:
        stances.discard("planned")
    if _questioned(parse, said, cue) or (_asks(parse, head) and (not cue or _inverted(parse, head))):
        stances.add("questioned")
    weak = sorted({sign.token for sign in signs if sign.stance in ("hedged", "conditional")})
    return Firmness(next(s for s in ORDER if s in stances), tuple(parse.span(t, t) for t in weak))


def _unsaid(parse: Parse, sign: Sign, cue: set[int]) -> Stance:
    """The stance of a sign; what one "has yet to" say is not denied but not said."""
    yet = {sign.token, sign.token - 1} <= cue and parse.word[sign.token - 1].lower() == "yet"
    return "declined" if yet else sign.stance


def _by_record(parse: Parse, sign: Sign, said: Attribution) -> bool:
    """True for the "indicates" of "our information indicates"."""
    source = parse.tokens_in(said.source) if said.source is not None else ()
    return parse.lemma[sign.token].lower() == "indicate" and any(parse.lemma[t].lower() in _RECORDS for t in source)


def _questioned(parse: Parse, said: Attribution, cue: set[int]) -> bool:
    """True for what a reporter asks; what others said, told before the question in a sentence of its own, is theirs."""
    return said.questioned and (not cue or _asks(parse, min(cue)))


def _inverted(parse: Parse, head: int) -> bool:
    """True where the head's auxiliary opens the sentence ("Has Utopia sent them, as Ruritania claims?")."""
    first = next((t for t in range(*parse.sentence_at(head)) if parse.pos[t] != "PUNCT"), head)
    return parse.dep[first] in ("aux", "auxpass") and parse.head[first] == head


def _asks(parse: Parse, head: int) -> bool:
    """True where the sentence of the head ends in a question mark."""
    first, end = parse.sentence_at(head)
    return any(parse.word[t] == "?" for t in range(max(head, first), end))
