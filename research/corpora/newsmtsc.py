"""``newsmtsc``: sentiment towards persons and bodies in political news (NewsMTSC)."""

import json

import pandas as pd

from research.corpora.files import read_text
from research.corpora.registry import repository

REPOSITORY = "fhamborg/NewsMTSC"

_FOLDER = "NewsSentiment/experiments/default/datasets"
_FILES = {
    "train": "newsmtsc-rw-hf/train.jsonl",
    "dev": "newsmtsc-rw-hf/dev.jsonl",
    "test-rw": "newsmtsc-rw-hf/test.jsonl",
    "test-mt": "newsmtsc-mt-hf/test.jsonl",
}


def read() -> pd.DataFrame:
    """Read all splits.

    Returns:
        One row a mention in a sentence: ``code`` is the sentiment towards it (-1, 0, 1), ``start`` and ``end`` its
        place. ``document`` is the article.
    """
    return pd.concat([_split(split) for split in _FILES], ignore_index=True)


def _split(split: str) -> pd.DataFrame:
    text = read_text(repository(REPOSITORY), f"{_FOLDER}/{_FILES[split]}")
    raw = pd.DataFrame([json.loads(line) for line in text.splitlines()])
    return pd.DataFrame(
        {
            # A mention may stand in both test sets under one id.
            "id": split + "/" + raw["id"],
            "text": raw["sentence"],
            "document": raw["id"].str.extract(r"^(allsides_\d+_\d+|polusa_v1_\d+)", expand=False).fillna(raw["id"]),
            "split": split,
            "mention": raw["mention"],
            "start": raw["from"],
            "end": raw["to"],
            "code": raw["polarity"].astype("str"),
            "language": "en",
            "register": "news",
        }
    )
