"""From a labelled statement table to the model that ships."""

from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.optimize import minimize_scalar
from scipy.special import log_softmax, softmax
from sklearn.model_selection import StratifiedGroupKFold
from sklearn.pipeline import Pipeline

from research.labels import Intensity, Sentiment, Stance
from research.models import build
from research.models.linear import LinearModel

#: The labels learnt and their classes, in the order of the probability columns.
HEADS: dict[str, tuple[str, ...]] = {
    "stance": tuple(map(str, Stance)),
    "sentiment": tuple(map(str, Sentiment)),
    "intensity": tuple(str(int(value)) for value in Intensity),
}
#: One document in so many is kept apart, to choose settings and to calibrate on.
DEVELOPMENT = 10
#: Chosen, like the weights by language, by grouped cross-validation on what is learnt from (docs/decisions.md).
OWN_WEIGHT = 4
OWN = ("authored", "counterfactual")
#: What a statement weighs that only the teacher read, against one that a coder read (docs/experiments.md).
TAUGHT_WEIGHT = 2
#: A class less likely to the teacher than this is left out of what the student is told.
_LEAST = 0.02
#: The model whose weights ship.
STUDENT = "additive"


class Taught(NamedTuple):
    """What a teacher read in statements that nobody labelled.

    Attributes:
        texts: m statements.
        probabilities: by label, of shape (m, k).
    """

    texts: list[str]
    probabilities: dict[str, NDArray[np.float64]]


class Trained(NamedTuple):
    """A fitted model, and what it made of statements that it had not seen.

    Attributes:
        model: calibrated, fitted on all rows.
        held_out: the n rows on which it was calibrated.
        probabilities: by label, of shape (n, k), what a model that had not seen their documents made of them.
    """

    model: LinearModel
    held_out: pd.DataFrame
    probabilities: dict[str, NDArray[np.float64]]


def train(table: pd.DataFrame, seed: int = 0, taught: Taught | None = None, builder: str = STUDENT) -> Trained:
    """Fit a calibrated linear model for every label of ``HEADS``.

    Args:
        table: a statement table in which every row has a stance, an intensity and a sentiment.
        seed: of the fits and of the folds on which the calibration is found.
        taught: what a teacher adds.
        builder: name of the model whose weights are taken.

    Raises:
        ValueError: where a label is missing in some row.
    """
    unlabelled = table[list(HEADS)].isna().any(axis=1)
    if unlabelled.any():
        raise ValueError(f"row {table.loc[unlabelled, 'id'].iloc[0]!r} lacks one of the labels {list(HEADS)}")
    learnt, development = parts(table, seed)
    held_out = table.iloc[development].reset_index(drop=True)
    logits, temperatures = {}, {}
    for label in HEADS:
        logits[label] = _logits(_fit(table.iloc[learnt], label, taught, builder, seed), held_out, label)
        truth = np.array([HEADS[label].index(name) for name in _labels(held_out, label)])
        temperatures[label] = temperature(logits[label], truth)
    fitted = {label: _fit(table, label, taught, builder, seed) for label in HEADS}
    probabilities = {label: softmax(logits[label] / temperatures[label], axis=1) for label in HEADS}
    return Trained(LinearModel.of(fitted, HEADS, temperatures), held_out, probabilities)


def parts(table: pd.DataFrame, seed: int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Give the positions of the rows to learn from and of those to choose and calibrate on, which share no document.

    The latter are a tenth of the rows of ``gold``, where there are any: statements written to be plain would calibrate
    a model to a plainer world.
    """
    gold = np.flatnonzero(table["corpus"] == "gold")
    rows = gold if len(gold) else np.arange(len(table))
    folds = StratifiedGroupKFold(DEVELOPMENT, shuffle=True, random_state=seed)
    _, chosen = next(folds.split(rows, table["stance"].iloc[rows], table["document"].iloc[rows]))
    return np.setdiff1d(np.arange(len(table)), rows[chosen]), rows[chosen]


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

    Rows written for this project count ``OWN_WEIGHT`` times: they are few, and clear cases of the codebook's rules.

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
    return in_language / (classes * in_class) * np.where(table["corpus"].isin(OWN), OWN_WEIGHT, 1)


def _fit(table: pd.DataFrame, label: str, taught: Taught | None, builder: str, seed: int) -> Pipeline:
    texts, labels, weight = list(table["text"]), _labels(table, label), weights(table, label)
    if taught is not None:
        rows, columns = np.nonzero(taught.probabilities[label] > _LEAST)
        texts += [taught.texts[row] for row in rows]
        labels = np.concatenate([labels, np.array(HEADS[label])[columns]])
        weight = np.concatenate([weight, TAUGHT_WEIGHT * taught.probabilities[label][rows, columns]])
    model = build(builder, seed).set_params(linear__class_weight=None)
    return model.fit(texts, labels, linear__sample_weight=weight)


def _logits(model: Pipeline, table: pd.DataFrame, label: str) -> NDArray[np.float64]:
    logits: NDArray[np.float64] = model.decision_function(list(table["text"]))
    return logits[:, [list(model.classes_).index(name) for name in HEADS[label]]]


def _labels(table: pd.DataFrame, label: str) -> NDArray[np.str_]:
    return table[label].astype(str).to_numpy(str)
