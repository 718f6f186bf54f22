import numpy as np
import pytest
from sklearn import metrics as reference

from research.evaluation.metrics import reliability_bins, row_counts, scores

CLASSES = ("conciliatory", "neutral", "demanding")


@pytest.fixture
def predictions():
    draw = np.random.default_rng(3)
    return draw.choice(CLASSES, 200), draw.dirichlet([1, 1, 1], 200)


def test_scores_are_those_of_scikit_learn(predictions):
    gold, probability = predictions
    guess = np.array(CLASSES)[probability.argmax(axis=1)]
    found = scores(row_counts(gold, probability, CLASSES).sum(axis=0), CLASSES)
    in_order = probability[:, np.argsort(CLASSES)]
    assert found["macro_f1"] == pytest.approx(reference.f1_score(gold, guess, average="macro"))
    assert found["mcc"] == pytest.approx(reference.matthews_corrcoef(gold, guess))
    assert found["accuracy"] == pytest.approx(reference.accuracy_score(gold, guess))
    assert found["log_loss"] == pytest.approx(reference.log_loss(gold, in_order, labels=sorted(CLASSES)))
    precision = reference.precision_score(gold, guess, labels=["demanding"], average=None)
    assert found["precision_demanding"] == pytest.approx(precision[0])


def test_brier_by_hand():
    counts = row_counts(["neutral"], np.array([[0.2, 0.5, 0.3]]), CLASSES)
    assert scores(counts.sum(axis=0), CLASSES)["brier"] == pytest.approx(0.04 + 0.25 + 0.09)


def test_a_model_that_is_always_80_percent_sure_and_right_every_time_is_20_points_off():
    counts = row_counts(["neutral"] * 10, np.tile([0.1, 0.8, 0.1], (10, 1)), CLASSES).sum(axis=0)
    assert scores(counts, CLASSES)["ece"] == pytest.approx(0.2)
    size, right, _ = reliability_bins(counts, 3)
    assert size.sum() == right.sum() == 10


def test_a_class_that_never_occurs_scores_zero_not_nan():
    found = scores(row_counts(["neutral"], np.array([[0, 1.0, 0]]), CLASSES).sum(axis=0), CLASSES)
    assert found["f1_demanding"] == 0
    assert found["mcc"] == 0


def test_wrong_labels_and_shapes_are_named():
    with pytest.raises(ValueError, match="gold label 'hostile' is unknown"):
        row_counts(["hostile"], np.ones((1, 3)), CLASSES)
    with pytest.raises(ValueError, match=r"shape \(1, 2\); expected \(1, 3\)"):
        row_counts(["neutral"], np.ones((1, 2)), CLASSES)
