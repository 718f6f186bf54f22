"""Many words hashed at once: whole, their beginnings, their characters n by n.

Multiplicative hashes of 64 bits (Knuth 1998, "The Art of Computer Programming", volume 3, section 6.4), the same on
every machine.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]
Columns = NDArray[np.int32]

#: Two to the 64th over the golden ratio, and another odd number without pattern.
_GOLDEN, _OTHER = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F)
_HALF = np.uint64(32)


class Spelling(NamedTuple):
    """The characters of v words, a space before and after each.

    Attributes:
        characters: code points, one after the other.
        word: which word each belongs to.
        place: its place in the word, 0 for the space before.
    """

    characters: Hashes
    word: NDArray[np.intp]
    place: NDArray[np.intp]


def spell(words: Sequence[str]) -> Spelling:
    """Spell v words."""
    lengths = np.array([len(word) for word in words], np.intp) + 2
    characters = np.frombuffer("".join(f" {word} " for word in words).encode("utf-32-le"), "<u4").astype(np.uint64)
    place = np.arange(len(characters)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    return Spelling(characters, np.repeat(np.arange(len(words)), lengths), place)


def beginnings(spelling: Spelling, length: int) -> Hashes:
    """Hash the first characters of each of v words, the space before them not counted: of shape (v,)."""
    placed = _mixed(spelling.characters + (spelling.place.astype(np.uint64) << _HALF))
    placed[spelling.place > length] = 0
    starts = np.flatnonzero(spelling.place == 0)
    return np.add.reduceat(placed, starts) if len(starts) else placed


def ngrams(spelling: Spelling, length: int) -> tuple[NDArray[np.intp], Hashes]:
    """Hash every run of so many characters within words: which word each is of, and its hash."""
    number = len(spelling.characters) - length + 1
    if number < 1:
        return np.empty(0, np.intp), np.empty(0, np.uint64)
    hashes = np.zeros(number, np.uint64)
    for offset in range(length):
        hashes = hashes * _OTHER + spelling.characters[offset : offset + number]
    within = spelling.word[:number] == spelling.word[length - 1 :]
    return spelling.word[:number][within], hashes[within]


def chained(first: Hashes, second: Hashes, apart: int) -> Hashes:
    """Hash n pairs, in their order, so far apart."""
    return (_mixed(first) + np.uint64(apart)) * _OTHER + second


def columns(hashes: Hashes, bits: int) -> Columns:
    """Give the columns, out of ``2 ** bits``, of n hashes."""
    return (_mixed(hashes) >> np.uint64(64 - bits)).astype(np.int32)


def _mixed(hashes: Hashes) -> Hashes:
    mixed = (hashes ^ (hashes >> _HALF)) * _GOLDEN
    mixed ^= mixed >> _HALF
    return mixed * _GOLDEN
