"""Whose verb it is, and whether it is a verb at all."""

import pytest

from research.reading import read


@pytest.mark.parametrize(
    "text",
    [
        "In critical swing states like Colorado that share is likely to be higher.",
        "Her decision inevitably raises questions about what she might be concealing.",
        "The arrest of a fisherman sparked violent protests in both ports last week.",
        "The talks brought other challenges for both sides and a few new demands.",
    ],
)
def test_nouns_that_look_like_verbs_are_none(text):
    assert [who for who in read(text, "en")["speaker"] if who] == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Iran's foreign ministry repeatedly claims that it complied.", "Iran's foreign ministry"),
        ("China, which has two bases there, demands that the ships leave.", "China"),
        ("Senator Mark Hale (D-Va.) said he had fought for the bill.", "Mark Hale"),
        ("Talks broke down, two days after Iceland accused Norway of overfishing.", "Iceland"),
        ("While Kyiv welcomed the plan, Moscow stayed silent.", "Kyiv"),
    ],
)
def test_the_subject_is_found(text, speaker):
    assert read(text, "en")["speaker"].tolist() == [speaker]


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("en", "After Baku threatened to close the border, Yerevan urged calm.",
         [("threatened to close the border", "AZ"), ("urged calm", "AM")]),
        ("uk", "Після того як Баку пригрозив закрити кордон, Єреван закликав до спокою.",
         [("пригрозив закрити кордон", "AZ"), ("закликав до спокою", "AM")]),
        ("ru", "Когда Баку пригрозил закрыть границу, Ереван призвал к спокойствию.",
         [("пригрозил закрыть границу", "AZ"), ("призвал к спокойствию", "AM")]),
        ("en", "Iran's minister thanked Oman for its help and noted that Tehran was ready.",
         [("thanked Oman for its help", "IR"), ("Tehran was ready", "IR")]),
    ],
)  # fmt: skip
def test_each_clause_has_its_own_subject(language, text, said):
    frame = read(text, language)
    assert frame["text"].tolist() == [words for words, _ in said]
    assert frame["actor"].tolist() == [actor for _, actor in said]
