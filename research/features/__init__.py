"""Statements to numbers: cue words and hashed n-grams, as scikit-learn transformers over lists of text."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from research.features.additive_hasher import AdditiveHasher
    from research.features.lexicon import LexiconCues
    from research.features.ngrams import NgramHasher
    from research.features.pieces import PieceHasher

__all__ = ["AdditiveHasher", "LexiconCues", "NgramHasher", "PieceHasher"]
_HOMES = {
    "AdditiveHasher": "additive_hasher",
    "LexiconCues": "lexicon",
    "NgramHasher": "ngrams",
    "PieceHasher": "pieces",
}


def __getattr__(name: str) -> Any:
    """Import a transformer when it is asked for: whoever only predicts does not pay for scikit-learn."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return __all__
