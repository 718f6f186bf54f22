"""A series without the noise of few documents: the local level model.

The mean of a period is a level plus sampling noise, and the level takes a random step each period (Durbin and Koopman
2012, "Time Series Analysis by State Space Methods", chapter 2). The noise is known from the documents; the size of a
step is estimated by maximum likelihood; the Kalman smoother of statsmodels gives the level with its band.

It was taken before lowess because a month of three documents then weighs less than one of three hundred, a gap widens
the band instead of being bridged unseen, and how much to smooth is estimated and not chosen.
"""

import numpy as np
import pandas as pd
from scipy.optimize import minimize_scalar
from scipy.stats import norm
from statsmodels.tsa.statespace.kalman_smoother import KalmanSmoother

from research.evaluation.uncertainty import LEVEL
from research.series.measures import Array
from research.series.noise import each_dyad, sampling_variance

#: A level and a step are not estimated from fewer periods.
FEWEST_PERIODS = 6


def smooth(series: pd.DataFrame, measure: str = "stance") -> pd.DataFrame:
    """Estimate the level of each dyad in each period.

    Args:
        series: from ``dyads`` or ``actors``, by a period.
        measure: what is smoothed.

    Returns:
        The series with ``..._level``, ``..._level_low`` and ``..._level_high``, a 95 % band at each period by itself.
        NaN before a dyad's first statement and after its last, and where fewer than ``FEWEST_PERIODS`` periods have
        statements. The band takes the size of a step as known.

    Raises:
        ValueError: where the series has no periods.
    """
    numbered = series.reset_index(drop=True)
    smoothed = pd.concat([_smoothed(dyad, measure) for dyad in each_dyad(numbered)])
    return smoothed.sort_index().set_axis(series.index)


def _smoothed(dyad: pd.DataFrame, measure: str) -> pd.DataFrame:
    variance = sampling_variance(dyad, measure)
    filled = np.flatnonzero(~np.isnan(variance))
    level, error = np.full((2, len(dyad)), np.nan)
    if len(filled) >= FEWEST_PERIODS:
        covered = slice(filled[0], filled[-1] + 1)
        level[covered], error[covered] = local_level(dyad[measure].to_numpy(float)[covered], variance[covered])
    reach = norm.ppf((1 + LEVEL) / 2) * error
    name = f"{measure}_level"
    return dyad.assign(**{name: level, f"{name}_low": level - reach, f"{name}_high": level + reach})


def local_level(values: Array, variance: Array) -> tuple[Array, Array]:
    """Smooth values whose sampling variance is known.

    Args:
        values: of t periods, NaN in empty ones.
        variance: of the values' noise.

    Returns:
        The level and its standard error, each of shape (t,).
    """
    model = KalmanSmoother(k_endog=1, k_states=1, design=[[1.0]], transition=[[1.0]], selection=[[1.0]])
    model.bind(values[:, None].copy())
    model["obs_cov"] = np.nan_to_num(variance, nan=1.0)[None, None, :]  # in a gap it is not used
    model.initialize_diffuse()

    def misfit(log_step: float) -> float:
        model["state_cov"] = np.array([[np.exp(log_step)]])
        return -float(model.loglike())

    around = np.log(np.nanmean(variance))
    model["state_cov"] = np.array([[np.exp(minimize_scalar(misfit, bounds=(around - 14, around + 7)).x)]])
    smoothed = model.smooth()
    return smoothed.smoothed_state[0], np.sqrt(smoothed.smoothed_state_cov[0, 0])
