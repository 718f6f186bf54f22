import pytest

from research.reading import read
from research.reading.declension import nominative_name
from research.reading.segment import words

OBLIQUE = [
    ("uk", "За словами міністерки закордонних справ Білорусі Алени Каралевич, рішення є.", "Алена Каралевич"),
    ("uk", "За словами речниці МЗС Сенегалу Олесі Ндонг, рішення вже є.", "Олеся Ндонг"),
    ("uk", "За словами речниці МЗС Литви Ґражини Балтакєвичюте, рішення є.", "Ґражина Балтакєвичюте"),
    ("uk", "За словами директорки МАГАТЕ Ханни Ковальської, рішення вже є.", "Ханна Ковальська"),
    ("uk", "За словами посла Туреччини Мехмета Йилдирима, рішення вже є.", "Мехмет Йилдирим"),
    ("uk", "На думку Алени Каралевич, рішення вже є.", "Алена Каралевич"),
    ("uk", "За словами президентки Молдови Маї Санду, рішення вже є.", "Мая Санду"),
    ("ru", "По словам министра обороны Чили Хосефины Альварадо, решение есть.", "Хосефина Альварадо"),
    ("ru", "В заявлении президента Мали Амаду Кейты говорится, что решение есть.", "Амаду Кейта"),
    ("ru", "По словам главы МИД Сенегала Жозефа Ндонга, решение уже есть.", "Жозеф Ндонг"),
    ("ru", "По словам посла Казахстана Гульмиры Сатыбалдиевой, решение есть.", "Гульмира Сатыбалдиева"),
    ("ru", "По словам премьер-министра Италии Джорджи Мелони, решение есть.", "Джорджа Мелони"),
    ("ru", "По словам министра иностранных дел Армении Алены Каралевич, решение есть.", "Алена Каралевич"),
    ("en", "According to Belarusian Foreign Minister Alena Karalevich, all is well.", "Alena Karalevich"),
]


@pytest.mark.parametrize(("language", "sentence", "name"), OBLIQUE)
def test_a_name_that_no_dictionary_has_comes_in_the_nominative(language, sentence, name):
    assert name in read(sentence, language)["speaker"].tolist()


FORMS = [
    ("uk", "Йонасові Каваляускасу", "masc", "datv", "Йонас Каваляускас"),
    ("uk", "Аленою Ковальською", "femn", "ablt", "Алена Ковальська"),
    ("uk", "Алену Каралевич", "femn", "accs", "Алена Каралевич"),
    ("ru", "Йонасом Каваляускасом", "masc", "ablt", "Йонас Каваляускас"),
    ("ru", "Хосефине Альварадо", "femn", "datv", "Хосефина Альварадо"),
    ("ru", "Хосефиной Альварадо", "femn", "ablt", "Хосефина Альварадо"),
    ("ru", "Амаду Кейту", "", "accs", "Амаду Кейта"),
    ("en", "Jonas Kavaliauskas's", "", "", "Jonas Kavaliauskas"),
]


@pytest.mark.parametrize(("language", "name", "gender", "case", "nominative"), FORMS)
def test_every_oblique_case(language, name, gender, case, nominative):
    assert nominative_name(words(name, 0, len(name)), language, gender, case) == nominative


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("ru", "В понедельник Рютте заявил, что кризисы вероятны.", "Рютте"),
        ("ru", "Вчера Лёвен подчеркнул, что кризисы вероятны.", "Лёвен"),
        ("ru", "Вчера Мицотакис сказал, что Афины ждут.", "Мицотакис"),
        ("uk", "У понеділок Рютте заявив, що кризи ймовірні.", "Рютте"),
        ("uk", "Учора Льовен підкреслив, що кризи ймовірні.", "Льовен"),
    ],
)
def test_a_name_that_no_dictionary_has_stays_as_the_subject_it_is(language, text, speaker):
    assert read(text, language)["speaker"].tolist() == [speaker]


def test_an_office_that_no_dictionary_has_leaves_a_name_in_the_nominative():
    text = "Омбудсменка Литви Олена Шнайдер заявила, що порт закрито."
    assert list(read(text, "uk")["speaker"]) == ["Олена Шнайдер"]
