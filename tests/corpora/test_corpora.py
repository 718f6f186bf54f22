import subprocess
import sys

import pytest

from research.corpora import CORPORA, Corpus, CorpusNotFetched, as_dataset, corpus, load, names, trainable
from research.statements import validate


def foreign():
    return [name for name in names() if CORPORA[name].card.sources]


def test_the_package_does_not_import_datasets():
    code = "import sys, research.corpora; print('datasets' in sys.modules, 'matplotlib' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["False", "False"]


def test_an_unknown_name_is_answered_with_the_known_ones():
    with pytest.raises(ValueError, match=r"there is no corpus 'reuters'; there are .*'authored', 'gold'"):
        load("reuters")


def test_hyphen_and_underscore_count_as_the_same():
    assert corpus("Gold") is CORPORA["gold"]


def test_names_and_cards_agree():
    assert all(entry.card.name == name for name, entry in CORPORA.items())


@pytest.mark.parametrize("name", foreign())
def test_without_its_files_a_corpus_says_what_to_run(cache, name):
    with pytest.raises(CorpusNotFetched, match=f"'{name}' is not on this machine.*make data.*corpora fetch {name}"):
        load(name)
    assert not cache.exists()


def test_a_corpus_that_is_half_there_counts_as_absent(cache, pinned, monkeypatch):
    source = pinned({"a.txt": b"a", "b.txt": b"b"})
    source.folder.mkdir(parents=True)
    (source.folder / "a.txt").write_bytes(b"a")
    monkeypatch.setattr(Corpus, "repositories", [source])
    with pytest.raises(CorpusNotFetched, match=r"1 of its files are missing .*first: owner/name/c0ffee/b.txt"):
        load("gold")


def test_authored_loads_everywhere(cache):
    table = load("authored")
    validate(table)
    assert set(table["language"]) == {"uk", "ru", "en"}
    assert set(table["licence"]) == {"CC-BY-4.0"}


def test_a_split_that_is_not_there_is_named():
    with pytest.raises(ValueError, match=r"authored has no split 'dev'; it has \[\]"):
        load("authored", split="dev")


def test_as_dataset_keeps_rows_and_types():
    parts = as_dataset("authored")
    assert list(parts) == ["train"]
    assert parts["train"].num_rows == len(load("authored"))
    assert parts["train"].features["intensity"].dtype == "int64"


def test_a_corpus_for_benchmarks_is_refused_for_training(monkeypatch):
    table = load("authored")
    assert len(trainable(table)) == len(table)
    closed = table.assign(licence="")
    assert trainable(closed).empty
    monkeypatch.setattr("research.corpora.card.Card.trainable", False)
    with pytest.raises(ValueError, match=r"must not train a model that is shipped: \{'authored': 'training'\}"):
        trainable(table)
