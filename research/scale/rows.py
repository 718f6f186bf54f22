"""Lines of text files to rows: plain text, CSV and JSON Lines. What cannot be read is a row too, one with a reason.

Files are UTF-8, with or without a byte order mark; lines end in LF or CR LF.
"""

import csv
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple, TextIO, TypeVar

#: A longer line is passed over without being held in memory.
LONGEST_LINE = 1_000_000

_NOT_UTF8 = re.compile("[\udc80-\udcff]")
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")

_Item = TypeVar("_Item")


class Row(NamedTuple):
    """One row of a file.

    Attributes:
        number: from 1; lines of text and JSON Lines, records of CSV after the header, rows of Parquet.
        values: by column.
        size: the characters that it takes in the file.
        reason: why it cannot be scored, in a few words that are the same for all rows of its sort.
        detail: what exactly is wrong.
    """

    number: int
    values: dict[str, Any]
    size: int = 0
    reason: str | None = None
    detail: str | None = None


class Unreadable(ValueError):
    """A row that cannot be read."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason, self.detail = reason, detail


class _Lines(Iterator[str]):
    """The lines of a file. One that is too long is raised as ``Unreadable``, after which the next one can be had."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self.number = self.characters = 0

    def __next__(self) -> str:
        line = self._file.readline(LONGEST_LINE)
        if not line:
            raise StopIteration
        self.number += 1
        self.characters += len(line)
        if len(line) == LONGEST_LINE and not line.endswith("\n"):
            self._pass_over()
            raise Unreadable("too long", f"more than {LONGEST_LINE:,} characters")
        return line

    def _pass_over(self) -> None:
        while (rest := self._file.readline(LONGEST_LINE)) and not rest.endswith("\n"):
            pass


def read_text(path: Path, text_column: str) -> Iterator[Row]:
    """Read a text file: every line is a statement."""
    with _open(path) as file:
        lines = _Lines(file)
        yield from _rows(lines, lines, lambda line: {text_column: _whole(line.removesuffix("\n").removesuffix("\r"))})


def read_csv(path: Path, text_column: str) -> Iterator[Row]:
    """Read a CSV file with a header (RFC 4180), or one with tabs where its name ends in ``.tsv``.

    Raises:
        ValueError: where there is no header, or it names a column twice or lacks the one with the text.
    """
    with _open(path) as file:
        lines = _Lines(file)
        records = _records(lines, path)
        header = _header(records, path, text_column)
        yield from _rows(records, lines, lambda record: _named(header, record))


def read_header(path: Path, text_column: str) -> list[str]:
    """Read the columns of a CSV file.

    Raises:
        ValueError: as ``read_csv`` does.
    """
    with _open(path) as file:
        return _header(_records(_Lines(file), path), path, text_column)


def read_jsonl(path: Path, text_column: str) -> Iterator[Row]:
    """Read JSON Lines: every line is an object."""
    with _open(path) as file:
        lines = _Lines(file)
        yield from _rows(lines, lines, lambda line: _object(line, text_column))


#: How rows are had, by kind of file.
READERS: dict[str, Callable[[Path, str], Iterator[Row]]] = {
    "text": read_text,
    "csv": read_csv,
    "jsonl": read_jsonl,
}


def _open(path: Path) -> TextIO:
    with path.open("rb") as file:
        if file.read(2) in (b"\xff\xfe", b"\xfe\xff"):
            raise ValueError(f"{path} is UTF-16; expected UTF-8")
    # Bytes that are not UTF-8 come as surrogates, so that they spoil one row and not the file.
    return path.open(encoding="utf-8-sig", errors="surrogateescape", newline="\n")


def _rows(items: Iterator[_Item], lines: _Lines, values: Callable[[_Item], dict[str, Any]]) -> Iterator[Row]:
    number = 0
    while True:
        number, line, characters = number + 1, lines.number + 1, lines.characters
        found: dict[str, Any] = {}
        reason = detail = None
        try:
            found = values(next(items))
        except StopIteration:
            return
        except csv.Error as error:
            reason, detail = "broken CSV", f"{_span(line, lines.number)}: {error}"
        except Unreadable as error:
            reason, detail = error.reason, f"{_span(line, lines.number)}: {error.detail}"
        yield Row(number, found, lines.characters - characters, reason, detail)


def _span(first: int, last: int) -> str:
    return f"line {first}" if last <= first else f"lines {first} to {last}"


def _whole(value: str) -> str:
    if not value.isprintable() and (broken := _NOT_UTF8.search(value)):
        raise Unreadable("bad encoding", f"byte 0x{ord(broken[0]) - 0xDC00:02x} is not UTF-8")
    return value


def _records(lines: _Lines, path: Path) -> Iterator[list[str]]:
    return csv.reader(lines, delimiter="\t" if path.suffix.lower() == ".tsv" else ",", strict=True)


def _header(records: Iterator[list[str]], path: Path, text_column: str) -> list[str]:
    try:
        header = next(records, [])
    except (csv.Error, Unreadable) as error:
        raise ValueError(f"{path} has no header that can be read: {error}") from None
    faults = {
        "is not UTF-8": _NOT_UTF8.search("".join(header)) is not None,
        "names a column twice": len(set(header)) < len(header),
        f"lacks the column {text_column!r}": text_column not in header,
    }
    for fault, found in faults.items():
        if found:
            raise ValueError(f"the header of {path} {fault}: {header}")
    return header


def _named(header: list[str], record: list[str]) -> dict[str, Any]:
    if len(record) != len(header):
        raise Unreadable("wrong number of fields", f"{len(record)} fields; expected {len(header)}")
    if not "".join(record).isprintable():
        record = list(map(_whole, record))
    return dict(zip(header, record, strict=True))


def _object(line: str, text_column: str) -> dict[str, Any]:
    try:
        found = json.loads(_whole(line), object_pairs_hook=_once)
    except Unreadable:
        raise
    except (ValueError, RecursionError) as error:
        raise Unreadable("broken JSON", str(error)) from None
    if not isinstance(found, dict):
        raise Unreadable("broken JSON", f"expected an object, got {line.strip()[:60]!r}")
    if "\\u" in line and _HALF_CHARACTER.search(json.dumps(found, ensure_ascii=False)):
        raise Unreadable("bad encoding", "an escape stands for half a character (a lone surrogate)")
    if not isinstance(found.get(text_column), str | None):
        raise Unreadable("no text", f"{text_column} is {found[text_column]!r:.60}; expected a string")
    return found


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise Unreadable("broken JSON", "a key stands twice in one object")
    return found
