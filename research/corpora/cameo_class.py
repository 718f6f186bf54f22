"""``cameo-class``: news sentences in the five classes of CAMEO (ConfliBERT)."""

import pandas as pd

from research.corpora.files import read_text
from research.corpora.registry import repository
from research.corpora.rows import parse_rows

REPOSITORY = "eventdata/ConfliBERT"


def read() -> pd.DataFrame:
    """Read both splits; ``code`` is the class from 0 (statement) to 4 (material conflict)."""
    return pd.concat([_split("train"), _split("test")], ignore_index=True)


def _split(split: str) -> pd.DataFrame:
    path = f"data/cameo_class/{split}.tsv"
    # The file has no header, and its quotation marks are letters of the text.
    text = "text\tcode\n" + read_text(repository(REPOSITORY), path)
    rows = parse_rows(text, path, ("text", "code"), delimiter="\t", quoted=False)
    ids = [f"cameo-class-{split}-{number}" for number in range(len(rows))]
    return rows.assign(id=ids, document=ids, split=split, language="en", register="news")
