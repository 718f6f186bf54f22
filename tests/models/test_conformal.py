import numpy as np
import pytest

from research.models.conformal import Held, sets


def draw(n, seed):
    generator = np.random.default_rng(seed)
    logits = generator.normal(size=(n, 3))
    probability = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
    truth = np.array([generator.choice(3, p=row) for row in probability])
    return probability, truth, np.array(["uk", "en"])[generator.integers(0, 2, n)]


@pytest.fixture(scope="module")
def held():
    probability, truth, languages = draw(3000, 0)
    return Held(1 - probability[np.arange(3000), truth], languages)


@pytest.mark.parametrize("coverage", [0.8, 0.95])
def test_sets_hold_the_right_class_as_often_as_stated_in_each_language(held, coverage):
    probability, truth, languages = draw(4000, 1)
    right = sets(held, probability, languages, coverage)[np.arange(4000), truth]
    for language in ("uk", "en"):
        assert right[languages == language].mean() == pytest.approx(coverage, abs=0.02)


def test_a_higher_coverage_never_drops_a_class(held):
    probability, _, languages = draw(50, 2)
    assert (sets(held, probability, languages, 0.95) >= sets(held, probability, languages, 0.7)).all()


def test_coverage_and_language_are_checked(held):
    probability, _, languages = draw(3, 3)
    with pytest.raises(ValueError, match="coverage is 1; expected above 0 and below 1"):
        sets(held, probability, languages, 1)
    with pytest.raises(ValueError, match="language is 'de'; sets are known for en, uk"):
        sets(held, probability, np.array(["de"] * 3), 0.9)
