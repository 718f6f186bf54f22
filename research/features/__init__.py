"""Statements to numbers: cue words and hashed n-grams, as scikit-learn transformers over lists of text."""

from research.features.additive import AdditiveHasher
from research.features.lexicon import LexiconCues
from research.features.ngrams import NgramHasher
from research.features.pieces import PieceHasher

__all__ = ["AdditiveHasher", "LexiconCues", "NgramHasher", "PieceHasher"]
