"""Who is told to lead or to be something, and for whom that person speaks then."""

import pytest

from research.reading import read


def last(text, language):
    frame = read(text, language)
    return tuple(frame.iloc[-1][["speaker", "actor"]])


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "The African Union has sent forty observers. Its mission is led by former Zambian vice president "
         "Mutale Chanda. Chanda said the count was fair.", "Mutale Chanda"),
        ("en", "Mutale Chanda, who heads the African Union mission, arrived. Chanda said the count was fair.",
         "Mutale Chanda"),
        ("uk", "Місію Африканського союзу очолює колишній віцепрезидент Замбії Мутале Чанда. Чанда сказав, що "
         "підрахунок "
         "чесний.", "Мутале Чанда"),
        ("ru", "Миссию Африканского союза возглавляет бывший вице-президент Замбии Мутале Чанда. Чанда сказал, "
         "что подсчёт "
         "честный.", "Мутале Чанда"),
    ],
)  # fmt: skip
def test_whoever_leads_a_body_speaks_for_it(language, text, speaker):
    assert last(text, language) == (speaker, "AFU")


def test_the_head_of_a_mission_speaks_for_it_wherever_the_name_is_from():
    text = (
        "VIENNA, 29 September - The OSCE's observation mission presented its findings.\n\n"
        "The head of the mission, Austrian MP Hannelore Steger, said that the vote was free."
    )
    assert last(text, "en") == ("Hannelore Steger", "OSCE")


def test_a_former_office_counts_where_nobody_is_said_to_lead():
    assert last("Former Zambian president Mutale Chanda said the count was fair.", "en") == ("Mutale Chanda", "ZM")
