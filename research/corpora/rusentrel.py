"""``rusentrel``: Russian articles on foreign policy with attitudes between states and persons (RuSentRel 1.1)."""

from collections.abc import Iterable

from research.corpora.files import read_text
from research.corpora.registry import repository

REPOSITORY = "nicolay-r/RuSentRel"


def texts(documents: Iterable[str]) -> dict[str, list[str]]:
    """Give the text of articles under ``<train|test>/art<number>``; one text a document."""
    source = repository(REPOSITORY)
    return {document: [read_text(source, f"{document}.txt")] for document in documents}
