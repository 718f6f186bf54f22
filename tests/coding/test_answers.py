import pandas as pd
import pytest

from research.coding.answers import COLUMNS, check_answer, read_answers, write_answers
from research.corpora.rows import BrokenFile


@pytest.fixture
def table(answer):
    picked = {"coder": "Оля", "pick": "random", "seed": "0", "stratum": "", "probability": 1 / 3}
    rows = [answer("neutral", note="«так», “yes” 🕊️ &amp; 'x'"), {**dict.fromkeys(answer(), ""), "note": "skipped"}]
    return pd.DataFrame([{**row, "id": f"s,{number}", **picked} for number, row in enumerate(rows)])


@pytest.mark.parametrize(
    ("stance", "intensity"),
    [("demanding", "1"), ("demanding", "0"), ("neutral", "-1"), ("conciliatory", "0"), ("conciliatory", "-2")],
)
def test_the_sign_of_the_intensity_is_that_of_the_stance(answer, stance, intensity):
    with pytest.raises(ValueError, match=f"intensity is {intensity}; expected one whose sign agrees with {stance}"):
        check_answer(answer(stance, intensity=intensity))


@pytest.mark.parametrize("question", ["stance", "intensity", "sentiment", "confidence"])
@pytest.mark.parametrize("code", ["", "9", "positive ", "1.0"])
def test_a_code_that_is_missing_or_unknown_is_named(answer, question, code):
    with pytest.raises(ValueError, match=f"{question} is '{code}'; expected one of"):
        check_answer(answer(**{question: code}))


def test_a_skipped_statement_keeps_its_note_and_no_other_field():
    kept = check_answer({"note": " \x00 чому?\r\n\tbecause\u2028“so” ", "token": "secret"})
    assert kept == {
        **dict.fromkeys(["stance", "intensity", "sentiment", "confidence"], ""),
        "note": "чому? because “so”",
    }


def test_what_is_written_is_read_again(table, file):
    write_answers(file, table)
    found = read_answers(file)
    assert list(found) == list(COLUMNS)
    assert found["note"].tolist() == table["note"].tolist()
    assert found["probability"].astype(float).tolist() == pytest.approx([1 / 3, 1 / 3])


def test_a_disk_that_fails_leaves_the_old_file_and_nothing_else(table, file, monkeypatch):
    write_answers(file, table)
    before = file.read_bytes()

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("research.coding.answers.os.fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_answers(file, table.head(1))
    assert file.read_bytes() == before
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_what_a_spreadsheet_or_an_editor_broke_is_named(table, file):
    write_answers(file, table.assign(intensity="2"))
    with pytest.raises(ValueError, match=r"codes\.csv, statement 's,0': intensity is 2"):
        read_answers(file)
    file.write_text("id,stance\na,neutral\n")
    with pytest.raises(BrokenFile, match="lacks the columns"):
        read_answers(file)
