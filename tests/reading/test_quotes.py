import pytest

from research.reading.quotes import find_quotes
from research.reading.tables import table


def quoted(text, language="uk", level=0):
    found = find_quotes(text, 0, len(text), table(language))
    return [text[quote.start : quote.end] for quote in found if quote.level == level]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Він сказав: «Так».", ["Так"]),
        ("Він сказав: „Так“.", ["Так"]),
        ("Він сказав: „Так”.", ["Так"]),
        ("Він сказав: “Так”.", ["Так"]),
        ('Він сказав: "Так".', ["Так"]),
        ("«Перша». «Друга».", ["Перша", "Друга"]),
        ("Об'єднання «Мрія» і комп'ютер.", ["Мрія"]),
        ("« З пробілами »", ["З пробілами"]),
        ("Без лапок.", []),
        ("Незакрита «цитата.", []),
        ("«Відкрита на весь абзац.", ["Відкрита на весь абзац."]),
        ("зайва» дужка", []),
    ],
)
def test_marks_of_every_kind(text, expected):
    assert quoted(text) == expected


def test_nested_quotes_have_levels():
    text = "«Нам казали: “Ніл не ‘висохне’”. Рівень падає»"
    assert [quoted(text, level=level) for level in (0, 1, 2)] == [
        ["Нам казали: “Ніл не ‘висохне’”. Рівень падає"],
        ["Ніл не ‘висохне’"],
        ["висохне"],
    ]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("«Так, – сказав посол, – але ні»", "uk", ["Так", "але ні"]),
        ("«Мост — это не мост, а лейка»", "ru", ["Мост — это не мост, а лейка"]),
        ("— Так, — каже посол. — Але ні.", "uk", ["Так", "Але ні."]),
        ("— Вот! — так начал посол.", "ru", ["Вот!"]),
        ("— Так, — відрубав посол.", "uk", ["Так"]),
        ("— Yes, says the envoy. — But no.", "en", ["Yes", "But no."]),
        ("— By Christmas? Smith asks.", "en", ["By Christmas?"]),
        ("— «Так», — сказала вона.", "uk", ["Так"]),
    ],
)
def test_the_attribution_is_cut_out(text, language, expected):
    assert quoted(text, language) == expected
