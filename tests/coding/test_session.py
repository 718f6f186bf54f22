import pandas as pd
import pytest

from research.coders import agreement_of
from research.coding import begin_session, draw_random
from research.coding.session import default_file
from research.series import add_codes, correct_dyads


def code(order, coder, file, *answers, **options):
    with begin_session(order, coder, file, **options) as begun:
        for given in answers:
            begun.record(len(begun.answers), given)


def test_each_answer_is_in_the_file_before_the_next(begun, answer):
    for number, stance in enumerate(["demanding", "neutral", "conciliatory"], start=1):
        begun.record(number - 1, answer(stance))
        found = pd.read_csv(begun.file)
        assert found["id"].tolist() == begun.order["id"].head(number).tolist()
        assert found["stance"].iloc[-1] == stance
        assert found["probability"].tolist() == [pytest.approx(number / len(begun.order))] * number


def test_an_earlier_answer_is_corrected_in_its_place(begun, answer):
    for _ in range(3):
        begun.record(len(begun.answers), answer())
    begun.record(1, answer("conciliatory"))
    assert pd.read_csv(begun.file)["stance"].tolist() == ["demanding", "conciliatory", "demanding"]


def test_a_wrong_answer_or_a_statement_too_far_changes_nothing(begun, answer):
    begun.record(0, answer())
    before = begun.file.read_bytes()
    with pytest.raises(ValueError, match="sign agrees"):
        begun.record(1, answer("neutral", intensity="2"))
    with pytest.raises(IndexError, match="expected one of the first 2"):
        begun.record(2, answer())
    assert (begun.file.read_bytes(), len(begun.answers)) == (before, 1)


def test_a_session_goes_on_where_it_was(statements, file, answer):
    order = draw_random(statements, seed=3, by="language")
    code(order, "Оля", file, answer(note="“чому?”, 🕊️"), {"note": "unclear"})
    with begin_session(order, "Оля", file) as begun:
        assert begun.answers[0] == answer(note="“чому?”, 🕊️")
        assert (len(begun.answers), begun.skipped) == (2, 1)


def test_a_limit_bounds_a_session_and_may_be_raised(statements, file, answer):
    order = draw_random(statements)
    code(order, "Оля", file, answer(), limit=1)
    with begin_session(order, "Оля", file, limit=1) as begun, pytest.raises(IndexError):
        begun.record(1, answer())
    code(order, "Оля", file, answer(), limit=3)
    assert len(pd.read_csv(file)) == 2


def test_what_was_begun_otherwise_is_refused_and_kept(statements, file, answer):
    code(draw_random(statements), "Оля", file, answer())
    before = file.read_bytes()
    for other in (draw_random(statements, seed=1), draw_random(statements, by="language"), statements.head(0)):
        with pytest.raises((ValueError, KeyError)):
            code(other, "Оля", file)
    with pytest.raises(ValueError, match="holds codes of 'Оля', not of 'Petro'"):
        code(draw_random(statements), "Petro", file)
    assert file.read_bytes() == before


def test_two_runs_do_not_write_one_file(begun):
    with pytest.raises(ValueError, match="being written by another run"), begin_session(begun.order, "Оля", begun.file):
        pass


def test_a_limit_below_what_is_done_asks_for_no_more(statements, file, answer):
    order = draw_random(statements)
    code(order, "Оля", file, answer(), answer(), answer())
    with begin_session(order, "Оля", file, limit=1) as begun:
        assert (begun.planned, len(begun.answers)) == (3, 3)


@pytest.mark.parametrize(
    ("coder", "limit", "message"), [(" ", None, "expected a name"), ("a\nb", 1, "name"), ("Оля", 0, "at least 1")]
)
def test_a_coder_without_a_name_and_a_limit_of_nothing(statements, file, coder, limit, message):
    with pytest.raises(ValueError, match=message):
        code(draw_random(statements), coder, file, limit=limit)


def test_the_name_of_a_coder_makes_no_other_folder(tmp_path):
    named = default_file(tmp_path / "a.csv", "../../Оля К.")
    assert (named.parent, named.name) == (tmp_path, "a.codes-Оля-К.csv")


def test_the_files_of_two_coders_give_their_agreement(statements, tmp_path, answer):
    stances = ["demanding", "neutral", "conciliatory", "neutral"]
    for coder in ("Olha", "Petro"):
        code(draw_random(statements), coder, tmp_path / f"{coder}.csv", *map(answer, stances), {"note": "skipped"})
    table = agreement_of([str(tmp_path / "Olha.csv"), str(tmp_path / "Petro.csv")])
    assert table.set_index("task").loc["stance", "nominal_alpha"] == pytest.approx(1)


@pytest.fixture
def predicted():
    """Forty documents of three statements each, towards one actor; the model says that all are neutral."""
    ids = [f"s{number}" for number in range(120)]
    table = pd.DataFrame({"id": ids, "text": "We agree.", "document": [f"d{number // 3}" for number in range(120)]})
    return table.assign(date="2024-01-03", actor="US", target="RU", stance="neutral", intensity=0, sentiment="neutral")


def test_the_codes_correct_a_series(predicted, file, answer):
    code(draw_random(predicted, by="target"), "Оля", file, *[answer("demanding")] * 40)
    corrected = correct_dyads(add_codes(predicted, pd.read_csv(file)))
    assert corrected["coded"].tolist() == [40]
    assert corrected[["naive", "corrected"]].to_numpy().tolist() == [[0, pytest.approx(-1)]]


def test_what_was_picked_by_doubt_corrects_nothing(predicted, file, answer):
    order = predicted.assign(pick="uncertain", seed="", stratum="")
    code(order, "Оля", file, *[answer("demanding")] * 40)
    with pytest.raises(ValueError, match="probability nan"):
        correct_dyads(add_codes(predicted, pd.read_csv(file)))
