"""An experiment: a TOML file that crosses corpora and models, and what comes of it.

Read top to bottom, this room is the methods section: which corpora, how they are split, which models are fitted, what
is scored. A variant of an experiment is another file.
"""

from research.experiment.running import predict, run
from research.experiment.settings import TASKS, Evaluation, Experiment, read

__all__ = ["TASKS", "Evaluation", "Experiment", "predict", "read", "run"]
