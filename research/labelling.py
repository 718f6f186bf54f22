"""Probabilities to the labels that a person reads."""

from enum import StrEnum
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from research.labels import SIGN, Sentiment, Stance

#: The columns that sum a statement up.
SUMMARY = ["stance", "stance_probability", "intensity", "sentiment", "sentiment_probability"]


def label_frame(probabilities: dict[str, NDArray[np.float64]]) -> pd.DataFrame:
    """Give the likeliest labels of n texts with their probabilities, and the probability of each class."""
    stance, sentiment = probabilities["stance"], probabilities["sentiment"]
    chosen = stance.argmax(axis=1)
    frame: dict[str, Any] = {
        "stance": _names(Stance)[chosen],
        "stance_probability": stance.max(axis=1),
        "intensity": pd.array(_intensities(chosen, probabilities["intensity"]), dtype="Int64"),
        "sentiment": _names(Sentiment)[sentiment.argmax(axis=1)],
        "sentiment_probability": sentiment.max(axis=1),
    }
    frame |= {f"p_{name}": stance[:, column] for column, name in enumerate(Stance)}
    # Stance and sentiment share the name "neutral"; the tone's carries its label.
    frame |= {f"p_{name}_sentiment": sentiment[:, column] for column, name in enumerate(Sentiment)}
    return pd.DataFrame(frame)


def _names(labels: type[StrEnum]) -> NDArray[np.object_]:
    return np.array([str(label) for label in labels], dtype=object)


def _intensities(stances: NDArray[np.intp], probability: NDArray[np.float64]) -> NDArray[np.int64]:
    """Choose the likeliest intensity among those whose sign the stance allows (codebook, "Intensity")."""
    values = np.arange(-2, 3)
    allowed = np.sign(values) == np.array([SIGN[stance] for stance in Stance])[stances, None]
    chosen: NDArray[np.int64] = values[np.where(allowed, probability, -1).argmax(axis=1)]
    return chosen
