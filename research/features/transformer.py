"""What all features share as scikit-learn transformers. Whoever only predicts does without scikit-learn."""

from collections.abc import Iterable
from typing import Any, Self

from sklearn.base import BaseEstimator, TransformerMixin

from research.features.texts import check_texts


class TextTransformer(TransformerMixin, BaseEstimator):
    """What our features share: they take lists of text and learn nothing from them."""

    def fit(self, X: Iterable[str], y: object = None) -> Self:
        """Check the texts and learn nothing."""
        check_texts(X)
        return self

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.string = True
        tags.input_tags.two_d_array = False
        tags.requires_fit = False
        return tags
