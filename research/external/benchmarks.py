"""Published benchmarks as tasks: what is shown of each row, what is to be told, and how it is split and scored.

None of these sets trains a model that ships; most state no licence. They measure.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np
import pandas as pd

from research.corpora import load
from research.evaluation.splits import Split, guarded

#: PLOVER's verbal types that bring the sides closer, and those that set them apart.
COOPERATION = ("AGREE", "CONSULT", "SUPPORT", "YIELD")
CONFLICT = ("REQUEST", "ACCUSE", "REJECT", "THREATEN")
#: What the zero-shot system of the PLV authors may predict and still be right about the side.
_COOPERATIVE = (*COOPERATION, "COOPERATE", "AID")
_SIDES = ("conciliatory", "demanding")
#: What stands for the actor who acts and the one who is acted upon, or whom the sentiment is towards.
SOURCE, TARGET = "Alpha", "Omega"


class Benchmark(NamedTuple):
    """A task with its rows, splits and score.

    Attributes:
        name: of the task.
        read: gives the rows: ``shown`` (the text as models see it), ``document``, ``gold``, perhaps ``published`` (the
            predictions of another system), and what ``split`` needs.
        classes: the labels.
        averaged: the labels whose F1 is averaged.
        split: gives train and test positions.
        anchor: what is to be beaten, in words.
    """

    name: str
    read: Callable[[], pd.DataFrame]
    classes: tuple[str, ...]
    averaged: tuple[str, ...]
    split: Callable[[pd.DataFrame], Iterator[Split]]
    anchor: str


def _plv() -> pd.DataFrame:
    rows = load("plv")
    shown = rows["marked"].str.replace(r"<s>.*?</s>", SOURCE, regex=True)
    shown = shown.str.replace(r"<t>.*?</t>", TARGET, regex=True)
    return rows.assign(shown=shown, gold=rows["code"], published=rows["published_root"])


def _plv_sides() -> pd.DataFrame:
    rows = _plv()
    rows = rows[rows["code"].isin(COOPERATION + CONFLICT)]
    gold = np.where(rows["code"].isin(COOPERATION), *_SIDES)
    published = np.where(rows["published_root"].isin(_COOPERATIVE), *_SIDES)
    return rows.assign(gold=gold, published=published)


def _cameo() -> pd.DataFrame:
    rows = load("cameo-class")
    names = {"0": "statement", "1": "cooperation", "3": "conflict"}
    rows = rows[rows["code"].isin(list(names))]
    return rows.assign(shown=rows["text"], gold=rows["code"].map(names))


def _unscon() -> pd.DataFrame:
    rows = load("unscon")
    return rows.assign(shown=rows["text"], gold=np.where(rows["code"] == "_", "none", "conflict"))


def _rusentne() -> pd.DataFrame:
    rows = load("rusentne")
    return rows.assign(shown=_target_marked(rows), gold=rows["code"])


def _newsmtsc() -> pd.DataFrame:
    rows = load("newsmtsc")
    return rows.assign(shown=_target_marked(rows), gold=rows["code"])


def _target_marked(rows: pd.DataFrame) -> list[str]:
    """Put the mark before the mention whose sentiment is asked for; its name stays, for it says who it is."""
    places = zip(rows["text"], rows["start"].astype(int), rows["end"].astype(int), strict=True)
    marked = (f"{text[:start]}{TARGET} {text[start:end]} {TARGET}{text[end:]}" for text, start, end in places)
    return [re.sub(r"\s+", " ", text) for text in marked]


def published(test: str) -> Callable[[pd.DataFrame], Iterator[Split]]:
    """Give the split into train and a test part of the corpus's own; repeated texts are kept out of train."""

    def split(rows: pd.DataFrame) -> Iterator[Split]:
        parts = [np.flatnonzero(rows["split"] == name) for name in ("train", test)]
        shared = set(rows["document"].iloc[parts[0]]) & set(rows["document"].iloc[parts[1]])
        train = parts[0][~rows["document"].iloc[parts[0]].isin(shared).to_numpy(bool)]
        clean = guarded(rows, Split(train, parts[1]))
        yield clean._replace(dropped=clean.dropped + len(parts[0]) - len(train))

    return split


def leave_one_out(column: str) -> Callable[[pd.DataFrame], Iterator[Split]]:
    """Give a split for each value of a column, such as a debate: its rows are tested, the others train."""

    def split(rows: pd.DataFrame) -> Iterator[Split]:
        for value in sorted(rows[column].unique()):
            tested = (rows[column] == value).to_numpy(bool)
            yield guarded(rows, Split(np.flatnonzero(~tested), np.flatnonzero(tested)))

    return split


_POLARITY = ("-1", "0", "1")
_ROOTS = (
    *("ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONSULT", "COOPERATE", "MOBILIZE"),
    *("PROTEST", "REJECT", "REQUEST", "SANCTION", "SUPPORT", "THREATEN", "YIELD"),
)
_CONFLICT = ("none", "conflict")
_CAMEO = ("statement", "cooperation", "conflict")

BENCHMARKS: dict[str, Benchmark] = {
    benchmark.name: benchmark
    for benchmark in (
        Benchmark("plv-sides", _plv_sides, _SIDES, _SIDES, published("test"), "ZSP 0.965 (its published predictions)"),
        Benchmark("plv-roots", _plv, _ROOTS, _ROOTS, published("test"), "ZSP 0.821 (its published predictions)"),
        Benchmark("cameo", _cameo, _CAMEO, _CAMEO, published("test"), "n-grams 0.70"),
        Benchmark(
            "unscon", _unscon, ("none", "conflict"), ("none", "conflict"), leave_one_out("debate"), "n-grams 0.641"
        ),
        Benchmark(
            "rusentne", _rusentne, _POLARITY, ("-1", "1"), published("dev"), "GPT-4 zero-shot 0.48 (official final)"
        ),
        Benchmark("newsmtsc", _newsmtsc, _POLARITY, _POLARITY, published("test-rw"), "GRU-TSC 0.831"),
    )
}
