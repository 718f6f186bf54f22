"""Subjects behind a verb that are no known role or name."""

import pytest

from research.reading import read


def found(text, language):
    frame = read(text, language)
    return list(zip(frame["text"], frame["speaker"], strict=True))


@pytest.mark.parametrize(
    ("language", "text", "said", "speaker"),
    [
        ("en", "The port is closed, said the prefect of Oran.", "The port is closed", "prefect of Oran"),
        ("uk", "Порт знову закрито, повідомила компанія на своєму сайті.", "Порт знову закрито", "компанія"),
        ("uk", "Порт знову закрито, похмуро сказала лоцманка порту.", "Порт знову закрито", "лоцманка порту"),
        ("ru", "Порт снова закрыт, рассказал прессе врач миссии.", "Порт снова закрыт", "врач миссии"),
        ("ru", "Порт снова закрыт, подтвердила компания от имени кабинета.", "Порт снова закрыт", "компания"),
    ],
)  # fmt: skip
def test_a_subject_of_plain_words_behind_its_verb(language, text, said, speaker):
    assert found(text, language) == [(said, speaker)]


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("en", "A senior EU diplomat, who asked not to be named, said the sanctions would stay.",
         "the sanctions would stay"),
        ("uk", "МЗС Литви вручило ноту, в якій вимагає відкрити рух вантажівок.", "вимагає відкрити рух вантажівок"),
    ],
)  # fmt: skip
def test_what_goes_on_with_a_verb_is_no_subject(language, text, said):
    assert [one[0] for one in found(text, language)] == [said]


def test_a_word_of_the_introduction_means_the_person():
    text = "Апостольський нунцій Джон Мерфі прибув до Києва. «Ми просимо про дитину», – наголосив нунцій."
    assert found(text, "uk") == [("Ми просимо про дитину", "Джон Мерфі")]
