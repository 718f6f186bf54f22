"""The rows of all files as a stream of tables of about one size, so that memory does not grow with the input."""

from collections.abc import Iterable, Iterator
from math import ceil

import pyarrow as pa
import pyarrow.parquet as pq

from research.scale.columns import table_of, table_of_batch
from research.scale.files import Source
from research.scale.rows import READERS

#: A partition ends when it has so many characters (bytes, of Parquet), however few its rows.
MOST_CHARACTERS = 8_000_000

_BATCH = 1_000
_FEW = 200


def partitions(
    kind: str, sources: Iterable[Source], schema: pa.Schema, text_column: str, most_rows: int
) -> Iterator[pa.Table]:
    """Cut the input into tables, in its order; where they are cut depends on nothing but the input and ``most_rows``.

    Args:
        kind: of the files, see ``files.KINDS``.
        sources: the files.
        schema: the columns of all files together.
        text_column: the one with the text.
        most_rows: rows in a table. Small files that are joined may bring it to 199 more, those of Parquet to 999.

    Yields:
        Tables as ``columns.table_of`` makes them.

    Raises:
        ValueError: where a file was changed while it was read.
    """
    if kind == "parquet":
        yield from _of_batches(sources, schema, most_rows)
    else:
        yield from _of_rows(kind, sources, schema, text_column, most_rows)


def _of_rows(
    kind: str, sources: Iterable[Source], schema: pa.Schema, text_column: str, most_rows: int
) -> Iterator[pa.Table]:
    together = _share(most_rows)
    tables: list[pa.Table] = []
    rows = characters = 0
    for source in sources:
        for few in READERS[kind](source.path, text_column, together):
            tables.append(table_of(schema, few, source.name))
            rows, characters = rows + few.height, characters + few.size
            if rows >= most_rows or characters >= MOST_CHARACTERS:
                yield pa.concat_tables(tables)
                tables, rows, characters = [], 0, 0
        source.check_unchanged()
    if tables:
        yield pa.concat_tables(tables)


def _share(rows: int) -> int:
    """How many rows to read at once, so that a table of so many is filled evenly."""
    return ceil(rows / ceil(rows / _FEW))


def _of_batches(sources: Iterable[Source], schema: pa.Schema, most_rows: int) -> Iterator[pa.Table]:
    group: list[pa.Table] = []
    for table in _batches(sources, schema, min(most_rows, _BATCH)):
        group.append(table)
        if sum(each.num_rows for each in group) >= most_rows or sum(each.nbytes for each in group) >= MOST_CHARACTERS:
            yield pa.concat_tables(group)
            group = []
    if group:
        yield pa.concat_tables(group)


def _batches(sources: Iterable[Source], schema: pa.Schema, most_rows: int) -> Iterator[pa.Table]:
    for source in sources:
        first = 1
        with pq.ParquetFile(source.path, pre_buffer=False) as file:
            for batch in file.iter_batches(most_rows):
                yield table_of_batch(schema, batch, source.name, first)
                first += batch.num_rows
        source.check_unchanged()
