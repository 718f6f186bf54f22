"""Fit every model on every split, predict, score."""

from collections.abc import Iterator
from time import perf_counter
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from sklearn.base import ClassifierMixin
from tqdm import tqdm

from research.corpora import CorpusNotFetched, load
from research.evaluation.scoreboard import probability_columns, score
from research.evaluation.splits import SPLITS, Split
from research.experiment.settings import TASKS, Evaluation, Experiment
from research.models import build
from research.predictor import load_predictor
from research.results import Results, fingerprint, provenance

#: What varies from run to run and therefore is no prediction.
_SECONDS = ["fit_seconds", "predict_seconds"]


class _Job(NamedTuple):
    """One fit: a model on some of the training rows of one split."""

    model: str
    seed: int
    share: float
    split: Split


def run(experiment: Experiment) -> Results:
    """Fit and score every model on every evaluation.

    Raises:
        CorpusNotFetched: where a corpus that is not optional is not on this machine.
    """
    classes = TASKS[experiment.task]
    boards, curves, states, costs, tables, notes = {}, {}, {}, {}, [], []
    for evaluation in experiment.evaluations:
        try:
            table = load(evaluation.corpus)
        except CorpusNotFetched as error:
            if not evaluation.optional:
                raise
            notes.append(f"Left out: {evaluation.corpus}: {error}")
            continue
        labelled = table[table[experiment.task].notna()]
        notes += _absent(evaluation.corpus, labelled, experiment.task)
        predictions = predict(experiment, evaluation, labelled)
        if predictions.attrs["dropped"]:
            notes.append(_dropped(evaluation.corpus, predictions.attrs["dropped"]))
        states[evaluation.corpus] = fingerprint(labelled[["id", "text", experiment.task]])
        whole = predictions[predictions["share"] == 1.0]
        boards[evaluation.corpus] = score(whole, classes, experiment.baseline, experiment.resamples, seed=0)
        curves[evaluation.corpus] = _curve(experiment, predictions)
        costs[evaluation.corpus] = _costs(whole)
        tables.append(whole.drop(columns=_SECONDS).assign(corpus=evaluation.corpus))
    if not tables:
        raise ValueError("every corpus was left out: " + " ".join(notes))
    return Results(
        title=experiment.title,
        task=experiment.task,
        classes=classes,
        boards=boards,
        curves=curves,
        predictions=pd.concat(tables, ignore_index=True),
        notes=tuple(notes),
        provenance=provenance(experiment, states, costs),
    )


def predict(experiment: Experiment, evaluation: Evaluation, table: pd.DataFrame) -> pd.DataFrame:
    """Fit every model on every split and predict its test rows.

    Returns:
        One row for each (share, model, seed, test row): id, document, language, gold, predicted, ``p_*``;
        ``attrs["dropped"]`` counts the training rows that the guard against duplicates dropped, over all splits.
    """
    table = table.reset_index(drop=True)
    try:
        jobs = list(_jobs(experiment, evaluation, table))
    except ValueError as error:
        raise ValueError(f"{evaluation.corpus}: {error}") from error
    parts = [_fit_and_predict(job, table, experiment.task) for job in tqdm(jobs, evaluation.corpus, disable=None)]
    parts += [_predict_trained(name, job, table, experiment.task) for name in experiment.trained for job in jobs[:1]]
    predictions = pd.concat(parts, ignore_index=True)
    whole = {id(job.split): job.split.dropped for job in jobs if job.share == 1}
    predictions.attrs["dropped"] = sum(whole.values())
    return predictions


def _dropped(corpus: str, rows: int) -> str:
    return f"{corpus}: {rows} training rows, over all splits, stood (even nearly) in the test part and were left out"


def _absent(corpus: str, labelled: pd.DataFrame, task: str) -> list[str]:
    """Say which classes a corpus lacks, such as PLOVER the neutral one: a macro-F1 over all counts these as 0."""
    absent = sorted(set(TASKS[task]) - set(labelled[task]))
    return [f"{corpus} has no row that is {name}; its macro-F1 counts that class as 0" for name in absent]


