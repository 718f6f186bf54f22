"""How far the mean of a period strays because it is made of few documents."""

import numpy as np
import pandas as pd

from research.series.measures import Array


def sampling_variance(series: pd.DataFrame, measure: str) -> Array:
    """Estimate the variance of the mean of each period.

    The errors of single periods rest on a few documents each and are too rough to weigh by; a period in which all
    happen to agree would count without bound. So the variance of one document is pooled over the periods, and divided
    by the number of documents of each.

    Args:
        series: t periods of one dyad, from ``dyads``.
        measure: what was averaged.

    Returns:
        Of shape (t,); NaN in empty periods, and everywhere where no period shows two documents that differ.
    """
    documents = series["documents"].to_numpy(float)
    of_document = documents * series[f"{measure}_error"].fillna(0).to_numpy(float) ** 2
    degrees = np.maximum(documents - 1, 0)
    pooled = (degrees * of_document).sum() / max(degrees.sum(), 1)
    variance: Array = np.full(len(series), np.nan)
    np.divide(pooled, documents, out=variance, where=(documents > 0) & (pooled > 0))
    return variance


def each_dyad(series: pd.DataFrame) -> list[pd.DataFrame]:
    """Take a frame from ``dyads`` or ``actors`` apart, each part in the order of time.

    Raises:
        ValueError: where it has no periods.
    """
    if "period" not in series:
        raise ValueError(f"the series has no column 'period'; average by a period first. Found {list(series.columns)}")
    names = [name for name in ("actor", "target") if name in series]
    return [rows.sort_values("period") for _, rows in series.groupby(names)]
