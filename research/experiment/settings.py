"""What an experiment's file says, and what it may say."""

import tomllib
from dataclasses import MISSING, dataclass, fields, is_dataclass
from pathlib import Path
from typing import Any, cast, get_args, get_origin, get_type_hints

from research.corpora import CORPORA, names
from research.evaluation.splits import SPLITS
from research.labels import Sentiment, Stance
from research.models import BUILDERS

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
        trained: saved predictors to score beside them, fitted before on the training part and more: ``shipped``,
            ``encoder``, or a folder; with a plus between them, the mean of their probabilities. Above all ``models`` in
            the ladder, and only on published splits.
    """

    title: str
    models: tuple[str, ...]
    baseline: str
    evaluations: tuple[Evaluation, ...]
    task: str = "stance"
    seeds: tuple[int, ...] = (0,)
    resamples: int = 1000
    learning_curve: tuple[float, ...] = ()
    trained: tuple[str, ...] = ()

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
        self._check_trained()

    def _check_trained(self) -> None:
        grouped = [evaluation.corpus for evaluation in self.evaluations if evaluation.split != "published"]
        if self.trained and grouped:
            raise ValueError(f"trained models cannot be scored on {grouped[0]!r}: they may have learnt from its rows")


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
