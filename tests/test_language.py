import pytest

from research.language import detect


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ми готові до діалогу без попередніх умов.", "uk"),
        ("Ми за мир", "uk"),
        ("Так.", "uk"),
        ("Мы готовы к диалогу без предварительных условий.", "ru"),
        ("Нам нужен мир", "ru"),
        ("Нет.", "ru"),
        ("We are ready for talks.", "en"),
        ("No comment.", "en"),
        ("🇺🇦 «Ми&nbsp;вистоїмо» https://example.org/we-will-stand #StandWithUkraine", "uk"),
        ("МЗС України: statement on Nord Stream", "uk"),
        ("Wir sind zu Gesprächen ohne Vorbedingungen bereit.", None),
        ("Jesteśmy gotowi do rozmów bez warunków wstępnych.", None),
        ("Готови сме за диалог с всички партньори, но няма да приемем предварителни условия.", None),
        ("Είμαστε έτοιμοι για διάλογο.", None),
        ("我们准备好对话。", None),
        ("🙂🙂🙂", None),
        ("123 – 456", None),
        ("", None),
    ],
)
def test_language(text, language):
    assert detect(text) == language
