"""Several labels read off one text by linear heads over shared hashed n-grams: the model that ships.

It is what ``ngrams`` fits, once for each label, without the machinery of fitting: arrays that are read without pickle
and multiplied. Being linear, it can say exactly how much each word weighed.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol, Self

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.special import softmax

from research.features.texts import check_texts
from research.features.tokens import Token

if TYPE_CHECKING:
    from sklearn.pipeline import Pipeline

Array = NDArray[np.float32]


class Hasher(Protocol):
    """Features that a linear model can multiply and share out over words."""

    def scorer(self, idf: Array, weights: Array) -> Callable[[Sequence[str]], Array]:
        """Give what multiplies the features of texts by ``idf`` and by weights of shape (features, k)."""

    def shares(self, text: str, idf: Array, weights: NDArray[np.float64]) -> tuple[list[Token], NDArray[np.float64]]:
        """Share out the product of one text with weights of shape (features,) over its words."""


class Head(NamedTuple):
    """One label's weights.

    Attributes:
        classes: the k labels, in the order of the columns.
        weights: of shape (features, k).
        intercept: of shape (k,).
    """

    classes: tuple[str, ...]
    weights: Array
    intercept: Array


class LinearModel:
    """Hashed n-grams, TF-IDF weights, and a softmax head for each label."""

    def __init__(self, hasher: Hasher, idf: Array, heads: dict[str, Head]) -> None:
        self.hasher = hasher
        self.idf = idf
        self.heads = heads
        # All heads side by side: one product gives the logits of all.
        self._logits = hasher.scorer(idf, np.hstack([head.weights for head in heads.values()]))

    @classmethod
    def of(
        cls, fitted: "dict[str, Pipeline]", classes: Mapping[str, Sequence[str]], temperature: dict[str, float]
    ) -> Self:
        """Take the weights out of fitted ``ngrams`` pipelines, one for each label, all fitted on the same texts.

        Args:
            fitted: pipelines by label.
            classes: for each label its classes, in the order wanted.
            temperature: for each label what logits are divided by (Guo et al. 2017), 1 to leave them.
        """
        heads = {}
        for label, pipeline in fitted.items():
            linear = pipeline["linear"]
            order = [list(linear.classes_).index(name) for name in classes[label]]
            weights = _as_stored(linear.coef_[order].T / temperature[label])
            intercept = _as_stored(linear.intercept_[order] / temperature[label])
            heads[label] = Head(tuple(classes[label]), weights, intercept)
        first = next(iter(fitted.values()))
        return cls(first["hasher"], _as_stored(first["tfidf"].idf_), heads)

    def probabilities(
        self,
        texts: Sequence[str],
        contexts: Sequence[str] | None = None,
    ) -> dict[str, NDArray[np.float64]]:
        """Predict every label of n texts: by label, an array of shape (n, k) whose rows sum to one.

        The sentences before the texts are not read: a linear model gains nothing from them.
        """
        logits = self._logits(check_texts(texts)).astype(np.float64)
        parts = np.split(logits, np.cumsum([len(head.classes) for head in self.heads.values()])[:-1], axis=1)
        return {
            label: softmax(part + head.intercept, axis=1)
            for (label, head), part in zip(self.heads.items(), parts, strict=True)
        }

    def explain(self, text: str, label: str, of: str) -> pd.DataFrame:
        """Share out the score of one class over the words of a text.

        A class's score is its logit less the mean logit of all classes. What a word adds is the sum over the n-grams
        within it, and half of each pair of words it stands in; the weights of all words and the intercept, which
        ``attrs["intercept"]`` holds, add up to the score exactly.

        Args:
            text: the statement.
            label: which head.
            of: one of its classes.

        Returns:
            One row for each word: ``word``, ``start``, ``end`` (``text[start:end]`` is the word), ``weight``.
        """
        head = self.heads[label]
        contrast, intercept = _contrast(head, head.classes.index(of))
        found, weight = self.hasher.shares(text, self.idf, contrast)
        words = [text[token.start : token.end] for token in found]
        frame = pd.DataFrame(
            {"word": words, "start": [t.start for t in found], "end": [t.end for t in found], "weight": weight}
        )
        frame.attrs["intercept"] = intercept
        return frame


def _as_stored(array: NDArray[np.float64]) -> Array:
    """Round to the 16 bits that are stored, so that what is scored is what is shipped."""
    return array.astype(np.float16).astype(np.float32)


def _contrast(head: Head, column: int) -> tuple[NDArray[np.float64], float]:
    weights = head.weights[:, column].astype(np.float64) - head.weights.mean(axis=1, dtype=np.float64)
    return weights, float(head.intercept[column] - head.intercept.mean())
