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
#: Last the pairs by heart, with fewer rows of ``gold`` beside them, of which half is kept (see ``by_heart``).
THIRD = Recipe(epochs=8, rate=1e-4, head_rate=4e-4)
_REMINDERS = 1500


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
    go_on(model, lesson(reminded(learnt, len(learnt), seed)), SECOND, seed)
    by_heart(model, learnt, seed)
    return calibrated(model, table.iloc[development])


def by_heart(model: EncoderModel, learnt: pd.DataFrame, seed: int) -> None:
    """Teach a model minimal pairs, in place, and take the mean of its weights before and after.

    The mean keeps what was known of found text (Wortsman et al. 2022, "Robust fine-tuning of zero-shot models").
    """
    before = {name: weight.clone() for name, weight in model.network.state_dict().items()}
    go_on(model, lesson(reminded(learnt, _REMINDERS, seed)), THIRD, seed)
    after = model.network.state_dict()
    mean = {name: (old + after[name]) / 2 if old.is_floating_point() else old for name, old in before.items()}
    model.network.load_state_dict(mean)


def reminded(learnt: pd.DataFrame, most: int, seed: int) -> pd.DataFrame:
    """Give all rows written for this project, and at most as many drawn from ``gold``, so that it is not forgotten."""
    found = learnt["corpus"] == "gold"
    own = learnt[~found]
    return pd.concat([own, learnt[found].sample(min(most, len(own), found.sum()), random_state=seed)])


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
