import numpy as np
import pytest
from sklearn.exceptions import NotFittedError
from sklearn.utils.estimator_checks import parametrize_with_checks

from research.features import PieceHasher

TEXTS = ["Ми вимагаємо гарантій", "Ми вимагали гарантій від США", "We demand guarantees", "Мы требуем гарантий"] * 3


@parametrize_with_checks([PieceHasher(pieces=200, bits=10)])
def test_scikit_learn_contract(estimator, check):
    check(estimator)


def test_it_counts_pieces_and_their_runs():
    one, two = (PieceHasher(pieces=200, runs=runs).fit(TEXTS).transform(["Ми вимагаємо гарантій"]) for runs in (1, 2))
    assert one.sum() >= 3
    assert two.sum() == 2 * one.sum() - 1


def test_actors_are_the_same_whoever_they_are():
    there, back = PieceHasher(pieces=200).fit(TEXTS).transform(["вимоги України", "вимоги Сполучених Штатів"]).toarray()
    assert np.array_equal(there, back)


def test_letters_never_seen_are_no_error():
    assert PieceHasher(pieces=200).fit(TEXTS).transform(["我们 🙂", ""]).shape == (2, 1 << 18)


def test_the_same_texts_give_the_same_pieces():
    first, second = (PieceHasher(pieces=200).fit(TEXTS).tokenizer_ for _ in range(2))
    assert first == second


def test_pieces_are_learnt_first():
    with pytest.raises(NotFittedError):
        PieceHasher().transform(TEXTS)
