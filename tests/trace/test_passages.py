from waybill.trace.minhash import shingles
from waybill.trace.passages import Passages, ascending, passages
from waybill.trace.word_codes import wording

ORIGINAL = "a b c d e f g h i j k l m n o p q r s t u v w x y z"


def common(copy: str, original: str = ORIGINAL) -> Passages:
    mine, yours = (shingles(wording(text).codes) for text in (copy, original))
    return passages(mine, ascending(yours))


def test_words_count_where_five_in_a_row_agree() -> None:
    found = common("1 2 a b c d e 3 f g h i 4")
    assert found.found.tolist() == [False, False, *[True] * 5, *[False] * 6]


def test_a_word_changed_breaks_no_passage() -> None:
    found = common("a b c d e 1 g h i j k")
    assert (found.extents.tolist(), found.common, found.covered, found.longest) == ([[0, 11]], 10, 11, 11)


def test_sentences_put_in_another_order_are_passages_of_their_own() -> None:
    found = common("n o p q r s 1 2 a b c d e f")
    assert (found.extents.tolist(), found.covered) == ([[0, 6], [8, 14]], 12)


def test_words_between_two_far_apart_in_the_other_are_not_covered() -> None:
    assert common("a b c d e 1 v w x y z").extents.tolist() == [[0, 5], [6, 11]]


def test_words_in_two_passages_are_covered_once() -> None:
    found = common("a b c d e f", "a b c d e 1 b c d e f")
    assert (found.common, found.covered) == (6, 6)


def test_nothing_in_common_is_no_passage() -> None:
    found = common("1 2 3 4 5 6 7")
    assert (found.extents.tolist(), found.common, found.covered, found.longest) == ([], 0, 0, 0)
