import json
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from research.predictor import Predictor, load_predictor
from research.scale import Local, Settings, WorkersLost, score
from research.scale.columns import PREDICTED, survey
from research.scale.output import Output

ONE = Local(1)


def statements(out):
    return pd.read_parquet(out / "statements")


def refusals(out):
    found = pd.read_parquet(out / "refusals")
    return list(zip(found["source_file"], found["source_row"], found["reason"], strict=True))


@pytest.mark.parametrize("ending", [".csv", ".tsv", ".jsonl", ".parquet", ".txt"])
def test_every_kind_of_file_gives_what_the_predictor_gives(nasty, write, tmp_path, ending):
    summary = score(str(write(nasty, tmp_path / f"in{ending}")), tmp_path / "out", workers=ONE)
    assert (summary.rows, summary.scored, summary.refused) == (9, 9, 0)
    found = statements(tmp_path / "out")
    if ending != ".txt":
        assert found["text"].tolist() == nasty["text"].tolist()
        assert found["id"].astype(int).tolist() == nasty["id"].tolist()
    expected = load_predictor().predict_frame(found["text"])
    for name in ("language", "stance", "intensity", "sentiment"):
        assert found[name].tolist() == expected[name].tolist()
    assert found["stance_probability"].tolist() == expected["stance_probability"].round(6).tolist()
    assert found["source_row"].tolist() == list(range(1, 10))


def test_every_row_is_scored_or_refused_once_and_in_order(many, tmp_path):
    texts = [*many(100), "", "Wir sind zu Gesprächen bereit, sagte der Minister in Berlin.", "a" * 100_001, " \t"]
    (tmp_path / "in.txt").write_text("\n".join(texts) + "\n", encoding="utf-8")
    summary = score(str(tmp_path / "in.txt"), tmp_path / "out", Settings(part_rows=7), ONE)
    assert summary.reasons == {"empty": 2, "no letters": 14, "too long": 1, "unsupported language": 1}
    assert summary.rows == summary.scored + summary.refused == 104
    found, refused = statements(tmp_path / "out"), refusals(tmp_path / "out")
    assert [texts[row - 1] for row in found["source_row"]] == found["text"].tolist()
    assert found["source_row"].is_monotonic_increasing
    assert sorted([*found["source_row"], *(row for _, row, _ in refused)]) == list(range(1, 105))
    assert refused[-4:] == [
        ("in.txt", 101, "empty"),
        ("in.txt", 102, "unsupported language"),
        ("in.txt", 103, "too long"),
        ("in.txt", 104, "empty"),
    ]
    assert json.loads((tmp_path / "out" / "summary.json").read_text())["reasons"] == summary.reasons


def test_the_language_may_be_said(tmp_path):
    (tmp_path / "in.txt").write_text("Wir sind bereit.\n")
    assert score(str(tmp_path / "in.txt"), tmp_path / "out", Settings(language="en"), ONE).scored == 1
    assert statements(tmp_path / "out")["language"].tolist() == ["en"]


def test_a_folder_is_scored_in_the_order_of_its_files(tmp_path):
    for name, text in {
        "b/2.txt": "We agree.\n\nWe refuse.",
        "a.txt": "Ми згодні.",
        "b/.hidden.txt": "x",
        "c.md": "y",
    }.items():
        (tmp_path / "in" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "in" / name).write_text(text, encoding="utf-8")
    summary = score(str(tmp_path / "in"), tmp_path / "out", workers=ONE)
    assert (summary.files, summary.parts, summary.rows) == (2, 1, 4)
    assert statements(tmp_path / "out")["source_file"].tolist() == ["a.txt", "b/2.txt", "b/2.txt"]
    assert refusals(tmp_path / "out") == [("b/2.txt", 2, "empty")]
    score(str(tmp_path / "in" / "b" / "*.txt"), tmp_path / "glob", workers=ONE)
    assert statements(tmp_path / "glob")["source_file"].tolist() == ["2.txt", "2.txt"]


