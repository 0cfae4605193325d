from waybill.reference.countries import countries
from waybill.reference.gazetteer_names import name_key
from waybill.reference.tables import rows_of


def words(table: str, *kinds: str) -> list[str]:
    return [row["word"] for row in rows_of(table) if row["kind"] in kinds]


def test_no_country_is_a_common_word_or_a_person() -> None:
    names = {name_key(name) for c in countries() for name in c.names if not name.isupper()}

    assert names.isdisjoint(words("common_words.csv", "word", "person") + words("not_places.csv", "word", "person", "never"))


def test_words_are_written_as_they_are_compared() -> None:
    listed = words("common_words.csv", "word", "person") + words("not_places.csv", "word", "person", "never")

    assert listed == [name_key(word) for word in listed]


def test_what_is_written_by_hand_repeats_nothing() -> None:
    by_hand = words("not_places.csv", "word", "person", "never")

    assert len(by_hand) == len(set(by_hand))
    for kind in ("word", "person"):
        assert set(words("not_places.csv", kind)).isdisjoint(words("common_words.csv", kind))


def test_weights_of_evidence_are_read_at_a_glance() -> None:
    weights = [row["weight"] for row in rows_of("place_evidence.csv")]

    assert weights == [f"{float(weight):.1f}" for weight in weights]
