"""How sure a score is: the cluster bootstrap, and its paired form for two models on the same rows.

Statements of one document are alike, so documents are resampled, not rows (Field and Welsh 2007, "Bootstrapping
clustered data"). Intervals are percentiles of the replicates (Efron and Tibshirani 1993, chapter 13).
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from research.evaluation.metrics import Array, scores

LEVEL = 0.95


class Estimate(NamedTuple):
    """A score and its 95 % interval."""

    value: float
    low: float
    high: float


class Difference(NamedTuple):
    """A difference of two scores, its 95 % interval, and the two-sided p-value of no difference."""

    value: float
    low: float
    high: float
    p: float


def replicates(counts: Array, documents: Sequence[str], resamples: int, seed: int) -> Array:
    """Sum counts over documents drawn with replacement.

    Args:
        counts: of shape (n, c), see ``metrics.row_counts``.
        documents: n names of documents.
        resamples: number of replicates r.
        seed: of the draw; the same seed draws the same documents, which is what pairs two models.

    Returns:
        Of shape (r + 1, c); row 0 is the sum over the documents as they are.
    """
    codes = pd.factorize(np.asarray(documents))[0]
    by_document = np.zeros((codes.max() + 1, counts.shape[1]))
    np.add.at(by_document, codes, counts)
    m = len(by_document)
    draws = np.random.default_rng(seed).multinomial(m, np.full(m, 1 / m), size=resamples)
    return np.concatenate([by_document.sum(axis=0, keepdims=True), draws @ by_document])


def estimates(sums: Array, classes: Sequence[str]) -> dict[str, Estimate]:
    """Give every metric with its interval.

    Args:
        sums: of shape (r + 1, c), from ``replicates``.
        classes: the labels.
    """
    return {name: estimate_of(values) for name, values in scores(sums, classes).items()}


def estimate_of(values: Array) -> Estimate:
    """Give a score with its interval, of r + 1 values of it: that of all documents, then those of the replicates."""
    return Estimate(float(values[0]), *_interval(values[1:]))


def difference(sums: Array, baseline: Array, classes: Sequence[str], metric: str = "macro_f1") -> Difference:
    """Compare two models on the same resamples of the same documents.

    Args:
        sums: of shape (r + 1, c), from ``replicates``.
        baseline: the same of the other model, drawn with the same seed.
        classes: the labels.
        metric: what is compared.

    Returns:
        Score minus baseline, see ``difference_of``.
    """
    return difference_of(scores(sums, classes)[metric], scores(baseline, classes)[metric])


def difference_of(scored: Array, baseline: Array) -> Difference:
    """Compare r + 1 values of a score with those of another model, drawn with the same seed.

    Returns:
        Score minus baseline. The p-value is twice the smaller share of replicates on one side of zero, with one added
        above and below (Davison and Hinkley 1997, section 4.2), so it is never 0.
    """
    values = scored - baseline
    drawn = values[1:]
    smaller = min(np.sum(drawn <= 0), np.sum(drawn >= 0))
    p = min(1.0, 2 * (smaller + 1) / (len(drawn) + 1))
    return Difference(float(values[0]), *_interval(drawn), float(p))


def _interval(drawn: NDArray[np.float64]) -> tuple[float, float]:
    tail = (1 - LEVEL) / 2
    low, high = np.quantile(drawn, [tail, 1 - tail])
    return float(low), float(high)
