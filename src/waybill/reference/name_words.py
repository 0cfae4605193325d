"""Words of names that do not tell bearers apart: legal forms, ship prefixes, titles, particles."""

from functools import cache

from waybill.reference.tables import rows_of


@cache
def passed_over() -> dict[str, frozenset[tuple[str, ...]]]:
    """The words that are passed over, each as a sequence, by the first of them."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for row in rows_of("name_words.csv"):
        sequence = tuple(row["word"].split(" "))
        found.setdefault(sequence[0], set()).add(sequence)
    return {first: frozenset(sequences) for first, sequences in found.items()}
