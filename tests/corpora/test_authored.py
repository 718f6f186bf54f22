from itertools import chain

import numpy as np
import pytest
from sklearn.feature_extraction.text import CountVectorizer

from research.corpora import CORPORA, authored, load
from research.corpora.rows import BrokenFile
from research.labels import LANGUAGES, Sentiment, Stance
from research.paths import data_path

REGISTERS = {"briefing", "speech", "joint-text", "news", "note", "post"}
RULES = {str(number) for number in range(1, 21)}


@pytest.fixture(scope="module")
def table():
    return load("authored")


@pytest.fixture(params=LANGUAGES)
def rows(request, table):
    return table[table["language"] == request.param]


def test_the_card_gives_the_number_of_rows(table):
    assert CORPORA["authored"].card.rows == len(table)


def test_each_language_has_its_share(rows):
    assert len(rows) >= 200
    assert rows["id"].str.fullmatch(r"(uk|ru|en)-\d{3}-\d+").all()
    assert (rows["id"].str.rsplit("-", n=1).str[0] == rows["document"]).all()


def test_sentiment_does_not_give_stance_away(rows):
    cells = rows.groupby(["stance", "sentiment"]).size().unstack(fill_value=0)
    assert cells.shape == (len(Stance), len(Sentiment))
    expected = len(rows) / 9
    assert cells.stack().between(0.75 * expected, 1.25 * expected).all()
    independent = np.outer(cells.sum(axis=1), cells.sum(axis=0)) / len(rows)
    chi2 = ((cells.to_numpy() - independent) ** 2 / independent).sum()
    assert np.sqrt(chi2 / len(rows) / 2) < 0.1  # Cramér's V


def test_registers_are_spread(rows):
    shares = rows["register"].value_counts(normalize=True)
    assert set(shares.index) == REGISTERS
    assert shares.min() > 0.08


def test_intensity_uses_its_range(rows):
    assert set(rows["intensity"]) == {-2, -1, 0, 1, 2}


def test_every_rule_of_the_codebook_is_exercised(rows):
    given = [rule.split(";") for rule in rows["rule"].dropna()]
    assert {rule.strip() for rule in chain(*given)} == RULES
    assert len(given) >= 0.5 * len(rows)


def test_letters_fit_the_language(rows):
    only_ukrainian, only_russian = rows["text"].str.contains("[іїєґ]"), rows["text"].str.contains("[ыэъё]")
    shares = {"uk": (0.9, 0.02), "ru": (0.02, 0.8), "en": (0, 0)}
    language = rows["language"].iloc[0]
    if language == "uk":
        assert only_ukrainian.mean() >= shares["uk"][0] and only_russian.mean() <= shares["uk"][1]
    elif language == "ru":
        assert only_russian.mean() >= shares["ru"][1] and only_ukrainian.mean() <= shares["ru"][0]
    else:
        assert not rows["text"].str.contains("[а-яА-Я]{4}").any()


def test_no_two_statements_are_nearly_the_same(table):
    grams = CountVectorizer(analyzer="char", ngram_range=(5, 5), binary=True).fit_transform(table["text"])
    shared = (grams @ grams.T).toarray()
    sizes = shared.diagonal()
    jaccard = np.triu(shared / (sizes[:, None] + sizes - shared), 1)
    close = [(table["id"][i], table["id"][j]) for i, j in np.argwhere(jaccard > 0.35)]
    assert close == []


def test_openings_vary(rows):
    openings = rows["text"].str.lower().str.split().str[:3].str.join(" ")
    assert openings.value_counts().iloc[0] <= 0.03 * len(rows)


def test_a_row_of_another_language_is_named(monkeypatch, tmp_path):
    original = data_path("authored", "uk.csv").read_text(encoding="utf-8").splitlines()
    (tmp_path / "uk.csv").write_text("\n".join([original[0], original[1].replace(",uk,", ",ru,")]) + "\n")
    monkeypatch.setattr(authored, "data_path", lambda *parts: tmp_path / parts[-1])
    with pytest.raises(BrokenFile, match=r"uk.csv, line 2: language is not 'uk'"):
        authored.read()
