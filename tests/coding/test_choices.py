import pytest

from research.coding.answers import QUESTIONS
from research.coding.choices import CHOICES
from research.labels import stance_of


def test_the_page_offers_what_the_codebook_has():
    offered = {question: {choice.value for choice in choices} for question, choices in CHOICES.items()}
    assert offered == {question: set(values) for question, values in QUESTIONS.items()}


@pytest.mark.parametrize("stance", CHOICES["stance"], ids=lambda choice: choice.value)
def test_intensities_of_one_sign_agree_with_their_stance_and_have_a_digit_each(stance):
    agreeing = [choice for choice in CHOICES["intensity"] if choice.sign == stance.sign]
    assert {stance_of(int(choice.value)) for choice in agreeing} == {stance.value}
    assert len({choice.key for choice in agreeing}) == len(agreeing)


@pytest.mark.parametrize("question", ["stance", "sentiment", "confidence"])
def test_no_two_answers_share_a_digit(question):
    assert len({choice.key for choice in CHOICES[question]}) == len(CHOICES[question])
