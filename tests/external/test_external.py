import numpy as np
import pandas as pd
import pytest

from research.external import running
from research.external.benchmarks import BENCHMARKS, Benchmark, leave_one_out, published

CLASSES = ("yes", "no")


def table(nonsense):
    rows = [
        {
            "id": f"r{i}",
            "text": f"{'we agree' if i % 2 else 'we refuse'} {nonsense(str(i))}",
            "document": f"d{i // 2}",
            "debate": f"b{i % 3}",
            "split": "train" if i < 40 else "test",
            "gold": "yes" if i % 2 else "no",
        }
        for i in range(60)
    ]
    frame = pd.DataFrame(rows)
    return frame.assign(shown=frame["text"], published="yes")


def toy(split):
    return Benchmark("toy", lambda: None, CLASSES, CLASSES, split, "nothing")


def test_a_model_is_scored_on_the_test_part_and_against_those_before(nonsense):
    rows, benchmark = table(nonsense), toy(published("test"))
    found = {
        "always yes": running.published(benchmark, rows),
        "ngrams": running.predict(benchmark, rows, running.ngrams),
    }
    first, second = running.board(benchmark, found)
    assert first["rows"] == second["rows"] == 20
    assert first["value"] == pytest.approx(1 / 3)
    assert second["value"] == 1
    assert first["gains"] == {}
    gain = second["gains"]["always yes"]
    assert gain["value"] == pytest.approx(2 / 3)
    assert gain["p"] < 0.05


def test_each_group_is_left_out_once(nonsense):
    rows = table(nonsense).assign(document=lambda frame: frame["id"])
    splits = list(leave_one_out("debate")(rows))
    assert sorted(np.concatenate([split.test for split in splits])) == list(range(60))
    for split in splits:
        assert not set(rows["debate"].iloc[split.train]) & set(rows["debate"].iloc[split.test])


def test_a_document_on_both_sides_is_kept_out_of_train(nonsense):
    rows = table(nonsense)
    rows.loc[0, "document"] = rows.loc[59, "document"]
    (split,) = published("test")(rows)
    assert 0 not in split.train
    assert split.dropped == 1


@pytest.mark.parametrize("name", list(BENCHMARKS))
def test_the_benchmarks_are_as_published(name, fetched):
    benchmark = BENCHMARKS[name]
    rows = benchmark.read().reset_index(drop=True)
    assert set(rows["gold"]) == set(benchmark.classes)
    assert rows["shown"].str.len().min() > 0
    tested = sum(len(split.test) for split in benchmark.split(rows))
    sizes = {"plv-sides": 678, "plv-roots": 1033, "cameo": 286, "unscon": 2377, "rusentne": 2845, "newsmtsc": 803}
    assert tested == sizes[name]


def test_the_published_system_scores_what_was_published(fetched):
    scores = {}
    for name in ("plv-sides", "plv-roots"):
        benchmark = BENCHMARKS[name]
        rows = benchmark.read().reset_index(drop=True)
        scores[name] = running.board(benchmark, {"zsp": running.published(benchmark, rows)})[0]["value"]
    assert scores == pytest.approx({"plv-sides": 0.965, "plv-roots": 0.821}, abs=0.001)
