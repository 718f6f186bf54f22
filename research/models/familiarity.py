"""Whether a text is of the kind that a model learnt from: how probable its words are there.

The stems of words are drawn one by one, as a unigram model has it (Jurafsky and Martin 2024, chapter 3, with add-one
smoothing). Every actor is the same word, or a state that is seldom in the news would make a text strange. The mean
log-probability of a text is then ranked among those of held-out statements: a conformal p-value (Vovk et al. 2005,
"Algorithmic Learning in a Random World"), so among texts of that kind it is at most p with probability p.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from research.features.actors import masked_words
from research.features.texts import check_texts

Array = NDArray[np.float32]

_BUCKETS = 1 << 16
_FOLDS = 5
#: Held-out scores kept: their quantiles at so many steps.
_STEPS = 200
#: So many letters of a word are its stem.
_STEM = 5


def _stems(text: str) -> list[str]:
    return [form[:_STEM] for form in masked_words(text)]


@cache
def _hasher() -> Any:
    from sklearn.feature_extraction.text import HashingVectorizer  # a second to import, which most do not need

    return HashingVectorizer(analyzer=_stems, n_features=_BUCKETS, alternate_sign=False, norm=None, dtype=np.float32)


class Familiarity:
    """For each language, a unigram model and the scores of held-out statements.

    Attributes:
        log_probability: by language, that of each hashed word, of shape (65536,).
        reference: by language, quantiles of the scores of held-out statements, ascending, of shape (201,).
    """

    def __init__(self, log_probability: dict[str, Array], reference: dict[str, Array]) -> None:
        self.log_probability = log_probability
        self.reference = reference

    def p_values(self, texts: Iterable[str], languages: Sequence[str | None]) -> NDArray[np.float64]:
        """Say how familiar n texts are.

        Args:
            texts: n texts.
            languages: the language of each; None for one that the model does not know.

        Returns:
            Of shape (n,), the share of held-out statements that are no more familiar. Below 0.05 a text is stranger
            than all but one in twenty of the statements that the model learnt from; in another language it is 0.
        """
        known, spoken = check_texts(texts), np.asarray(languages, dtype=object)
        found = np.zeros(len(known))
        for language, reference in self.reference.items():
            rows = np.flatnonzero(spoken == language)
            if not len(rows):
                continue
            counts = _hasher().transform([known[row] for row in rows])
            below = np.searchsorted(reference, _mean(counts, self.log_probability[language]), side="right")
            found[rows] = np.maximum(below, 1) / (len(reference) + 1)
        return found


def fit_familiarity(texts: Sequence[str], languages: Sequence[str], documents: Sequence[str]) -> Familiarity:
    """Learn what is familiar.

    Args:
        texts: n statements.
        languages: of each.
        documents: where each stands; statements are scored by a model that saw nothing of their document.
    """
    counts = _hasher().transform(check_texts(texts))
    spoken, fold = np.asarray(languages), np.unique(np.asarray(documents), return_inverse=True)[1] % _FOLDS
    log_probability, reference = {}, {}
    for language in sorted(set(languages)):
        rows = spoken == language
        log_probability[language] = _log_probability(counts[rows])
        reference[language] = _reference(counts[rows], fold[rows])
    return Familiarity(log_probability, reference)


def _reference(counts: csr_matrix, fold: NDArray[np.intp]) -> Array:
    held_out = [_mean(counts[fold == part], _log_probability(counts[fold != part])) for part in np.unique(fold)]
    quantiles: Array = np.quantile(np.concatenate(held_out), np.linspace(0, 1, _STEPS + 1)).astype(np.float32)
    return quantiles


def _log_probability(counts: csr_matrix) -> Array:
    total = np.asarray(counts.sum(axis=0), dtype=np.float64).ravel() + 1
    found: Array = np.log(total / total.sum()).astype(np.float16).astype(np.float32)
    return found


def _mean(counts: csr_matrix, log_probability: Array) -> Array:
    length = np.asarray(counts.sum(axis=1)).ravel()
    summed = np.asarray(counts @ log_probability).ravel()
    found: Array = np.divide(summed, length, out=np.full(len(length), log_probability.min()), where=length > 0)
    return found
