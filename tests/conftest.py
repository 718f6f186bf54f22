import os
import random
from pathlib import Path

import pytest

from research.corpora import CorpusNotFetched, load

SHARED = Path(__file__).parents[1].parent / "shared"


@pytest.fixture(scope="session")
def nonsense():
    """Gives six made-up words that no other seed gives, so that no text is a near duplicate of another."""

    def words(seed):
        draw = random.Random(seed)
        return " ".join("".join(draw.choices("бвгдклмнпрст", k=7)) for _ in range(6))

    return words


@pytest.fixture(scope="session")
def gold():
    """The gold corpus, or a visible skip where its sources are not on this machine."""
    try:
        return load("gold")
    except CorpusNotFetched as error:
        pytest.skip(str(error))


@pytest.fixture(scope="session")
def real_article():
    """A real news article, or a visible skip where it is not beside the checkout."""
    path = SHARED / "articles" / "interfax-ukraine-2021-12-02.txt"
    if not path.is_file():
        pytest.skip(f"the real article is not at {path}")
    return path


def pytest_report_header():
    return f"DETENTE_DATA: {os.environ.get('DETENTE_DATA', 'not set')}"
