"""Which rows train and which are scored, and the guard that no document stands on both sides."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from sklearn.model_selection import StratifiedGroupKFold

from research.evaluation.contamination import duplicates

Rows = NDArray[np.intp]


class Split(NamedTuple):
    """Positions of the training and of the test rows in a statement table, and how many rows the guard dropped."""

    train: Rows
    test: Rows
    dropped: int = 0


def grouped(table: pd.DataFrame, task: str, folds: int, seed: int) -> Iterator[Split]:
    """Cross-validate by document: each row is tested once, by a model that saw nothing of its document.

    Args:
        table: a statement table of n rows.
        task: the column of labels, whose shares the folds keep.
        folds: number of folds, at least 2 and at most the number of documents.
        seed: of the shuffle.

    Raises:
        ValueError: where there are fewer documents than folds.
    """
    documents = table["document"].nunique()
    if not 2 <= folds <= documents:
        raise ValueError(f"folds is {folds}; expected 2 to {documents}, the number of documents")
    kfold = StratifiedGroupKFold(folds, shuffle=True, random_state=seed)
    for train, test in kfold.split(table, table[task], table["document"]):
        yield guarded(table, Split(train, test))


def published(table: pd.DataFrame, task: str, folds: int, seed: int) -> Iterator[Split]:  # noqa: ARG001 (one signature for all)
    """Take the corpus's own training and test part.

    Raises:
        ValueError: where the corpus has no row in one of them.
    """
    train, test = (np.flatnonzero(table["split"].eq(name).fillna(False)) for name in ("train", "test"))
    if not (len(train) and len(test)):
        raise ValueError(f"corpus has the splits {sorted(table['split'].dropna().unique())}; expected train and test")
    yield guarded(table, Split(train, test))


def guarded(table: pd.DataFrame, split: Split) -> Split:
    """Pass a split on if no document stands on both sides, without the training rows that stand in the test part.

    Corpora repeat ritual sentences and whole paragraphs across documents. Training rows whose text is, exactly or
    nearly, that of a test row are dropped (``contamination.duplicates``), so every score is a clean one.

    Raises:
        ValueError: where a document is on both sides; the message names it.
    """
    documents, texts = table["document"].to_numpy(), table["text"].to_numpy()
    shared = set(documents[split.train]) & set(documents[split.test])
    if shared:
        raise ValueError(f"document {min(shared)!r} is in the training and in the test part")
    repeated = duplicates(list(texts[split.train]), list(texts[split.test]))["position"].to_numpy(int)
    return Split(np.delete(split.train, repeated), split.test, len(repeated))


SPLITS: dict[str, Callable[[pd.DataFrame, str, int, int], Iterator[Split]]] = {
    "grouped": grouped,
    "published": published,
}
