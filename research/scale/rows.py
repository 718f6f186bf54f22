"""Lines of text files to rows: plain text, CSV and JSON Lines. What cannot be read is a row too, one with a reason.

Files are UTF-8, with or without a byte order mark; lines end in LF or CR LF.
"""

import csv
import json
import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple, TextIO, TypeVar

#: A longer line is passed over without being held in memory.
LONGEST_LINE = 1_000_000

_NOT_UTF8 = re.compile("[\udc80-\udcff]")
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")

# What is read at once: enough that a row costs little, few enough to be held in memory.
_TOGETHER, _CHARACTERS_TOGETHER = 200, 100_000

_Item = TypeVar("_Item")
Columns = dict[str, Sequence[Any]]
Faults = dict[int, tuple[str, str]]


class Rows(NamedTuple):
    """Rows that follow each other in a file.

    Attributes:
        first: the number of the first one, from 1; lines of text and JSON Lines, records of CSV after the header.
        height: how many they are.
        columns: their values, None in a row that cannot be read; a column that none of them has may be missing.
        faults: why rows cannot be read, by their place among these, from 0: a reason in a few words that are the same
            for all rows of its sort, and what exactly is wrong.
        size: the characters that they take in the file.
    """

    first: int
    height: int
    columns: Columns
    faults: Faults
    size: int


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


def read_text(path: Path, text_column: str, together: int = _TOGETHER) -> Iterator[Rows]:
    """Read a text file: every line is a statement.

    Args:
        path: of the file.
        text_column: the name of its only column.
        together: the most rows that are given at once.
    """
    with _open(path) as file:
        lines = _Lines(file)
        yield from _in_groups(lines, lines, partial(_texts, text_column), together)


def read_csv(path: Path, text_column: str, together: int = _TOGETHER) -> Iterator[Rows]:
    """Read a CSV file with a header (RFC 4180), or one with tabs where its name ends in ``.tsv``.

    Raises:
        ValueError: where there is no header, or it names a column twice or lacks the one with the text.
    """
    with _open(path) as file:
        lines = _Lines(file)
        records = _records(lines, path)
        header = _header(records, path, text_column)
        yield from _in_groups(records, lines, partial(_fields, header), together)


def read_header(path: Path, text_column: str) -> list[str]:
    """Read the columns of a CSV file.

    Raises:
        ValueError: as ``read_csv`` does.
    """
    with _open(path) as file:
        return _header(_records(_Lines(file), path), path, text_column)


def read_jsonl(path: Path, text_column: str, together: int = _TOGETHER) -> Iterator[Rows]:
    """Read JSON Lines: every line is an object."""
    with _open(path) as file:
        lines = _Lines(file)
        yield from _in_groups(lines, lines, partial(_objects, text_column), together)


#: How rows are had, by kind of file.
READERS: dict[str, Callable[[Path, str, int], Iterator[Rows]]] = {
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


def _in_groups(
    items: Iterator[_Item], lines: _Lines, columns: Callable[[list[_Item | None], Faults], Columns], together: int
) -> Iterator[Rows]:
    """Read items, some together; ``columns`` brings these into columns, and adds the faults that it finds."""
    first = 1
    while True:
        found: list[_Item | None] = []
        start, ends, faults = lines.characters, [lines.number], Faults()
        while len(found) < together and lines.characters - start < _CHARACTERS_TOGETHER:
            try:
                found.append(next(items))
            except StopIteration:
                break
            except csv.Error as error:
                faults[len(found)] = "broken CSV", str(error)
                found.append(None)
            except Unreadable as error:
                faults[len(found)] = error.reason, error.detail
                found.append(None)
            ends.append(lines.number)
        if not found:
            return
        values = columns(found, faults)
        named = {
            place: (reason, f"{_span(ends[place] + 1, ends[place + 1])}: {detail}")
            for place, (reason, detail) in sorted(faults.items())
        }
        yield Rows(first, len(found), values, named, lines.characters - start)
        first += len(found)


def _each(items: list[_Item | None], faults: Faults, value: Callable[[_Item], Any]) -> list[Any]:
    """Give the value of every item, None where it has a fault."""
    found = []
    for place, item in enumerate(items):
        try:
            found.append(None if item is None else value(item))
        except Unreadable as error:
            faults[place] = error.reason, error.detail
            found.append(None)
    return found


def _span(first: int, last: int) -> str:
    return f"line {first}" if last <= first else f"lines {first} to {last}"


def _texts(text_column: str, lines: list[str | None], faults: Faults) -> Columns:
    return {text_column: _each(lines, faults, lambda line: _whole(line.removesuffix("\n").removesuffix("\r")))}


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


def _fields(header: list[str], records: list[list[str] | None], faults: Faults) -> Columns:
    sound = [record for record in records if record is not None and len(record) == len(header)]
    # Mostly all are sound, and that is seen at once; otherwise each is looked at.
    if len(sound) < len(records) or not "".join(chain(*sound)).isprintable():
        checked = _each(records, faults, partial(_checked, header))
        return {name: [record and record[place] for record in checked] for place, name in enumerate(header)}
    return dict(zip(header, zip(*sound, strict=True), strict=True))


def _checked(header: list[str], record: list[str]) -> list[str]:
    if len(record) != len(header):
        raise Unreadable("wrong number of fields", f"{len(record)} fields; expected {len(header)}")
    return list(map(_whole, record))


def _objects(text_column: str, lines: list[str | None], faults: Faults) -> Columns:
    found = [each or {} for each in _each(lines, faults, partial(_object, text_column))]
    return {name: [each.get(name) for each in found] for name in dict.fromkeys(chain(*found))}


def _object(text_column: str, line: str) -> dict[str, Any]:
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
