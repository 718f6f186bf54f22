import csv

import pytest

from research.paths import data_path
from research.reading.gazetteer import actor_name, codes_in, find_actors
from research.reading.segment import words


@pytest.mark.parametrize(
    ("language", "text", "codes"),
    [
        ("uk", "Речниця Держдепу приїхала до Саудівської Аравії", ["US", "SA"]),
        ("uk", "українсько-російські переговори", ["UA", "RU"]),
        ("uk", "у Києві та Вашингтоні", ["UA", "US"]),
        ("uk", "позиція М'янми та Кот-д’Івуару", ["MM", "CI"]),
        ("ru", "послы Эстонии в Соединённых Штатах", ["EE", "US"]),
        ("ru", "заявили в Белом доме и на Даунинг-стрит", ["US", "GB"]),
        ("ru", "Совет Безопасности ООН", ["UN"]),
        ("ru", "немецкий и польский министры", ["DE", "PL"]),
        ("en", "Kenya's envoy told the U.N. and the U.S. delegation", ["KE", "UN", "US"]),
        ("en", "the North Korean and South Korean ministers", ["KP", "KR"]),
        ("en", "tell us who did it", []),
        ("en", "the WHO and US officials", ["WHO", "US"]),
        ("uk", "штаб NATO у Брюсселі", ["NATO", "EU"]),
        ("uk", "речниця Софія Гайдук у Софії", ["BG"]),
        ("ru", "София и министр София Гайдук", ["BG"]),
        ("en", "Sofia Marques called Sofia", ["BG"]),
    ],
)
def test_actors_in_text(language, text, codes):
    assert codes_in(text, language) == codes


def test_every_state_is_known_by_name_in_the_three_languages():
    with data_path("actors", "states.csv").open(encoding="utf-8") as file:
        codes = [row["code"] for row in csv.DictReader(file)]
    assert len(codes) == len(set(codes)) > 190
    unnamed = {(code, language) for code in codes for language in ("uk", "ru", "en") if not actor_name(code, language)}
    assert {code for code, _ in unnamed} <= {"CD", "CG", "HK"}, unnamed
    lost = []
    for language in ("uk", "ru", "en"):
        for code in codes:
            name = actor_name(code, language)
            if name and code not in codes_in(name, language):
                lost.append((code, language, name))
    assert not lost


def test_a_metonym_keeps_its_nominative():
    text = "в Білому домі"
    actor = find_actors(words(text, 0, len(text)), "uk")[0]
    assert (actor.term, actor.kind) == ("Білий дім", "seat")
