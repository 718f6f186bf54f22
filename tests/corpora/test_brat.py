import pytest

from research.corpora.brat import events

ANNOTATION = (
    "T1\tContent 0 4;10 14\tthat it is\n"
    "T2\tSource 20 25\tOlsen\n"
    "T3\tCue 26 30\tsaid\n"
    "T4\tContent 40 52\tin two\nlines\n"
    "E1\tAttribution:T3 Source:T2 Content:T4 Content2:T1\n"
    "#1\tAnnotatorNotes E1\tno event\n"
)


def test_an_event_gives_its_roles_in_the_order_of_the_text():
    ((event, roles),) = events(ANNOTATION)
    assert event == "E1"
    assert [span.pieces for span in roles["Content"]] == [((0, 4), (10, 14)), ((40, 52),)]
    assert [span.words for span in roles["Content"]] == ["that it is", "in two\nlines"]
    assert roles["Source"][0].words == "Olsen"


def test_a_span_that_the_file_lacks_is_named():
    with pytest.raises(KeyError, match="T9"):
        list(events("T1\tCue 0 4\tsaid\nE1\tAttribution:T1 Content:T9"))


def test_an_empty_file_has_no_events():
    assert list(events("")) == []
