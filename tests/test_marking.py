from hypothesis import given
from hypothesis import strategies as st

from research.marking import Piece, parts, places


def marked(text, pieces, evidence=()):
    """Write what ``parts`` gives as text: ``[n …]`` a mark, ``{…}`` a word that is evidence."""
    shown = ""
    for part in parts(text, pieces, evidence):
        shown += "]" * part.close + "".join(f"[{piece.statement}" for piece in part.opened)
        shown += f"{{{part.text}}}" if part.is_evidence else part.text
    return shown


def test_statements_words_and_what_is_between():
    assert marked("ab cd ef", [Piece(0, 2, 1, 0), Piece(6, 8, 1, 1)], [(3, 5)]) == "[1ab] {cd} [1ef]"


def test_a_nested_statement_lies_within_its_outer_one():
    assert marked("abcdef", [Piece(2, 4, 2, 0), Piece(0, 6, 1, 0)]) == "[1ab[2cd]ef]"


def test_two_of_the_same_extent_are_both_marked():
    assert marked("ab", [Piece(0, 2, 1, 0), Piece(0, 2, 2, 0)]) == "[1[2ab]]"


def test_where_two_overlap_the_inner_mark_is_closed_and_opened_again():
    assert marked("abcdef", [Piece(0, 4, 1, 0), Piece(2, 6, 2, 0)]) == "[1ab[2cd]][2ef]"


def test_a_word_across_the_edge_of_a_statement_is_evidence_on_both_sides():
    assert marked("abcd", [Piece(2, 4, 1, 0)], [(1, 3)]) == "a{b}[1{c}d]"


def test_an_empty_piece_marks_nothing():
    assert marked("ab", [Piece(1, 1, 1, 0)]) == "ab"


SPANS = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)).map(lambda pair: tuple(sorted(pair))), max_size=5)


@given(SPANS, SPANS)
def test_no_character_is_lost_and_every_mark_is_closed(spans, evidence):
    text = "abcdefghijkl"
    found = list(parts(text, [Piece(*span, number, 0) for number, span in enumerate(spans)], evidence))
    assert "".join(part.text for part in found) == text
    assert sum(part.close for part in found) == sum(len(part.opened) for part in found)


@given(SPANS)
def test_each_statement_covers_just_its_own_characters(spans):
    opened, place, covered = [], 0, [set() for _ in spans]
    for part in parts("abcdefghijkl", [Piece(*span, number, 0) for number, span in enumerate(spans)], []):
        opened = opened[: len(opened) - part.close] + part.opened
        for piece in opened:
            covered[piece.statement].update(range(place, place + len(part.text)))
        place += len(part.text)
    assert covered == [set(range(*span)) for span in spans]


def test_words_are_found_again_around_the_attribution_and_without_the_marks():
    text = "«Ми готові “вже зараз”», – сказав він. – «А ви?»"
    content = "Ми готові вже зараз А ви?"
    found = places(text, [(1, 21), (42, 47)], content, [(3, 9), (10, 13), (22, 24)])
    assert [text[start:end] for start, end in found] == ["готові", "вже", "ви"]


def test_words_are_not_guessed_where_the_content_is_another():
    assert places("one two", [(0, 7)], "one two three", [(0, 3)]) == []
