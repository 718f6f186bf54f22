"""How measures and dyads are named in a figure."""

from collections.abc import Sequence

import pandas as pd

from research.series import MEASURES

#: What the least and the greatest value of a measure mean.
ENDS = {
    "stance": ("demanding", "conciliatory"),
    "intensity": ("demanding", "conciliatory"),
    "sentiment": ("negative", "positive"),
}


def need(frame: pd.DataFrame, columns: Sequence[str], source: str) -> None:
    """Check that a frame can be drawn.

    Raises:
        ValueError: where a column is missing, or there are no rows.
    """
    missing = [name for name in columns if name not in frame]
    if missing:
        raise ValueError(f"the frame lacks the columns {missing}; {source} gives them. Found {list(frame.columns)}")
    if frame.empty:
        raise ValueError("the frame has no rows; there is nothing to draw")


def axis_label(measure: str) -> str:
    """Name an axis and what its two ends mean.

    >>> axis_label("stance")
    'demanding ← mean stance → conciliatory'
    >>> axis_label("neutral")
    'share of neutral'
    """
    if measure not in MEASURES:
        raise ValueError(f"measure is {measure!r}; expected one of {', '.join(MEASURES)}")
    if measure not in ENDS:
        return f"share of {measure}"
    least, most = ENDS[measure]
    return f"{least} ← mean {measure} → {most}"


def in_words(measure: str) -> str:
    """Name a measure and its scale for those who hear a figure read.

    >>> in_words("stance")
    'mean stance from −1 (demanding) to 1 (conciliatory)'
    """
    if measure not in ENDS:
        return axis_label(measure)
    (least, most), (low, high) = ENDS[measure], MEASURES[measure]
    return f"mean {measure} from −{-low} ({least}) to {high} ({most})"


def dyad_names(frame: pd.DataFrame) -> "pd.Series[str]":
    """Name the dyad of each row by its codes, or the actor where there are no targets.

    >>> dyad_names(pd.DataFrame({"actor": ["US"], "target": ["RU"]})).tolist()
    ['US → RU']
    """
    return frame["actor"] + " → " + frame["target"] if "target" in frame else frame["actor"]


def signed(value: float) -> str:
    """Write a number with its sign and two decimals.

    >>> signed(-0.341)
    '−0.34'
    """
    return f"{value:+.2f}".replace("-", "−")
