"""``wh-briefings``: statements, readouts and briefings of the White House, 2021 to 2026."""

import re
from collections.abc import Iterable

from research.corpora.files import read_text
from research.corpora.registry import repository

REPOSITORY = "brian14708/wh-briefings"

_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


def texts(documents: Iterable[str]) -> dict[str, list[str]]:
    """Give the text of Markdown files, front matter removed, by path; one text a document."""
    source = repository(REPOSITORY)
    return {path: [_FRONT_MATTER.sub("", read_text(source, path))] for path in documents}
