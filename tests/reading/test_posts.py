import pytest

from research.reading import read
from research.reading.posts import find_post
from research.reading.tables import table

POSTS = {
    "uk": """🇱🇹🤝🇺🇦 Дякуємо Україні за довіру! 🙏

✅ Сьогодні міністр Йонас Петкус зустрівся з українським колегою. Ми закликаємо партнерів допомогти 👉 https://example.org/a

Міністр наголосив: «Литва готова прийняти переговори у Вільнюсі».

За словами посла України Івана Гнатюка, зустріч була корисною.

#Литва #Україна
МЗС Литви 🇱🇹 | Підписатися""",
    "ru": """МИД Литвы

❗️Требуем от Минска немедленно освободить задержанных водителей

Посольство направило ноту протеста. Мы готовы к диалогу, но терпение не безгранично… 🕊️

«Граница останется закрытой», – заявил министр Йонас Пяткус. #граница
@litva_mid""",
    "en": """Foreign Ministry of Lithuania | Follow us @lt_mfa

We welcome Armenia's proposal & stand ready to host “honest” talks 🕊️ #peace t.me/lt_mfa/12

"We urge both sides to return to the table," Minister Jonas Petkus said.
Azerbaijan said it would reply next week.""",
}
OWNERS = {"uk": "МЗС Литви", "ru": "МИД Литвы", "en": "Foreign Ministry of Lithuania"}
OWN = {
    "uk": [
        "Дякуємо Україні за довіру!",
        "Сьогодні міністр Йонас Петкус зустрівся з українським колегою. Ми закликаємо партнерів допомогти",
    ],
    "ru": [
        "Требуем от Минска немедленно освободить задержанных водителей",
        "Посольство направило ноту протеста. Мы готовы к диалогу, но терпение не безгранично…",
    ],
    "en": ["We welcome Armenia's proposal & stand ready to host “honest” talks"],
}
OTHERS = {
    "uk": [("Йонас Петкус", "LT"), ("Іван Гнатюк", "UA")],
    "ru": [("Йонас Пяткус", "LT")],
    "en": [("Jonas Petkus", "LT"), ("Azerbaijan", "AZ")],
}


@pytest.mark.parametrize("language", POSTS)
def test_what_names_nobody_else_is_said_by_the_owner_of_the_channel(language):
    frame = read(POSTS[language], language)
    own = frame[frame["speaker"] == OWNERS[language]]
    assert own["text"].tolist() == OWN[language]
    assert set(own["actor"]) == {"LT"}
    assert set(own["kind"]) == {"direct"}


@pytest.mark.parametrize("language", POSTS)
def test_quotes_within_a_post_keep_their_speakers_and_its_officials_are_of_its_side(language):
    frame = read(POSTS[language], language)
    others = frame[frame["speaker"] != OWNERS[language]]
    assert list(zip(others["speaker"], others["actor"], strict=True)) == OTHERS[language]


@pytest.mark.parametrize("language", POSTS)
def test_rows_stand_in_order_at_their_places_without_emoji_hashtags_and_links(language):
    frame = read(POSTS[language], language)
    assert frame["start"].is_monotonic_increasing
    for row in frame.itertuples():
        assert POSTS[language][row.start : row.end] == row.text
        assert not set("#🕊🙏👉✅❗") & set(row.text)
        assert "t.me" not in row.text


@pytest.mark.parametrize(
    ("language", "signature"),
    [
        ("uk", "Офіс Президента України | Підписатися"),
        ("uk", "👉 Підписуйтесь на наш Telegram-канал: https://t.me/a МЗС Польщі"),
        ("ru", "Подписаться на Кремль"),
        ("ru", "Пресс-служба президента Казахстана. Подписывайтесь!"),
        ("ru", "Посольство Германии"),
        ("en", "State Department | Follow us on Telegram"),
        ("en", "Subscribe to NATO"),
        ("en", "Port watch ⚓ | official channel of the Ministry of Transport, Republic of Niger (EN)"),
        ("uk", "Порт ⚓ | офіційний канал Посольства Литви в Білорусі"),
        ("ru", "Официальный канал Посольства Литвы в Беларуси"),
    ],
)
def test_signatures(language, signature):
    text = f"{OWN[language][0]}\n\n{signature}"
    post = find_post(text, table(language))
    assert post is not None
    assert post.owner.actor
    assert [text[start:end] for start, end in post.paragraphs] == [OWN[language][0]]


@pytest.mark.parametrize(
    ("language", "signature"),
    [
        ("uk", "Новини України | Підписатися"),
        ("uk", "УНІАН. Підписатися"),
        ("uk", "Україна"),
        ("uk", "СВІТОВИЙ ОГЛЯД • Латинська Америка"),
        ("ru", "Газета «Вести России». Подписаться"),
        ("ru", "Кремль"),
        ("en", "Daily News Ukraine | Subscribe"),
        ("en", "NATO"),
        ("en", "Follow us @news"),
        ("en", "🇺🇦🇺🇦🇺🇦"),
    ],
)
def test_outlets_countries_and_rubrics_sign_no_post(language, signature):
    assert find_post(f"{signature}\n\n{OWN[language][0]}", table(language)) is None
    assert find_post(f"{OWN[language][0]}\n\n{signature}", table(language)) is None


@pytest.mark.parametrize("text", ["", "\n\n", "🙏", "#мир", "МЗС Литви", "МЗС Литви\n🙏\n#мир"])
def test_a_post_that_says_nothing_has_no_statement(text):
    assert read(text, "uk").empty


def test_links_upon_links_take_no_time():
    assert find_post("https://" * 400 + " мир\n\n" + "t.me/#" * 100 + "! x\nМЗС Литви", table("uk")) is not None


def test_a_long_text_is_no_post():
    assert find_post("Ми дякуємо Польщі за допомогу. " * 200 + "\nМЗС Литви | Підписатися", table("uk")) is None
