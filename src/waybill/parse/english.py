"""English text to token arrays, by spaCy."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cache
from itertools import groupby, repeat
from typing import TYPE_CHECKING

from msgspec import Struct, field

from waybill.model.parse import Parse
from waybill.parse.loading import load
from waybill.settings import Settings

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span, Token

MAX_PIECE = 25_000
"""Code points a parser call may take: our convention, well under spaCy's limit of 1,000,000, to bound memory."""

BATCH = 8
"""Texts or pieces parsed at once: at spaCy's own default memory grows fourfold, and it is no faster."""

SHORT_LINE = 50
"""A line below this many code points is no wrapped prose: our convention, typists wrap at 60 to 100."""

EDGES = "waybill_edges"
"""Under this name a spaCy Doc holds the offsets where something that is no report begins or ends."""

_TERMINAL = (".", "!", "?", ":", '"', "”", "’", ")")
_PARAGRAPH = re.compile(r"\n\s*\n|\n")
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_SPACE = re.compile(r"\s+")


def parse(
    texts: Iterable[str],
    settings: Settings,
    progress: Callable[[float], None] = lambda _: None,
    edges: Iterable[Collection[int]] = repeat(()),
) -> Iterator[Parse]:
    """One Parse a text, in order. Raises MissingModelError where the pipeline of the settings is not installed.

    `progress` is told how much of the current text is parsed, from 0 to 1, after each piece of one that has several.
    `edges` are, for each text in turn, offsets where something begins or ends that is no report (a byline, a date): a line
    break there ends the sentence, however long the line.
    """
    language = _pipeline(settings.language_model)
    laid = ((_doc(language, piece, words), piece) for words, piece in _all_pieces(texts, edges))
    pieces = language.pipe(laid, as_tuples=True, batch_size=BATCH)
    for text, docs in groupby(pieces, key=_text_of):
        arrays = _Arrays(text.words)
        for doc, piece in docs:
            arrays.add(piece.start, doc)
            if len(doc.text) < len(text.words):
                progress((piece.start + len(doc.text)) / len(text.words))
        yield arrays.parse()


@cache
def _pipeline(name: str) -> Language:
    language = load(name)
    language.component("waybill_paragraphs", func=_begin_sentences_at_paragraphs)
    language.component("waybill_up_to", func=_count_up_to)
    language.add_pipe("waybill_paragraphs", before="parser")
    language.add_pipe("waybill_up_to", after="parser")
    return language


def _begin_sentences_at_paragraphs(doc: Doc) -> Doc:
    """Keeps a headline, a byline or a credit line from running into the next sentence; wrapped lines stay joined."""
    text = doc.text
    for gap in doc[:-1]:
        if not gap.is_space or "\n" not in gap.text:
            continue
        line = text[text.rfind("\n", 0, gap.idx) + 1 : gap.idx]
        around = {gap.idx - len(line) + len(line.rstrip()), gap.idx + len(gap)}
        if _ends_paragraph(line, gap.text) or not around.isdisjoint(doc.user_data.get(EDGES, ())):
            doc[gap.i + 1].is_sent_start = True
    return doc


def _count_up_to(doc: Doc) -> Doc:
    """Mends "sent up to 900 crates" where the parser reads "sent up" and "to 900 crates": the crates are what was sent."""
    for up in doc[:-2]:
        to, number = doc[up.i + 1], doc[up.i + 2]
        if up.lower_ != "up" or to.lower_ != "to" or to.dep_ != "prep" or number.tag_ != "CD":
            continue
        counted = next((c for c in to.children if c.dep_ == "pobj"), None)
        governor = up.head if to.head is up else to.head
        moved = governor.tag_.startswith("VB")
        if counted is None or not (moved or governor.dep_ == "prep"):
            continue
        counted.head, counted.dep_ = governor, "dobj" if moved else "pobj"
        for word in (up, to):
            word.head, word.dep_ = number, "quantmod"
    return doc


def _ends_paragraph(line: str, gap: str) -> bool:
    line = line.rstrip()
    return gap.count("\n") > 1 or len(line) < SHORT_LINE or line.endswith(_TERMINAL)


class _Text(Struct, frozen=True):
    """A text by its place among the texts, so that equal neighbours stay two."""

    ordinal: int
    words: str
    edges: Collection[int]


class _Piece(Struct, frozen=True):
    text: _Text
    start: int


def _text_of(parsed: tuple[Doc, _Piece]) -> _Text:
    return parsed[1].text


def _doc(language: Language, piece: _Piece, words: str) -> Doc:
    doc = language.make_doc(words)
    doc.user_data[EDGES] = frozenset(at - piece.start for at in piece.text.edges)
    return doc


def _all_pieces(texts: Iterable[str], edges: Iterable[Collection[int]]) -> Iterator[tuple[str, _Piece]]:
    for ordinal, (words, apart) in enumerate(zip(texts, edges, strict=False)):
        text = _Text(ordinal, words, tuple(apart))
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


class _Arrays(Struct):
    """The token arrays of a text while its pieces come in; no piece is held on to. White-space tokens are left out."""

    text: str
    start: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)
    word: list[str] = field(default_factory=list)
    lemma: list[str] = field(default_factory=list)
    pos: list[str] = field(default_factory=list)
    tag: list[str] = field(default_factory=list)
    dep: list[str] = field(default_factory=list)
    head: list[int] = field(default_factory=list)
    entity: list[str] = field(default_factory=list)
    sentences: list[tuple[int, int]] = field(default_factory=list)
    entities: list[tuple[int, int, str]] = field(default_factory=list)

    def add(self, offset: int, doc: Doc) -> None:
        """Takes in the next piece, which begins at an offset of the text."""
        kept = [t for t in doc if not t.is_space]
        new = {t.i: len(self.start) + n for n, t in enumerate(kept)}
        self.start += (offset + t.idx for t in kept)
        self.end += (offset + t.idx + len(t) for t in kept)
        self.word += (sys.intern(t.text) for t in kept)
        self.lemma += (sys.intern(t.lemma_) for t in kept)
        self.pos += (sys.intern(t.pos_) for t in kept)
        self.tag += (sys.intern(t.tag_) for t in kept)
        self.dep += (sys.intern(t.dep_) for t in kept)
        self.head += (new.get(_visible_head(t).i, new[t.i]) for t in kept)
        self.entity += (sys.intern(t.ent_type_) for t in kept)
        self.sentences += (extent for s in doc.sents if (extent := _extent(s, new)))
        self.entities += ((*extent, e.label_) for e in doc.ents if (extent := _extent(e, new)))

    def parse(self) -> Parse:
        """All that came in."""
        return Parse(
            text=self.text,
            start=tuple(self.start),
            end=tuple(self.end),
            word=tuple(self.word),
            lemma=tuple(self.lemma),
            pos=tuple(self.pos),
            tag=tuple(self.tag),
            dep=tuple(self.dep),
            head=tuple(self.head),
            entity=tuple(self.entity),
            sentences=tuple(self.sentences),
            entities=tuple(self.entities),
            children=_children(self.head),
        )


def _visible_head(token: Token) -> Token:
    head = token.head
    while head.is_space and head.head.i != head.i:
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