def _jobs(experiment: Experiment, evaluation: Evaluation, table: pd.DataFrame) -> Iterator[_Job]:
    for seed in experiment.seeds:
        for split in SPLITS[evaluation.split](table, experiment.task, evaluation.folds, seed):
            for model in experiment.models:
                yield _Job(model, seed, 1.0, split)
            for share in experiment.learning_curve:
                if share < 1:
                    yield _Job(experiment.models[-1], seed, share, _part(table, split, share, seed))


def _part(table: pd.DataFrame, split: Split, share: float, seed: int) -> Split:
    """Keep a share of the training documents."""
    documents = table["document"].to_numpy()[split.train]
    order = np.random.default_rng(seed).permutation(np.unique(documents))
    kept = order[: max(1, round(share * len(order)))]
    return Split(split.train[np.isin(documents, kept)], split.test)


def _fit_and_predict(job: _Job, table: pd.DataFrame, task: str) -> pd.DataFrame:
    train, test = table.iloc[job.split.train], table.iloc[job.split.test]
    start = perf_counter()
    model = build(job.model, job.seed).fit(list(train["text"]), train[task].to_numpy(str))
    fitted = perf_counter()
    probability = _in_order(model, list(test["text"]), TASKS[task])
    found = _predictions(test, probability, task).assign(share=job.share, model=job.model, seed=job.seed)
    seconds = {"fit_seconds": fitted - start, "predict_seconds": perf_counter() - fitted}
    return found.assign(training_rows=len(train), **seconds)


def _predict_trained(name: str, job: _Job, table: pd.DataFrame, task: str) -> pd.DataFrame:
    test = table.iloc[job.split.test]
    members = [load_predictor(None if member == "shipped" else member).model for member in name.split("+")]
    start = perf_counter()
    shown = list(test["text"]), list(test["context"].fillna(""))
    probability = np.mean([member.probabilities(*shown)[task] for member in members], axis=0)
    found = _predictions(test, probability, task).assign(share=1.0, model=name, seed=job.seed, training_rows=0)
    return found.assign(fit_seconds=0.0, predict_seconds=perf_counter() - start)


def _predictions(test: pd.DataFrame, probability: np.ndarray[Any, Any], task: str) -> pd.DataFrame:
    found = test[["id", "document", "language", "text"]].reset_index(drop=True)
    found["gold"] = test[task].to_numpy(str)
    found["predicted"] = np.asarray(TASKS[task])[probability.argmax(axis=1)]
    found[probability_columns(TASKS[task])] = probability
    return found


def _costs(predictions: pd.DataFrame) -> dict[str, dict[str, float]]:
    """Seconds of a fit, and statements predicted a second, of each model, means over its splits."""
    fits = predictions.groupby(["model", "seed", *_SECONDS], sort=False).size().reset_index(name="n")
    return {
        str(model): {
            "fit_seconds": float(rows["fit_seconds"].mean()),
            "statements_per_second": float(rows["n"].sum() / rows["predict_seconds"].sum()),
        }
        for model, rows in fits.groupby("model", sort=False)
    }


def _in_order(
    model: ClassifierMixin, texts: list[str], classes: tuple[str, ...]
) -> np.ndarray[Any, np.dtype[np.float64]]:
    """Probabilities in the order of the labels; a class that training lacked has none."""
    probability = np.zeros((len(texts), len(classes)))
    probability[:, [classes.index(name) for name in model.classes_]] = model.predict_proba(texts)
    return probability


def _curve(experiment: Experiment, predictions: pd.DataFrame) -> list[dict[str, float]]:
    """Macro-F1 of the last model by number of training rows."""
    model, points = experiment.models[-1], []
    if experiment.learning_curve:
        for _, rows in predictions[predictions["model"] == model].groupby("share"):
            board = score(rows, TASKS[experiment.task], model, experiment.resamples, seed=0)
            points.append(
                {"training_rows": float(rows["training_rows"].mean()), **board["all"][model]["scores"]["macro_f1"]}
            )
    return points
