"""Hashed word and character n-grams, TF-IDF weighted, under multinomial logistic regression."""

from sklearn.feature_extraction.text import TfidfTransformer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline

from research.features import NgramHasher

#: Inverse regularisation, chosen by grouped cross-validation on the training part of ``gold`` (docs/decisions.md).
C = 5.0


def ngrams(seed: int) -> Pipeline:
    """Build the n-gram model: steps ``hasher``, ``tfidf`` and ``linear``; rare classes weigh as much as common ones."""
    return Pipeline(
        [
            ("hasher", NgramHasher()),
            ("tfidf", TfidfTransformer(sublinear_tf=True)),
            ("linear", LogisticRegression(C=C, class_weight="balanced", max_iter=1000, tol=1e-4, random_state=seed)),
        ]
    )
