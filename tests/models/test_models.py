import numpy as np
import pytest
from sklearn.base import clone

from research.models import BUILDERS, build

TEXTS = [
    *("Дякуємо за допомогу", "Благодарим за помощь", "Thank you for your help"),
    *("Зустріч у четвер", "Встреча в четверг", "The meeting is on Thursday"),
    *("Вимагаємо вивести війська", "Требуем вывести войска", "We demand withdrawal"),
]
LABELS = np.repeat(["conciliatory", "neutral", "demanding"], 3)


# Embeddings need an encoder; test_encoder.py tries them with one of the size of a toy.
@pytest.fixture(params=[name for name in BUILDERS if name != "embeddings"])
def model(request):
    return build(request.param, seed=0)


def test_rows_of_probabilities_sum_to_one(model):
    probability = model.fit(TEXTS, LABELS).predict_proba(["Ми проти", "", "🙂"])
    assert probability.shape == (3, 3)
    assert np.allclose(probability.sum(axis=1), 1)


def test_the_same_seed_gives_the_same_model(model):
    first, second = clone(model).fit(TEXTS, LABELS), clone(model).fit(TEXTS, LABELS)
    assert np.array_equal(first.predict_proba(TEXTS), second.predict_proba(TEXTS))


@pytest.mark.parametrize("name", ["lexicon", "ngrams", "masked-ngrams", "pieces", "additive"])
def test_it_learns_what_it_is_shown(name):
    assert (build(name).fit(TEXTS, LABELS).predict(TEXTS) == LABELS).mean() > 0.8


def test_an_unknown_model_is_named_with_those_there_are():
    with pytest.raises(ValueError, match="unknown model 'gpt'; the models are majority, lexicon, ngrams"):
        build("gpt")
