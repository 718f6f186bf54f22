"""What a person's name tells of the state: "Левон Шагбатян" speaks for Armenia more likely than for Azerbaijan.

A naive Bayes model of letters (McCallum and Nigam 1998, "A Comparison of Event Models for Naive Bayes Text
Classification") over ``data/actors/personal_names.csv``: names as borne where each language is spoken, in Latin letters
and, where a transcription goes by the sound ("Джеймс", "Чжао"), in Cyrillic ones as well. All are brought to Latin
letters, and what is spelt in several ways ("Şahin", "Шахін") mostly to one.
"""

import csv
import re
from collections import defaultdict
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np
from anyascii import anyascii
from numpy.typing import NDArray

from research.paths import data_path

#: Runs of so many letters; the mark of a word's ends counts as one.
_RUNS = range(2, 5)
#: The share of the mean over all cultures in that of one (Jelinek and Mercer 1980), and what logarithms are multiplied
#: by, as the runs of a word are far from independent.
_SMOOTHING, _TEMPER = 0.02, 0.5
#: In any state so many bear names that come from anywhere.
_FROM_ANYWHERE = 0.1
#: Initials and particles tell nothing.
_SHORT = 2
#: Spellings of one sound, each made what is behind it, in this order.
_SOUNDS = """
shch>sc dzh>j tsch>c tch>c sch>s kh>h ch>c cz>c zh>z sh>s sz>s ph>f th>t gh>g ck>k ts>c q>k x>ks w>v ya>ia yu>iu ye>e
yo>io y>i oo>u ou>u ee>i
"""
_SPELLINGS = tuple(tuple(pair.split(">")) for pair in _SOUNDS.split())
_NO_LETTER = re.compile(r"[^a-z]")
_TWICE = re.compile(r"(.)\1+")


class _Model(NamedTuple):
    """The letters of names, by culture.

    Attributes:
        runs: the column of each run of letters.
        weights: of shape (cultures, runs), the logarithm of the share of names that have a run.
        cultures: by state, the rows of the cultures whose names are borne there.
    """

    runs: dict[str, int]
    weights: NDArray[np.float64]
    cultures: dict[str, list[int]]


@lru_cache(maxsize=10_000)
def fit_of_name(name: str) -> dict[str, float]:
    """Tell how well a name fits each state.

    Args:
        name: of a person, in Latin or Cyrillic letters.

    Returns:
        By code of the state, the logarithm of the probability of the name there, up to a constant that is the same for
        all; nothing where the name has no word of three letters.
    """
    model = _model()
    words = [word for word in map(spelt, re.split(r"[\s\-]+", name.replace(".", ". "))) if len(word) > _SHORT]
    if not words:
        return {}
    shares = np.array([_shares(word, model) for word in words])
    weights = np.log((1 - _FROM_ANYWHERE) * shares + _FROM_ANYWHERE / shares.shape[1])
    return {state: float(weights[:, rows].max(axis=1).sum()) for state, rows in model.cultures.items()}


def spelt(word: str) -> str:
    """Give the letters of a word in one spelling.

    >>> spelt("Şahin"), spelt("Шахін"), spelt("Yezhov"), spelt("Ежов")
    ('sahin', 'sahin', 'ezov', 'ezov')
    """
    letters = anyascii(word.replace("ь", "").replace("ъ", "")).lower()
    for spelling, sound in _SPELLINGS:
        letters = letters.replace(spelling, sound)
    return _TWICE.sub(r"\1", _NO_LETTER.sub("", letters))


def _shares(word: str, model: _Model) -> NDArray[np.float64]:
    """The probability of each culture, given a word of a name: of shape (cultures,)."""
    columns = [model.runs[run] for run in _runs(word) if run in model.runs]
    weights = _TEMPER * model.weights[:, columns].sum(axis=1)
    shares = np.exp(weights - weights.max())
    normed: NDArray[np.float64] = shares / shares.sum()
    return normed


def _runs(word: str) -> set[str]:
    marked = f"^{word}$"
    return {marked[at : at + size] for size in _RUNS for at in range(len(marked) - size + 1)}


@cache
def _model() -> _Model:
    with data_path("actors", "personal_names.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    found = [[_runs(spelt(word)) for word in set(row["names"].replace("-", " ").split())] for row in rows]
    distinct = sorted(set().union(*(run for words in found for run in words)))
    runs = {run: column for column, run in enumerate(distinct)}
    shares = np.zeros((len(rows), len(runs)))
    for number, words in enumerate(found):
        for word in words:
            shares[number, [runs[run] for run in word]] += 1 / len(words)
    cultures: dict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        for state in row["states"].split():
            cultures[state].append(number)
    return _Model(runs, np.log((1 - _SMOOTHING) * shares + _SMOOTHING * shares.mean(axis=0)), dict(cultures))
