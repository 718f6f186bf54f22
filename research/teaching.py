"""The teacher: an encoder fine-tuned on everything that is labelled, to predict by itself and to teach the student."""

from pathlib import Path

import numpy as np
import pandas as pd
from sklearn.model_selection import StratifiedGroupKFold

from research.features.masking import masked_pairs
from research.models.encoder import EncoderModel
from research.models.finetuning import Lesson, Recipe, fine_tune, go_on
from research.training import HEADS, temperature, weights

#: One document in so many is kept apart, to choose settings and to find the temperature on.
DEVELOPMENT = 10
#: What a row weighs whose coder was guessing, found it likely, was sure.
_CONFIDENCE = (0.4, 0.8, 1.0)


#: First what found text is like, then, more slowly, what decides between two statements that are nearly the same.
FIRST = Recipe(epochs=3)
SECOND = Recipe(epochs=2, rate=5e-5, head_rate=2e-4)


def teach(table: pd.DataFrame, encoder: str | Path, seed: int = 0) -> EncoderModel:
    """Fine-tune an encoder on the training part of a table and calibrate it on the development part.

    Args:
        table: a statement table in which every row has all labels of ``HEADS``.
        encoder: name of an encoder on a hub, or a local folder.
        seed: of the split and the fit.
    """
    train, development = parts(table, seed)
    learnt = table.iloc[train]
    model = fine_tune(encoder, lesson(learnt[learnt["corpus"] != "counterfactual"]), HEADS, FIRST, seed)
    go_on(model, lesson(second_part(learnt, seed)), SECOND, seed)
    return calibrate(model, table.iloc[development])


def second_part(learnt: pd.DataFrame, seed: int) -> pd.DataFrame:
    """Give all rows written for this project, and as many drawn from ``gold``, so that it is not forgotten."""
    found = learnt["corpus"] == "gold"
    own = learnt[~found]
    return pd.concat([own, learnt[found].sample(min(len(own), found.sum()), random_state=seed)])


def calibrate(model: EncoderModel, held_out: pd.DataFrame) -> EncoderModel:
    """Set the temperatures of a model, in place, to fit rows that it did not learn from."""
    shown = lesson(held_out)
    logits = model.logits(shown.texts, shown.contexts)
    model.temperature = {label: temperature(logits[label], shown.targets[label]) for label in HEADS}
    return model


def parts(table: pd.DataFrame, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Give the positions of the training and of the development rows; the latter are of ``gold``, by document."""
    gold = np.flatnonzero(table["corpus"] == "gold")
    folds = StratifiedGroupKFold(DEVELOPMENT, shuffle=True, random_state=seed)
    rows = table.iloc[gold]
    _, chosen = next(folds.split(rows, rows["stance"], rows["document"]))
    return np.setdiff1d(np.arange(len(table)), gold[chosen]), gold[chosen]


def lesson(table: pd.DataFrame) -> Lesson:
    """Make a lesson of labelled rows: actors masked, rare classes and sure coders weighed up."""
    texts, contexts = masked_pairs(list(table["text"]), list(table["context"].fillna("")))
    sure = np.interp(table["confidence"].fillna(3).to_numpy(float), (1, 2, 3), _CONFIDENCE)
    targets = {label: np.array([HEADS[label].index(str(value)) for value in table[label]]) for label in HEADS}
    # The square root: rare classes are heard, and yet the probabilities stay near the shares of the data.
    weighed = {label: np.sqrt(weights(table, label)) * sure for label in HEADS}
    return Lesson(texts, contexts, targets, weighed)
