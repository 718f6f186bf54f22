import pandas as pd
import pytest

from research.reading import read
from research.reading.reader import COLUMNS


@pytest.fixture(scope="module")
def seed(real_article):
    return read(real_article.read_text("utf-8"))


def test_seed_article_speakers_kinds_and_targets(seed):
    found = list(zip(seed["kind"], seed["speaker"], seed["actor"], seed["target"], strict=True))
    assert found == [
        ("indirect", "Джен Псакі", "US", "RU"),
        ("direct", "Джен Псакі", "US", "RU"),
        ("direct", "Джен Псакі", "US", "RU"),
        ("mixed", "Джен Псакі", "US", "RU"),
        ("indirect", "Джен Псакі", "US", ""),
        ("indirect", "Сергій Лавров", "RU", "NATO"),
        ("direct", "Сергій Лавров", "RU", "NATO"),
        ("mixed", "Володимир Путін", "RU", "NATO,US"),
    ]


def test_seed_article_content(seed):
    texts = seed["text"].tolist()
    assert texts[0].startswith("Адміністрація США виступає") and texts[0].endswith("на високому рівні")
    assert texts[2] == "Ми регулярно підтримуємо контакти на високому рівні"
    assert texts[4].startswith("не стала коментувати заяви російської сторони")
    assert not any("Коордштаб" in text or "РЕКЛАМА" in text for text in texts)


def test_seed_article_offsets(seed):
    text = seed.attrs["text"]
    spanned = [text[row.start : row.end] for row in seed.itertuples()]
    assert [span.replace('"', "") for span in spanned] == seed["text"].tolist()
    assert not any(span.startswith('"') or span.endswith('"') for span in spanned)


def test_seed_article_keeps_no_marks_of_the_reporter(seed):
    assert not seed["text"].str.contains('"').any()
    assert seed["text"].iloc[3].startswith("поки що нічого оголосити")
    assert seed["declined"].tolist() == [False, False, False, False, True, False, False, False]


ARTICLES = {
    "uk": (
        "Вісник\n12:40 03.03.2024\nПосол: «Ми чекаємо»\n\n"
        "Міністр закордонних справ Литви Йонас Петраускас у вівторок закликав Білорусь відкрити кордон.\n"
        "«Ми готові, – сказав він на брифінгу, – але не за будь-яку ціну».\n"
        "За словами Петраускаса, рішення ухвалять до кінця року.\n"
        "Речниця МЗС Білорусі Алеся Крот заявила, що Мінськ «не бачить підстав для поступок». 🤝\n"
        "ЧИТАЙТЕ ТАКОЖ\nПосол заявив, що дощ минеться\n"
    ),
    "ru": (
        "Вестник\n12:40 03.03.2024\nПосол: «Мы ждём»\n\n"
        "Министр иностранных дел Литвы Йонас Петраускас во вторник призвал Белоруссию открыть границу.\n"
        "«Мы готовы, – сказал он на брифинге, – но не за любую цену».\n"
        "По словам Петраускаса, решение примут до конца года.\n"
        "Пресс-секретарь МИД Белоруссии Алеся Крот заявила, что Минск «не видит оснований для уступок». 🤝\n"
        "ЧИТАЙТЕ ТАКЖЕ\nПосол заявил, что дождь пройдёт\n"
    ),
    "en": (
        "The Herald\n12:40 3 March 2024\nAmbassador: “We are waiting”\n\n"
        "Lithuanian Foreign Minister Jonas Petrauskas on Tuesday called on Belarus to open the border.\n"
        "“We are ready,” he said at a briefing, “but not at any price.”\n"
        "According to Petrauskas, a decision will be taken before the end of the year.\n"
        "Belarusian foreign ministry spokeswoman Alesia Krot said that Minsk “sees no ground for concessions”. 🤝\n"
        "READ ALSO\nAmbassador said the rain will pass\n"
    ),
}


@pytest.mark.parametrize("language", ["uk", "ru", "en"])
def test_article_in_each_language(language):
    frame = read(ARTICLES[language])
    assert frame["kind"].tolist() == ["indirect", "direct", "indirect", "mixed"]
    assert frame["actor"].tolist() == ["LT", "LT", "LT", "BY"]
    assert frame["target"].tolist()[0] == "BY"
    assert set(frame["language"]) == {language}
    assert frame["speaker"].nunique() == 2


@pytest.mark.parametrize(
    ("language", "speaker", "words"),
    [
        ("uk", "Йонас Петраускас", "Ми готові але не за будь-яку ціну"),
        ("ru", "Йонас Петраускас", "Мы готовы но не за любую цену"),
        ("en", "Jonas Petrauskas", "We are ready but not at any price."),
    ],
)
def test_split_quote_is_one_statement_from_first_word_to_last(language, speaker, words):
    frame = read(ARTICLES[language])
    row = frame.iloc[1]
    assert (row["speaker"], row["text"]) == (speaker, words)
    spanned = frame.attrs["text"][row["start"] : row["end"]]
    assert spanned.startswith(words.split()[0]) and spanned.endswith(words.split()[-1]) and len(spanned) > len(words)


def test_empty_and_foreign_texts_give_an_empty_frame():
    for text in ("", "   \n", "🙂🙂🙂", "今日は良い天気です。", "12:40 | 34 | 56"):
        frame = read(text)
        assert list(frame.columns) == list(COLUMNS) and frame.empty


@pytest.mark.parametrize("wrong", [None, 5, b"bytes", ["list"]])
def test_refuses_what_is_no_text(wrong):
    with pytest.raises(TypeError, match="string"):
        read(wrong)


def test_refuses_an_unknown_language():
    with pytest.raises(ValueError, match="'de'"):
        read("Er sagte, dass es regnet.", "de")


def test_html_offsets_point_into_the_extracted_text():
    page = "<html><body><nav><a href='/'>Home</a></nav><article>{}</article></body></html>".format(
        "".join(f"<p>{line}</p>" for line in ARTICLES["en"].splitlines() if line.endswith((".", "”")))
    )
    frame = read(page)
    assert len(frame) >= 3
    assert "<p>" not in frame.attrs["text"]
    one = frame.iloc[0]
    assert frame.attrs["text"][one["start"] : one["end"]] == one["text"]


def test_columns_and_types():
    frame = read(ARTICLES["uk"])
    assert list(frame.columns) == list(COLUMNS)
    assert pd.api.types.is_integer_dtype(frame["start"]) and pd.api.types.is_integer_dtype(frame["level"])
    assert frame["context"].iloc[1].startswith("Міністр закордонних справ Литви")


@pytest.mark.parametrize("language", ["uk", "ru", "en"])
def test_characters_that_have_no_name_do_no_harm(language):
    assert read("A\U00017000 \U00017000, \U00017000 Лавров\U00017000", language).empty
