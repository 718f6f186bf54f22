import re
import xml.etree.ElementTree as ET

import numpy as np
import pandas as pd
import pytest
from matplotlib.patches import Rectangle

from research.plots import plot_correction, plot_course, plot_courses, plot_matrix, plot_tone, save
from research.series import change_points, correct_dyads, smooth


@pytest.fixture(scope="module")
def series():
    """Two dyads by month: one that falls after a gap, one that stays."""
    draw, months = np.random.default_rng(0), 24
    parts = []
    for target, values in (("RU", np.r_[np.full(12, 0.2), np.full(12, -0.5)]), ("CN", np.zeros(months))):
        part = pd.DataFrame(
            {"actor": "US", "target": target, "period": pd.date_range("2021-01-01", periods=24, freq="MS")}
        )
        parts.append(
            part.assign(statements=30, documents=10, stance=values + draw.normal(0, 0.05, months), stance_error=0.1)
        )
    whole = pd.concat(parts, ignore_index=True)
    whole.loc[5, ["statements", "documents", "stance", "stance_error"]] = [0, 0, np.nan, np.nan]
    return smooth(whole.astype({"statements": int}))


@pytest.fixture
def dyads():
    """Means over the whole time; the last rests on three statements."""
    frame = pd.DataFrame({"actor": ["UA", "RU", "RU"], "target": ["RU", "UA", "US"], "statements": [1200, 40, 3]})
    frame = frame.assign(stance=[-0.34, 0.05, 1.0], stance_low=[-0.4, -0.1, np.nan], stance_high=[-0.28, 0.2, np.nan])
    return frame.assign(
        sentiment=[0.1, -0.2, 0.5], sentiment_low=[0.0, -0.3, np.nan], sentiment_high=[0.2, -0.1, np.nan]
    )


def words(plot, folder):
    """Save a plot; the title and the text of its SVG."""
    save(plot, folder)
    tree = ET.parse(folder / f"{plot.name}.svg")
    space = "{http://www.w3.org/2000/svg}"
    return tree.findtext(f"{space}title"), {"".join(node.itertext()).strip() for node in tree.iter(f"{space}text")}


def test_a_course_says_in_words_what_it_shows_and_names_events_in_any_script(series, tmp_path):
    happened = pd.DataFrame({"date": ["2022-02-24", "2021-06-16"], "label": ["Вторгнення", "Саміт у Женеві"]})
    russia = series[series["target"] == "RU"]
    plot = plot_course(russia, changes=change_points(series), happened=happened)
    title, text = words(plot, tmp_path)
    assert plot.name == "us-ru-stance"
    assert title == plot.description
    assert "690 statements in 23 of 24 periods" in title
    assert re.search(r"It changes from \+0\.2\d to −0\.(4|5)\d at 2022-01-01\.$", title)
    assert {"US → RU", "Вторгнення", "Саміт у Женеві", "demanding ← mean stance → conciliatory"} <= text
    assert (tmp_path / "us-ru-stance.png").stat().st_size > 10_000


def test_a_gap_has_no_dot(series):
    plot = plot_course(series[series["target"] == "RU"])
    dots = np.ma.filled(plot.figure.axes[0].collections[0].get_offsets(), np.nan)
    assert np.isnan(dots).any(axis=1).nonzero()[0].tolist() == [5]


def test_several_dyads_need_a_panel(series, tmp_path):
    with pytest.raises(ValueError, match="2 dyads, US → CN, US → RU; expected one, or plot_courses"):
        plot_course(series)
    third = series[series["target"] == "CN"].assign(target="IR")
    plot = plot_courses(pd.concat([series, third]), changes=change_points(series), columns=2)
    title, text = words(plot, tmp_path)
    assert len(plot.figure.axes) == 3  # the fourth place is left blank
    assert {"US → CN", "US → IR", "US → RU"} <= text
    assert "US → CN: mean stance" in title


def test_the_matrix_counts_all_and_shows_no_mean_of_few(dyads, tmp_path):
    plot = plot_matrix(dyads)
    title, text = words(plot, tmp_path)
    assert {"−0.34", "1,200", "+0.05", "40", "3"} <= text
    assert "+1.00" not in text
    hatched = [p for p in plot.figure.axes[0].patches if isinstance(p, Rectangle) and p.get_hatch()]
    assert len(hatched) == 1
    assert "lowest first: UA → RU −0.34, RU → UA +0.05. Hatched, for they have fewer than 20 statements: 1." in title


def test_a_mean_whose_interval_leaves_out_zero_is_bold(dyads):
    weights = {text.get_text(): text.get_fontweight() for text in plot_matrix(dyads).figure.axes[0].texts}
    assert (weights["−0.34"], weights["+0.05"]) == ("bold", "normal")


def test_stance_stands_against_sentiment(dyads, tmp_path):
    title, text = words(plot_tone(dyads), tmp_path)
    assert {"UA → RU", "RU → UA"} <= text
    assert "RU → US" not in text
    assert "UA → RU −0.34 and +0.10" in title
    with pytest.raises(ValueError, match="no dyad has 5000 statements; the largest has 1200"):
        plot_tone(dyads, fewest=5000)


def test_a_dyad_without_correction_says_so(tmp_path):
    draw = np.random.default_rng(3)
    table = pd.DataFrame(
        {"actor": "UA", "target": np.repeat(["RU", "PL"], [300, 100]), "document": np.arange(400) // 2}
    )
    table["stance"] = draw.choice(["conciliatory", "neutral", "demanding"], 400)
    table = table.assign(coded_stance=table["stance"].where(table.index % 5 == 0), probability=0.2)
    title, text = words(plot_correction(correct_dyads(table)), tmp_path)
    assert {"naive", "corrected", "UA → RU", "20 coded, too few to correct"} <= text
    assert re.search(r"UA → PL [+−]0\.\d\d and none", title)


def test_the_same_series_gives_the_same_bytes(dyads, tmp_path):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        save(plot_matrix(dyads), tmp_path / name)
    for ending in ("svg", "png"):
        one, two = (tmp_path / name / f"matrix-stance.{ending}" for name in ("one", "two"))
        assert one.read_bytes() == two.read_bytes()


def test_a_notebook_shows_a_plot_with_its_words(dyads):
    shown = plot_matrix(dyads)._repr_html_()
    assert 'alt="Mean stance from −1 (demanding)' in shown
    assert "<figcaption>Mean stance" in shown


@pytest.mark.parametrize(
    ("draw", "message"),
    [
        (lambda dyads: plot_matrix(dyads.drop(columns="stance")), r"lacks the columns \['stance'\]; dyads"),
        (lambda dyads: plot_matrix(dyads, "demanding"), "measure is 'demanding'; expected one of stance, intensity"),
        (lambda dyads: plot_matrix(pd.concat([dyads, dyads])), "a dyad has several rows"),
        (lambda dyads: plot_matrix(dyads.head(0)), "no rows"),
        (lambda dyads: plot_course(dyads.assign(period=pd.Timestamp("2024-01-01"))), "smooth gives them"),
        (lambda dyads: plot_course(dyads, "mood"), "measure is 'mood'; expected one of stance"),
        (lambda dyads: plot_tone(dyads.drop(columns="sentiment")), "lacks the columns"),
        (lambda dyads: plot_correction(dyads), "correct_dyads gives them"),
    ],
)
def test_what_cannot_be_drawn_is_named(dyads, draw, message):
    with pytest.raises(ValueError, match=message):
        draw(dyads)
