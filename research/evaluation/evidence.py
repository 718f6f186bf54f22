"""Are the words that an explanation names those that a prediction rests on, and those that a reader would name?

Explanations of any two models can be compared: by rank (do both name the same words), by deletion (comprehensiveness,
DeYoung et al. 2020, "ERASER") and, on minimal pairs, by the words that decide since nothing else differs.
"""

from collections.abc import Callable, Sequence
from difflib import SequenceMatcher

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.stats import spearmanr

Words = list[str]


def words_of(explanation: pd.DataFrame) -> Words:
    """Give the words of an explanation, in lower case, in their order."""
    return [str(word).lower().strip("\"'’“”«».,:;!?()") for word in explanation["word"]]


def rank_correlation(one: pd.DataFrame, other: pd.DataFrame) -> float:
    """Give Spearman's correlation of the weights that two explanations of one text give to the words both have.

    Args:
        one: with ``word`` and ``weight``, a row a word, in the order of the text.
        other: the same; it may lack words, as where actors are masked.

    Returns:
        From -1 to 1; NaN where fewer than three words are shared.
    """
    blocks = SequenceMatcher(None, words_of(one), words_of(other), autojunk=False).get_matching_blocks()
    left = np.concatenate([one["weight"].to_numpy(float)[b.a : b.a + b.size] for b in blocks])
    right = np.concatenate([other["weight"].to_numpy(float)[b.b : b.b + b.size] for b in blocks])
    return float(spearmanr(left, right).statistic) if len(left) > 2 else float("nan")


def heaviest(explanation: pd.DataFrame, number: int) -> list[int]:
    """Give the places of the words that weigh most for the class explained."""
    return list(explanation["weight"].nlargest(number).index)


def without(explanation: pd.DataFrame, text: str, places: Sequence[int]) -> str:
    """Delete words from a text, the last first so that positions hold."""
    for start, end in explanation.loc[list(places), ["start", "end"]].sort_values("start", ascending=False).to_numpy():
        text = text[: int(start)] + text[int(end) :]
    return text


def comprehensiveness(
    probability: Callable[[list[str]], NDArray[np.float64]], texts: Sequence[str], shorter: Sequence[str]
) -> NDArray[np.float64]:
    """Say by how much the probability of the predicted class falls when words are deleted.

    Args:
        probability: of n texts, of shape (n, k).
        texts: n texts.
        shorter: the same without some words.

    Returns:
        Of shape (n,), each from -1 to 1.
    """
    before, after = probability(list(texts)), probability(list(shorter))
    rows, chosen = np.arange(len(before)), before.argmax(axis=1)
    fall: NDArray[np.float64] = before[rows, chosen] - after[rows, chosen]
    return fall


def deciding(text: str, twin: str) -> set[str]:
    """Give the words, in lower case, that a statement of a minimal pair has and its twin lacks."""
    strip = str.maketrans("", "", "\"'’“”«».,:;!?()")
    return {word.translate(strip).lower() for word in text.split()} - {
        word.translate(strip).lower() for word in twin.split()
    }


def points_at(explanation: pd.DataFrame, words: set[str]) -> bool:
    """Tell whether the heaviest word of an explanation is one of those that decide."""
    best = heaviest(explanation, 1)
    return bool(best) and words_of(explanation)[best[0]] in words
