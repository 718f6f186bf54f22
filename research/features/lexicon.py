"""Cue words: how many words and phrases of a text lower the target's costs or raise them, please or displease.

The list is ours (``data/lexicon/cues.csv``), written for this package under the codebook, one row a cue in one
language. A cue within three words after a negation counts for the opposite side (codebook, rule 10).
"""

import csv
import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from research.features.texts import check_texts
from research.features.tokens import tokens
from research.features.transformer import TextTransformer
from research.paths import data_path

#: The columns: cues of either stance, cues of either tone.
CLASSES = ("conciliatory", "demanding", "positive", "negative")
_OPPOSITE = {"conciliatory": "demanding", "demanding": "conciliatory", "positive": "negative", "negative": "positive"}
_REACH = 3
#: A negation is looked for in so many characters before a cue, which keeps long texts linear.
_WINDOW = 80


class LexiconCues(TextTransformer):
    """Count the cues of each class in ``CLASSES``, for each text in whatever of our languages it is."""

    def transform(self, X: Iterable[str]) -> NDArray[np.float64]:
        """Count.

        Args:
            X: n texts.

        Returns:
            Counts of shape (n, 4), columns as in ``CLASSES``.
        """
        texts = check_texts(X)
        counts = np.zeros((len(texts), len(CLASSES)))
        for row, text in enumerate(texts):
            for name in cues(text):
                counts[row, CLASSES.index(name)] += 1
        return counts

    def get_feature_names_out(self, input_features: object = None) -> NDArray[np.object_]:
        """Name the columns."""
        return np.array(CLASSES, dtype=object)


class _Lexicon(NamedTuple):
    patterns: dict[str, re.Pattern[str]]
    negation: re.Pattern[str]


def cues(text: str) -> list[str]:
    """Name the class of each cue in a text, turned over where a negation stands just before it.

    >>> cues("Ми засуджуємо це."), cues("We welcome it."), cues("Мы не отвергаем его.")
    (['demanding', 'negative'], ['conciliatory', 'positive'], ['conciliatory'])
    """
    words = " ".join(token.form for token in tokens(text))
    lexicon = _lexicon()
    return [
        _OPPOSITE[name] if lexicon.negation.search(words, max(0, match.start() - _WINDOW), match.start()) else name
        for name, pattern in lexicon.patterns.items()
        for match in pattern.finditer(words)
    ]


@cache
def _lexicon() -> _Lexicon:
    with data_path("lexicon", "cues.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    by_class = {name: [row["cue"] for row in rows if row["class"] == name] for name in (*CLASSES, "negation")}
    patterns = {name: re.compile(rf"(?<!\S)(?:{_alternatives(by_class[name])})(?!\S)") for name in CLASSES}
    between = rf"(?:\s\S+){{0,{_REACH - 1}}}\s$"
    return _Lexicon(patterns, re.compile(rf"(?<!\S)(?:{_alternatives(by_class['negation'])}){between}"))


def _alternatives(cues: list[str]) -> str:
    """One pattern of many cues, the longest first; ``*`` stands for the rest of a word."""
    return "|".join(re.escape(cue).replace(r"\*", r"\S*") for cue in sorted(cues, key=len, reverse=True))
