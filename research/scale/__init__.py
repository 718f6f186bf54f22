"""Score files of any size: streamed in partitions, on the processes of one machine or on a Dask cluster.

    files → rows → partitions → scoring (in workers) → output

One process reads, in order; workers score, and write what became of each partition. So the result is the same bytes
whoever scores, and a run that was stopped goes on after the last part that was written.
"""

from research.scale.output import Summary
from research.scale.running import Settings, score
from research.scale.workers import Cluster, Local, WorkersLost

__all__ = ["Cluster", "Local", "Settings", "Summary", "WorkersLost", "score"]
