"""Dyads beside each other: stance against sentiment, and the model's answer beside the corrected one."""

from typing import Any

import matplotlib as mpl
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from numpy.typing import NDArray

from research.plots.measures import axis_label, dyad_names, in_words, need, signed
from research.plots.style import COLOURS, STYLE, Plot, figure_of, one_axes

Array = NDArray[np.float64]

_GREY = "#767676"


def plot_tone(dyads: pd.DataFrame, fewest: int = 20) -> Plot:
    """Draw the stance of dyads against their sentiment: kind words may go with hard demands.

    Args:
        dyads: from ``research.series.dyads(..., by=None, measures=["stance", "sentiment"])``.
        fewest: number of statements that a dyad is shown for.

    Raises:
        ValueError: where columns are missing or no dyad has enough statements.
    """
    ends = [f"{measure}{end}" for measure in ("stance", "sentiment") for end in ("", "_low", "_high")]
    need(dyads, ["actor", "statements", *ends], 'dyads(..., by=None, measures=["stance", "sentiment"])')
    shown = dyads[dyads["statements"] >= fewest]
    if shown.empty:
        raise ValueError(f"no dyad has {fewest} statements; the largest has {dyads['statements'].max()}")
    with mpl.rc_context(STYLE):
        axes = one_axes(6.4, 5.2)
        axes.axhline(0, color=_GREY, linewidth=0.8)
        axes.axvline(0, color=_GREY, linewidth=0.8)
        up, across = _reach(shown, "stance"), _reach(shown, "sentiment")
        axes.errorbar(shown["sentiment"], shown["stance"], up, across, "o", color=COLOURS[4], ecolor=COLOURS[0])
        axes.margins(0.12)
        _label_dyads(axes, shown)
        axes.set(xlabel=axis_label("sentiment"), ylabel=axis_label("stance"))
    return Plot("tone", figure_of(axes), _describe("Mean stance and mean sentiment", shown, "stance", "sentiment"))


def plot_correction(corrected: pd.DataFrame, measure: str = "stance") -> Plot:
    """Draw each dyad's mean as the model has it, and corrected for the model's errors.

    Args:
        corrected: from ``research.series.correct_dyads``, over the whole time.
        measure: what was averaged.

    Raises:
        ValueError: where columns are missing or a dyad has several rows.
    """
    ends = [f"{kind}{end}" for kind in ("naive", "corrected") for end in ("", "_low", "_high")]
    need(corrected, ["actor", "target", "coded", *ends], "correct_dyads")
    if corrected.duplicated(["actor", "target"]).any():
        raise ValueError("a dyad has several rows; correct over the whole time, correct_dyads(..., by=None)")
    rows = np.arange(len(corrected), dtype=float)
    with mpl.rc_context(STYLE):
        axes = one_axes(6.4, 1.3 + 0.55 * len(rows))
        axes.axvline(0, color=_GREY, linewidth=0.8)
        _intervals(axes, corrected, "naive", rows - 0.14, {"fmt": "s", "color": _GREY, "mfc": "white"})
        _intervals(axes, corrected, "corrected", rows + 0.14, {"fmt": "o", "color": COLOURS[4]})
        _own_up(axes, corrected, rows)
        axes.set_yticks(rows, list(dyad_names(corrected)))
        axes.set(ylim=(len(rows) - 0.5, -0.6), xlabel=axis_label(measure))
        axes.legend(frameon=False, ncols=2, loc="lower left", bbox_to_anchor=(0, 1))
    told = f"{in_words(measure).capitalize()}, by the model and corrected for its errors"
    return Plot(f"correction-{measure}", figure_of(axes), _describe(told, corrected, "naive", "corrected"))


def _label_dyads(axes: Axes, shown: pd.DataFrame) -> None:
    """Name each dot on the side that turns away from the dot next to it."""
    places = shown[["sentiment", "stance"]].to_numpy(float)
    for (x, y), name in zip(places, dyad_names(shown), strict=True):
        offsets = np.array([x, y]) - places
        distance = np.abs(offsets).sum(axis=1)
        right, above = offsets[np.where(distance > 0, distance, np.inf).argmin()] >= 0
        sides: dict[str, Any] = {"ha": "left" if right else "right", "va": "bottom" if above else "top"}
        apart = (4 if right else -4, 4 if above else -4)
        axes.annotate(name, (x, y), apart, textcoords="offset points", fontsize=9, **sides)


def _intervals(axes: Axes, frame: pd.DataFrame, kind: str, rows: Array, style: dict[str, Any]) -> None:
    axes.errorbar(frame[kind], rows, xerr=_reach(frame, kind), capsize=3, label=kind, **style)


def _own_up(axes: Axes, frame: pd.DataFrame, rows: Array) -> None:
    """Say under a naive mean why no corrected one stands beside it."""
    for row, coded, naive in zip(rows, frame["coded"], frame["naive"].where(frame["corrected"].isna()), strict=True):
        if not np.isnan(naive):
            axes.annotate(f"{coded} coded, too few to correct", (naive, row + 0.22), fontsize=8, ha="center")


def _reach(frame: pd.DataFrame, name: str) -> Array:
    """How far an interval reaches below and above its value, of shape (2, n)."""
    value = frame[name].to_numpy(float)
    return np.stack([value - frame[f"{name}_low"].to_numpy(float), frame[f"{name}_high"].to_numpy(float) - value])


def _describe(what: str, frame: pd.DataFrame, first: str, second: str) -> str:
    """Say in words where the dyads stand."""
    ones, others = ([_or_none(value) for value in frame[name]] for name in (first, second))
    told = [f"{who} {one} and {other}" for who, one, other in zip(dyad_names(frame), ones, others, strict=True)]
    return f"{what}, with 95 % intervals: {', '.join(told)}."


def _or_none(value: float) -> str:
    return "none" if np.isnan(value) else signed(value)
