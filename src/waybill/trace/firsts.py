"""The first tellings found so far, where those that a later one may repeat are looked up."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from heapq import merge
from itertools import groupby, product
from math import ceil

from waybill.trace.figures import edges, numbers, one_digit
from waybill.trace.sameness import LIKE
from waybill.trace.telling import Telling

_ANY = "any"


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
        self._rarest: dict[str, list[Hashable]] = {}

    def add(self, telling: Telling) -> None:
        """Holds one more first telling."""
        keys = (*self._held_words(telling), *_held_figures(telling))
        said = ((*role, key) for role in (*_roles(telling), *_houses(telling)) for key in keys)
        self._hold(telling, (*said, *_held_figures(telling), _spot(telling)))

    def add_passed_on(self, telling: Telling) -> None:
        """Holds a telling that repeats another, for those who say that they have it from its outlet."""
        keys = (*self._held_words(telling), *_held_figures(telling))
        self._hold(telling, ((*role, key) for role in _houses(telling) for key in keys))

    def _hold(self, telling: Telling, places: Iterable[Hashable]) -> None:
        for place in places:
            self._places[place].append(len(self._held))
        self._held.append(telling)

    def of_same_voice(self, telling: Telling) -> Iterator[Telling]:
        """Those of the same originator with a figure or enough words in common, the first one first."""
        return self._under([("voice", telling.voice.id, key) for key in self._asked(telling)])

    def of_houses(self, telling: Telling) -> Iterator[Telling]:
        """Those put out or passed on by an outlet that this one cites, with a figure or enough words in common."""
        cited = dict.fromkeys((telling.voice.id, *(relay.id for relay in telling.relays)))
        return self._under([("house", ident, key) for ident in cited for key in self._asked(telling)])

    def of_same_figure(self, telling: Telling) -> Iterator[Telling]:
        """Those with a figure in common, whoever tells them."""
        return self._under(_asked_figures(telling))

    def of_same_edition(self, telling: Telling) -> Iterator[Telling]:
        """Those of the same publication with a figure or enough words in common."""
        words = [(word, _ANY) for word in self._words(telling)]
        return self._under([("edition", telling.edition, key) for key in (*words, *_asked_figures(telling))])

    def beside(self, telling: Telling) -> Iterator[Telling]:
        """Those of the same originator in the same publication."""
        return self._under([_spot(telling)])

    def _under(self, keys: Iterable[Hashable]) -> Iterator[Telling]:
        places = merge(*(self._places[key] for key in dict.fromkeys(keys) if key in self._places))
        return (self._held[at] for at, _ in groupby(places))

    def _asked(self, telling: Telling) -> list[Hashable]:
        """Under which keys an earlier statement of the same matter is held.

        A count of one window is no news of a count of another, unless the figure tells: then that finds it.
        """
        days = _days(telling)
        of_days = (_ANY,) if days is None else (days, None)
        return [*product(self._words(telling), of_days), *_asked_figures(telling)]

    def _held_words(self, telling: Telling) -> Iterator[Hashable]:
        return product(self._words(telling), (_days(telling), _ANY))

    def _words(self, telling: Telling) -> list[Hashable]:
        """The rarest words, made once a telling: it is looked up by several roles."""
        made = self._rarest.get(telling.claim.id)
        if made is None:
            words = sorted(telling.content, key=lambda w: (self._uses[w], w))
            made = self._rarest[telling.claim.id] = list(words[: len(words) - ceil(LIKE * len(words)) + 1])
        return made


def _held_figures(telling: Telling) -> list[Hashable]:
    """The figures said, as they are and as a retelling may round them, with the sides of the line, and without one or both of
    them for those who leave it open.
    """
    supplier, recipient = telling.sides
    said = _figures(telling)
    figures = dict.fromkeys((*said, *map(one_digit, said)))
    return [(number, *sides) for number in figures for sides in product((supplier, _ANY), (recipient, _ANY))]


def _asked_figures(telling: Telling) -> list[Hashable]:
    """The figures said, with the sides that a telling of the same may have: the same or none, any where this one has none.

    What says itself where it was taken from may have been read with other sides.
    """
    free = telling.claim.origin_claim is not None
    supplier, recipient = ((side, None) if side and not free else (_ANY,) for side in telling.sides)
    return [(number, *sides) for number in _figures(telling) for sides in product(supplier, recipient)]


def _figures(telling: Telling) -> tuple[float, ...]:
    return numbers(telling.quantity) if telling.quantity else ()


def _days(telling: Telling) -> Hashable:
    """The four edges of the days that a count is of; None for what is no count, or of no days."""
    return edges(telling.window) if telling.quantity and telling.window else None


def _roles(telling: Telling) -> tuple[tuple[str, Hashable], ...]:
    return (("voice", telling.voice.id), ("edition", telling.edition))


def _houses(telling: Telling) -> tuple[tuple[str, Hashable], ...]:
    return tuple(("house", ident) for ident in dict.fromkeys(telling.houses))


def _spot(telling: Telling) -> Hashable:
    return ("beside", telling.edition, telling.voice.id)
