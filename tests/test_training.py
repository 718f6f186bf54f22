import numpy as np
import pandas as pd
import pytest

from research.statements import statement_table
from research.training import HEADS, temperature, train, weights


@pytest.fixture
def table(nonsense):
    """72 rows in 24 documents: plain demands, thanks and facts."""
    languages = {
        "uk": "Вимагаємо війська {} Дякуємо",
        "ru": "Требуем войска {} Благодарим",
        "en": "We demand {} Thanks",
    }
    rows = []
    for language, words in languages.items():
        demand, thanks = words.split(" {} ")
        for i in range(24):
            sign = (-1, 0, 1)[i % 3]
            text = f"{(demand, 'х', thanks)[i % 3]} {nonsense(f'{language}{i}')}"
            rows.append(
                {
                    "id": f"{language}{i}",
                    "text": text,
                    "language": language,
                    "corpus": "gold",
                    "document": f"d{i}",
                    "stance": ("demanding", "neutral", "conciliatory")[i % 3],
                    "intensity": sign * (1 + i // 3 % 2),
                    "sentiment": ("negative", "neutral", "positive")[i % 3],
                }
            )
    return statement_table(pd.DataFrame(rows))


def test_a_trained_model_knows_every_label_and_what_it_was_shown(table):
    rows = table
    probabilities = train(rows).model.probabilities(list(rows["text"]))
    assert {label: found.shape for label, found in probabilities.items()} == {
        label: (72, len(classes)) for label, classes in HEADS.items()
    }
    guess = np.array(HEADS["stance"])[probabilities["stance"].argmax(axis=1)]
    assert (guess == rows["stance"].to_numpy(str)).mean() > 0.9


def test_training_is_repeatable(table):
    first, second = (train(table, seed=1) for _ in range(2))
    assert np.array_equal(first.model.heads["stance"].weights, second.model.heads["stance"].weights)


def test_a_row_without_a_label_is_named(table):
    rows = table
    rows.loc[5, "sentiment"] = None
    with pytest.raises(ValueError, match="row 'uk5' lacks one of the labels"):
        train(rows)


def test_within_a_language_classes_weigh_the_same_and_authored_rows_four_times(table):
    rows = table.iloc[:23]
    rows = rows[~((rows["language"] == "uk") & (rows["stance"] == "neutral") & (rows.index > 6))].reset_index(drop=True)
    sums = pd.Series(weights(rows, "stance")).groupby(rows["stance"].astype(str)).sum()
    assert np.allclose(sums, sums.iloc[0])
    assert np.allclose(weights(rows.assign(corpus="authored"), "stance"), 4 * weights(rows, "stance"))


def test_temperature_finds_how_overconfident_logits_are():
    draw = np.random.default_rng(0)
    logits = draw.normal(size=(4000, 3))
    truth = np.array([draw.choice(3, p=np.exp(row) / np.exp(row).sum()) for row in logits])
    assert temperature(logits, truth) == pytest.approx(1, abs=0.1)
    assert temperature(logits * 4, truth) == pytest.approx(4, rel=0.1)
