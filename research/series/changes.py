"""When a dyad moved from one level to another, and how sure that is."""

from collections.abc import Hashable
from typing import NamedTuple

import numpy as np
import pandas as pd
from ruptures import Pelt
from ruptures.base import BaseCost
from scipy.special import expit, logsumexp, softmax

from research.evaluation.uncertainty import LEVEL
from research.series.measures import Array
from research.series.noise import each_dyad, sampling_variance

#: A level lasts at least so many periods with statements.
SHORTEST = 3


class Misfit(BaseCost):  # type: ignore[misc]
    """Squared distance of values from their level, in units of the variance of each.

    It is minus twice the logarithm of a normal likelihood, up to a constant. The signal has shape (t, 2): values and
    precisions.
    """

    model = "weighted mean"
    min_size = 1

    def fit(self, signal: Array) -> "Misfit":
        """Sum up, so that each stretch costs two subtractions."""
        value, precision = signal.T
        powers = np.stack([precision, precision * value, precision * value**2])
        self.sums = np.concatenate([np.zeros((3, 1)), powers.cumsum(axis=1)], axis=1)
        self.signal = signal
        return self

    def error(self, start: int, end: int) -> float:
        """Give the misfit of ``signal[start:end]``."""
        zeroth, first, second = self.sums[:, end] - self.sums[:, start]
        return float(second - first**2 / zeroth)

    def level(self, start: int, end: int) -> float:
        """Give the weighted mean of ``signal[start:end]``."""
        zeroth, first, _ = self.sums[:, end] - self.sums[:, start]
        return float(first / zeroth)


class Change(NamedTuple):
    """A change at ``place``, the first value of the new level; ``earliest`` and ``latest`` hold it at 95 %."""

    place: int
    earliest: int
    latest: int
    before: float
    after: float
    probability: float


def change_points(series: pd.DataFrame, measure: str = "stance") -> pd.DataFrame:
    """Find when the level of each dyad changed.

    Levels are fitted by PELT (Killick, Fearnhead and Eckley 2012, by ruptures). A change must lower the misfit by more
    than 3 log t for t periods, the leading term of the modified Schwarz criterion of Zhang and Siegmund (2007, "A
    Modified Bayes Information Criterion"). Where neighbouring periods differ by more than their documents explain, all
    variances are raised by that factor first, so that restless series do not break at every turn.

    Args:
        series: from ``dyads`` or ``actors``, by a period.
        measure: what is looked at.

    Returns:
        One row a change: ``actor``, ``target``, ``period`` (the first of the new level), ``earliest`` and ``latest``
        (which hold it at 95 %), ``before`` and ``after`` (the levels), and ``probability``, that there is a change at
        all between the neighbouring ones, if one was as likely as none beforehand and each place as likely as another
        (Kass and Raftery 1995, the Schwarz approximation). It does not know that a slow drift also looks like steps,
        and one very odd period like a short level.

    Raises:
        ValueError: where the series has no periods.
    """
    names = [name for name in ("actor", "target") if name in series]
    columns = [*names, "period", "earliest", "latest", "before", "after", "probability"]
    rows = [row for dyad in each_dyad(series) for row in _of_dyad(dyad, names, measure)]
    return pd.DataFrame(rows, columns=columns)


def _of_dyad(dyad: pd.DataFrame, names: list[str], measure: str) -> list[dict[Hashable, object]]:
    variance = sampling_variance(dyad, measure)
    filled = ~np.isnan(variance)
    period = dyad["period"].to_numpy()[filled]
    found = changes(dyad[measure].to_numpy(float)[filled], variance[filled])
    who = dyad[names].iloc[0].to_dict()
    return [
        who
        | {"period": period[change.place], "earliest": period[change.earliest], "latest": period[change.latest]}
        | {"before": change.before, "after": change.after, "probability": change.probability}
        for change in found
    ]


def changes(values: Array, variance: Array) -> list[Change]:
    """Find the changes of level in values whose sampling variance is known; both of shape (t,), without gaps."""
    if len(values) < 2 * SHORTEST:
        return []
    misfit = Misfit().fit(np.stack([values, 1 / (variance * _restlessness(values, variance))], axis=1))
    search = Pelt(custom_cost=misfit, min_size=SHORTEST, jump=1).fit(misfit.signal)
    places = [0, *search.predict(pen=3 * np.log(len(values)))]
    return [_change(misfit, *around) for around in zip(places, places[1:], places[2:], strict=False)]


def _restlessness(values: Array, variance: Array) -> float:
    """How much more neighbours differ than their noise explains, at least 1.

    By the median, which a few jumps do not move; 0.6745 is the median of a normal distance.
    """
    steps = np.abs(np.diff(values)) / np.sqrt(variance[1:] + variance[:-1])
    return max(1.0, float(np.median(steps) / 0.6745) ** 2)


def _change(misfit: Misfit, start: int, place: int, end: int) -> Change:
    possible = range(start + SHORTEST, end - SHORTEST + 1)
    split = np.array([misfit.error(start, at) + misfit.error(at, end) for at in possible])
    gain = (misfit.error(start, end) - split - np.log(end - start)) / 2
    likely = softmax(gain)
    order = np.argsort(-likely)
    held = start + SHORTEST + order[: np.searchsorted(likely[order].cumsum(), LEVEL) + 1]
    probability = expit(logsumexp(gain) - np.log(len(gain)))
    levels = misfit.level(start, place), misfit.level(place, end)
    return Change(place, int(held.min()), int(held.max()), *levels, float(probability))
