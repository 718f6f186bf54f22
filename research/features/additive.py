"""Hashed n-grams that add up: the features of a text are the sum of those of its words and of its pairs of words.

What a linear model makes of a word, its characters among it, is thereby worked out once for each different word,
however often it occurs, and a text costs no more than its words and pairs.
Actors are masked (``research.features.actors``). Pairs of stems are phrases whatever the inflection; those with a word
left out between them, skip-grams (Guthrie et al. 2006, "A Closer Look at Skip-gram Modelling"), bear an insertion.
"""

from collections.abc import Iterable, Sequence
from threading import Lock
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags_array

from research.features.actors import masked_tokens
from research.features.hashing import Hashes, Spelling, beginnings, chained, columns, ngrams, spell
from research.features.texts import check_texts
from research.features.tokens import LONGEST_WORD, Token
from research.features.words import Numbered, Numbers, Words

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
#: So many stretches between spaces are kept, some 30 MB with all that is known of their words; then all are forgotten.
_KEPT = 1 << 17


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


class Looks(NamedTuple):
    """What there is to v words by themselves.

    Attributes:
        hashes: of the whole words and of their stems, of shape (v, 2).
        features: of shape (v, features).
    """

    hashes: Hashes
    features: csr_matrix


class AdditiveFeatures:
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
        seen = Words()
        sums = self._sums(seen.numbered(check_texts(X)), seen.forms)
        counts = sums.texts @ sums.words
        for pairs in sums.pairs:
            counts = counts + pairs
        return csr_matrix(diags_array(sums.scale) @ counts, dtype=np.float32)

    def scorer(self, idf: Array, weights: Array) -> "AdditiveScorer":
        """Give what multiplies the features of texts, weighed by their rarity, by weights.

        Args:
            idf: of shape (features,).
            weights: of shape (features, k).
        """
        return AdditiveScorer(self, idf[:, None] * weights)

    def shares(self, text: str, idf: Array, weights: Weights) -> tuple[list[Token], Weights]:
        """Share out the product of one text with weights of shape (features,) over its words.

        Returns:
            The words, and for each its share: its own features, and half of each pair that it is in.
        """
        found = masked_tokens(text)
        # Every word has a row of its own here, so that the rows are the shares.
        sums = self._sums(Numbered(np.arange(len(found)), np.array([len(found)])), [token.form for token in found])
        weighed = idf * weights
        shares = sums.words @ weighed
        for pairs, (_, apart) in zip(sums.pairs, _PAIRS, strict=True):
            halves = weighed[pairs.indices] / 2
            shares[: len(halves)] += halves
            shares[apart : apart + len(halves)] += halves
        return found, shares * sums.scale[0]

    def look_at(self, words: Sequence[str]) -> "Looks":
        """Work out what there is to v words by themselves."""
        spelling = spell(words)
        hashes = (beginnings(spelling, LONGEST_WORD), beginnings(spelling, self.stem))
        return Looks(np.stack(hashes, axis=1), self._words(spelling, hashes))

    def pairs(self, hashes: Hashes, lengths: Numbers) -> list[csr_matrix]:
        """Count the pairs of words of n texts.

        Args:
            hashes: of the words of all texts, one text after the other: of shape (words, 2).
            lengths: the number of words of each text.

        Returns:
            For each kind of pair, of shape (n, features).
        """
        return [self._pairs(hashes[:, of], lengths, apart) for of, apart in _PAIRS]

    def _sums(self, texts: Numbered, words: Sequence[str]) -> Sums:
        looks = self.look_at(words)
        pairs = self.pairs(looks.hashes[texts.words], texts.lengths)
        return Sums(_scale(texts), _matrix(*texts, len(words)), looks.features, pairs)

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


class AdditiveScorer:
    """Multiplies the features of texts by weights without making them.

    What a word comes to is worked out once and kept, so that a text costs no more than its words and pairs. The result
    for a text does not depend on what was seen before.

    Args:
        hasher: whose features are multiplied.
        weights: of shape (features, k).
    """

    def __init__(self, hasher: AdditiveFeatures, weights: Array) -> None:
        self._hasher, self._weights = hasher, weights
        self._one_at_a_time = Lock()
        self._seen = _Seen(weights.shape[1])

    def __reduce__(self) -> tuple[type["AdditiveScorer"], tuple[AdditiveFeatures, Array]]:
        return type(self), (self._hasher, self._weights)

    def __call__(self, texts: Sequence[str]) -> Array:
        """Multiply n texts.

        Returns:
            Of shape (n, k), what ``hasher.transform(texts) @ weights`` is.
        """
        starts = range(0, max(len(texts), 1), _BLOCK)
        with self._one_at_a_time:
            return np.concatenate([self._block(texts[start : start + _BLOCK]) for start in starts])

    def _block(self, texts: Sequence[str]) -> Array:
        if len(self._seen.words) > _KEPT:
            self._seen = _Seen(self._weights.shape[1])
        seen = self._seen
        numbered = seen.words.numbered(texts)
        if fresh := seen.words.forms[seen.number :]:
            looks = self._hasher.look_at(fresh)
            seen.add(looks.hashes, looks.features @ self._weights)
        product: Array = _matrix(*numbered, len(seen.products)) @ seen.products
        for pairs in self._hasher.pairs(seen.hashes[numbered.words], numbered.lengths):
            product += pairs @ self._weights
        return product * _scale(numbered)[:, None]


class _Seen:
    """The words that a scorer has seen, with the hashes and the product of each; the arrays have room for more."""

    def __init__(self, width: int) -> None:
        self.words, self.number = Words(), 0
        self.hashes: Hashes = np.empty((0, 2), np.uint64)
        self.products: Array = np.empty((0, width), np.float32)

    def add(self, hashes: Hashes, products: Array) -> None:
        number = self.number + len(hashes)
        if number > len(self.hashes):
            self.hashes, self.products = (_longer(rows, 2 * number) for rows in (self.hashes, self.products))
        self.hashes[self.number : number], self.products[self.number : number] = hashes, products
        self.number = number


def _longer(rows: NDArray[Any], number: int) -> NDArray[Any]:
    longer = np.zeros((number, rows.shape[1]), rows.dtype)
    longer[: len(rows)] = rows
    return longer


def _scale(texts: Numbered) -> Array:
    scale: Array = np.maximum(texts.lengths, 1).astype(np.float32) ** -_POWER
    return scale


def _matrix(columns: NDArray[np.signedinteger], lengths: NDArray[np.intp], width: int) -> csr_matrix:
    """Put one into so many columns of each row, in their order."""
    ends = np.concatenate([[0], np.cumsum(lengths)])
    return csr_matrix((np.ones(len(columns), np.float32), columns, ends), shape=(len(lengths), width))
