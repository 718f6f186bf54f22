"""Who is demanding towards whom: a matrix of actors."""

from typing import Any

import matplotlib as mpl
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.patches import Rectangle

from research.plots.measures import ENDS, axis_label, dyad_names, in_words, need, signed
from research.plots.style import COLOURS, STYLE, Plot, figure_of, one_axes

_HUES = LinearSegmentedColormap.from_list("stances", [COLOURS[5], "#F4B183", "white", "#9CC9E8", COLOURS[4]])


def plot_matrix(dyads: pd.DataFrame, measure: str = "stance", fewest: int = 20) -> Plot:
    """Draw the mean of each actor towards each target.

    Each cell has its mean, in bold where the interval leaves out 0, and its number of statements. The sign is written,
    for grey print does not show it. Cells of fewer than ``fewest`` statements are hatched and have their number alone.

    Args:
        dyads: from ``research.series.dyads(..., by=None)``.
        measure: stance, intensity or sentiment.
        fewest: number of statements that a mean is shown for.

    Raises:
        ValueError: where columns are missing, a dyad has several rows, or the measure has no two sides.
    """
    if measure not in ENDS:
        raise ValueError(f"measure is {measure!r}; expected one of {', '.join(ENDS)}")
    need(dyads, ["actor", "target", "statements", measure, f"{measure}_low", f"{measure}_high"], "dyads(..., by=None)")
    if dyads.duplicated(["actor", "target"]).any():
        raise ValueError("a dyad has several rows; average over the whole time first, dyads(..., by=None)")
    rows, columns = _by_size(dyads, "actor"), _by_size(dyads, "target")
    with mpl.rc_context(STYLE):
        axes = one_axes(2.4 + 0.72 * len(columns), max(3.4, 1.4 + 0.56 * len(rows)))
        shown = dyads[dyads["statements"] >= fewest]
        reach = max(0.1, float(shown[measure].abs().max())) if len(shown) else 1.0
        _frame(axes, rows, columns)
        for dyad in dyads.to_dict("records"):
            at = columns.index(dyad["target"]), rows.index(dyad["actor"])
            if dyad["statements"] < fewest:
                _hatched(axes, at, dyad)
            else:
                _cell(axes, at, dyad, measure, reach)
        scale = mpl.cm.ScalarMappable(mpl.colors.Normalize(-reach, reach), _HUES)
        legend = f"below: statements; bold: 95 % interval without 0\nhatched: fewer than {fewest} statements"
        figure_of(axes).supxlabel(legend, fontsize=8)
        figure_of(axes).colorbar(scale, ax=axes, label=axis_label(measure), shrink=0.9, aspect=25)
    return Plot(f"matrix-{measure}", figure_of(axes), _describe(shown, measure, len(dyads) - len(shown), fewest))


def _by_size(dyads: pd.DataFrame, name: str) -> list[str]:
    """Names, those with the most statements first."""
    return list(dyads.groupby(name)["statements"].sum().sort_values(ascending=False, kind="stable").index)


def _frame(axes: Axes, rows: list[str], columns: list[str]) -> None:
    axes.set(xlim=(-0.5, len(columns) - 0.5), ylim=(len(rows) - 0.5, -0.5), xlabel="towards", ylabel="who speaks")
    axes.set_xticks(np.arange(len(columns)), columns)
    axes.set_yticks(np.arange(len(rows)), rows)
    axes.xaxis.tick_top()
    axes.xaxis.set_label_position("top")
    axes.tick_params(length=0)
    axes.spines[:].set_visible(False)


def _cell(axes: Axes, at: tuple[int, int], dyad: dict[Any, Any], measure: str, reach: float) -> None:
    colour = _HUES((dyad[measure] / reach + 1) / 2)
    ink = "black" if np.dot(colour[:3], (0.3, 0.59, 0.11)) > 0.5 else "white"
    sure = dyad[f"{measure}_low"] > 0 or dyad[f"{measure}_high"] < 0
    _square(axes, at, facecolor=colour, edgecolor="white", linewidth=2)
    _write(axes, at, -0.12, signed(dyad[measure]), color=ink, fontweight="bold" if sure else "normal")
    _write(axes, at, 0.25, f"{dyad['statements']:,}", color=ink, fontsize=7)


def _hatched(axes: Axes, at: tuple[int, int], dyad: dict[Any, Any]) -> None:
    _square(axes, at, facecolor="white", edgecolor="#CCCCCC", hatch="////", linewidth=0)
    _write(axes, at, 0.25, f"{dyad['statements']:,}", fontsize=7, backgroundcolor="white")


def _square(axes: Axes, at: tuple[int, int], **style: Any) -> None:
    axes.add_patch(Rectangle((at[0] - 0.5, at[1] - 0.5), 1, 1, **style))


def _write(axes: Axes, at: tuple[int, int], below: float, text: str, **style: Any) -> None:
    axes.text(at[0], at[1] + below, text, ha="center", va="center", **style)


def _describe(shown: pd.DataFrame, measure: str, few: int, fewest: int) -> str:
    lowest = shown.sort_values(measure)
    told = [f"{who} {signed(value)}" for who, value in zip(dyad_names(lowest), lowest[measure], strict=True)]
    return (
        f"{in_words(measure).capitalize()}, of actors, in rows, towards targets, in columns, lowest first: "
        f"{', '.join(told)}. Hatched, for they have fewer than {fewest} statements: {few}."
    )
