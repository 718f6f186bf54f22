"""Results to their folder: data, figures and report, in the place of the old ones only when all is there."""

from pathlib import Path

from research.plots import plots, save
from research.report import Drawing, report
from research.results import Results, write_data
from research.writing import replace_folder

#: The file that tells a folder of results from any other.
MARKER = "metrics.json"


def publish(results: Results, folder: Path) -> None:
    """Write an experiment's folder.

    It holds ``metrics.json``, ``provenance.json``, ``predictions.csv``, ``summary.md``, ``figures/`` and
    ``report.html``.

    Raises:
        OSError: where it cannot be written; what lay there before is intact.
    """

    def fill(new: Path) -> None:
        write_data(results, new)
        figures = new / "figures"
        figures.mkdir()
        drawings = []
        for plot in plots(results):
            save(plot, figures)
            svg = (figures / f"{plot.name}.svg").read_text(encoding="utf-8")
            drawings.append(Drawing(plot.name, plot.description, svg))
        (new / "report.html").write_text(report(results, drawings), encoding="utf-8")

    replace_folder(folder, MARKER, fill)
