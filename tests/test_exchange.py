import json
from xml.etree import ElementTree

import pandas as pd
import pytest

from research.corpora import load
from research.corpora.rows import BrokenFile
from research.exchange import CHOICES, label_studio_config, read_codes, to_doccano, to_label_studio


@pytest.fixture
def statements():
    """A few statements of each language, some with quotes, emoji or entities."""
    table = load("authored")
    odd = table["text"].str.contains("[«“&🕊#]")
    return pd.concat([table[odd], table]).drop_duplicates("id").groupby("language").head(4)


def lines(file):
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def code(record, **given):
    result = [{"from_name": task, "type": "choices", "value": {"choices": [value]}} for task, value in given.items()]
    return {**record, "annotations": [{"completed_by": 7, "result": result}]}


def test_label_studio_and_back(statements, tmp_path):
    to_label_studio(statements, tmp_path / "tasks.jsonl")
    tasks = lines(tmp_path / "tasks.jsonl")
    assert [task["data"]["text"] for task in tasks] == statements["text"].tolist()
    assert "stance" not in tasks[0]["data"]
    coded = [code(task, stance="demanding", intensity="-2", sentiment="neutral") for task in tasks]
    for name, content in {"a.json": json.dumps(coded), "a.jsonl": "\n".join(map(json.dumps, coded))}.items():
        (tmp_path / name).write_text(content)
        codes = read_codes(tmp_path / name)
        assert codes["id"].tolist() == statements["id"].tolist()
        assert set(codes["coder"]) == {"7"}
        assert codes[list(CHOICES)].drop_duplicates().to_numpy().tolist() == [["demanding", "-2", "neutral"]]


def test_a_coder_may_be_described(tmp_path):
    record = code({"data": {"id": "a"}}, stance="neutral")
    record["annotations"][0]["completed_by"] = {"email": "coder@example.org"}
    (tmp_path / "a.json").write_text(json.dumps([record]))
    codes = read_codes(tmp_path / "a.json")
    assert codes["coder"].tolist() == ["coder@example.org"]
    assert codes["sentiment"].isna().all()


def test_the_interface_of_label_studio_offers_every_code():
    view = ElementTree.fromstring(label_studio_config())
    offered = {part.get("name"): tuple(choice.get("value") for choice in part) for part in view.iter("Choices")}
    assert offered == CHOICES


def test_doccano_and_back(statements, tmp_path):
    to_doccano(statements, tmp_path / "tasks.jsonl")
    tasks = lines(tmp_path / "tasks.jsonl")
    coded = [
        {**task, "id": 10 + number, "label": ["stance:neutral", "intensity:0"]} for number, task in enumerate(tasks)
    ]
    (tmp_path / "olena.jsonl").write_text("\n".join(map(json.dumps, coded)) + "\n")
    codes = read_codes(tmp_path / "olena.jsonl")
    assert codes["id"].tolist() == statements["id"].tolist()
    assert set(codes["coder"]) == {"olena"} and set(codes["stance"]) == {"neutral"}


def test_codes_in_a_table(tmp_path):
    (tmp_path / "codes.csv").write_text("coder,id,stance,note\nA,x,neutral,hm\nB,x,,\n")
    codes = read_codes(tmp_path / "codes.csv")
    assert codes[["id", "coder"]].to_numpy().tolist() == [["x", "A"], ["x", "B"]]
    assert codes["stance"].isna().tolist() == [False, True]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.csv", "id,stance\nx,neutral\n", r"a.csv, line 1: lacks the columns \['coder'\]"),
        ("a.csv", "id,coder,stance\nx,A,neutral\nx,B,friendly\n", "line 3: stance is 'friendly'; expected one of"),
        ("a.csv", "id,coder,intensity\nx,A,+1\n", "line 2: intensity is '\\+1'; expected one of"),
        ("a.jsonl", '{"label": [], "statement": "x"}\n{"label": \n', "line 2: is no JSON"),
        ("a.json", '[{"a": 1},\n ]', "line 2: is no JSON"),
        ("a.jsonl", '{"text": "x"}\n', "line 1: is no annotation of Label Studio or doccano"),
        ("a.jsonl", '{"statement": "x", "label": ["demanding"]}\n', "line 1: is not as Label Studio or doccano writes"),
        ("a.jsonl", '{"statement": "x", "label": ["stance:rude"]}\n', "line 1: stance is 'rude'"),
        ("a.jsonl", '{"annotations": [{"result": []}], "data": {"id": "x"}}\n', "line 1: is not as Label Studio"),
        ("a.jsonl", "3\n", "line 1: is no annotation"),
    ],
)
def test_what_is_no_export_is_named_with_its_line(tmp_path, name, content, message):
    (tmp_path / name).write_text(content)
    with pytest.raises(BrokenFile, match=message):
        read_codes(tmp_path / name)
