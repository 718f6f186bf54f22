import numpy as np

from research.features.hashing import beginnings, chained, columns, ngrams, spell

WORDS = ["переговори", "переговорів", "ні", "in", "ni"]


def test_beginnings_are_the_same_for_words_that_begin_the_same():
    hashes = beginnings(spell(WORDS), 5)
    assert hashes[0] == hashes[1]
    assert len(np.unique(hashes)) == len(WORDS) - 1
    assert len(np.unique(beginnings(spell(WORDS), 40))) == len(WORDS)


def test_ngrams_stay_within_words_and_count_the_borders():
    for length in (2, 3, 20):
        word, hashes = ngrams(spell(WORDS), length)
        assert np.bincount(word, minlength=len(WORDS)).tolist() == [max(len(w) + 3 - length, 0) for w in WORDS]
        grams = {f" {w} "[i : i + length] for w in WORDS for i in range(len(w) + 3 - length)}
        assert len(np.unique(hashes)) == len(grams)


def test_pairs_have_an_order_and_a_distance():
    first, second = beginnings(spell(WORDS[:2]), 40)[:, None]
    pairs = [chained(first, second, 1), chained(second, first, 1), chained(first, second, 2)]
    assert len(np.unique(pairs)) == 3


def test_columns_spread_evenly():
    counts = np.bincount(columns(beginnings(spell([f"слово{i}" for i in range(6_400)]), 40), 6), minlength=64)
    assert counts.min() > 60
    assert counts.max() < 150


def test_hashes_are_the_same_on_every_machine():
    assert columns(beginnings(spell(["мир", "війна"]), 5), 18).tolist() == [183671, 237224]


def test_no_words_no_hashes():
    assert len(beginnings(spell([]), 5)) == len(ngrams(spell([]), 3)[1]) == 0
