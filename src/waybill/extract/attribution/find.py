"""From a parse to its attributed statements."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from waybill.extract.attribution.draft import Draft, runs
from waybill.extract.attribution.hearsay import as_heard
from waybill.extract.attribution.naming import Naming, naming
from waybill.extract.attribution.nesting import passed_on, told_once
from waybill.extract.attribution.nouns import adjective_drafts, noun_drafts
from waybill.extract.attribution.phrases import phrase_drafts
from waybill.extract.attribution.quotes import find_quotations
from waybill.extract.attribution.relays import relayed
from waybill.extract.attribution.silence import silence_drafts
from waybill.extract.attribution.speech import is_speech, speech_drafts
from waybill.extract.attribution.subjects import with_relative_clause
from waybill.extract.attribution.surface import surface_drafts
from waybill.extract.attribution.transcripts import Turn, find_turns, headline_drafts, turn_drafts
from waybill.extract.attribution.verbs import verb_drafts
from waybill.model.claim import Attribution, Relay, Source
from waybill.model.document import Publication
from waybill.model.mention import Mention
from waybill.model.parse import Parse
from waybill.model.span import hull


def find_attributions(parse: Parse, mentions: Sequence[Mention], publication: Publication) -> tuple[Attribution, ...]:
    """Who says what in a text, in text order; spans are half-open code points into it.

    A statement nobody is named for ("is believed to") has no source. What the outlet says in its own voice is not here.
    Nothing within `publication.furniture` is content. A pronoun that nothing fits is a source without a name.
    `mentions` are not needed: sources are named from the table of parties.
    """
    del mentions
    turns = find_turns(parse.text)
    drafts = _drafts(parse, turns)
    names = naming(parse, publication, drafts, turns)
    furniture = frozenset(t for span in publication.furniture for t in parse.tokens_in(span))
    found = [a for d in drafts if furniture.isdisjoint(d.cue) and (a := _attribution(names, d, furniture)) is not None]
    return passed_on(tuple(sorted(found, key=lambda a: (hull(a.content), a.cue or hull(a.content)))))


def _drafts(parse: Parse, turns: tuple[Turn, ...]) -> list[Draft]:
    quotations = find_quotations(parse.text)
    quoted = frozenset(t for q in quotations if is_speech(parse, q) for t in parse.tokens_in(q.span))
    named = [*noun_drafts(parse, quoted), *adjective_drafts(parse, quoted)]
    taken = {draft.anchor for draft in named}
    governed = [draft for draft in verb_drafts(parse, quoted) if draft.anchor not in taken]
    told = [*named, *governed, *speech_drafts(parse, quotations), *phrase_drafts(parse, quoted), *silence_drafts(parse, quoted)]
    said = frozenset(t for draft in told for t in (*draft.content, *draft.cue))
    told += surface_drafts(parse, quoted, frozenset(draft.anchor for draft in told), said)
    told = list(told_once(parse, _without_sources([relayed(parse, as_heard(parse, draft)) for draft in _merged(told)])))
    said = frozenset(t for draft in told if draft.tells != "will" for t in (*draft.content, *draft.cue))
    own = turn_drafts(parse, turns, said) if turns else (d for d in headline_drafts(parse) if not said.issuperset(d.content))
    return [*_asked(parse, told, turns), *own]


def _merged(drafts: Iterable[Draft]) -> list[Draft]:
    """One draft for each anchor: what the tree and the quotation marks each found of it."""
    by: dict[int, Draft] = {}
    for draft in drafts:
        held = by.get(draft.anchor)
        if held is None or not held.content:
            by[draft.anchor] = draft
        else:
            content = tuple(sorted({*held.content, *draft.content} - set(held.cue)))
            by[draft.anchor] = replace(held, content=content, source=held.source or draft.source)
    return list(by.values())


def _without_sources(drafts: list[Draft]) -> list[Draft]:
    """The drafts without repetitions and without those whose content is but the source of another ("citing two officials")."""
    sources = {t: frozenset(d.source) for d in drafts for t in d.source}
    once = {(d.content, d.source): d for d in reversed(drafts)}.values()
    return [d for d in reversed(list(once)) if d.content and not sources.get(d.content[0], frozenset()).issuperset(d.content)]


def _asked(parse: Parse, drafts: list[Draft], turns: tuple[Turn, ...]) -> list[Draft]:
    asking = {t for turn in turns if turn.asks for t in parse.tokens_in(turn.words)}
    return [replace(d, asks=True) if d.content and d.content[0] in asking else d for d in drafts]


def _attribution(names: Naming, draft: Draft, furniture: frozenset[int]) -> Attribution | None:
    parse = names.parse
    content = runs(parse, set(draft.content) - set(draft.source) - set(draft.cue) - furniture)
    if not content:
        return None
    cue = runs(parse, draft.cue)
    speaker = _speaker(names, draft)
    return Attribution(
        content=content,
        source=speaker.span if speaker else None,
        cue=hull(cue) if cue else None,
        speaker=speaker,
        relays=tuple(relay for tokens in draft.relays for relay in _relay(names, tokens)),
        questioned=draft.asks,
        tells=draft.tells,
    )


def _speaker(names: Naming, draft: Draft) -> Source | None:
    """Who says it, with all words that name them; None where these are nothing but marks, as in texts with stray ones."""
    speaker = names.speaker(draft.source)
    if speaker is None:
        return None
    whole = runs(names.parse, with_relative_clause(names.parse, draft.source, {*draft.content, *draft.cue}))
    return replace(speaker, span=whole[0], text=whole[0].text_of(names.parse.text)) if whole else None


def _relay(names: Naming, tokens: tuple[int, ...]) -> tuple[Relay, ...]:
    speaker = names.speaker(tokens)
    return (Relay(speaker.name or speaker.text, speaker.span),) if speaker else ()
