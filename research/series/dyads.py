"""Who is how conciliatory towards whom, and when: means by dyad and period."""

from collections.abc import Sequence

import pandas as pd

from research.series.means import clustered_means
from research.series.measures import MEASURES, column_of, numbers
from research.series.rows import PERIODS, actor_rows, dyad_rows


def dyads(
    table: pd.DataFrame, by: str | None = "month", measures: Sequence[str] = ("stance", "intensity")
) -> pd.DataFrame:
    """Average the statements of each actor towards each target.

    A statement aimed at several actors counts towards each. Statements without an actor or a target, and those aimed at
    their own actor, belong to no dyad.

    Args:
        table: statements with ``actor``, ``target`` (comma-separated codes), ``document``, ``date`` (YYYY-MM-DD), the
            columns of the measures, and optionally ``weight``.
        by: ``day``, ``week``, ``month``, ``quarter`` or ``year``; None for the whole time.
        measures: keys of ``MEASURES``: ``stance`` (-1 demanding to 1 conciliatory), ``intensity`` (-2 to 2),
            ``sentiment`` (-1 to 1), or the share of a stance, by its name.

    Returns:
        One row for each dyad and period from the first of the table to the last: ``actor``, ``target``, ``period`` (its
        first day), ``statements``, ``documents``, and for each measure its mean and ``..._error``, ``..._low``,
        ``..._high``, see ``clustered_means``. Where there are no statements the counts are 0 and the rest is NaN.

    Raises:
        ValueError: where ``by`` or a measure is unknown, a column is missing, or a row has no date, document or label.
    """
    labels = [column_of(measure) for measure in measures]
    return _averaged(dyad_rows(table, by, labels), ["actor", "target"], by, measures)


def actors(
    table: pd.DataFrame, by: str | None = "month", measures: Sequence[str] = ("stance", "intensity")
) -> pd.DataFrame:
    """Average the statements of each actor, whoever they are aimed at; see ``dyads``. There is no ``target``."""
    labels = [column_of(measure) for measure in measures]
    return _averaged(actor_rows(table, by, labels), ["actor"], by, measures)


def _averaged(rows: pd.DataFrame, names: list[str], by: str | None, measures: Sequence[str]) -> pd.DataFrame:
    keys = [*names, "period"] if by else names
    grouped = rows.groupby(keys)
    frame = grouped["document"].agg(statements="size", documents="nunique").reset_index()
    groups, documents = grouped.ngroup().to_numpy(), pd.factorize(rows["document"])[0]
    weight = rows["weight"].to_numpy(float)
    for measure in measures:
        means = clustered_means(numbers(rows[column_of(measure)], measure), weight, documents, groups)
        frame[measure], frame[f"{measure}_error"] = means.mean, means.error
        frame[f"{measure}_low"] = means.low.clip(min=MEASURES[measure][0])
        frame[f"{measure}_high"] = means.high.clip(max=MEASURES[measure][1])
    return _with_gaps(frame, names, by) if by and len(frame) else frame


def _with_gaps(frame: pd.DataFrame, names: list[str], by: str) -> pd.DataFrame:
    """Add the periods in which a dyad has no statements."""
    first, last = frame["period"].min(), frame["period"].max()
    periods = pd.period_range(first, last, freq=PERIODS[by]).start_time.rename("period")
    every = frame[names].drop_duplicates().merge(periods.to_frame(index=False), how="cross")
    filled = every.merge(frame, how="left", on=[*names, "period"])
    return filled.fillna({"statements": 0, "documents": 0}).astype({"statements": int, "documents": int})
