import numpy as np
import pandas as pd
import pytest

from research.evaluation.splits import Split, grouped, guarded, published


def table(documents, texts=None, split=None):
    n = len(documents)
    return pd.DataFrame(
        {
            "document": documents,
            "text": texts or [f"{i} " * 9 for i in range(n)],
            "stance": ["neutral", "demanding"] * (n // 2),
            "split": split,
        }
    )


def test_every_row_is_tested_once_and_no_document_is_on_both_sides():
    rows = table([f"d{i // 4}" for i in range(80)])
    tested = []
    for train, test, _ in grouped(rows, "stance", 5, seed=1):
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


def test_training_rows_whose_text_is_tested_are_dropped_even_if_only_nearly_the_same():
    texts = [
        *("Слава Україні!", "Так.", "We will respond with further measures if the attacks on the port go on."),
        *("слава  україні", "Ні.", "We will respond with further measures if the attacks on this port go on!"),
    ]
    (split,) = published(table(list("abcdef"), texts, ["train"] * 3 + ["test"] * 3), "stance", 0, 0)
    assert split.train.tolist() == [1]
    assert split.test.tolist() == [3, 4, 5]


def test_a_corpus_without_a_published_split_says_so():
    with pytest.raises(ValueError, match=r"has the splits \[\]; expected train and test"):
        next(published(table(["a", "b"]), "stance", 0, 0))
