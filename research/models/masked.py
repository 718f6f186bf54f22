"""The n-gram model over texts in which the names of actors are all one word."""

from sklearn.pipeline import Pipeline

from research.models.ngrams import ngrams


def masked_ngrams(seed: int) -> Pipeline:
    """Build what ``ngrams`` builds, with actors masked: no name can speak for or against a statement."""
    return ngrams(seed).set_params(hasher__masked=True)
