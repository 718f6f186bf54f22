"""What holds for any text, however broken."""

import re
import time

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from research.reading import read

PIECES = [
    *"«»„“”‘’…\u200f\u200b\u202e\ufeff🙂",
    *("&nbsp;", "<b>", "⟦1⟧", "#тег", "@mid_rf", "https://t.me/x?y=1"),
    *('"', "'", "— ", " – ", "- ", ", ", ". ", "? ", "! ", ": ", "\n", "\n\n", " "),
    *("заявив", "сказала вона", "що", "за словами", "за його словами", "Про це", "Кремль", "МЗС Литви", "Лавров"),
    *("заявил", "сказал он", "что", "по словам", "по её мнению", "Об этом", "Госдеп", "министр", "Иван Петров"),
    *("said", "she said", "that", "according to", "in his view", "This was announced by", "Beijing", "the minister"),
    *("Ms. Jane Doe", "told reporters", "called on Iran to stop", "did not comment", "Q   ", "MS. DOE:", "No. 10"),
]
BROKEN = st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join) | st.lists(
    st.sampled_from(PIECES), max_size=60
).map("".join)
WORD = re.compile(r"[^\W_]+")
MARKS = set("«»„“”\"‟‹›‚‘’'")


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(BROKEN | st.text(max_size=300), st.sampled_from(["uk", "ru", "en"]))
@example("» за його словами : ", "uk")
def test_offsets_point_at_the_words(text, language):
    frame = read(text, language)
    given_text = frame.attrs["text"]
    for row in frame.itertuples():
        assert 0 <= row.start < row.end <= len(given_text)
        assert given_text[row.start] not in MARKS and given_text[row.end - 1] not in MARKS
        spanned, said = WORD.findall(given_text[row.start : row.end]), WORD.findall(row.text)
        assert spanned[:1] == said[:1] and spanned[-1:] == said[-1:]
        rest = iter(spanned)
        assert all(word in rest for word in said)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(BROKEN, st.sampled_from(["uk", "ru", "en"]))
def test_no_overlap_unless_nested(text, language):
    frame = read(text, language)
    flat = frame[frame["level"] == 0].sort_values("start")
    ends = flat["end"].cummax().shift(fill_value=0)
    assert (flat["start"] >= ends).all(), flat[["start", "end", "text"]].to_string()


@settings(max_examples=50, deadline=None)
@given(BROKEN)
def test_reading_twice_gives_the_same(text):
    assert read(text, "uk").equals(read(text, "uk"))


HUGE = {
    "one word": "а" * 2_000_000,
    "words without a stop": "заявив що Лавров " * 20_000,
    "speech verbs": "За словами Лаврова, Росія вимагає, щоб Україна сказала, що міністр заявив, " * 4_000,
    "opening marks": '«“„"' * 100_000,
    "unbalanced": "«Він сказав: “ні» і пішов, – заявив міністр. " * 6_000,
    "closing marks": "»”’ " * 100_000,
    "dashes": "— так, — сказал он. " * 15_000,
    "zero width": "\u200b\u200f\u202e" * 100_000,
    "new lines": "\n \n" * 100_000,
    "names": "Іван Петренко, Джон Сміт, " * 15_000,
    "commas": ", " * 100_000,
}


@pytest.mark.parametrize("name", HUGE)
def test_time_is_linear(name):
    """Four times the text takes about four times the time of this process; a quadratic step would take sixteen."""
    text = HUGE[name]
    read(text[:20_000], "uk")
    times = []
    for size in (len(text) // 8, len(text) // 2):
        begin = time.process_time()
        read(text[:size] + " .", "uk")
        times.append(time.process_time() - begin)
    assert times[1] < 9 * times[0] + 0.5, times


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("uk", "Петренко заявив, що Лавров "),
        ("ru", "Петренко сказал, что Лавров "),
        ("en", "Smith said that Lavrov "),
    ],
)
def test_a_sentence_without_a_stop_tells_few_tales(language, words):
    """Each nested statement runs to the end of its sentence: without a bound their length would be quadratic."""
    text = words * 500 + "."
    frame = read(text, language)
    assert 0 < frame["text"].str.len().sum() < 6 * len(text)
