"""Results to figures. The only module that imports matplotlib.

Colours are those of Okabe and Ito (2008, "Color Universal Design"), told apart by the colour-blind; bars also differ in
hatching and lines in their marks, so a figure survives a black-and-white printer.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import matplotlib as mpl
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from research.results import Results

_COLOURS = ("#56B4E9", "#E69F00", "#009E73", "#CC79A7", "#0072B2", "#D55E00")
_HATCHES = ("", "//", "..", "xx", "\\\\", "--")
_MARKS = ("o", "s", "^", "D", "v", "P")
_STYLE: dict[Any, Any] = {
    "svg.hashsalt": "detente",  # the same results give the same bytes
    "svg.fonttype": "none",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "font.size": 10,
    "figure.dpi": 110,
}
_LANGUAGE = {"all": "all", "en": "English", "ru": "Russian", "uk": "Ukrainian"}


class Plot(NamedTuple):
    """A figure, the name of its file, and in words what it shows."""

    name: str
    figure: Figure
    description: str


def plots(results: Results) -> Iterator[Plot]:
    """Draw every figure of an experiment."""
    with mpl.rc_context(_STYLE):
        for corpus, board in results.boards.items():
            last = list(board["all"])[-1]
            yield Plot(
                f"{corpus}-macro-f1", _bars(board), f"Macro-F1 by language and model on {corpus}, with 95 % intervals"
            )
            yield Plot(
                f"{corpus}-confusion",
                _confusion(board["all"][last]["confusion"], results.classes),
                f"Confusion of {last} on {corpus}: gold in rows, predicted in columns",
            )
            yield Plot(
                f"{corpus}-reliability", _reliability(board["all"]), f"Reliability of the probabilities on {corpus}"
            )
            if results.curves[corpus]:
                description = f"Macro-F1 of {last} on {corpus} by number of training statements"
                yield Plot(f"{corpus}-learning-curve", _learning_curve(results.curves[corpus], last), description)


def save(plot: Plot, folder: Path) -> None:
    """Write a figure as SVG, for the page, and as PNG, for a slide."""
    with mpl.rc_context(_STYLE):
        plot.figure.savefig(folder / f"{plot.name}.svg", metadata={"Date": None, "Title": plot.description})
        plot.figure.savefig(folder / f"{plot.name}.png", dpi=160, metadata={"Software": None})


def _axes(width: float = 6.4, height: float = 3.6) -> Axes:
    return Figure(figsize=(width, height), layout="constrained").subplots()


def _figure(axes: Axes) -> Figure:
    figure = axes.get_figure()
    assert isinstance(figure, Figure)  # noqa: S101 (true by construction; tells the type checker)
    return figure


def _bars(board: dict[str, Any]) -> Figure:
    axes, models = _axes(), list(board["all"])
    width = 0.8 / len(models)
    for i, model in enumerate(models):
        scores = [board[language][model]["scores"]["macro_f1"] for language in board]
        at = np.arange(len(board)) + (i - (len(models) - 1) / 2) * width
        values = np.array([score["value"] for score in scores])
        errors = [values - [score["low"] for score in scores], [score["high"] for score in scores] - values]
        style: dict[str, Any] = {
            "color": _COLOURS[i % 6],
            "hatch": _HATCHES[i % 6],
            "edgecolor": "white",
            "ecolor": "#333333",
        }
        axes.bar(at, values, width * 0.94, yerr=errors, capsize=3, label=model, **style)
        for x, value, above in zip(at, values, errors[1], strict=True):
            axes.text(x, value + above + 0.015, f"{value:.2f}", ha="center", fontsize=8)
    axes.set_xticks(np.arange(len(board)), [_LANGUAGE[language] for language in board])
    axes.set(ylabel="macro-F1", ylim=(0, 1))
    axes.legend(frameon=False, ncols=len(models), loc="upper left")
    return _figure(axes)


def _confusion(matrix: list[list[int]], classes: tuple[str, ...]) -> Figure:
    axes, counts = _axes(4.4, 3.8), np.array(matrix)
    share = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)
    axes.imshow(share, cmap="Blues", vmin=0, vmax=1)
    for (row, column), value in np.ndenumerate(share):
        colour = "white" if value > 0.55 else "black"
        axes.text(column, row, f"{counts[row, column]}\n{value:.0%}", ha="center", va="center", color=colour)
    axes.set_xticks(range(len(classes)), classes)
    axes.set_yticks(range(len(classes)), classes, rotation=90, va="center")
    axes.set(xlabel="predicted", ylabel="gold")
    axes.spines[:].set_visible(False)
    return _figure(axes)


def _reliability(models: dict[str, Any]) -> Figure:
    axes = _axes(4.6, 4.2)
    axes.plot([0, 1], [0, 1], color="#999999", linestyle=":", label="perfect")
    for i, (model, board) in enumerate(models.items()):
        bins, ece = board["reliability"], board["scores"]["ece"]["value"]
        style: dict[str, Any] = {"color": _COLOURS[i % 6], "marker": _MARKS[i % 6]}
        axes.plot(bins["confidence"], bins["accuracy"], label=f"{model} (ECE {ece:.2f})", **style)
    axes.set(
        xlabel="probability of the predicted class", ylabel="share that is right", xlim=(0.2, 1.02), ylim=(0, 1.02)
    )
    axes.legend(frameon=False, loc="upper left", fontsize=9)
    return _figure(axes)


def _learning_curve(points: list[dict[str, float]], model: str) -> Figure:
    axes = _axes()
    x = [point["training_rows"] for point in points]
    axes.fill_between(x, [p["low"] for p in points], [p["high"] for p in points], color=_COLOURS[0], alpha=0.3)
    axes.plot(x, [p["value"] for p in points], color=_COLOURS[4], marker="o", label=model)
    axes.set(xscale="log", xlabel="training statements (log scale)", ylabel="macro-F1")
    axes.set_xticks(x, [f"{value:,.0f}" for value in x])
    axes.minorticks_off()
    axes.legend(frameon=False, loc="upper left")
    return _figure(axes)
