"""Naive and corrected means of dyads, side by side."""

import numpy as np
import pandas as pd

from research.evaluation.uncertainty import Estimate
from research.series.correction import TooFewCoded, corrected_mean, naive_mean
from research.series.measures import MEASURES, column_of, expected, numbers
from research.series.rows import dyad_rows

_NONE = Estimate(np.nan, np.nan, np.nan)


def add_codes(table: pd.DataFrame, codes: pd.DataFrame) -> pd.DataFrame:
    """Lay codes made by hand beside what a model predicted.

    Args:
        table: statements with ``id``, their labels predicted.
        codes: with ``id``, ``probability`` (of having been drawn) and the labels, as ``detente code`` writes them;
            numbers may be strings. A statement that was skipped has no labels.

    Returns:
        The table, its ``id`` as strings, with ``coded_stance``, ``coded_intensity``, ``coded_sentiment`` (those that
        the codes have) and ``probability``, empty where a statement was not coded.

    Raises:
        ValueError: where a column is missing, an id is coded twice, a coded statement is not in the table, or what
            should be a number is none.
    """
    missing = [name for name in ("id", "probability") if name not in codes]
    if missing:
        raise ValueError(f"the codes lack the columns {missing}; found {list(codes.columns)}")
    table, codes = (frame.assign(id=frame["id"].astype(str)) for frame in (table, codes))
    if codes["id"].duplicated().any():
        raise ValueError(f"the id {codes.loc[codes['id'].duplicated(), 'id'].iloc[0]!r} is coded twice; expected once")
    unknown = codes.loc[~codes["id"].isin(table["id"]), "id"]
    if len(unknown):
        raise ValueError(f"{len(unknown)} coded ids are not among the statements, first {unknown.iloc[0]!r}")
    labels = [name for name in ("stance", "intensity", "sentiment") if name in codes]
    known = codes[["id", "probability", *labels]].replace("", None)
    for name in known.columns.intersection(["intensity", "probability"]):
        known[name] = pd.to_numeric(known[name])
    return table.merge(known.rename(columns={name: f"coded_{name}" for name in labels}), how="left", on="id")


def correct_dyads(table: pd.DataFrame, by: str | None = None, measure: str = "stance") -> pd.DataFrame:
    """Average each dyad twice: as the model has it, and corrected for the model's errors.

    Args:
        table: statements as ``dyads`` takes them, with ``coded_...`` and ``probability`` from ``add_codes``. Where the
            probabilities ``p_...`` of a predictor are there, the correction leans on them.
        by: a period, or None for the whole time; few samples reach for months.
        measure: a key of ``MEASURES``.

    Returns:
        One row for each dyad and period with statements: ``actor``, ``target``, ``period``, ``statements``, ``coded``,
        ``naive`` and ``corrected``, each with ``..._low`` and ``..._high``; ``note`` says why a correction is missing.

    Raises:
        ValueError: as ``dyads`` and ``corrected_mean`` do.
    """
    label = column_of(measure)
    missing = [name for name in (f"coded_{label}", "probability") if name not in table]
    if missing:
        raise ValueError(f"the statements lack the columns {missing}; add_codes gives them")
    keys = ["actor", "target", "period"] if by else ["actor", "target"]
    grouped = dyad_rows(table, by, [label]).groupby(keys)
    return pd.DataFrame([dict(zip(keys, names, strict=True)) | _both(rows, measure) for names, rows in grouped])


def _both(rows: pd.DataFrame, measure: str) -> dict[str, object]:
    label = column_of(measure)
    coded = numbers(rows[f"coded_{label}"], measure)
    weight, note = rows["weight"], ""
    naive = naive_mean(numbers(rows[label], measure), rows["document"], weight)
    try:
        chance = rows["probability"].to_numpy(float, na_value=np.nan)
        corrected = corrected_mean(expected(rows, measure), coded, chance, rows["document"], weight)
    except TooFewCoded as few:
        corrected, note = _NONE, str(few)
    counts = {"statements": len(rows), "coded": int((~np.isnan(coded)).sum())}
    return counts | _named("naive", naive, measure) | _named("corrected", corrected, measure) | {"note": note}


def _named(name: str, estimate: Estimate, measure: str) -> dict[str, float]:
    least, most = MEASURES[measure]
    low, high = np.clip(estimate.low, least, most), np.clip(estimate.high, least, most)
    return {name: estimate.value, f"{name}_low": float(low), f"{name}_high": float(high)}
