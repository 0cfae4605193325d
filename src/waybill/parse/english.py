"""English text to token arrays, by spaCy."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from waybill.errors import MissingModelError
from waybill.model.parse import Parse
from waybill.settings import Settings

MAX_PIECE = 100_000
"""Code points a parser call may take: our convention, well under spaCy's limit of 1,000,000, to bound memory."""

SHORT_LINE = 50
"""A line below this many code points is no wrapped prose: our convention, typists wrap at 60 to 100."""

_TERMINAL = (".", "!", "?", ":", '"', "”", "’", ")")
_PARAGRAPH = re.compile(r"\n\s*\n|\n")
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_SPACE = re.compile(r"\s+")


def parse(texts: Iterable[str], settings: Settings) -> Iterator[Parse]:
    """One Parse a text, in order. Raises MissingModelError where the pipeline of the settings is not installed."""
    language = _load(settings.language_model)
    for text, docs in groupby(language.pipe(_all_pieces(texts), as_tuples=True, batch_size=8), key=_text_of):
        yield _joined(text.words, [(piece.start, doc) for doc, piece in docs])


@cache
def _load(name: str) -> Language:
    try:
        language = spacy.load(name)
    except OSError as error:
        raise MissingModelError(f"language pipeline {name}: not installed; run `make setup` again") from error
    language.add_pipe("waybill_paragraphs", before="parser")
    return language


@Language.component("waybill_paragraphs")
def _begin_sentences_at_paragraphs(doc: Doc) -> Doc:
    """Keeps a headline, a byline or a credit line from running into the next sentence; wrapped lines stay joined."""
    text = doc.text
    for gap in doc[:-1]:
        if gap.is_space and "\n" in gap.text and _ends_paragraph(text[text.rfind("\n", 0, gap.idx) + 1 : gap.idx], gap.text):
            doc[gap.i + 1].is_sent_start = True
    return doc


def _ends_paragraph(line: str, gap: str) -> bool:
    line = line.rstrip()
    return gap.count("\n") > 1 or len(line) < SHORT_LINE or line.endswith(_TERMINAL)


@dataclass(frozen=True, slots=True)
class _Text:
    """A text by its place among the texts, so that equal neighbours stay two."""

    ordinal: int
    words: str


@dataclass(frozen=True, slots=True)
class _Piece:
    text: _Text
    start: int


def _text_of(parsed: tuple[Doc, _Piece]) -> _Text:
    return parsed[1].text


def _all_pieces(texts: Iterable[str]) -> Iterator[tuple[str, _Piece]]:
    for ordinal, words in enumerate(texts):
        text = _Text(ordinal, words)
        yield from ((words[start:end], _Piece(text, start)) for start, end in _pieces(words))


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Cuts a long text at a paragraph, else a sentence, else a space, else anywhere."""
    start = 0
    while len(text) - start > MAX_PIECE:
        window = text[start : start + MAX_PIECE]
        ends = (max((m.end() for m in pattern.finditer(window)), default=0) for pattern in (_PARAGRAPH, _SENTENCE, _SPACE))
        cut = next(filter(None, ends), MAX_PIECE)
        yield start, start + cut
        start += cut
    yield start, len(text)


def _joined(text: str, docs: Iterable[tuple[int, Doc]]) -> Parse:
    """The token arrays of consecutive pieces as those of one text; white-space tokens are left out."""
    tokens: list[Token] = []
    offsets: list[int] = []
    heads: list[int] = []
    sentences: list[tuple[int, int]] = []
    entities: list[tuple[int, int, str]] = []
    for start, doc in docs:
        kept = [t for t in doc if not t.is_space]
        new = {t.i: len(tokens) + n for n, t in enumerate(kept)}
        tokens += kept
        offsets += (start + t.idx for t in kept)
        heads += (new.get(_visible_head(t).i, new[t.i]) for t in kept)
        sentences += (extent for s in doc.sents if (extent := _extent(s, new)))
        entities += ((*extent, e.label_) for e in doc.ents if (extent := _extent(e, new)))
    return Parse(
        text=text,
        start=tuple(offsets),
        end=tuple(o + len(t) for o, t in zip(offsets, tokens, strict=True)),
        word=tuple(t.text for t in tokens),
        lemma=tuple(t.lemma_ for t in tokens),
        pos=tuple(t.pos_ for t in tokens),
        tag=tuple(t.tag_ for t in tokens),
        dep=tuple(t.dep_ for t in tokens),
        head=tuple(heads),
        entity=tuple(t.ent_type_ for t in tokens),
        sentences=tuple(sentences),
        entities=tuple(entities),
        children=_children(heads),
    )


def _visible_head(token: Token) -> Token:
    head = token.head
    while head.is_space and head.head is not head:
        head = head.head
    return head


def _extent(stretch: Span, new: dict[int, int]) -> tuple[int, int] | None:
    inside = [new[t.i] for t in stretch if t.i in new]
    return (inside[0], inside[-1] + 1) if inside else None


def _children(heads: list[int]) -> tuple[tuple[int, ...], ...]:
    below: list[list[int]] = [[] for _ in heads]
    for token, head in enumerate(heads):
        if head != token:
            below[head].append(token)
    return tuple(map(tuple, below))
