import pandas as pd
import pytest

from research.corpora import load
from research.evaluation.contamination import (
    between_splits,
    clean,
    contamination,
    duplicates,
    normalised,
    similarity,
)

UK = "Ми готові до переговорів у будь-якому форматі, щойно замовкнуть гармати."
RU = "Мы ждём от соседей письменных гарантий и приостанавливаем участие в комиссии."
EN = "We will reopen the consulate in May — and we thank the host city for its patience."


@pytest.fixture
def loaded(fetched):
    """Loads a corpus, or skips visibly where it is not on this machine."""
    return load


def table(texts, split=None):
    ids = [f"{split or 'row'}-{number}" for number in range(len(texts))]
    return pd.DataFrame({"id": ids, "text": texts, "split": split})


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (UK, "exact"),
        (UK.upper().replace(".", "!!"), "normalised"),
        (f"«{RU}»", "normalised"),
        (EN.replace("—", "-").replace("thank", "THANK"), "normalised"),
        (EN.replace("May", "ﬁve May"), "near"),
        (RU.replace("письменных", "твёрдых письменных"), "near"),
        (UK.replace("щойно", "тільки-но"), "near"),
    ],
)
def test_each_kind_of_duplicate_is_found(text, kind):
    found = duplicates([text], [RU, EN, UK])
    assert found["kind"].tolist() == [kind]
    assert found["similarity"].between(0.7, 1).all()


@pytest.mark.parametrize(
    "text",
    [UK[: len(UK) // 2], "Нам нічого додати.", "", "🕊️", EN.replace("consulate", "bridge over the northern river")],
)
def test_what_differs_is_no_duplicate(text):
    assert duplicates([text], [RU, EN, UK]).empty


def test_the_plainest_and_closest_match_is_reported():
    found = duplicates([UK], [UK.upper(), UK.replace("щойно", "коли"), UK])
    assert found.loc[0].to_dict() == {"position": 0, "match": 2, "kind": "exact", "similarity": 1.0}
    found = duplicates([UK], [UK.replace("щойно замовкнуть", "коли стихнуть"), UK.replace("щойно", "коли")])
    assert found["match"].tolist() == [1]


def test_similarity_is_symmetric_and_bounded():
    assert similarity(UK, UK.upper()) == 1
    assert similarity(UK, EN) == 0
    assert similarity(UK, UK[:40]) == similarity(UK[:40], UK)


def test_short_texts_are_compared_too():
    assert duplicates(["Ні."], ["ні"])["kind"].tolist() == ["normalised"]
    assert duplicates(["Так"], ["Ні"]).empty


@pytest.mark.parametrize("threshold", [0, 0.2, 1.1])
def test_a_threshold_out_of_range_is_named(threshold):
    with pytest.raises(ValueError, match=f"threshold is {threshold}; expected above 0.2 and at most 1"):
        duplicates([UK], [UK], threshold)


def test_nothing_against_nothing():
    assert duplicates([], [UK]).empty and duplicates([UK], []).empty


def test_rows_are_named_and_the_clean_ones_kept():
    test, train = table([UK, RU.upper(), EN], "test"), table([RU, UK], "train")
    report = contamination(test, train)
    assert report["id"].tolist() == ["test-0", "test-1"]
    assert report["match"].tolist() == ["train-1", "train-0"]
    assert clean(test, train)["id"].tolist() == ["test-2"]


def test_splits_are_compared_both_ways():
    both = pd.concat([table([UK, EN], "train"), table([UK.upper()], "test")], ignore_index=True)
    assert between_splits(both)[["split", "other", "id"]].to_numpy().tolist() == [
        ["train", "test", "train-0"],
        ["test", "train", "test-0"],
    ]
    assert between_splits(table([UK])).empty


def test_normalised_text_has_letters_and_digits_only():
    assert normalised("Резолюція № 2202_(2015)… ｆｕｌｌ") == "резолюція no 2202 2015 full"


def unique(table, split=None):
    rows = table if split is None else table[table["split"] == split]
    return rows["text"].drop_duplicates().tolist()


def test_showcase_plover_gold_stands_in_the_test_part_of_plv(loaded):
    records, plv = loaded("plover-gold"), loaded("plv")
    found = contamination(records, plv[plv["split"] == "test"])
    assert (len(records), len(found)) == (322, 316)


def test_showcase_half_of_plv_train_stands_in_cameo_class(loaded):
    found = duplicates(unique(loaded("plv"), "train"), unique(loaded("cameo-class"), "train"))
    assert found["kind"].value_counts().to_dict() == {"exact": 466, "near": 70, "normalised": 70}


def test_showcase_two_thirds_of_rusentne_dev_stand_in_its_train(loaded):
    table = loaded("rusentne")
    dev = unique(table, "dev")
    found = duplicates(dev, unique(table, "train"))
    assert len(dev) == 2144
    assert (found["kind"] == "exact").sum() == 1463


def test_showcase_umuc_holds_the_sentences_of_unscon(loaded):
    found = duplicates(unique(loaded("unscon")), unique(loaded("umuc")))
    assert len(found) / len(unique(loaded("unscon"))) > 0.9


def test_gold_test_is_not_in_gold_train(loaded):
    table = loaded("gold")
    contaminated = contamination(table[table["split"] == "test"], table[table["split"] == "train"])
    assert set(contaminated["kind"]) == {"near"}
    assert len(contaminated) == 14
