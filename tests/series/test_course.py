import numpy as np
import pandas as pd
import pytest

from research.series import change_points, smooth
from research.series.changes import changes
from research.series.smoothing import local_level


def test_a_series_that_does_not_move_is_smoothed_to_its_mean(series):
    noise = np.random.default_rng(0).normal(0, 0.1, 40)
    level = smooth(series(-0.3 + noise))["stance_level"]
    assert level.to_numpy() == pytest.approx(np.full(40, -0.3 + noise.mean()), abs=0.02)


def test_a_gap_widens_the_band_and_the_ends_are_not_extrapolated(series):
    walk = np.random.default_rng(1).normal(0, 0.15, 40).cumsum()
    walk[[0, 1, 20, 21, 22, 39]] = np.nan
    level = smooth(series(walk))
    width = level["stance_level_high"] - level["stance_level_low"]
    assert level["stance_level"].isna().to_numpy().nonzero()[0].tolist() == [0, 1, 39]
    assert width[21] > 1.5 * width[10]


def test_the_band_of_the_level_holds_it_nineteen_times_in_twenty():
    draw = np.random.default_rng(2)
    held = []
    for _ in range(60):
        truth = draw.normal(0, 0.1, 60).cumsum()
        variance = draw.uniform(0.002, 0.04, 60)
        level, error = local_level(truth + draw.normal(0, np.sqrt(variance)), variance)
        held.append(np.mean(np.abs(level - truth) < 1.96 * error))
    assert 0.93 < np.mean(held) < 0.97


def test_dyads_are_smoothed_apart_and_rows_keep_their_order(series):
    both = pd.concat([series(np.linspace(-1, 1, 12)), series([0.5] * 3, target="CN")])  # labels of rows occur twice
    mixed = both.sample(frac=1, random_state=0)
    level = smooth(mixed)
    pd.testing.assert_frame_equal(level[mixed.columns], mixed)
    assert level.loc[level["target"] == "CN", "stance_level"].isna().all()  # three periods are too few
    assert level.loc[level["target"] == "RU", "stance_level"].notna().all()


def test_a_change_of_level_is_found_dated_and_measured(series):
    values = np.r_[np.full(20, 0.1), np.full(15, -0.6)] + np.random.default_rng(3).normal(0, 0.1, 35)
    values[5] = np.nan
    found = change_points(series(values))
    assert len(found) == 1
    change = found.iloc[0]
    assert change["period"] == pd.Timestamp("2022-09-01")
    assert change["earliest"] <= change["period"] <= change["latest"]
    assert (change["before"], change["after"]) == pytest.approx((0.1, -0.6), abs=0.08)
    assert change["probability"] > 0.99


def test_noise_alone_is_seldom_taken_for_a_change():
    draw = np.random.default_rng(4)
    variance = np.full(60, 0.01)
    alarms = [bool(changes(draw.normal(0, 0.1, 60), variance)) for _ in range(200)]
    assert np.mean(alarms) < 0.03


def test_months_that_differ_more_than_their_documents_explain_raise_the_bar():
    draw = np.random.default_rng(5)
    restless = [len(changes(draw.normal(0, 0.5, 60), np.full(60, 0.01))) for _ in range(100)]
    assert np.mean(np.array(restless) > 0) < 0.1


def test_the_dates_given_hold_the_change_nineteen_times_in_twenty():
    draw = np.random.default_rng(6)
    truth, held = np.r_[np.zeros(30), np.full(30, 0.3)], []
    for _ in range(200):
        found = changes(truth + draw.normal(0, 0.15, 60), np.full(60, 0.15**2))
        held.extend(change.earliest <= 30 <= change.latest for change in found)
    assert len(held) > 190
    assert np.mean(held) > 0.93


def test_a_single_odd_month_is_seldom_a_new_level():
    values = np.random.default_rng(7).normal(0, 0.1, (200, 30))
    values[:, 12] = 0.5
    assert np.mean([bool(changes(row, np.full(30, 0.01))) for row in values]) < 0.1


def test_a_table_without_periods_is_refused(series):
    whole = series([0.1] * 8).drop(columns="period")
    for function in (smooth, change_points):
        with pytest.raises(ValueError, match="no column 'period'"):
            function(whole)
