import numpy as np
import pandas as pd
import pytest

from research.evaluation.evidence import comprehensiveness, deciding, heaviest, points_at, rank_correlation, without


def explanation(text, weights):
    words = text.split()
    starts = np.cumsum([0] + [len(word) + 1 for word in words[:-1]])
    ends = [start + len(word) for start, word in zip(starts, words, strict=True)]
    return pd.DataFrame({"word": words, "start": starts, "end": ends, "weight": weights})


@pytest.mark.parametrize(
    ("text", "weights", "shorter"),
    [
        ("Ми вимагаємо негайно вийти", [0, 3, 2, 1], "Ми  негайно вийти"),
        ("Мы «требуем» вывести войска", [0, 1, 3, 2], "Мы «требуем»  войска"),
        ("We demand withdrawal now 🙂", [0, 1, 2, 5, 0], "We demand withdrawal  🙂"),
    ],
)
def test_the_heaviest_word_is_deleted(text, weights, shorter):
    found = explanation(text, weights)
    assert without(found, text, heaviest(found, 1)) == shorter


def test_two_words_are_deleted_whatever_their_order():
    found = explanation("We demand withdrawal now", [0, 2, 0, 3])
    assert without(found, "We demand withdrawal now", heaviest(found, 2)) == "We  withdrawal "


def test_masked_words_are_left_out_of_the_correlation():
    whole = explanation("Poland demands talks now", [9, 3, 1, 2])
    masked = explanation("demands talks now", [30, 10, 20])
    assert rank_correlation(whole, masked) == 1
    assert np.isnan(rank_correlation(explanation("one two", [1, 2]), masked))


def test_comprehensiveness_is_the_fall_of_the_predicted_class():
    def probability(texts):
        return np.array([[0.9, 0.1] if "demand" in text else [0.4, 0.6] for text in texts])

    assert comprehensiveness(probability, ["we demand"], ["we "]) == pytest.approx([0.5])


def test_an_explanation_points_at_what_decides():
    text, twin = "Київ не підписав угоди.", "Київ підписав угоди."
    assert deciding(text, twin) == {"не"}
    assert points_at(explanation(text, [0, 4, 1, 1]), {"не"})
    assert not points_at(explanation(text, [0, 1, 4, 1]), {"не"})
