import pytest

from research.corpora import load
from research.evaluation.behaviour import filled
from research.features.actor_forms import forms_text
from research.features.actors import masked_tokens, masked_words
from research.paths import data_path


def forms(text):
    return [token.form for token in masked_tokens(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Росія вимагає від Сполучених Штатів Америки гарантій", "□ вимагає від □ гарантій"),
        ("Россия и Соединённые Штаты", "□ и □"),
        ("Ukraine’s envoy to the United States", "□ envoy to □"),
        ("the U.S.-led talks in Côte d’Ivoire", "□ led talks in □"),
        ("Кот-д’Івуар і В'єтнам", "□ і □"),
        ("Сполучених&nbsp;Штатів", "□"),
        ("«США» 🇺🇸 https://state.gov/Ukraine", "□"),
        ("українсько-російські переговори", "□ переговори"),
        ("японо-китайские и US-Ukrainian", "□ и □"),
        ("pro-Russian, проросійські, антиукраинский", "pro-□ про□ анти□"),
        ("США, Британія та ЄС", "□ та □"),
        ("посол USA в Києві", "посол □ в □"),
        ("Южная Корея и Південна Африка", "□ и □"),
        ("Перу, Чад і Республіка Конго згодні", "□ і □ згодні"),
    ],
)
def test_names_of_actors_become_one_word(text, expected):
    assert forms(text) == expected.split()


@pytest.mark.parametrize(
    "text",
    [
        "they told us who would come",
        "polish the plan, cook the turkey",
        "Того дня ми мали час",
        "Мали бути дві зустрічі",
        "Про це йшлося",
        "об’єм куба",
        "No. 15",
    ],
)
def test_ordinary_words_stay(text):
    assert "□" not in forms(text)


@pytest.mark.parametrize("text", ["Polish diplomats", "уряд Мали", "послы Того", "the WHO", "CUBA"])
def test_a_capital_makes_a_name_of_them(text):
    assert forms(text)[-1] == "□" or forms(text)[0] == "□"


@pytest.mark.parametrize(
    "text",
    ["«Ми&nbsp;за» Сполучені Штати, — сказала вона!", "", "🙂", "the the Russia", "so, the\u2028U.S.-led…Мали!Мали"],
)
def test_forms_are_the_same_with_and_without_positions_and_positions_point_at_the_words(text):
    found = masked_tokens(text)
    assert [token.form for token in found] == masked_words(text)
    assert [text[t.start : t.end] for t in found if t.form == "□"] in (
        [],
        ["Сполучені Штати"],
        ["the Russia"],
        ["the\u2028U.S"],
    )


def test_no_state_in_a_slot_of_swap_changes_what_a_model_sees():
    rows = filled(load("swap"))
    seen = rows["text"].map(lambda text: " ".join(forms(text))).groupby(rows["document"]).nunique()
    assert (seen > 1).mean() == 0


def test_the_forms_that_ship_are_those_of_the_gazetteer():
    written = data_path("actors", "forms.txt").read_text(encoding="utf-8")
    assert written == forms_text(), "run: python -m research.features.actor_forms"
