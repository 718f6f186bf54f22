"""``resistinua``: addresses of the Ukrainian leadership, February to May 2022, in Ukrainian and English."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

import pandas as pd

from research.corpora.files import read_text
from research.corpora.plain import paragraphs
from research.corpora.registry import repository

REPOSITORY = "Amice13/resistinua"

_QUOTED = r"'(?:[^'\\\n]|\\.)*'"
_RECORD = re.compile(r"^  \{\n(.*?)^  \}", re.DOTALL | re.MULTILINE)
_FIELD = re.compile(rf"^    (\w+): ({_QUOTED}|`(?:[^`\\]|\\.)*`|\[.*?\]|\w+)", re.DOTALL | re.MULTILINE)
_STRING = re.compile(_QUOTED)
_ESCAPE = re.compile(r"\\(.)")


def records() -> Iterator[dict[str, str]]:
    """Read the records of the six JavaScript files.

    Yields:
        The fields of a record, and ``language``; lists are joined by ``; ``. An id may come more than once.
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


def read() -> pd.DataFrame:
    """Read the paragraphs in both languages.

    Returns:
        ``document`` is the speech, whatever the language. ``pair`` is the same for a paragraph and its translation;
        it is given where a speech has as many paragraphs in one language as in the other.
    """
    seen: Counter[str] = Counter()
    rows = pd.DataFrame([row for record in records() for row in _paragraphs(record, seen)])
    count = rows.groupby(["document", "language"]).size().unstack()
    aligned = rows["document"].map(count["uk"] == count["en"])
    return rows.assign(pair=rows["pair"].where(aligned), actor="UA", register="address")


def _paragraphs(record: dict[str, str], seen: Counter[str]) -> Iterator[dict[str, str]]:
    key = f"{record['id']}/{record['language']}"
    seen[key] += 1
    # The second record under an id is another speech, or another version of the first.
    again = f"~{seen[key]}" if seen[key] > 1 else ""
    for number, text in enumerate(paragraphs(record["text"])):
        yield {
            "id": f"{key}{again}/{number}",
            "text": text,
            "document": record["id"] + again,
            "pair": f"{record['id']}{again}/{number}",
            "language": record["language"],
            "date": record["date"][:10],
            "speaker": record["speaker"],
            "title": record["name"],
        }


def _value(written: str) -> str:
    if written[0] == "[":
        return "; ".join(_value(item) for item in _STRING.findall(written))
    return _ESCAPE.sub(r"\1", written[1:-1]) if written[0] in "'`" else written
