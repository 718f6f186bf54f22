"""What is averaged: labels as numbers.

Stance counts -1 demanding, 0 neutral, +1 conciliatory; sentiment -1 to +1; intensity as it is; and the name of a stance
is the share of statements that have it.
"""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from research.labels import SIGN, Sentiment, Stance

Array = NDArray[np.float64]

#: Each measure with its least and greatest value.
MEASURES = {"stance": (-1, 1), "intensity": (-2, 2), "sentiment": (-1, 1), **{str(stance): (0, 1) for stance in Stance}}

_TONE = {Sentiment.NEGATIVE: -1, Sentiment.NEUTRAL: 0, Sentiment.POSITIVE: 1}


def column_of(measure: str) -> str:
    """Give the column of the statement table that a measure is taken from.

    Raises:
        ValueError: where there is no such measure.
    """
    if measure not in MEASURES:
        raise ValueError(f"measure is {measure!r}; expected one of {', '.join(MEASURES)}")
    return "stance" if measure in tuple(Stance) else measure


def numbers(labels: "pd.Series[str]", measure: str) -> Array:
    """Turn labels into numbers.

    Args:
        labels: n values of the measure's column.
        measure: a key of ``MEASURES``.

    Returns:
        Of shape (n,), NaN where the label is missing.

    Raises:
        ValueError: where a label is none of the codebook.

    >>> numbers(pd.Series(["demanding", None, "neutral"]), "stance").tolist()
    [-1.0, nan, 0.0]
    """
    meaning = _meaning(measure)
    known = labels.isin(list(meaning)) | labels.isna()
    if not known.all():
        wrong = labels[~known].tolist()[0]
        raise ValueError(f"{labels.name or measure} holds {wrong!r}; expected one of {list(meaning)}")
    return labels.map(meaning).to_numpy(dtype=float, na_value=np.nan)


def _meaning(measure: str) -> dict[object, float]:
    column = column_of(measure)
    if column == "intensity":
        return {value: float(value) for value in range(-2, 3)}
    if column == "sentiment":
        return {str(tone): float(value) for tone, value in _TONE.items()}
    return {str(stance): float(SIGN[stance] if measure == "stance" else stance == measure) for stance in Stance}


def expected(table: pd.DataFrame, measure: str) -> Array:
    """Give what a model expects of a measure: by its probabilities (``p_...``) where the table has them, or its labels.

    A probability says more than the likeliest label, so a correction that leans on it is narrower.
    """
    if not {f"p_{stance}" for stance in Stance} <= set(table.columns) or column_of(measure) != "stance":
        return numbers(table[column_of(measure)], measure)
    meaning = _meaning(measure)
    probability = table[[f"p_{stance}" for stance in Stance]].to_numpy(dtype=float, na_value=np.nan)
    weighed: Array = probability @ np.array([meaning[str(stance)] for stance in Stance])
    return weighed
