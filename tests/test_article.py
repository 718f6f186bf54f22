import re
from html.parser import HTMLParser

import pandas as pd
import pytest

from research import load_predictor, read_article
from research.article import Reading

ARTICLES = {
    "uk": "Міністр закордонних справ Литви Йонас Петкус заявив, що Вільнюс готовий до переговорів із Білоруссю.\n\n"
    "«Ми вимагаємо негайно звільнити водіїв, – сказав він, – і чекаємо на відповідь».\n",
    "ru": "Министр иностранных дел Литвы Йонас Пяткус заявил, что Вильнюс готов к переговорам с Белоруссией.\n\n"
    "«Мы требуем немедленно освободить водителей, – сказал он, – и ждём ответа».\n",
    "en": "Lithuanian Foreign Minister Jonas Petkus said that Vilnius was ready for talks with Belarus.\n\n"
    "“We demand that the drivers be freed at once,” he said, “and we await an answer.”\n",
}
HOSTILE = (
    "<b>Breaking</b> & more: 5 &lt; 6 😀 \u202eright to left\u202c\n\n"
    "“We demand <script>alert(1)</script> & \"talks\" 'now' with Belarus <img src=x onerror=alert(2)> 🇺🇦,” "
    "Lithuanian Foreign Minister Jonas Petkus said in Vilnius.\n"
)


class Page(HTMLParser):
    """Reads a page back: its text without labels, its tags, its labels, and the text of each mark."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.labels, self.marks = [], [], []
        self.text = self.article = ""
        self._open = []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        classes = (dict(attributes).get("class") or "").split()
        if tag not in ("meta", "link"):
            self._open.append((tag, classes))
        if "who" in classes:
            self.labels.append("")
        if tag == "mark":
            self.marks.append("")

    def handle_endtag(self, tag):
        assert self._open.pop()[0] == tag

    def handle_data(self, data):
        classes = {name for _, names in self._open for name in names}
        if "who" in classes:
            self.labels[-1] += data
        elif "text" in classes:
            self.article += data
            if any(tag == "mark" for tag, _ in self._open):
                self.marks[-1] += data


@pytest.fixture(scope="module", params=ARTICLES)
def reading(request):
    return read_article(ARTICLES[request.param])


def test_a_reading_is_a_frame_and_a_selection_of_it_an_ordinary_one(reading):
    assert isinstance(reading, pd.DataFrame)
    assert type(reading.head(1)) is pd.DataFrame
    assert reading[reading["level"] == 0]._repr_html_().startswith("<div>")


def test_the_text_of_the_page_is_that_of_the_article_with_each_statement_marked_in_place(reading):
    page = Page(reading.page())
    assert page.article == reading.attrs["text"]
    words = [re.findall(r"\w+", text) for text in (" ".join(page.marks), " ".join(reading["text"]))]
    assert words[0][-len(words[1]) :] == words[1]


def test_the_labels_say_who_for_whom_to_whom_and_how(reading):
    labels = Page(reading.page()).labels
    assert len(labels) == 3  # the second quote is cut in two
    for label, row in zip(labels, reading.itertuples(), strict=False):
        assert f"{row.speaker} ({row.actor}) → {row.target} " in label
        assert f"{row.stance} {row.stance_probability:.2f}" in label
    assert labels[2] == "2 …"


def test_words_that_weighed_are_underlined(reading):
    underlined = re.findall(r"<u>(.+?)</u>", reading.page().split("<table>")[0])[1:]
    assert len(underlined) >= 2
    assert all(word in reading.attrs["text"] for word in underlined)


def test_the_page_is_whole_and_loads_nothing(reading):
    page = reading.page("a < b")
    assert page.startswith("<!doctype html>")
    assert "<title>a &lt; b – détente</title>" in page
    assert "<script" not in page
    assert not re.search(r"(?:src|href)=\"(?!data:,\")|url\(|@import", page)


def test_a_notebook_shows_the_same_without_a_second_document(reading):
    shown = reading._repr_html_()
    assert "<html" not in shown
    assert shown in reading.page()
    assert reading.to_html().startswith("<table")


def test_hostile_text_stays_text():
    reading = read_article(HOSTILE, "en")
    page = Page(reading.page("</title><script>alert(3)</script>"))
    assert page.article == HOSTILE
    assert not {"script", "img"} & set(page.tags)
    assert "<script>alert(1)</script>" in "".join(page.marks)


def test_a_nested_statement_is_marked_within_the_other():
    text = "Russian Foreign Minister Ivan Petrov said that Ukraine had demanded that Moscow withdraw its troops.\n"
    reading = read_article(text, "en")
    assert reading["level"].tolist() == [0, 1]
    page = Page(reading.page())
    assert page.article == text
    assert page.tags.count("mark") == 5 + 2
    assert '<tr class="nested">' in reading.page()


def test_an_article_without_statements_says_so():
    reading = read_article("The weather in Vilnius will be fine on Friday, with light winds and some clouds.")
    assert reading.empty
    assert "No statements were found." in reading.page()
    assert Page(reading.page()).article == reading.attrs["text"]


def test_a_reading_without_its_explainer_has_no_underlined_words():
    reading = load_predictor().read(ARTICLES["uk"])
    bare = Reading(reading)
    bare.attrs = reading.attrs
    assert bare.page().count("<u>") == 1  # that of the legend
    assert Page(bare.page()).article == ARTICLES["uk"]
