"""How often an interval holds the truth, naive and corrected, where a model's errors lean one way.

In each drawn world statements come in documents that have a tone of their own. Two actors speak, and the model errs
differently on each: it takes some of the first one's kind words for plain ones and some plain ones for demands, and it
overlooks demands of the second. What the model calls demanding is three times as likely to be coded by hand.
"""

from collections.abc import Iterator

import numpy as np
import pandas as pd
from scipy.stats import norm

from research.evaluation.uncertainty import Estimate
from research.series.correction import corrected_mean, naive_mean
from research.series.measures import Array

#: Means of what the statements of each actor lean to, in standard deviations of a statement within its document.
_LEANING = {"first": -0.3, "second": 0.2}
#: How far the tones of documents differ, and how far from 0 a statement is no longer neutral.
_TONES, _CUT = 0.6, 0.6
#: Chances that the model takes one stance for another: actor, stance, taken for, chance.
_ERRORS = (("first", 1, 0, 0.35), ("first", 0, -1, 0.2), ("second", -1, 0, 0.5), ("second", 0, 1, 0.1))


def coverage(repetitions: int, documents: int = 120, size: int = 8, share: float = 0.15, seed: int = 0) -> pd.DataFrame:
    """Draw worlds, estimate each actor's mean stance in them, and count the intervals that hold the true one.

    Args:
        repetitions: number of worlds.
        documents: of each actor in each.
        size: statements in a document, on average.
        share: of the statements that are coded, on average.
        seed: of the draws.

    Returns:
        One row for each ``actor`` and ``estimate`` (naive, corrected): ``truth``, ``mean`` of the estimates,
        ``coverage``, ``width`` of the intervals on average, and ``coded`` statements on average.
    """
    generator = np.random.default_rng(seed)
    rows = [
        {"actor": actor, "estimate": name, "coded": coded, **estimate._asdict()}
        for _ in range(repetitions)
        for actor in _LEANING
        for name, coded, estimate in _estimates(_world(actor, documents, size, share, generator))
    ]
    drawn = pd.DataFrame(rows)
    drawn["truth"] = drawn["actor"].map(truth)
    drawn["coverage"] = drawn["truth"].between(drawn["low"], drawn["high"]).astype(float)
    drawn["width"] = drawn["high"] - drawn["low"]
    means = drawn.groupby(["actor", "estimate"], sort=False)[["truth", "value", "coverage", "width", "coded"]].mean()
    return means.rename(columns={"value": "mean"}).reset_index()


def truth(actor: str) -> float:
    """Give the mean stance of an actor over all worlds."""
    spread = np.hypot(1, _TONES)
    kind, demanding = norm.cdf(np.array([_LEANING[actor] - _CUT, -_LEANING[actor] - _CUT]) / spread)
    return float(kind - demanding)


def _world(actor: str, documents: int, size: int, share: float, generator: np.random.Generator) -> pd.DataFrame:
    sizes = 1 + generator.poisson(size - 1, documents)
    tones = np.repeat(generator.normal(_LEANING[actor], _TONES, documents), sizes)
    said = tones + generator.normal(size=len(tones))
    stance = np.where(said > _CUT, 1.0, np.where(said < -_CUT, -1.0, 0.0))
    predicted = _misread(stance, actor, generator)
    eagerness = np.where(predicted == -1, 3.0, 1.0)
    probability = np.minimum(share * eagerness / eagerness.mean(), 1)
    coded = np.where(generator.random(len(stance)) < probability, stance, np.nan)
    names = np.repeat(np.arange(documents), sizes)
    return pd.DataFrame({"predicted": predicted, "coded": coded, "probability": probability, "documents": names})


def _misread(stance: Array, actor: str, generator: np.random.Generator) -> Array:
    predicted, luck = stance.copy(), generator.random(len(stance))
    for who, said, taken, chance in _ERRORS:
        if who == actor:
            predicted[(stance == said) & (luck < chance)] = taken
    return predicted


def _estimates(world: pd.DataFrame) -> Iterator[tuple[str, int, Estimate]]:
    coded = int(world["coded"].notna().sum())
    yield "naive", coded, naive_mean(world["predicted"], world["documents"])
    yield "corrected", coded, corrected_mean(**{str(name): column for name, column in world.items()})
