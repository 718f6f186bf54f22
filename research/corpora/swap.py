"""``swap``: statements with slots for states, whose stance must not move whichever states fill them."""

import pandas as pd

from research.corpora.rows import read_rows
from research.paths import data_path

_COLUMNS = ("id", "text", "language", "register", "stance", "intensity", "sentiment", "rule")


def read() -> pd.DataFrame:
    """Read the statements; a slot in the text is ``{A}``, or ``{A:datv}`` where it needs a case.

    ``research.evaluation.behaviour.filled`` puts states in.
    """
    rows = read_rows(data_path("swap", "swap.csv"), _COLUMNS)
    return rows.mask(rows == "").assign(document=rows["id"])
