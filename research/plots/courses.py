"""Dyads over time: the mean of each period, the level behind them with its band, its changes, and what happened."""

from typing import Any

import matplotlib as mpl
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from research.plots.measures import axis_label, dyad_names, in_words, need, signed
from research.plots.style import COLOURS, STYLE, Plot, figure_of, one_axes
from research.series import MEASURES, events

_LINE, _BAND, _CHANGE = COLOURS[4], COLOURS[0], COLOURS[5]
_GREY = "#767676"


def plot_course(
    series: pd.DataFrame,
    measure: str = "stance",
    changes: pd.DataFrame | None = None,
    happened: pd.DataFrame | None = None,
) -> Plot:
    """Draw one dyad over time.

    Dots are the means of periods, larger where there were more statements; empty periods have none. The line is the
    level behind them, with its 95 % band. A bar at the foot spans the periods that hold a change, at 95 %.

    Args:
        series: one dyad, from ``research.series.smooth``.
        measure: what was smoothed.
        changes: from ``change_points``; those of other dyads are left out.
        happened: events with ``date`` and ``label``.

    Raises:
        ValueError: where there are several dyads, or columns are missing.
    """
    _need_courses(series, measure)
    parts = _parts(series)
    if len(parts) > 1:
        raise ValueError(f"the series has {len(parts)} dyads, {', '.join(parts)}; expected one, or plot_courses")
    who, dyad = next(iter(parts.items()))
    own = _of(changes, who)
    with mpl.rc_context(STYLE):
        axes = one_axes(8, 4.2)
        _course(axes, dyad, measure)
        _mark_changes(axes, own)
        if happened is not None:
            _mark_events(axes, events(happened))
        axes.set_ylabel(axis_label(measure))
        axes.legend(frameon=False, ncols=2, loc="upper center", bbox_to_anchor=(0.5, -0.08), fontsize=9)
        figure_of(axes).suptitle(who, x=0.01, ha="left", fontweight="bold")
        return Plot(f"{_file_name(who)}-{measure}", figure_of(axes), _describe(who, dyad, measure, own))


def plot_courses(
    series: pd.DataFrame, measure: str = "stance", changes: pd.DataFrame | None = None, columns: int = 3
) -> Plot:
    """Draw several dyads side by side, on the same scales; see ``plot_course``.

    Args:
        series: from ``research.series.smooth``.
        measure: what was smoothed.
        changes: from ``change_points``.
        columns: how many stand in a row.

    Raises:
        ValueError: where columns are missing.
    """
    _need_courses(series, measure)
    parts = _parts(series)
    columns = min(columns, len(parts))
    lines = -(-len(parts) // columns)
    with mpl.rc_context(STYLE):
        figure = Figure(figsize=(0.4 + 2.7 * columns, max(3.4, 0.5 + 2 * lines)), layout="constrained")
        grid = list(figure.subplots(lines, columns, sharex=True, sharey=True, squeeze=False).flat)
        for axes, (who, dyad) in zip(grid, parts.items(), strict=False):
            _course(axes, dyad, measure, scale=0.4)
            _mark_changes(axes, _of(changes, who), labelled=False)
            axes.set_title(who, loc="left", fontweight="bold", fontsize=10)
            axes.tick_params(labelsize=8)
        for axes in grid[len(parts) - columns : len(parts)]:
            axes.tick_params(labelbottom=True)  # also where the place below is left blank
        for axes in grid[len(parts) :]:
            axes.remove()
        figure.supylabel(axis_label(measure), fontsize=10)
    told = [_describe(who, dyad, measure, _of(changes, who)) for who, dyad in parts.items()]
    return Plot(f"courses-{measure}", figure, " ".join(told))


def _need_courses(series: pd.DataFrame, measure: str) -> None:
    axis_label(measure)
    level = f"{measure}_level"
    need(series, ["actor", "period", "statements", measure, level, f"{level}_low", f"{level}_high"], "smooth")


def _parts(series: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """One frame for each dyad, in the order of time."""
    ordered = series.sort_values("period", ignore_index=True)
    return {str(who): rows for who, rows in ordered.groupby(dyad_names(ordered))}


def _of(changes: pd.DataFrame | None, who: str) -> list[dict[Any, Any]]:
    return [] if changes is None else changes[dyad_names(changes) == who].to_dict("records")


def _course(axes: Axes, dyad: pd.DataFrame, measure: str, scale: float = 1) -> None:
    level = f"{measure}_level"
    axes.axhline(0, color=_GREY, linewidth=0.8)
    area = 120 * scale * dyad["statements"] / dyad["statements"].max()
    dots: dict[str, Any] = {"color": _GREY, "alpha": 0.45, "linewidth": 0, "clip_on": False}
    axes.scatter(dyad["period"], dyad[measure], area + 4, label="a period, larger with more statements", **dots)
    axes.plot(dyad["period"], dyad[level], color=_LINE, linewidth=2, label="the level behind them")
    band: dict[str, Any] = {"color": _BAND, "alpha": 0.35, "linewidth": 0, "label": "its 95 % band"}
    axes.fill_between(dyad["period"], dyad[f"{level}_low"], dyad[f"{level}_high"], **band)
    axes.set_ylim(*MEASURES[measure])


def _mark_changes(axes: Axes, changes: list[dict[Any, Any]], labelled: bool = True) -> None:
    foot, label = axes.get_ylim()[0], "a change lies here at 95 %"
    for change in changes:
        axes.axvline(change["period"], color=_CHANGE, linestyle="--", linewidth=1.2)
        bar: dict[str, Any] = {"color": _CHANGE, "linewidth": 5, "clip_on": False, "label": label}
        axes.plot([change["earliest"], change["latest"]], [foot, foot], **bar)
        label = "_"  # once in the legend
        if labelled:
            text = (
                f"{signed(change['before'])} → {signed(change['after'])}, {min(change['probability'], 0.99):.0%} sure"
            )
            place = change["period"], foot
            axes.annotate(text, place, (4, 6), textcoords="offset points", color=_CHANGE, fontsize=9)


def _mark_events(axes: Axes, happened: pd.DataFrame) -> None:
    """Name events above the chart, each at its day."""
    head = axes.get_ylim()[1]
    style: dict[str, Any] = {"textcoords": "offset points", "rotation": 30, "fontsize": 8, "va": "bottom"}
    for event in happened.to_dict("records"):
        axes.axvline(event["date"], color="black", linestyle=":", linewidth=1)
        axes.annotate(event["label"], (event["date"], head), (0, 3), **style)


def _describe(who: str, dyad: pd.DataFrame, measure: str, changes: list[dict[Any, Any]]) -> str:
    """Say in words what a chart shows."""
    spoken, level = dyad[dyad["statements"] > 0], dyad[f"{measure}_level"].dropna()
    told = f"{who}: {in_words(measure)}, {_day(dyad['period'].iloc[0])} to {_day(dyad['period'].iloc[-1])}, "
    told += f"{dyad['statements'].sum():,} statements in {len(spoken)} of {len(dyad)} periods."
    if len(level):
        told += f" The level goes from {signed(level.iloc[0])} to {signed(level.iloc[-1])}"
        told += f", between {signed(level.min())} and {signed(level.max())}."
    moved = [f"{signed(c['before'])} to {signed(c['after'])} at {_day(c['period'])}" for c in changes]
    return told + (f" It changes from {', from '.join(moved)}." if moved else "")


def _day(moment: pd.Timestamp) -> str:
    return f"{moment:%Y-%m-%d}"


def _file_name(who: str) -> str:
    return who.lower().replace(" → ", "-")
