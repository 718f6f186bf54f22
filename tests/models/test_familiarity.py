import csv

import numpy as np
import pytest

from research.corpora import load
from research.models.familiarity import fit_familiarity
from research.paths import data_path


@pytest.fixture(scope="module")
def familiarity():
    rows = load("authored")
    return fit_familiarity(list(rows["text"]), list(rows["language"]), list(rows["document"]))


def elsewhere():
    with data_path("elsewhere", "elsewhere.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("language", ["uk", "ru", "en"])
def test_recipes_code_and_sport_stand_out_among_statements(familiarity, language):
    strange = [row["text"] for row in elsewhere() if row["language"] == language]
    pairs = load("contrast")
    known = list(pairs[pairs["language"] == language]["text"])
    low = familiarity.p_values(strange, [language] * len(strange))
    high = familiarity.p_values(known, [language] * len(known))
    ranked = (high[:, None] > low[None, :]).mean() + (high[:, None] == low[None, :]).mean() / 2
    assert ranked > 0.65  # the area under the ROC curve


def test_another_language_is_as_strange_as_can_be(familiarity):
    assert familiarity.p_values(["Wir müssen reden.", "Ми готові говорити."], [None, "uk"])[0] == 0


def test_held_out_statements_are_ranked_evenly(familiarity):
    for reference in familiarity.reference.values():
        assert len(reference) == 201
        assert (np.diff(reference) >= 0).all()


def test_signs_alone_are_strange(familiarity):
    assert familiarity.p_values(["— 🙂 —"], ["en"])[0] < 0.05
