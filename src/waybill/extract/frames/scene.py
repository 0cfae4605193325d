"""A parse together with what its words mean: the ground every frame is read from."""

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from waybill.model.mention import Mention, MentionKind
from waybill.model.parse import Parse
from waybill.model.span import Span
from waybill.model.things import Item, Party
from waybill.reference.goods_words import words_of

CONTAINERS = words_of("container")
"""Words that hold or stand for the goods without naming them."""

CARRIERS = words_of("carrier")
"""Words for what carries goods."""

_MILITARY = re.compile(
    r"\b(arms (deal|shipment|transfer|sale|embargo|deliver|smuggl)\w*"
    r"|(tons?|tonnes|shipments?|consignments?|deliver(y|ies)|suppl(y|ies)|sales?|stores?|stock(pile)?s?) of arms"
    r"|munitions?|ammunition|weapons?|weaponry|armaments?|missiles?|artillery|air force|fighter (jets?|aircraft))\b",
    re.IGNORECASE,
)


_DATELINE = re.compile(
    r"^[ \t]*[A-Z][A-Z .'’-]{2,30}(?:, [^()\n]{2,30})?(?: \([^()\n]{2,40}\))?,? (?:-{1,2}|–|—) ", re.MULTILINE
)
"""Where and when a report was filed, before its first words: no party, place or day of what it tells."""


class Scene(Struct, frozen=True):
    """A parse and its mentions. `by_token` finds them by kind and token; where several cover one, the widest is kept."""

    parse: Parse
    mentions: tuple[Mention, ...]
    by_token: dict[tuple[str, int], Mention]
    people: dict[str, tuple[Mention, ...]]
    """By each of their names, the first mention of every person named in full."""
    military: bool
    """True where the text names arms or the military at all: "containers" alone are freight."""

    def at(self, kind: MentionKind, token: int) -> Mention | None:
        """The widest mention of that kind that covers the token."""
        return self.by_token.get((kind, token))

    def among(self, kind: MentionKind, tokens: Iterable[int]) -> Iterator[Mention]:
        """The mentions of that kind that cover any of the tokens, each once, in the order of the tokens."""
        last = None
        for token in tokens:
            mention = self.by_token.get((kind, token))
            if mention is not None and mention is not last:
                yield mention
            last = mention or last

    def head(self, span: Span) -> int:
        """The token of a span whose head lies outside it; the first such."""
        tokens = self.parse.tokens_in(span)
        inside = [t for t in tokens if self.parse.head[t] not in tokens or self.parse.head[t] == t]
        return inside[0] if inside else tokens.start

    def lemma(self, token: int) -> str:
        """The token's lemma in lower case."""
        return self.parse.lemma[token].lower()


def scene_of(parse: Parse, mentions: Sequence[Mention]) -> Scene:
    """The scene of a parse; mentions that begin at no token are passed over."""
    by_token: dict[tuple[str, int], Mention] = {}
    heads = [m.span() for m in _DATELINE.finditer(parse.text)]
    told = [m for m in mentions if not any(start <= m.span.start < end for start, end in heads)]
    for mention in sorted(told, key=lambda m: (len(m.span), -m.span.start)):
        by_token.update(((mention.kind, token), mention) for token in parse.tokens_in(mention.span))
    military = _MILITARY.search(parse.text) is not None or any(
        isinstance(m.value, Item) and m.value.item_class for m in mentions
    )
    ordered = tuple(sorted(mentions, key=lambda m: m.span))
    return Scene(parse, ordered, by_token, _people(ordered), military)


def _people(mentions: Sequence[Mention]) -> dict[str, tuple[Mention, ...]]:
    first: dict[str, Mention] = {}
    for mention in mentions:
        if isinstance(mention.value, Party) and mention.value.type == "person" and " " in mention.text:
            first.setdefault(mention.text, mention)
    by_name: dict[str, list[Mention]] = {}
    for mention in first.values():
        for name in mention.text.split():
            by_name.setdefault(name, []).append(mention)
    return {name: tuple(found) for name, found in by_name.items()}
