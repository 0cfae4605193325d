"""A parsed text as immutable token arrays: what comes out of the parse room, without the parser."""

from bisect import bisect_right

from msgspec import Struct

from waybill.model.span import Span


class Parse(Struct, frozen=True):
    """Tokens of one text; every tuple has one entry a token, in text order.

    Tags are Penn Treebank, `pos` Universal, `dep` the labels of spaCy's English models (ClearNLP), `head` token
    indices (a root heads itself), `entity` the OntoNotes label or "". White space is no token. `sentences` are
    half-open ranges of token indices that cover all tokens.
    """

    text: str
    start: tuple[int, ...]
    end: tuple[int, ...]
    word: tuple[str, ...]
    lemma: tuple[str, ...]
    pos: tuple[str, ...]
    tag: tuple[str, ...]
    dep: tuple[str, ...]
    head: tuple[int, ...]
    entity: tuple[str, ...]
    sentences: tuple[tuple[int, int], ...]
    entities: tuple[tuple[int, int, str], ...] = ()
    """Named entities as (first token, one past the last token, label)."""
    children: tuple[tuple[int, ...], ...] = ()
    """For each token the tokens it heads, in text order."""

    def __len__(self) -> int:
        return len(self.start)

    def subtree(self, token: int) -> tuple[int, ...]:
        """The token and all below it, in text order."""
        found, stack = [], [token]
        while stack:
            at = stack.pop()
            found.append(at)
            stack.extend(self.children[at])
        return tuple(sorted(found))

    def ancestors(self, token: int) -> tuple[int, ...]:
        """The heads above the token, nearest first."""
        found = []
        while self.head[token] != token:
            token = self.head[token]
            found.append(token)
        return tuple(found)

    def span(self, first: int, last: int) -> Span:
        """The span from the first to the last token, both included."""
        return Span(self.start[first], self.end[last])

    def sentence_at(self, token: int) -> tuple[int, int]:
        """The half-open token range of the sentence that holds the token."""
        return self.sentences[bisect_right(self.sentences, (token, len(self) + 1)) - 1]

    def tokens_in(self, span: Span) -> range:
        """The tokens that begin within the span."""
        low = bisect_right(self.start, span.start - 1)
        return range(low, max(low, bisect_right(self.start, span.end - 1)))

    def token_at(self, offset: int) -> int | None:
        """The token that covers a code-point offset, or None between tokens."""
        at = bisect_right(self.start, offset) - 1
        return at if at >= 0 and offset < self.end[at] else None
