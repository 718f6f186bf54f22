import pytest

from research.reading.quotes import find_quotes
from research.reading.segment import sentences, tokens
from research.reading.tables import table


def split(text, language):
    language_table = table(language)
    found = tokens(text, 0, len(text), find_quotes(text, 0, len(text), language_table))
    return [sentence[0].text for sentence in sentences(found, language_table.cues.keys())]


@pytest.mark.parametrize(
    ("language", "text", "firsts"),
    [
        ("uk", "Сума — 5 млн. грн. на рік. Далі буде.", ["Сума", "Далі"]),
        ("uk", "Ім. Т. Шевченка. Він пішов.", ["Ім", "Він"]),
        ("ru", "В 2024 г. Россия и т. д. Затем всё.", ["В", "Затем"]),
        ("en", "Mr. Smith met U.S. Gen. Jones. They talked.", ["Mr", "They"]),
        ("uk", "«Ми йдемо. Ми прийдемо», – сказав він. Усе.", ["Ми йдемо. Ми прийдемо", "Усе"]),
        ("en", "“We stay.” The minister left.", ["We stay.", "The"]),
        ("en", "“Will you go?” Jones asked. He left.", ["Will you go?", "He"]),
        ("en", "“Will you go?” The minister left.", ["Will you go?", "The"]),
        ("ru", "Ура! Мы едем… Куда?", ["Ура", "Мы", "Куда"]),
        ("uk", "Ціна 3.5 євро. 🙂 Усе.", ["Ціна", "🙂"]),
        ("uk", "Чи буде угода?.. Ніхто не знає!!! Усе.", ["Чи", "Ніхто", "Усе"]),
        ("ru", "Он долго молчал... и всё же согласился. Всё.", ["Он", "Всё"]),
        ("uk", "Проф. І. С. Коваленко та ген. Шевчук дали 5 млн грн. Торік було менше.", ["Проф", "Торік"]),
        ("ru", "В городе ок. 2 тыс. чел. Многие уехали.", ["В", "Многие"]),
    ],
)
def test_sentences(language, text, firsts):
    assert split(text, language) == firsts


def test_a_quote_is_one_token_with_its_place():
    text = "Він додав: «Ні, ні!»"
    quote = tokens(text, 0, len(text), find_quotes(text, 0, len(text), table("uk")))[-1]
    assert quote.quote is not None and text[quote.start : quote.end] == quote.text == "Ні, ні!"
