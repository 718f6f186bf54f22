"""What an experiment leaves behind: its numbers, its predictions, and what they depend on."""

import hashlib
import platform
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pandas as pd

from research.writing import as_json

#: Libraries whose version can move a number.
_LIBRARIES = ("numpy", "scipy", "pandas", "scikit-learn", "detente")


@dataclass(frozen=True)
class Results:
    """Everything that a finished experiment knows.

    Attributes:
        title: of the experiment.
        task: the column that was predicted.
        classes: its labels, in the order of the probability columns.
        boards: by corpus, see ``research.evaluation.scoreboard.score``.
        curves: by corpus, macro-F1 by number of training rows.
        predictions: one row for each test row, model and seed.
        notes: what a reader of the numbers must know: corpora left out, classes a corpus lacks.
        provenance: what the numbers depend on, and what varies between runs.
    """

    title: str
    task: str
    classes: tuple[str, ...]
    boards: dict[str, Any]
    curves: dict[str, Any]
    predictions: pd.DataFrame
    notes: tuple[str, ...]
    provenance: dict[str, Any]

    def metrics(self) -> dict[str, Any]:
        """Give the numbers that two runs on the same data must repeat to the last byte."""
        return {
            "title": self.title,
            "task": self.task,
            "classes": self.classes,
            "corpora": self.boards,
            "learning_curves": self.curves,
        }

    def table(self) -> pd.DataFrame:
        """Give the headline: one row for each corpus, language and model, each score with its interval."""
        rows = [
            {"corpus": corpus, "language": language, "model": model, **_headline(board), **self._cost(corpus, model)}
            for corpus, languages in self.boards.items()
            for language, models in languages.items()
            for model, board in models.items()
        ]
        return pd.DataFrame(rows)

    def _cost(self, corpus: str, model: str) -> dict[str, str]:
        """What a model takes on this machine; it varies between runs, so it is provenance and no metric."""
        cost = self.provenance["costs"][corpus][model]
        return {"fit, s": f"{cost['fit_seconds']:.0f}", "statements/s": f"{cost['statements_per_second']:,.0f}"}


_SHOWN = {"macro-F1": "macro_f1", "MCC": "mcc", "log-loss": "log_loss", "Brier": "brier", "ECE": "ece"}


def _headline(board: dict[str, Any]) -> dict[str, Any]:
    row = {"rows": board["rows"], **{name: interval(board["scores"][key]) for name, key in _SHOWN.items()}}
    compared = {"against baseline": "against_baseline", "against the rung below": "against_below"}
    return {**row, **{name: _comparison(board.get(key)) for name, key in compared.items()}}


def _comparison(against: dict[str, float] | None) -> str:
    return f"{interval(against, signed=True)}, p {against['p']:.3f}" if against else "–"


def interval(estimate: dict[str, float], *, signed: bool = False) -> str:
    """Write a score with its interval.

    >>> interval({"value": 0.7312, "low": 0.7, "high": 0.761})
    '0.731 [0.700, 0.761]'
    """
    value = f"{estimate['value']:+.3f}" if signed else f"{estimate['value']:.3f}"
    return f"{value} [{estimate['low']:.3f}, {estimate['high']:.3f}]"


def fingerprint(table: pd.DataFrame) -> str:
    """Give the SHA-256 of a table's content, which tells whether two runs saw the same data."""
    return hashlib.sha256(table.to_csv(index=False).encode()).hexdigest()


def provenance(settings: Any, data: dict[str, str], costs: dict[str, Any]) -> dict[str, Any]:
    """Tell what may differ between two runs.

    Args:
        settings: a dataclass.
        data: by corpus, its fingerprint.
        costs: by corpus and model, ``fit_seconds`` and ``statements_per_second``.
    """
    return {
        "data": data,
        "costs": costs,
        "settings": asdict(settings),
        "versions": {"python": platform.python_version(), **{name: version(name) for name in _LIBRARIES}},
        "machine": platform.platform(),
    }


def write_data(results: Results, folder: Path) -> None:
    """Write ``metrics.json``, ``provenance.json``, ``predictions.csv`` and ``summary.md`` into an existing folder."""
    (folder / "metrics.json").write_text(as_json(results.metrics()), encoding="utf-8")
    (folder / "provenance.json").write_text(as_json(results.provenance), encoding="utf-8")
    columns = [name for name in results.predictions.columns if name not in ("text", "share")]
    results.predictions[columns].to_csv(
        folder / "predictions.csv", index=False, float_format="%.6f", lineterminator="\n"
    )
    (folder / "summary.md").write_text(summary(results), encoding="utf-8")


def summary(results: Results) -> str:
    """Write the headline table as Markdown."""
    table = results.table()
    lines = [" | ".join(table.columns), " | ".join("---" for _ in table.columns)]
    lines += [" | ".join(map(str, row)) for row in table.itertuples(index=False)]
    head = f"# {results.title}\n\nScores with 95 % intervals over documents; differences are in macro-F1.\n"
    return "\n".join([head, *(f"| {line} |" for line in lines), "", *results.notes, ""])
