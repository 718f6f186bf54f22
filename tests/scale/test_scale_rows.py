import pytest

from research.scale.rows import LONGEST_LINE, READERS


def rows(tmp_path, name, content, kind=None):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(READERS[kind or path.suffix[1:]](path, "text", 2))


def column(found, name="text"):
    """The values of a column in the rows that can be read."""
    return [value for rows in found for place, value in enumerate(rows.columns[name]) if place not in rows.faults]


def faults(found):
    return {rows.first + place: fault for rows in found for place, fault in rows.faults.items()}


def test_lines_of_text_keep_everything_but_their_ends(tmp_path):
    found = rows(tmp_path, "a.txt", "\ufeffЩо?\r\n“Да”\v\x85\0!\n\n🙂 end", "text")
    assert column(found) == ["Що?", "“Да”\v\x85\0!", "", "🙂 end"]
    assert [(rows.first, rows.height) for rows in found] == [(1, 2), (3, 2)]


def test_a_line_that_is_not_utf8_or_too_long_spoils_only_itself(tmp_path):
    long = b"a" * (3 * LONGEST_LINE + 5)
    found = rows(
        tmp_path, "a.txt", b"one\n\xff\xfebad\n" + long + b"\nfour\n" + b"b" * (LONGEST_LINE - 1) + b"\n", "text"
    )
    assert faults(found) == {
        2: ("bad encoding", "line 2: byte 0xff is not UTF-8"),
        3: ("too long", "line 3: more than 1,000,000 characters"),
    }
    assert [text[:4] for text in column(found)] == ["one", "four", "bbbb"]


def test_fields_of_csv_hold_line_ends_quotes_and_empty_strings(tmp_path):
    found = rows(tmp_path, "a.csv", '\ufefftext,note\r\n"Ми\r\nкажемо ""ні"", твердо",\r\n"a\nb",\0\n')
    assert column(found) == ['Ми\r\nкажемо "ні", твердо', "a\nb"]
    assert column(found, "note") == ["", "\0"]


def test_broken_records_are_refused_with_their_lines_and_the_others_kept(tmp_path):
    content = b'text,note\nfine,1\ntoo,many,fields\n"closed"badly,2\n\xd0,3\n\n"a\nb",4\n"never closed,5\nlast,6\n'
    found = rows(tmp_path, "a.csv", content)
    assert column(found, "note") == ["1", "4"]
    assert faults(found) == {
        2: ("wrong number of fields", "line 3: 3 fields; expected 2"),
        3: ("broken CSV", "line 4: ',' expected after '\"'"),
        4: ("bad encoding", "line 5: byte 0xd0 is not UTF-8"),
        5: ("wrong number of fields", "line 6: 0 fields; expected 2"),
        7: ("broken CSV", "lines 9 to 10: unexpected end of data"),
    }


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "lacks the column 'text': \\[\\]"),
        (b"body\nWe agree.\n", "lacks the column 'text': \\['body'\\]"),
        (b"text,text\na,b\n", "names a column twice"),
        (b"text,\xff\na,b\n", "is not UTF-8"),
        ("text\nWe agree.\n".encode("utf-16"), "is UTF-16; expected UTF-8"),
        (b'"text"x\n', "has no header that can be read"),
    ],
)
def test_a_header_that_is_none_is_named(tmp_path, content, message):
    with pytest.raises(ValueError, match=message):
        rows(tmp_path, "a.csv", content)


def test_lines_of_json_are_objects_and_the_others_are_refused(tmp_path):
    lines = [
        '{"text": "Так \\ud83d\\ude42", "n": 1}',
        '{"text": "cut',
        "[1]",
        "",
        '{"text": ["We"]}',
        '{"text": "a", "text": "b"}',
        '{"text": "half \\ud83d"}',
        "[" * 200_000,
        '{"note": "нет текста"}',
    ]
    found = rows(tmp_path, "a.jsonl", "\r\n".join(lines))
    assert found[0].columns == {"text": ["Так 🙂", None], "n": [1, None]}
    assert found[4].columns == {"note": ["нет текста"]}
    assert {number: reason for number, (reason, _) in faults(found).items()} == {
        2: "broken JSON",
        3: "broken JSON",
        4: "broken JSON",
        5: "no text",
        6: "broken JSON",
        7: "bad encoding",
        8: "broken JSON",
    }
    assert faults(found)[5][1] == "line 5: text is ['We']; expected a string"
