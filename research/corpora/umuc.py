"""``umuc``: speeches in the UN Security Council with verbal conflicts, sentence by sentence (UMUC)."""

import pandas as pd

from research.corpora.files import read_text
from research.corpora.registry import repository
from research.corpora.rows import parse_rows

REPOSITORY = "discourse-lab/UMUC"

_SENTENCES = "Corpora/Annotated/Conflicts/main_conflicts_sents.csv"
_COLUMNS = ("fileid", "char_start_offset", "char_end_offset", "text")


def sentences() -> pd.DataFrame:
    """Read the sentences with their labels, in the order of the speeches; all columns are strings."""
    return parse_rows(read_text(repository(REPOSITORY), _SENTENCES), _SENTENCES, _COLUMNS)