def test_columns_that_we_use_are_kept_under_another_name(tmp_path):
    (tmp_path / "in.csv").write_text("text,stance,language\nWe agree.,gold,xx\n")
    score(str(tmp_path / "in.csv"), tmp_path / "out", workers=ONE)
    found = statements(tmp_path / "out")
    assert list(found.columns) == ["source_file", "source_row", "text", "input_stance", "input_language", *PREDICTED]
    assert found[["input_stance", "input_language", "language"]].iloc[0].tolist() == ["gold", "xx", "en"]


def test_objects_of_different_shape_make_one_table(tmp_path):
    lines = [
        {"text": "We agree.", "n": 1, "id": 2**60, "mixed": 1},
        {"n": 0.5, "text": "Ми згодні.", "id": 3, "mixed": "x", "who": {"name": "Ї"}},
        {"text": "Мы согласны.", "n": None, "ok": True, "mixed": [1]},
    ]
    (tmp_path / "in.jsonl").write_text("\n".join(map(json.dumps, lines)))
    score(str(tmp_path / "in.jsonl"), tmp_path / "out", Settings(part_rows=1), ONE)
    found = pq.read_table(tmp_path / "out" / "statements").to_pydict()
    assert found["n"] == [1.0, 0.5, None]
    assert found["id"] == [2**60, 3, None]
    assert found["ok"] == [None, None, True]
    assert found["mixed"] == ["1", "x", "[1]"]
    assert found["who"] == [None, '{"name": "Ї"}', None]


def test_columns_of_parquet_keep_their_types_and_broken_strings_spoil_one_row(tmp_path):
    bad = pa.Array.from_buffers(
        pa.string(), 2, [None, pa.array([0, 4, 8], pa.int32()).buffers()[1], pa.py_buffer(b"I go\xff\xfe\xfdx")]
    )
    table = pa.table({"text": bad, "at": pa.array([1, 2], pa.time64("ns")), "tags": [["a"], None]})
    (tmp_path / "in").mkdir()
    pq.write_table(table, tmp_path / "in" / "a.parquet")
    words = pa.array(["We agree.", None]).dictionary_encode()
    pq.write_table(pa.table({"text": words, "more": [1.5, 2.5]}), tmp_path / "in" / "b.parquet")
    score(str(tmp_path / "in"), tmp_path / "out", workers=ONE)
    found = pq.read_table(tmp_path / "out" / "statements")
    assert found.schema.field("at").type == pa.time64("ns")
    assert found.select(["text", "tags", "more"]).to_pylist() == [
        {"text": "I go", "tags": ["a"], "more": None},
        {"text": "We agree.", "tags": None, "more": 1.5},
    ]
    assert refusals(tmp_path / "out") == [("a.parquet", 2, "bad encoding"), ("b.parquet", 2, "empty")]


def test_many_small_parquet_files_share_a_part(tmp_path):
    (tmp_path / "in").mkdir()
    for number in range(12):
        pd.DataFrame({"text": ["We agree.", "We refuse."]}).to_parquet(tmp_path / "in" / f"{number:02}.parquet")
    summary = score(str(tmp_path / "in"), tmp_path / "out", Settings(part_rows=8), ONE)
    assert (summary.rows, summary.parts) == (24, 3)
    assert statements(tmp_path / "out")["source_row"].tolist() == [1, 2] * 12


def test_what_is_done_is_not_done_again_and_what_is_missing_is(many, tree, tmp_path, monkeypatch):
    (tmp_path / "in.txt").write_text("\n".join(many(50)), encoding="utf-8")

    def run():
        return score(str(tmp_path / "in.txt"), tmp_path / "out", Settings(part_rows=10), ONE)

    run()
    whole = tree(tmp_path / "out")
    (tmp_path / "out" / "statements" / "part-000002.parquet").unlink()
    scored = []
    once = Predictor.predict_frame
    monkeypatch.setattr(Predictor, "predict_frame", lambda *given: scored.append(1) or once(*given))
    run()
    assert scored == [1]
    assert tree(tmp_path / "out") == whole


