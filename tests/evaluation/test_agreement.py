import krippendorff
import numpy as np
import pandas as pd
import pytest

from research.corpora import CORPORA, cameo_rounds, load
from research.evaluation.agreement import (
    ORDERS,
    alpha,
    by_rule,
    confusion,
    gold_votes,
    pairwise,
    second_votes,
    summary,
    votes_of,
)

STANCES = ORDERS["stance"]


def votes(*rows):
    names = {"C": "conciliatory", "N": "neutral", "D": "demanding", "-": None}
    return pd.DataFrame([[names[letter] for letter in row] for row in rows], columns=list("ABC")[: len(rows[0])])


def test_perfect_agreement_is_one_and_chance_about_nothing():
    assert alpha(votes("CC", "NN", "DD", "CC"), STANCES).value == 1
    random = np.random.default_rng(0).choice(list("CND"), size=(2000, 2))
    estimate = alpha(votes(*map("".join, random)), STANCES, resamples=200)
    assert abs(estimate.value) < 0.05
    assert estimate.low < 0 < estimate.high


@pytest.mark.parametrize("level", ["nominal", "ordinal"])
def test_alpha_is_the_librarys_with_gaps(level):
    given = votes("CCN", "NN-", "D-D", "DDN", "N--", "CNC", "NNN")
    codes = given.apply(lambda column: column.map({name: place for place, name in enumerate(STANCES)}))
    data = codes.to_numpy(float).T
    expected = krippendorff.alpha(reliability_data=data, level_of_measurement=level, value_domain=[0, 1, 2])
    assert alpha(given, STANCES, level, resamples=10).value == pytest.approx(expected)


def test_a_far_miss_weighs_more_than_a_near_one_where_order_counts():
    near, far = votes("CC", "NN", "DD", "CN"), votes("CC", "NN", "DD", "CD")
    assert alpha(near, STANCES, "ordinal").value > alpha(far, STANCES, "ordinal").value
    assert alpha(near, STANCES).value == pytest.approx(alpha(far, STANCES).value, abs=0.05)


def test_the_interval_holds_the_value_and_narrows_with_units():
    few, many = votes(*["CC", "NN", "DD", "CN"] * 5), votes(*["CC", "NN", "DD", "CN"] * 50)
    narrow, wide = alpha(many, STANCES), alpha(few, STANCES)
    assert wide.low < wide.value < wide.high
    assert narrow.high - narrow.low < (wide.high - wide.low) / 2


def test_the_same_seed_draws_the_same_interval():
    given = votes(*["CC", "NN", "DN"] * 4)
    assert alpha(given, STANCES, seed=1) == alpha(given, STANCES, seed=1) != alpha(given, STANCES, seed=2)


@pytest.mark.parametrize("rows", [("C-", "-N"), ("NN", "NN")])
def test_without_two_codes_or_two_values_there_is_no_alpha(rows):
    assert np.isnan(alpha(votes(*rows), STANCES, resamples=5).value)


def test_an_unknown_code_is_named():
    with pytest.raises(ValueError, match="the code 'demanding' is unknown; expected one of"):
        alpha(votes("CD"), ("conciliatory", "neutral"))


def test_pairs_of_coders():
    table = pairwise(votes("CCN", "NN-", "DDD", "CN-")).set_index(["first", "second"])
    assert table.loc[("A", "B"), ["units", "agreement"]].tolist() == [4, 0.75]
    assert table.loc[("A", "C"), "units"] == 2
    assert table.loc[("A", "B"), "kappa"] == pytest.approx(0.6363, abs=1e-3)
    assert table.loc[("A", "B"), "macro_f1"] == pytest.approx((2 / 3 + 2 / 3 + 1) / 3)


def test_coders_who_share_no_unit():
    assert pairwise(votes("C-", "-N"))["units"].tolist() == [0]


