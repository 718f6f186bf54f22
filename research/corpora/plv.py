"""``plv``: news sentences with marked source and target and their PLOVER event type (Zero-Shot-PLOVER)."""

import pandas as pd

from research.corpora.files import read_text
from research.corpora.registry import repository
from research.corpora.rows import parse_rows

REPOSITORY = "snowood1/Zero-Shot-PLOVER"

_COLUMNS = {
    "sentence": "text",
    "source": "speaker",
    "target": "recipient",
    "gold_root": "code",
    "gold_penta": "penta",
    "root_L2": "published_root",
    "penta_L2": "published_penta",
    "marked_sentence": "marked",
}


def read() -> pd.DataFrame:
    """Read both splits.

    Returns:
        One row a pair of source and target; ``code`` is the gold event type, ``penta`` the gold class from 1 (verbal
        cooperation) to 4 (material conflict), ``published_*`` the predictions that the authors published.
    """
    return pd.concat([_split("train"), _split("test")], ignore_index=True)


def _split(split: str) -> pd.DataFrame:
    path = f"datasets/PLV_{split}.tsv"
    rows = parse_rows(read_text(repository(REPOSITORY), path), path, [*_COLUMNS, "sentence_id"], delimiter="\t")
    return rows.rename(columns=_COLUMNS)[list(_COLUMNS.values())].assign(
        id=[f"plv-{split}-{number}" for number in range(len(rows))],
        document=split + "/" + rows["sentence_id"],
        split=split,
        language="en",
        register="news",
    )
