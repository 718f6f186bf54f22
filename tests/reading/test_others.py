"""Who is meant where the article does not say it in one phrase: offices without a state, unnamed roles, refusals."""

import pytest

from research.reading import read


def found(text, language):
    frame = read(text, language)
    return list(zip(frame["text"], frame["speaker"], frame["actor"], strict=True))


@pytest.mark.parametrize(
    ("language", "text", "said", "speaker", "actor"),
    [
        ("en", "Spain, whose company owns the ship, demanded an apology.", "demanded an apology", "Spain", "ES"),
        ("ru", "Испания, чья компания владеет судном, призвала Нуакшот отпустить экипаж.", "призвала", "Испания", "ES"),
        (
            "uk",
            "Іспанія, чия компанія володіє судном, закликала Нуакшот відпустити екіпаж.",
            "закликала",
            "Іспанія",
            "ES",
        ),
        ("en", "London, however, called on Iceland to wait.", "called on Iceland to wait", "London", "GB"),
        ("ru", "В Москве, напротив, посоветовали «не драматизировать».", "посоветовали", "Москва", "RU"),
        ("uk", "У Варшаві, навпаки, порадили «не драматизувати».", "порадили", "Варшава", "PL"),
        ("ru", "Между тем министр Иванов призвал Францию отменить пошлины.", "призвал Францию", "Иванов", "FR"),
    ],
)
def test_the_subject_is_found_behind_an_aside(language, text, said, speaker, actor):
    ((content, name, code),) = found(text, language)
    assert content.startswith(said)
    assert name == speaker
    assert code == actor or speaker == "Иванов"


@pytest.mark.parametrize(
    ("language", "text", "content"),
    [
        ("en", "The Kremlin would not be drawn on the talks.", "would not be drawn on the talks"),
        ("en", "The Kremlin would not say if the sum could be revised.", "would not say if the sum could be revised"),
        ("ru", "В Кремле комментировать ход консультаций не стали.", "комментировать ход консультаций не стали"),
        ("uk", "Єврокомісія від коментарів щодо позову утрималася.", "від коментарів щодо позову утрималася"),
    ],
)
def test_refusals_in_other_words_and_orders_are_declined_comments(language, text, content):
    frame = read(text, language)
    assert frame["text"].tolist() == [content]
    assert frame["declined"].all()
    assert set(frame["target"]) == {""}


@pytest.mark.parametrize(
    ("language", "text", "actor"),
    [
        ("en", "WELLINGTON, 5 May (AP) — Japan has sent a ship. The foreign minister said that it was wrong.", "NZ"),
        ("en", "VIENNA, 5 May (AP) — Japan has sent a ship. The foreign minister said that it was wrong.", "JP"),
        ("ru", "РИГА, 5 мая — Обрыв в зоне Швеции подтверждён. Министр обороны заявил, что связь работает.", "LV"),
        ("ru", "РИГА, 5 мая — Швеция ответила. Министр обороны страны заявил, что связь работает.", "SE"),
        ("uk", "РИГА, 5 травня — Швеція відповіла. Міністр оборони заявив, що зв’язок працює.", "LV"),
        ("uk", "РИГА, 5 травня — Швеція відповіла. Тамтешній міністр оборони заявив, що зв’язок працює.", "SE"),
    ],
)
def test_an_office_without_a_state_is_of_where_the_article_was_written_unless_it_says_otherwise(language, text, actor):
    assert [code for _, _, code in found(text, language)] == [actor]


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        (
            "ru",
            "Глава делегации Японии Кэндзи Мори заявил, что запасы выросли. Министр рыболовства Кирибати возразил, что "
            "рыба ушла. Министр добавил, что острова бедны.",
            "Министр рыболовства Кирибати",
        ),
        (
            "en",
            "Japanese envoy Kenji Mori said that stocks had grown. The fisheries minister of Kiribati replied that the "
            "fish had left. The minister added that the islands were poor.",
            "fisheries minister of Kiribati",
        ),
        (
            "uk",
            "Голова делегації Японії Кендзі Морі заявив, що запаси зросли. Міністр рибальства Кірибаті заперечив, що "
            "риба пішла. Міністр додав, що острови бідні.",
            "Міністр рибальства Кірибаті",
        ),
    ],
)
def test_a_role_that_nobody_named_holds_is_taken_up_again(language, text, speaker):
    said = found(text, language)
    assert [name for _, name, _ in said][1:] == [speaker, speaker]
    assert said[-1][2] == "KI"


def test_offices_with_other_fields_are_others():
    text = (
        "Министр иностранных дел Венесуэлы Луис Пикон потребовал объяснений. В Боготе довольны. Министр юстиции "
        "сообщил, что банкира доставят к концу месяца."
    )
    assert found(text, "ru")[-1][1:] == ("Министр юстиции", "CO")


def test_what_follows_the_end_of_a_transcript_is_an_article():
    text = """Briefing by Spokeswoman Jane Reed of the State Department

QUESTION: Will you answer?
MS. REED: We will answer in our own time, and in full.
QUESTION: When?
MS. REED: I have told you when we will.

END OF TRANSCRIPT

After the briefing, French Foreign Minister Paul Roche said that Paris was content.
"""
    said = found(text, "en")
    assert [actor for _, _, actor in said] == ["US", "US", "FR"]
    assert said[-1][:2] == ("Paris was content", "Paul Roche")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "KINGSTON, Nov 3 - Jamaica has asked Canada for a date. The embassy declined to comment."),
        ("uk", "КІНГСТОН, 3 листопада. Ямайка попросила Канаду про дату. У посольстві відмовилися від коментарів."),
        ("ru", "КИНГСТОН, 3 ноября. Ямайка попросила Канаду о дате. В посольстве отказались от комментариев."),
    ],
)
def test_an_embassy_without_a_state_is_not_of_where_the_article_was_written(language, text):
    assert list(read(text, language)["actor"]) == ["JM", "CA"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "KINGSTON, Nov 3 - Canada's labour department is late. A spokesman for the department said so on Monday.",
        ),
        ("en", "KINGSTON, Nov 3 - Canada's labour department is late. The department said it was sorry."),
        ("uk", "ВІЛЬНЮС. Посольство Канади зачинене. Речниця посольства сказала, що це тимчасово."),
        ("ru", "ВИЛЬНЮС. Посольство Канады закрыто. Представитель посольства сказал, что это временно."),
    ],
)
def test_a_body_named_again_keeps_its_actor(language, text):
    assert set(read(text, language)["actor"]) == {"CA"}