def test_confusion_counts_who_says_what():
    table = confusion(votes("CN", "CN", "DN", "CC"))
    assert table.iloc[0].tolist() == ["A", "B", "conciliatory", "neutral", 2]
    assert len(table) == 2
    assert confusion(votes("CC")).empty


def test_rules_under_which_coders_part():
    table = by_rule(votes("CD", "CC", "DN", "NN"), pd.Series(["4", "4;10", "10", None]))
    assert table["rule"].tolist() == ["4", "10"]
    assert table["agreement"].tolist() == [0.5, 0.5]
    assert table["confused"].tolist() == ["conciliatory / demanding", "demanding / neutral"]


def test_codes_become_votes():
    codes = pd.DataFrame(
        {"id": ["a", "a", "b"], "coder": ["x", "y", "x"], "stance": ["neutral"] * 3, "intensity": [0, 1, None]}
    ).astype({"intensity": "Int64"})
    given = votes_of(codes)
    assert given["stance"].shape == (2, 2)
    assert given["intensity"].loc["a"].tolist() == ["0", "1"]
    with pytest.raises(ValueError, match="the coder 'x' coded 'a' twice"):
        votes_of(pd.concat([codes, codes.head(1)]))


def test_summary_has_one_row_a_task():
    table = summary({"stance": votes("CC", "NN", "DN", "D-")}, resamples=20).set_index("task")
    assert table.loc["stance", ["units", "coders"]].tolist() == [3, 2]
    assert table.loc["stance", "nominal_low"] <= table.loc["stance", "nominal_alpha"]


def test_gold_is_coded_by_three_who_agree(gold):
    table = gold[gold["split"] == "test"]
    given = gold_votes(gold)
    assert {task: frame.shape for task, frame in given.items()} == dict.fromkeys(ORDERS, (750, 3))
    assert given["stance"].index.equals(table.index)
    rows = summary(given, resamples=100).set_index("task")
    assert rows.loc["stance", "nominal_alpha"] == pytest.approx(0.891, abs=0.001)
    assert rows.loc["stance", "nominal_low"] == pytest.approx(0.865, abs=0.01)
    assert rows.loc["stance", "macro_f1_low"] > 0.92
    assert rows.loc["intensity", "ordinal_alpha"] > rows.loc["intensity", "nominal_alpha"]


def test_rounds_of_cameo_show_people_learning(fetched):
    table = load("cameo-rounds")

    def kappas(number):
        pairs = pairwise(cameo_rounds.votes(table[table["round"] == number]))
        return pairs.loc[pairs["units"] > 10, "kappa"]

    assert kappas("1").between(0.45, 0.65).all()
    assert kappas("10").between(0.70, 0.90).all()


def test_authored_was_read_twice():
    table = load("authored")
    rows = summary(second_votes(table), resamples=100).set_index("task")
    assert rows.loc["stance", "units"] == table["second_stance"].notna().sum()
    card = CORPORA["authored"].card
    assert f"{rows.loc['stance', 'units']:,} rows" in card.agreement
    assert f"{rows.loc['stance', 'nominal_alpha']:.3f} for stance" in card.agreement
    assert f"{rows.loc['sentiment', 'nominal_alpha']:.3f} for sentiment" in card.agreement
    assert f"{rows.loc['intensity', 'nominal_alpha']:.3f} for intensity" in card.agreement
    # Near perfect agreement of two models of one family must never be told without its caveat.
    assert "no mark of quality" in card.agreement


def test_the_card_of_gold_tells_the_measured_agreement(gold):
    given = gold_votes(gold)
    language = gold["language"].reindex(given["stance"].index)
    agreement = CORPORA["gold"].card.agreement
    assert f"{alpha(given['stance'], STANCES, resamples=10).value:.3f}" in agreement
    for name in ("en", "uk", "ru"):
        assert f"{name} {alpha(given['stance'][language == name], STANCES, resamples=10).value:.3f}" in agreement
