import numpy as np
import pytest

from research.evaluation.metrics import row_counts
from research.evaluation.uncertainty import difference, estimates, replicates

CLASSES = ("no", "yes")


def predictions(accuracy, n, seed):
    draw = np.random.default_rng(seed)
    gold = draw.choice(CLASSES, n)
    right = draw.random(n) < accuracy
    yes = np.where(right, gold == "yes", gold == "no").astype(float) * 0.8 + 0.1
    return row_counts(gold, np.stack([1 - yes, yes], axis=1), CLASSES)


def test_the_interval_covers_the_truth_at_about_its_rate():
    covered = 0
    for seed in range(200):
        drawn = replicates(predictions(0.7, 150, seed), [f"d{i}" for i in range(150)], 300, seed)
        found = estimates(drawn, CLASSES)["accuracy"]
        covered += found.low <= 0.7 <= found.high
    assert 0.90 <= covered / 200 <= 0.985


def test_rows_of_one_document_widen_the_interval():
    counts = np.repeat(predictions(0.7, 30, 0), 10, axis=0)
    as_rows = estimates(replicates(counts, range(300), 500, 0), CLASSES)["accuracy"]
    as_documents = estimates(replicates(counts, np.repeat(range(30), 10), 500, 0), CLASSES)["accuracy"]
    assert as_documents.value == as_rows.value
    assert as_documents.high - as_documents.low > 2 * (as_rows.high - as_rows.low)


def test_a_clear_difference_is_found_and_none_is_not():
    documents = [f"d{i}" for i in range(400)]
    good, bad, other = (
        replicates(predictions(a, 400, s), documents, 999, 0) for a, s in ((0.9, 1), (0.6, 1), (0.9, 2))
    )
    assert difference(good, bad, CLASSES).p == pytest.approx(0.002)
    assert difference(good, bad, CLASSES).low > 0
    assert difference(good, other, CLASSES).p > 0.05
    same = difference(good, good, CLASSES)
    assert (same.value, same.p) == (0, 1)
