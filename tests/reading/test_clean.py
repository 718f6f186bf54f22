import pytest

from research.reading.clean import is_html, is_prose, paragraphs, plain_text


def kept(text):
    return [text[start:end] for start, end in paragraphs(text)]


@pytest.mark.parametrize(
    "line",
    [
        "2 хв читати",
        "Фото: Пресслужба МЗС.",
        "Поделиться: ВКонтакте | Telegram | Скопировать ссылку",
        "Subscribe to our newsletter. It is free.",
        "© 2024 Вісник. Усі права захищено.",
        "Новини › Світ › Європа › Данія.",
        "Иван Перцов, Арика — Такна, 11 марта 2025 г.",
        "Теги: Японія, Китай, риба.",
    ],
)
def test_clutter_is_no_prose(line):
    assert not is_prose(line)


@pytest.mark.parametrize(
    "line",
    [
        "«Ми готові», – сказав посол.",
        "Посол заявила, что поедет. 🙂",
        "“We are ready.”",
        "The plant closed in the winter of 2025.",
        "Він відповів так:",
    ],
)
def test_sentences_are_prose(line):
    assert is_prose(line)


def test_a_headline_with_a_question_is_skipped_only_at_the_top():
    assert kept("Хто поїде?\nСесія почалася в середу.\nХто ж поїде?")[0].startswith("Сесія")
    assert len(kept("Хто поїде?\nСесія почалася в середу.\nХто ж поїде?")) == 2


def test_unrelated_headlines_are_skipped_until_the_article_goes_on():
    text = (
        "Сесія почалася в середу о десятій.\nЧИТАЙТЕ ТАКОЖ\n«Я боюся пінгвінів», – каже зірка.\n• Міністр: «Так!»\n"
        "Наступного дня делегації обох країн поїхали дивитися на водосховище, яке збудували ще минулого століття."
    )
    assert [line.split()[0] for line in kept(text)] == ["Сесія", "Наступного"]


@pytest.mark.parametrize(
    ("line", "begins"),
    [
        ("БОГОТА / САН-КРІСТОБАЛЬ, 1 лютого. Колумбія відкриє мости.", "Колумбія"),
        ("MANILA, Philippines — The note was delivered on Monday.", "The note"),
        ("LONDON (AP) — Britain will send ships.", "Britain"),
        ("НАЙРОБИ, 19 августа. /Корр. Тимофей Гуляев/. Кения не признаёт карту.", "Кения"),
        ("ОБСЄ закликала сторони до миру.", "ОБСЄ"),
    ],
)
def test_the_dateline_is_cut_off(line, begins):
    assert kept(line)[0].startswith(begins)


def test_hard_wrapped_lines_are_one_paragraph():
    text = (
        "The minister arrived in the capital on Tuesday evening and\nwent straight to the ministry, where he\nstayed."
    )
    assert kept(text) == [text]


def test_html_is_extracted_and_stray_tags_are_not_html():
    page = (
        "<html><body><nav>Menu</nav><article><p>The envoy left on Monday after two days of talks in the capital.</p>"
        "<p>He will return in a week, with a new proposal and a larger team.</p></article></body></html>"
    )
    assert is_html(page) and not is_html("a < b and <b>bold</b>")
    assert "<p>" not in plain_text(page) and "The envoy left" in plain_text(page)
    assert plain_text("Просто текст.") == "Просто текст."
