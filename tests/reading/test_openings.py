"""Who speaks behind an opening: a time, a place, "however,"; and attributions in the middle of a sentence."""

import pytest

from research.reading import read


def found(text, language):
    frame = read(text, language)
    return list(zip(frame["text"], frame["speaker"], frame["actor"], strict=True))


@pytest.mark.parametrize("opening", ["", "Тим часом ", "У понеділок ", "Минулого тижня ", "У відповідь ", "Утім, ",
                                     "Після зустрічі ", "На тлі протестів ", "Напередодні голосування "])  # fmt: skip
@pytest.mark.parametrize(("subject", "verb", "actor"), [("США", "закликали", "US"), ("Київ", "закликав", "UA"),
                                                        ("МЗС Литви", "закликало", "LT")])  # fmt: skip
def test_an_opening_in_ukrainian(opening, subject, verb, actor):
    ((said, speaker, code),) = found(f"{opening}{subject} {verb} Іран припинити обстріли.", "uk")
    assert (said, speaker, code) == (f"{verb} Іран припинити обстріли", subject, actor)


@pytest.mark.parametrize("opening", ["", "Тем временем ", "В понедельник ", "На прошлой неделе ", "В ответ ",
                                     "Впрочем, ", "После встречи ", "На фоне протестов ",
                                     "Накануне голосования "])  # fmt: skip
@pytest.mark.parametrize(("subject", "verb", "actor"), [("США", "призвали", "US"), ("Киев", "призвал", "UA"),
                                                        ("МИД Литвы", "призвал", "LT")])  # fmt: skip
def test_an_opening_in_russian(opening, subject, verb, actor):
    ((said, speaker, code),) = found(f"{opening}{subject} {verb} Иран прекратить обстрелы.", "ru")
    assert (said, speaker, code) == (f"{verb} Иран прекратить обстрелы", subject, actor)


@pytest.mark.parametrize(
    "opening", ["", "Meanwhile, ", "On Monday, ", "In late March ", "Amid protests, ", "Hours later "]
)
@pytest.mark.parametrize(("subject", "actor"), [("Poland's foreign ministry", "PL"), ("Kyiv", "UA")])
def test_an_opening_in_english(opening, subject, actor):
    ((said, speaker, code),) = found(f"{opening}{subject} called on Iran to stop the shelling.", "en")
    assert (said, speaker, code) == ("called on Iran to stop the shelling", subject, actor)


@pytest.mark.parametrize(
    ("language", "text"),
    [("uk", "Прохання США відхилено."), ("ru", "Просьба США осталась без ответа."), ("ru", "Слова США осуждены.")],
)
def test_a_name_behind_a_noun_that_may_be_the_subject_stays_its_attribute(language, text):
    assert found(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "said", "speaker"),
    [
        ("en", "The deal, the Kenyan minister told Reuters on Monday, was signed in March.",
         "The deal was signed in March", "Kenyan minister"),
        ("en", "Patrols could begin soon, Kenya's ministry said, ending a dispute that has lasted years.",
         "Patrols could begin soon", "Kenya's ministry"),
        ("en", "Without it, Lithuania's minister warned, “there will be no signatures”.",
         "Without it there will be no signatures", "Lithuania's minister"),
        ("uk", "Без цього, попередив прем'єр Молдови, «жодних підписів не буде».",
         "Без цього жодних підписів не буде", "прем'єр Молдови"),
        ("ru", "Без этого, предупредил премьер Молдавии, «никаких подписей не будет».",
         "Без этого никаких подписей не будет", "премьер Молдавии"),
        ("en", "Germany backed the plan, but a Polish diplomat, who asked not to be named, said it would fail.",
         "backed the plan", "Germany"),
        ("uk", "Іспанія підтримала угоду, а французький міністр заявив, що її слід відкласти.",
         "підтримала угоду", "Іспанія"),
        ("ru", "Испания поддержала сделку, но Франция заявила, что её следует отложить.",
         "поддержала сделку", "Испания"),
    ],
)  # fmt: skip
def test_a_statement_goes_around_its_attribution_and_ends_where_another_speaks(language, text, said, speaker):
    assert found(text, language)[0][:2] == (said, speaker)


@pytest.mark.parametrize(
    ("language", "line", "speaker", "actor"),
    [
        ("en", "The Polish minister: “We will not sign this agreement.”", "Polish minister", "PL"),
        ("uk", "Реакція Варшави: «Ми не підпишемо цю угоду».", "Варшава", "PL"),
        ("ru", "Польский министр: «Мы не подпишем это соглашение».", "Польский министр", "PL"),
    ],
)
def test_a_name_and_a_colon_before_a_quote_tell_who_speaks(language, line, speaker, actor):
    opening = {
        "en": "Ministers met on Tuesday.",
        "uk": "У вівторок зустрілися міністри.",
        "ru": "Встретились министры.",
    }
    ((_, name, code),) = found(f"{opening[language]}\n\n{line}", language)
    assert (name, code) == (speaker, actor)


@pytest.mark.parametrize(
    ("language", "text", "speaker", "actor"),
    [
        ("en", "Hungarian minister Balázs Nagy left. According to his Polish counterpart, Wanda Lipińska, it was late.",
         "Wanda Lipińska", "PL"),
        ("uk", "Угорський міністр Балаж Надь виступив. На думку його польської колеги Ванди Ліпінської, уже пізно.",
         "Ванда Ліпінська", "PL"),
        ("ru", "Венгерский министр Балаж Надь выступил. По мнению его польской коллеги Ванды Липинской, уже поздно.",
         "Ванда Липинская", "PL"),
        ("en", "Chilean minister Paula Undurraga spoke. Undurraga's spokesman said it was late.",
         "Undurraga's spokesman", "CL"),
        ("uk", "Посол Ірану Реза Фархаді виступив. «Це провокація третьої сторони», – цитує його агентство.",
         "Реза Фархаді", "IR"),
        ("ru", "Заявил об этом глава турецкого МИД Мехмет Оз. «Мы требуем соблюдения договора», — подчеркнул министр.",
         "Мехмет Оз", "TR"),
        ("ru", "Посол Венгрии Габор Силади вышел. Еврокомиссия ждёт. «Это их вопрос», — пояснила её представительница.",
         "представительница", "EU"),
        ("ru", "Секретариат ОДКБ ждёт. Генсек организации Армен Тер-Саакян уехал. «Дайте нам два дня», — сказал он.",
         "Армен Тер-Саакян", "CSTO"),
        ("en", "Sudan was invited. Sudan accused its neighbours of arming the rebels. It demanded that they stop.",
         "Sudan", "SD"),
        ("uk", "Це помилка, вважає заступник голови МЗС РФ Сергій Вершинський.", "Сергій Вершинський", "RU"),
    ],
)  # fmt: skip
def test_whose_colleague_spokesman_or_body_is_meant(language, text, speaker, actor):
    assert found(text, language)[-1][1:] == (speaker, actor)


def test_the_issuer_of_a_readout_is_not_the_other_party():
    text = (
        "Readout of Prime Minister Ferreira's call with President Okonjo\n\nLisbon, 9 February\n\n"
        "Prime Minister Duarte Ferreira spoke today with the President of Nigeria, Ifeoma Okonjo.\n\n"
        "The Prime Minister thanked the President for the release of the crew."
    )
    assert {row[1:] for row in found(text, "en")} == {("Duarte Ferreira", "PT")}
