"""``telegram-news``: posts of Russian news channels, August 2023 to December 2024."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

import pandas as pd

from research.corpora.files import read_text
from research.corpora.plain import plain
from research.corpora.registry import repository

REPOSITORY = "NKTKLN/telegram-news-classifier"

_FOLDER, _ENDING = "data/raw/", "_messages.json"


def texts(documents: Iterable[str]) -> dict[str, list[str]]:
    """Give the text of posts under ``<channel>/<message>``; one text a post."""
    wanted = set(documents)
    channels = sorted({document.split("/")[0] for document in wanted})
    return {key: [post["text"]] for key, post in _posts(channels) if key in wanted}


def read() -> pd.DataFrame:
    """Read the posts; ``category`` is what a language model of the source took them for (political, it, weather …)."""
    files = [path for path in repository(REPOSITORY).files if path.startswith(_FOLDER)]
    channels = sorted(path.removeprefix(_FOLDER).removesuffix(_ENDING) for path in files)
    rows = pd.DataFrame([_row(key, post) for key, post in _posts(channels)])
    return rows.assign(document=rows["id"], language="ru", register="post")


def _row(key: str, post: dict[str, Any]) -> dict[str, str]:
    return {
        "id": key,
        "text": plain(post["text"]),
        "date": post["date"][:10],
        "speaker": post["channel"],
        "category": post["category"],
    }


def _posts(channels: Iterable[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    source = repository(REPOSITORY)
    for channel in channels:
        for post in json.loads(read_text(source, f"{_FOLDER}{channel}{_ENDING}")):
            yield f"{channel}/{post['message_id']}", post
