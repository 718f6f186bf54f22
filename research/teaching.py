"""The teacher: an encoder fine-tuned on everything that is labelled, to predict by itself and to teach the student."""

from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.special import softmax

from research.features.masking import masked_pairs
from research.models.encoder import EncoderModel
from research.models.finetuning import Lesson, Recipe, fine_tune, go_on
from research.training import HEADS, parts, temperature, weights

#: What a row weighs whose coder was guessing, found it likely, was sure.
_CONFIDENCE = (0.4, 0.8, 1.0)


#: First what found text is like, then, more slowly, what decides between two statements that are nearly the same.
FIRST = Recipe(epochs=3)
SECOND = Recipe(epochs=2, rate=5e-5, head_rate=2e-4)


class Taught(NamedTuple):
    """A fine-tuned encoder, and what it made of statements that it had not seen; as ``training.Trained``."""

    model: EncoderModel
    held_out: pd.DataFrame
    probabilities: dict[str, NDArray[np.float64]]


def teach(table: pd.DataFrame, encoder: str | Path, seed: int = 0) -> Taught:
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
    return calibrated(model, table.iloc[development])


def second_part(learnt: pd.DataFrame, seed: int) -> pd.DataFrame:
    """Give all rows written for this project, and as many drawn from ``gold``, so that it is not forgotten."""
    found = learnt["corpus"] == "gold"
    own = learnt[~found]
    return pd.concat([own, learnt[found].sample(min(len(own), found.sum()), random_state=seed)])


def calibrated(model: EncoderModel, held_out: pd.DataFrame) -> Taught:
    """Set the temperatures of a model, in place, to fit rows that it did not learn from."""
    shown = lesson(held_out)
    logits = model.logits(shown.texts, shown.contexts)
    model.temperature = {label: temperature(logits[label], shown.targets[label]) for label in HEADS}
    probabilities = {label: softmax(logits[label] / model.temperature[label], axis=1) for label in HEADS}
    return Taught(model, held_out.reset_index(drop=True), probabilities)


def lesson(table: pd.DataFrame) -> Lesson:
    """Make a lesson of labelled rows: actors masked, rare classes and sure coders weighed up."""
    texts, contexts = masked_pairs(list(table["text"]), list(table["context"].fillna("")))
    sure = np.interp(table["confidence"].fillna(3).to_numpy(float), (1, 2, 3), _CONFIDENCE)
    targets = {label: np.array([HEADS[label].index(str(value)) for value in table[label]]) for label in HEADS}
    # The square root: rare classes are heard, and yet the probabilities stay near the shares of the data.
    weighed = {label: np.sqrt(weights(table, label)) * sure for label in HEADS}
    return Lesson(texts, contexts, targets, weighed)
