"""What all figures share: colours, marks, and how a figure is kept.

Colours are those of Okabe and Ito (2008, "Color Universal Design"), told apart by the colour-blind; bars also differ in
hatching and lines in their marks, so a figure survives a black-and-white printer.
"""

import base64
import html
import io
from pathlib import Path
from typing import Any, NamedTuple

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure

COLOURS = ("#56B4E9", "#E69F00", "#009E73", "#CC79A7", "#0072B2", "#D55E00")
HATCHES = ("", "//", "..", "xx", "\\\\", "--")
MARKS = ("o", "s", "^", "D", "v", "P")
STYLE: dict[Any, Any] = {
    "svg.hashsalt": "detente",  # the same results give the same bytes
    "svg.fonttype": "none",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "font.size": 10,
    "figure.dpi": 110,
    "date.converter": "concise",
}


class Plot(NamedTuple):
    """A figure, the name of its file, and in words what it shows. A notebook shows it with the words beneath."""

    name: str
    figure: Figure
    description: str

    def _repr_html_(self) -> str:
        drawn, words = io.BytesIO(), html.escape(self.description)
        with mpl.rc_context(STYLE):
            self.figure.savefig(drawn, format="svg", metadata={"Date": None, "Title": self.description})
        image = base64.b64encode(drawn.getvalue()).decode()
        source = f'src="data:image/svg+xml;base64,{image}"'
        return f'<figure><img alt="{words}" {source}><figcaption>{words}</figcaption></figure>'


def save(plot: Plot, folder: Path) -> None:
    """Write a figure as SVG, for the page, and as PNG, for a slide; what it shows in words goes into both."""
    with mpl.rc_context(STYLE):
        plot.figure.savefig(folder / f"{plot.name}.svg", metadata={"Date": None, "Title": plot.description})
        about = {"Software": None, "Description": plot.description}
        plot.figure.savefig(folder / f"{plot.name}.png", dpi=160, metadata=about)


def one_axes(width: float = 6.4, height: float = 3.6) -> Axes:
    """Make a figure of one chart; sizes in inches."""
    return Figure(figsize=(width, height), layout="constrained").subplots()


def figure_of(axes: Axes) -> Figure:
    """Give the figure that a chart stands in."""
    figure = axes.get_figure()
    assert isinstance(figure, Figure)  # noqa: S101 (true by construction; tells the type checker)
    return figure
