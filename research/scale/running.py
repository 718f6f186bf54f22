"""A run from beginning to end: find the files, look them through, read, have scored, write, reconcile."""

import time
from collections import deque
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa
from tqdm import tqdm

from research.labels import LANGUAGES
from research.scale.columns import Survey, kept_name, survey
from research.scale.files import Source, find
from research.scale.output import Output, Summary
from research.scale.partitions import partitions
from research.scale.scoring import model_checksum, score_into, score_partition
from research.scale.workers import Local, Result, Team, Workers, WorkersLost

# Losses in a row without a part between them, after which a run gives up.
_LOSSES = 3
# Partitions read ahead for each worker, so that none waits for the reader.
_AHEAD = 2


class _Task(NamedTuple):
    """A partition that is being scored: what comes back are its tables, or nothing where they are written already."""

    number: int
    rows: int
    future: Result


@dataclass(frozen=True)
class Settings:
    """What decides the result, beside input and model.

    Attributes:
        text_column: the column with the text; that of plain text files is made under this name.
        language: of all statements, where it is known; detected otherwise.
        part_rows: rows in a part of the output, scored or refused.
    """

    text_column: str = "text"
    language: str | None = None
    part_rows: int = 10_000

    def __post_init__(self) -> None:
        if self.language not in (None, *LANGUAGES):
            raise ValueError(f"language is {self.language!r}; expected one of {', '.join(LANGUAGES)}")
        if self.part_rows < 1:
            raise ValueError(f"part_rows is {self.part_rows}; expected at least 1")


class _Run(NamedTuple):
    """All that the steps of a run share."""

    kind: str
    sources: list[Source]
    survey: Survey
    settings: Settings
    model: str
    output: Output


def score(
    source: str,
    out: Path,
    settings: Settings | None = None,
    workers: Workers | None = None,
    progress: bool = False,
) -> Summary:
    """Score the statements of files, and write them with their labels.

    Memory does not grow with the input. Started again with the same arguments, a run goes on after the last part that
    was written; the workers may be others, for the result does not depend on them.

    Args:
        source: a file, folder or glob of text, CSV, JSON Lines or Parquet, see ``files.find``.
        out: the folder to fill, see ``output``.
        settings: see ``Settings``.
        workers: who scores; by default the processors of this machine.
        progress: whether to show a progress bar where standard error is a terminal.

    Returns:
        The counts. Every row of the input is in the output once, among the statements or the refusals.

    Raises:
        FileNotFoundError: where there is nothing to score.
        FileExistsError: where ``out`` holds something else.
        ValueError: where a file is not what its ending says, lacks the column with the text or was changed meanwhile;
            where ``out`` was begun with other input, settings or model; where a worker has another model.
        ImportError: where workers of a Dask cluster are asked for and dask is not installed.
        ConnectionError: where no cluster answers within a minute.
        WorkersLost: where the workers were lost three times without finishing a part.
        OSError: where the disk is full or cannot be read or written.
    """
    settings = settings or Settings()
    _check_apart(source, out)
    kind, sources = find(source)
    output = Output(out)
    with output.locked():
        run = _begin(kind, sources, settings, output)
        with tqdm(total=run.survey.rows, unit=" rows", disable=None if progress else True) as bar:
            parts, rows = _fill(run, workers or Local(), bar)
        return output.finish(len(sources), parts, rows)


def _check_apart(source: str, out: Path) -> None:
    if out.absolute().is_relative_to(Path(source).absolute()):
        raise ValueError(f"{out} lies in {source}, whose files are scored; choose a folder outside")


def _begin(kind: str, sources: list[Source], settings: Settings, output: Output) -> _Run:
    model = model_checksum()
    identity = {
        "input": [source.identity() for source in sources],
        "settings": asdict(settings),
        "model": model,
        "version": version("detente"),
    }
    found = survey(kind, sources, settings.text_column)
    output.begin(identity)  # after the survey, so that a mistyped column does not claim the folder
    return _Run(kind, sources, found, settings, model, output)


def _fill(run: _Run, workers: Workers, bar: "tqdm[Any]") -> tuple[int, int]:
    """Write every part that is not there yet, and count parts and rows; lost workers are asked for again."""
    losses = 0
    while True:
        done = run.output.done()
        bar.reset()
        try:
            return _fill_with(run, workers, bar)
        except WorkersLost as error:
            losses = losses + 1 if run.output.done() == done else 1
            if losses == _LOSSES:
                raise WorkersLost(f"{error}; what is done is kept: run the same command to go on") from None
            time.sleep(losses)  # a cluster that starts again may lose its workers once more meanwhile


def _fill_with(run: _Run, workers: Workers, bar: "tqdm[Any]") -> tuple[int, int]:
    settings, parts, rows = run.settings, 0, 0
    waiting: deque[_Task] = deque()
    with workers.start(run.output.folder) as team:
        for table in partitions(run.kind, run.sources, run.survey.schema, settings.text_column, settings.part_rows):
            number, parts, rows = parts, parts + 1, rows + table.num_rows
            if run.output.has(number):
                bar.update(table.num_rows)
                continue
            if len(waiting) == _AHEAD * team.width:
                _finish(run, waiting.popleft(), bar)
            waiting.append(_Task(number, table.num_rows, _submit(run, team, number, table)))
        for task in waiting:
            _finish(run, task, bar)
    bar.total = rows
    return parts, rows


def _submit(run: _Run, team: Team, number: int, table: pa.Table) -> Result:
    given = kept_name(run.settings.text_column), run.settings.language, run.model
    # Through the disk rows need not be sent, and no result comes back through a pipe, which can block for ever when a
    # process is killed while it sends one.
    if team.share_disk:
        run.output.hand_over(number, table)
        return team.submit(score_into, run.output, number, *given)
    return team.submit(score_partition, table, *given)


def _finish(run: _Run, task: _Task, bar: "tqdm[Any]") -> None:
    found = task.future.result()
    if found is not None:
        run.output.write(task.number, *found)
    bar.update(task.rows)
