"""Hand statements to human coders and take their codes back: Label Studio and doccano, as JSON Lines, and CSV.

Codes come back as one table for all tools, one row a unit and coder, which ``evaluation.agreement`` reads.
"""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pandas as pd

from research.corpora.rows import BrokenFile, decode, parse_rows
from research.labels import Intensity, Sentiment, Stance

#: What a coder chooses from, for each task.
CHOICES: dict[str, tuple[str, ...]] = {
    "stance": tuple(Stance),
    "intensity": tuple(str(int(level)) for level in Intensity),
    "sentiment": tuple(Sentiment),
}

_SHOWN = ("id", "text", "context", "speaker", "target", "language")

_Code = dict[str, str]


def label_studio_config() -> str:
    """Give the labelling interface for a Label Studio project: the statement, what is before it, and the choices."""
    shown = '<Text name="context" value="$context"/><Text name="text" value="$text"/>'
    return f"<View>{shown}{''.join(map(_choices, CHOICES))}</View>\n"


def to_label_studio(table: pd.DataFrame, file: Path) -> None:
    """Write statements as tasks for Label Studio, one JSON object a line.

    Args:
        table: a statement table; labels that it has are not shown to the coders.
        file: where to write.
    """
    _write(file, ({"data": row} for row in _shown(table)))


def to_doccano(table: pd.DataFrame, file: Path) -> None:
    """Write statements for a doccano project of text classification, one JSON object a line.

    The project needs the labels ``<task>:<code>`` for the tasks and codes of ``CHOICES``; several a text are allowed.

    Args:
        table: a statement table; labels that it has are not shown to the coders.
        file: where to write.
    """
    _write(file, ({**row, "statement": row["id"], "label": []} for row in _shown(table)))


#: What writes tasks, by the name of the tool they are for.
WRITERS: dict[str, Callable[[pd.DataFrame, Path], None]] = {"label-studio": to_label_studio, "doccano": to_doccano}


def read_codes(file: Path) -> pd.DataFrame:
    """Read what coders chose.

    Args:
        file: an export of Label Studio (JSON or JSON Lines), one of doccano (JSON Lines; the coder is the file's name),
            or a CSV file with the columns ``id``, ``coder`` and any of ``CHOICES``.

    Returns:
        Columns ``id``, ``coder``, ``stance``, ``intensity``, ``sentiment``; a code that is not given is missing.

    Raises:
        BrokenFile: where the file is none of these or a code is unknown; the message names file and line.
        FileNotFoundError: where there is no such file.
    """
    text = decode(file.read_bytes(), file, crlf=True)
    codes = list(_from_csv(text, file) if file.suffix == ".csv" else _from_json(text, file))
    for line, code in codes:
        _check(code, file, line)
    table = pd.DataFrame([code for _, code in codes], columns=["id", "coder", *CHOICES], dtype="string")
    return table.mask(table == "")


def _choices(task: str) -> str:
    options = "".join(f'<Choice value="{value}"/>' for value in CHOICES[task])
    return f'<Header value="{task}"/><Choices name="{task}" toName="text" required="true">{options}</Choices>'


def _shown(table: pd.DataFrame) -> Iterator[dict[str, str]]:
    for row in table[list(_SHOWN)].astype("string").fillna("").to_dict("records"):
        yield {str(name): value for name, value in row.items()}


def _write(file: Path, rows: Iterator[dict[str, Any]]) -> None:
    lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    file.write_text("".join(lines), encoding="utf-8", newline="\n")


def _from_csv(text: str, file: Path) -> Iterator[tuple[int, _Code]]:
    rows = parse_rows(text, file, ("id", "coder"))
    known = [name for name in ("id", "coder", *CHOICES) if name in rows]
    for line, row in enumerate(rows[known].to_dict("records"), start=2):
        yield line, {str(name): value for name, value in row.items()}


def _from_json(text: str, file: Path) -> Iterator[tuple[int, _Code]]:
    for line, record in _records(text, file):
        read = _reader(record)
        if read is None:
            raise BrokenFile(file, line, "is no annotation of Label Studio or doccano")
        try:
            yield from ((line, code) for code in read(record, file))
        except (KeyError, TypeError, ValueError, IndexError) as error:
            raise BrokenFile(file, line, f"is not as Label Studio or doccano writes it: {error!r}") from None


def _records(text: str, file: Path) -> Iterator[tuple[int, Any]]:
    """The objects of a JSON array or of JSON Lines, with their line (that of the array is 1)."""
    if text.lstrip().startswith("["):
        yield from ((1, record) for record in _parsed(text, file, 1))
        return
    for line, content in enumerate(text.split("\n"), start=1):
        if content.strip():
            yield line, _parsed(content, file, line)


def _parsed(content: str, file: Path, line: int) -> Any:
    try:
        return json.loads(content)
    except json.JSONDecodeError as error:
        raise BrokenFile(file, line + error.lineno - 1, f"is no JSON: {error.msg}") from None


def _reader(record: Any) -> Callable[[Any, Path], Iterator[_Code]] | None:
    if isinstance(record, dict) and "annotations" in record:
        return _of_label_studio
    return _of_doccano if isinstance(record, dict) and "label" in record else None


def _of_label_studio(record: Any, _: Path) -> Iterator[_Code]:
    for annotation in record["annotations"]:
        given = {part["from_name"]: part["value"]["choices"][0] for part in annotation["result"]}
        coder = annotation["completed_by"]
        # Exports name the coder by number, or describe the person.
        name = coder["email"] if isinstance(coder, dict) else str(coder)
        yield {"id": record["data"]["id"], "coder": name, **given}


def _of_doccano(record: Any, file: Path) -> Iterator[_Code]:
    given = dict(label.split(":", 1) for label in record["label"])
    yield {"id": record["statement"], "coder": file.stem, **given}


def _check(code: _Code, file: Path, line: int) -> None:
    for task, value in code.items():
        if task in CHOICES and value and value not in CHOICES[task]:
            raise BrokenFile(file, line, f"{task} is {value!r}; expected one of {list(map(str, CHOICES[task]))}")
