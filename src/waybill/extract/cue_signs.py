"""Signs in the words that introduce a statement and in its source: reports, refusals, labels, adverbs."""

from collections.abc import Iterable, Iterator, Sequence

from waybill.extract.negation import is_none, negated, none_of
from waybill.extract.weakening import CALLS, PARTS, Sign, denies, rebuttal_of, row_of, sign_of
from waybill.model.claim import Attribution
from waybill.model.parse import Parse
from waybill.reference.goods_words import words_of
from waybill.reference.stance_words import StanceWord, stance_words

_TAKEN_SERIOUSLY = {
    *("credible", "accurate", "true", "reliable", "plausible", "convincing", "serious", "grave", "alarming", "worrying"),
    *("troubling", "disturbing", "shocking", "damning", "chilling", "breach", "violation", "escalation", "lifeline"),
}
"""What a report is called by those who believe it."""
_REPORTS = {"report", "rumour", "rumor", "claim", "allegation", "account", "suggestion"}
_HEARING = {"see", "hear", "read", "receive", "get", "investigate", "examine", "study", "follow", "check", "look", "into", "be"}
"""What one does with reports that one does not vouch for ("has seen reports that", "there are reports that")."""
_LEARNING = {"know", "learn", "find"}
_WANTING = {"want", "wish", "demand", "like", "seek", "try", "ask"}
_FOR_OR_ON = ("for", "on", "upon")
_WHAT_FOR = {**dict.fromkeys(("appeal", "press", "clamour", "clamor", "lobby", "call"), _FOR_OR_ON), "ask": ("for",)}
"""Verbs and nouns of asking, and what stands before the thing asked for or the person asked."""
_ANNOUNCING = {"announce", "unveil"}
_HELP = {"package", "worth", "aid", "assistance", "tranche", "help", "support"}
_NEITHER_REACH = 6
"""How many words "neither" stands before "deny": our convention."""


def impersonal(parse: Parse, cue: set[int], said: Attribution, own: Sequence[int]) -> Iterator[Sign]:
    """A report nobody answers for ("is said to") is hedged; one nobody has made ("no delivery is confirmed") declined."""
    verbs = [t for t in sorted(cue) if parse.pos[t] == "VERB"]
    if said.source is None and any(negated(parse, t) is not None and not _may_be(parse, t) for t in verbs):
        yield from (Sign(t, "declined") for t in verbs)
    if said.source is None:
        yield from (Sign(t, "hedged") for t in sorted(cue) if parse.pos[t] == "NOUN" and parse.lemma[t].lower() in _REPORTS)
    if said.source is None or (own and parse.tag[own[0]] == "TO"):
        yield from (Sign(t, "hedged") for t in sorted(cue) if parse.tag[t] in ("VBN", "VBD"))


def _may_be(parse: Parse, verb: int) -> bool:
    """True for a verb under "not" that leaves open that it is so ("cannot be ruled out")."""
    row = row_of(parse, verb, "verb")
    return row is not None and row.negated == "hedged"


def in_source(parse: Parse, said: Attribution) -> Iterator[Sign]:
    """The signs of a source that nobody answers for: rumours, unconfirmed reports."""
    for token in parse.tokens_in(said.source) if said.source is not None else ():
        part = PARTS.get(parse.pos[token])
        told = parse.head[token] if part == "adjective" else token
        if parse.lemma[told].lower() in _REPORTS and part and (row := row_of(parse, token, part)) and row.stance is not None:
            yield Sign(token, row.stance)


def in_cue(parse: Parse, cue: set[int]) -> Iterator[Sign]:
    """The signs of the words that introduce a statement; a report that is not made ("did not name") is declined."""
    for token in sorted(cue):
        part = PARTS.get(parse.pos[token])
        if _is_neither(parse, token):
            yield Sign(token, "declined")
            continue
        if _wants_to_know(parse, token):
            yield Sign(token, "questioned")
        yield from _called_for(parse, token)
        if part == "noun" and parse.lemma[token].lower() in _REPORTS and parse.lemma[parse.head[token]].lower() in _HEARING:
            yield Sign(token, "hedged")
        part = "verb" if parse.tag[token] == "NNS" and denies(parse, token) else part
        if only_opens(parse, token, cue):
            continue
        rebuff = row_of(parse, token, "rebuff") if part == "verb" and _of_report(parse, token, cue) else None
        if rebuff is not None:
            yield from sign_of(parse, token, rebuff)
        elif part is not None and part != "adverb" and (row := _row_in_cue(parse, token, part)) is not None:
            yield from sign_of(parse, token, row)
        elif part == "verb" and _leaves_no_doubt(parse, token):
            continue
        elif part == "verb" and (none := negated(parse, token)) is not None and (none in cue or is_none(parse, none)):
            yield Sign(token, "declined")
        elif parse.lemma[token].lower() == "concern" and _opens_clause(parse, max(cue)):
            yield Sign(token, "hedged")
    yield from adverbs(parse, sorted(cue))


