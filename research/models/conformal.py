"""Sets of stances that hold the right one with a stated frequency (split conformal prediction, by crepes).

The non-conformity of a class is one less its probability; a set holds the classes that are no stranger than the stated
share of held-out statements of the same language (Vovk et al. 2005, Mondrian by language).
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


class Held(NamedTuple):
    """What held-out statements taught.

    Attributes:
        strangeness: one less the probability of the right class, of n statements that the model had not seen.
        languages: of each.
    """

    strangeness: Array
    languages: NDArray[np.str_]


def sets(held: Held, probability: Array, languages: NDArray[np.str_], coverage: float) -> NDArray[np.bool_]:
    """Give the classes that belong to the set of each of m texts.

    Args:
        held: of the model.
        probability: of shape (m, k).
        languages: of the m texts.
        coverage: how often a set is to hold the right class, above 0 and below 1. It does so for texts drawn like the
            held-out ones, on average within each language.

    Returns:
        Of shape (m, k).

    Raises:
        ValueError: where the coverage is out of range or a language was not among the held-out statements.
    """
    from crepes import ConformalClassifier

    if not 0 < coverage < 1:
        raise ValueError(f"coverage is {coverage}; expected above 0 and below 1")
    unknown = sorted(set(map(str, languages)) - set(held.languages))
    if unknown:
        raise ValueError(f"language is {unknown[0]!r}; sets are known for {', '.join(sorted(set(held.languages)))}")
    classifier = ConformalClassifier().fit(held.strangeness, bins=held.languages)
    found: NDArray[np.bool_] = (
        classifier.predict_set(1 - probability, bins=languages, confidence=coverage, smoothing=False) > 0
    )
    return found
