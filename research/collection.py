"""Many articles at once: files in, one table of their statements out, article by article, in bounded memory."""

import glob
import json
import os
from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyarrow.csv import CSVWriter
from pyarrow.parquet import ParquetWriter
from tqdm import tqdm

from research.inputs import languages_of
from research.labelling import SUMMARY
from research.predictor import Predictor
from research.reading import read_file
from research.reading.reader import COLUMNS
from research.writing import replacing

#: What the name of an article ends in.
ENDINGS = (".txt", ".md", ".html", ".htm")
_TYPES = {
    **dict.fromkeys(("start", "end", "level", "intensity"), pa.int64()),
    **dict.fromkeys(("stance_probability", "sentiment_probability"), pa.float64()),
    "declined": pa.bool_(),
}
#: A row a statement: its article, then what ``Predictor.read`` tells.
SCHEMA = pa.schema([(name, _TYPES.get(name, pa.string())) for name in ("document", *COLUMNS, *SUMMARY)])
_Row = dict[Hashable, Any]
#: So many statements are held before they are written.
_ROWS = 5_000


@dataclass
class Summary:
    """What became of the files.

    Attributes:
        files: those found; each was read or skipped.
        statements: found in those that were read.
        skipped: the others, each its document and the reason.
    """

    files: int
    statements: int = 0
    skipped: list[tuple[str, str]] = field(default_factory=list)

    @property
    def read(self) -> int:
        """How many files were read, those without a statement among them."""
        return self.files - len(self.skipped)


def read_collection(
    pattern: str, out: Path, predictor: Predictor, language: str | None = None, *, progress: bool = False
) -> Summary:
    """Read articles into one table of their statements.

    Args:
        pattern: a folder (all files in it, at any depth, whose name does not begin with a dot), a glob such as
            ``"2024/**/*.html"``, or one file.
        out: the table, which ends in .parquet, .csv or .jsonl. It appears when all is read, or not at all.
        predictor: what labels the statements.
        language: of all articles, where it is known.
        progress: whether to show it, if there is a terminal.

    Returns:
        What became of the files. The rows have the columns of ``SCHEMA``, ``document`` being the path below the folder
        that all files share, and stand in the order of the paths and of the text.

    Raises:
        FileNotFoundError: where there is no such file.
        ValueError: where the table is of an unknown kind, or the language is none of ours.
        OSError: where the table cannot be written.
    """
    if out.suffix not in (".parquet", ".csv", ".jsonl"):
        raise ValueError(f"{out} ends in {out.suffix!r}; expected .parquet, .csv or .jsonl")
    languages_of([], language)  # refuses an unknown one before the first file
    paths = _paths(pattern)
    if not paths:
        raise FileNotFoundError(f"{pattern} is no file, folder or glob with files in it")
    summary = Summary(len(paths))
    documents = tqdm(_named(paths), unit=" articles", disable=None if progress else True)
    with replacing(out) as unfinished, _writing(unfinished, out.suffix) as write:
        rows = _rows(documents, predictor, language, summary)
        while part := list(islice(rows, _ROWS)):
            write(part)
            summary.statements += len(part)
    return summary


@contextmanager
def _writing(path: Path, ending: str) -> Iterator[Callable[[list[_Row]], object]]:
    """Begin a table; give what adds rows to it."""
    if ending == ".jsonl":
        with path.open("w", encoding="utf-8", newline="\n") as file:
            yield lambda rows: file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    else:
        with (CSVWriter if ending == ".csv" else ParquetWriter)(path, SCHEMA) as writer:
            yield lambda rows: writer.write_table(pa.Table.from_pylist(rows, SCHEMA))


def _paths(pattern: str) -> list[Path]:
    folder = Path(pattern)
    if folder.is_file():
        return [folder.absolute()]
    if folder.is_dir():
        found = [path for path in folder.rglob("*") if not _is_hidden(path.relative_to(folder))]
    else:
        found = [Path(match) for match in glob.glob(pattern, recursive=True)]  # noqa: PTH207 (takes absolute patterns)
    return sorted(path.absolute() for path in found if path.is_file())


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _named(paths: list[Path]) -> list[tuple[str, Path]]:
    """Add the paths below the folder that all share; a name that is no text gets a question mark."""
    root = os.path.commonpath([path.parent for path in paths])
    return [(path.relative_to(root).as_posix().encode(errors="replace").decode(), path) for path in paths]


def _rows(
    documents: Iterable[tuple[str, Path]], predictor: Predictor, language: str | None, summary: Summary
) -> Iterator[_Row]:
    """Read file after file; note in the summary what cannot be read."""
    for document, path in documents:
        try:
            frame = predictor.read(_text(path), language)
        except (OSError, ValueError) as error:
            summary.skipped.append((document, str(error)))
        else:
            yield from ({"document": document, **row} for row in frame.to_dict("records"))


def _text(path: Path) -> str:
    if path.suffix.lower() not in ENDINGS:
        raise ValueError(f"ends in {path.suffix!r}; expected one of {', '.join(ENDINGS)}")
    return read_file(path)
