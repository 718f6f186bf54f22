"""Whom somebody speaks for, by what is said: the own state opens, the other side is named anywhere else."""

import pytest

from research.reading import read

ARTICLES = {
    "en": "The talks of Norway and Iceland on mackerel broke down after a protest from Reykjavik.\n\n"
    "The negotiator said {}.\n",
    "uk": "Переговори Норвегії та Ісландії про скумбрію зірвалися після протесту Рейк'явіка.\n\n"
    "Переговорник заявив, що {}.\n",
    "ru": "Переговоры Норвегии и Исландии о скумбрии сорвались после протеста Рейкьявика.\n\n"
    "Переговорщик заявил, что {}.\n",
}


@pytest.mark.parametrize(
    ("language", "said", "actor"),
    [
        ("en", "Oslo had offered a smaller share", "NO"),
        ("en", "nobody had asked the Icelandic side", "NO"),
        ("en", "Iceland would not accept a smaller share", "IS"),
        ("en", "nobody had asked the Norwegian side", "IS"),
        ("uk", "Осло пропонувало меншу частку", "NO"),
        ("uk", "про це не раз казали Ісландії", "NO"),
        ("uk", "Ісландія не погодиться на меншу частку", "IS"),
        ("uk", "про це не раз казали Норвегії", "IS"),
        ("ru", "Осло предлагал меньшую долю", "NO"),
        ("ru", "об этом не раз говорили Исландии", "NO"),
        ("ru", "Исландия не согласится на меньшую долю", "IS"),
        ("ru", "об этом не раз говорили Норвегии", "IS"),
    ],
)
def test_what_is_said_tells_for_whom(language, said, actor):
    frame = read(ARTICLES[language].format(said), language)
    assert list(frame["actor"]) == [actor]


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "Oslo had demanded a larger share"), ("uk", "Осло вимагало більшої частки"),
     ("ru", "Осло требовал большей доли")],
)  # fmt: skip
def test_a_demand_that_is_recalled_is_the_other_sides(language, said):
    frame = read(ARTICLES[language].format(said), language)
    assert list(frame.loc[frame["level"] == 0, "actor"]) == ["IS"]


def test_what_the_article_tells_outweighs_what_is_said():
    frame = read("Norwegian negotiator Torgeir Brattdal said the Norwegian side had told Iceland so.", "en")
    assert list(frame["actor"]) == ["NO"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Egypt and Sudan met. A European ambassador said the talks would go on.", "en"),
        ("Єгипет і Судан зустрілися. Європейський дипломат заявив, що переговори триватимуть.", "uk"),
        ("Египет и Судан встретились. Европейский дипломат заявил, что переговоры продолжатся.", "ru"),
        ("Egypt and Sudan met. The activist Mona Rifaat said the talks would go on.", "en"),
        ("Єгипет і Судан зустрілися. Активістка Мона Ріфаат заявила, що переговори триватимуть.", "uk"),
        ("Египет и Судан встретились. Активистка Мона Рифаат заявила, что переговоры продолжатся.", "ru"),
    ],
)
def test_some_speak_for_no_state_that_is_named(text, language):
    assert list(read(text, language)["actor"]) == [""]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "Київ просить Брюссель зачекати.\n\nЗаступниця міністра Оксана Журба заявила, що квоти України малі."),
        ("ru", "Киев просит Брюссель подождать.\n\nЗаместитель министра Оксана Журба заявила, что квоты Украины малы."),
        ("en", "Kyiv asks Brussels to wait.\n\nDeputy minister Oksana Zhurba said the quotas for Ukraine were low."),
    ],
)
def test_a_ministers_deputy_speaks_for_no_organisation(language, text):
    assert read(text, language)["actor"].tolist()[-1] == "UA"


def test_a_ministry_named_shortly_before_tells_whose_minister_speaks():
    text = "Morocco is silent. Its envoy was called to the foreign ministry of Ghana. Minister Kofi Ofori urged calm."
    assert read(text, "en")["actor"].tolist() == ["GH"]


@pytest.mark.parametrize(
    ("language", "said", "name", "actor"),
    [
        ("en", "Negotiator {} said the gap was wide", "Torgeir Brattdal", "NO"),
        ("en", "Negotiator {} said the gap was wide", "Sigurlaug Hallgrimsdottir", "IS"),
        ("uk", "Переговорник {} каже, що розбіжності великі", "Торгейр Браттдаль", "NO"),
        ("uk", "Переговорниця {} каже, що розбіжності великі", "Сігурлауг Гальґрімсдоттір", "IS"),
        ("ru", "Переговорщик {} говорит, что разногласия велики", "Торгейр Браттдаль", "NO"),
        ("ru", "Переговорщица {} говорит, что разногласия велики", "Сигурлауг Хадльгримсдоттир", "IS"),
    ],
)
def test_a_name_tells_for_whom(language, said, name, actor):
    opening = ARTICLES[language].partition("\n")[0]
    assert list(read(f"{opening}\n\n{said.format(name)}.\n", language)["actor"]) == [actor]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Norwegian minister, Sigurlaug Hallgrimsdottir, said Iceland was late."),
        ("uk", "Міністерка Норвегії Сігурлауг Гальґрімсдоттір заявила, що Ісландія запізнилася."),
        ("ru", "Министр Норвегии Сигурлауг Хадльгримсдоттир заявила, что Исландия опоздала."),
    ],
)
def test_what_the_article_tells_outweighs_a_name(language, text):
    assert list(read(text, language)["actor"]) == ["NO"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ukraine and Qatar met; the Holy See helped.\n\nUkraine's list is long. Commissioner Artur Vartanyan "
         "said the door was open."),
        ("uk", "Україна й Катар зустрілися, Святий Престол допоміг.\n\nУ Києві раді. Уповноважений Артур Вартанян "
         "сказав, що двері відчинено."),
        ("ru", "Украина и Катар встретились, Святой Престол помог.\n\nВ Киеве рады. Уполномоченный Артур Вартанян "
         "сказал, что дверь открыта."),
    ],
)  # fmt: skip
def test_a_name_that_fits_nobody_leaves_the_guess(language, text):
    assert read(text, language)["actor"].tolist()[-1] == "UA"
