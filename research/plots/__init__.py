"""Results and series to figures. The only package that imports matplotlib.

Each function gives a ``Plot``: ``save`` writes it as SVG and PNG, a notebook shows it, and ``plot.figure.savefig``
gives whatever else matplotlib can write, PDF for one.
"""

from research.plots.comparisons import plot_correction, plot_tone
from research.plots.courses import plot_course, plot_courses
from research.plots.experiments import plots
from research.plots.matrix import plot_matrix
from research.plots.style import Plot, save

__all__ = ["Plot", "plot_correction", "plot_course", "plot_courses", "plot_matrix", "plot_tone", "plots", "save"]
