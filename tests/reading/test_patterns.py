"""Every habit of reporting speech, in each language: what is said, by whom, for whom."""

import pytest

from research.reading import read

LEADS = {
    "uk": "Міністр закордонних справ Норвегії Сіґрід Ольсен прибула до Осло.\n",
    "ru": "Министр иностранных дел Норвегии Сигрид Ольсен прибыла в Осло.\n",
    "en": "Norwegian Foreign Minister Sigrid Olsen arrived in Oslo.\n",
}

#: language, paragraph, [(kind, words that the content begins with, speaker, actor)]
CASES = [
    # verb before the name, quote with comma and dash
    ("uk", "«Кордон відкриємо в травні», – заявила Ольсен.", [("direct", "Кордон відкриємо", "Сіґрід Ольсен", "NO")]),
    ("ru", "«Границу откроем в мае», — заявила Ольсен.", [("direct", "Границу откроем", "Сигрид Ольсен", "NO")]),
    ("en", "“We shall open the border in May,” said Olsen.", [("direct", "We shall open", "Sigrid Olsen", "NO")]),
    # low-high and straight marks
    ("uk", "„Рішення ухвалено“, – сказала вона.", [("direct", "Рішення ухвалено", "Сіґрід Ольсен", "NO")]),
    ("ru", '"Решение принято", - сказала она.', [("direct", "Решение принято", "Сигрид Ольсен", "NO")]),
    ("en", '"The decision is final," she said.', [("direct", "The decision", "Sigrid Olsen", "NO")]),
    # speech opened by a dash, with an unknown verb
    ("uk", "— Ми не поступимося, — відрубала міністерка. — Крапка.", [("direct", "Ми не", "Сіґрід Ольсен", "NO")]),
    ("ru", "— Мы не уступим, — отрубила министр. — Точка.", [("direct", "Мы не", "Сигрид Ольсен", "NO")]),
    ("en", "— We will not yield, — says the minister. — Full stop.", [("direct", "We will", "Sigrid Olsen", "NO")]),
    # the attribution within the marks
    (
        "uk",
        "«Ми чекаємо, – додала Ольсен, – але недовго».",
        [("direct", "Ми чекаємо але недовго", "Сіґрід Ольсен", "NO")],
    ),
    ("ru", "«Мы ждём, – добавила Ольсен, – но недолго».", [("direct", "Мы ждём но недолго", "Сигрид Ольсен", "NO")]),
    (
        "en",
        "“We are waiting,” Olsen added, “but not long.”",
        [("direct", "We are waiting but not", "Sigrid Olsen", "NO")],
    ),
    # that-clause, and what was said goes on with a verb of its own
    (
        "uk",
        "Ольсен наголосила, що поромів буде більше, і додала, що квитки не подорожчають.",
        [("indirect", "поромів буде більше", "Сіґрід Ольсен", "NO"), ("indirect", "квитки", "Сіґрід Ольсен", "NO")],
    ),
    (
        "ru",
        "Ольсен подчеркнула, что паромов будет больше, добавив, что билеты не подорожают.",
        [("indirect", "паромов будет больше", "Сигрид Ольсен", "NO"), ("indirect", "билеты", "Сигрид Ольсен", "NO")],
    ),
    (
        "en",
        "Olsen stressed that there would be more ferries, adding that fares would not rise.",
        [("indirect", "there would be", "Sigrid Olsen", "NO"), ("indirect", "fares", "Sigrid Olsen", "NO")],
    ),
    # according to
    ("uk", "За словами Ольсен, пороми вже замовлено.", [("indirect", "пороми", "Сіґрід Ольсен", "NO")]),
    ("ru", "Паромы, по её словам, уже заказаны.", [("indirect", "Паромы уже заказаны", "Сигрид Ольсен", "NO")]),
    ("en", "The ferries, according to Olsen, are on order.", [("indirect", "The ferries are", "Sigrid Olsen", "NO")]),
    # the attribution within a clause, and an aside about the speaking
    ("uk", "Пороми, заявила Ольсен, вже замовлено.", [("indirect", "Пороми вже", "Сіґрід Ольсен", "NO")]),
    ("ru", "Паромы уже заказаны, заявила Ольсен, отвечая прессе.", [("indirect", "Паромы", "Сигрид Ольсен", "NO")]),
    ("en", "The ferries, Olsen said, are on order.", [("indirect", "The ferries are", "Sigrid Olsen", "NO")]),
    # as X put it
    ("uk", "Як зазначила Ольсен, пороми вже замовлено.", [("indirect", "пороми", "Сіґрід Ольсен", "NO")]),
    ("ru", "Как отметила Ольсен, паромы уже заказаны.", [("indirect", "паромы", "Сигрид Ольсен", "NO")]),
    ("en", "As Olsen put it, the ferries are on order.", [("indirect", "the ferries", "Sigrid Olsen", "NO")]),
    # attribution in the next sentence
    ("uk", "Пороми підуть у травні. Про це заявила Ольсен.", [("indirect", "Пороми підуть", "Сіґрід Ольсен", "NO")]),
    ("ru", "Паромы пойдут в мае. Об этом сообщила Ольсен.", [("indirect", "Паромы пойдут", "Сигрид Ольсен", "NO")]),
    ("en", "“Ferries will sail in May.” The remark came from Olsen.", [("direct", "Ferries", "Sigrid Olsen", "NO")]),
    # metonym and speech act
    ("uk", "Кремль засудив висилку дипломатів.", [("indirect", "засудив висилку", "Кремль", "RU")]),
    ("ru", "Госдеп осудил высылку дипломатов.", [("indirect", "осудил высылку", "Госдеп", "US")]),
    ("en", "Downing Street condemned the expulsions.", [("indirect", "condemned the", "Downing Street", "GB")]),
    # a body behind a preposition
    ("uk", "У МЗС Данії повідомили, що посла відкликано.", [("indirect", "посла", "МЗС Данії", "DK")]),
    ("ru", "В Кремле заявили, что посол отозван.", [("indirect", "посол отозван", "Кремль", "RU")]),
    (
        "en",
        "The Danish foreign ministry said it had recalled its envoy.",
        [("indirect", "it had", "Danish foreign", "DK")],
    ),
    # written
    ("uk", "У заяві МЗС Данії йдеться, що посла відкликано.", [("indirect", "посла", "МЗС Данії", "DK")]),
    ("ru", "В ноте МИД Дании говорится, что посол отозван.", [("indirect", "посол отозван", "МИД Дании", "DK")]),
    # declined comment
    ("uk", "Ольсен відмовилася коментувати чутки.", [("indirect", "відмовилася", "Сіґрід Ольсен", "NO")]),
    ("ru", "Ольсен не стала комментировать слухи.", [("indirect", "не стала", "Сигрид Ольсен", "NO")]),
    ("en", "Olsen declined to comment on the rumours.", [("indirect", "declined", "Sigrid Olsen", "NO")]),
    # partly quoted
    ("uk", "Ольсен назвала угоду «кроком назад».", [("mixed", "назвала угоду", "Сіґрід Ольсен", "NO")]),
    ("ru", "Ольсен считает, что договор «мёртв».", [("mixed", "договор", "Сигрид Ольсен", "NO")]),
    ("en", "Olsen said the treaty was “dead in the water”.", [("mixed", "the treaty", "Sigrid Olsen", "NO")]),
    ("en", "Olsen said “the treaty is dead in the water.”", [("mixed", "the treaty", "Sigrid Olsen", "NO")]),
    # colon
    ("uk", "Ольсен відповіла: «Ні, дякую вам».", [("direct", "Ні, дякую", "Сіґрід Ольсен", "NO")]),
    ("ru", "Ольсен ответила: «Нет, спасибо вам».", [("direct", "Нет, спасибо", "Сигрид Ольсен", "NO")]),
    ("en", "Olsen replied: “No, thank you.”", [("direct", "No, thank", "Sigrid Olsen", "NO")]),
]


