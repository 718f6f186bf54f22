import subprocess
import sys

import numpy as np
import pandas as pd
import pytest
from datasets import Dataset

from research import Sentiment, Stance, load_predictor, read_article
from research.inputs import UnsupportedLanguage

STATEMENTS = {
    "uk": ("Дякуємо партнерам за підтримку.", "Ми вимагаємо негайно вивести війська з нашої землі."),
    "ru": ("Благодарим партнёров за поддержку.", "Мы требуем немедленно вывести войска."),
    "en": ("We thank our partners for their support.", "We demand that Russia immediately withdraw its troops."),
}


@pytest.fixture(scope="module")
def predictor():
    return load_predictor()


@pytest.mark.parametrize("language", STATEMENTS)
def test_plain_cases_in_each_language(predictor, language):
    assert list(predictor.predict(list(STATEMENTS[language]))) == [Stance.CONCILIATORY, Stance.DEMANDING]


@pytest.mark.parametrize(
    "texts",
    [
        STATEMENTS["uk"][0],
        list(STATEMENTS["uk"]),
        pd.Series(STATEMENTS["uk"], index=["a", "b"]),
        np.array(STATEMENTS["uk"]),
        Dataset.from_dict({"text": list(STATEMENTS["uk"])})["text"],
        (text for text in STATEMENTS["uk"]),
    ],
    ids=["string", "list", "series", "array", "dataset column", "generator"],
)
def test_what_is_taken(predictor, texts):
    stances = predictor.predict(texts)
    assert stances[0] == "conciliatory"
    assert isinstance(stances[0], Stance)


def test_rows_of_probabilities_sum_to_one_and_agree_with_the_prediction(predictor):
    texts = [text for pair in STATEMENTS.values() for text in pair]
    probability = predictor.predict_proba(texts)
    assert probability.shape == (6, 3)
    assert np.allclose(probability.sum(axis=1), 1)
    assert [list(Stance)[i] for i in probability.argmax(axis=1)] == list(predictor.predict(texts))


def test_the_frame_agrees_with_itself(predictor):
    texts = pd.Series([text for pair in STATEMENTS.values() for text in pair], index=list("abcdef"))
    frame = predictor.predict_frame(texts)
    assert list(frame.index) == list("abcdef")
    assert list(frame["language"]) == ["uk", "uk", "ru", "ru", "en", "en"]
    assert (
        np.sign(frame["intensity"]) == frame["stance"].map({"conciliatory": 1, "neutral": 0, "demanding": -1})
    ).all()
    assert set(frame["sentiment"]) <= set(Sentiment)
    assert np.allclose(frame[["p_conciliatory", "p_neutral", "p_demanding"]].max(axis=1), frame["stance_probability"])
    assert frame["sentiment_probability"].between(1 / 3, 1).all()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("«Ми вимагаємо&nbsp;негайно вивести війська» 🙂 https://un.org", {"вимагаємо", "негайно"}),
        ("Мы требуем “немедленно” вывести войска!", {"требуем", "немедленно"}),
        ("We demand that they immediately withdraw…", {"demand", "immediately", "withdraw"}),
    ],
)
def test_explanations_point_at_words_that_weighed(predictor, text, words):
    frame = predictor.explain(text)
    assert frame.attrs["stance"] == "demanding"
    assert [text[a:b] for a, b in zip(frame["start"], frame["end"], strict=True)] == list(frame["word"])
    assert set(frame.nlargest(3, "weight")["word"]) & words


def test_only_one_text_is_explained(predictor):
    with pytest.raises(TypeError, match="expected one text, got list"):
        predictor.explain(["We agree.", "Ми згодні."])
    assert len(predictor.explain("Wir sind bereit, we agree", language="en")) == 5


def test_an_explanation_of_another_stance(predictor):
    frame = predictor.explain(STATEMENTS["en"][1], "conciliatory")
    assert frame["weight"].sum() < 0
    with pytest.raises(ValueError, match="stance is 'friendly'; expected one of conciliatory, neutral, demanding"):
        predictor.explain("We agree.", "friendly")


@pytest.mark.parametrize(
    ("texts", "error", "message"),
    [
        ("", ValueError, "text 0 is ''; expected words"),
        (["We agree.", "  \n"], ValueError, "text 1 is"),
        ("🙂🙂", ValueError, "text 0 is '🙂🙂'; expected words"),
        ("123", ValueError, "expected words"),
        ([], ValueError, "there are no texts"),
        (None, TypeError, "expected a list of texts, got NoneType"),
        (3.5, TypeError, "got float: '3.5'"),
        (b"We agree.", TypeError, "got bytes"),
        (["We agree.", None], TypeError, "text 1 is None"),
        (pd.DataFrame({"text": ["We agree."]}), TypeError, "got DataFrame; pass one column"),
        ({"a": "We agree."}, TypeError, "got dict; pass one column"),
        ("We \ud800 agree.", ValueError, "lone surrogate"),
        (["We agree.", float("nan")], TypeError, "text 1 is nan"),
        ("а" * 10_000_000, ValueError, "10,000,000 characters"),
        ("Wir sind zu Gesprächen ohne Vorbedingungen bereit.", UnsupportedLanguage, "none of Ukrainian, Russian and"),
    ],
)
@pytest.mark.parametrize("method", ["predict", "predict_proba"])
def test_bad_input_is_named(predictor, method, texts, error, message):
    with pytest.raises(error, match=message):
        getattr(predictor, method)(texts)


