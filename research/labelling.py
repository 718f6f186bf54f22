"""Probabilities to the labels that a person reads."""

from collections.abc import Sequence
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
    frame: dict[str, Any] = {
        "stance": [str(tuple(Stance)[column]) for column in stance.argmax(axis=1)],
        "stance_probability": stance.max(axis=1),
    }
    frame["intensity"] = pd.array(_intensities(frame["stance"], probabilities["intensity"]), dtype="Int64")
    frame["sentiment"] = [str(tuple(Sentiment)[column]) for column in sentiment.argmax(axis=1)]
    frame["sentiment_probability"] = sentiment.max(axis=1)
    frame |= {f"p_{name}": stance[:, column] for column, name in enumerate(Stance)}
    # Stance and sentiment share the name "neutral"; the tone's carries its label.
    frame |= {f"p_{name}_sentiment": sentiment[:, column] for column, name in enumerate(Sentiment)}
    return pd.DataFrame(frame)


def _intensities(stances: Sequence[str], probability: NDArray[np.float64]) -> list[int]:
    """Choose the likeliest intensity among those whose sign the stance allows (codebook, "Intensity")."""
    values = np.arange(-2, 3)
    signs = np.array([SIGN[Stance(stance)] for stance in stances])
    allowed = np.sign(values)[None, :] == signs[:, None]
    return [int(value) for value in values[np.where(allowed, probability, -1).argmax(axis=1)]]
