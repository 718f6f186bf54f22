"""Labels of foreign schemes in the terms of the codebook; ``data/maps`` holds one file a scheme, with reasons.

Each scheme has two variants. ``strict`` maps a code only where all that it covers has one label under the codebook;
``broad`` also maps the others, to what most of it is.
"""

from functools import cache

import pandas as pd

from research.corpora.rows import read_rows
from research.labels import Stance
from research.paths import data_path

VARIANTS = ("strict", "broad")

SCHEMES = ("cameo", "plover", "pentacode", "unscon", "rusentne", "newsmtsc")

_LABELS = ["stance", "intensity", "sentiment"]
_COLUMNS = ("scheme", "code", "name", *_LABELS, "variant", "citation", "reason", "version")


@cache
def label_map(scheme: str, variant: str = "strict") -> pd.DataFrame:
    """Read the map of a scheme.

    Args:
        scheme: one of ``SCHEMES``.
        variant: ``strict`` or ``broad``.

    Returns:
        One row a code, indexed by it; a label is missing where the code does not decide it.

    Raises:
        ValueError: at an unknown scheme or variant.
    """
    if scheme not in SCHEMES:
        raise ValueError(f"there is no label map {scheme!r}; there are {list(SCHEMES)}")
    if variant not in VARIANTS:
        raise ValueError(f"variant is {variant!r}; expected one of {list(VARIANTS)}")
    rows = read_rows(data_path("maps", f"{scheme}.csv"), _COLUMNS)
    return rows[rows["variant"] == variant].mask(rows == "").set_index("code")


def absent_stances(scheme: str, variant: str = "strict") -> list[Stance]:
    """Give the stances that no code of a scheme maps to: PLOVER, for one, has no neutral class.

    A figure over three classes on such a corpus rests on fewer, and must say so.
    """
    there = set(label_map(scheme, variant)["stance"].dropna())
    return [stance for stance in Stance if stance not in there]


def labelled(rows: pd.DataFrame, scheme: str, variant: str = "strict") -> pd.DataFrame:
    """Set stance, intensity and sentiment of rows from their ``code``.

    A longer CAMEO code takes the label of the longest one in the map that it begins with.

    Raises:
        ValueError: at an unknown scheme or variant, or a code that the scheme does not have.
    """
    codes = label_map(scheme, variant)
    known = {code: _closest(code, codes.index) for code in rows["code"].dropna().unique()}
    labels = codes[_LABELS].reindex(rows["code"].map(known)).set_axis(rows.index)
    return rows.assign(**{name: labels[name] for name in _LABELS})


def _closest(code: str, known: "pd.Index[str]") -> str:
    for length in range(len(code), 0, -1):
        if code[:length] in known:
            return code[:length]
    raise ValueError(f"the code {code!r} is none of {list(known)}")
