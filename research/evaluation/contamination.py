"""Which test rows a model may have seen in training: exact, normalised and near duplicates.

Near duplicates are found as in Lee et al. 2022 ("Deduplicating Training Data Makes Language Models Better"): MinHash
proposes pairs, and the Jaccard similarity of their character 5-grams decides.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import permutations

import pandas as pd
from datasketch import MinHash, MinHashLSH

#: Kinds of duplicates, the plainest first.
KINDS = ("exact", "normalised", "near")

_NOT_LETTERS = re.compile(r"[\W_]+")
_WIDTH = 5
_PERMUTATIONS = 64
# MinHash only proposes, so it is asked for less similar pairs than wanted and misses few.
_MARGIN = 0.2


def normalised(text: str) -> str:
    """Reduce a text to its letters and digits, in lower case, with one space between words.

    >>> normalised("«Ми — ГОТОВІ!»  🕊️")
    'ми готові'
    """
    return _NOT_LETTERS.sub(" ", unicodedata.normalize("NFKC", text).casefold()).strip()


def similarity(text: str, other: str) -> float:
    """Give the Jaccard similarity of the character 5-grams of two texts, normalised; from 0 to 1."""
    return _jaccard(_grams(normalised(text)), _grams(normalised(other)))


def duplicates(texts: Sequence[str], others: Sequence[str], threshold: float = 0.7) -> pd.DataFrame:
    """Find the texts that also stand among others.

    Args:
        texts: n texts, such as those of the test rows.
        others: m texts, such as those of the training rows.
        threshold: similarity from which two texts are near duplicates, above 0.2 and at most 1.

    Returns:
        One row for each of the texts that has a duplicate, its closest: ``position`` and ``match`` are the places in
        the two sequences, ``kind`` is exact, normalised or near, ``similarity`` from threshold to 1.

    Raises:
        ValueError: where the threshold is out of range.
    """
    if not _MARGIN < threshold <= 1:
        raise ValueError(f"threshold is {threshold}; expected above {_MARGIN} and at most 1")
    found = _equal(texts, others, "exact")
    rest = {place: normalised(text) for place, text in enumerate(texts) if place not in found}
    plain = [normalised(other) for other in others]
    found |= _equal(rest, plain, "normalised")
    found |= _near({place: text for place, text in rest.items() if place not in found}, plain, threshold)
    rows = [(place, *found[place]) for place in sorted(found)]
    return pd.DataFrame(rows, columns=["position", "match", "kind", "similarity"])


def contamination(test: pd.DataFrame, train: pd.DataFrame, threshold: float = 0.7) -> pd.DataFrame:
    """Find the test rows whose text also stands in the training rows.

    Args:
        test: a statement table.
        train: another one.
        threshold: as in ``duplicates``.

    Returns:
        One row for each contaminated test row: ``id``, ``match`` (the training row's id), ``kind``, ``similarity``.
    """
    found = duplicates(test["text"].tolist(), train["text"].tolist(), threshold)
    return found.assign(
        id=test["id"].to_numpy()[found["position"]],
        match=train["id"].to_numpy()[found["match"]],
    )[["id", "match", "kind", "similarity"]]


def between_splits(table: pd.DataFrame, threshold: float = 0.7) -> pd.DataFrame:
    """Find what the splits of one corpus share.

    Returns:
        As ``contamination``, for each ordered pair of splits, which ``split`` and ``other`` name.
    """
    parts = dict(iter(table.groupby("split", sort=False)))
    reports = [
        contamination(parts[split], parts[other], threshold).assign(split=split, other=other)
        for split, other in permutations(parts, 2)
    ]
    return pd.concat(reports, ignore_index=True) if reports else contamination(table.head(0), table.head(0))


def clean(test: pd.DataFrame, train: pd.DataFrame, threshold: float = 0.7) -> pd.DataFrame:
    """Keep the test rows whose text does not stand in the training rows, not even nearly."""
    return test[~test["id"].isin(contamination(test, train, threshold)["id"])].reset_index(drop=True)


_Found = dict[int, tuple[int, str, float]]


def _equal(texts: Sequence[str] | dict[int, str], others: Sequence[str], kind: str) -> _Found:
    places = {other: place for place, other in reversed(list(enumerate(others)))}
    given = texts.items() if isinstance(texts, dict) else enumerate(texts)
    return {place: (places[text], kind, 1.0) for place, text in given if text in places}


def _near(texts: dict[int, str], others: Sequence[str], threshold: float) -> _Found:
    if not texts:
        return {}
    grams = [_grams(other) for other in others]
    index = MinHashLSH(threshold=threshold - _MARGIN, num_perm=_PERMUTATIONS)
    for place, sketch in enumerate(_sketches(grams)):
        index.insert(place, sketch)
    own = [_grams(text) for text in texts.values()]
    found: _Found = {}
    for place, mine, sketch in zip(texts, own, _sketches(own), strict=True):
        scored = [(_jaccard(mine, grams[match]), match) for match in index.query(sketch)]
        best, match = max(scored, default=(0.0, 0))
        if best >= threshold:
            found[place] = (match, "near", best)
    return found


def _jaccard(grams: set[bytes], others: set[bytes]) -> float:
    return len(grams & others) / len(grams | others)


def _grams(text: str) -> set[bytes]:
    """The character 5-grams of a normalised text; of a shorter one, the text itself."""
    return {text[start : start + _WIDTH].encode() for start in range(max(1, len(text) - _WIDTH + 1))}


def _sketches(grams: Iterable[set[bytes]]) -> list[MinHash]:
    return list(MinHash.bulk(grams, num_perm=_PERMUTATIONS))
