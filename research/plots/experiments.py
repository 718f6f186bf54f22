"""The figures of an experiment: scores with their intervals, confusion, reliability, learning curve."""

from collections.abc import Iterator
from typing import Any

import matplotlib as mpl
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from research.evaluation.selective import coverage_risk
from research.plots.style import COLOURS, HATCHES, MARKS, STYLE, Plot, figure_of, one_axes
from research.results import Results

_COVERAGES = tuple(share / 10 for share in range(2, 11))
_LANGUAGE = {"all": "all", "en": "English", "ru": "Russian", "uk": "Ukrainian"}


def plots(results: Results) -> Iterator[Plot]:
    """Draw every figure of an experiment."""
    with mpl.rc_context(STYLE):
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
            yield Plot(
                f"{corpus}-coverage",
                _coverage(results, corpus),
                f"Macro-F1 on {corpus} over the statements that each model is surest of, by share answered",
            )
            if results.curves[corpus]:
                description = f"Macro-F1 of {last} on {corpus} by number of training statements"
                yield Plot(f"{corpus}-learning-curve", _learning_curve(results.curves[corpus], last), description)


def _bars(board: dict[str, Any]) -> Figure:
    models = list(board["all"])
    axes = one_axes(max(6.4, 1.6 * len(models)), 3.9)
    width = 0.8 / len(models)
    for i, model in enumerate(models):
        scores = [board[language][model]["scores"]["macro_f1"] for language in board]
        at = np.arange(len(board)) + (i - (len(models) - 1) / 2) * width
        values = np.array([score["value"] for score in scores])
        errors = [values - [score["low"] for score in scores], [score["high"] for score in scores] - values]
        style: dict[str, Any] = {
            "color": COLOURS[i % 6],
            "hatch": HATCHES[(i + i // 6) % 6],  # from the seventh on a colour comes again, in another hatching
            "edgecolor": "white",
            "ecolor": "#333333",
        }
        axes.bar(at, values, width * 0.94, yerr=errors, capsize=3, label=model, **style)
        for x, value, above in zip(at, values, errors[1], strict=True):
            axes.text(x, value + above + 0.015, f"{value:.2f}", ha="center", fontsize=8)
    axes.set_xticks(np.arange(len(board)), [_LANGUAGE[language] for language in board])
    axes.set(ylabel="macro-F1", ylim=(0, 1))
    figure = figure_of(axes)
    figure.legend(*axes.get_legend_handles_labels(), frameon=False, ncols=min(len(models), 6), loc="outside upper left")
    return figure


def _coverage(results: Results, corpus: str) -> Figure:
    axes, rows = one_axes(6.8, 4.0), results.predictions[results.predictions["corpus"] == corpus]
    columns = [f"p_{name}" for name in results.classes]
    for i, (model, own) in enumerate(rows.groupby("model", sort=False)):
        curve = coverage_risk(list(own["gold"]), own[columns].to_numpy(float), results.classes, _COVERAGES)
        axes.plot(curve["coverage"], curve["macro_f1"], label=model, **_line(i))
    axes.set(xlabel="share of statements answered, the surest first", ylabel="macro-F1 of these", ylim=(0, 1))
    return _with_names_beside(axes)


def _with_names_beside(axes: Axes) -> Figure:
    figure = figure_of(axes)
    figure.legend(*axes.get_legend_handles_labels(), frameon=False, fontsize=9, loc="outside right upper")
    return figure


def _line(i: int) -> dict[str, Any]:
    return {"color": COLOURS[i % 6], "marker": MARKS[i % 6], "linestyle": "-" if i < 6 else "--"}


def _confusion(matrix: list[list[int]], classes: tuple[str, ...]) -> Figure:
    axes, counts = one_axes(4.4, 3.8), np.array(matrix)
    share = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)
    axes.imshow(share, cmap="Blues", vmin=0, vmax=1)
    for (row, column), value in np.ndenumerate(share):
        colour = "white" if value > 0.55 else "black"
        axes.text(column, row, f"{counts[row, column]}\n{value:.0%}", ha="center", va="center", color=colour)
    axes.set_xticks(range(len(classes)), classes)
    axes.set_yticks(range(len(classes)), classes, rotation=90, va="center")
    axes.set(xlabel="predicted", ylabel="gold")
    axes.spines[:].set_visible(False)
    return figure_of(axes)


def _reliability(models: dict[str, Any]) -> Figure:
    axes = one_axes(6.8, 4.2)
    axes.plot([0, 1], [0, 1], color="#999999", linestyle=":", label="perfect")
    for i, (model, board) in enumerate(models.items()):
        bins, ece = board["reliability"], board["scores"]["ece"]["value"]
        axes.plot(bins["confidence"], bins["accuracy"], label=f"{model} (ECE {ece:.2f})", **_line(i))
    axes.set(
        xlabel="probability of the predicted class", ylabel="share that is right", xlim=(0.2, 1.02), ylim=(0, 1.02)
    )
    return _with_names_beside(axes)


def _learning_curve(points: list[dict[str, float]], model: str) -> Figure:
    axes = one_axes()
    x = [point["training_rows"] for point in points]
    axes.fill_between(x, [p["low"] for p in points], [p["high"] for p in points], color=COLOURS[0], alpha=0.3)
    axes.plot(x, [p["value"] for p in points], color=COLOURS[4], marker="o", label=model)
    axes.set(xscale="log", xlabel="training statements (log scale)", ylabel="macro-F1")
    axes.set_xticks(x, [f"{value:,.0f}" for value in x])
    axes.minorticks_off()
    axes.legend(frameon=False, loc="upper left")
    return figure_of(axes)
