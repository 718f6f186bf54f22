"""A coder's way through the statements, which a kill interrupts without loss."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

import pandas as pd
from filelock import FileLock, Timeout

from research.coding.answers import QUESTIONS, Answer, check_answer, read_answers, write_answers
from research.coding.drawing import inclusion_probability


class Session:
    """The statements in their order, and the answers to the first of them.

    An answer is on the disk before ``record`` returns.

    Attributes:
        order: all statements, as ``drawing.draw_random`` or ``uncertainty.pick_uncertain`` gives them.
        coder: who codes.
        file: where the answers are kept.
        answers: to the first ``len(answers)`` statements.
        planned: how many are to be coded, those that are coded already among them.
    """

    def __init__(self, order: pd.DataFrame, coder: str, file: Path, limit: int | None = None) -> None:
        self.order, self.coder, self.file = order, coder, file
        self.answers = self._resumed() if file.exists() else []
        self.planned = max(min(limit or len(order), len(order)), len(self.answers))
        self._lock = Lock()

    @property
    def skipped(self) -> int:
        """How many statements were passed over without codes."""
        return sum(not answer["stance"] for answer in self.answers)

    def record(self, position: int, given: Mapping[str, str]) -> None:
        """Keep the answer to a statement.

        Args:
            position: of the statement in the order, from 0; the next one, or an earlier one to correct.
            given: see ``check_answer``.

        Raises:
            ValueError: as ``check_answer``; nothing is kept.
            IndexError: where the statement is beyond the next one.
            OSError: where the disk cannot be written; nothing is kept.
        """
        answer = check_answer(given)
        with self._lock:
            if not 0 <= position <= len(self.answers) or position >= self.planned:
                raise IndexError(f"statement {position}; expected one of the first {len(self.answers) + 1}")
            answers = [*self.answers[:position], answer, *self.answers[position + 1 :]]
            self._write(answers)
            self.answers = answers

    def _write(self, answers: list[Answer]) -> None:
        drawn = self.order.iloc[: len(answers)]
        probability = inclusion_probability(self.order, len(answers))
        write_answers(self.file, drawn.assign(coder=self.coder, probability=probability, **_columns(answers)))

    def _resumed(self) -> list[Answer]:
        found = read_answers(self.file)
        others = sorted(set(found["coder"]) - {self.coder})
        if others:
            raise ValueError(f"{self.file} holds codes of {others[0]!r}, not of {self.coder!r}; choose another file")
        picked = self.order[["id", "pick", "seed", "stratum"]].iloc[: len(found)]
        if found[list(picked)].to_numpy().tolist() != picked.to_numpy().tolist():
            raise ValueError(
                f"{self.file} was begun with other statements, another way to pick or another model; "
                "go on as it was begun, or choose another file"
            )
        return [check_answer({str(name): value for name, value in row.items()}) for row in found.to_dict("records")]


@contextmanager
def begin_session(order: pd.DataFrame, coder: str, file: Path, limit: int | None = None) -> Iterator[Session]:
    """Begin a session, or go on with it, and keep its file to this process.

    Args:
        order: all statements in their order.
        coder: a name.
        file: where the answers are kept.
        limit: how many statements to code; by default all. A later run may raise it.

    Raises:
        ValueError: where the coder has no name or the limit is not positive; where another run is writing the file, or
            it was begun with something else.
    """
    if not coder.isprintable() or not coder.strip():
        raise ValueError(f"coder is {coder!r}; expected a name")
    if limit is not None and limit < 1:
        raise ValueError(f"limit is {limit}; expected at least 1")
    file = file.resolve()
    try:
        with FileLock(file.with_name(f".{file.name}.lock"), timeout=0):
            yield Session(order, coder.strip(), file, limit)
    except Timeout:
        raise ValueError(f"{file} is being written by another run of this command") from None


def default_file(source: Path, coder: str) -> Path:
    """Name the file for the answers: beside the statements, one a coder.

    >>> default_file(Path("speeches.parquet"), "Оля К.").name
    'speeches.codes-Оля-К.csv'
    """
    name = re.sub(r"\W+", "-", coder).strip("-")
    return source.with_name(f"{source.stem}.codes-{name}.csv")


def _columns(answers: list[Answer]) -> dict[str, list[str]]:
    return {name: [answer[name] for answer in answers] for name in (*QUESTIONS, "note")}
