from waybill.trace.extent import Extent
from waybill.trace.minhash import shingles
from waybill.trace.passages import Passages, ascending, passages
from waybill.trace.word_codes import coded_words

ORIGINAL = "a b c d e f g h i j k l m n o p q r s t u v w x y z"


def extent(copy: str, original: str = ORIGINAL) -> Extent:
    found = common(copy, original)
    return Extent(found.words, len(original.split()), found.common, found.extents, 0.0)


def common(copy: str, original: str = ORIGINAL) -> Passages:
    mine, yours = (shingles(coded_words(text).codes) for text in (copy, original))
    return passages(mine, ascending(yours))


def test_words_count_where_five_in_a_row_agree() -> None:
    found = common("1 2 a b c d e 3 f g h i 4")
    assert found.found.tolist() == [False, False, *[True] * 5, *[False] * 6]


def test_a_word_changed_breaks_no_passage() -> None:
    found = extent("a b c d e 1 g h i j k")
    assert (found.passages.tolist(), found.common, found.covered, found.longest) == ([[0, 11]], 10, 1.0, 11)


def test_sentences_put_in_another_order_are_passages_of_their_own() -> None:
    found = extent("n o p q r s 1 2 a b c d e f")
    assert (found.passages.tolist(), found.covered) == ([[0, 6], [8, 14]], 12 / 14)


def test_words_between_two_far_apart_in_the_other_are_not_covered() -> None:
    assert common("a b c d e 1 v w x y z").extents.tolist() == [[0, 5], [6, 11]]


def test_words_in_two_passages_are_covered_once() -> None:
    found = extent("a b c d e f", "b c d e f 1 a b c d e")
    assert (found.common, found.covered) == (6, 1.0)


def test_nothing_in_common_is_no_passage() -> None:
    found = extent("1 2 3 4 5 6 7")
    assert (found.passages.tolist(), found.common, found.covered, found.longest) == ([], 0, 0.0, 0)
