"""``polnear``: US news articles with attributions: who says what, and the words that say so (PolNeAR 1.0)."""

import re
from collections.abc import Iterator

import pandas as pd

from research.corpora.brat import Roles, events
from research.corpora.files import read_text
from research.corpora.plain import plain
from research.corpora.registry import repository

REPOSITORY = "networkdynamics/PolNeAR"

_ANNOTATION = re.compile(r"data/(train|dev|test)/attributions/((\w[\w-]*?)_(\d{4}-\d\d-\d\d)_.*)_(\w{4})\.ann")


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
    for event, roles in events(annotation):
        if "Content" in roles:
            pieces = [piece for span in roles["Content"] for piece in span.pieces]
            yield {
                "id": f"{split}/{document}/{coder}/{event}",
                "text": plain(_words(roles, "Content")),
                "document": document,
                "split": split,
                "date": date,
                "speaker": _words(roles, "Source") or None,
                "cue": _words(roles, "Cue") or None,
                "start": min(start for start, _ in pieces),
                "end": max(end for _, end in pieces),
                "publisher": publisher,
                "coder": coder,
            }


def _words(roles: Roles, role: str) -> str:
    """Join the words that an attribution has in a role, which may be spread over several spans."""
    return " ".join(span.words for span in roles.get(role, ()))
