import numpy as np
import pandas as pd
import pytest

from research.coding import uncertainty
from research.coding.uncertainty import pick_uncertain
from research.labels import Stance


class Known:
    """Stands in for the predictor: a text says its own probability of being neutral; French it cannot read."""

    def predict_frame(self, texts):
        neutral = np.array([np.nan if text.startswith("Nous") else float(text.split()[-1]) for text in texts])
        rest = (1 - neutral) / 2
        return pd.DataFrame({f"p_{stance}": neutral if stance == "neutral" else rest for stance in Stance})


@pytest.fixture
def doubtful():
    texts = ["Згода 0.98", "Nous sommes prêts", "Требуем 0.34", "🕊️", "We may 0.7"]
    return pd.DataFrame({"id": list("abcde"), "text": texts})


def test_the_least_sure_come_first_and_the_unreadable_last(doubtful, monkeypatch):
    monkeypatch.setattr(uncertainty, "load_predictor", Known)
    order = pick_uncertain(doubtful)
    assert order["id"].tolist() == ["c", "e", "a", "b", "d"]
    assert set(order["pick"]) == {"uncertain"}
    assert [name for name in order if name.startswith("p_")] == []


def test_the_model_that_ships_is_asked(statements):
    order = pick_uncertain(statements)
    assert sorted(order["id"]) == sorted(statements["id"])
