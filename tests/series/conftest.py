import numpy as np
import pandas as pd
import pytest


@pytest.fixture
def statements():
    """Six statements, two of one document, one aimed at two actors, in three months with a gap between."""
    return pd.DataFrame(
        {
            "id": list("abcdef"),
            "date": ["2024-01-03", "2024-01-09", "2024-01-09", "2024-04-30", "2024-01-05", "2024-04-01"],
            "actor": ["US", "US", "US", "US", "RU", None],
            "target": ["RU", "RU, CN,RU", "RU", "RU,US", "US", "US"],
            "document": ["d1", "d2", "d2", "d3", "d4", "d5"],
            "stance": ["demanding", "conciliatory", "neutral", "demanding", "neutral", "neutral"],
            "intensity": pd.array([-2, 1, 0, -1, 0, 0], dtype="Int64"),
            "sentiment": ["negative", "positive", "neutral", "positive", "neutral", "neutral"],
        }
    )


@pytest.fixture
def series():
    """Makes a series as ``dyads`` gives it, of monthly means with ten documents each; NaN is a gap."""

    def make(values, error=0.1, target="RU"):
        values = np.asarray(values, float)
        gap = np.isnan(values)
        counts = np.where(gap, 0, 10)
        periods = pd.date_range("2021-01-01", periods=len(values), freq="MS")
        frame = pd.DataFrame({"actor": "US", "target": target, "period": periods})
        frame = frame.assign(statements=counts * 3, documents=counts, stance=values)
        return frame.assign(stance_error=np.where(gap, np.nan, error))

    return make