def test_a_foreign_row_of_a_frame_is_kept_empty_and_named(predictor):
    texts = ["We agree.", "Wir sind zu Gesprächen ohne Vorbedingungen bereit.", "Мы согласны."]
    with pytest.warns(UserWarning, match="1 of 3 texts are in none of .* \\(text 1\\)"):
        frame = predictor.predict_frame(texts)
    assert list(frame["stance"].isna()) == [False, True, False]
    assert frame.loc[1, "text"] == texts[1]


def test_the_language_may_be_said(predictor):
    assert len(predictor.predict("Danke, we agree: Gespräche ohne Vorbedingungen.", language="en")) == 1
    with pytest.raises(ValueError, match="language is 'de'; expected one of uk, ru, en"):
        predictor.predict("Danke", language="de")


def test_an_article_gives_the_promised_columns(predictor):
    text = "«Ми готові до переговорів», – заявив речник МЗС Литви Йонас Каваляускас у п’ятницю."
    frame = read_article(text)
    promised = [
        "start",
        "end",
        "text",
        "kind",
        "speaker",
        "actor",
        "target",
        "language",
        "stance",
        "stance_probability",
    ]
    assert {*promised, "sentiment", "sentiment_probability"} <= set(frame.columns)
    row = frame.iloc[0]
    assert text[row["start"] : row["end"]] == row["text"] == "Ми готові до переговорів"
    assert (row["actor"], row["kind"]) == ("LT", "direct")


def test_the_real_article_reads_as_a_person_reads_it(real_article):
    frame = read_article(real_article.read_text(encoding="utf-8"))
    assert set(frame["speaker"]) == {"Джен Псакі", "Сергій Лавров", "Володимир Путін"}
    assert dict(zip(frame["speaker"], frame["actor"], strict=True)) == {
        "Джен Псакі": "US",
        "Сергій Лавров": "RU",
        "Володимир Путін": "RU",
    }
    declined = frame[frame["text"].str.startswith("не стала коментувати")]
    assert declined[["speaker", "stance"]].to_numpy().tolist() == [["Джен Псакі", "neutral"]]
    assert not frame["text"].str.contains('"').any()
    everything = " ".join(frame["text"])
    assert not any(clutter in everything for clutter in ("хв читати", "ЩЕ ЗА ТЕМОЮ", "Укргідрометцентр", "РЕКЛАМА"))
    assert frame["stance_probability"].between(1 / 3, 1).all()


def test_an_article_without_statements_gives_an_empty_frame_with_all_columns(predictor):
    frame = read_article("Погода. У четвер дощ, у п’ятницю сонячно.")
    assert frame.empty
    assert "sentiment_probability" in frame.columns


@pytest.mark.parametrize(
    ("text", "error", "message"),
    [
        (None, TypeError, "an article is a string, got NoneType"),
        (b"<p>", TypeError, "got bytes"),
        ("", ValueError, "the article is ''; expected words"),
        ("🙂 – 15", ValueError, "expected words"),
        ("a" * 10_000_000, ValueError, "has 10,000,000 characters; accepted are at most 6,000,000"),
        ("Wir sind bereit, sagte der Minister am Freitag in Berlin.", UnsupportedLanguage, "the text is in none of"),
    ],
)
def test_an_article_that_cannot_be_read_is_named(text, error, message):
    with pytest.raises(error, match=message):
        read_article(text)


def test_saving_and_loading_keeps_the_predictions(predictor, tmp_path):
    predictor.save(tmp_path / "model", card="# Card\n")
    texts = list(STATEMENTS["ru"])
    assert np.array_equal(load_predictor(tmp_path / "model").predict_proba(texts), predictor.predict_proba(texts))


def test_prediction_pays_for_nothing_but_prediction():
    program = (
        "import sys; from research import load_predictor; load_predictor().predict('We agree.');"
        "heavy = ('matplotlib', 'datasets', 'dask', 'torch', 'trafilatura', 'pymorphy3', 'sklearn');"
        "print([module for module in heavy if module in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_it_abstains_below_the_confidence_asked_for(predictor):
    texts = ["We demand that the blockade be lifted at once.", "The delegations met on Thursday."]
    probability = predictor.predict_proba(texts).max(axis=1)
    between = probability.mean()
    answers = predictor.predict(texts, min_confidence=between)
    assert [answer is None for answer in answers] == [value < between for value in probability]
    with pytest.raises(ValueError, match=r"min_confidence is 1.5; expected 0 to 1"):
        predictor.predict(texts, min_confidence=1.5)
