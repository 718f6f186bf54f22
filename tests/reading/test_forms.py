from pathlib import Path

import pytest

from research.reading import read, read_file

BRIEFING = """title: "Press Briefing by Press Secretary Jane Doe"

James S. Brady Press Briefing Room

MS. DOE:  Good morning, everyone.  We are ready to talk to Russia.

We have said so before, and we say it again today.

Q    Thank you, Jane.  Will you meet them in Geneva?

MS. DOE:  We hope to.  (Laughter.)

(Laughter.)
"""


def test_a_briefing_is_read_by_turns_and_the_questions_left_out():
    frame = read(BRIEFING, "en")
    assert frame["speaker"].tolist() == ["Jane Doe"] * 3
    assert set(frame["kind"]) == {"direct"} and set(frame["actor"]) == {"US"}
    assert frame["target"].tolist()[0] == "RU"
    assert not frame["text"].str.contains("Geneva").any()


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("ru", "С.В.Лавров: Мы готовы к диалогу.\n\nВопрос: Когда он начнётся?\n\nС.В.Лавров: Хоть завтра утром.",
         "С.В.Лавров"),
        ("uk", "Дмитро Кулик: Ми готові до розмови.\n\nЗапитання: Коли?\n\nДмитро Кулик: Хоч завтра вранці.",
         "Дмитро Кулик"),
    ],
)  # fmt: skip
def test_turns_in_ukrainian_and_russian(language, text, speaker):
    frame = read(text, language)
    assert frame["speaker"].tolist() == [speaker] * 2


def test_a_speech_belongs_to_the_speaker_of_its_heading():
    text = (
        "Виступ Президентки Молдови Марії Левченко в парламенті\n\n"
        "Шановні колеги! Сьогодні ми робимо вибір.\nМи просимо Європейський Союз про підтримку."
    )
    frame = read(text, "uk")
    assert set(frame["actor"]) == {"MD"} and set(frame["kind"]) == {"direct"}
    assert frame["speaker"].nunique() == 1 and "Левченко" in frame["speaker"].iloc[0]


def test_read_file_reads_text_and_pages_and_refuses_the_rest(tmp_path: Path):
    good, page, bad, binary = (tmp_path / name for name in ("good.txt", "page.html", "bad.txt", "binary.txt"))
    good.write_bytes("\ufeffПривіт".encode())
    page.write_bytes('<html><meta charset="windows-1251"><p>Привет</p></html>'.encode("cp1251"))
    bad.write_bytes("Привет".encode("cp1251"))
    binary.write_bytes(b"a\0b")
    assert read_file(good) == "Привіт"
    assert "Привет" in read_file(str(page))
    for wrong in (bad, binary):
        with pytest.raises(ValueError, match="UTF-8"):
            read_file(wrong)
    with pytest.raises(FileNotFoundError):
        read_file(tmp_path / "nowhere.txt")


def test_the_briefing_behind_the_seed_article(request: pytest.FixtureRequest):
    folder = Path(__file__).parents[3] / "shared" / "corpora" / "brian14708" / "wh-briefings"
    found = sorted(folder.glob("*/press-briefings/2021-12/2021-12-02-*psaki*.md"))
    if not found:
        pytest.skip("the cache of corpora is not beside the checkout (../shared/corpora)")
    frame = read(found[0].read_text("utf-8"), "en")
    talks = frame[frame["text"].str.contains("hardly refusing to have discussions")]
    assert talks[["speaker", "actor", "target"]].to_numpy().tolist() == [["Jen Psaki", "US", "RU"]]


def test_a_report_headed_like_a_speech_and_captions_are_no_forms():
    text = (
        "Виступ міністра: підсумки\nФото: УНІАН\nФото: Рейтер\nФото: ЕПА\n\n"
        "«Ми готові», – сказав міністр оборони Данії Ларс Єнсен.\n«Ми чекаємо», – додав він.."
    )
    frame = read(text, "uk")
    assert frame["text"].tolist() == ["Ми готові", "Ми чекаємо"]
    assert set(frame["speaker"]) == {"Ларс Єнсен"}


