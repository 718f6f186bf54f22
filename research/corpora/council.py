"""Names of states as the records of the UN Security Council write them, and their codes."""

from functools import cache

import pandas as pd

from research.corpora.rows import read_rows
from research.paths import data_path


@cache
def codes() -> dict[str, str]:
    """Give the code of a state or organisation by its name in lower case with underscores."""
    rows = read_rows(data_path("corpora", "council.csv"), ("name", "code"))
    return dict(zip(rows["name"], rows["code"], strict=True))


def code_of(names: "pd.Series[str]") -> "pd.Series[str]":
    """Give the codes of names, empty where the name is none of a state, such as ``_`` or ``Underdefined``."""
    return names.str.lower().map(codes())


def spoken(names: "pd.Series[str]") -> "pd.Series[str]":
    """Give names as one would write them: ``Russian_Federation`` becomes ``Russian Federation``."""
    return names.str.replace("_", " ")