def test_processes_write_the_same_bytes_as_one(many, tree, tmp_path):
    (tmp_path / "in.txt").write_text("\n".join(many(300)), encoding="utf-8")
    for processes in (1, 2):
        score(str(tmp_path / "in.txt"), tmp_path / str(processes), Settings(part_rows=40), Local(processes))
    assert tree(tmp_path / "1") == tree(tmp_path / "2")


@pytest.fixture
def begun(tmp_path):
    (tmp_path / "in.txt").write_text("We agree.\n")
    score(str(tmp_path / "in.txt"), tmp_path / "out", workers=ONE)
    return tmp_path


def test_a_run_does_not_go_on_with_another_input(begun):
    (begun / "in.txt").write_text("We argue.\n")
    with pytest.raises(ValueError, match=r"holds a run of which the input is .*; expected .*choose another folder"):
        score(str(begun / "in.txt"), begun / "out", workers=ONE)


def test_a_run_does_not_go_on_with_other_settings_or_another_model(begun, monkeypatch):
    with pytest.raises(ValueError, match=r'of which the settings is {"language": null'):
        score(str(begun / "in.txt"), begun / "out", Settings(language="uk"), ONE)
    monkeypatch.setattr("research.scale.running.model_checksum", lambda: "other")
    with pytest.raises(ValueError, match=r'of which the model is .*; expected "other"'):
        score(str(begun / "in.txt"), begun / "out", workers=ONE)


def test_a_worker_with_another_model_is_refused(tmp_path, monkeypatch):
    (tmp_path / "in.txt").write_text("We agree.\n")
    monkeypatch.setattr("research.scale.running.model_checksum", lambda: "other")
    with pytest.raises(ValueError, match=r"a worker has the model .*; expected other"):
        score(str(tmp_path / "in.txt"), tmp_path / "out", workers=ONE)


def test_input_that_changes_meanwhile_is_noticed(tmp_path, monkeypatch):
    path = tmp_path / "in.txt"
    path.write_text("We agree.\n")

    def survey_and_change(*given):
        found = survey(*given)
        path.write_text("We agree.\nWe refuse.\n")
        return found

    monkeypatch.setattr("research.scale.running.survey", survey_and_change)
    with pytest.raises(ValueError, match="changed while it was scored"):
        score(str(path), tmp_path / "out", workers=ONE)
    assert not (tmp_path / "out" / "summary.json").exists()


def test_two_runs_do_not_share_a_folder(begun):
    from filelock import FileLock

    with FileLock(begun / "out" / "detente.lock"), pytest.raises(ValueError, match="is being filled by another run"):
        score(str(begun / "in.txt"), begun / "out", workers=ONE)


def test_a_folder_with_other_things_is_left_alone(tmp_path):
    (tmp_path / "in.txt").write_text("We agree.\n")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "thesis.tex").write_text("mine")
    with pytest.raises(FileExistsError, match="holds other files"):
        score(str(tmp_path / "in.txt"), tmp_path / "out", workers=ONE)
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["thesis.tex"]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.doc", b"x", "ends in '.doc'; expected one of .txt"),
        ("a.parquet", b"PAR1 not", "a.parquet is no Parquet file"),
        ("a.jsonl", b'{"body": "We agree."}', "no row has the column 'text'; found \\['body'\\]"),
        ("a.csv", b"text,stance,input_stance\na,b,c\n", "\\['input_stance'\\] would stand twice"),
        ("a.txt", "We agree.".encode("utf-16"), "is UTF-16; expected UTF-8"),
    ],
)
def test_a_file_that_cannot_be_scored_is_named(tmp_path, name, content, message):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(ValueError, match=message):
        score(str(tmp_path / name), tmp_path / "out", workers=ONE)


