import numpy as np
import pandas as pd
import pytest

from research.corpora import load, trainable
from research.evaluation.behaviour import State, filled, flips, pairs_right, shipped_states
from research.evaluation.contamination import similarity

PERU = State("PE", "Перу", "Перу", "Peru")
POLAND = State("PL", "Польща", "Польша", "Poland")
ARABIA = State("SA", "Саудівська Аравія", "Саудовская Аравия", "Saudi Arabia")
ISRAEL = State("IL", "Ізраїль", "Израиль", "Israel")


def statement(text, language):
    return pd.DataFrame([{"id": "s", "text": text, "language": language, "document": "s", "stance": "demanding"}])


@pytest.mark.parametrize(
    ("text", "language", "first"),
    [
        ("Ми дякуємо {A:datv} і {B:datv}.", "uk", "Ми дякуємо Польщі і Саудівській Аравії."),
        ("Мы ждём ответа {A:gent}, {B:nomn} молчит.", "ru", "Мы ждём ответа Польши, Саудовская Аравия молчит."),
        ("We thank {A} and {B} 🙂", "en", "We thank Poland and Saudi Arabia 🙂"),
    ],
)
def test_names_stand_in_the_case_of_their_slot(text, language, first):
    found = filled(statement(text, language), [POLAND, ARABIA])
    assert found["text"].iloc[0] == first
    assert list(found["id"]) == ["s-PL", "s-SA"]
    assert set(found["document"]) == {"s"}


def test_a_state_is_inanimate_and_an_unchanging_name_stays():
    found = filled(statement("Ми засуджуємо {A:accs}.", "uk"), [ISRAEL, PERU])
    assert list(found["text"]) == ["Ми засуджуємо Ізраїль.", "Ми засуджуємо Перу."]


def test_one_state_is_not_enough():
    with pytest.raises(ValueError, match="there are 1 states; expected at least 2"):
        filled(statement("{A}", "en"), [PERU])


def test_the_shipped_statements_fill_with_the_shipped_states_and_leave_no_slot():
    found = filled(load("swap"))
    assert len(found) == 60 * len(shipped_states()) == 2400
    assert not found["text"].str.contains(r"[{}]").any()
    assert found["id"].is_unique


def test_flips_name_the_statements_that_a_state_moves():
    rows = pd.DataFrame({"document": ["a", "a", "b", "b"]})
    moved = flips(rows, np.array(["neutral", "demanding", "neutral", "neutral"]))
    assert moved.to_dict() == {"a": True, "b": False}


def test_a_pair_is_right_when_both_of_its_statements_are():
    pairs = load("contrast")
    perfect = pairs_right(pairs, pairs["stance"].to_numpy(str))
    assert set(perfect["right"]) == {1.0}
    assert perfect.loc[perfect["kind"] == "all", "pairs"].tolist() == [100, 100, 100]
    constant = pairs_right(pairs, np.full(len(pairs), "demanding"))
    assert set(constant["right"]) == {0.0}


def test_pairs_differ_in_stance_and_in_little_else():
    pairs = load("contrast")
    for _, rows in pairs.groupby("document"):
        assert len(rows) == 2
        assert rows["stance"].nunique() == 2
        assert rows["kind"].nunique() == 1
    near = [similarity(*rows["text"]) for _, rows in pairs.groupby("document")]
    assert np.median(near) > 0.6


@pytest.mark.parametrize("name", ["contrast", "swap"])
def test_what_tests_behaviour_never_trains(name):
    with pytest.raises(ValueError, match=name):
        trainable(load(name))
