"""Abstention: how well a model does on the statements that it is surest of (El-Yaniv and Wiener 2010)."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from research.evaluation.metrics import Array, row_counts, scores


class AtCoverage(NamedTuple):
    """What a model reaches when it answers only for a share of the rows.

    Attributes:
        coverage: that share, from 0 to 1.
        min_confidence: the probability from which it answers.
        macro_f1: over the rows answered.
        risk: the share of these that are wrong.
    """

    coverage: float
    min_confidence: float
    macro_f1: float
    risk: float


def coverage_risk(
    gold: Sequence[str], probability: Array, classes: Sequence[str], coverages: Sequence[float] | None = None
) -> pd.DataFrame:
    """Give the coverage-risk curve.

    Args:
        gold: n labels.
        probability: of shape (n, k), columns in the order of ``classes``.
        classes: the k labels.
        coverages: shares of the rows answered, each above 0 and up to 1; by default 0.05, 0.10 ... 1.

    Returns:
        One row a coverage, columns as in ``AtCoverage``.

    Raises:
        ValueError: where a coverage is out of range, or labels and probabilities do not fit.
    """
    shares = np.arange(1, 21) / 20 if coverages is None else np.asarray(coverages, float)
    wrong = shares[(shares <= 0) | (shares > 1)]
    if len(wrong):
        raise ValueError(f"coverage is {wrong[0]}; expected above 0 and up to 1")
    counts = row_counts(gold, probability, classes)
    confidence = probability.max(axis=1)
    order = np.argsort(-confidence, kind="stable")
    return pd.DataFrame([_at(share, counts[order], confidence[order], classes) for share in shares])


def _at(share: float, counts: Array, confidence: Array, classes: Sequence[str]) -> AtCoverage:
    answered = max(1, round(share * len(counts)))
    found = scores(counts[:answered].sum(axis=0), classes)
    return AtCoverage(share, float(confidence[answered - 1]), float(found["macro_f1"]), 1 - float(found["accuracy"]))
