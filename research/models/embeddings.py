"""Frozen sentence embeddings under multinomial logistic regression; needs the extra ``encoder``."""

import os
from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import StandardScaler

from research.features.texts import check_texts
from research.features.transformer import TextTransformer

#: Name of the encoder on a hub, or a local folder; the environment variable DETENTE_BASE_ENCODER names another.
DEFAULT = "intfloat/multilingual-e5-small"


def base_encoder() -> str:
    """Give the name or folder of the encoder that models start from."""
    return os.environ.get("DETENTE_BASE_ENCODER", DEFAULT)


class SentenceEmbeddings(TextTransformer):
    """The mean of an encoder's last layer, of length one, as Wang et al. 2024 ("Multilingual E5") use it.

    Args:
        encoder: name on a hub or a local folder; None for ``base_encoder()``.
    """

    def __init__(self, encoder: str | None = None) -> None:
        self.encoder = encoder

    def transform(self, X: Iterable[str]) -> NDArray[np.float32]:
        """Embed n texts: an array of shape (n, hidden), rows of length one."""
        from research.models.finetuning import start

        model = start(self.encoder or base_encoder(), {}, seed=0)
        found: Any = model.embeddings(check_texts(X))
        lengths = np.linalg.norm(found, axis=1, keepdims=True)
        return np.asarray(found / np.maximum(lengths, 1e-9), dtype=np.float32)


def embeddings(seed: int) -> Pipeline:
    """Weigh the dimensions of a frozen embedding."""
    linear = LogisticRegression(C=0.1, class_weight="balanced", max_iter=2000, random_state=seed)
    return Pipeline([("embed", SentenceEmbeddings()), ("scale", StandardScaler()), ("linear", linear)])
