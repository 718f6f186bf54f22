import numpy as np
import pytest

from research.evaluation.annotators import agreement
from research.evaluation.articles import Article, Gold, load_articles, unmark
from research.evaluation.articles import tokens_within as words
from research.paths import data_path

PLAIN = "Посол сказав: «Ми готові». Міністр додав, що Варшава чекає. Речник промовчав."
MARKED = "Посол сказав: «⟦1⟧Ми готові⟦/1⟧». Міністр додав, що ⟦2⟧Варшава чекає⟦/2⟧. Речник промовчав."


def article(marked, name="uk/01.txt", **changed):
    text, pieces = unmark(marked)
    told = {"kind": "direct", "speakers": ("Посол", "дипломат"), "actor": "PL", "target": "UA", **changed}
    gold = [Gold(number, patterns=(), pieces=tuple(p), tokens=words(text, p), **told) for number, p in pieces.items()]
    return Article(name, "uk", text, tuple(gold))


def test_equal_annotations_agree_in_all():
    row = agreement([article(MARKED)], [article(MARKED)]).loc["all"]
    assert row["articles"] == 1
    assert all(tuple(estimate) == (1, 1, 1) for estimate in row.drop("articles"))


def test_a_statement_of_one_annotator_alone_lowers_only_the_statements():
    one, other = article(MARKED), article(MARKED.replace("⟦2⟧", "").replace("⟦/2⟧", ""))
    for row in (agreement([one], [other]).loc["uk"], agreement([other], [one]).loc["uk"]):
        assert row["statements"].value == pytest.approx(2 / 3)
        assert row["overlap"].value == row["actor"].value == 1


def test_overlap_speaker_actor_and_target_are_of_those_that_both_marked():
    other = article(
        MARKED.replace("⟦/2⟧. Речник", ". Речник⟦/2⟧"),
        speakers=("Дипломат",),
        actor="",
        target="PL,UA",
    )
    row = agreement([article(MARKED)], [other]).loc["uk"].map(lambda cell: getattr(cell, "value", cell))
    assert row["statements"] == 1
    assert row["overlap"] == pytest.approx((1 + 2 / 3) / 2)
    assert (row["speaker"], row["actor"], row["target"]) == (1, 0, 0)


def test_kappa_is_that_of_scikit_learn():
    from sklearn.metrics import cohen_kappa_score

    kinds = [("direct", "direct"), ("direct", "mixed"), ("mixed", "mixed"), ("indirect", "mixed"), ("direct", "direct")]
    sides = [[article(MARKED, f"uk/{n}.txt", kind=pair[i]) for n, pair in enumerate(kinds)] for i in (0, 1)]
    kappa = agreement(*sides).loc["uk", "kind"]
    assert kappa.value == pytest.approx(cohen_kappa_score(*zip(*kinds, strict=True)))
    assert kappa.low < kappa.value < kappa.high


def test_other_articles_and_other_texts_are_refused():
    with pytest.raises(ValueError, match=r"uk/02\.txt"):
        agreement([article(MARKED)], [article(MARKED, "uk/02.txt")])
    with pytest.raises(ValueError, match="text of uk/01"):
        agreement([article(MARKED)], [article(MARKED + " Кінець.")])


def test_the_annotators_of_the_articles_that_ship_read_the_same_texts():
    parts = ("development", "held", "blind", "last", "fourth", "fifth", "sixth/uk")
    first = [article for part in parts for article in load_articles(data_path("articles", part))]
    table = agreement(first, load_articles(data_path("articles", "second")), resamples=20)
    assert table["articles"].to_dict() == {"en": 52, "ru": 44, "uk": 60, "all": 156}
    assert np.all([estimate.low <= estimate.value <= estimate.high for estimate in table["target"]])
