"""Token n-grams, TF-IDF weighted, under multinomial logistic regression."""

from sklearn.feature_extraction.text import TfidfTransformer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline

from research.features import PieceHasher
from research.models.ngrams import C


def pieces(seed: int) -> Pipeline:
    """Build the model of hashed runs of subword pieces; the tokenizer is trained on the texts of the fit."""
    return Pipeline(
        [
            ("hasher", PieceHasher()),
            ("tfidf", TfidfTransformer(sublinear_tf=True)),
            ("linear", LogisticRegression(C=C, class_weight="balanced", max_iter=1000, tol=1e-4, random_state=seed)),
        ]
    )
