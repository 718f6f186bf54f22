"""Additive features of masked words under multinomial logistic regression: the fastest rung."""

from sklearn.feature_extraction.text import TfidfTransformer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline

from research.features import AdditiveHasher

#: Inverse regularisation, chosen by grouped cross-validation on the training part of ``gold`` (docs/experiments.md).
C = 0.05


def additive(seed: int) -> Pipeline:
    """Build the model: steps ``hasher``, ``tfidf`` (which only weighs by rarity) and ``linear``."""
    return Pipeline(
        [
            ("hasher", AdditiveHasher()),
            ("tfidf", TfidfTransformer(norm=None)),
            ("linear", LogisticRegression(C=C, class_weight="balanced", max_iter=1000, tol=1e-4, random_state=seed)),
        ]
    )
