"""``rusentne``: sentiment towards entities in sentences of Russian news (RuSentNE-2023)."""

from collections.abc import Iterable

import pandas as pd

from research.corpora.files import read_text
from research.corpora.registry import repository
from research.corpora.rows import parse_rows

REPOSITORY = "dialogue-evaluation/RuSentNE-evaluation"

_FILES = {"train": "train_data.csv", "dev": "validation_data_labeled.csv"}
_COLUMNS = ("sentence", "entity", "entity_tag", "entity_pos_start_rel", "entity_pos_end_rel", "label")


def texts(documents: Iterable[str]) -> dict[str, list[str]]:
    """Give the sentences under ``train/<row>``, counted from 0; one text a document."""
    sentences = _part("train")["sentence"]
    return {document: [sentences[int(document.removeprefix("train/"))]] for document in documents}


def _part(split: str) -> pd.DataFrame:
    text = read_text(repository(REPOSITORY), _FILES[split])
    return parse_rows(text, _FILES[split], _COLUMNS, delimiter="\t")
