"""The card of a trained model, every number in it made from the model at hand."""

import csv
from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd
from sklearn.metrics import cohen_kappa_score, roc_auc_score

from research.corpora import load
from research.evaluation.behaviour import filled, flips, pairs_right
from research.evaluation.metrics import row_counts
from research.evaluation.selective import coverage_risk
from research.evaluation.uncertainty import estimate_of, estimates, replicates
from research.labels import Intensity
from research.language import detect
from research.page import render
from research.paths import data_path
from research.predictor import Predictor
from research.results import interval
from research.training import HEADS

_RESAMPLES = 1000
_COVERAGES = (0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
_SETS = (0.8, 0.9, 0.95)


def card(predictor: Predictor, learnt: pd.DataFrame, tested: pd.DataFrame, taught: int, template: str) -> str:
    """Write the card of a model.

    Args:
        predictor: the model with what it knows of its limits.
        learnt: the labelled rows that it learnt from.
        tested: the rows of ``gold`` test.
        taught: number of statements that a teacher labelled for it.
        template: name of the card's template.
    """
    probabilities = predictor.model.probabilities(list(tested["text"]), list(tested["context"].fillna("")))
    licence = learnt["licence"].fillna("CC-BY-4.0")
    return render(
        template,
        sources=learnt.groupby([learnt["corpus"], licence]).size().items(),
        rows=len(learnt),
        taught=taught,
        scores=list(_scores(probabilities, tested)),
        intensity=_intensity(probabilities["intensity"], tested),
        coverage=coverage_risk(list(tested["stance"]), probabilities["stance"], HEADS["stance"], _COVERAGES),
        sets=[_set(predictor, tested, coverage) for coverage in _SETS],
        strangers=_strangers(predictor, tested),
        **_behaviour(predictor),
    )


def _scores(probabilities: dict[str, Any], tested: pd.DataFrame) -> Iterator[dict[str, Any]]:
    for label in ("stance", "sentiment"):
        for group, rows in _groups(tested):
            part = tested.iloc[rows]
            counts = row_counts(list(part[label]), probabilities[label][rows], HEADS[label])
            found = estimates(replicates(counts, list(part["document"]), _RESAMPLES, 0), HEADS[label])
            score, error = interval(found["macro_f1"]._asdict()), f"{found['ece'].value:.3f}"
            yield {"label": label, "group": group, "rows": len(rows), "macro_f1": score, "ece": error}


def _groups(table: pd.DataFrame) -> Iterator[tuple[str, Any]]:
    yield "all", np.arange(len(table))
    for column in ("language", "register"):
        yield from ((f"{column} {name}", rows) for name, rows in sorted(table.groupby(column).indices.items()))
    actors = table.groupby("actor", dropna=True).indices
    yield from ((f"actor {name}", rows) for name, rows in sorted(actors.items()) if len(rows) >= 50)


def _intensity(probability: Any, tested: pd.DataFrame) -> str:
    """Cohen's kappa with quadratic weights (Cohen 1968), of the likeliest intensity."""
    values = np.array([int(value) for value in Intensity])
    gold, guess = tested["intensity"].to_numpy(int), values[probability.argmax(axis=1)]
    documents = list(tested.groupby("document").indices.values())
    generator = np.random.default_rng(0)
    drawn = [np.arange(len(tested))]
    for _ in range(_RESAMPLES // 2):
        chosen = generator.integers(0, len(documents), len(documents))
        drawn.append(np.concatenate([documents[place] for place in chosen]))
    kappas = [cohen_kappa_score(gold[rows], guess[rows], weights="quadratic") for rows in drawn]
    return interval(estimate_of(np.array(kappas))._asdict())


def _set(predictor: Predictor, tested: pd.DataFrame, coverage: float) -> dict[str, float]:
    # The language of gold is known; a short statement can be taken for another one.
    found = pd.Series(index=tested.index, dtype=object)
    for language, rows in tested.groupby("language"):
        found[rows.index] = pd.Series(predictor.predict_set(list(rows["text"]), coverage, str(language)), rows.index)
    inside = [stance in stances for stance, stances in zip(tested["stance"], found, strict=True)]
    return {"stated": coverage, "reached": float(np.mean(inside)), "size": float(found.map(len).mean())}


def _strangers(predictor: Predictor, tested: pd.DataFrame) -> float:
    """The area under the ROC curve: how often a statement is more familiar than a recipe, code, sport, an advert."""
    with data_path("elsewhere", "elsewhere.csv").open(encoding="utf-8", newline="") as file:
        strange = [row["text"] for row in csv.DictReader(file)]
    familiar = predictor.familiarity(list(tested["text"]))
    unknown = predictor.familiarity([text for text in strange if detect(text)])
    truth = np.repeat([1, 0], [len(familiar), len(strange)])
    foreign = np.zeros(len(strange) - len(unknown))
    return float(roc_auc_score(truth, np.concatenate([familiar, unknown, foreign])))


def _behaviour(predictor: Predictor) -> dict[str, Any]:
    pairs, swapped = load("contrast"), filled(load("swap"))
    moved = flips(swapped, _stances(predictor, swapped))
    return {"right": pairs_right(pairs, _stances(predictor, pairs)), "moved": float(moved.mean())}


def _stances(predictor: Predictor, table: pd.DataFrame) -> Any:
    return np.array(HEADS["stance"])[predictor.model.probabilities(list(table["text"]))["stance"].argmax(axis=1)]
