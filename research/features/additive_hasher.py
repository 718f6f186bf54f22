"""``AdditiveFeatures`` where scikit-learn fits a model."""

from research.features.additive import AdditiveFeatures
from research.features.transformer import TextTransformer


class AdditiveHasher(AdditiveFeatures, TextTransformer):
    """Count hashed words, stems, characters within words, and pairs, see ``AdditiveFeatures``."""
