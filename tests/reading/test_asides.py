"""What stands between who speaks and what is said, or in the sentence before: citations, gerunds, colons, papers."""

import pytest

from research.reading import read


def found(text, language):
    frame = read(text, language)
    rows = frame[frame["level"] == 0]
    return list(zip(rows["text"], rows["speaker"], rows["actor"], strict=True))


@pytest.mark.parametrize(
    ("language", "text", "said", "speaker"),
    [
        ("en", "Minister Ana Reis, according to the Daily Ledger, complained that the offer was low.",
         "the offer was low", "Ana Reis"),
        ("uk", "Міністр Олег Гайдук, за повідомленням агенції ВТН, поскаржився, що пропозиція замала.",
         "пропозиція замала", "Олег Гайдук"),
        ("ru", "Министр Олег Гайдук, по данным агентства ВТН, пожаловался, что предложение слишком мало.",
         "предложение слишком мало", "Олег Гайдук"),
    ],
)  # fmt: skip
def test_an_outlet_cited_between_commas_is_no_speaker(language, text, said, speaker):
    assert [row[:2] for row in found(text, language)] == [(said, speaker)]


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("uk", "Переговори йдуть важко, визнав, відповідаючи на запитання, міністр Олег Гайдук.",
         "Переговори йдуть важко"),
        ("ru", "Переговоры идут трудно, признал, входя в зал, министр Олег Гайдук.", "Переговоры идут трудно"),
    ],
)  # fmt: skip
def test_a_gerund_between_verb_and_subject(language, text, said):
    assert [row[:2] for row in found(text, language)] == [(said, "Олег Гайдук")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk",
         "Віцепрем'єр Олег Гайдук прибув. На запитання депутата про порт, Гайдук відповів, що він закритий."),
        ("ru", "Вице-премьер Олег Гайдук прибыл. Отвечая на вопрос депутата о порте, Гайдук ответил, что он закрыт."),
    ],
)  # fmt: skip
def test_an_oblique_role_before_a_comma_is_not_the_name_behind_it(language, text):
    assert [row[1] for row in found(text, language)] == ["Олег Гайдук"]


@pytest.mark.parametrize(
    ("language", "text", "said", "speaker"),
    [
        ("en", "Minister Ana Reis tells state radio the port is closed.", "the port is closed", "Ana Reis"),
        ("en", "Minister Ana Reis told the newspaper the port was closed.", "the port was closed", "Ana Reis"),
        ("en", "Minister Ana Reis said state media were wrong.", "state media were wrong", "Ana Reis"),
        ("en", "Minister Ana Reis did note that the port was closed.", "the port was closed", "Ana Reis"),
        ("en", "“What we ask for,” Minister Ana Reis went on, “is one address.”",
         "What we ask for is one address.", "Ana Reis"),
        ("en", "The port is closed. So says the deputy minister, Ana Reis, in an interview.",
         "The port is closed", "Ana Reis"),
        ("uk", "Порт закрито. Про це «Часу» повідомив міністр Олег Гайдук.", "Порт закрито", "Олег Гайдук"),
        ("ru", "Порт закрыт. Об этом «Времени» сообщил министр Олег Гайдук.", "Порт закрыт", "Олег Гайдук"),
        ("uk", "Міністр Олег Гайдук прибув. І додав: порт закрито.", "порт закрито", "Олег Гайдук"),
        ("ru", "Министр Олег Гайдук прибыл. Но оговорился: порт закрыт.", "порт закрыт", "Олег Гайдук"),
        ("uk", "Міністр Олег Гайдук звернув увагу на те, що порт закрито.", "порт закрито", "Олег Гайдук"),
        ("ru", "Министр Олег Гайдук обратил внимание на то, что порт закрыт.", "порт закрыт", "Олег Гайдук"),
    ],
)  # fmt: skip
def test_what_is_said_begins_behind_who_is_told(language, text, said, speaker):
    assert [row[:2] for row in found(text, language)] == [(said, speaker)]


@pytest.mark.parametrize(
    ("language", "text", "actor"),
    [
        ("en", "The Lithuanian embassy handed over a note. It says the port is closed.", "LT"),
        ("en", "The Lithuanian embassy published a statement. “The port is closed,” it reads.", "LT"),
        ("uk", "Посольство Литви передало ноту. У ній сказано, що порт закрито.", "LT"),
        ("ru", "Посольство Литвы передало ноту. В ней говорится, что порт закрыт.", "LT"),
    ],
)
def test_a_paper_is_of_whoever_hands_it_over(language, text, actor):
    assert [row[2] for row in found(text, language)] == [actor]


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "Poland was late, Oslo said.\n\nMinister Ana Reis, speaking on television:\n\n“The port is closed.”",
         "Ana Reis"),
        ("uk", "Польща запізнилася, заявили в Осло.\n\nПосол Олег Гайдук, особисто:\n\n«Порт закрито на три дні».",
         "Олег Гайдук"),
        ("ru", "Польша опоздала, заявили в Осло.\n\nПосол Олег Гайдук:\n\n«Порт закрыт на три дня».", "Олег Гайдук"),
    ],
)  # fmt: skip
def test_a_speaker_is_announced_in_the_paragraph_before(language, text, speaker):
    assert found(text, language)[-1][1] == speaker


