"""Token n-grams: runs of the pieces into which a trained tokenizer cuts words.

Pieces are found by byte-pair encoding (Sennrich et al. 2016, "Neural Machine Translation of Rare Words with Subword
Units"), by the ``tokenizers`` library, on the texts that the transformer is fitted on: frequent words stay whole, rare
ones fall apart into stems and endings.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any, Self

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import HashingVectorizer
from sklearn.utils.validation import check_is_fitted

from research.features.actors import masked_words
from research.features.texts import check_texts
from research.features.transformer import TextTransformer

_UNKNOWN, _BORDER = "?", "▁"


class PieceHasher(TextTransformer):
    """Count hashed runs of pieces of masked words.

    Args:
        pieces: size of the tokenizer's vocabulary.
        runs: longest run of pieces counted.
        bits: the matrix has ``2 ** bits`` columns.
    """

    def __init__(self, pieces: int = 12_000, runs: int = 3, bits: int = 18) -> None:
        self.pieces = pieces
        self.runs = runs
        self.bits = bits

    def fit(self, X: Iterable[str], y: object = None) -> Self:
        """Train the tokenizer on n texts."""
        from tokenizers import Tokenizer
        from tokenizers.models import BPE
        from tokenizers.pre_tokenizers import WhitespaceSplit
        from tokenizers.trainers import BpeTrainer

        tokenizer = Tokenizer(BPE(unk_token=_UNKNOWN))
        tokenizer.pre_tokenizer = WhitespaceSplit()
        trainer = BpeTrainer(vocab_size=self.pieces, min_frequency=3, special_tokens=[_UNKNOWN], show_progress=False)
        tokenizer.train_from_iterator([_bordered(text) for text in check_texts(X)], trainer)
        self.tokenizer_: str = tokenizer.to_str()
        return self

    def transform(self, X: Iterable[str]) -> csr_matrix:
        """Count.

        Args:
            X: n texts.

        Returns:
            Sparse counts of shape (n, ``2 ** bits``), 32-bit floats.
        """
        check_is_fitted(self)
        encodings = _tokenizer(self.tokenizer_).encode_batch([_bordered(text) for text in check_texts(X)])
        counter = HashingVectorizer(
            analyzer=self._runs, n_features=1 << self.bits, norm=None, alternate_sign=False, dtype=np.float32
        )
        counts: csr_matrix = counter.transform([encoding.tokens for encoding in encodings])
        return counts

    def _runs(self, pieces: list[str]) -> list[str]:
        return [" ".join(pieces[i : i + n]) for n in range(1, self.runs + 1) for i in range(len(pieces) - n + 1)]

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.requires_fit = True
        return tags


def _bordered(text: str) -> str:
    return " ".join(_BORDER + form for form in masked_words(text))


@lru_cache(maxsize=4)
def _tokenizer(json: str) -> Any:
    from tokenizers import Tokenizer

    return Tokenizer.from_str(json)
