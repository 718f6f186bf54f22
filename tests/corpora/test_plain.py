import pytest

from research.corpora.plain import plain, sentence_before


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**Helldivers, а может лучше... **Мы против", "Helldivers, а может лучше... Мы против"),
        ("# Заголовок\n\n> цитата  `код` | _так_", "Заголовок цитата код так"),
        ("Див. [сайт МЗС](https://mfa.example/a_b) 🕊️", "Див. сайт МЗС 🕊️"),
        ("[](https://example.org) Text&nbsp;here", "Text&nbsp;here"),
        ("\u00a0Ні\u2003", "Ні"),
        ("", ""),
    ],
)
def test_mark_up_goes_and_words_stay(text, expected):
    assert plain(text) == expected


def test_plain_text_stays_as_it_is():
    text = plain("*A* [b](c)\n| d_e #f")
    assert plain(text) == text


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("Ми готові. Вони — ні! ", "Вони — ні!"),
        ("Он сказал: «Нет». ", "Он сказал: «Нет»."),
        ("First. “Is there hope?” ", "“Is there hope?”"),
        ("без кінця ", "без кінця"),
        ("", ""),
    ],
)
def test_the_sentence_before_a_statement(before, expected):
    assert sentence_before(before + "Statement.", len(before)) == expected


def test_the_search_goes_back_a_bounded_way():
    assert len(sentence_before("а" * 100_000 + ". Так", 100_002)) <= 500
