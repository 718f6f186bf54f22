"""The folder that a run fills: its manifest, two Parquet files a partition, a summary at the end.

    manifest.json          what the run is made of; a run with anything else is refused
    statements/part-….parquet   the rows that were scored
    refusals/part-….parquet     the others, with reasons
    summary.json           the counts, once they are reconciled

Every file appears whole or not at all, and that of the statements last: where it is, its partition is done.
"""

import json
import os
import platform
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from filelock import FileLock, Timeout

from research.writing import as_json, check_place

_LOCK, _MANIFEST, _SUMMARY = "detente.lock", "manifest.json", "summary.json"
_STATEMENTS, _REFUSALS = "statements", "refusals"
#: How the names of files end that are not yet whole.
UNFINISHED = ".unfinished"


@dataclass(frozen=True)
class Summary:
    """What became of the rows.

    Attributes:
        rows: of the input.
        scored: those that have labels now.
        refused: the others; ``rows == scored + refused``.
        reasons: how many were refused for which reason.
        files: of the input.
        parts: of the output.
    """

    rows: int
    scored: int
    refused: int
    reasons: dict[str, int]
    files: int
    parts: int


class Output:
    """The folder of one run."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.absolute()  # workers may stand elsewhere

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep the folder to this process; make it where there is none.

        Raises:
            FileExistsError: where a file lies there, or a folder with other things.
            ValueError: where another process is filling it.
        """
        check_place(self.folder, _LOCK)
        for name in (_STATEMENTS, _REFUSALS):
            (self.folder / name).mkdir(parents=True, exist_ok=True)
        try:
            with FileLock(self.folder / _LOCK, timeout=0):
                self._tidy()
                yield
                self._tidy()
        except Timeout:
            raise ValueError(f"{self.folder} is being filled by another run") from None

    def _tidy(self) -> None:
        """Remove what processes that were killed have left unfinished."""
        for left in self.folder.rglob(f".*{UNFINISHED}"):
            left.unlink(missing_ok=True)

    def begin(self, identity: dict[str, Any]) -> None:
        """Begin the run, or go on with it.

        Args:
            identity: what the run is made of.

        Raises:
            ValueError: where the folder holds a run that is made of something else.
        """
        path = self.folder / _MANIFEST
        if not path.exists():
            _write(path, lambda file: file.write_text(as_json(identity), encoding="utf-8"))
        begun = json.loads(path.read_text(encoding="utf-8"))
        for name, value in identity.items():
            if begun.get(name) != value:
                raise ValueError(
                    f"{self.folder} holds a run of which the {name} is {_excerpt(begun.get(name))}; "
                    f"expected {_excerpt(value)}; finish that run, or choose another folder"
                )

    def done(self) -> int:
        """Count the partitions that are done."""
        return len(list((self.folder / _STATEMENTS).glob("part-*.parquet")))

    def has(self, number: int) -> bool:
        """Say whether a partition is done."""
        return self._part(_STATEMENTS, number).exists()

    def hand_over(self, number: int, rows: pa.Table) -> None:
        """Lay the rows of a partition down for a worker that sees this folder: far cheaper than to send them."""
        _write(self._rows(number), partial(_write_rows, rows), durable=False)

    def handed_over(self, number: int) -> pa.Table | None:
        """Take the rows up; None where another worker, given up for lost meanwhile, has done the partition."""
        try:
            with pa.OSFile(str(self._rows(number))) as file:
                return pa.ipc.open_file(file).read_all()
        except FileNotFoundError:
            if self.has(number):
                return None
            raise

    def write(self, number: int, statements: pa.Table, refusals: pa.Table) -> None:
        """Write what became of a partition."""
        for name, table in ((_REFUSALS, refusals), (_STATEMENTS, statements)):
            _write(self._part(name, number), partial(pq.write_table, table, compression="zstd"))
        self._rows(number).unlink(missing_ok=True)

    def finish(self, files: int, parts: int, rows: int) -> Summary:
        """Reconcile the counts with the files that were written, and write the summary.

        Raises:
            ValueError: where rows are missing, or there are too many.
        """
        scored, reasons = 0, Counter[str]()
        for number in range(parts):
            scored += pq.read_metadata(self._part(_STATEMENTS, number)).num_rows
            reasons.update(pq.read_table(self._part(_REFUSALS, number), columns=["reason"])["reason"].to_pylist())
        summary = Summary(rows, scored, reasons.total(), dict(sorted(reasons.items())), files, parts)
        if summary.scored + summary.refused != rows:
            raise ValueError(
                f"{rows:,} rows went in, and {scored:,} scored and {summary.refused:,} refused came out: the input or "
                f"{self.folder} was changed meanwhile; score it again into a new folder"
            )
        _write(self.folder / _SUMMARY, lambda file: file.write_text(as_json(asdict(summary)), encoding="utf-8"))
        return summary

    def _part(self, name: str, number: int) -> Path:
        return self.folder / name / f"part-{number:06}.parquet"

    def _rows(self, number: int) -> Path:
        return self.folder / f".rows-{number:06}{UNFINISHED}"


def _excerpt(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)[:200]


def _write_rows(rows: pa.Table, path: Path) -> None:
    with pa.OSFile(str(path), "wb") as file, pa.ipc.new_file(file, rows.schema) as writer:
        writer.write_table(rows)


def _write(path: Path, fill: Callable[[Path], object], *, durable: bool = True) -> None:
    """Write a file under another name, bring it to the disk if it is to outlast the machine, and rename it."""
    # Machine and process are named since one that was given up may still be writing the same part.
    unfinished = path.with_name(f".{path.name}.{platform.node()}.{os.getpid()}{UNFINISHED}")
    fill(unfinished)
    if durable:
        with unfinished.open("rb+") as file:
            os.fsync(file.fileno())
    unfinished.replace(path)
