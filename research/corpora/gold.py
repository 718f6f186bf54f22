"""``gold``: this project's own labels, joined to the texts of the six foreign sources that they point into.

The labels are stand-off: ``data/gold`` holds positions, hashes and codes, and no text.
"""

from collections.abc import Callable, Iterable
from hashlib import sha1
from typing import Any

import pandas as pd

from research.corpora import resistinua, rusentne, rusentrel, telegram_news, umuc, wh_briefings
from research.corpora.card import read_card
from research.corpora.plain import plain, sentence_before
from research.corpora.rows import read_rows
from research.paths import data_path

COLUMNS = (
    *("id", "split", "repository", "document", "start", "end", "sha1", "language", "date", "speaker", "register"),
    *("stance", "intensity", "sentiment", "confidence", "stance_votes", "intensity_votes", "sentiment_votes"),
    *("codebook", "stratum", "weight"),
)

#: A statement and the sentence before it.
_Passage = tuple[str, str]

_DAY = r"\d{4}-\d{2}-\d{2}"


def read() -> pd.DataFrame:
    """Read all labels and find the text of each.

    Returns:
        One row a label. ``document`` is that of the source, without the language where a speech is there in two, so
        that a speech and its translation stay together. Beyond the statement table: ``repository``, ``start``,
        ``end``, the votes of each coder, ``codebook`` version, ``stratum``, ``licence``.

    Raises:
        ValueError: where a text is not found or its hash differs; the message names id and document.
        FileNotFoundError: where a source is not fetched.
    """
    labels = pd.concat([_labels("train"), _labels("test")], ignore_index=True)
    sources = labels["repository"].unique()
    passages: pd.DataFrame = pd.concat([_passages(labels[labels["repository"] == source]) for source in sources])
    rows = labels.join(passages).drop(columns="sha1")
    return rows.mask(rows == "").assign(
        licence=_licences(labels),
        document=labels["document"].str.replace(r"/(?:uk|en)$", "", regex=True),
        # The Security Council's source gives only the year, which is no day.
        date=labels["date"].where(labels["date"].str.fullmatch(_DAY)),
        actor=labels["repository"].map({resistinua.REPOSITORY: "UA"}),
    )


def _labels(split: str) -> pd.DataFrame:
    return read_rows(data_path("gold", f"{split}.csv"), COLUMNS)


def _licences(labels: pd.DataFrame) -> "pd.Series[str]":
    """The licence of the source, or of another source that publishes the same words under an open one."""
    card = read_card("gold")
    stated = {source.repository: source.licence for source in card.sources}
    elsewhere = read_rows(data_path("gold", "licences.csv"), ("id", "licence")).set_index("id")["licence"]
    return labels["id"].map(elsewhere).fillna(labels["repository"].map(stated))


def _passages(rows: pd.DataFrame) -> pd.DataFrame:
    """Find the texts of rows that come from one repository."""
    candidates = _SOURCES[rows["repository"].iloc[0]](rows)
    found = [_verified(row, passages) for row, passages in zip(rows.itertuples(), candidates, strict=True)]
    return pd.DataFrame(found, columns=["text", "context"], index=rows.index)


def _verified(row: Any, passages: Iterable[_Passage]) -> _Passage:
    for text, context in passages:
        if sha1(text.encode(), usedforsecurity=False).hexdigest() == row.sha1:
            return text, context
    raise ValueError(f"gold, {row.id}: its text is not at {row.start} in {row.repository}, {row.document}")


def _within(texts: Callable[[Iterable[str]], dict[str, list[str]]]) -> Callable[[pd.DataFrame], list[list[_Passage]]]:
    """Cut statements out of documents; several candidates where a document comes more than once."""

    def cut(rows: pd.DataFrame) -> list[list[_Passage]]:
        found = texts(rows["document"].unique())
        documents = {document: [plain(text) for text in versions] for document, versions in found.items()}
        spans = zip(rows["document"], rows["start"].astype(int), rows["end"].astype(int), strict=True)
        return [
            [(text[start:end], sentence_before(text, start)) for text in documents.get(document, [])]
            for document, start, end in spans
        ]

    return cut


def _of_umuc(rows: pd.DataFrame) -> list[list[_Passage]]:
    """Look sentences up by the start that UMUC itself gives; its positions count another text than the rows hold."""
    sentences = umuc.sentences()
    before = sentences.groupby("fileid")["text"].shift(fill_value="")
    keys = zip(sentences["fileid"], sentences["char_start_offset"], strict=True)
    passages = dict(zip(keys, zip(sentences["text"].map(plain), before.map(plain), strict=True), strict=True))
    wanted = zip(rows["document"], rows["start"], strict=True)
    return [[passages[key]] if key in passages else [] for key in wanted]


_SOURCES: dict[str, Callable[[pd.DataFrame], list[list[_Passage]]]] = {
    resistinua.REPOSITORY: _within(resistinua.texts),
    wh_briefings.REPOSITORY: _within(wh_briefings.texts),
    telegram_news.REPOSITORY: _within(telegram_news.texts),
    rusentne.REPOSITORY: _within(rusentne.texts),
    rusentrel.REPOSITORY: _within(rusentrel.texts),
    umuc.REPOSITORY: _of_umuc,
}
