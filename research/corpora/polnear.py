"""``polnear``: US news articles with attributions: who says what, and the words that say so (PolNeAR 1.0)."""

import re
from collections.abc import Iterator

import pandas as pd

from research.corpora.files import read_text
from research.corpora.plain import plain
from research.corpora.registry import repository

REPOSITORY = "networkdynamics/PolNeAR"

_ANNOTATION = re.compile(r"data/(train|dev|test)/attributions/((\w[\w-]*?)_(\d{4}-\d\d-\d\d)_.*)_(\w{4})\.ann")

# A quoted text may go over several lines, so that a new record is known only by its number.
_NEXT = re.compile(r"\n(?=[A-Z#]\d+\t)")


def read() -> pd.DataFrame:
    """Read the attributions that have a content.

    Returns:
        One row an attribution: ``text`` is the content, ``speaker`` the words for the source, ``cue`` those that
        attribute; ``start`` and ``end`` are the content's place in the article. ``coder`` is who annotated; some
        articles have more than one.
    """
    source = repository(REPOSITORY)
    found = ((path, _ANNOTATION.fullmatch(path)) for path in sorted(source.files))
    rows = [row for path, match in found if match for row in _attributions(match, read_text(source, path))]
    return pd.DataFrame(rows).assign(language="en", register="news")


def article(split: str, document: str) -> str:
    """Give the text of an article, which the places of ``read`` count."""
    return read_text(repository(REPOSITORY), f"data/{split}/text/{document}.txt")


def _attributions(match: re.Match[str], annotation: str) -> Iterator[dict[str, object]]:
    split, document, publisher, date, coder = match.groups()
    fields = [record.split("\t") for record in _NEXT.split(annotation)]
    spans = {field[0]: (field[1].split(" ", 1)[1], field[2]) for field in fields if field[0].startswith("T")}
    for field in fields:
        if field[0].startswith("E") and "Content" in field[1]:
            places = _role(field[1], spans, "Content", 0)
            numbers = [int(number) for number in re.findall(r"\d+", places)]
            yield {
                "id": f"{split}/{document}/{coder}/{field[0]}",
                "text": plain(_role(field[1], spans, "Content", 1)),
                "document": document,
                "split": split,
                "date": date,
                "speaker": _role(field[1], spans, "Source", 1) or None,
                "cue": _role(field[1], spans, "Cue", 1) or None,
                "start": min(numbers),
                "end": max(numbers),
                "publisher": publisher,
                "coder": coder,
            }


def _role(event: str, spans: dict[str, tuple[str, str]], role: str, part: int) -> str:
    """Join what an attribution has in a role, which may be spread over several spans: places (0) or words (1)."""
    found = [spans[key] for key in re.findall(rf"{role}\d*:(T\d+)", event)]
    return " ".join(span[part] for span in sorted(found, key=lambda span: int(span[0].split(" ")[0])))
