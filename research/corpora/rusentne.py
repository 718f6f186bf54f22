"""``rusentne``: sentiment towards entities in sentences of Russian news (RuSentNE-2023)."""

from collections.abc import Iterable
from hashlib import sha1

import pandas as pd

from research.corpora.files import read_text
from research.corpora.registry import repository
from research.corpora.rows import parse_rows

REPOSITORY = "dialogue-evaluation/RuSentNE-evaluation"

_FILES = {"train": "train_data.csv", "dev": "validation_data_labeled.csv"}
_ENTITY = {
    "entity": "entity",
    "entity_tag": "entity_type",
    "entity_pos_start_rel": "start",
    "entity_pos_end_rel": "end",
}


def texts(documents: Iterable[str]) -> dict[str, list[str]]:
    """Give the sentences under ``train/<row>``, counted from 0; one text a document."""
    sentences = _part("train")["sentence"]
    return {document: [sentences[int(document.removeprefix("train/"))]] for document in documents}


def read() -> pd.DataFrame:
    """Read both splits.

    Returns:
        One row an entity in a sentence: ``code`` is the sentiment towards it (-1, 0, 1), ``start`` and ``end`` its
        place. ``document`` is the same for equal sentences, so that a grouped split keeps them together.
    """
    return pd.concat([_rows(split) for split in _FILES], ignore_index=True)


def _rows(split: str) -> pd.DataFrame:
    raw = _part(split)
    return (
        raw[list(_ENTITY)]
        .rename(columns=_ENTITY)
        .assign(
            id=[f"rusentne-{split}-{number}" for number in range(len(raw))],
            text=raw["sentence"],
            document=raw["sentence"].map(lambda text: sha1(text.encode(), usedforsecurity=False).hexdigest()),
            split=split,
            code=raw["label"],
            language="ru",
            register="news",
        )
    )


def _part(split: str) -> pd.DataFrame:
    text = read_text(repository(REPOSITORY), _FILES[split])
    return parse_rows(text, _FILES[split], ("sentence", "label", *_ENTITY), delimiter="\t")
