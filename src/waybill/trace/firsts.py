"""The first tellings found so far, where those that a later one may repeat are looked up."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from math import ceil

from waybill.trace.figures import numbers
from waybill.trace.sameness import LIKE
from waybill.trace.telling import Telling


class Firsts:
    """First tellings in the order they are added, found by figure, by edition, and by originator and words.

    Words are looked up by prefix filtering (Chaudhuri, Ganti and Kaushik 2006): of two sets whose Jaccard similarity is t or
    more, the |x| - ceil(t |x|) + 1 rarest words of each have one in common. Nothing alike is missed.
    """

    def __init__(self, tellings: Sequence[Telling]) -> None:
        """`tellings` are all that will be added or looked up; they settle how rare a word is."""
        self._uses = Counter(word for t in tellings for word in t.content)
        self._held: list[Telling] = []
        self._places: defaultdict[Hashable, list[int]] = defaultdict(list)

    def add(self, telling: Telling) -> None:
        """Holds one more first telling."""
        keys = (*self._words(telling), *_own_figures(telling), *_figures(telling), ("edition", telling.edition))
        for key in keys:
            self._places[key].append(len(self._held))
        self._held.append(telling)

    def of_same_voice(self, telling: Telling) -> Iterator[Telling]:
        """Those of the same originator with a figure or enough words in common, the first one first."""
        return self._under((*self._words(telling), *_own_figures(telling)))

    def of_same_figure(self, telling: Telling) -> Iterator[Telling]:
        """Those with a figure in common, whoever tells them."""
        return self._under(_figures(telling))

    def of_same_edition(self, telling: Telling) -> Iterator[Telling]:
        """Those of the same publication."""
        return self._under([("edition", telling.edition)])

    def _under(self, keys: Iterable[Hashable]) -> Iterator[Telling]:
        return (self._held[at] for at in sorted({at for key in keys for at in self._places.get(key, ())}))

    def _words(self, telling: Telling) -> list[Hashable]:
        words = sorted(telling.content, key=lambda w: (self._uses[w], w))
        prefix = len(words) - ceil(LIKE * len(words)) + 1
        return [("word", telling.voice.id, word) for word in words[:prefix]]


def _figures(telling: Telling) -> list[Hashable]:
    return [("figure", number) for number in numbers(telling.quantity)] if telling.quantity else []


def _own_figures(telling: Telling) -> list[Hashable]:
    return [(telling.voice.id, *key) for key in _figures(telling) if isinstance(key, tuple)]
