import numpy as np
import pandas as pd
import pytest

from research.evaluation.splits import Split, grouped, guarded, published


def table(documents, texts=None, split=None):
    n = len(documents)
    return pd.DataFrame(
        {
            "document": documents,
            "text": texts or [f"text {i}" for i in range(n)],
            "stance": ["neutral", "demanding"] * (n // 2),
            "split": split,
        }
    )


def test_every_row_is_tested_once_and_no_document_is_on_both_sides():
    rows = table([f"d{i // 4}" for i in range(80)])
    tested = []
    for train, test in grouped(rows, "stance", 5, seed=1):
        assert not set(rows["document"].iloc[train]) & set(rows["document"].iloc[test])
        tested += list(test)
    assert sorted(tested) == list(range(80))


def test_the_seed_decides_the_folds():
    rows = table([f"d{i // 2}" for i in range(40)])
    first, again, other = (next(grouped(rows, "stance", 4, seed)).test for seed in (1, 1, 2))
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)


def test_more_folds_than_documents_are_refused():
    with pytest.raises(ValueError, match="folds is 5; expected 2 to 2"):
        next(grouped(table(["a", "a", "b", "b"]), "stance", 5, 0))


def test_a_document_on_both_sides_is_refused_by_name():
    with pytest.raises(ValueError, match="document 'a' is in the training and in the test part"):
        guarded(table(["a", "a"]), Split(np.array([0]), np.array([1])))


def test_a_training_row_whose_text_is_tested_is_dropped():
    rows = table(
        ["a", "b", "c", "d"], ["Слава Україні!", "Так.", "слава  україні", "Ні."], ["train", "train", "test", "test"]
    )
    (split,) = published(rows, "stance", 0, 0)
    assert split.train.tolist() == [1]
    assert split.test.tolist() == [2, 3]


def test_a_corpus_without_a_published_split_says_so():
    with pytest.raises(ValueError, match=r"has the splits \[\]; expected train and test"):
        next(published(table(["a", "b"]), "stance", 0, 0))
