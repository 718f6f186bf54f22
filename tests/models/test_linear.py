import numpy as np
import pytest

from research.models import build
from research.models.linear import LinearModel

TEXTS = [
    "Дякуємо за допомогу! Дякуємо.",
    "Встреча прошла в четверг",
    "We demand that you withdraw",
    "Мы благодарим за помощь",
    "The meeting is at noon",
    "Вимагаємо вивести війська",
]
GOLD = np.array(["conciliatory", "neutral", "demanding"] * 2)
CLASSES = ("conciliatory", "neutral", "demanding")


@pytest.fixture(scope="module", params=["ngrams", "masked-ngrams", "additive"])
def pipeline(request):
    return build(request.param).fit(TEXTS, GOLD)


@pytest.fixture(scope="module")
def model(pipeline):
    return LinearModel.of({"stance": pipeline}, {"stance": CLASSES}, {"stance": 1.0})


def test_it_predicts_what_the_pipeline_it_was_taken_from_predicts(pipeline, model):
    order = [list(pipeline.classes_).index(name) for name in CLASSES]
    expected = pipeline.predict_proba(TEXTS)[:, order]
    assert np.allclose(model.probabilities(TEXTS)["stance"], expected, atol=2e-3)


def test_a_temperature_softens_but_never_changes_the_choice(pipeline, model):
    soft = LinearModel.of({"stance": pipeline}, {"stance": CLASSES}, {"stance": 3.0}).probabilities(TEXTS)["stance"]
    sharp = model.probabilities(TEXTS)["stance"]
    assert (soft.argmax(axis=1) == sharp.argmax(axis=1)).all()
    assert (soft.max(axis=1) < sharp.max(axis=1)).all()


@pytest.mark.parametrize("text", [*TEXTS, "“Дякуємо&nbsp;вам” 🙂 https://un.org, we demand!", "слово"])
@pytest.mark.parametrize("stance", CLASSES)
def test_weights_of_words_add_up_to_the_score_exactly(model, text, stance):
    frame = model.explain(text, "stance", stance)
    logits = np.log(model.probabilities([text])["stance"][0])
    score = logits[CLASSES.index(stance)] - logits.mean()
    assert frame["weight"].sum() + frame.attrs["intercept"] == pytest.approx(score, abs=1e-4)


def test_positions_point_at_the_words(model):
    text = "«Ми&nbsp;дякуємо», — сказала вона"
    frame = model.explain(text, "stance", "conciliatory")
    assert [text[a:b] for a, b in zip(frame["start"], frame["end"], strict=True)] == list(frame["word"])
    assert frame.loc[frame["weight"].idxmax(), "word"] == "дякуємо"
