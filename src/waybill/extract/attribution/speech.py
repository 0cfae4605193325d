"""Direct speech: which quotation is whose."""

from collections.abc import Iterator

from waybill.extract.attribution.draft import Draft
from waybill.extract.attribution.quotes import Quotation
from waybill.extract.attribution.verbs import cue_of, source_of, verb_at
from waybill.model.parse import Parse

FRAGMENT_WORDS = 4
"""A shorter quotation is a quoted expression, not speech: our convention."""

_ENDS = (",", "?", "!", "-", "—", "–", "…", ".")


def speech_drafts(parse: Parse, quotations: tuple[Quotation, ...]) -> Iterator[Draft]:
    """A draft for each quotation that is speech and whose speaker is told, or goes on from the quotation before."""
    quoted = frozenset(t for q in quotations for t in parse.tokens_in(q.span))
    last: Draft | None = None
    for at, quotation in enumerate(quotations):
        tokens = tuple(parse.tokens_in(quotation.span))
        if not is_speech(parse, quotation):
            continue
        low = quotations[at - 1].span.end if at else 0
        high = quotations[at + 1].span.start if at + 1 < len(quotations) else len(parse.text)
        cue = _cue_of_quotation(parse, quotation, low, high, quoted)
        if cue is not None:
            last = Draft(cue, tokens, _speaker(parse, cue, quoted), cue_of(parse, cue))
            yield last
        elif last is not None and _goes_on(parse, quotations[at - 1], quotation):
            yield Draft(tokens[0], tokens, last.source, last.cue)
        else:
            last = None


def is_speech(parse: Parse, quotation: Quotation) -> bool:
    """True for a quotation of whole words in a row, False for a quoted expression."""
    return quotation.goes_on or len(parse.tokens_in(quotation.span)) - 2 >= FRAGMENT_WORDS


def _cue_of_quotation(parse: Parse, quotation: Quotation, low: int, high: int, quoted: frozenset[int]) -> int | None:
    """The verb that introduces or follows the quotation between its neighbours."""
    after = _verb_after(parse, quotation, high, quoted)
    before = _verb_before(parse, quotation, low, quoted)
    return after if after is not None else before


def _verb_after(parse: Parse, quotation: Quotation, high: int, quoted: frozenset[int]) -> int | None:
    inner = quotation.span.text_of(parse.text).rstrip("\"”»'")[-1:]
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


def _verb_before(parse: Parse, quotation: Quotation, low: int, quoted: frozenset[int]) -> int | None:
    first = parse.tokens_in(quotation.span).start
    for token in range(first - 1, -1, -1):
        if parse.start[token] < low or parse.word[token] in {".", ";", "?", "!"}:
            return None
        if "\n" in parse.text[parse.end[token] : quotation.span.start] and parse.word[first - 1] != ":":
            return None
        row = verb_at(parse, token)
        if row is not None and row.quotes and token not in quoted:
            return token
    return None


def _speaker(parse: Parse, verb: int, quoted: frozenset[int]) -> tuple[int, ...]:
    return tuple(t for t in source_of(parse, verb) if t not in quoted)


def _goes_on(parse: Parse, earlier: Quotation, later: Quotation) -> bool:
    """True where only the end of a paragraph, or of a sentence that told the speaker, stands between two quotations."""
    between = parse.text[earlier.span.end : later.span.start]
    return earlier.goes_on or not between.strip() or (between.count("\n") == 0 and between.rstrip().endswith("."))
