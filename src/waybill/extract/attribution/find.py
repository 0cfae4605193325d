"""From a parse to its attributed statements."""

from collections.abc import Iterable, Sequence

from waybill.extract.attribution.draft import Draft, runs
from waybill.extract.attribution.nouns import adjective_drafts, noun_drafts
from waybill.extract.attribution.phrases import phrase_drafts
from waybill.extract.attribution.quotes import find_quotations
from waybill.extract.attribution.speech import is_speech, speech_drafts
from waybill.extract.attribution.transcripts import find_turns, headline_drafts, turn_drafts
from waybill.extract.attribution.verbs import verb_drafts
from waybill.model.claim import Attribution, Source
from waybill.model.document import Publication
from waybill.model.mention import Mention
from waybill.model.parse import Parse
from waybill.model.span import Span, hull
from waybill.model.things import Party


def find_attributions(parse: Parse, mentions: Sequence[Mention], publication: Publication) -> tuple[Attribution, ...]:
    """Who says what in a text, in text order; spans are half-open code points into it.

    A statement nobody is named for ("is believed to") has no source. What the outlet says in its own voice is not here.
    Nothing within `publication.furniture` is content.
    """
    quotations = find_quotations(parse.text)
    speech = [q for q in quotations if is_speech(parse, q)]
    quoted = frozenset(t for q in speech for t in parse.tokens_in(q.span))
    named = [*noun_drafts(parse, quoted), *adjective_drafts(parse, quoted)]
    taken = {draft.anchor for draft in named}
    governed = [draft for draft in verb_drafts(parse, quoted) if draft.anchor not in taken]
    told = [*named, *governed, *speech_drafts(parse, quotations), *phrase_drafts(parse, quoted)]
    turns = find_turns(parse.text)
    said = frozenset(t for draft in told for t in (*draft.content, *draft.cue))
    drafts = _merged([*told, *turn_drafts(parse, turns, said), *headline_drafts(parse)])
    found = [a for d in drafts if (a := _attribution(parse, d, mentions, publication.furniture)) is not None]
    return tuple(sorted(found, key=lambda a: (hull(a.content), a.cue or hull(a.content))))


def _merged(drafts: Iterable[Draft]) -> list[Draft]:
    """One draft for each anchor: what the tree and the quotation marks each found of it."""
    by: dict[int, Draft] = {}
    for draft in drafts:
        held = by.get(draft.anchor)
        if held is None:
            by[draft.anchor] = draft
        else:
            content = tuple(sorted({*held.content, *draft.content} - set(held.cue)))
            by[draft.anchor] = Draft(draft.anchor, content, held.source or draft.source, held.cue)
    return list(by.values())


def _attribution(parse: Parse, draft: Draft, mentions: Sequence[Mention], furniture: Sequence[Span]) -> Attribution | None:
    spoken = set(draft.content) - set(draft.source) - set(draft.cue)
    content = tuple(s for s in runs(parse, spoken) if not any(s.overlaps(f) for f in furniture))
    if not content:
        return None
    source = runs(parse, draft.source)
    cue = runs(parse, draft.cue)
    return Attribution(
        content=content,
        source=source[0] if source else None,
        cue=hull(cue) if cue else None,
        speaker=_speaker(parse, source[0], mentions) if source else None,
    )


def _speaker(parse: Parse, span: Span, mentions: Sequence[Mention]) -> Source:
    """Whom the words name, by the party mentioned in them."""
    text = span.text_of(parse.text)
    for mention in mentions:
        if mention.kind == "party" and mention.span.overlaps(span) and isinstance(mention.value, Party):
            party = mention.value
            return Source(span, text, party.name, party.institution or party.name, party.country)
    return Source(span, text, text, None)
