import os
import shutil
import time

import pandas as pd
import pytest

from research.corpora import load
from research.corpora.registry import repository
from research.corpora.rows import BrokenFile
from research.corpora.tables import kept

TABLE = pd.DataFrame({"id": pd.array(["a", None], "string"), "n": pd.array([1, None], "Int64")})


@pytest.fixture
def tables(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "detente" / "tables"


@pytest.fixture
def source(tmp_path):
    file = tmp_path / "source.txt"
    file.write_text("Сторони")
    return file


def forbidden():
    raise AssertionError("built again")


def test_a_kept_table_is_the_built_one(tables, source):
    assert kept("x", [source], lambda: TABLE).equals(TABLE)
    again = kept("x", [source], forbidden)
    assert again.equals(TABLE) and (again.dtypes == TABLE.dtypes).all()


def test_a_changed_source_is_read_again(tables, source):
    kept("x", [source], lambda: TABLE)
    os.utime(source, ns=(0, 0))
    assert len(kept("x", [source], lambda: TABLE.head(1))) == 1
    assert len(list(tables.iterdir())) == 1  # the old table is gone


def test_tables_of_similar_names_are_kept_apart(tables, source):
    kept("x.strict", [source], lambda: TABLE)
    kept("x", [source], lambda: TABLE.head(1))
    assert kept("x.strict", [source], forbidden).equals(TABLE)


def test_a_broken_kept_table_is_built_anew(tables, source):
    kept("x", [source], lambda: TABLE)
    next(tables.iterdir()).write_bytes(b"no arrow")
    assert kept("x", [source], lambda: TABLE).equals(TABLE)


def test_a_cache_that_cannot_be_written_costs_only_time(tmp_path, monkeypatch, source):
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert kept("x", [source], lambda: TABLE).equals(TABLE)


def test_a_second_load_takes_less_than_a_second(fetched):
    for name in ("gold", "wh-briefings", "polnear"):
        load(name)
        start = time.perf_counter()
        load(name)
        assert time.perf_counter() - start < 1


def test_a_kept_table_does_not_hide_a_changed_file(fetched, cache, monkeypatch, tables):
    source = repository("linatal/UNSCon")
    shutil.copytree(fetched / source.name, cache / source.name)
    first = load("unscon")
    file = source.place("data/conflict_annotations_sentences.csv")
    file.chmod(0o644)
    with file.open("r+b") as content:
        content.seek(200)
        content.write(b"X")
    with pytest.raises(BrokenFile, match=r"conflict_annotations_sentences.csv, line 1: does not have the pinned"):
        load("unscon")
    assert len(first) == 2377
