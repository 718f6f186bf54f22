import json
import re

import numpy as np
import pandas as pd
import pytest

from research.evaluation.scoreboard import score
from research.plots import plots, save
from research.report import Drawing, report
from research.results import Results, interval, summary, write_data

CLASSES = ("conciliatory", "neutral", "demanding")


def predictions(n=90):
    draw = np.random.default_rng(0)
    frames = []
    for model, skill in (("lexicon", 0.5), ("ngrams", 3.0)):
        gold = np.tile(CLASSES, n // 3)
        logits = draw.normal(size=(n, 3)) + skill * (gold[:, None] == np.array(CLASSES))
        probability = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
        frame = pd.DataFrame(
            {
                "id": [f"r{i}" for i in range(n)],
                "document": [f"d{i // 3}" for i in range(n)],
                "language": np.repeat(["uk", "ru", "en"], n // 3),
                "text": "«Ми <b>проти</b>» & “nein” 🙂",
                "share": 1.0,
                "model": model,
                "seed": 0,
                "training_rows": 10,
                "gold": gold,
                "predicted": np.array(CLASSES)[probability.argmax(axis=1)],
                "corpus": "gold",
            }
        )
        frame[[f"p_{name}" for name in CLASSES]] = probability
        frames.append(frame)
    return pd.concat(frames, ignore_index=True)


@pytest.fixture(scope="module")
def results():
    rows = predictions()
    points = [{"training_rows": n, "value": v, "low": v - 0.1, "high": v + 0.1} for n, v in ((10, 0.4), (20, 0.5))]
    return Results(
        title="A trial",
        task="stance",
        classes=CLASSES,
        boards={"gold": score(rows, CLASSES, "lexicon", 200, 0)},
        curves={"gold": points},
        predictions=rows,
        notes=("Left out: other: it is not here",),
        provenance={
            "settings": {"resamples": 200, "baseline": "lexicon"},
            "costs": {
                "gold": {name: {"fit_seconds": 1, "statements_per_second": 9000} for name in ("lexicon", "ngrams")}
            },
            "versions": {"python": "3"},
            "machine": "m",
        },
    )


def test_the_table_has_a_row_for_each_language_and_model_with_intervals(results):
    table = results.table()
    assert len(table) == 4 * 2
    assert table["macro-F1"].str.fullmatch(r"[01]\.\d{3} \[[01]\.\d{3}, [01]\.\d{3}\]").all()
    assert (table.loc[table["model"] == "lexicon", "against baseline"] == "–").all()


def test_a_signed_interval_shows_its_sign():
    assert interval({"value": -0.0312, "low": -0.1, "high": 0.05}, signed=True) == "-0.031 [-0.100, 0.050]"


def test_written_metrics_are_json_without_times_or_versions(results, tmp_path):
    write_data(results, tmp_path)
    metrics = json.loads((tmp_path / "metrics.json").read_text(encoding="utf-8"))
    assert set(metrics) == {"title", "task", "classes", "corpora", "learning_curves"}
    numbers = re.findall(r"\d+\.(\d+)", (tmp_path / "metrics.json").read_text(encoding="utf-8"))
    assert max(map(len, numbers)) <= 6
    assert json.loads((tmp_path / "provenance.json").read_text(encoding="utf-8"))["versions"] == {"python": "3"}


def test_predictions_hold_ids_and_no_text_of_others(results, tmp_path):
    write_data(results, tmp_path)
    written = pd.read_csv(tmp_path / "predictions.csv")
    assert len(written) == 180
    assert "text" not in written.columns
    assert np.allclose(written.filter(regex="^p_").sum(axis=1), 1, atol=1e-5)


def test_the_summary_says_what_was_left_out(results):
    assert "Left out: other: it is not here" in summary(results)


def test_the_report_escapes_statements_and_is_self_contained(results):
    page = report(results, [Drawing("gold-bars", "Bars & bands", "<?xml version='1.0'?><svg id='a'></svg>")])
    assert "«Ми &lt;b&gt;проти&lt;/b&gt;» &amp; “nein” 🙂" in page
    assert "<?xml" not in page
    assert 'aria-label="Bars &amp; bands"' in page
    assert not re.search(r"(src|href)=", page)
    assert "A trial" in page


def test_every_figure_is_drawn_described_and_written_the_same_twice(results, tmp_path):
    (tmp_path / "again").mkdir()
    for plot in plots(results):
        assert plot.description
        save(plot, tmp_path)
    for plot in plots(results):
        save(plot, tmp_path / "again")
    written = sorted(tmp_path.glob("*.*"))
    assert len(written) == 10
    for path in written:
        assert path.read_bytes() == (tmp_path / "again" / path.name).read_bytes()
