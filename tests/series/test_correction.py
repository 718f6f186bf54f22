import numpy as np
import pandas as pd
import pytest
from ppi_py import ppi_mean_ci, ppi_mean_pointestimate

from research.coding.answers import COLUMNS, read_answers, write_answers
from research.series import TooFewCoded, add_codes, correct_dyads, corrected_mean, naive_mean
from research.series.simulation import coverage, truth


@pytest.fixture(scope="module")
def table():
    return coverage(1000).set_index(["actor", "estimate"])


@pytest.mark.parametrize("actor", ["first", "second"])
def test_the_naive_interval_misses_and_the_corrected_one_covers(table, actor):
    assert table.loc[(actor, "naive"), "coverage"] < 0.1
    assert 0.93 <= table.loc[(actor, "corrected"), "coverage"] <= 0.97


@pytest.mark.parametrize("actor", ["first", "second"])
def test_the_correction_is_unbiased(table, actor):
    assert abs(table.loc[(actor, "naive"), "mean"] - truth(actor)) > 0.1
    assert abs(table.loc[(actor, "corrected"), "mean"] - truth(actor)) < 0.01


def world(n=2000, coded=400, seed=0):
    draw = np.random.default_rng(seed)
    said = draw.normal(size=n)
    predicted = 0.5 * said + draw.normal(0.3, 0.5, n)
    known = np.full(n, np.nan)
    known[:coded] = said[:coded]
    return predicted, known, np.arange(n)


def test_with_equal_probabilities_and_single_statements_it_is_prediction_powered_inference():
    predicted, coded, names = world()
    ours = corrected_mean(predicted, coded, np.full(2000, 0.2), names)
    slope = np.polyfit(predicted[:400], coded[:400], 1)[0]
    theirs = ppi_mean_pointestimate(coded[:400], predicted[:400], predicted, lam=slope)
    low, high = ppi_mean_ci(coded[:400], predicted[:400], predicted, alpha=0.05, lam=slope)
    assert ours.value == pytest.approx(float(theirs[0]))
    assert ours.high - ours.low == pytest.approx(float((high - low)[0]), rel=0.05)


def test_a_model_that_is_right_leaves_the_naive_interval():
    said = np.random.default_rng(1).normal(size=500)
    coded = np.where(np.arange(500) < 400, said, np.nan)
    ours, naive = corrected_mean(said, coded, np.full(500, 0.8), np.arange(500)), naive_mean(said, np.arange(500))
    assert ours == pytest.approx(naive, abs=0.005)


def test_a_model_that_says_the_same_of_all_leaves_the_coded_mean():
    _, coded, names = world()
    ours = corrected_mean(np.ones(2000), coded, np.full(2000, 0.2), names)
    assert ours.value == pytest.approx(np.nanmean(coded))


def test_only_the_proportions_of_the_probabilities_count():
    predicted, coded, names = world()
    chance = np.random.default_rng(2).uniform(0.1, 0.5, 2000)
    assert corrected_mean(predicted, coded, chance, names) == pytest.approx(
        corrected_mean(predicted, coded, chance / 7, names)
    )


def test_documents_whose_statements_are_alike_widen_the_interval():
    predicted, coded, names = world()
    alone = corrected_mean(predicted, coded, np.full(2000, 0.2), names)
    repeated = corrected_mean(np.repeat(predicted, 4), np.repeat(coded, 4), np.full(8000, 0.2), np.repeat(names, 4))
    assert repeated == pytest.approx(alone)


def test_too_few_coded_statements_or_documents_are_refused():
    predicted, coded, names = world(coded=29)
    with pytest.raises(TooFewCoded, match="29 statements in 29 documents are coded; at least 30 in 10 are needed"):
        corrected_mean(predicted, coded, np.full(2000, 0.2), names)
    predicted, coded, names = world()
    with pytest.raises(TooFewCoded, match="400 statements in 1 documents"):
        corrected_mean(predicted, coded, np.full(2000, 0.2), names // 400)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"probability": np.zeros(2000)}, "has the probability 0.0; expected above 0 and at most 1"),
        ({"probability": np.full(2000, np.nan)}, "has the probability nan"),
        ({"probability": np.full(1999, 0.5)}, r"have lengths \[1999, 2000\]"),
        ({"predicted": np.full(2000, np.nan)}, "2000 predictions are missing"),
    ],
)
def test_bad_input_is_named(change, message):
    predicted, coded, names = world()
    given = {"predicted": predicted, "coded": coded, "probability": np.full(2000, 0.2), "documents": names}
    with pytest.raises(ValueError, match=message):
        corrected_mean(**given | change)


