from datetime import date

import pytest

from research.reading import read
from research.reading.dating import date_in
from research.reading.holders import actor_of_holder
from research.reading.people import stem

SAID = {
    "uk": "За словами Туска, кордон закрито.\n",
    "ru": "По словам Туска, граница закрыта.\n",
    "en": "Tusk said the border was closed.\n",
}


@pytest.mark.parametrize("language", SAID)
@pytest.mark.parametrize(
    ("day", "actor"), [(date(2014, 3, 1), "PL"), (date(2016, 5, 12), "EU"), (date(2025, 1, 1), "PL")]
)
def test_an_office_counts_while_it_is_held(language, day, actor):
    assert read(SAID[language], language, day=day)["actor"].tolist() == [actor]


def test_without_a_date_nobody_holds_an_office():
    assert read(SAID["en"], "en")["actor"].tolist() == [""]


def test_the_words_of_the_article_win():
    text = "Polish President Mark Rutte arrived. Rutte said the border was closed.\n"
    assert read(text, "en", day=date(2025, 1, 1))["actor"].tolist() == ["PL"]


@pytest.mark.parametrize(
    ("name", "day", "actor"),
    [
        ("Sergey Lavrov", date(2022, 1, 1), "RU"),
        ("Lavrov", date(2022, 1, 1), "RU"),
        ("Pyotr Lavrov", date(2022, 1, 1), ""),
        ("Sergey", date(2022, 1, 1), ""),
        ("Xi Jinping", date(2022, 1, 1), "CN"),
        ("Costa", date(2020, 1, 1), ""),
    ],
)
def test_a_family_name_will_do_and_a_first_name_must_fit(name, day, actor):
    assert actor_of_holder([stem(word) for word in name.split()], "en", day) == actor


@pytest.mark.parametrize(
    ("head", "language", "day"),
    [
        ("Опубліковано: 05:58, 2 лютого 2025 • Читати 3 хв", "uk", date(2025, 2, 2)),
        ("12 мая 2016, 10:00", "ru", date(2016, 5, 12)),
        ("Published Nov. 12, 2025", "en", date(2025, 11, 12)),
        ("2024-09-05T10:00", "en", date(2024, 9, 5)),
        ("05.09.2024", "uk", date(2024, 9, 5)),
        ("31.02.2021, updated 1.03.2021", "en", date(2021, 3, 1)),
        ("12 people 2020", "en", None),
        ("", "ru", None),
    ],
)
def test_the_day_is_read_off_the_head(head, language, day):
    assert date_in(head, language) == day


def test_the_line_above_the_article_dates_it():
    text = "A border is closed\nPublished 12 May 2016\n\n" + SAID["en"]
    assert read(text, "en")["actor"].tolist() == ["EU"]
