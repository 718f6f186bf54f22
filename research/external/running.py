"""Fit models on the published benchmarks and score them, each with its interval and a paired test."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from scipy.special import softmax

from research.evaluation.metrics import Array, row_counts, scores
from research.evaluation.uncertainty import Estimate, difference_of, estimate_of, replicates
from research.external.benchmarks import Benchmark
from research.models import build

_RESAMPLES = 1000
#: A fit on some rows: texts and labels to train on, texts to predict, classes in the order of the columns.
Fit = Callable[[list[str], list[str], list[str], tuple[str, ...]], Array]


def ngrams(texts: list[str], gold: list[str], test: list[str], classes: tuple[str, ...]) -> Array:
    """Fit word and character n-grams and predict."""
    model = build("ngrams").fit(texts, np.array(gold))
    probability = np.zeros((len(test), len(classes)))
    probability[:, [classes.index(name) for name in model.classes_]] = model.predict_proba(test)
    return probability


def encoder(folder: str | Path, epochs: int, seeds: int = 1) -> Fit:
    """Make a fit that fine-tunes an encoder, a bare one or a teacher that has read our labels, once for each seed.

    The probabilities of the seeds are averaged.
    """
    from research.models.finetuning import Lesson, Recipe, go_on, start

    def fit(texts: list[str], gold: list[str], test: list[str], classes: tuple[str, ...]) -> Array:
        targets = np.array([classes.index(name) for name in gold])
        share = np.bincount(targets, minlength=len(classes))
        weights = np.sqrt(len(targets) / (len(classes) * share[targets]))
        lesson = Lesson(texts, [""] * len(texts), {"gold": targets}, {"gold": weights})
        recipe = Recipe(epochs=epochs, batch=16)
        models = (go_on(start(folder, {"gold": classes}, seed), lesson, recipe, seed) for seed in range(seeds))
        return _mean([softmax(model.logits(test, [""] * len(test))["gold"], axis=1) for model in models])

    return fit


def predict(benchmark: Benchmark, rows: pd.DataFrame, fit: Fit) -> pd.DataFrame:
    """Predict the test rows of every split of a benchmark.

    Returns:
        One row a test row: ``row`` (its place), ``document``, ``gold``, and the probability of each class.
    """
    parts = []
    for split in benchmark.split(rows):
        train, test = rows.iloc[split.train], rows.iloc[split.test]
        probability = fit(list(train["shown"]), list(train["gold"]), list(test["shown"]), benchmark.classes)
        found = pd.DataFrame(probability, columns=list(benchmark.classes))
        parts.append(found.assign(row=split.test, document=test["document"].to_numpy(), truth=test["gold"].to_numpy()))
    return pd.concat(parts, ignore_index=True)


def board(benchmark: Benchmark, predictions: dict[str, pd.DataFrame]) -> list[dict[str, Any]]:
    """Score the models of a benchmark, each against all before it, on the same resamples of documents."""
    lines: list[dict[str, Any]] = []
    before: dict[str, Array] = {}
    for name, found in predictions.items():
        counts = row_counts(list(found["truth"]), found[list(benchmark.classes)].to_numpy(float), benchmark.classes)
        drawn = _averaged(replicates(counts, list(found["document"]), _RESAMPLES, 0), benchmark)
        value: Estimate = estimate_of(drawn)
        gains = {other: difference_of(drawn, below)._asdict() for other, below in before.items()}
        lines.append(
            {"benchmark": benchmark.name, "model": name, "rows": len(found), **value._asdict(), "gains": gains}
        )
        before[name] = drawn
    return lines


def published(benchmark: Benchmark, rows: pd.DataFrame) -> pd.DataFrame:
    """Give the published predictions of another system in the form of ``predict``."""
    places = np.concatenate([split.test for split in benchmark.split(rows)])
    test = rows.iloc[places]
    certain = np.array([[float(name == guess) for name in benchmark.classes] for guess in test["published"]])
    found = pd.DataFrame(certain, columns=list(benchmark.classes))
    return found.assign(row=places, document=test["document"].to_numpy(), truth=test["gold"].to_numpy())


def _averaged(sums: Array, benchmark: Benchmark) -> Array:
    found = scores(sums, benchmark.classes)
    averaged: Sequence[Array] = [found[f"f1_{name}"] for name in benchmark.averaged]
    return _mean(averaged)


def _mean(arrays: Sequence[Array]) -> Array:
    mean: Array = np.mean(arrays, axis=0)
    return mean
