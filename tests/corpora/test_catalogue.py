from pathlib import Path

import pytest

from research.corpora import names
from research.corpora.catalogue import END, START, document, inserted, overview

ROOT = Path(__file__).parents[2]
REMEDY = "stale: run `python -m research.corpora.catalogue`"


def test_the_page_of_the_corpora_is_up_to_date():
    assert (ROOT / "docs" / "corpora.md").read_text(encoding="utf-8") == document(), REMEDY


def test_the_table_in_the_readme_is_up_to_date():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert inserted(readme) == readme, REMEDY


def test_every_corpus_has_its_row_and_its_section():
    assert [line.split("`")[1] for line in overview().splitlines()[2:]] == names()
    assert document().count("\n## ") == len(names())
    assert len({line.count("|") for line in overview().splitlines()}) == 1


def test_the_table_goes_between_the_markers_and_nothing_else_changes():
    readme = f"# Title\n{START}\nold\n{END}\nrest\n"
    assert inserted(readme) == f"# Title\n{START}\n{overview()}{END}\nrest\n"
    assert inserted(inserted(readme)) == inserted(readme)


@pytest.mark.parametrize("readme", ["# Title\n", f"{START}\n", f"{END}\n"])
def test_a_text_without_markers_is_refused(readme):
    with pytest.raises(ValueError, match="lacks the markers <!-- corpora:start -->"):
        inserted(readme)
