import hashlib
import re

import pytest

from research.corpora import as_dataset, gold, load, trainable, umuc
from research.corpora.files import read_text
from research.corpora.registry import repository
from research.corpora.rows import parse_rows, read_rows
from research.paths import data_path


@pytest.fixture
def table(fetched):
    return load("gold")


def labels():
    return {split: read_rows(data_path("gold", f"{split}.csv"), gold.COLUMNS) for split in ("train", "test")}


def test_the_labels_are_all_there_without_any_text():
    parts = labels()
    assert {split: len(rows) for split, rows in parts.items()} == {"train": 14429, "test": 750}
    assert parts["test"]["stance"].value_counts().to_dict() == {"neutral": 402, "demanding": 244, "conciliatory": 104}
    assert "text" not in parts["train"] and parts["train"]["sha1"].str.fullmatch("[0-9a-f]{40}").all()


def test_the_splits_share_no_document():
    parts = {
        split: set(rows["document"].str.removesuffix("/en").str.removesuffix("/uk")) for split, rows in labels().items()
    }
    assert not parts["train"] & parts["test"]


def test_votes_give_the_label():
    rows = labels()["test"]
    letters = rows["stance_votes"].map(lambda votes: max(votes, key=votes.count))
    named = letters.map({"C": "conciliatory", "N": "neutral", "D": "demanding"})
    decided = rows["stance_votes"].map(lambda votes: len(set(votes)) < 3)
    assert (named == rows["stance"])[decided].all()


def test_every_row_is_found_and_its_hash_is_that_of_its_label(table):
    assert table.shape[0] == 15179
    sums = {id_: sha for rows in labels().values() for id_, sha in zip(rows["id"], rows["sha1"], strict=True)}
    found = table.set_index("id")["text"].map(lambda text: hashlib.sha1(text.encode()).hexdigest())
    assert found.to_dict() == sums


def test_first_and_last_row(table):
    assert table["id"].iloc[0] == "re413e11e2da" and table["id"].iloc[-1] == labels()["test"]["id"].iloc[-1]
    assert table["language"].value_counts().to_dict() == {"uk": 5250, "ru": 5229, "en": 4700}


def test_columns_are_filled_where_the_sources_know_them(table):
    filled = table.notna().groupby(table["repository"]).mean()
    assert filled.loc["brian14708/wh-briefings", ["date", "speaker", "register", "weight", "confidence"]].eq(1).all()
    assert filled.loc["nicolay-r/RuSentRel", ["date", "speaker"]].eq(0).all()
    assert table["date"].dropna().str.fullmatch(r"\d{4}-\d\d-\d\d").all()
    assert table["context"].notna().mean() > 0.8


def test_the_context_ends_before_the_statement_and_is_not_part_of_it(table):
    addresses = table[(table["repository"] == "Amice13/resistinua") & table["context"].notna()].head(200)
    assert not any(text in context for text, context in zip(addresses["text"], addresses["context"], strict=True))


def test_a_speech_and_its_translation_are_one_document(table):
    languages = table[table["repository"] == "Amice13/resistinua"].groupby("document")["language"].nunique()
    assert (languages == 2).sum() == 68


def test_splits_are_selected(fetched):
    assert len(load("gold", split="test")) == 750
    with pytest.raises(ValueError, match=r"gold has no split 'dev'; it has \['train', 'test'\]"):
        load("gold", split="dev")
    assert {split: part.num_rows for split, part in as_dataset("gold").items()} == {"train": 14429, "test": 750}


def test_rows_without_a_licence_do_not_train_a_shipped_model(table):
    assert table["licence"].isna().sum() == 41
    assert set(table["repository"][table["licence"].isna()]) == {umuc.REPOSITORY}
    assert len(trainable(table)) == 15179 - 41


def test_rows_with_the_licence_of_unscon_stand_there_with_the_same_words(table):
    path = "data/conflict_annotations_sentences.csv"
    unscon = parse_rows(read_text(repository("linatal/UNSCon"), path), path, ("sentence_text",))
    there = set(unscon["sentence_text"].map(letters))
    found = table[table["repository"] == umuc.REPOSITORY].set_index("licence")["text"].map(letters)
    assert found["CC-BY-SA"].isin(there).all()
    assert not found[found.index.isna()].isin(there).any()


def letters(text):
    return re.sub(r"\W+", "", text).lower()


def test_a_label_that_points_elsewhere_is_named(fetched, monkeypatch):
    rows = labels()["train"].head(1).assign(start="5424")
    monkeypatch.setattr(gold, "_labels", lambda split: rows)
    with pytest.raises(
        ValueError, match="gold, re413e11e2da: its text is not at 5424 in Amice13/resistinua, -4F3XDkqDhY/en"
    ):
        gold.read()


def test_a_label_of_a_document_that_is_not_there_is_named(fetched, monkeypatch):
    rows = labels()["train"].head(1).assign(document="nothing/uk")
    monkeypatch.setattr(gold, "_labels", lambda split: rows)
    with pytest.raises(
        ValueError, match="gold, re413e11e2da: its text is not at 5425 in Amice13/resistinua, nothing/uk"
    ):
        gold.read()