@pytest.mark.parametrize(("language", "paragraph", "expected"), CASES, ids=[f"{c[0]}-{c[1][:24]}" for c in CASES])
def test_pattern(language, paragraph, expected):
    frame = read(LEADS[language] + paragraph, language)
    found = list(frame[["kind", "text", "speaker", "actor"]].itertuples(index=False, name=None))
    assert len(found) == len(expected), found
    for (kind, text, speaker, actor), (want_kind, begins, want_speaker, want_actor) in zip(
        found, expected, strict=True
    ):
        assert kind == want_kind
        assert text.startswith(begins), text
        assert want_speaker in speaker
        assert actor == want_actor


NOTHING = [
    ("uk", "Ольсен зустрілася з колегою з Данії."),
    ("ru", "Стороны обсудили паромное сообщение."),
    ("en", "The ministers discussed the ferries for two hours."),
    ("uk", "Судно «Полярна зоря» стоїть у порту."),
    ("ru", "Фильм «Северное сияние» получил приз."),
    ("ru", "Паромы уже стоят в порту, сообщает Reuters."),
    ("en", "The treaty was signed in 1994 and was rejected by parliament a year later."),
]


@pytest.mark.parametrize(("language", "paragraph"), NOTHING)
def test_narration_is_no_statement(language, paragraph):
    assert read(LEADS[language] + paragraph, language).empty


def test_reported_demand_is_nested():
    frame = read(LEADS["en"] + "Olsen said that Denmark had demanded a new inspection of the ferries.", "en")
    assert frame["level"].tolist() == [0, 1]
    assert frame["actor"].tolist() == ["NO", "DK"]


def test_bare_quote_keeps_the_speaker_of_the_paragraph_before():
    frame = read(LEADS["ru"] + "«Мы готовы», — сказала Ольсен.\n«Но время идёт. И оно не ждёт».", "ru")
    assert frame["speaker"].tolist() == ["Сигрид Ольсен"] * 2


def test_agency_names_and_entities_and_mixed_scripts_do_no_harm():
    text = LEADS["uk"] + "«Ми за NATO &amp; ЄС 🇺🇦 https://mfa.no/a?b=1», – сказала Ольсен."
    frame = read(text, "uk")
    assert frame["target"].tolist() == ["EU,NATO"]
    assert frame["text"].iloc[0].startswith("Ми за NATO &amp; ЄС")