@pytest.mark.parametrize(
    ("language", "text", "actor"),
    [
        ("en", "The state department said the port was closed.", "US"),
        ("en", "Secretary of State Jane Roe said the port was closed.", "US"),
        ("en", "The British secretary of state said the port was closed.", "GB"),
    ],
)
def test_american_offices_in_small_letters(language, text, actor):
    assert [row[2] for row in found(text, language)] == [actor]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "Міністр Катару шейх Халід аль-Ансарі прибув. За оцінкою міністра, порт закрито."),
        ("ru", "Министр Катара шейх Халид аль-Ансари прибыл. По оценке министра, порт закрыт."),
        ("en", "Qatar's foreign minister Sheikh Khalid al-Ansari came. According to the minister, the port is closed."),
    ],
)
def test_a_title_behind_an_office_is_of_the_same_person(language, text):
    ((_, speaker, actor),) = found(text, language)
    assert actor == "QA"
    assert "нсарі" in speaker or "нсари" in speaker or "nsari" in speaker


@pytest.mark.parametrize(
    ("language", "heading", "asks", "says", "speaker"),
    [
        ("uk", "Стенограма брифінгу речника МЗС Литви Дмитра Шинка", "ПИТАННЯ: Коли його відкриють?",
         "Д.ШИНКО: Порт закрито на три дні, і ми про це шкодуємо.", "Дмитро Шинко"),
        ("ru", "Стенограмма брифинга представителя МИД Литвы Дмитрия Шинко", "ВОПРОС: Когда его откроют?",
         "Д.ШИНКО: Порт закрыт на три дня, и мы об этом сожалеем.", "Дмитрий Шинко"),
    ],
)  # fmt: skip
def test_a_name_of_a_transcripts_heading_comes_in_the_nominative(language, heading, asks, says, speaker):
    text = "\n\n".join([heading, says, asks, says, asks, says])
    assert {row[1] for row in found(text, language)} == {speaker}


@pytest.mark.parametrize(
    ("language", "text", "said", "speaker", "actor"),
    [
        ("en", "The port is closed, the mayor of Ohrid told the radio.", "The port is closed", "mayor of Ohrid", ""),
        ("en", "The port is closed for now, said the prefect of Brazzaville.", "The port is closed for now",
         "prefect of Brazzaville", "CG"),
        ("en", "“The port is closed,” said the Burundian treasurer on Monday.", "The port is closed",
         "Burundian treasurer", "BI"),
        ("en", "The port is closed, the UN refugee agency said, and the road is not.", "The port is closed",
         "UN refugee agency", "UN"),
        ("uk", "Порт закрито до весни, похмуро попередив купців посол Литви.", "Порт закрито до весни",
         "посол Литви", "LT"),
        ("ru", "Порт закрыт до весны, с улыбкой напомнил купцам посол Литвы.", "Порт закрыт до весны",
         "посол Литвы", "LT"),
        ("uk", "Порт закриють до весни, пише агенція з посиланням на речника МЗС Литви.", "Порт закриють до весни",
         "речник МЗС Литви", "LT"),
        ("ru", "Порт закроют до весны, передаёт агентство со ссылкой на посла Литвы.", "Порт закроют до весны",
         "посол Литвы", "LT"),
        ("uk", "Порт відкриють до весни; про це розповів посол Литви.", "Порт відкриють до весни", "посол Литви", "LT"),
        ("ru", "Порт откроют до весны, об этом рассказал посол Литвы.", "Порт откроют до весны", "посол Литвы", "LT"),
    ],
)  # fmt: skip
def test_who_speaks_stands_behind(language, text, said, speaker, actor):
    assert found(text, language) == [(said, speaker, actor)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The port is closed, the agency reported."),
        ("uk", "Порт закриють до весни, пише агенція."),
        ("ru", "Порт закроют до весны, передаёт агентство из Алжира."),
    ],
)
def test_an_outlet_alone_says_nothing(language, text):
    assert found(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("en", "The Elysee declined to comment: Paris awaits visits.", "declined to comment"),
        ("uk", "МЗС Литви утрималося від коментарів: у місті чекають на візит.", "утрималося від коментарів"),
        ("ru", "МИД Литвы, чьи послы уехали, от комментариев воздержался.", "от комментариев воздержался"),
    ],
)
def test_a_refusal_is_no_more_than_that(language, text, said):
    assert [row[0] for row in found(text, language)] == [said]