@pytest.mark.parametrize(
    ("language", "text", "said", "speaker", "actor", "target"),
    [
        ("uk", "Відбулася телефонна розмова Президента України Івана Кравця з Президентом Франції Полем Марто.\n\n"
         "Сторони обговорили підготовку саміту. Президент подякував Франції за підтримку.",
         "подякував Франції за підтримку", "Іван Кравець", "UA", "FR"),
        ("uk", "Президент України Іван Кравець провів телефонну розмову з Президентом Франції.\n\n"
         "Глава держави закликав Париж прискорити постачання.",
         "закликав Париж прискорити постачання", "Іван Кравець", "UA", "FR"),
        ("ru", "Состоялся телефонный разговор Министра иностранных дел России Ивана Белова с главой МИД Турции.\n\n"
         "Российская сторона потребовала от Анкары разъяснений.",
         "потребовала от Анкары разъяснений", "Российская сторона", "RU", "TR"),
        ("ru", "По инициативе турецкой стороны состоялся телефонный разговор Президента России Ивана Белова с "
         "Президентом Турции.\n\nОбсуждены перспективы переговоров.",
         "Обсуждены перспективы переговоров.", "Иван Белов", "RU", "TR"),
        ("en", "The President spoke today with President Paul Marteau of France.\n\n"
         "The President underscored that the United States stands with France.",
         "the United States stands with France", "President", "US", "FR"),
    ],
)  # fmt: skip
def test_a_readout_without_a_heading_is_its_issuers(language, text, said, speaker, actor, target):
    frame = read(text, language)
    assert frame["text"].tolist() == [text.split("\n\n")[0], said]
    assert set(frame["kind"]) == {"indirect"}
    assert frame[["speaker", "actor", "target"]].to_numpy().tolist()[1] == [speaker, actor, target]


def test_what_the_other_party_of_a_readout_says_is_its_own():
    text = (
        "Readout of the Minister's call with the Foreign Minister of Georgia\n\n"
        "Norwegian Foreign Minister Siri Moe spoke with Georgian Foreign Minister Nino Beridze on Monday.\n\n"
        "Minister Beridze thanked Norway for its observers."
    )
    last = read(text, "en").iloc[-1]
    assert (last["text"], last["actor"], last["target"]) == ("thanked Norway for its observers", "GE", "NO")


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("uk", "Президент України Іван Кравець провів телефонну розмову з Президентом Франції. Про це повідомила "
         "пресслужба.\n\n«Ми вдячні Парижу», – сказав Кравець.", "Ми вдячні Парижу"),
        ("ru", "Президент России Иван Белов провёл телефонный разговор с президентом Турции, сообщили в Кремле.\n\n"
         "Белов подчеркнул, что Москва готова к диалогу.", "Москва готова к диалогу"),
        ("en", "U.S. Secretary John Reed spoke with Turkish Foreign Minister Kemal Demir on Friday, the White House "
         "said. “We urge restraint,” Reed told reporters.", "We urge restraint"),
    ],
)  # fmt: skip
def test_news_of_a_call_are_read_as_news(language, text, said):
    frame = read(text, language)
    assert said in frame["text"].tolist()
    assert text.split("\n\n")[-1] not in frame["text"].tolist()


@pytest.mark.parametrize(
    ("language", "text", "names", "actors"),
    [
        (
            "ru",
            """Министерство энергетики Республики Узбекистан
Главная / Стенограммы

СТЕНОГРАММА

Участники: Анвар Каримбаев, представитель Президента Узбекистана; Давуд Сафи, заместитель министра Афганистана.

А. Каримбаев: Мы обменялись данными о стоке. (Аплодисменты.)

Вопрос (канал «Вода»): Готов ли Кабул помочь?

Д. Сафи: Такие вопросы решает не делегация.

Количество просмотров: 12
""",
            ["Анвар Каримбаев", "Давуд Сафи"],
            {"UZ", "AF"},
        ),
        (
            "uk",
            """МЗС Литви

Учасники: Йонас Петкус, міністр закордонних справ Литви; Ален Броз, посол Хорватії.

Й. Петкус: Ми готові прийняти переговори у Вільнюсі.

Запитання: Коли?

А. Броз: Загреб підтримає це рішення без жодних умов.

Версія для людей з вадами зору
""",
            ["Йонас Петкус", "Ален Броз"],
            {"LT", "HR"},
        ),
        (
            "en",
            """Joint Press Availability

JANE M. REED, UNDER SECRETARY OF STATE OF THE UNITED STATES
BUCHAREST, ROMANIA

MODERATOR: Good afternoon. Two statements, then your questions.

UNDER SECRETARY REED: (In English) We have invited experts to come and look.

QUESTION: Is the offer still open?

UNDER SECRETARY REED: It stands as it stood in May. (Laughter.)

TAGS
Arms Control   Romania
""",
            ["Jane M. Reed"] * 2,
            {"US"},
        ),
    ],
)
def test_a_transcript_on_a_ministrys_page_is_read_by_its_turns(language, text, names, actors):
    frame = read(text, language)
    assert frame["speaker"].tolist() == names
    assert set(frame["actor"]) == actors
    assert not frame["text"].str.contains(r"\(|Arms Control|просмотр|Версія").any()
