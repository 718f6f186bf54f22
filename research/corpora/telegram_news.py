"""``telegram-news``: posts of Russian news channels, 2024 and 2025."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from research.corpora.files import read_text
from research.corpora.registry import repository

REPOSITORY = "NKTKLN/telegram-news-classifier"


def texts(documents: Iterable[str]) -> dict[str, list[str]]:
    """Give the text of posts under ``<channel>/<message>``; one text a post."""
    wanted = set(documents)
    posts = ((f"{channel}/{post['message_id']}", post["text"]) for channel, post in _posts(_channels(wanted)))
    return {document: [text] for document, text in posts if document in wanted}


def _channels(documents: Iterable[str]) -> list[str]:
    return sorted({document.split("/")[0] for document in documents})


def _posts(channels: Iterable[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    source = repository(REPOSITORY)
    for channel in channels:
        for post in json.loads(read_text(source, f"data/raw/{channel}_messages.json")):
            yield channel, post
