import pandas as pd
import pytest

from research.statements import COLUMNS, statement_table


def row(**changes):
    return {"id": "a", "text": "Ми готові.", "language": "uk", "corpus": "c", "document": "d", **changes}


def test_missing_columns_are_added_and_unknown_ones_kept():
    table = statement_table(pd.DataFrame([row(rule="9")]))
    assert list(table.columns) == [*COLUMNS, "rule"]
    assert table["intensity"].isna().all()


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"stance": "friendly"}, "stance is 'friendly'; expected one of \\['conciliatory'"),
        ({"stance": "demanding", "intensity": 1}, "intensity is 1; expected a sign"),
        ({"stance": "neutral", "intensity": -1}, "intensity is -1"),
        ({"text": "  "}, "text is '  '; expected a value"),
        ({"language": "de"}, "language is 'de'"),
        ({"intensity": 3}, "intensity is 3"),
    ],
)
def test_a_broken_row_is_named(changes, message):
    with pytest.raises(ValueError, match=message):
        statement_table(pd.DataFrame([row(**changes)]))


def test_an_id_that_occurs_twice_is_named():
    with pytest.raises(ValueError, match="row 'a': id is 'a'; expected ids that occur once"):
        statement_table(pd.DataFrame([row(), row()]))
