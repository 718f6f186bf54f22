"""Statements to numbers: cue words and hashed n-grams, both as scikit-learn transformers over lists of text."""

from research.features.lexicon import LexiconCues
from research.features.ngrams import NgramHasher

__all__ = ["LexiconCues", "NgramHasher"]
