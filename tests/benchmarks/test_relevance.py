"""The arithmetic of ranked lists against values worked out by hand."""

import math

import pytest

from benchmarks.relevance import BM25, fused, ndcg, precision, violating_share


def test_ndcg_of_the_best_order_is_one_and_of_a_swap_less() -> None:
    grades = {"a": 2, "b": 1}
    assert ndcg(["a", "b"], grades, 10) == pytest.approx(1.0)
    swapped = (1 + 3 / math.log2(3)) / (3 + 1 / math.log2(3))
    assert ndcg(["b", "a"], grades, 10) == pytest.approx(swapped)
    assert ndcg(["x"], grades, 10) == 0.0


def test_precision_counts_places_and_violations_what_is_shown() -> None:
    assert precision(["a", "x"], {"a": 2}, 10) == pytest.approx(0.1)
    assert violating_share(["a", "x"], {"x"}) == pytest.approx(0.5)
    assert violating_share([], {"x"}) == 0.0


def test_a_rare_word_weighs_more_than_a_common_one() -> None:
    scores = BM25(["red boat", "red car", "red bird"]).scores("red boat")
    assert scores.argmax() == 0
    assert scores[1] == scores[2] > 0


def test_fusion_puts_first_what_both_lists_like() -> None:
    assert fused([[0, 1, 2], [1, 2, 0]])[0] == 1
