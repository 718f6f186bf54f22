"""Which statement comes next, picked by the doubt of the model that ships."""

import warnings

import pandas as pd
from scipy.stats import entropy

from research.labels import Stance
from research.predictor import load_predictor


def pick_uncertain(table: pd.DataFrame) -> pd.DataFrame:
    """Put statements into the order of how unsure the predictor is of their stance, the least sure first.

    What is coded so is no probability sample: it helps to teach or to probe a model, not to correct a mean.

    Args:
        table: statements with ``text``.

    Returns:
        All rows by falling entropy of the predicted stance, with ``pick`` (``uncertain``), and ``seed`` and ``stratum``
        empty. A text that the predictor cannot read (another language, no letters) comes last.
    """
    doubt = _doubt(table["text"]).sort_values(ascending=False, kind="stable", na_position="last")
    return table.loc[doubt.index].assign(pick="uncertain", seed="", stratum="").reset_index(drop=True)


def _doubt(texts: "pd.Series[str]") -> pd.Series:
    """Entropy of the predicted stance in nats; missing where nothing is predicted."""
    worded = texts[texts.map(lambda text: any(map(str.isalpha, text)))]
    if worded.empty:
        return pd.Series(float("nan"), texts.index)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of unsupported languages, which come last
        predicted = load_predictor().predict_frame(worded)
    probability = predicted[[f"p_{stance}" for stance in Stance]].astype(float)
    return pd.Series(entropy(probability, axis=1), worded.index).reindex(texts.index)
