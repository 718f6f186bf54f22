import numpy as np
import pandas as pd
import pytest
from scipy.stats import ttest_1samp

from research.series import actors, dyads, events
from research.series.means import clustered_means

ONE = np.zeros(6, int)


def test_a_mean_of_single_statements_is_the_usual_one():
    values = np.array([1.0, 0.0, -1.0, 1.0, 1.0, 0.0])
    means = clustered_means(values, np.ones(6), np.arange(6), ONE)
    usual = ttest_1samp(values, 0).confidence_interval()
    assert (means.mean[0], means.low[0], means.high[0]) == pytest.approx((values.mean(), usual.low, usual.high))


def test_statements_that_repeat_their_document_add_no_certainty():
    values = np.array([1.0, 0.0, -1.0, 1.0])
    once = clustered_means(values, np.ones(4), np.arange(4), ONE[:4])
    thrice = clustered_means(np.repeat(values, 3), np.ones(12), np.repeat(np.arange(4), 3), np.zeros(12, int))
    assert thrice.low[0] == pytest.approx(once.low[0])
    assert thrice.documents[0] == 4


def test_a_weight_of_two_counts_like_a_statement_said_twice_in_its_document():
    weighted = clustered_means(np.array([1.0, 0.0, -1.0]), np.array([2.0, 1, 1]), np.arange(3), ONE[:3])
    repeated = clustered_means(np.array([1.0, 1, 0, -1]), np.ones(4), np.array([0, 0, 1, 2]), ONE[:4])
    assert [part[0] for part in weighted] == pytest.approx([part[0] for part in repeated])


@pytest.mark.parametrize("documents", [[0, 0, 0], [0, 1, 2]])
def test_one_document_or_documents_that_agree_warrant_no_interval(documents):
    means = clustered_means(np.ones(3) / 3, np.ones(3), np.array(documents), ONE[:3])
    assert np.isnan([means.error[0], means.low[0], means.high[0]]).all()


def test_a_silence_is_a_gap_and_no_zero(statements):
    frame = dyads(statements)
    towards_russia = frame[(frame["actor"] == "US") & (frame["target"] == "RU")]
    assert towards_russia["period"].dt.strftime("%Y-%m").tolist() == ["2024-01", "2024-02", "2024-03", "2024-04"]
    assert towards_russia["statements"].tolist() == [3, 0, 0, 1]
    assert towards_russia["documents"].tolist() == [2, 0, 0, 1]
    assert towards_russia["stance"].isna().tolist() == [False, True, True, False]
    assert towards_russia["stance"].iloc[0] == 0
    assert towards_russia["intensity"].iloc[0] == pytest.approx(-1 / 3)


def test_a_statement_counts_once_towards_each_target_and_never_towards_its_own_actor(statements):
    frame = dyads(statements, by=None).set_index(["actor", "target"])
    assert frame["statements"].to_dict() == {("RU", "US"): 1, ("US", "CN"): 1, ("US", "RU"): 4}
    assert "period" not in frame


def test_an_actor_overall_has_its_statements_once(statements):
    frame = actors(statements, by=None).set_index("actor")
    assert frame["statements"].to_dict() == {"RU": 1, "US": 4}


def test_shares_and_sentiment_are_measures_too(statements):
    frame = dyads(statements, by="year", measures=["demanding", "sentiment"])
    towards_russia = frame[frame["target"] == "RU"].iloc[0]
    assert (towards_russia["demanding"], towards_russia["sentiment"]) == (0.5, 0.25)
    assert 0 <= towards_russia["demanding_low"] <= towards_russia["demanding_high"] <= 1


@pytest.mark.parametrize(
    ("by", "first"), [("day", "2024-01-03"), ("week", "2024-01-01"), ("month", "2024-01-01"), ("quarter", "2024-01-01")]
)
def test_a_period_is_named_by_its_first_day_and_a_week_begins_on_monday(statements, by, first):
    frame = dyads(statements, by)
    assert frame.loc[frame["target"] == "RU", "period"].min() == pd.Timestamp(first)


def test_dates_may_be_timestamps_with_a_zone(statements):
    zoned = statements.assign(date=pd.to_datetime(statements["date"]).dt.tz_localize("Europe/Kyiv"))
    pd.testing.assert_frame_equal(dyads(zoned), dyads(statements))


def test_no_statement_with_a_target_gives_an_empty_frame_of_the_same_columns(statements):
    nothing = dyads(statements.assign(target=None))
    assert nothing.empty
    assert list(nothing.columns) == list(dyads(statements).columns)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"date": "2024-13-01"}, r"row 0: date is '2024-13-01'; expected a day as YYYY-MM-DD"),
        ({"date": None}, r"date is missing in 6 of 6 statements"),
        ({"stance": "friendly"}, r"stance holds 'friendly'; expected one of"),
        ({"stance": None}, r"stance is missing"),
        ({"document": [None, *"bcdef"]}, r"document is missing in 1 of 6 statements, first in row 0"),
        ({"weight": [1, 1, 0, 1, 1, 1]}, r"row 2: weight is 0.0; expected a number above 0"),
        ({"weight": [1, 1, None, 1, 1, 1]}, r"weight is missing in 1 of 6"),
        ({"intensity": 3}, r"intensity holds 3"),
    ],
)
def test_a_bad_value_is_named(statements, change, message):
    with pytest.raises(ValueError, match=message):
        dyads(statements.assign(**change))


def test_an_unknown_period_measure_or_column_is_named(statements):
    with pytest.raises(ValueError, match="by is 'decade'; expected one of day, week, month, quarter, year"):
        dyads(statements, by="decade")
    with pytest.raises(ValueError, match="measure is 'mood'; expected one of stance, intensity, sentiment"):
        dyads(statements, measures=["mood"])
    with pytest.raises(ValueError, match=r"lack the columns \['target'\]"):
        dyads(statements.drop(columns="target"))


def test_events_are_checked_and_sorted():
    known = events(pd.DataFrame({"date": ["2022-02-24", "2021-06-16"], "label": ["Вторгнення", "Женева"]}))
    assert known["label"].tolist() == ["Женева", "Вторгнення"]
    with pytest.raises(ValueError, match=r"event \['soon', 'x'\]: expected a day"):
        events(pd.DataFrame({"date": ["soon"], "label": ["x"]}))
    with pytest.raises(ValueError, match="lack the columns"):
        events(pd.DataFrame({"day": ["2022-02-24"]}))
