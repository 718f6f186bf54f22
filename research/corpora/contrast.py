"""``contrast``: minimal pairs, two statements that differ in as little as possible and in stance."""

import pandas as pd

from research.corpora.authored import SECOND, read_languages

COLUMNS = (
    *("id", "pair", "kind", "rule", "text", "language", "speaker", "actor", "target", "register"),
    *("stance", "intensity", "sentiment"),
)


def read() -> pd.DataFrame:
    """Read the pairs of all three languages.

    Returns:
        Two rows a pair; ``document`` is the pair, ``kind`` what tells its statements apart (negation, obligation,
        courtesy ...), ``rule`` the codebook's rule that decides it.
    """
    rows = read_languages("contrast", (*COLUMNS, *SECOND))
    return rows.rename(columns={"pair": "document"})
