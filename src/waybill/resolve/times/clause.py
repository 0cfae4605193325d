"""Steps in a clause's tree that stay short however long a line is."""

from collections.abc import Iterator

from waybill.model.parse import Parse

_MAX_CLIMB = 12
_MAX_CHILDREN = 40
"""More than any clause has: what a parser hangs on one word beyond that is a list, or no sentence at all."""


def above(parse: Parse, token: int) -> Iterator[int]:
    """The heads above a token, nearest first, as far as a clause goes."""
    for _ in range(_MAX_CLIMB):
        if parse.head[token] == token:
            return
        token = parse.head[token]
        yield token


def below(parse: Parse, token: int) -> tuple[int, ...]:
    """The tokens a token heads, in text order, as many as a clause has."""
    return parse.children[token][:_MAX_CHILDREN]
