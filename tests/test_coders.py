import json

import pytest
from typer.testing import CliRunner

from research.cli import app
from research.coders import agreement_of

CODES = """id,coder,stance
a,Оля,demanding
a,Ben,demanding
b,Оля,neutral
b,Ben,conciliatory
c,Оля,conciliatory
c,Ben,conciliatory
"""


@pytest.fixture
def codes(tmp_path):
    path = tmp_path / "codes.csv"
    path.write_text(CODES, encoding="utf-8")
    return path


def test_a_file_of_codes_gives_a_row_a_task(codes):
    table = agreement_of([str(codes)]).set_index("task")
    assert table.loc["stance", ["units", "coders"]].tolist() == [3, 2]
    assert table.loc["stance", "nominal_low"] <= table.loc["stance", "nominal_alpha"] < 1


def test_the_command_prints_it_and_as_json(codes):
    shown = CliRunner().invoke(app, ["agreement", str(codes), "--json"])
    assert json.loads(shown.stdout)["task"] == "stance"
    assert CliRunner().invoke(app, ["agreement", str(codes)]).exit_code == 0


def test_minimal_pairs_were_read_twice():
    table = agreement_of(["contrast"]).set_index("task")
    assert table.loc["stance", "units"] == 600
    assert 0.9 < table.loc["stance", "nominal_alpha"] < 1


def test_coders_in_files_of_their_own_are_compared(tmp_path, codes):
    other = tmp_path / "other.csv"
    other.write_text("id,coder,stance\na,Third,neutral\nb,Third,neutral\n", encoding="utf-8")
    table = agreement_of([str(codes), str(other)]).set_index("task")
    assert table.loc["stance", "coders"] == 3


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("id,coder,stance\n", "codes of \\[\\]; agreement needs two coders"),
        ("id,coder,stance\na,Оля,neutral\n", "codes of \\['Оля'\\]; agreement needs two"),
        ("id,coder,stance\n,Оля,neutral\na,Ben,neutral\n", "'Оля' has a row without an id"),
    ],
)
def test_a_file_with_nothing_to_agree_on_is_refused(tmp_path, text, message):
    path = tmp_path / "codes.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=message):
        agreement_of([str(path)])


def test_what_is_neither_corpus_nor_file_is_named():
    done = CliRunner().invoke(app, ["agreement", "golden"])
    assert done.exit_code == 1
    assert "'golden' is no file and none of gold, authored" in done.stderr


@pytest.mark.parametrize("tool", ["label-studio", "doccano"])
def test_statements_go_to_coders_without_their_labels(tmp_path, tool):
    out = tmp_path / "tasks.jsonl"
    done = CliRunner().invoke(app, ["export", "contrast", str(out), "--tool", tool])
    assert done.exit_code == 0, done.output
    lines = out.read_text(encoding="utf-8").splitlines()
    assert len(lines) == 600
    assert out.with_suffix(".xml").is_file() == (tool == "label-studio")
    assert not any(label in lines[0] for label in ("demanding", "conciliatory", "neutral"))


def test_an_unknown_tool_is_named(tmp_path):
    done = CliRunner().invoke(app, ["export", "contrast", str(tmp_path / "x"), "--tool", "paper"])
    assert done.exit_code == 2
    assert all(word in done.stderr for word in ("'paper'", "'label-studio'", "'doccano'"))
