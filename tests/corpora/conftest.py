import hashlib

import pytest

from research.corpora.registry import Pinned, Repository


@pytest.fixture(scope="session")
def kept_tables(tmp_path_factory):
    return tmp_path_factory.mktemp("tables")


@pytest.fixture(autouse=True)
def _own_tables(kept_tables, monkeypatch):
    """Tests share kept tables among themselves, and leave the user's alone."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(kept_tables))


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
