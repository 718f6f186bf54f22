"""The ladder of models: an explicit dict of builders, from the lowest rung up.

A model takes a list of texts and an array of labels. To add one, write a function of a seed that returns a
scikit-learn classifier, and name it in ``BUILDERS``.
"""

from collections.abc import Callable

from sklearn.base import ClassifierMixin

from research.models.additive import additive
from research.models.baselines import lexicon, majority
from research.models.embeddings import embeddings
from research.models.masked import masked_ngrams
from research.models.ngrams import ngrams
from research.models.pieces import pieces

BUILDERS: dict[str, Callable[[int], ClassifierMixin]] = {
    "majority": majority,
    "lexicon": lexicon,
    "ngrams": ngrams,
    "masked-ngrams": masked_ngrams,
    "pieces": pieces,
    "additive": additive,
    "embeddings": embeddings,
}


def build(name: str, seed: int = 0) -> ClassifierMixin:
    """Make an unfitted model.

    Args:
        name: one of ``BUILDERS``.
        seed: for whatever in the model is random.

    Raises:
        ValueError: where there is no model of that name.
    """
    if name not in BUILDERS:
        raise ValueError(f"unknown model {name!r}; the models are {', '.join(BUILDERS)}")
    return BUILDERS[name](seed)


__all__ = ["BUILDERS", "build"]
