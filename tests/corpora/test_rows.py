import pytest

from research.corpora.rows import BrokenFile, decode, parse_rows, read_rows


def write(tmp_path, content):
    file = tmp_path / "table.csv"
    file.write_bytes(content)
    return file


@pytest.mark.parametrize(
    ("content", "line", "fault"),
    [
        (b"\xef\xbb\xbfid,text\na,b\n", 1, "byte-order mark"),
        (b"id,text\na,b\r\nc,d\n", 2, "CR LF"),
        (b"id,text\na,b\nc,\0d\n", 3, "NUL"),
        ("id,text\na,«ні»\nb,".encode() + "ні\n".encode("cp1251"), 3, "is not UTF-8"),
        (b"id,words\na,b\n", 1, r"lacks the columns \['text'\]; found \['id', 'words'\]"),
        (b"id,text\na,b\nc\n", 3, "has 1 fields; expected 2"),
        (b"id,text\na,b,c\n", 2, "has 3 fields; expected 2"),
        (b"id,text\na,b\n\nc,d\n", 3, "has 0 fields"),
        (b'id,text\na,"b" c\n', 2, "no delimited text"),
        (b'id,text\na,"b\n', 2, "no delimited text"),
        (b"", 1, "lacks the columns"),
    ],
)
def test_a_broken_file_is_named_with_its_line(tmp_path, content, line, fault):
    file = write(tmp_path, content)
    with pytest.raises(BrokenFile, match=f"table.csv, line {line}: .*{fault}"):
        read_rows(file, ("id", "text"))


def test_quoted_fields_keep_commas_line_breaks_and_every_script(tmp_path):
    file = write(tmp_path, 'id,text,more\na,"«Ні», — сказав\nвін 🕊️",x\n'.encode())
    rows = read_rows(file, ("id", "text"))
    assert rows.loc[0].to_dict() == {"id": "a", "text": "«Ні», — сказав\nвін 🕊️", "more": "x"}


def test_nothing_is_taken_for_a_number_or_for_missing(tmp_path):
    rows = read_rows(write(tmp_path, b"id,text\n007,NA\n1e3,\n"), ("id", "text"))
    assert rows["id"].tolist() == ["007", "1e3"]
    assert rows["text"].tolist() == ["NA", ""]


def test_quotes_are_letters_where_the_source_has_them_so():
    rows = parse_rows('text\tlabel\nHe said "no\t3\n', "t.tsv", ("text",), delimiter="\t", quoted=False)
    assert rows["text"][0] == 'He said "no'


def test_crlf_is_kept_where_a_pinned_source_has_it():
    assert decode(b"a\r\nb", "art1.txt", crlf=True) == "a\r\nb"
