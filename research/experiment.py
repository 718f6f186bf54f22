"""An experiment: a TOML file that crosses corpora and models, and what comes of it.

Read top to bottom, this file is the methods section: which corpora, how they are split, which models are fitted, what
is scored. A variant of an experiment is another file.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import MISSING, dataclass, fields, is_dataclass
from pathlib import Path
from typing import Any, NamedTuple, cast, get_args, get_origin, get_type_hints

import numpy as np
import pandas as pd
from sklearn.base import ClassifierMixin
from tqdm import tqdm

from research.corpora import CORPORA, CorpusNotFetched, load, names
from research.evaluation.scoreboard import probability_columns, score
from research.evaluation.splits import SPLITS, Split
from research.labels import Sentiment, Stance
from research.models import BUILDERS, build
from research.results import Results, fingerprint, provenance

#: What can be predicted, and its classes in the order of the probability columns.
TASKS: dict[str, tuple[str, ...]] = {"stance": tuple(map(str, Stance)), "sentiment": tuple(map(str, Sentiment))}


@dataclass(frozen=True)
class Evaluation:
    """One corpus and how it is split.

    Attributes:
        corpus: name of a corpus.
        split: ``grouped`` (cross-validation by document) or ``published`` (the corpus's own train and test).
        folds: of a grouped split.
        optional: leave the corpus out, and say so, where it has not been fetched.
    """

    corpus: str
    split: str
    folds: int = 5
    optional: bool = False

    def __post_init__(self) -> None:
        _accept("corpus", self.corpus, names())
        _accept("split", self.split, SPLITS)
        if CORPORA[self.corpus].card.use == "behaviour":
            raise ValueError(f"corpus is {self.corpus!r}, which tests behaviour and is never trained on")


@dataclass(frozen=True)
class Experiment:
    """What an experiment's file says.

    Attributes:
        title: one line for the head of the report.
        models: names of models, from the lowest rung up.
        baseline: the model that the others are compared with.
        evaluations: the corpora and their splits.
        task: ``stance`` or ``sentiment``.
        seeds: each repeats all fits and shuffles.
        resamples: bootstrap replicates.
        learning_curve: shares of the training documents on which the last model is fitted as well.
    """

    title: str
    models: tuple[str, ...]
    baseline: str
    evaluations: tuple[Evaluation, ...]
    task: str = "stance"
    seeds: tuple[int, ...] = (0,)
    resamples: int = 1000
    learning_curve: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        corpora = tuple(evaluation.corpus for evaluation in self.evaluations)
        for key, values in (("models", self.models), ("seeds", self.seeds), ("evaluations", corpora)):
            if not values or len(set(values)) < len(values):
                raise ValueError(f"{key} holds {list(values)}; expected at least one, each once")
        if min(self.seeds) < 0:
            raise ValueError(f"seeds holds {min(self.seeds)}; expected whole numbers from 0")
        for model in self.models:
            _accept("models", model, BUILDERS)
        _accept("baseline", self.baseline, self.models)
        _accept("task", self.task, TASKS)
        for share in self.learning_curve:
            if not 0 < share <= 1:
                raise ValueError(f"learning_curve holds {share}; expected shares above 0 and up to 1")
        if self.resamples < 100:
            raise ValueError(f"resamples is {self.resamples}; an interval needs at least 100")


class _Job(NamedTuple):
    """One fit: a model on some of the training rows of one split."""

    model: str
    seed: int
    share: float
    split: Split


def read(path: Path) -> Experiment:
    """Read an experiment.

    Args:
        path: a TOML file with the keys of ``Experiment``; each ``[[evaluations]]`` has those of ``Evaluation``.

    Raises:
        ValueError: where the file is no TOML, a key is unknown or missing, or a value has the wrong type or names
            something that does not exist; the message names the file, the key and what is accepted.
    """
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
        return cast("Experiment", _parse(Experiment, content))
    except (ValueError, tomllib.TOMLDecodeError) as error:
        raise ValueError(f"{path}: {error}") from error


def run(experiment: Experiment) -> Results:
    """Fit and score every model on every evaluation.

    Raises:
        CorpusNotFetched: where a corpus that is not optional is not on this machine.
    """
    classes = TASKS[experiment.task]
    boards, curves, states, tables, notes = {}, {}, {}, [], []
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
        tables.append(whole.assign(corpus=evaluation.corpus))
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
        provenance=provenance(experiment, states),
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
    model = build(job.model, job.seed).fit(list(train["text"]), train[task].to_numpy(str))
    classes = TASKS[task]
    probability = _in_order(model, list(test["text"]), classes)
    found = test[["id", "document", "language", "text"]].reset_index(drop=True)
    found = found.assign(share=job.share, model=job.model, seed=job.seed, training_rows=len(train))
    found["gold"] = test[task].to_numpy(str)
    found["predicted"] = np.asarray(classes)[probability.argmax(axis=1)]
    found[probability_columns(classes)] = probability
    return found


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


def _parse(kind: type[Any], content: Any) -> Any:
    """Make a dataclass of a TOML table, refusing what it does not know."""
    if not isinstance(content, dict):
        raise ValueError(f"expected a table, got {content!r}")
    known = {field.name: field for field in fields(kind)}
    unknown = sorted(set(content) - set(known))
    if unknown:
        raise ValueError(f"unknown key {unknown[0]!r}; the keys are {', '.join(known)}")
    missing = [name for name, field in known.items() if field.default is MISSING and name not in content]
    if missing:
        raise ValueError(f"missing key {missing[0]!r}")
    types = get_type_hints(kind)
    return kind(**{key: _value(key, types[key], value) for key, value in content.items()})


def _value(key: str, kind: Any, value: Any) -> Any:
    if get_origin(kind) is tuple:
        if not isinstance(value, list):
            raise ValueError(f"{key} is {value!r}; expected a list")
        return tuple(_value(key, get_args(kind)[0], item) for item in value)
    if isinstance(kind, type) and is_dataclass(kind):
        return _parse(kind, value)
    accepted = (int, float) if kind is float else kind
    if not isinstance(value, accepted) or (isinstance(value, bool) and kind is not bool):
        raise ValueError(f"{key} is {value!r}; expected {kind.__name__}")
    return kind(value)


def _accept(key: str, value: str, accepted: Any) -> None:
    if value not in accepted:
        raise ValueError(f"{key} is {value!r}; expected one of {', '.join(accepted)}")
