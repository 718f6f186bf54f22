import json

import pytest

from research.coding import read_statements


def test_every_kind_of_file_gives_the_same_statements(statements, tmp_path):
    statements = statements.drop(columns="register")
    statements.to_csv(tmp_path / "a.csv", index=False)
    statements.to_csv(tmp_path / "a.tsv", index=False, sep="\t")
    statements.to_csv(tmp_path / "mark.csv", index=False, encoding="utf-8-sig")
    statements.to_parquet(tmp_path / "a.parquet")
    statements.to_json(tmp_path / "a.jsonl", orient="records", lines=True, force_ascii=False)
    for path in tmp_path.iterdir():
        assert read_statements(path).to_dict("list") == statements.to_dict("list"), path


def test_a_text_file_has_a_statement_a_line(tmp_path):
    (tmp_path / "a.txt").write_bytes("  Ми готові.\r\n\r\n“We agree” 🕊️, said he.\nТребуем!".encode())
    found = read_statements(tmp_path / "a.txt")
    assert found["id"].tolist() == ["a-1", "a-3", "a-4"]
    assert found["text"].tolist() == ["Ми готові.", "“We agree” 🕊️, said he.", "Требуем!"]


def test_numbers_stay_as_they_are_written(tmp_path):
    lines = [{"id": 7, "text": "We agree."}, {"id": 8, "text": "We refuse.", "target": 3}]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, lines)))
    found = read_statements(tmp_path / "a.jsonl")
    assert found["id"].tolist() == ["7", "8"]
    assert found["target"].fillna("").tolist() == ["", "3"]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.docx", b"", r"ends in '\.docx'; expected one of \.csv"),
        ("a.csv", b"id,words\n1,We agree.\n", "lacks the columns"),
        ("a.csv", b"id,text\n", "has no statements"),
        ("a.csv", b"id,text\n1,We agree.\n1,No.\n", "the id '1' occurs twice"),
        ("a.csv", b"id,text\n1,We agree.\n2, \n", "statement 2: text is empty"),
        ("a.csv", b"id,text,text\n1,a,b\n", "names a column twice"),
        ("a.csv", b'id,text\n"1\n2",We agree.\n', "holds a control character"),
        ("a.csv", b"id,text\n1,\xff\xfe\n", "not UTF-8"),
        ("a.jsonl", b'{"id": 1, "text": "a"}\n[3]\n', r"line 2: is '\[3\]'; expected an object"),
        ("a.jsonl", b'{"id": 1, "text"\n', "line 1: is no JSON"),
        ("a.jsonl", b'{"id": 1, "text": "\\ud83d half"}\n', "lone surrogate"),
        ("a.jsonl", b'{"id": 1, "text": null}\n', "line 1: text is None; expected a string"),
        ("a.jsonl", b'{"id": 1, "text": "a"}\n{"id": 2}\n', "statement 2: text is empty"),
        ("a.parquet", b"PAR1 is what it begins with", "is no Parquet file"),
        ("a.txt", b"\n \n", "has no statements"),
    ],
)
def test_what_cannot_be_coded_is_named(tmp_path, name, content, message):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(ValueError, match=message):
        read_statements(tmp_path / name)
