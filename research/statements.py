"""The statement table: one row is one statement, in the columns that every part of the package agrees on."""

from collections.abc import Iterable
from numbers import Integral

import pandas as pd

from research.labels import LANGUAGES, SIGN, Intensity, Sentiment, Stance

#: Name of each column, its pandas type, and what it holds. Columns may be empty unless ``REQUIRED`` names them.
COLUMNS: dict[str, tuple[str, str]] = {
    "id": ("string", "unique within the corpus"),
    "text": ("string", "the words of the statement"),
    "language": ("string", "ISO 639-1 code: uk, ru or en"),
    "corpus": ("string", "name of the corpus the row belongs to"),
    "document": ("string", "what the row was taken from; rows of one document never stand on two sides of a split"),
    "split": ("string", "train, test or another part that the corpus itself defines"),
    "date": ("string", "day of the statement, YYYY-MM-DD"),
    "register": ("string", "how the text came about: briefing, speech, joint-text, news, note, post, ..."),
    "context": ("string", "the sentence before the statement"),
    "speaker": ("string", "the person or body that says it"),
    "actor": ("string", "the state (ISO 3166-1 alpha-2) or organisation the speaker speaks for"),
    "target": ("string", "the actors it is aimed at, comma-separated"),
    "stance": ("string", "conciliatory, neutral or demanding"),
    "intensity": ("Int64", "-2 to 2, its sign agrees with the stance"),
    "sentiment": ("string", "negative, neutral or positive"),
    "confidence": ("Float64", "1 guess, 2 likely, 3 sure; a mean where several coders read"),
    "weight": ("Float64", "inverse of the rate at which the row was sampled"),
}

REQUIRED = ("id", "text", "language", "corpus", "document")

_ACCEPTED: dict[str, tuple[object, ...]] = {
    "language": LANGUAGES,
    "stance": tuple(Stance),
    "sentiment": tuple(Sentiment),
    "intensity": tuple(Intensity),
}


def statement_table(rows: pd.DataFrame) -> pd.DataFrame:
    """Bring rows into the schema of ``COLUMNS``: missing columns are added empty, types set, the table checked.

    Args:
        rows: a frame with at least the columns of ``REQUIRED``; columns the schema does not know are kept at the end.

    Returns:
        A new frame of shape (rows, at least ``len(COLUMNS)``) with a fresh index.

    Raises:
        ValueError: where the table breaks the schema; the message names the column, the value and what is accepted.
    """
    types = {name: kind for name, (kind, _) in COLUMNS.items()}
    extra = [name for name in rows.columns if name not in types]
    table = rows.reindex(columns=[*types, *extra]).astype(types).reset_index(drop=True)
    validate(table)
    return table


def validate(table: pd.DataFrame) -> None:
    """Check a statement table.

    Raises:
        ValueError: where a column is missing, a required value is empty, an id occurs twice, a label is unknown, or
            an intensity's sign contradicts the stance.
    """
    missing = [name for name in COLUMNS if name not in table.columns]
    if missing:
        raise ValueError(f"statement table lacks the columns {missing}; it needs {list(COLUMNS)}")
    for name in REQUIRED:
        empty = table[name].isna() | (table[name].str.strip() == "")
        _refuse(table, empty, name, "a value in every row")
    _refuse(table, table["id"].duplicated(), "id", "ids that occur once")
    for name, accepted in _ACCEPTED.items():
        known = table[name].isin(list(accepted)) | table[name].isna()
        _refuse(table, ~known, name, f"one of {_plain(accepted)}")
    _refuse(table, _signs_disagree(table), "intensity", "a sign that agrees with the stance")


def _signs_disagree(table: pd.DataFrame) -> "pd.Series[bool]":
    sign = table["intensity"].clip(-1, 1)
    expected = table["stance"].map({str(stance): sign for stance, sign in SIGN.items()})
    return (sign != expected.astype("Int64")).fillna(False).astype(bool)


def _refuse(table: pd.DataFrame, wrong: "pd.Series[bool]", column: str, accepted: str) -> None:
    if wrong.any():
        first = table.loc[wrong].iloc[0].to_dict()
        raise ValueError(f"row {first['id']!r}: {column} is {_plain([first[column]])[0]!r}; expected {accepted}")


def _plain(values: Iterable[object]) -> list[object]:
    """Labels as a person would type them, free of enumerations and NumPy scalars."""
    return [int(value) if isinstance(value, Integral) else str(value) for value in values]
