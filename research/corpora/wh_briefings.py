"""``wh-briefings``: statements, readouts and briefings of the White House, 2021 to 2026."""

import re
from collections.abc import Iterable, Iterator

import pandas as pd

from research.corpora.files import read_text
from research.corpora.plain import paragraphs
from research.corpora.registry import repository

REPOSITORY = "brian14708/wh-briefings"

_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_DATE = re.compile(r"^date: '?(\d{4}-\d{2}-\d{2})", re.MULTILINE)

# A turn of a transcript: "MS. PSAKI: Good afternoon." or "Q Thank you."
_TURN = re.compile(r"(?P<name>[A-Z][A-Z.'’\- ]*[A-Z](?: \([A-Za-z ]+\))?):\s+(?P<said>.+)|Q (?P<asked>.+)", re.DOTALL)


def texts(documents: Iterable[str]) -> dict[str, list[str]]:
    """Give the text of Markdown files, front matter removed, by path; one text a document."""
    source = repository(REPOSITORY)
    return {path: [_FRONT_MATTER.sub("", read_text(source, path))] for path in documents}


def read() -> pd.DataFrame:
    """Read the paragraphs; ``speaker`` is whose turn it is in a transcript, else the White House.

    ``register`` is the folder: statements-releases, press-briefings, speeches-remarks and others.
    """
    source = repository(REPOSITORY)
    paths = [path for path in source.files if "/" in path]
    rows = [row for path in paths for row in _paragraphs(path, read_text(source, path))]
    return pd.DataFrame(rows).assign(language="en")


def _paragraphs(path: str, content: str) -> Iterator[dict[str, str | None]]:
    front = _FRONT_MATTER.match(content)
    date = _DATE.search(front[1] if front else "")
    speaker = "White House"
    for number, text in enumerate(paragraphs(_FRONT_MATTER.sub("", content))):
        turn = _TURN.fullmatch(text)
        if turn:
            speaker = turn["name"] or "Q"
        yield {
            "id": f"{path}#{number}",
            "text": (turn["said"] or turn["asked"]) if turn else text,
            "document": path,
            "date": date[1] if date else None,
            "register": path.split("/")[0],
            "speaker": speaker,
            # A transcript holds guests and journalists too; only the house's own texts speak for the state.
            "actor": "US" if speaker == "White House" else None,
        }
