"""Direct speech: which quotation is whose."""

import re
from collections.abc import Iterator

from waybill.extract.attribution.cues import cue_of, source_of, verb_at
from waybill.extract.attribution.draft import Draft
from waybill.extract.attribution.quotes import Quotation
from waybill.extract.attribution.subjects import is_aim
from waybill.model.parse import Parse
from waybill.model.span import Span

NEAR = 5
"""Tokens that may stand between a short reply and its verb: our convention."""

FRAGMENT_WORDS = 4
"""A shorter quotation is a quoted expression, not speech: our convention."""

_REPLY_ENDS = (",", "?", "!")
_NAMING = frozenset({"PROPN", "NOUN", "DET", "ADJ", "CCONJ"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SIGNED = re.compile(r"\s{0,3}[-–—―]{1,2} ?(?P<name>[A-Z][\w.'’-]+(?:,? [A-Za-z][\w.'’-]*){0,8})[.]?[ \t]*(?=\n|$)")
_SPOKEN = frozenset({"VBD", "VBZ", "VBG"})
_ENDS = (",", "?", "!", "-", "—", "–", "…", ".")


def speech_drafts(parse: Parse, quotations: tuple[Quotation, ...]) -> Iterator[Draft]:
    """A draft for each quotation that is speech and whose speaker is told, or goes on from the quotation before."""
    quoted = frozenset(t for q in quotations for t in parse.tokens_in(q.span))
    last: Draft | None = None
    for at, quotation in enumerate(quotations):
        if not is_speech(parse, quotation):
            reply = _short_reply(parse, quotation, quotations[at + 1 : at + 2], quoted)
            yield from reply or _afterthought(parse, quotation, last)
            last = reply[0] if reply else last
            continue
        low = quotations[at - 1].span.end if at else 0
        high = quotations[at + 1].span.start if at + 1 < len(quotations) else len(parse.text)
        draft = _told(parse, quotation, (low, high), quoted)
        if draft is None and last is not None and _goes_on(parse, quotations[at - 1], quotation, high):
            tokens = tuple(parse.tokens_in(quotation.span))
            draft = Draft(tokens[0], tokens, last.source, last.cue)
        if draft is None:
            draft = _joined(parse, quotation, (low, high), quoted)
        if draft is not None:
            yield draft
        last = draft


def _short_reply(
    parse: Parse, quotation: Quotation, following: tuple[Quotation, ...], quoted: frozenset[int]
) -> tuple[Draft, ...]:
    """A few words in marks that a speaker follows at once: "Never," he said."""
    high = following[0].span.start if following else len(parse.text)
    tokens = tuple(parse.tokens_in(quotation.span))
    titled = bool(tokens) and tokens[0] > 0 and parse.pos[tokens[0] - 1] in {"ADP", "VERB"}
    cue = None if titled or not tokens else _verb_after(parse, quotation, high, quoted)
    closes = quotation.span.text_of(parse.text).rstrip("\"”»'’")[-1:] in _REPLY_ENDS
    if cue is None or cue - tokens[-1] > NEAR or not closes:
        return ()
    return (Draft(cue, tokens, _between(parse, tokens[-1], cue, quoted), cue_of(parse, cue)),)


def is_speech(parse: Parse, quotation: Quotation) -> bool:
    """True for a quotation of whole words in a row, False for a quoted expression or a title ("Meet the Press")."""
    words = [parse.word[t] for t in parse.tokens_in(quotation.span) if parse.word[t][0].isalpha()]
    titled = all(w[0].isupper() for w in words if len(w) > 3) and not any(
        parse.tag[t] in _FINITE for t in parse.tokens_in(quotation.span)
    )
    return quotation.goes_on or (len(words) >= FRAGMENT_WORDS - 1 and not titled)


def _told(parse: Parse, quotation: Quotation, room: tuple[int, int], quoted: frozenset[int]) -> Draft | None:
    """The draft of a quotation whose speaker is told between its neighbours: by a verb after it, before it, or a signature."""
    tokens = tuple(parse.tokens_in(quotation.span))
    signature = _signature(parse, quotation)
    if signature:
        return Draft(tokens[0], tokens, signature, ())
    after = _verb_after(parse, quotation, room[1], quoted)
    if after is not None:
        return Draft(after, tokens, _between(parse, tokens[-1], after, quoted), cue_of(parse, after))
    before = _verb_above(parse, tokens, room[0], quoted) or _verb_before(parse, quotation, room[0], quoted)
    if before is not None:
        return Draft(before, tokens, _speaker(parse, before, quoted), cue_of(parse, before))
    label = _label(parse, tokens[0])
    if label:
        return Draft(tokens[0], tokens, label, ())
    cue = _verb_of_sentence_before(parse, tokens[0], room[0], quoted)
    return Draft(tokens[0], tokens, _speaker(parse, cue, quoted), cue_of(parse, cue)) if cue is not None else None


def _signature(parse: Parse, quotation: Quotation) -> tuple[int, ...]:
    """Who signs below or behind a quotation after a dash."""
    found = _SIGNED.match(parse.text, quotation.span.end)
    return tuple(parse.tokens_in(Span(*found.span("name")))) if found else ()


def _label(parse: Parse, first: int) -> tuple[int, ...]:
    """The name before a colon that opens a quotation: "From Mr Olsen: ..."."""
    low = first - 1
    if low < 1 or parse.word[low] != ":":
        return ()
    while low > 0 and parse.pos[low - 1] in _NAMING and parse.word[low - 1] not in {"(", "["}:
        low -= 1
    found = tuple(range(low, first - 1))
    return found if any(parse.pos[t] in {"PROPN", "NOUN"} for t in found) else ()


def _verb_of_sentence_before(parse: Parse, first: int, low: int, quoted: frozenset[int]) -> int | None:
    """The main verb of the sentence before, where a quotation opens the next one: "The deal is off, he said. "It was bad.\""""
    start, _ = parse.sentence_at(first)
    if start != first or not start:
        return None
    before = range(*parse.sentence_at(start - 1))
    near = "\n" not in parse.text[parse.end[start - 1] : parse.start[start]] and parse.start[before.start] >= low
    roots = [t for t in before if parse.head[t] == t and t not in quoted and verb_at(parse, t) is not None]
    said = roots or [t for t in before[-NEAR:] if t not in quoted and _is_said(parse, t)]
    return said[0] if near and said and _speaker(parse, said[0], quoted) else None


def _is_said(parse: Parse, token: int) -> bool:
    """True for a finite verb of saying."""
    row = verb_at(parse, token)
    return row is not None and row.sense == "say" and row.quotes and parse.tag[token] in {"VBD", "VBZ", "VBP"}


def _afterthought(parse: Parse, quotation: Quotation, last: Draft | None) -> Iterator[Draft]:
    """A few words in marks that make a sentence right behind a quotation's speaker: 'he said. "Very good."'."""
    tokens = tuple(parse.tokens_in(quotation.span))
    if last is not None and tokens and _follows(parse, last, tokens[0]) and parse.word[tokens[0] - 1] == ".":
        yield Draft(tokens[0], tokens, last.source, last.cue)


def _follows(parse: Parse, last: Draft, first: int) -> bool:
    """True where a token opens the next sentence of the paragraph behind that of a draft's cue."""
    if not last.cue or last.cue[-1] >= first:
        return False
    end = parse.sentence_at(last.cue[-1])[1]
    return first - end in {0, 1} and "\n" not in parse.text[parse.end[end - 1] : parse.start[first]]


def _verb_after(parse: Parse, quotation: Quotation, high: int, quoted: frozenset[int]) -> int | None:
    inner = quotation.span.text_of(parse.text).rstrip("\"”»'’ ")[-1:]
    rest = parse.text[quotation.span.end : high].lstrip(" ")
    if inner == "." or not (inner in _ENDS or rest.startswith(",")):
        return None
    for token in range(parse.tokens_in(quotation.span).stop, len(parse)):
        if parse.start[token] >= high or "\n" in parse.text[quotation.span.end : parse.start[token]]:
            return None
        if parse.word[token] in {".", ";", "?", "!"}:
            return None
        row = verb_at(parse, token)
        if row is not None and row.quotes and token not in quoted:
            return token
    return None


def _verb_above(parse: Parse, tokens: tuple[int, ...], low: int, quoted: frozenset[int]) -> int | None:
    """The verb that governs a quotation within its clause: "says A, but gives them “lectures and nothing else”"."""
    first = tokens[0]
    if first == parse.sentence_at(first)[0] or parse.pos[first - 1] == "PUNCT":
        return None
    for above in parse.ancestors(tokens[len(tokens) // 2]):
        row = verb_at(parse, above) if above not in quoted and above < first and parse.start[above] >= low else None
        if row is not None and row.quotes and not is_aim(parse, above):
            return above
    return None


def _verb_before(parse: Parse, quotation: Quotation, low: int, quoted: frozenset[int]) -> int | None:
    first = parse.tokens_in(quotation.span).start
    for token in range(first - 1, -1, -1):
        if parse.start[token] < low or parse.word[token] in {".", ";", "?", "!"}:
            return None
        if "\n" in parse.text[parse.end[token] : quotation.span.start] and parse.word[first - 1] != ":":
            return None
        row = verb_at(parse, token)
        if row is not None and row.quotes and token not in quoted and not is_aim(parse, token):
            return token
    return None


def _joined(parse: Parse, quotation: Quotation, room: tuple[int, int], quoted: frozenset[int]) -> Draft | None:
    tokens = tuple(parse.tokens_in(quotation.span))
    verb = _verb_beside(parse, tokens, room, quoted) if tokens else None
    return Draft(verb, tokens, _between(parse, tokens[-1], verb, quoted), cue_of(parse, verb)) if verb is not None else None


def _verb_beside(parse: Parse, tokens: tuple[int, ...], room: tuple[int, int], quoted: frozenset[int]) -> int | None:
    """Any verb that a comma or colon joins to a quotation, whether it is one of saying or not: 'he thundered, "A"'."""
    first, last = tokens[0], tokens[-1]
    if first > 1 and parse.word[first - 1] in {",", ":"} and parse.start[first - 1] >= room[0]:
        before = first - 2
        while before > 0 and parse.start[before] >= room[0] and parse.tag[before] not in _SPOKEN and _tells_how(parse, before):
            before -= 1
        if parse.tag[before] in _SPOKEN and parse.start[before] >= room[0] and _speaker(parse, before, quoted):
            return before
    inner = parse.text[parse.start[first] : parse.end[last]].rstrip("\"”»'’ ")[-1:]
    if inner not in _ENDS:
        return None
    for token in range(last + 1, min(last + 1 + NEAR, len(parse))):
        if parse.start[token] >= room[1] or parse.word[token] in {".", ";", "?", "!"}:
            return None
        if parse.tag[token] in _SPOKEN and parse.pos[token] == "VERB":
            named = all(parse.pos[t] in _NAMING | {"PRON", "PUNCT"} for t in range(last + 1, token)) and token > last + 1
            return token if named and (inner != "." or verb_at(parse, token) is not None) else None
    return None


def _tells_how(parse: Parse, token: int) -> bool:
    """True for what stands between a verb and its comma: an adverb, a hearer."""
    return parse.pos[token] in {"ADV", "ADP", "DET", "NOUN", "PROPN", "PRON", "ADJ"}


def _between(parse: Parse, last: int, verb: int, quoted: frozenset[int]) -> tuple[int, ...]:
    """Who stands between a quotation and its verb ("A," Mr Voss, 69, told the Post), whatever the tree makes of it.

    `last` is the quotation's last token. Where nobody stands there, who says it as elsewhere.
    """
    found = _speaker(parse, verb, quoted)
    name = [t for t in range(last + 1, cue_of(parse, verb)[0]) if t not in quoted]
    while name and parse.pos[name[0]] == "PUNCT":
        name = name[1:]
    while name and parse.pos[name[-1]] == "PUNCT":
        name = name[:-1]
    named = bool(name) and parse.pos[name[0]] in _NAMING | {"PRON", "NUM"} and parse.tag[name[0]] not in {"WP", "WDT"}
    return found if not named or (set(found).issubset(name) and found) else tuple(name)


def _speaker(parse: Parse, verb: int, quoted: frozenset[int]) -> tuple[int, ...]:
    """Who says it by the tree; where quotation marks misled the parser, the words beside the verb."""
    by_tree = source_of(parse, verb)
    if by_tree and not quoted.intersection(by_tree):
        return by_tree
    return _beside(parse, range(verb - 1, -1, -1), quoted) or _beside(parse, range(verb + 1, len(parse)), quoted)


def _beside(parse: Parse, tokens: range, quoted: frozenset[int]) -> tuple[int, ...]:
    """The unbroken words from here to the next mark or quotation, where they name somebody."""
    found = []
    for token in tokens:
        if token in quoted or parse.pos[token] in {"PUNCT", "SPACE", "SCONJ"} or parse.word[token].lower() == "as":
            break
        if parse.dep[token] != "aux":
            found.append(token)
    return tuple(sorted(found)) if any(parse.pos[t] in {"PROPN", "NOUN", "PRON"} for t in found) else ()


def _goes_on(parse: Parse, earlier: Quotation, later: Quotation, high: int) -> bool:
    """True where a quotation takes up the one before: its paragraph ended open, nothing but a told speaker stands between
    them, or it fills the next paragraph alone.
    """
    between = parse.text[earlier.span.end : later.span.start]
    after = parse.text[later.span.end : high]
    if earlier.goes_on or not between.strip():
        return True
    paragraphs = len(re.findall(r"\n\s*", between))
    fills = between.endswith("\n") and (not after.strip() or "\n" in after[: len(after) - len(after.lstrip())])
    return between.rstrip().endswith((".", ":")) and (not paragraphs or (paragraphs == 1 and fills))
