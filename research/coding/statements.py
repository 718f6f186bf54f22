"""A file to the statements that are to be coded."""

import codecs
import json
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pyarrow as pa

from research.corpora.rows import BrokenFile, decode, parse_rows

_REQUIRED = ("id", "text")


def read_statements(file: Path) -> pd.DataFrame:
    """Read the statements of a file.

    Args:
        file: a table with at least the columns ``id`` and ``text`` as CSV (tabs where the name ends in ``.tsv``), JSON
            Lines or Parquet; or a text file with a statement a line, whose ids are made from its name and the line.

    Returns:
        One row a statement, all columns of the file as strings. Labels are kept; the page does not show them.

    Raises:
        FileNotFoundError: where there is no such file.
        ValueError: where the file's ending is unknown, it is not what its ending says, has no statements, or lacks a
            column; where an id or text is empty, or an id occurs twice.
    """
    if file.suffix.lower() not in _READERS:
        raise ValueError(f"{file} ends in {file.suffix!r}; expected one of {', '.join(_READERS)}")
    table = _READERS[file.suffix.lower()](file)
    _check_columns(table, file)
    try:
        table = table.astype("string")
    except UnicodeEncodeError as error:
        raise ValueError(f"{file}: {error.object[:60]!r} holds half a character (a lone surrogate)") from None
    _check_values(table, file)
    return table


def _csv(file: Path) -> pd.DataFrame:
    delimiter = "\t" if file.suffix.lower() == ".tsv" else ","
    return parse_rows(_text(file), file, _REQUIRED, delimiter=delimiter)


def _jsonl(file: Path) -> pd.DataFrame:
    lines = enumerate(_text(file).split("\n"), start=1)
    records = [_object(content, file, line) for line, content in lines if content.strip()]
    return pd.DataFrame(records, dtype=object)  # numbers stay as they are written, also beside missing ones


def _parquet(file: Path) -> pd.DataFrame:
    try:
        return pd.read_parquet(file)
    except pa.ArrowInvalid as error:
        raise ValueError(f"{file} is no Parquet file: {error}") from None


def _lines(file: Path) -> pd.DataFrame:
    lines = enumerate(_text(file).split("\n"), start=1)
    rows = [(f"{file.stem}-{number}", line.strip()) for number, line in lines if line.strip()]
    return pd.DataFrame(rows, columns=_REQUIRED)


_READERS: dict[str, Callable[[Path], pd.DataFrame]] = {
    ".csv": _csv,
    ".tsv": _csv,
    ".jsonl": _jsonl,
    ".ndjson": _jsonl,
    ".parquet": _parquet,
    ".txt": _lines,
}


def _text(file: Path) -> str:
    # Spreadsheets begin UTF-8 with a byte-order mark.
    return decode(file.read_bytes().removeprefix(codecs.BOM_UTF8), file, crlf=True)


def _object(content: str, file: Path, line: int) -> dict[str, object]:
    try:
        found = json.loads(content)
    except json.JSONDecodeError as error:
        raise BrokenFile(file, line, f"is no JSON: {error.msg}") from None
    if not isinstance(found, dict):
        raise BrokenFile(file, line, f"is {content.strip()[:60]!r}; expected an object")
    if not isinstance(found.get("text", ""), str):
        raise BrokenFile(file, line, f"text is {found['text']!r:.60}; expected a string")
    return found


def _check_columns(table: pd.DataFrame, file: Path) -> None:
    if table.empty:
        raise ValueError(f"{file} has no statements")
    names = list(table.columns)
    if len(set(names)) < len(names):
        raise ValueError(f"{file} names a column twice: {names}")
    missing = [name for name in _REQUIRED if name not in names]
    if missing:
        raise ValueError(f"{file} lacks the columns {missing}; found {names}")


def _check_values(table: pd.DataFrame, file: Path) -> None:
    for name in _REQUIRED:
        empty = (table[name].isna() | (table[name].str.strip() == "")).to_numpy(bool)
        if empty.any():
            raise ValueError(f"{file}, statement {empty.argmax() + 1}: {name} is empty; expected a value")
    twice = table.loc[table["id"].duplicated(), "id"]
    if len(twice):
        raise ValueError(f"{file}: the id {twice.iloc[0]!r} occurs twice; expected once")
    broken = table.loc[table["id"].str.contains(r"[\x00-\x1f]"), "id"]
    if len(broken):
        raise ValueError(f"{file}: the id {broken.iloc[0]!r} holds a control character")
