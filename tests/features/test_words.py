import pytest

from research.features.actors import masked_words
from research.features.words import Words

TEXTS = [
    "Ми не приймаємо вимогу Сполучених Штатів, «ні»!",
    "the the Russia – the United States of America, U.S. and Russian China",
    "Мали бути переговори. Мали: 3-й раунд [15]",
    "United we stand: United Arab Emirates, the Russian Federation’s Russian envoy, New Zealand United",
    "Росія. Мали і Республіка Мали, Объединённые Арабские Эмираты и Объединённые",
    "",
    "🙂 – …",
    "&laquo;Ні&raquo; https://un.org/Ukraine don’t",
]


def forms(words, numbered):
    found, start = [], 0
    for length in numbered.lengths:
        found.append([words.forms[number] for number in numbered.words[start : start + length]])
        start += length
    return found


def test_the_words_are_those_of_each_text_by_itself():
    words = Words()
    assert forms(words, words.numbered(TEXTS)) == [masked_words(text) for text in TEXTS]


def test_names_are_not_joined_across_texts():
    words = Words()
    assert forms(words, words.numbered(["the", "Russia", "China"])) == [["the"], ["□"], ["□"]]


def test_a_word_keeps_its_number():
    words = Words()
    first = words.numbered(["перший другий"])
    words.numbered(["третій"])
    assert list(words.numbered(["другий перший"]).words) == list(first.words[::-1])


@pytest.mark.parametrize(("text", "kept"), [("слово, слово.", 3), ("15 грудня", 1), ("", 0)])
def test_stretches_with_digits_are_not_kept(text, kept):
    words = Words()
    words.numbered([text])
    assert len(words) == kept
