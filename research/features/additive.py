"""Hashed n-grams that add up: the features of a text are the sum of those of its words and of its pairs of words.

What a linear model makes of a word, its characters among it, is thereby worked out once for each different word of a
batch, however often it occurs, and a text costs no more than its words and pairs. Nothing is kept between batches.
Actors are masked (``research.features.actors``). Pairs of stems are phrases whatever the inflection; those with a word
left out between them, skip-grams (Guthrie et al. 2006, "A Closer Look at Skip-gram Modelling"), bear an insertion.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags_array

from research.features.actors import masked_tokens, masked_words
from research.features.hashing import Hashes, Spelling, beginnings, chained, columns, ngrams, spell
from research.features.texts import TextTransformer, check_texts
from research.features.tokens import LONGEST_WORD, Token

Array = NDArray[np.float32]
Weights = NDArray[np.float64]

#: What is paired, whole words (0) or stems (1), and how far apart.
_PAIRS = ((0, 1), (1, 1), (1, 2))
#: There are many n-grams of characters in a word: each counts half as much as the word.
_CHARACTERS_WEIGH = 0.5
#: Features are divided by the number of words to this power: between a sum and a mean.
_POWER = 0.75
#: Texts are multiplied so many at a time, to bound the memory.
_BLOCK = 1 << 13


class Sums(NamedTuple):
    """The features of n texts in factors: ``scale * (texts @ words + sum(pairs))``.

    Attributes:
        scale: of shape (n,).
        texts: of shape (n, v), how often each of v different words occurs in each text.
        words: of shape (v, features).
        pairs: for each kind of pair, of shape (n, features).
    """

    scale: Array
    texts: csr_matrix
    words: csr_matrix
    pairs: list[csr_matrix]


class AdditiveHasher(TextTransformer):
    """Count hashed words, stems, characters within words, and pairs of words and of stems, less in longer texts.

    Args:
        characters: shortest and longest run of characters counted within a word and its two borders.
        stem: so many letters of a word are its stem.
        bits: the matrix has ``2 ** bits`` columns.
    """

    def __init__(self, characters: tuple[int, int] = (3, 5), stem: int = 5, bits: int = 18) -> None:
        self.characters = characters
        self.stem = stem
        self.bits = bits

    def transform(self, X: Iterable[str]) -> csr_matrix:
        """Count.

        Args:
            X: n texts.

        Returns:
            Of shape (n, ``2 ** bits``), 32-bit floats.

        Raises:
            TypeError: where X is not a list of texts.
        """
        sums = self._sums(map(masked_words, check_texts(X)))
        counts = sums.texts @ sums.words
        for pairs in sums.pairs:
            counts = counts + pairs
        return csr_matrix(diags_array(sums.scale) @ counts, dtype=np.float32)

    def product(self, texts: Sequence[str], idf: Array, weights: Array) -> Array:
        """Multiply the features of n texts, weighed by their rarity, by weights, without making the features.

        Args:
            texts: n texts.
            idf: of shape (features,).
            weights: of shape (features, k).

        Returns:
            Of shape (n, k), what ``transform(texts) * idf @ weights`` is.
        """
        known = check_texts(texts)
        starts = range(0, max(len(known), 1), _BLOCK)
        return np.concatenate([self._product(known[start : start + _BLOCK], idf, weights) for start in starts])

    def _product(self, texts: Sequence[str], idf: Array, weights: Array) -> Array:
        sums = self._sums(map(masked_words, texts))
        product: Array = sums.texts @ (_weighed(sums.words, idf) @ weights)
        for pairs in sums.pairs:
            product += _weighed(pairs, idf) @ weights
        return product * sums.scale[:, None]

    def shares(self, text: str, idf: Array, weights: Weights) -> tuple[list[Token], Weights]:
        """Share out the product of one text with weights of shape (features,) over its words.

        Returns:
            The words, and for each its share: its own features, and half of each pair that it is in.
        """
        found = masked_tokens(text)
        sums = self._sums([[token.form for token in found]])
        weighed = idf * weights
        shares = (sums.words @ weighed)[sums.texts.indices]
        for pairs, (_, apart) in zip(sums.pairs, _PAIRS, strict=True):
            halves = weighed[pairs.indices] / 2
            shares[: len(halves)] += halves
            shares[apart : apart + len(halves)] += halves
        return found, shares * sums.scale[0]

    def _sums(self, texts: Iterable[list[str]]) -> Sums:
        numbers: dict[str, int] = {}
        numbered: list[int] = []
        counts: list[int] = []
        for forms in texts:
            numbered += [numbers.setdefault(form, len(numbers)) for form in forms]
            counts.append(len(forms))
        ids, lengths = np.array(numbered, np.intp), np.array(counts, np.intp)
        spelling = spell(list(numbers))
        hashes = (beginnings(spelling, LONGEST_WORD), beginnings(spelling, self.stem))
        pairs = [self._pairs(hashes[of][ids], lengths, apart) for of, apart in _PAIRS]
        scale = np.maximum(lengths, 1).astype(np.float32) ** -_POWER
        return Sums(scale, _matrix(ids, lengths, len(numbers)), self._words(spelling, hashes), pairs)

    def _pairs(self, hashes: Hashes, lengths: NDArray[np.intp], apart: int) -> csr_matrix:
        text = np.repeat(np.arange(len(lengths)), lengths)
        within = text[:-apart] == text[apart:]
        paired = chained(hashes[:-apart][within], hashes[apart:][within], apart)
        return _matrix(columns(paired, self.bits), np.maximum(lengths - apart, 0), 1 << self.bits)

    def _words(self, spelling: Spelling, hashes: Sequence[Hashes]) -> csr_matrix:
        """Whole words, stems and characters, in that order, a row for each word."""
        shortest, longest = self.characters
        every = np.arange(len(hashes[0]))
        found = [(every, each) for each in hashes] + [ngrams(spelling, n) for n in range(shortest, longest + 1)]
        rows, hashed = (np.concatenate(parts) for parts in zip(*found, strict=True))
        counts = np.full(len(rows), _CHARACTERS_WEIGH, np.float32)
        counts[: len(hashes) * len(every)] = 1
        return csr_matrix((counts, (rows, columns(hashed, self.bits))), shape=(len(every), 1 << self.bits))


def _weighed(counts: csr_matrix, idf: Array) -> csr_matrix:
    return csr_matrix((counts.data * idf[counts.indices], counts.indices, counts.indptr), counts.shape)


def _matrix(columns: NDArray[np.signedinteger], lengths: NDArray[np.intp], width: int) -> csr_matrix:
    """Put one into so many columns of each row, in their order."""
    ends = np.concatenate([[0], np.cumsum(lengths)])
    return csr_matrix((np.ones(len(columns), np.float32), columns, ends), shape=(len(lengths), width))
