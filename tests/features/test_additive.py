import pickle
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from sklearn.utils.estimator_checks import parametrize_with_checks

from research.features import AdditiveHasher, additive

TEXTS = [
    "Ми не приймаємо цю вимогу, не приймаємо!",
    "Мы не принимаем это требование Соединённых Штатов.",
    "“We don’t&nbsp;accept” the US demand 🙂 https://un.org",
    "",
    "слово",
]


@pytest.fixture
def hasher():
    return AdditiveHasher(bits=12)


@pytest.fixture
def weights():
    draw = np.random.default_rng(0)
    return draw.uniform(1, 9, 1 << 12).astype(np.float32), draw.normal(size=(1 << 12, 5)).astype(np.float32)


@parametrize_with_checks([AdditiveHasher(bits=10)])
def test_scikit_learn_contract(estimator, check):
    check(estimator)


def test_the_product_is_that_of_the_features(hasher, weights):
    idf, heads = weights
    features = hasher.transform(TEXTS).toarray()
    assert np.allclose(hasher.scorer(idf, heads)(TEXTS), features * idf @ heads, atol=1e-3)


def test_many_texts_are_multiplied_block_by_block(hasher, weights, monkeypatch):
    whole = hasher.scorer(*weights)(TEXTS)
    monkeypatch.setattr(additive, "_BLOCK", 2)
    assert np.allclose(hasher.scorer(*weights)(TEXTS), whole, atol=1e-3)


def test_what_a_text_comes_to_does_not_depend_on_what_was_seen_before(hasher, weights, monkeypatch):
    alone = [hasher.scorer(*weights)([text])[0] for text in TEXTS]
    scorer = hasher.scorer(*weights)
    scorer(["Сполучені Штати не приймають", *TEXTS[::-1]])
    assert np.array_equal(scorer(TEXTS), alone)
    monkeypatch.setattr(additive, "_KEPT", 0)
    assert np.array_equal(scorer(TEXTS), alone)


def test_a_scorer_is_copied_without_what_it_has_seen(hasher, weights):
    scorer = hasher.scorer(*weights)
    scored = scorer(TEXTS)
    copy = pickle.loads(pickle.dumps(scorer))
    assert np.array_equal(copy(TEXTS), scored)


def test_threads_share_a_scorer(hasher, weights):
    scorer = hasher.scorer(*weights)
    texts = [f"слово{letter}{other} вимагає" for letter in "абвгдежзик" for other in "лмнопрсту"]
    alone = hasher.scorer(*weights)(texts)
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda text: scorer([text])[0], texts))
    assert np.array_equal(found, alone)


def test_a_text_has_the_same_features_in_any_company(hasher):
    together = hasher.transform(TEXTS).toarray()
    assert all(
        np.allclose(hasher.transform([text]).toarray()[0], row) for text, row in zip(TEXTS, together, strict=True)
    )


@pytest.mark.parametrize("text", TEXTS)
def test_shares_add_up(hasher, weights, text):
    idf, heads = weights
    found, shares = hasher.shares(text, idf, heads[:, 0].astype(float))
    assert len(found) == len(shares)
    assert shares.sum() == pytest.approx(hasher.scorer(idf, heads)([text])[0, 0], abs=1e-3)


def test_actors_are_the_same_whoever_they_are(hasher):
    one, other, nobody = hasher.transform(["Росія вимагає", "Сполучені Штати вимагає", "хтось вимагає"]).toarray()
    assert np.array_equal(one, other)
    assert not np.array_equal(one, nobody)


def test_order_and_insertions(hasher):
    there, back, between = AdditiveHasher().transform(["мир війна", "війна мир", "мир або війна"]).toarray()
    assert not np.array_equal(there, back)
    assert there @ between > 0


def test_inflected_forms_are_related():
    one, other, unrelated = AdditiveHasher().transform(["переговори", "переговорів", "санкціями"]).toarray()
    assert one @ other > 5 * (one @ unrelated)


def test_no_texts_no_rows(hasher, weights):
    assert hasher.transform([]).shape == (0, 1 << 12)
    assert hasher.scorer(*weights)([]).shape == (0, 5)
    assert hasher.transform(["", "🙂"]).sum() == 0


def test_what_is_no_list_of_texts_is_refused(hasher):
    with pytest.raises(TypeError, match="expected a list"):
        hasher.transform("one text")