def labelled(n=400):
    draw = np.random.default_rng(3)
    stance = draw.choice(["conciliatory", "neutral", "demanding"], n)
    table = pd.DataFrame({"id": [f"s{i}" for i in range(n)], "document": [f"d{i // 4}" for i in range(n)]})
    table = table.assign(date="2024-05-01", actor="UA", target=np.where(np.arange(n) < 300, "RU", "PL"), stance=stance)
    # The hand finds demands where the model saw nothing.
    codes = table.loc[::4, ["id", "stance"]].replace({"stance": {"neutral": "demanding"}}).assign(probability=0.25)
    return table, codes


def test_naive_and_corrected_stand_side_by_side_and_a_small_sample_is_said_to_be_one():
    frame = correct_dyads(add_codes(*labelled())).set_index("target")
    russia, poland = frame.loc["RU"], frame.loc["PL"]
    assert russia["corrected"] < russia["naive"] - 0.2
    assert russia["corrected_low"] < russia["corrected"] < russia["corrected_high"]
    assert (russia["coded"], russia["note"]) == (75, "")
    assert np.isnan(poland["corrected"])
    assert poland["note"].startswith("25 statements in 25 documents are coded")


def test_a_share_is_corrected_and_stays_a_share():
    frame = correct_dyads(add_codes(*labelled()), by="year", measure="demanding").set_index("target")
    assert frame.loc["RU", "corrected"] > frame.loc["RU", "naive"] + 0.2
    assert frame.loc["RU", "corrected_high"] <= 1
    assert frame.loc["RU", "period"] == pd.Timestamp("2024-01-01")


def test_probabilities_of_the_model_are_leant_on_where_they_are_there():
    table, codes = labelled()
    coded = add_codes(table, codes)
    sharp = {name: (table["stance"] == name).astype(float) for name in ("conciliatory", "neutral", "demanding")}
    probable = coded.assign(**{f"p_{name}": column for name, column in sharp.items()})
    pd.testing.assert_frame_equal(correct_dyads(probable), correct_dyads(coded))


def test_the_file_of_a_coding_session_can_be_laid_beside_the_predictions(tmp_path):
    table = pd.DataFrame({"id": [1, 2, 3], "stance": "neutral"})
    coded = pd.DataFrame("", index=range(2), columns=COLUMNS).assign(
        id=["3", "1"], coder="a", probability=["0.5", "0.5"]
    )
    coded.loc[0, ["stance", "intensity", "sentiment", "confidence"]] = ["demanding", "-2", "negative", "3"]
    write_answers(tmp_path / "coded.csv", coded)  # the second was skipped
    for codes in (read_answers(tmp_path / "coded.csv"), pd.read_csv(tmp_path / "coded.csv")):
        laid = add_codes(table, codes).set_index("id")
        assert laid.loc["3", ["coded_stance", "coded_intensity", "probability"]].tolist() == ["demanding", -2, 0.5]
        assert laid["coded_stance"].isna().tolist() == [True, True, False]


def test_codes_that_do_not_fit_are_refused():
    table, codes = labelled()
    with pytest.raises(ValueError, match="the id 's0' is coded twice"):
        add_codes(table, pd.concat([codes, codes]))
    with pytest.raises(ValueError, match="1 coded ids are not among the statements, first 'x'"):
        add_codes(table, codes.replace({"id": {"s0": "x"}}))
    with pytest.raises(ValueError, match=r"the codes lack the columns \['probability'\]"):
        add_codes(table, codes.drop(columns="probability"))
    with pytest.raises(ValueError, match=r"lack the columns \['coded_stance', 'probability'\]; add_codes"):
        correct_dyads(table)
