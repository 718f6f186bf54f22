"""``rusentrel``: Russian articles on foreign policy with attitudes between states and persons (RuSentRel 1.1)."""

import re
from collections.abc import Iterable, Iterator

import pandas as pd

from research.corpora.files import read_text
from research.corpora.registry import repository

REPOSITORY = "nicolay-r/RuSentRel"

_ARTICLE = re.compile(r"(train|test)/(art\d+)\.txt")
_OPINIONS = re.compile(r"(train|test|etalon)/(art\d+)\.(?:opin|author)\.txt")
_AUTHOR = "{Author, Unknown}"  # stands before every sentence


def texts(documents: Iterable[str]) -> dict[str, list[str]]:
    """Give the text of articles under ``<train|test>/art<number>``; one text a document."""
    source = repository(REPOSITORY)
    return {document: [read_text(source, f"{document}.txt")] for document in documents}


def read() -> pd.DataFrame:
    """Read the articles, one row a sentence, as the source splits them."""
    source = repository(REPOSITORY)
    articles = sorted(path for path in source.files if _ARTICLE.fullmatch(path))
    rows = [row for path in articles for row in _sentences(path.removesuffix(".txt"), read_text(source, path))]
    return pd.DataFrame(rows).assign(language="ru", register="article")


def attitudes() -> pd.DataFrame:
    """Read who feels how about whom.

    Returns:
        Columns ``document`` (as in ``read``), ``holder``, ``target`` (names in the words of the article; ``author``
        is its author) and ``sentiment``, negative or positive.
    """
    source = repository(REPOSITORY)
    rows = pd.DataFrame([row for path in sorted(source.files) for row in _opinions(path)]).drop_duplicates()
    # The opinions of two articles are there without the articles.
    return rows[(rows["document"] + ".txt").isin(list(source.files))].reset_index(drop=True)


def _sentences(document: str, text: str) -> Iterator[dict[str, str]]:
    lines = (line.replace(_AUTHOR, "").strip() for line in text.splitlines())
    for number, line in enumerate(line for line in lines if re.search(r"\w", line)):
        yield {"id": f"{document}#{number}", "text": line, "document": document, "split": document.split("/")[0]}


def _opinions(path: str) -> Iterator[dict[str, str]]:
    found = _OPINIONS.fullmatch(path)
    if not found:
        return
    split = "train" if found[1] == "train" else "test"
    for line in read_text(repository(REPOSITORY), path).splitlines():
        if line.strip():
            holder, target, polarity, *_ = (part.strip() for part in line.split(","))
            sentiment = {"neg": "negative", "pos": "positive"}[polarity]
            yield {"document": f"{split}/{found[2]}", "holder": holder, "target": target, "sentiment": sentiment}
