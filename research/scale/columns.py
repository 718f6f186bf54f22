"""What columns the input has, found in a first reading of it, and rows as Arrow tables of these columns."""

import json
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from research.scale.files import Source
from research.scale.rows import Rows, read_header, read_jsonl

#: Where a row comes from, in front of its own columns.
ORIGIN = {"source_file": pa.string(), "source_row": pa.int64()}
#: Why a row cannot be scored; missing in rows that can.
REFUSAL = {"reason": pa.string(), "detail": pa.string()}
#: What is predicted, behind the row's own columns.
PREDICTED = {
    "language": pa.string(),
    "stance": pa.string(),
    "stance_probability": pa.float64(),
    "intensity": pa.int64(),
    "sentiment": pa.string(),
    "sentiment_probability": pa.float64(),
}

_MOST_COLUMNS = 1_000
_BLOCK = 1 << 20  # bytes read at once
_EXACT = 2**53  # the first whole number whose successor is no float
#: Kinds of JSON values that a column holds exactly; any other mixture is written as text.
_HOLDS = (({"bool"}, pa.bool_()), ({"int", "long"}, pa.int64()), ({"int", "float"}, pa.float64()))


class Survey(NamedTuple):
    """What a first reading finds.

    Attributes:
        schema: the columns of all files together, in the order in which they first occur.
        rows: their number, with those that cannot be read; too high where a record of CSV takes several lines.
    """

    schema: pa.Schema
    rows: int


def survey(kind: str, sources: Iterable[Source], text_column: str) -> Survey:
    """Look all files through, to find their columns and count their rows; only JSON Lines are read whole for that.

    Raises:
        ValueError: where a file is not of its kind or lacks the column with the text, or columns contradict each
            other; the message names the file.
    """
    found = _SURVEYS[kind](list(sources), text_column)
    names = _names(found.schema)
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise ValueError(f"{twice} would stand twice in the output, for the input has both; rename one of them")
    return found


def kept_name(name: str) -> str:
    """Give the name under which a column of the input stands in the output: with ``input_`` where we use it."""
    return f"input_{name}" if name in {*ORIGIN, *REFUSAL, *PREDICTED} else name


def table_of(schema: pa.Schema, rows: Rows, name: str) -> pa.Table:
    """Bring rows of the file of that name into a table: origin, refusal, and the columns of the input."""
    faults = [rows.faults.get(place, (None, None)) for place in range(rows.height)] if rows.faults else []
    refusal = [pa.array(column, pa.string()) for column in zip(*faults, strict=True)]
    own = [
        _array(rows.columns[field.name], field.type)
        if field.name in rows.columns
        else pa.nulls(rows.height, field.type)
        for field in schema
    ]
    return _table(schema, _origin(name, rows.first, rows.height), refusal, own)


def table_of_batch(schema: pa.Schema, batch: pa.RecordBatch, name: str, first: int) -> pa.Table:
    """Bring rows of a Parquet file into such a table; ``first`` is the number of the first row."""
    own = [
        batch.column(field.name).cast(field.type)
        if field.name in batch.schema.names
        else pa.nulls(batch.num_rows, field.type)
        for field in schema
    ]
    return _table(schema, _origin(name, first, batch.num_rows), [], own)


def _origin(name: str, first: int, count: int) -> list[pa.Array]:
    return [pa.repeat(pa.scalar(name), count), pa.array(range(first, first + count), pa.int64())]


def _table(schema: pa.Schema, origin: list[pa.Array], refusal: list[pa.Array], own: list[pa.Array]) -> pa.Table:
    refusal = refusal or [pa.nulls(len(origin[0]), kind) for kind in REFUSAL.values()]
    return pa.table([*origin, *refusal, *own], names=_names(schema))


def _names(schema: pa.Schema) -> list[str]:
    return [*ORIGIN, *REFUSAL, *map(kept_name, schema.names)]


def _survey_text(sources: Sequence[Source], text_column: str) -> Survey:
    return Survey(pa.schema({text_column: pa.string()}), sum(_lines(source) for source in sources))


