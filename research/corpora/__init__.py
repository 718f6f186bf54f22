"""The corpora, by name: ``load`` gives one as a statement table, ``as_dataset`` as a ``datasets.DatasetDict``."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from research.corpora import (
    authored,
    cameo_class,
    cameo_rounds,
    cameo_verbs,
    contrast,
    counterfactual,
    gold,
    newsmtsc,
    plover_gold,
    plv,
    polnear,
    resistinua,
    rusentiframes,
    rusentne,
    rusentrel,
    swap,
    telegram_news,
    umuc,
    unscon,
    wh_briefings,
)
from research.corpora.card import OPEN_LICENCES, Card, read_card
from research.corpora.fetching import fetch as fetch_repository
from research.corpora.files import CorpusNotFetched
from research.corpora.maps import VARIANTS, labelled
from research.corpora.registry import Repository, cache_root, repository
from research.corpora.tables import kept
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

    @property
    def files(self) -> list[Path]:
        """Where the fetched files lie."""
        return [source.folder / path for source in self.repositories for path in source.files]

    def missing(self) -> list[str]:
        """Give the files that are not on this machine, as paths below the cache."""
        return [f"{source.name}/{source.commit}/{path}" for source in self.repositories for path in source.missing()]


#: Every corpus. Adding one is adding a file beside this one, a card, and a line here.
CORPORA: dict[str, Corpus] = {
    corpus.name: corpus
    for corpus in (
        Corpus("authored", authored.read),
        Corpus("gold", gold.read),
        Corpus("counterfactual", counterfactual.read),
        Corpus("contrast", contrast.read),
        Corpus("swap", swap.read),
        Corpus("plv", plv.read),
        Corpus("cameo-class", cameo_class.read),
        Corpus("plover-gold", plover_gold.read),
        Corpus("cameo-rounds", cameo_rounds.read),
        Corpus("cameo-verbs", cameo_verbs.read),
        Corpus("unscon", unscon.read),
        Corpus("unscon-clauses", unscon.read_clauses),
        Corpus("umuc", umuc.read),
        Corpus("umuc-clauses", umuc.read_clauses),
        Corpus("wh-briefings", wh_briefings.read),
        Corpus("resistinua", resistinua.read),
        Corpus("telegram-news", telegram_news.read),
        Corpus("rusentne", rusentne.read),
        Corpus("rusentrel", rusentrel.read),
        Corpus("rusentiframes", rusentiframes.read),
        Corpus("newsmtsc", newsmtsc.read),
        Corpus("polnear", polnear.read),
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


def load(name: str, split: str | None = None, *, variant: str = "strict") -> pd.DataFrame:
    """Load a corpus.

    Args:
        name: one of ``names()``.
        split: only the rows of this split; all where None.
        variant: how to read the native labels of a foreign scheme; see ``research.corpora.maps``.

    Returns:
        A statement table (see ``research.statements``); the columns after its last hold what is particular to the
        corpus, its native label in ``code``, and ``licence``, empty where none is stated.

    Raises:
        ValueError: where corpus, split or variant do not exist, or a file is not what it should be.
        CorpusNotFetched: where files are not on this machine; the message says what to run.
    """
    chosen = corpus(name)
    if variant not in VARIANTS:
        raise ValueError(f"variant is {variant!r}; expected one of {', '.join(VARIANTS)}")
    missing = chosen.missing()
    if missing:
        raise CorpusNotFetched(chosen.name, missing, cache_root())
    if chosen.card.sources:
        table = kept(f"{chosen.name}.{variant}", chosen.files, lambda: _read(chosen, variant))
    else:
        table = _read(chosen, variant)
    return _select(table, chosen.name, split)


def _read(chosen: Corpus, variant: str) -> pd.DataFrame:
    rows, card = chosen.read(), chosen.card
    if card.scheme:
        rows = labelled(rows, card.scheme, variant)
    licence = rows["licence"] if "licence" in rows else pd.Series(card.licence, rows.index)
    return statement_table(rows.assign(corpus=chosen.name, licence=licence.mask(licence == "")))


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
