"""``resistinua``: addresses of the Ukrainian leadership, February to May 2022, in Ukrainian and English."""

import re
from collections.abc import Iterable, Iterator

from research.corpora.files import read_text
from research.corpora.registry import repository

REPOSITORY = "Amice13/resistinua"

_QUOTED = r"'(?:[^'\\\n]|\\.)*'"
_RECORD = re.compile(r"^  \{\n(.*?)^  \}", re.DOTALL | re.MULTILINE)
_FIELD = re.compile(rf"^    (\w+): ({_QUOTED}|`(?:[^`\\]|\\.)*`|\[.*?\]|\w+)", re.DOTALL | re.MULTILINE)
_ESCAPE = re.compile(r"\\(.)")


def records() -> Iterator[dict[str, str]]:
    """Read the records of the six JavaScript files.

    Yields:
        The fields of a record, and ``language``. Lists stay as they are written; an id may come more than once.
    """
    source = repository(REPOSITORY)
    for path in sorted(source.files):
        if path.endswith(".js"):
            language = "en" if path.endswith("-en.js") else "uk"
            for record in _RECORD.finditer(read_text(source, path)):
                yield {name: _value(value) for name, value in _FIELD.findall(record[1])} | {"language": language}


def texts(documents: Iterable[str]) -> dict[str, list[str]]:
    """Give the texts under ``<record id>/<language>``; several where the id repeats."""
    found: dict[str, list[str]] = {document: [] for document in documents}
    for record in records():
        document = f"{record['id']}/{record['language']}"
        if document in found:
            found[document].append(record["text"])
    return found


def _value(written: str) -> str:
    return _ESCAPE.sub(r"\1", written[1:-1]) if written[0] in "'`" else written
