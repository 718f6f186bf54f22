import json

import pandas as pd
import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner

from research import load_predictor
from research.cli import app
from research.collection import SCHEMA, read_collection

UK = "Міністр закордонних справ Литви Йонас Петкус заявив, що Вільнюс готовий до переговорів із Білоруссю.\n"
RU = "Министр иностранных дел Литвы Йонас Пяткус заявил, что Вильнюс готов к переговорам с Белоруссией.\n"
EN = "<html><body><p>Lithuanian Foreign Minister Jonas Petkus said, “We demand ‘talks’ &amp; more.”</p></body></html>"
NOTHING = "Погода у Вільнюсі в п’ятницю буде ясна, без опадів, вітер слабкий, вдень до дванадцяти градусів.\n"
GOOD = {"2024/b.txt": UK, "2024/a.html": EN, "2023/z.md": RU, "nothing.txt": NOTHING}
BAD = {
    "broken.txt": (b"\xff\xfe\x00\xd8broken\x00", "is not text"),
    "dots.txt": (b"...", "expected words"),
    "german.txt": ("Wir sind zu Gesprächen bereit, sagte der Minister am Freitag in Berlin.".encode(), "none of"),
    "halves.html": (b"<meta charset=unicode_escape>\\ud800 a", "is not text"),
    "table.csv": (b"a,b", "ends in '.csv'"),
}


@pytest.fixture
def folder(tmp_path):
    for name, content in {**{k: v.encode() for k, v in GOOD.items()}, **{k: v for k, (v, _) in BAD.items()}}.items():
        path = tmp_path / "articles" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    (tmp_path / "articles" / ".hidden.txt").write_text(UK)
    return tmp_path / "articles"


@pytest.fixture(scope="module")
def predictor():
    return load_predictor()


def test_every_file_is_read_or_skipped_with_the_reason(folder, tmp_path, predictor):
    summary = read_collection(str(folder), tmp_path / "out.parquet", predictor)
    assert (summary.files, summary.read, summary.statements) == (9, 4, 3)
    assert dict(summary.skipped).keys() == BAD.keys()
    assert all(BAD[document][1] in reason for document, reason in summary.skipped)


def test_rows_are_those_of_each_article_in_the_order_of_the_paths(folder, tmp_path, predictor):
    read_collection(str(folder), tmp_path / "out.parquet", predictor)
    frame = pd.read_parquet(tmp_path / "out.parquet")
    assert frame["document"].tolist() == ["2023/z.md", "2024/a.html", "2024/b.txt"]
    alone = predictor.read(UK)
    assert frame.iloc[2, 1:].tolist() == alone.iloc[0].tolist()
    assert pq.read_schema(tmp_path / "out.parquet").equals(SCHEMA)


def test_the_three_kinds_of_table_hold_the_same(folder, tmp_path, predictor):
    tables = {kind: tmp_path / f"out.{kind}" for kind in ("parquet", "csv", "jsonl")}
    for out in tables.values():
        read_collection(str(folder), out, predictor)
    expected = pd.read_parquet(tables["parquet"])
    pd.testing.assert_frame_equal(pd.read_csv(tables["csv"], keep_default_na=False), expected, check_dtype=False)
    pd.testing.assert_frame_equal(pd.read_json(tables["jsonl"], lines=True), expected, check_dtype=False)


@pytest.mark.parametrize("kind", ["parquet", "csv", "jsonl"])
def test_the_same_files_give_the_same_bytes(folder, tmp_path, predictor, kind):
    outs = [tmp_path / f"{name}.{kind}" for name in ("one", "two")]
    for out in outs:
        read_collection(str(folder), out, predictor)
    assert outs[0].read_bytes() == outs[1].read_bytes()


def test_a_glob_names_some_and_a_path_one(folder, tmp_path, predictor):
    out = tmp_path / "out.jsonl"
    assert read_collection(str(folder / "2024" / "*"), out, predictor).files == 2
    assert read_collection(str(folder / "2024" / "b.txt"), out, predictor).files == 1
    assert json.loads(out.read_text("utf-8"))["document"] == "b.txt"


def test_files_without_a_statement_give_a_table_without_rows(folder, tmp_path, predictor):
    out = tmp_path / "out.parquet"
    assert read_collection(str(folder / "nothing.txt"), out, predictor).statements == 0
    assert pd.read_parquet(out).columns.tolist() == SCHEMA.names


def test_many_statements_are_written_part_by_part(folder, tmp_path, predictor, monkeypatch):
    monkeypatch.setattr("research.collection._ROWS", 2)
    read_collection(str(folder), tmp_path / "out.parquet", predictor)
    file = pq.ParquetFile(tmp_path / "out.parquet")
    assert [file.metadata.row_group(part).num_rows for part in range(file.num_row_groups)] == [2, 1]


def test_a_run_that_breaks_off_leaves_the_old_table(folder, tmp_path, predictor, monkeypatch):
    out = tmp_path / "out.csv"
    out.write_text("old")

    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("research.collection.read_file", interrupt)
    with pytest.raises(KeyboardInterrupt):
        read_collection(str(folder), out, predictor)
    assert out.read_text() == "old"
    assert {path.name for path in tmp_path.iterdir()} == {"articles", "out.csv"}


@pytest.mark.parametrize(
    ("source", "out", "language", "message"),
    [
        ("articles", "out.xlsx", None, "out.xlsx ends in '.xlsx'; expected .parquet, .csv or .jsonl"),
        ("nowhere/*.txt", "out.csv", None, "no file, folder or glob"),
        ("articles", "out.csv", "de", "language is 'de'"),
        ("articles", "folder.csv", None, "is a folder"),
    ],
)
def test_what_cannot_begin_is_said_before_the_first_file(folder, tmp_path, predictor, source, out, language, message):
    (tmp_path / "folder.csv").mkdir()
    with pytest.raises((OSError, ValueError), match=message):
        read_collection(str(tmp_path / source), tmp_path / out, predictor, language)


def run(*arguments):
    return CliRunner().invoke(app, ["read", *map(str, arguments)])


def test_the_command_names_what_it_skips_and_leaves_with_3(folder, tmp_path):
    done = run(folder, "--out", tmp_path / "out.parquet")
    assert done.exit_code == 3
    assert "9 files: 4 read, 5 skipped" in done.stdout
    assert done.stderr.count("Skipped ") == 5
    assert "Skipped german.txt: the text is in none of" in done.stderr
    assert run(folder / "2024", "--out", tmp_path / "out.parquet").exit_code == 0


def test_the_command_writes_a_page_of_one_article(folder, tmp_path):
    done = run(folder / "2024" / "b.txt", "--html", tmp_path / "pages" / "b.html")
    assert done.exit_code == 0, done.stderr
    page = (tmp_path / "pages" / "b.html").read_text("utf-8")
    assert "<title>b.txt – détente</title>" in page
    assert "Йонас Петкус" in page


def test_one_way_of_putting_out_at_a_time(folder, tmp_path):
    done = run(folder, "--out", tmp_path / "out.csv", "--json")
    assert done.exit_code == 1
    assert "choose one" in done.stderr
    assert not (tmp_path / "out.csv").exists()
