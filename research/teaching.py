"""The teacher: an encoder fine-tuned on everything that is labelled, to predict by itself and to teach the student."""

from pathlib import Path

import numpy as np
import pandas as pd
from sklearn.model_selection import StratifiedGroupKFold

from research.features.masking import masked_pairs
from research.models.encoder import EncoderModel
from research.models.finetuning import Lesson, Recipe, fine_tune
from research.training import HEADS, temperature, weights

#: One document in so many is kept apart, to choose settings and to find the temperature on.
DEVELOPMENT = 10
#: What a row weighs whose coder was guessing, found it likely, was sure.
_CONFIDENCE = (0.4, 0.8, 1.0)


def teach(table: pd.DataFrame, encoder: str | Path, recipe: Recipe, seed: int = 0) -> EncoderModel:
    """Fine-tune an encoder on the training part of a table and calibrate it on the development part.

    Args:
        table: a statement table in which every row has all labels of ``HEADS``.
        encoder: name of an encoder on a hub, or a local folder.
        recipe: the settings.
        seed: of the split and the fit.
    """
    train, development = parts(table, seed)
    model = fine_tune(encoder, lesson(table.iloc[train]), HEADS, recipe, seed)
    held_out = lesson(table.iloc[development])
    logits = model.logits(held_out.texts, held_out.contexts)
    model.temperature = {label: temperature(logits[label], held_out.targets[label]) for label in HEADS}
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
