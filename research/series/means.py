"""Means of many groups at once, with intervals that take documents, not statements, for the independent witnesses."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import stats

from research.evaluation.uncertainty import LEVEL
from research.series.measures import Array

Codes = NDArray[np.integer]


class Means(NamedTuple):
    """Of g groups, each of shape (g,): mean, its standard error, its 95 % interval, and the number of documents."""

    mean: Array
    error: Array
    low: Array
    high: Array
    documents: Array


def clustered_means(values: Array, weight: Array, documents: Codes, groups: Codes) -> Means:
    """Compute weighted means and what they are unsure of.

    The error is the linearised one of a ratio over clusters (Särndal, Swensson and Wretman 1992, "Model Assisted Survey
    Sampling", section 5.7): residuals are summed within documents before they are squared. The interval is Student's
    with one degree of freedom less than documents (Cameron and Miller 2015, section VI). A formula, not a bootstrap,
    for a month of three documents has no useful resamples.

    Args:
        values: n values.
        weight: n weights above 0.
        documents: n numbers of documents.
        groups: n numbers from 0 to g - 1, each of which occurs.

    Returns:
        Of g groups. Error and interval are NaN where a group has one document, or documents that do not differ at all:
        what is seen then says nothing about how sure the mean is.
    """
    total = np.bincount(groups, weight)
    mean = np.bincount(groups, weight * values) / total
    error, count = clustered_errors(weight * (values - mean[groups]), documents, groups)
    error = np.where(error > 0, error, np.nan) / total
    reach = error * quantile(count - 1)
    return Means(mean, error, mean - reach, mean + reach, count)


def clustered_errors(residuals: Array, documents: Codes, groups: Codes) -> tuple[Array, Array]:
    """Give the standard error of the sum of each group's residuals, and the number of its documents.

    Returns:
        Two arrays of shape (g,); the error is NaN where a group has one document.
    """
    most = documents.max(initial=0) + 1
    pairs, place = np.unique(groups * most + documents, return_inverse=True)
    group = pairs // most
    sums = np.bincount(place, residuals)
    count = np.bincount(group).astype(float)
    scale = np.divide(count, count - 1, out=np.full(len(count), np.nan), where=count > 1)
    # Sums that differ from zero by rounding alone are none.
    sums[np.abs(sums) < 1e-9] = 0
    return np.sqrt(scale * np.bincount(group, sums**2)), count


def quantile(degrees: Array) -> Array:
    """Give how many standard errors a 95 % interval reaches to each side; NaN without a degree of freedom."""
    return np.asarray(stats.t.ppf((1 + LEVEL) / 2, np.where(degrees > 0, degrees, np.nan)))
