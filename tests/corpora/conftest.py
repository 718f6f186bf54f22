import hashlib
import os
from pathlib import Path

import pytest

from research.corpora.registry import Pinned, Repository

ROOT = Path(__file__).parents[2]
CACHE = Path(os.environ.get("DETENTE_DATA") or ROOT.parent / "shared" / "corpora")


@pytest.fixture(scope="session")
def kept_tables(tmp_path_factory):
    return tmp_path_factory.mktemp("tables")


@pytest.fixture(autouse=True)
def _own_tables(kept_tables, monkeypatch):
    """Tests share kept tables among themselves, and leave the user's alone."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(kept_tables))


@pytest.fixture
def fetched(monkeypatch):
    """The foreign corpora, where this machine has them."""
    if not CACHE.is_dir():
        pytest.skip(f"needs the foreign corpora: {CACHE} is absent (DETENTE_DATA names another place)")
    monkeypatch.setenv("DETENTE_DATA", str(CACHE.resolve()))
    return CACHE


@pytest.fixture
def cache(monkeypatch, tmp_path):
    """An empty cache of its own."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("DETENTE_DATA", str(folder))
    return folder


@pytest.fixture
def pinned():
    """Makes a repository of given contents, as if the registry had pinned them."""

    def make(contents: dict[str, bytes]) -> Repository:
        files = {path: Pinned(hashlib.sha256(body).hexdigest(), len(body)) for path, body in contents.items()}
        return Repository("owner/name", "c0ffee", files)

    return make
