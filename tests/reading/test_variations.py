"""Variations of the habits of reporting: who speaks, where the words around the verb mislead."""

import pytest

from research.reading import read

LEADS = {
    "uk": (
        "Литва і Білорусь знову сперечаються через кулі\n\n"
        "Міністр Литви Кястутіс Будріс прибув до сейму. Речниця МЗС Білорусі Анна Вірська провела брифінг у Мінську.\n"
    ),
    "ru": (
        "Литва и Беларусь снова спорят о шарах\n\n"
        "Министр Литвы Кястутис Бурдис прибыл в сейм. Представитель МИД Беларуси Анна Вирская провела брифинг.\n"
    ),
    "en": (
        "Lithuania and Belarus at odds over balloons\n\n"
        "Lithuanian Foreign Minister Kestutis Burdis went to parliament. "
        "Belarus foreign ministry spokeswoman Anna Virskaya briefed reporters in Minsk.\n"
    ),
}

#: language, paragraph, words that the content begins with, speaker, actor
CASES = [
    # whoever is cited speaks, not who cites
    ("uk", "«Ми хочемо тиші», – цитує Вірську агентство.", "Ми хочемо", "Анна Вірська", "BY"),
    ("ru", "«Мы хотим тишины», — цитирует Вирскую агентство.", "Мы хотим", "Анна Вирская", "BY"),
    ("en", "“We want quiet,” the agency quoted Virskaya as saying.", "We want", "Anna Virskaya", "BY"),
    # a gerund between the subject and its verb
    ("uk", "Вірська, коментуючи заяву Будріса, додала, що Мінськ чекає.", "Мінськ чекає", "Анна Вірська", "BY"),
    ("ru", "Вирская, комментируя слова Бурдиса, добавила, что Минск ждёт.", "Минск ждёт", "Анна Вирская", "BY"),
    ("uk", "Міністр, відповідаючи, чи готовий Мінськ, сказав: «Ні, не готовий».", "Ні, не", "Кястутіс Будріс", "LT"),
    ("ru", "Министр, отвечая, готов ли Минск, сказал: «Нет, не готов».", "Нет, не", "Кястутис Бурдис", "LT"),
    ("en", "Asked if Minsk was ready, the minister said: “No, never.”", "No, never", "Kestutis Burdis", "LT"),
    # a gerund that reports, behind a verb that does not
    ("uk", "Мінськ відкликав посла, заявивши, що кулі – провокація.", "кулі", "Мінськ", "BY"),
    ("ru", "Минск отозвал посла, заявив, что шары — провокация.", "шары", "Минск", "BY"),
    ("en", "Minsk recalled its envoy, saying the balloons were a provocation.", "the balloons were", "Minsk", "BY"),
    # the clause first, then who said it
    ("uk", "Мінськ чекає від Вільнюса вибачень, сказала Вірська.", "Мінськ чекає", "Анна Вірська", "BY"),
    ("ru", "Минск ждёт от Вильнюса извинений, уверяет Вирская.", "Минск ждёт", "Анна Вирская", "BY"),
    ("en", "Minsk expects an apology from Vilnius, Virskaya said.", "Minsk expects", "Anna Virskaya", "BY"),
    # as X announced, with a verb that can be an act by itself
    ("uk", "Як повідомила пресслужба МЗС Литви, посла викликали.", "посла викликали", "пресслужба МЗС Литви", "LT"),
    ("ru", "Как сообщила пресс-служба МИД Литвы, посла вызвали.", "посла вызвали", "пресс-служба МИД Литвы", "LT"),
    # those who stay unnamed
    ("uk", "Литовський дипломат на умовах анонімності сказав, що час є.", "час є", "Литовський дипломат", "LT"),
    ("ru", "Источник в литовском правительстве сообщил, что время есть.", "время есть", "Источник в литовском", "LT"),
    ("en", "A Lithuanian diplomat said there was time.", "there was time", "Lithuanian diplomat", "LT"),
    ("en", "“There is time,” a source at the Lithuanian ministry told the agency.", "There is time", "source at", "LT"),
    # a body in the name of an office
    ("uk", "Ян Гулевич, голова Держкомкордону Білорусі, заперечив причетність.", "заперечив", "Ян Гулевич", "BY"),
    ("ru", "Ян Гулевич, замглавы Госпогранкомитета Беларуси, опроверг это.", "опроверг", "Ян Гулевич", "BY"),
    ("en", "Jan Hulevich, deputy head of Belarus’s State Border Committee, denied it.", "denied", "Jan Hulevich", "BY"),
    ("uk", "Не готова й Польща, каже глава її МЗС Радослав Сікорський.", "Не готова", "Радослав Сікорський", "PL"),
    # in the nominative
    ("uk", "За інформацією литовського міністерства, впало сім куль.", "впало", "литовське міністерство", "LT"),
    ("ru", "По информации литовского министерства, упало семь шаров.", "упало", "литовское министерство", "LT"),
    # whose words they are
    ("uk", "Слова Будріса прокоментувала Вірська: «Це шантаж».", "Це шантаж", "Анна Вірська", "BY"),
    ("ru", "Слова Бурдиса прокомментировала Вирская: «Это шантаж».", "Это шантаж", "Анна Вирская", "BY"),
    # what begins like the furniture of a page
    ("uk", "Підписавши ноту, Будріс додав, що час є.", "час є", "Кястутіс Будріс", "LT"),
    ("ru", "Подписав ноту, Бурдис добавил, что время есть.", "время есть", "Кястутис Бурдис", "LT"),
    ("en", "Commenting on the note, Burdis said there was time.", "there was time", "Kestutis Burdis", "LT"),
    # predicatives, idioms and names of things
    ("uk", "У Мінську переконані, що Вільнюс блефує.", "Вільнюс", "Мінськ", "BY"),
    ("ru", "В Минске убеждены, что Вильнюс блефует.", "Вильнюс", "Минск", "BY"),
    ("uk", "У відповідь Вільнюс запропонував зустріч.", "запропонував", "Вільнюс", "LT"),
    ("ru", "В ответ Вильнюс предложил встречу.", "предложил", "Вильнюс", "LT"),
    ("uk", "У своєму Telegram-каналі Будріс написав: «Небо закрите».", "Небо", "Кястутіс Будріс", "LT"),
    ("ru", "В своём Telegram-канале Бурдис написал: «Небо закрыто».", "Небо", "Кястутис Бурдис", "LT"),
    ("en", "“The sky is closed,” reads Burdis’s post on Facebook.", "The sky", "Kestutis Burdis", "LT"),
    ("en", "“We,” he said, “will not yield.”", "We will not", "Kestutis Burdis", "LT"),
    ("en", "According to documents seen by the paper, Minsk knew.", "Minsk knew", "documents seen by the paper", ""),
    ("en", "Virskaya rejected the charge, calling it “a fairy tale”.", "rejected the charge, calling", "Anna", "BY"),
    ("en", "Minsk is also calling for a new inquiry.", "calling for a new", "Minsk", "BY"),
    ("en", "Mr Karas and Ms Virskaya say more time is needed.", "more time is", "Anna Virskaya", "BY"),
    ("en", "3. “We are ready,” Virskaya said.", "We are ready", "Anna Virskaya", "BY"),
    ("en", "Minsk made it clear that there would be no concessions.", "there would be", "Minsk", "BY"),
]


