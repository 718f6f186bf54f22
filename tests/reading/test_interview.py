"""Interviews in which dashes open questions and answers."""

import pytest

from research.reading import read

TEXTS = {
    "uk": """Посол Швеції в Україні Юган Лінд: «Двері ми не замикали»

— Пане посол, чому Стокгольм закрив консульство?
— Не ми закрили. Нас попросили піти.
— Хто попросив?
— Ті, хто не любить гостей.

І ще одне: ми повернемося.
— У Мінську кажуть, що це дзеркальна відповідь. Це так?
— У дзеркала зазвичай є те, що воно відбиває.

Лінд також розповів, що в Осло поділяють його побоювання.
""",
    "ru": """Посол Швеции в России Юхан Линд: «Дверь мы не запирали»

— Господин посол, почему Стокгольм закрыл консульство?
— Не мы закрыли. Нас попросили уехать.
— Кто попросил?
— Те, кто не любит гостей.

И ещё одно: мы вернёмся.
— В Минске говорят, что это зеркальный ответ. Это так?
— У зеркала обычно есть то, что оно отражает.

Линд также рассказал, что в Осло разделяют его опасения.
""",
}


@pytest.mark.parametrize("language", TEXTS)
def test_the_answers_of_an_interview_are_those_of_whom_the_heading_names(language):
    frame = read(TEXTS[language], language)
    assert frame["kind"].tolist() == ["direct"] * 4 + ["indirect"]
    assert set(frame["actor"]) == {"SE"}
    assert len(set(frame["speaker"])) == 1
    assert not any(text.startswith(("—", "–")) or text.endswith("?") for text in frame["text"])


def test_dashes_with_an_attribution_make_no_interview():
    text = (
        "Міністерка Литви прибула до Києва.\n\n— Ми допоможемо, — сказала вона.\n— Коли? — запитав міністр.\n"
        "— Завтра, — відповіла міністерка.\n— Дякуємо, — сказав він.\n"
    )
    assert len(read(text, "uk")) > 2
    assert "Ми допоможемо" in set(read(text, "uk")["text"].str.strip(" ,"))
