"""The lists that are held, by entry: the same entry over all editions of its list, to be found by number or by name."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from waybill.check.screening.likeness import LIKE
from waybill.model.listing import Edition, Entry, Listed, ListedName, Listing, Possible, SanctionsList

if TYPE_CHECKING:
    from waybill.check.screening.names import Like

SHIP_NAMES = ("name", "alias", "former", "weak")
"""The names of a listing that are its own; the others are of its owner and of whom it is linked to."""

Key = tuple[str, str]
"""A list and an entry's id on it."""


class Held:
    """All lists that are held."""

    def __init__(self, lists: Iterable[SanctionsList]) -> None:
        self._lists = sorted(lists, key=lambda held: (held.edition.list, held.edition.dated or date.min, held.edition.id))
        found: dict[Key, list[tuple[Edition, Listing]]] = {}
        for held in self._lists:
            for one in held.listings:
                found.setdefault((held.edition.list, one.id), []).append((held.edition, one))
        self.entries = {key: Entry(key[0], tuple(listings)) for key, listings in found.items()}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the lists, each once."""
        return tuple(dict.fromkeys(held.edition.list for held in self._lists))

    def editions(self, name: str) -> tuple[Edition, ...]:
        """The editions of a list, the oldest first; one without a date stands before all others."""
        return tuple(held.edition for held in self._lists if held.edition.list == name)

    def hull(self, imo: str) -> tuple[Entry, ...]:
        """The entries of the ship with this IMO number."""
        return self._by_imo.get(imo, ())

    def remarks(self, imo: str) -> tuple[Entry, ...]:
        """The entries of others whose remarks name this IMO number."""
        return self._by_remark.get(imo, ())

    def radio(self, mmsi: str | None, call_sign: str | None) -> tuple[Entry, ...]:
        """The entries of ships with this MMSI or call sign in any edition."""
        found = (*self._by_mmsi.get(mmsi or "", ()), *self._by_sign.get((call_sign or "").upper(), ()))
        return tuple(dict.fromkeys(found))

    def ships(self, names: Sequence[str], at_least: float = LIKE) -> list[tuple[Possible, ...]]:
        """For each name the ships that bear one like it, one a ship, the likest first."""
        return _found(self._ships, names, at_least) if self.entries else [() for _ in names]

    def parties(self, names: Sequence[str], at_least: float = LIKE) -> list[tuple[Possible, ...]]:
        """For each name the entries of persons and bodies with one like it, and those that name such an owner or link."""
        return _found(self._parties, names, at_least) if self.entries else [() for _ in names]

    @cached_property
    def _by_imo(self) -> Mapping[str, tuple[Entry, ...]]:
        return self._by(lambda one: [one.imo] if one.imo else [])

    @cached_property
    def _by_remark(self) -> Mapping[str, tuple[Entry, ...]]:
        return self._by(lambda one: one.hulls)

    @cached_property
    def _by_mmsi(self) -> Mapping[str, tuple[Entry, ...]]:
        return self._by(lambda one: [one.mmsi] if one.mmsi else [])

    @cached_property
    def _by_sign(self) -> Mapping[str, tuple[Entry, ...]]:
        return self._by(lambda one: [one.call_sign.upper()] if one.call_sign and one.kind == "vessel" else [])

    @cached_property
    def _ships(self) -> "_Bearers":
        return _Bearers(self.entries.values(), lambda kind, named: kind == "vessel" and named.kind in SHIP_NAMES)

    @cached_property
    def _parties(self) -> "_Bearers":
        return _Bearers(self.entries.values(), lambda kind, named: kind in ("person", "entity") or named.kind not in SHIP_NAMES)

    def _by(self, numbers: Callable[[Listing], Iterable[str]]) -> Mapping[str, tuple[Entry, ...]]:
        found: dict[str, dict[Key, Entry]] = {}
        for key, entry in self.entries.items():
            for _, one in entry.listings:
                for number in numbers(one):
                    found.setdefault(number, {})[key] = entry
        return {number: tuple(entries.values()) for number, entries in found.items()}


def _found(bearers: "_Bearers", names: Sequence[str], at_least: float) -> list[tuple[Possible, ...]]:
    return [bearers.likest(likes) for likes in bearers.index.alike(names, at_least)]


class _Bearers:
    """An index of names with who bears each."""

    def __init__(self, entries: Iterable[Entry], wanted: Callable[[Listed, ListedName], bool]) -> None:
        """The index is imported when first needed: what it stands on is heavy, and mostly no list is held."""
        from waybill.check.screening.names import Names  # noqa: PLC0415 - see above

        found: dict[str, dict[tuple[Key, str], tuple[Entry, ListedName]]] = {}
        for entry in entries:
            for _, one in entry.listings:
                for named in one.names:
                    if wanted(one.kind, named):
                        bearer = (entry.list, one.id), named.kind
                        found.setdefault(named.text, {}).setdefault(bearer, (entry, named))
        self.index = Names(list(found))
        self._bearers = [tuple(bearers.values()) for bearers in found.values()]

    def likest(self, likes: Sequence["Like"]) -> tuple[Possible, ...]:
        """One possible entry each. A weak alias counts where it is the same, word for word: our convention, since such names
        are so common that their own list warns of them."""
        best: dict[Key, Possible] = {}
        for like in likes:
            for entry, named in self._bearers[like.name]:
                if named.kind != "weak" or like.likeness == 1:
                    best.setdefault((entry.list, entry.last.id), Possible(entry, named, like.likeness))
        return tuple(best.values())
