"""Means that are right although the model is not: design-based correction by a sample coded by hand.

A mean over predicted labels has the model's errors in it, and no number of statements removes them. On a random sample
coded by hand the errors are seen. Each statement gets the pseudo-outcome

    g + (k / probability) (coded - g)

where the second term is there for coded statements alone, and k scales the weights so that they sum to the population.
Its mean is unbiased for large samples whatever g is (design-based supervised learning: Egami, Hinck, Stewart and Wei
2023, "Using Imperfect Surrogates for Downstream Inference", NeurIPS; with equal probabilities prediction-powered
inference: Angelopoulos et al. 2023, Science 382). Here g is a straight line of the prediction, fitted to the sample: a
model that is worth nothing gets the slope 0 and does no harm, one that is right gets 1. That is the regression
estimator of survey sampling (Särndal, Swensson and Wretman 1992, chapter 6).

``ppi-python`` gives the same estimate where probabilities are equal (a test compares them), but knows no documents.
"""

from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from research.evaluation.uncertainty import Estimate
from research.series.means import clustered_errors, clustered_means, quantile
from research.series.measures import Array

#: Fewer coded statements, or in fewer documents, do not show a model's errors.
FEWEST_CODED = 30
FEWEST_DOCUMENTS = 10


class TooFewCoded(ValueError):
    """The sample coded by hand is too small for a correction."""


def naive_mean(predicted: ArrayLike, documents: ArrayLike, weight: ArrayLike | None = None) -> Estimate:
    """Average predictions as if they were true, with a 95 % interval over documents; see ``clustered_means``."""
    values = np.asarray(predicted, float)
    codes = pd.factorize(np.asarray(documents))[0]
    means = clustered_means(values, _weights(weight, len(values)), codes, np.zeros(len(values), int))
    return Estimate(float(means.mean[0]), float(means.low[0]), float(means.high[0]))


def corrected_mean(
    predicted: ArrayLike,
    coded: ArrayLike,
    probability: ArrayLike,
    documents: ArrayLike,
    weight: ArrayLike | None = None,
) -> Estimate:
    """Average n statements without the model's errors.

    Args:
        predicted: n numbers: what the model makes of each statement, the coded ones too. It must not have learnt from
            the coded ones.
        coded: what the hand says, NaN where a statement was not coded. For a share, 1 and 0.
        probability: with which each coded statement came into the sample; their proportions suffice. Ignored where
            ``coded`` is NaN.
        documents: n names; statements of one document may be alike.
        weight: n weights of the statements themselves, where they are a sample too.

    Returns:
        The mean and its 95 % interval: linearised, over documents, with Student's quantile for the coded documents less
        the two that the line takes.

    Raises:
        TooFewCoded: where fewer than ``FEWEST_CODED`` statements or ``FEWEST_DOCUMENTS`` documents are coded.
        ValueError: where lengths differ, a prediction is missing, or a probability is not above 0 and at most 1.
    """
    surrogate, truth = np.asarray(predicted, float), np.asarray(coded, float)
    chance, names = np.asarray(probability, float), np.asarray(documents)
    weights = _weights(weight, len(surrogate))
    _check(surrogate, truth, chance, names)
    seen = ~np.isnan(truth)
    coded_documents = len(np.unique(names[seen]))
    refuse_few(int(seen.sum()), coded_documents)

    raised = np.zeros(len(surrogate))
    raised[seen] = weights[seen] / chance[seen]
    raised *= weights.sum() / raised.sum()
    line = _line(surrogate[seen], truth[seen], raised[seen], surrogate)
    missed = np.where(seen, truth - line, 0)  # its raised sum is 0, for the line has an intercept
    value = float(np.average(line, weights=weights))
    residuals = weights * (line - value) + raised * missed
    error, _ = clustered_errors(residuals, pd.factorize(names)[0], np.zeros(len(names), int))
    degrees = coded_documents - 2
    reach = float(error[0] / weights.sum() * np.sqrt(coded_documents / degrees) * quantile(np.array(degrees)))
    return Estimate(value, value - reach, value + reach)


def refuse_few(coded: int, documents: int) -> None:
    """Refuse a sample that shows too little; see ``corrected_mean``."""
    if coded < FEWEST_CODED or documents < FEWEST_DOCUMENTS:
        raise TooFewCoded(
            f"{coded} statements in {documents} documents are coded; "
            f"at least {FEWEST_CODED} in {FEWEST_DOCUMENTS} are needed"
        )


def _line(known: Array, truth: Array, weights: Array, everywhere: Array) -> Array:
    """Fit truth by a line of what is known, by weighted least squares, and give it everywhere."""
    centre = np.average(known, weights=weights)
    spread = (weights * (known - centre) ** 2).sum()
    slope = (weights * (known - centre) * truth).sum() / spread if spread > 1e-12 else 0.0
    fitted: Array = np.average(truth, weights=weights) + slope * (everywhere - centre)
    return fitted


def _weights(weight: ArrayLike | None, n: int) -> Array:
    return np.ones(n) if weight is None else np.asarray(weight, float)


def _check(surrogate: Array, truth: Array, chance: Array, names: NDArray[Any]) -> None:
    lengths = {len(surrogate), len(truth), len(chance), len(names)}
    if len(lengths) > 1:
        raise ValueError(f"predicted, coded, probability and documents have lengths {sorted(lengths)}; expected one")
    if np.isnan(surrogate).any():
        raise ValueError(f"{np.isnan(surrogate).sum()} predictions are missing; expected one for each statement")
    drawn = chance[~np.isnan(truth)]
    wrong = drawn[~((drawn > 0) & (drawn <= 1))]
    if len(wrong):
        raise ValueError(f"a coded statement has the probability {wrong[0]}; expected above 0 and at most 1")