def test_a_mistyped_column_does_not_claim_the_folder(tmp_path):
    (tmp_path / "in.csv").write_text("body\nWe agree.\n")
    with pytest.raises(ValueError, match="lacks the column 'boby'"):
        score(str(tmp_path / "in.csv"), tmp_path / "out", Settings("boby"), ONE)
    assert score(str(tmp_path / "in.csv"), tmp_path / "out", Settings("body"), ONE).scored == 1


def test_the_output_does_not_lie_in_the_input(tmp_path):
    with pytest.raises(ValueError, match="whose files are scored; choose a folder outside"):
        score(str(tmp_path), tmp_path / "out", workers=ONE)


def test_parquet_whose_text_is_no_string_is_named(tmp_path):
    pd.DataFrame({"text": [1, 2]}).to_parquet(tmp_path / "a.parquet")
    with pytest.raises(ValueError, match="the column 'text' holds int64; expected strings"):
        score(str(tmp_path / "a.parquet"), tmp_path / "out", workers=ONE)


def test_files_of_several_kinds_and_no_files_are_named(tmp_path):
    with pytest.raises(FileNotFoundError, match="is no file, folder or glob"):
        score(str(tmp_path / "*.csv"), tmp_path / "out", workers=ONE)
    (tmp_path / "in").mkdir()
    for name in ("a.txt", "b.csv"):
        (tmp_path / "in" / name).write_text("text\n")
    with pytest.raises(ValueError, match="several kinds: csv, text"):
        score(str(tmp_path / "in"), tmp_path / "out", workers=ONE)


def test_settings_are_checked():
    with pytest.raises(ValueError, match="language is 'de'; expected one of uk, ru, en"):
        Settings(language="de")
    with pytest.raises(ValueError, match="part_rows is 0"):
        Settings(part_rows=0)
    with pytest.raises(ValueError, match="processes is 0"):
        Local(0)


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl"])
def test_an_empty_file_gives_an_empty_result(tmp_path, name):
    (tmp_path / name).write_bytes(b"")
    summary = score(str(tmp_path / name), tmp_path / "out", workers=ONE)
    assert (summary.rows, summary.scored, summary.parts) == (0, 0, 0)


def test_a_partition_of_broken_rows_alone_is_refused_whole(tmp_path):
    (tmp_path / "in.jsonl").write_text("{\n" * 10 + '{"text": "We agree."}\n')
    summary = score(str(tmp_path / "in.jsonl"), tmp_path / "out", Settings(part_rows=5), ONE)
    assert (summary.scored, summary.reasons, summary.parts) == (1, {"broken JSON": 10}, 3)
    assert np.array_equal(statements(tmp_path / "out")["source_row"], [11])


class Doomed:
    """Workers that are lost before they begin."""

    started = 0

    @contextmanager
    def start(self, folder):
        self.started += 1
        raise WorkersLost("gone")
        yield


def test_workers_that_are_lost_three_times_without_a_part_end_the_run(tmp_path):
    (tmp_path / "in.txt").write_text("We agree.\n")
    workers = Doomed()
    with pytest.raises(WorkersLost, match="gone; what is done is kept: run the same command to go on"):
        score(str(tmp_path / "in.txt"), tmp_path / "out", workers=workers)
    assert workers.started == 3


def test_rows_are_handed_over_through_the_folder_and_taken_up_once(tmp_path: Path):
    output = Output(tmp_path)
    rows = pa.table({"text": ["Київ закликав Мінськ", "Минск призвал Киев"]})
    with output.locked():
        output.hand_over(0, rows)
        assert output.handed_over(0).equals(rows)
        output.write(0, rows, rows)
        assert output.handed_over(0) is None  # a worker that was given up for lost comes too late
        with pytest.raises(FileNotFoundError):
            output.handed_over(1)
    assert sorted(path.name for path in tmp_path.rglob("*") if path.is_file()) == [
        "detente.lock", "part-000000.parquet", "part-000000.parquet"]  # fmt: skip
