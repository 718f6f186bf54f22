"""Bytes to rows, strictly: whatever is not as it should be is named with its file and line."""

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

import pandas as pd

_BOM = b"\xef\xbb\xbf"


class BrokenFile(ValueError):
    """A file that is not what it should be."""

    def __init__(self, name: object, line: int, fault: str) -> None:
        super().__init__(f"{name}, line {line}: {fault}")


def decode(content: bytes, name: object, *, crlf: bool = False) -> str:
    """Turn the bytes of a text file into its text.

    Args:
        content: the bytes.
        name: what to call the file in an error.
        crlf: whether lines may end in CR LF, as some of the pinned foreign files have it; they are kept.

    Raises:
        BrokenFile: at a byte-order mark, a NUL byte, a carriage return, or a byte that is not UTF-8.
    """
    if content.startswith(_BOM):
        raise BrokenFile(name, 1, "begins with a byte-order mark; expected plain UTF-8")
    _refuse(content, b"\0", name, "holds a NUL byte")
    if not crlf:
        _refuse(content, b"\r", name, "ends in CR LF; expected LF")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise BrokenFile(name, line, f"byte 0x{content[error.start]:02x} is not UTF-8") from None


def parse_rows(
    text: str, name: object, columns: Sequence[str], *, delimiter: str = ",", quoted: bool = True
) -> pd.DataFrame:
    """Read delimited text whose first line is a header.

    Args:
        text: the text of the file.
        name: what to call the file in an error.
        columns: columns that must be there; others are kept.
        delimiter: what separates the fields.
        quoted: whether double quotes enclose fields (RFC 4180); otherwise they are letters like others.

    Returns:
        A frame of strings, shape (records, columns of the file); an empty field is an empty string.

    Raises:
        BrokenFile: where a column is missing, a record has too few or too many fields, or a quote is broken.
    """
    records = _records(text, name, delimiter, quoted)
    header = next(records, [])
    missing = [column for column in columns if column not in header]
    if missing:
        raise BrokenFile(name, 1, f"lacks the columns {missing}; found {header}")
    return pd.DataFrame(list(records), columns=header, dtype="str")


def read_rows(file: Path, columns: Sequence[str], *, delimiter: str = ",") -> pd.DataFrame:
    """Read a delimited file that ships: UTF-8 without byte-order mark, lines ending in LF.

    Raises:
        BrokenFile: as ``decode`` and ``parse_rows``.
        FileNotFoundError: where the file is not there.
    """
    return parse_rows(decode(file.read_bytes(), file), file, columns, delimiter=delimiter)


def _refuse(content: bytes, unwanted: bytes, name: object, fault: str) -> None:
    position = content.find(unwanted)
    if position >= 0:
        raise BrokenFile(name, content.count(b"\n", 0, position) + 1, fault)


def _records(text: str, name: object, delimiter: str, quoted: bool) -> Iterator[list[str]]:
    """Give the records, the header first; each must be as wide as that."""
    quoting: Literal[0, 3] = csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, quoting=quoting, strict=True)
    width = None
    try:
        for record in reader:
            if len(record) != (width or len(record)):
                raise BrokenFile(name, reader.line_num, f"has {len(record)} fields; expected {width}")
            width = len(record)
            yield record
    except csv.Error as error:
        raise BrokenFile(name, reader.line_num, f"is no delimited text: {error}") from None
