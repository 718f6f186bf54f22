"""Word and character n-grams, hashed.

Hashing (Weinberger et al. 2009, "Feature Hashing for Large Scale Multitask Learning") keeps a fitted model small and
needs no vocabulary on disk. Character n-grams are taken within words, so every feature belongs to one word, or to two
neighbours; that is what lets a linear model say exactly how much each word weighed.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache, partial
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.preprocessing import normalize
from sklearn.utils import murmurhash3_32

from research.features.actors import masked_tokens
from research.features.texts import check_texts
from research.features.tokens import Token, tokens
from research.features.transformer import TextTransformer

Columns = NDArray[np.int32]
Array = NDArray[np.float32]
Weights = NDArray[np.float64]


class Occurrence(NamedTuple):
    """The columns that one word, or a run of neighbouring words, adds to."""

    words: tuple[int, ...]
    columns: Columns


class NgramHasher(TextTransformer):
    """Count hashed n-grams of words and of characters within words.

    Args:
        words: longest run of words counted.
        characters: shortest and longest run of characters counted within a word and its two borders.
        bits: the matrix has ``2 ** bits`` columns.
        masked: whether the names of actors are all one word (``research.features.actors``).
    """

    def __init__(
        self, words: int = 2, characters: tuple[int, int] = (2, 5), bits: int = 18, masked: bool = False
    ) -> None:
        self.words = words
        self.characters = characters
        self.bits = bits
        self.masked = masked

    def transform(self, X: Iterable[str]) -> csr_matrix:
        """Count.

        Args:
            X: n texts.

        Returns:
            Sparse counts of shape (n, ``2 ** bits``), 32-bit floats.

        Raises:
            ValueError: where X is not a list of texts.
        """
        rows = [self._columns(text) for text in check_texts(X)]
        ends = np.cumsum([0, *(len(row) for row in rows)])
        columns = np.concatenate(rows) if rows else np.empty(0, np.int32)
        counts = csr_matrix((np.ones(len(columns), np.float32), columns, ends), shape=(len(rows), 1 << self.bits))
        counts.sum_duplicates()
        return counts

    def occurrences(self, text: str) -> tuple[list[Token], list[Occurrence]]:
        """Give the words of a text and, for each word and run of words, the columns it adds one to."""
        found = masked_tokens(text) if self.masked else tokens(text)
        shortest, longest = self.characters
        single = [
            Occurrence((i,), _word_columns(token.form, shortest, longest, self.bits)) for i, token in enumerate(found)
        ]
        return found, single + [
            Occurrence(tuple(range(i, i + n)), _run_column(" ".join(t.form for t in found[i : i + n]), self.bits))
            for n in range(2, self.words + 1)
            for i in range(len(found) - n + 1)
        ]

    def scorer(self, idf: Array, weights: Array) -> Callable[[Sequence[str]], Array]:
        """Give what multiplies the TF-IDF of texts, as ``TfidfTransformer(sublinear_tf=True)`` has it, by weights.

        Args:
            idf: of shape (features,).
            weights: of shape (features, k).
        """
        return partial(self._product, idf=idf, weights=weights)

    def shares(self, text: str, idf: Array, weights: Weights) -> tuple[list[Token], Weights]:
        """Share out the product of one text with weights of shape (features,) over its words.

        Returns:
            The words, and for each its share: that of the n-grams within it, and of each run of words that it is in as
            much as its neighbours there.
        """
        found, occurrences = self.occurrences(text)
        counts = self.transform([text])
        value = _tfidf(counts, idf).toarray()[0] / np.maximum(counts.toarray()[0], 1) * weights
        shares = np.zeros(len(found))
        for occurrence in occurrences:
            shares[list(occurrence.words)] += value[occurrence.columns].sum() / len(occurrence.words)
        return found, shares

    def _product(self, texts: Sequence[str], idf: Array, weights: Array) -> Array:
        product: Array = _tfidf(self.transform(texts), idf) @ weights
        return product

    def _columns(self, text: str) -> Columns:
        _, occurrences = self.occurrences(text)
        return np.concatenate([o.columns for o in occurrences]) if occurrences else np.empty(0, np.int32)


def _tfidf(counts: csr_matrix, idf: Array) -> csr_matrix:
    features = counts.copy()
    features.data = (np.log(features.data) + 1) * idf[features.indices]
    normalized: csr_matrix = normalize(features, copy=False)
    return normalized


@lru_cache(maxsize=1 << 17)
def _word_columns(word: str, shortest: int, longest: int, bits: int) -> Columns:
    """Columns of a word and of its character n-grams; cached, as a few words make up most of any text."""
    bordered = f" {word} "
    grams = [bordered[i : i + n] for n in range(shortest, longest + 1) for i in range(len(bordered) - n + 1)]
    return np.array([_column("w" + word, bits), *(_column("c" + gram, bits) for gram in grams)], np.int32)


@lru_cache(maxsize=1 << 17)
def _run_column(run: str, bits: int) -> Columns:
    return np.array([_column("w" + run, bits)], np.int32)


def _column(feature: str, bits: int) -> int:
    return int(murmurhash3_32(feature, positive=True)) & ((1 << bits) - 1)
