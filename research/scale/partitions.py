"""The rows of all files as a stream of tables of about one size, so that memory does not grow with the input."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

import pyarrow as pa
import pyarrow.parquet as pq

from research.scale.columns import table_of, table_of_batch
from research.scale.files import Source
from research.scale.rows import READERS, Row

#: A partition ends when it has so many characters (bytes, of Parquet), however few its rows.
MOST_CHARACTERS = 8_000_000

_BATCH = 1_000

_Item = TypeVar("_Item")


def partitions(
    kind: str, sources: Iterable[Source], schema: pa.Schema, text_column: str, most_rows: int
) -> Iterator[pa.Table]:
    """Cut the input into tables, in its order; where they are cut depends on nothing but the input and ``most_rows``.

    Args:
        kind: of the files, see ``files.KINDS``.
        sources: the files.
        schema: the columns of all files together.
        text_column: the one with the text.
        most_rows: rows in a table. Small Parquet files that are joined may bring a table to 999 more.

    Yields:
        Tables as ``columns.table_of`` makes them.

    Raises:
        ValueError: where a file was changed while it was read.
    """
    if kind == "parquet":
        batches = _batches(sources, schema, min(most_rows, _BATCH))
        yield from map(pa.concat_tables, _grouped(batches, lambda batch: (batch.num_rows, batch.nbytes), most_rows))
    else:
        rows = _rows(kind, sources, text_column)
        yield from (table_of(schema, group) for group in _grouped(rows, lambda row: (1, row[1].size), most_rows))


def _rows(kind: str, sources: Iterable[Source], text_column: str) -> Iterator[tuple[str, Row]]:
    for source in sources:
        for row in READERS[kind](source.path, text_column):
            yield source.name, row
        source.check_unchanged()


def _batches(sources: Iterable[Source], schema: pa.Schema, most_rows: int) -> Iterator[pa.Table]:
    for source in sources:
        first = 1
        with pq.ParquetFile(source.path, pre_buffer=False) as file:
            for batch in file.iter_batches(most_rows):
                yield table_of_batch(schema, batch, source.name, first)
                first += batch.num_rows
        source.check_unchanged()


def _grouped(items: Iterable[_Item], size: Callable[[_Item], tuple[int, int]], most_rows: int) -> Iterator[list[_Item]]:
    """Gather items until they have enough rows or characters; ``size`` gives an item's."""
    group: list[_Item] = []
    rows = characters = 0
    for item in items:
        group.append(item)
        more_rows, more_characters = size(item)
        rows, characters = rows + more_rows, characters + more_characters
        if rows >= most_rows or characters >= MOST_CHARACTERS:
            yield group
            group, rows, characters = [], 0, 0
    if group:
        yield group
