"""The whole way from labels to the model that ships: train, score, write the card, save."""

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from research.corpora import load, trainable
from research.evaluation.behaviour import filled, flips, pairs_right
from research.evaluation.contamination import duplicates
from research.evaluation.metrics import row_counts
from research.evaluation.splits import Split, guarded
from research.evaluation.uncertainty import estimates, replicates
from research.models.linear import LinearModel
from research.report import render
from research.results import interval
from research.sealing import MARKER
from research.storage import save
from research.training import HEADS, train
from research.writing import check_place

_RESAMPLES = 1000


def ship(folder: Path, seed: int = 0) -> None:
    """Train on ``authored`` and the licensed rows of ``gold`` train, score on ``gold`` test, and save with a card.

    The configuration is fixed in the code and was chosen on training folds; the test part is read once, for the card.

    Raises:
        CorpusNotFetched: where the sources of ``gold`` are not on this machine.
        OSError: where the folder cannot be written; a model that lay there is intact.
    """
    check_place(folder, MARKER)
    learnt, tested = shipping_split()
    model = train(learnt, seed)
    save(model, card(model, learnt, tested), folder)


def shipping_split() -> tuple[pd.DataFrame, pd.DataFrame]:
    """Give the rows that the shipped models learn from and those they are scored on; they share no document, no text.

    Rows that nearly stand in ``contrast`` are left out too, for it tests the same models.
    """
    gold = load("gold")
    own = [load(name) for name in ("authored", "counterfactual")]
    rows = pd.concat([*own, trainable(gold[gold["split"] == "train"]), gold[gold["split"] == "test"]])
    rows = rows.reset_index(drop=True)
    repeated = duplicates(list(rows["text"]), list(load("contrast")["text"]))["position"]
    rows = rows[~rows.index.isin(repeated)].reset_index(drop=True)
    tested = rows["split"].eq("test").fillna(False).to_numpy(bool)
    split = guarded(rows, Split(np.flatnonzero(~tested), np.flatnonzero(tested)))
    return rows.iloc[split.train].reset_index(drop=True), rows.iloc[split.test].reset_index(drop=True)


def card(model: LinearModel, learnt: pd.DataFrame, tested: pd.DataFrame) -> str:
    """Write the model card, every number in it from the model at hand."""
    probabilities = model.probabilities(list(tested["text"]))
    scores = [
        {"label": label, "group": group, **_scores(label, probabilities[label], tested, rows)}
        for label in ("stance", "sentiment")
        for group, rows in _groups(tested)
    ]
    pairs = load("contrast")
    right = pairs_right(pairs, _stances(model, list(pairs["text"])))
    swapped = filled(load("swap"))
    moved = flips(swapped, _stances(model, list(swapped["text"])))
    sources = learnt["licence"].fillna("CC-BY-4.0").groupby([learnt["corpus"], learnt["licence"].fillna("CC-BY-4.0")])
    return render(
        "card.md", sources=sources.size().items(), rows=len(learnt), scores=scores, right=right, moved=moved.mean()
    )


def _stances(model: LinearModel, texts: list[str]) -> Any:
    return np.array(HEADS["stance"])[model.probabilities(texts)["stance"].argmax(axis=1)]


def _groups(table: pd.DataFrame) -> list[tuple[str, Any]]:
    groups: list[tuple[str, Any]] = [("all", np.arange(len(table)))]
    for column in ("language", "register"):
        groups += [(f"{column} {name}", rows) for name, rows in sorted(table.groupby(column).indices.items())]
    return groups


def _scores(label: str, probability: Any, table: pd.DataFrame, rows: Any) -> dict[str, Any]:
    part = table.iloc[rows]
    counts = row_counts(list(part[label]), probability[rows], HEADS[label])
    found = estimates(replicates(counts, list(part["document"]), _RESAMPLES, 0), HEADS[label])
    return {"rows": len(rows), "macro_f1": interval(found["macro_f1"]._asdict()), "ece": f"{found['ece'].value:.3f}"}
