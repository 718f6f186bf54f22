"""From statements to findings: who is conciliatory or demanding towards whom, and how that moves.

``dyads`` averages by dyad and period, ``smooth`` and ``change_points`` read the series, and ``correct_dyads`` takes the
model's errors out, by a sample coded by hand. ``research.plots`` draws each.
"""

from research.series.changes import change_points
from research.series.coded import add_codes, correct_dyads
from research.series.correction import TooFewCoded, corrected_mean, naive_mean
from research.series.dyads import actors, dyads
from research.series.events import events
from research.series.measures import MEASURES
from research.series.rows import PERIODS
from research.series.smoothing import smooth

__all__ = [
    "MEASURES",
    "PERIODS",
    "TooFewCoded",
    "actors",
    "add_codes",
    "change_points",
    "correct_dyads",
    "corrected_mean",
    "dyads",
    "events",
    "naive_mean",
    "smooth",
]
