"""What a worker does: a partition in, its statements with their labels and its refusals out.

The predictor and pandas are imported where they are used, for the process that reads has no need of them.
"""

import re
import warnings
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa

from research.paths import data_path
from research.scale.columns import ORIGIN, PREDICTED, REFUSAL
from research.scale.output import Output
from research.writing import sha256

if TYPE_CHECKING:
    import pandas as pd

    from research.predictor import Predictor

# What is held in memory at once while predicting.
_BATCH_ROWS, _BATCH_CHARACTERS = 5_000, 1_000_000
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")


def model_checksum() -> str:
    """Give the SHA-256 of the configuration of the model that ships, which holds those of all its files."""
    return sha256(data_path("model", "config.json"))


def score_partition(table: pa.Table, text_column: str, language: str | None, model: str) -> tuple[pa.Table, pa.Table]:
    """Score the rows of a partition.

    Args:
        table: as ``columns.table_of`` makes it.
        text_column: its column with the text.
        language: of all statements, where it is known; detected otherwise.
        model: the checksum that the worker's model must have.

    Returns:
        The rows that were scored, with the columns of ``PREDICTED`` behind their own, probabilities to six decimals;
        and the others, with the columns of ``ORIGIN`` and ``REFUSAL``. Both in the order of the partition.

    Raises:
        ValueError: where the worker has another model.
    """
    texts = _texts(table[text_column])
    faults = [
        (reason, detail) if reason else fault(text)
        for reason, detail, text in zip(table["reason"].to_pylist(), table["detail"].to_pylist(), texts, strict=True)
    ]
    sound = [row for row, (reason, _) in enumerate(faults) if reason is None]
    frame = _labelled([str(texts[row]) for row in sound], language, _predictor(model))
    for position in np.flatnonzero(frame["language"].isna()):
        row = sound[position]
        faults[row] = ("unsupported language", f"none of Ukrainian, Russian and English: {texts[row]!r:.60}")
    kept = frame["language"].notna().to_numpy(bool)
    if len(sound) < len(table) or not kept.all():
        return _statements(table.take(np.asarray(sound, np.int64)[kept]), frame[kept]), _refusals(table, faults)
    return _statements(table, frame), _refusals(table, faults)


def score_into(output: Output, number: int, *given: Any) -> None:
    """Score the rows laid down in a folder, and write what became of them; the rest is as in ``score_partition``."""
    rows = output.handed_over(number)
    if rows is not None:
        output.write(number, *score_partition(rows, *given))


def fault(text: str | None) -> tuple[str | None, str | None]:
    """Say why a text cannot be scored, as a reason and a detail; both are None where it can.

    >>> fault("– 15 %")
    ('no letters', "'– 15 %'")
    """
    if text is None or not text.strip():
        return "empty", "no text in this row"
    if len(text) > _longest():
        return "too long", f"{len(text):,} characters; a statement has at most {_longest():,}"
    if not text.isprintable() and _HALF_CHARACTER.search(text):
        return "bad encoding", "not UTF-8"
    if not any(map(str.isalpha, text)):
        return "no letters", f"{text!r:.60}"
    return None, None


@cache
def _longest() -> int:
    from research.features.texts import LONGEST

    return LONGEST


@cache
def _predictor(model: str) -> "Predictor":
    from research.predictor import load_predictor

    if model_checksum() != model:
        raise ValueError(f"a worker has the model {model_checksum()}; expected {model}: install one version everywhere")
    return load_predictor()


def _texts(column: pa.ChunkedArray) -> list[str | None]:
    """Strings of a column; bytes that are not UTF-8, which Parquet may hold, become surrogates."""
    try:
        found: list[str | None] = column.to_pylist()
    except UnicodeDecodeError:
        plain = column.cast(pa.large_string()).cast(pa.large_binary()).to_pylist()
        found = [None if value is None else value.decode("utf-8", "surrogateescape") for value in plain]
    return found


def _labelled(texts: Sequence[str], language: str | None, predictor: "Predictor") -> "pd.DataFrame":
    import pandas as pd

    frames = []
    for batch in _batches(texts):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of unsupported languages, which become refusals
            frames.append(predictor.predict_frame(batch, language)[list(PREDICTED)])
    return pd.concat(frames, ignore_index=True) if frames else pd.DataFrame(columns=list(PREDICTED))


def _batches(texts: Sequence[str]) -> Iterator[Sequence[str]]:
    start = characters = 0
    for end, text in enumerate(texts):
        if end > start and (end - start == _BATCH_ROWS or characters + len(text) > _BATCH_CHARACTERS):
            yield texts[start:end]
            start, characters = end, 0
        characters += len(text)
    if start < len(texts):
        yield texts[start:]


def _statements(rows: pa.Table, labels: "pd.DataFrame") -> pa.Table:
    rows = rows.drop_columns(list(REFUSAL))
    for name, kind in PREDICTED.items():
        values = labels[name].astype(float).round(6) if kind == pa.float64() else labels[name]
        rows = rows.append_column(name, pa.array(values, kind, from_pandas=True))
    return rows.combine_chunks()


def _refusals(table: pa.Table, faults: Sequence[tuple[str | None, str | None]]) -> pa.Table:
    refused = [row for row, (reason, _) in enumerate(faults) if reason is not None]
    found = table.select(list(ORIGIN)).take(pa.array(refused, pa.int64()))
    for place, (name, kind) in enumerate(REFUSAL.items()):
        found = found.append_column(name, pa.array([faults[row][place] for row in refused], kind))
    return found.combine_chunks()