def _survey_csv(sources: Sequence[Source], text_column: str) -> Survey:
    names = dict.fromkeys(name for source in sources for name in read_header(source.path, text_column))
    rows = sum(_lines(source) for source in sources) - len(sources)
    return Survey(pa.schema(dict.fromkeys(names, pa.string())), rows)


def _lines(source: Source) -> int:
    """Count the lines of a file, a last one without an end among them."""
    count, last = 0, b"\n"
    with source.path.open("rb") as file:
        while block := file.read(_BLOCK):
            count, last = count + block.count(b"\n"), block[-1:]
    return count + (last != b"\n")


def _survey_jsonl(sources: Sequence[Source], text_column: str) -> Survey:
    kinds: dict[str, set[str]] = {}
    count = 0
    for source in sources:
        for rows in read_jsonl(source.path, text_column):
            count += rows.height
            for name, values in rows.columns.items():
                kinds.setdefault(name, set()).update(map(_kind, values))
            if len(kinds) > _MOST_COLUMNS:
                raise ValueError(f"{source.path} has more than {_MOST_COLUMNS:,} columns up to row {count:,}")
    if kinds and text_column not in kinds:
        raise ValueError(f"no row has the column {text_column!r}; found {list(kinds)}")
    kinds.setdefault(text_column, set())
    return Survey(pa.schema({name: _type(found) for name, found in kinds.items()}), count)


def _survey_parquet(sources: Sequence[Source], text_column: str) -> Survey:
    schemas, count = [], 0
    for source in sources:
        try:
            metadata = pq.read_metadata(source.path)
        except pa.ArrowInvalid as error:
            raise ValueError(f"{source.path} is no Parquet file: {error}") from None
        schema = pa.schema({field.name: _plain(field.type) for field in _fields(metadata, source)})
        _check_text(schema, source, text_column)
        schemas.append(schema)
        count += metadata.num_rows
    try:
        return Survey(pa.unify_schemas(schemas, promote_options="permissive"), count)
    except (pa.ArrowInvalid, pa.ArrowTypeError) as error:
        raise ValueError(f"the Parquet files have columns that do not go together: {error}") from None


_SURVEYS = {"text": _survey_text, "csv": _survey_csv, "jsonl": _survey_jsonl, "parquet": _survey_parquet}


def _fields(metadata: pq.FileMetaData, source: Source) -> list[pa.Field]:
    fields = list(metadata.schema.to_arrow_schema())
    if len({field.name for field in fields}) < len(fields):
        raise ValueError(f"{source.path} names a column twice: {[field.name for field in fields]}")
    return fields


def _plain(kind: pa.DataType) -> pa.DataType:
    """The type of the values, where they are stored as a dictionary: files of one run may differ in that."""
    return kind.value_type if pa.types.is_dictionary(kind) else kind


def _check_text(schema: pa.Schema, source: Source, text_column: str) -> None:
    if text_column not in schema.names:
        raise ValueError(f"{source.path} lacks the column {text_column!r}; found {schema.names}")
    kind = schema.field(text_column).type
    if not (pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_string_view(kind)):
        raise ValueError(f"{source.path}: the column {text_column!r} holds {kind}; expected strings")


def _kind(value: object) -> str:
    if isinstance(value, int) and not isinstance(value, bool):
        return "int" if abs(value) <= _EXACT else ("long" if -(2**63) <= value < 2**63 else "json")
    return {type(None): "null", bool: "bool", float: "float", str: "str"}.get(type(value), "json")


def _type(kinds: set[str]) -> pa.DataType:
    held = kinds - {"null"}
    return next((kind for holds, kind in _HOLDS if held and held <= holds), pa.string())


def _array(values: Sequence[Any], kind: pa.DataType) -> pa.Array:
    try:
        return pa.array(values, kind)
    except pa.ArrowTypeError:  # not all are strings, where the column holds values of several kinds as text
        return pa.array([value if isinstance(value, str | None) else _as_text(value) for value in values], kind)


def _as_text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
