import numpy as np
import pandas as pd
import pytest

from research.coding.drawing import draw_random, inclusion_probability


@pytest.fixture
def population():
    """Twelve statements towards Russia, three towards China, one towards nobody."""
    targets = ["RU"] * 12 + ["CN"] * 3 + [None]
    return pd.DataFrame({"id": [f"s{number}" for number in range(16)], "text": "We agree.", "target": targets})


def test_all_are_drawn_once_and_a_seed_draws_the_same_again(population):
    order = draw_random(population, seed=5)
    assert sorted(order["id"]) == sorted(population["id"])
    assert order.equals(draw_random(population, seed=5))
    assert order["id"].tolist() != draw_random(population, seed=6)["id"].tolist()
    assert set(order["seed"]) == {"5"}


def test_the_probability_is_that_with_which_draws_come_out(population):
    drawn = pd.Series(0, population["id"])
    for seed in range(500):
        drawn[draw_random(population, seed)["id"].head(4)] += 1
    stated = inclusion_probability(draw_random(population), 4)
    assert stated.tolist() == [4 / 16] * 4
    assert np.abs(drawn / 500 - 4 / 16).max() < 0.08  # four standard errors


def test_strata_take_turns_and_their_probabilities_differ(population):
    order = draw_random(population, by="target")
    assert order["stratum"].head(7).value_counts().to_dict() == {"RU": 3, "CN": 3, "": 1}
    stated = inclusion_probability(order, 7)
    by_stratum = dict(zip(order["stratum"].head(7), stated, strict=True))
    assert by_stratum == pytest.approx({"RU": 3 / 12, "CN": 1, "": 1})


def test_weighted_by_the_probability_a_stratified_sample_finds_the_mean(population):
    said = population["target"].map({"RU": -1.0, "CN": 1.0}).fillna(0)
    order = draw_random(population.assign(said=said), by="target")
    weighted = order["said"].head(9) / inclusion_probability(order, 9)
    assert weighted.sum() / len(population) == pytest.approx(said.mean())


def test_what_was_not_picked_at_random_has_no_probability(population):
    order = draw_random(population).assign(pick="uncertain")
    assert inclusion_probability(order, 5).isna().all()


def test_an_unknown_column_and_a_wrong_seed_are_named(population):
    with pytest.raises(ValueError, match="no column 'actor' to draw by; found"):
        draw_random(population, by="actor")
    with pytest.raises(ValueError, match=r"seed is -1; expected 0 to 2\^32 - 1"):
        draw_random(population, seed=-1)


def test_what_a_file_of_codes_cannot_keep_is_refused_before_anything_is_coded(statements):
    with pytest.raises(ValueError, match="'register' holds a NUL"):
        draw_random(statements.assign(register="a\0b"), by="register")
