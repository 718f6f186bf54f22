"""A statement table to one row for each statement and the actor it is aimed at."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

#: What a series can be counted by, as pandas names it. A week begins on Monday.
PERIODS = {"day": "D", "week": "W-SUN", "month": "M", "quarter": "Q", "year": "Y"}


def dyad_rows(table: pd.DataFrame, by: str | None, labels: Sequence[str]) -> pd.DataFrame:
    """Take statements apart into dyads.

    A statement aimed at several actors counts towards each of them. Statements without an actor or a target, and those
    aimed at their own actor, belong to no dyad.

    Args:
        table: n statements; ``weight`` counts where it is there and filled.
        by: a key of ``PERIODS``, or None for the whole time.
        labels: the columns that are to be averaged.

    Returns:
        The table's rows with one ``target`` each, ``weight``, and ``period``, the first day of each, where ``by`` is
        given.

    Raises:
        ValueError: where ``by`` is unknown, a column is missing, or a row has no date, document, label or weight.
    """
    rows = actor_rows(table, by, labels, needed=("target",))
    rows = rows[rows["target"].notna()]
    rows = rows.assign(target=rows["target"].map(_codes)).explode("target", ignore_index=True)
    return rows[rows["target"].notna() & (rows["target"] != rows["actor"])].reset_index(drop=True)


def actor_rows(table: pd.DataFrame, by: str | None, labels: Sequence[str], needed: Sequence[str] = ()) -> pd.DataFrame:
    """Check statements and give those that have an actor, with ``weight`` and ``period``; see ``dyad_rows``."""
    if by is not None and by not in PERIODS:
        raise ValueError(f"by is {by!r}; expected one of {', '.join(PERIODS)}, or None for the whole time")
    filled = ["document", *labels, *(["date"] if by else [])]
    missing = [name for name in ("actor", *needed, *filled) if name not in table.columns]
    if missing:
        raise ValueError(f"the statements lack the columns {missing}; found {list(table.columns)}")
    for name in filled:
        _refuse_empty(table, name)
    rows = table.assign(weight=_weight(table))
    if by:
        rows["period"] = _dates(table["date"]).dt.to_period(PERIODS[by]).dt.start_time
    return rows[rows["actor"].notna() & (rows["actor"] != "")].reset_index(drop=True)


def _codes(cell: str) -> list[str]:
    """Give each actor of a cell once.

    >>> _codes("RU, CN,RU")
    ['RU', 'CN']
    """
    return list(dict.fromkeys(code.strip() for code in cell.split(",") if code.strip()))


def _refuse_empty(table: pd.DataFrame, name: str) -> None:
    empty = table[name].isna()
    if empty.any():
        raise ValueError(
            f"{name} is missing in {empty.sum():,} of {len(table):,} statements, first in row {empty.idxmax()!r}; "
            "fill them or leave them out"
        )


def _dates(column: "pd.Series[Any]") -> "pd.Series[Any]":
    if pd.api.types.is_datetime64_any_dtype(column):
        return pd.Series(column.dt.tz_localize(None))
    dates = pd.to_datetime(column.astype("string"), format="%Y-%m-%d", errors="coerce")
    if dates.isna().any():
        wrong = column[dates.isna()]
        raise ValueError(f"row {wrong.index[0]!r}: date is {wrong.iloc[0]!r}; expected a day as YYYY-MM-DD")
    return dates


def _weight(table: pd.DataFrame) -> "pd.Series[float]":
    """Give the weights; one each where there are none."""
    if "weight" not in table or table["weight"].isna().all():
        return pd.Series(1.0, table.index)
    _refuse_empty(table, "weight")
    weight = table["weight"].astype(float)
    wrong = weight[~weight.between(0, np.inf, inclusive="neither")]
    if len(wrong):
        raise ValueError(f"row {wrong.index[0]!r}: weight is {wrong.iloc[0]}; expected a number above 0")
    return weight
