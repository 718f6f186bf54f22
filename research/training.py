"""From a labelled statement table to the model that ships."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.optimize import minimize_scalar
from scipy.special import log_softmax
from sklearn.pipeline import Pipeline

from research.evaluation.splits import grouped
from research.labels import Intensity, Sentiment, Stance
from research.models import build
from research.models.linear import LinearModel

#: The labels learnt and their classes, in the order of the probability columns.
HEADS: dict[str, tuple[str, ...]] = {
    "stance": tuple(map(str, Stance)),
    "sentiment": tuple(map(str, Sentiment)),
    "intensity": tuple(str(int(value)) for value in Intensity),
}
FOLDS = 3
#: Chosen, like the weights by language, by grouped cross-validation on what is learnt from (docs/decisions.md).
AUTHORED_WEIGHT = 4


def train(table: pd.DataFrame, seed: int = 0) -> LinearModel:
    """Fit a calibrated linear model for every label of ``HEADS``.

    Args:
        table: a statement table in which every row has a stance, an intensity and a sentiment.
        seed: of the fits and of the folds on which the calibration is found.

    Raises:
        ValueError: where a label is missing in some row.
    """
    unlabelled = table[list(HEADS)].isna().any(axis=1)
    if unlabelled.any():
        raise ValueError(f"row {table.loc[unlabelled, 'id'].iloc[0]!r} lacks one of the labels {list(HEADS)}")
    fitted = {label: _fit(table, label, seed) for label in HEADS}
    temperatures = {label: temperature(*_held_out_logits(table, label, seed)) for label in HEADS}
    return LinearModel.of(fitted, HEADS, temperatures)


def temperature(logits: NDArray[np.float64], truth: NDArray[np.intp]) -> float:
    """Find what to divide logits by so that their probabilities fit best.

    One number, the same for all texts, so no prediction changes (Guo et al. 2017, "On Calibration of Modern Neural
    Networks", section 4.2).

    Args:
        logits: of shape (n, k), of rows that the model did not see.
        truth: the n columns of the right classes.
    """
    rows = np.arange(len(truth))

    def loss(log_temperature: float) -> float:
        return float(-log_softmax(logits / np.exp(log_temperature), axis=1)[rows, truth].mean())

    return float(np.exp(minimize_scalar(loss, bounds=(-3, 3), method="bounded").x))


def weights(table: pd.DataFrame, label: str) -> NDArray[np.float64]:
    """Weigh rows so that, within each language, every class weighs the same, and each language as its rows.

    Rows of ``authored`` count ``AUTHORED_WEIGHT`` times: they are few, and clear cases of the codebook's rules.

    Args:
        table: a statement table of n rows.
        label: the column of classes.

    Returns:
        Of shape (n,).
    """
    language = table["language"].astype(str)
    in_language = language.map(language.value_counts()).to_numpy(float)
    classes = table[label].astype(str).groupby(language).transform("nunique").to_numpy(float)
    in_class = (language + table[label].astype(str)).pipe(lambda key: key.map(key.value_counts())).to_numpy(float)
    return in_language / (classes * in_class) * np.where(table["corpus"] == "authored", AUTHORED_WEIGHT, 1)


def _fit(table: pd.DataFrame, label: str, seed: int) -> Pipeline:
    model = build("ngrams", seed).set_params(linear__class_weight=None)
    return model.fit(list(table["text"]), _labels(table, label), linear__sample_weight=weights(table, label))


def _held_out_logits(table: pd.DataFrame, label: str, seed: int) -> tuple[NDArray[np.float64], NDArray[np.intp]]:
    """Logits of every row by a model that saw nothing of its document."""
    classes: Sequence[str] = HEADS[label]
    logits = np.zeros((len(table), len(classes)))
    for split in grouped(table, label, FOLDS, seed):
        model = _fit(table.iloc[split.train], label, seed)
        order = [classes.index(name) for name in model.classes_]
        logits[np.ix_(split.test, np.array(order))] = model.decision_function(list(table["text"].iloc[split.test]))
    return logits, np.array([classes.index(name) for name in _labels(table, label)])


def _labels(table: pd.DataFrame, label: str) -> NDArray[np.str_]:
    return table[label].astype(str).to_numpy(str)
