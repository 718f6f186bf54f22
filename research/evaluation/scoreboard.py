"""From a table of predictions to every number of a report: scores by language, comparisons, calibration, errors."""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import pandas as pd

from research.evaluation.metrics import Array, confusion_matrix, reliability_bins, row_counts
from research.evaluation.uncertainty import difference, estimates, replicates

#: Name of the group that holds all languages.
ALL = "all"


def probability_columns(classes: Sequence[str]) -> list[str]:
    """Name the columns of a prediction table that hold probabilities."""
    return [f"p_{name}" for name in classes]


def score(
    predictions: pd.DataFrame, classes: Sequence[str], baseline: str, resamples: int, seed: int
) -> dict[str, Any]:
    """Score the models of one evaluation, each language apart and all together.

    Args:
        predictions: rows of (model, seed, document, language, gold, ``p_*``); the rows of all models are in one order.
        classes: the labels, in the order of the columns ``p_*``.
        baseline: the model that the others are compared with.
        resamples: bootstrap replicates.
        seed: of the bootstrap.

    Returns:
        ``{language: {model: {"rows", "documents", "scores", "against_baseline", "against_below", "confusion",
        "reliability"}}}``, plain numbers and lists, ready for JSON; the model below is the one that comes before.
    """
    return {
        language: _score_models(group, classes, baseline, resamples, seed) for language, group in _groups(predictions)
    }


def _groups(predictions: pd.DataFrame) -> Iterator[tuple[str, pd.DataFrame]]:
    yield ALL, predictions
    languages = sorted(predictions["language"].unique())
    if len(languages) > 1:
        for language in languages:
            yield language, predictions[predictions["language"] == language]


def _score_models(
    group: pd.DataFrame, classes: Sequence[str], baseline: str, resamples: int, seed: int
) -> dict[str, Any]:
    sums = {
        str(model): replicates(_counts(rows, classes), list(rows["document"]), resamples, seed)
        for model, rows in group.groupby("model", sort=False)
    }
    board: dict[str, Any] = {}
    below = None
    for model, rows in group.groupby("model", sort=False):
        drawn = sums[str(model)]
        board[str(model)] = {
            "rows": len(rows),
            "documents": int(rows["document"].nunique()),
            "scores": {name: value._asdict() for name, value in estimates(drawn, classes).items()},
            **_details(drawn[0], len(classes)),
        }
        if model != baseline:
            board[str(model)]["against_baseline"] = difference(drawn, sums[baseline], classes)._asdict()
        if below is not None:
            board[str(model)]["against_below"] = difference(drawn, below, classes)._asdict()
        below = drawn
    return board


def _counts(rows: pd.DataFrame, classes: Sequence[str]) -> Array:
    return row_counts(list(rows["gold"]), rows[probability_columns(classes)].to_numpy(float), classes)


def _details(total: Array, k: int) -> dict[str, Any]:
    size, right, confidence = reliability_bins(total, k)
    filled = size > 0
    return {
        "confusion": confusion_matrix(total, k).astype(int).tolist(),
        "reliability": {
            "size": size[filled].astype(int).tolist(),
            "accuracy": np.divide(right[filled], size[filled]).tolist(),
            "confidence": np.divide(confidence[filled], size[filled]).tolist(),
        },
    }
