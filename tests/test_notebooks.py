from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

FOLDER = Path(__file__).parents[1] / "notebooks"
NAMES = sorted(path.name for path in FOLDER.glob("*.ipynb"))


def cells(name):
    return [cell for cell in nbformat.read(FOLDER / name, as_version=4).cells if cell.cell_type == "code"]


def outputs(notebook, kind):
    return [
        (cell, output) for cell in notebook.cells for output in cell.get("outputs", []) if output.output_type == kind
    ]


@pytest.fixture(scope="module", params=NAMES)
def executed(request, tmp_path_factory):
    """A notebook run where nothing is fetched and nothing can be."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DETENTE_DATA", str(tmp_path_factory.mktemp("cache")))
        patch.setenv("https_proxy", "http://127.0.0.1:9")
        notebook = nbformat.read(FOLDER / request.param, as_version=4)
        return NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(FOLDER)}}).execute()


def test_runs_on_what_ships_and_warns_of_nothing(executed):
    """Imports may: what they say depends on the machine, and the page leaves it out."""
    for cell, output in outputs(executed, "stream"):
        assert output.name == "stdout" or "remove-stderr" in cell.metadata.get("tags", []), output.text


def test_every_figure_is_described(executed):
    """For those who do not see it, and under the picture for those who do."""
    drawn = outputs(executed, "display_data") + outputs(executed, "execute_result")
    for cell, output in drawn:
        if any(kind.startswith("image/") for kind in output.data):
            page = cell.metadata.get("mystnb", {})
            assert page.get("image", {}).get("alt"), cell.source
            assert page.get("figure", {}).get("caption"), cell.source


@pytest.mark.parametrize("name", NAMES)
def test_no_output_is_kept(name):
    assert all(not cell.outputs and cell.execution_count is None for cell in cells(name))


@pytest.mark.parametrize("name", NAMES)
def test_cells_are_short_and_explained(name):
    kinds = [cell.cell_type for cell in nbformat.read(FOLDER / name, as_version=4).cells]
    assert kinds[0] == "markdown"
    assert kinds.count("markdown") >= kinds.count("code") / 2
    assert max(cell.source.count("\n") + 1 for cell in cells(name)) <= 25
