import os
import random
from pathlib import Path

import pytest

from research.corpora import load

#: What may lie beside a checkout: a filled cache of the foreign corpora, and real articles.
SHARED = Path(__file__).parents[1].parent / "shared"
CACHE = Path(os.environ.get("DETENTE_DATA") or SHARED / "corpora")


def _cache_or_skip():
    if not CACHE.is_dir():
        pytest.skip(f"needs the foreign corpora: {CACHE} is absent (DETENTE_DATA names another place)")
    return CACHE.resolve()


@pytest.fixture
def fetched(monkeypatch):
    """The foreign corpora, where this machine has them; a visible skip where it has not."""
    monkeypatch.setenv("DETENTE_DATA", str(_cache_or_skip()))
    return CACHE


@pytest.fixture(scope="session")
def gold():
    """The gold corpus, or a visible skip where its sources are not on this machine."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DETENTE_DATA", str(_cache_or_skip()))
        return load("gold")


@pytest.fixture(scope="session")
def real_article():
    """A real news article, or a visible skip where it is not beside the checkout."""
    path = SHARED / "articles" / "interfax-ukraine-2021-12-02.txt"
    if not path.is_file():
        pytest.skip(f"the real article is not at {path}")
    return path


@pytest.fixture(scope="session")
def nonsense():
    """Gives six made-up words that no other seed gives, so that no text is a near duplicate of another."""

    def words(seed):
        draw = random.Random(seed)
        return " ".join("".join(draw.choices("бвгдклмнпрст", k=7)) for _ in range(6))

    return words
