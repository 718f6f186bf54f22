"""The corpora, by name: ``load`` gives one as a statement table, ``as_dataset`` as a ``datasets.DatasetDict``."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import pandas as pd

from research.corpora import authored, gold
from research.corpora.card import OPEN_LICENCES, Card, read_card
from research.corpora.fetching import fetch as fetch_repository
from research.corpora.files import CorpusNotFetched
from research.corpora.registry import Repository, cache_root, repository
from research.statements import statement_table

if TYPE_CHECKING:
    from datasets import DatasetDict

__all__ = ["CORPORA", "Corpus", "CorpusNotFetched", "as_dataset", "fetch", "load", "names", "trainable"]


@dataclass(frozen=True)
class Corpus:
    """A corpus: its name, and the function that reads its rows."""

    name: str
    read: Callable[[], pd.DataFrame]

    @cached_property
    def card(self) -> Card:
        """What it is, who made it, and what may be done with it."""
        return read_card(self.name)

    @property
    def repositories(self) -> list[Repository]:
        """What it is fetched from; none where it ships."""
        return [repository(source.repository) for source in self.card.sources]

    @property
    def size(self) -> int:
        """Bytes to fetch."""
        return sum(source.size for source in self.repositories)

    def missing(self) -> list[str]:
        """Give the files that are not on this machine, as paths below the cache."""
        return [f"{source.name}/{source.commit}/{path}" for source in self.repositories for path in source.missing()]


#: Every corpus. Adding one is adding a file beside this one, a card, and a line here.
CORPORA: dict[str, Corpus] = {
    corpus.name: corpus
    for corpus in (
        Corpus("authored", authored.read),
        Corpus("gold", gold.read),
    )
}


def names() -> list[str]:
    """Give the names of all corpora."""
    return list(CORPORA)


def corpus(name: str) -> Corpus:
    """Give a corpus by its name; ``_`` and ``-`` count as the same.

    Raises:
        ValueError: where there is no such corpus.
    """
    found = CORPORA.get(name.lower().replace("_", "-"))
    if found is None:
        raise ValueError(f"there is no corpus {name!r}; there are {names()}")
    return found


def load(name: str, split: str | None = None) -> pd.DataFrame:
    """Load a corpus.

    Args:
        name: one of ``names()``.
        split: only the rows of this split; all where None.

    Returns:
        A statement table (see ``research.statements``); the columns after its last hold what is particular to the
        corpus, and ``licence``, empty where none is stated.

    Raises:
        ValueError: where corpus or split do not exist, or a file is not what it should be.
        CorpusNotFetched: where files are not on this machine; the message says what to run.
    """
    chosen = corpus(name)
    missing = chosen.missing()
    if missing:
        raise CorpusNotFetched(chosen.name, missing, cache_root())
    rows = chosen.read().assign(corpus=chosen.name)
    if "licence" not in rows:
        rows["licence"] = chosen.card.licence
    return _select(statement_table(rows), chosen.name, split)


def as_dataset(name: str) -> "DatasetDict":
    """Load a corpus as a ``datasets.DatasetDict``, one entry a split; ``train`` where the corpus has no splits.

    Raises:
        ValueError, CorpusNotFetched: as ``load``.
    """
    from datasets import Dataset, DatasetDict

    table = load(name)
    parts = table.groupby(table["split"].fillna("train"), sort=False)
    return DatasetDict({split: Dataset.from_pandas(rows, preserve_index=False) for split, rows in parts})


def fetch(name: str, *, progress: bool = True) -> list[str]:
    """Download what is missing of a corpus; see ``research.corpora.fetching.fetch``.

    Returns:
        The paths that were downloaded; none where the corpus was complete or ships.
    """
    sources = corpus(name).repositories
    return [path for source in sources for path in fetch_repository(source, progress=progress)]


def trainable(table: pd.DataFrame) -> pd.DataFrame:
    """Keep the rows whose text may train a model that is shipped.

    Args:
        table: rows of one or several corpora, as ``load`` gives them.

    Returns:
        The rows of corpora made for training whose source has an open licence (``OPEN_LICENCES``).

    Raises:
        ValueError: where a corpus is for benchmarks or behaviour only; the message names it.
    """
    barred = [name for name in table["corpus"].unique() if not corpus(name).card.trainable]
    if barred:
        uses = {name: corpus(name).card.use for name in barred}
        raise ValueError(f"these corpora must not train a model that is shipped: {uses}")
    return table[table["licence"].isin(OPEN_LICENCES)].reset_index(drop=True)


def _select(table: pd.DataFrame, name: str, split: str | None) -> pd.DataFrame:
    if split is None:
        return table
    chosen = table[table["split"] == split]
    if chosen.empty:
        there = list(table["split"].dropna().unique())
        raise ValueError(f"{name} has no split {split!r}; it has {there}")
    return chosen.reset_index(drop=True)
