import numpy as np
import pytest

from research.evaluation.selective import coverage_risk

CLASSES = ("a", "b")
GOLD = ["a", "b", "a", "b"]
# Sure and right twice, then less sure and wrong twice.
PROBABILITY = np.array([[0.95, 0.05], [0.1, 0.9], [0.4, 0.6], [0.55, 0.45]])


def test_the_surest_rows_are_answered_first():
    half, whole = coverage_risk(GOLD, PROBABILITY, CLASSES, [0.5, 1.0]).itertuples(index=False)
    assert half == (0.5, 0.9, 1.0, 0.0)
    assert whole.macro_f1 == pytest.approx(0.5)
    assert whole.risk == pytest.approx(0.5)
    assert whole.min_confidence == 0.55


def test_the_curve_ends_at_all_rows():
    curve = coverage_risk(GOLD, PROBABILITY, CLASSES)
    assert len(curve) == 20
    assert curve["coverage"].iloc[-1] == 1
    assert curve["risk"].is_monotonic_increasing


def test_a_coverage_out_of_range_is_refused():
    with pytest.raises(ValueError, match=r"coverage is 0.0; expected above 0"):
        coverage_risk(GOLD, PROBABILITY, CLASSES, [0.0])
