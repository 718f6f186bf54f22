"""Scores of probabilistic predictions, all computed from sums over rows.

A metric here is a function of counts that add up over rows: the confusion matrix, summed losses, filled bins. So the
score of any resample of documents is the score of a weighted sum, and a thousand bootstrap replicates are one matrix
product (``uncertainty``).
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

BINS = 10
_FLOOR = 1e-15


def row_counts(gold: Sequence[str], probability: Array, classes: Sequence[str]) -> Array:
    """Turn predictions into rows of counts that may be added up.

    Args:
        gold: n labels.
        probability: of shape (n, k), columns in the order of ``classes``.
        classes: the k labels.

    Returns:
        Of shape (n, k * k + 2 + 3 * BINS): the confusion matrix (gold by predicted), log-loss, Brier score, and for
        each bin of confidence its size, the hits in it and the confidence in it.

    Raises:
        ValueError: where a gold label is not among ``classes`` or the shapes differ.
    """
    unknown = sorted(set(gold) - set(classes))
    if unknown:
        raise ValueError(f"gold label {unknown[0]!r} is unknown; expected one of {list(classes)}")
    if probability.shape != (len(gold), len(classes)):
        raise ValueError(f"probabilities have shape {probability.shape}; expected {(len(gold), len(classes))}")
    n, k = probability.shape
    position = {name: i for i, name in enumerate(classes)}
    truth = np.array([position[label] for label in gold], dtype=int)
    guess, rows = probability.argmax(axis=1), np.arange(n)
    confusion = np.zeros((n, k * k))
    confusion[rows, truth * k + guess] = 1
    confidence = probability[rows, guess]
    bins = np.zeros((n, 3, BINS))
    where = np.minimum((confidence * BINS).astype(int), BINS - 1)
    bins[rows, :, where] = np.stack([np.ones(n), truth == guess, confidence], axis=1)
    losses = np.stack(
        [
            -np.log(np.clip(probability[rows, truth], _FLOOR, 1)),
            ((probability - np.eye(k)[truth]) ** 2).sum(axis=1),
        ],
        axis=1,
    )
    return np.concatenate([confusion, losses, bins.reshape(n, -1)], axis=1)


def scores(counts: Array, classes: Sequence[str]) -> dict[str, Array]:
    """Compute every metric from summed counts.

    Args:
        counts: of shape (..., columns of ``row_counts``); leading axes, such as replicates, are kept.
        classes: the k labels.

    Returns:
        For each metric an array of the leading shape: ``macro_f1``, ``accuracy``, ``mcc`` (Gorodkin 2004, "Comparing
        two K-category assignments by a K-category correlation coefficient"), ``log_loss``, ``brier`` (Brier 1950, the
        sum over classes), ``ece`` (Guo et al. 2017, "On Calibration of Modern Neural Networks", 10 equal bins), and
        ``precision_c``, ``recall_c``, ``f1_c`` for each class c. A ratio over nothing is 0.
    """
    k = len(classes)
    confusion = confusion_matrix(counts, k)
    total = confusion.sum(axis=(-2, -1))
    hits = np.diagonal(confusion, axis1=-2, axis2=-1)
    golds, guesses = confusion.sum(axis=-1), confusion.sum(axis=-2)
    precision, recall = _ratio(hits, guesses), _ratio(hits, golds)
    f1 = _ratio(2 * hits, golds + guesses)
    size, right, confidence = reliability_bins(counts, k)
    found = {
        "macro_f1": f1.mean(axis=-1),
        "accuracy": _ratio(hits.sum(axis=-1), total),
        "mcc": _mcc(total, hits.sum(axis=-1), golds, guesses),
        "log_loss": _ratio(counts[..., k * k], total),
        "brier": _ratio(counts[..., k * k + 1], total),
        "ece": _ratio(np.abs(right - confidence).sum(axis=-1), size.sum(axis=-1)),
    }
    for i, name in enumerate(classes):
        found |= {f"precision_{name}": precision[..., i], f"recall_{name}": recall[..., i], f"f1_{name}": f1[..., i]}
    return found


def confusion_matrix(counts: Array, k: int) -> Array:
    """Take the confusion matrix, of shape (..., k, k), gold by predicted, out of summed counts."""
    return counts[..., : k * k].reshape(*counts.shape[:-1], k, k)


def reliability_bins(counts: Array, k: int) -> tuple[Array, Array, Array]:
    """Take size, hits and summed confidence of each bin, each of shape (..., BINS), out of summed counts."""
    bins = counts[..., k * k + 2 :].reshape(*counts.shape[:-1], 3, BINS)
    return bins[..., 0, :], bins[..., 1, :], bins[..., 2, :]


def _mcc(total: Array, hits: Array, golds: Array, guesses: Array) -> Array:
    covariance = hits * total - (golds * guesses).sum(axis=-1)
    spread = (total**2 - (guesses**2).sum(axis=-1)) * (total**2 - (golds**2).sum(axis=-1))
    return _ratio(covariance, np.sqrt(spread))


def _ratio(above: Array, below: Array) -> Array:
    quotient: Array = np.divide(above, below, out=np.zeros_like(np.asarray(above, float)), where=np.asarray(below) > 0)
    return quotient