def _called_for(parse: Parse, token: int) -> Iterator[Sign]:
    """What somebody calls for, or calls on others to do, is not so yet; who "never asked for" it calls for nothing."""
    if negated(parse, token) is not None:
        return
    words = _WHAT_FOR.get(parse.lemma[token].lower(), ())
    near = (c for c in parse.children[token] if c > token and parse.dep[c] == "prep")
    yield from (Sign(c, "planned") for c in near if parse.word[c].lower() in words)


def announced(parse: Parse, cue: set[int], own: Sequence[int]) -> Iterator[Sign]:
    """Help that is announced ("announced a package of 72 howitzers") is to come."""
    verb = next((t for t in cue if parse.lemma[t].lower() in _ANNOUNCING), None)
    heads = [t for t in own if parse.head[t] not in own]
    if verb is not None and any(parse.lemma[t].lower() in _HELP for h in heads for t in (h, *parse.children[h])):
        yield Sign(verb, "planned")


def _row_in_cue(parse: Parse, token: int, part: str) -> StanceWord | None:
    """The row of a cue's word; of a noun also as a verb, which the parser may have taken for one ("experts estimate that"), of
    an adjective also as what is said of the source ("was coy about")."""
    row = row_of(parse, token, part)
    other = "verb" if part == "noun" else "predicate" if parse.dep[token] in ("acomp", "oprd") else None
    return row if row is not None or other is None else row_of(parse, token, other)


def _leaves_no_doubt(parse: Parse, verb: int) -> bool:
    """True for a verb that denies what would weaken a report ("leaves no doubt that")."""
    rows = (row_of(parse, c, "noun") for c in parse.children[verb] if parse.dep[c] == "dobj" and none_of(parse, c) is not None)
    return any(row is not None and row.stance == "hedged" and row.negated is None for row in rows)


def _of_report(parse: Parse, verb: int, cue: set[int]) -> bool:
    """True where a report stands behind the verb, in the cue or right after it ("mocked claims that"), and for whatever
    somebody scoffs "at"."""
    at = any(parse.word[c].lower() == "at" for c in parse.children[verb] if c > verb)
    return at or any(parse.lemma[t].lower() in words_of("told") for t in parse.subtree(verb) if t > verb and t <= max(cue) + 2)


def only_opens(parse: Parse, token: int, cue: set[int]) -> bool:
    """True for a verb of wishing that leads to the verb of saying ("wishes to assure"), and for asking for or to."""
    below = [
        c for c in parse.children[token] if parse.dep[c] == "xcomp" and any(parse.tag[t] == "TO" for t in parse.children[c])
    ]
    if parse.lemma[token].lower() == "ask":
        return bool(below) or any(parse.word[c].lower() == "for" for c in parse.children[token])
    return parse.lemma[token].lower() in _WANTING and any(c in cue for c in below)


def _is_neither(parse: Parse, token: int) -> bool:
    """True for the "deny" of "would neither confirm nor deny"."""
    first = parse.sentence_at(token)[0]
    before = [parse.word[t].lower() for t in range(max(first, token - _NEITHER_REACH), token)]
    return denies(parse, token) and "neither" in before and "nor" in before


def _wants_to_know(parse: Parse, token: int) -> bool:
    """True for the "know" of "wanted to know", the "find" of "are trying to find out"."""
    above = parse.head[token]
    asks = parse.lemma[above].lower() in _WANTING and parse.dep[token] == "xcomp"
    return parse.lemma[token].lower() in _LEARNING and asks and any(parse.tag[c] == "TO" for c in parse.children[token])


def _opens_clause(parse: Parse, last: int) -> bool:
    """True where "that" closes the cue or follows it."""
    return any(t < len(parse) and parse.word[t].lower() == "that" for t in (last, last + 1))


def labelled(parse: Parse, cue: set[int], own: Sequence[int]) -> Iterator[Sign]:
    """What a source makes of a report that it calls something: an untruth by a word of rebuttal, or by words of its own in
    quotation marks ('called the claims "ghost stories"') that neither credit it nor take alarm."""
    if not any(parse.lemma[t].lower() in CALLS for t in cue):
        return
    told = next((t for t in own if parse.pos[t] == "NOUN" and parse.lemma[t].lower() in words_of("told")), None)
    label = [t for t in own if told is not None and t > told]
    if told is None:
        return
    rows = [row for t in label if (row := rebuttal_of(parse, t)) is not None]
    quoted = any(parse.tag[t] in ("``", "''") for t in label)
    if rows or (quoted and not any(parse.lemma[t].lower() in _TAKEN_SERIOUSLY for t in label)):
        yield Sign(told, "denied")


def adverbs(parse: Parse, tokens: Iterable[int]) -> Iterator[Sign]:
    """The signs of weakening adverbs among the tokens, wherever they hang."""
    for token in tokens:
        words = parse.word[token].lower()
        before = f"{parse.word[token - 1]} {words}".lower() if token else words
        row = stance_words().get((before, "adverb")) or stance_words().get((words, "adverb"))
        if row is not None and row.stance is not None:
            yield Sign(token, row.stance)
