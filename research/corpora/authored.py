"""``authored``: statements written for this project in Ukrainian, Russian and English."""

from collections.abc import Sequence

import pandas as pd

from research.corpora.rows import BrokenFile, read_rows
from research.labels import LANGUAGES
from research.paths import data_path

COLUMNS = (
    *("id", "document", "text", "language", "speaker", "actor", "target", "register"),
    *("stance", "intensity", "sentiment", "confidence", "rule"),
)

#: Codes of a second reader, who was given text and register alone; empty where there was none.
SECOND = ("second_stance", "second_intensity", "second_sentiment")


def read() -> pd.DataFrame:
    """Read the statements of all three languages.

    Returns:
        Their columns; ``rule`` holds the numbers of the codebook's rules that a statement exercises, ``;`` between, and
        ``SECOND`` the second reader's codes.

    Raises:
        BrokenFile: where a file is broken or holds a row of another language.
    """
    return read_languages("authored", (*COLUMNS, *SECOND))


def read_languages(folder: str, columns: Sequence[str]) -> pd.DataFrame:
    """Read ``uk.csv``, ``ru.csv`` and ``en.csv`` of a folder that ships.

    Raises:
        BrokenFile: where a file is broken, lacks a column or holds a row of another language.
    """
    return pd.concat([_language(folder, language, columns) for language in LANGUAGES], ignore_index=True)


def _language(folder: str, language: str, columns: Sequence[str]) -> pd.DataFrame:
    file = data_path(folder, f"{language}.csv")
    rows = read_rows(file, columns)
    foreign = rows.index[rows["language"] != language]
    if len(foreign):
        raise BrokenFile(file, int(foreign[0]) + 2, f"language is not {language!r}")
    return rows.mask(rows == "")