@pytest.mark.parametrize(("language", "paragraph", "begins", "speaker", "actor"), CASES, ids=[c[1][:30] for c in CASES])
def test_variation(language, paragraph, begins, speaker, actor):
    frame = read(LEADS[language] + paragraph, language)
    (row,) = frame.itertuples()
    assert row.text.startswith(begins)
    assert speaker in row.speaker
    assert row.actor == actor


@pytest.mark.parametrize(
    ("language", "paragraph"),
    [
        ("uk", "Будріс виступив у сеймі."),
        ("ru", "Бурдис выступил в сейме."),
        ("uk", "Вірська вийшла до журналістів, не сказавши, що буде далі."),
        ("ru", "Вирская вышла к журналистам, не сказав, что будет дальше."),
        ("en", "Virskaya said goodbye to reporters."),
    ],
)
def test_what_says_nothing_is_no_statement(language, paragraph):
    assert read(LEADS[language] + paragraph, language).empty


@pytest.mark.parametrize(
    ("language", "paragraph", "target"),
    [
        ("uk", "Генсек НАТО Марк Рютте закликав сторони до діалогу.", "BY,LT"),
        ("ru", "Генсек НАТО Марк Рютте призвал стороны к диалогу.", "BY,LT"),
        ("en", "NATO Secretary General Mark Rutte urged both sides to talk.", "BY,LT"),
        ("uk", "Будріс подякував Польщі за допомогу проти Білорусі.", "PL"),
        ("ru", "Бурдис поблагодарил Польшу за помощь.", "PL"),
        ("en", "Burdis thanked Poland for its help against Belarus.", "PL"),
        ("uk", "Всесвітня організація охорони здоров'я повідомила, що хворих немає.", ""),
        ("ru", "Всемирная организация здравоохранения сообщила, что больных нет.", ""),
        ("en", "The World Health Organization said nobody was ill.", ""),
    ],
)
def test_target(language, paragraph, target):
    assert read(LEADS[language] + paragraph, language)["target"].tolist() == [target]
