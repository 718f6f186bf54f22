"""``counterfactual``: minimal pairs to learn from (counterfactually augmented data, Kaushik et al. 2020).

Written like ``contrast``, by others who had not seen it, so that a model can be taught by the one and tested by the
other.
"""

import pandas as pd

from research.corpora.authored import read_languages
from research.corpora.contrast import COLUMNS


def read() -> pd.DataFrame:
    """Read the pairs of all three languages; columns as in ``contrast``, without a second reader's codes."""
    return read_languages("counterfactual", COLUMNS).rename(columns={"pair": "document"})
