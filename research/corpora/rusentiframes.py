"""``rusentiframes``: Russian verbs, nouns and phrases with the sentiment that they convey (RuSentiFrames 2.0)."""

import json

import pandas as pd

from research.corpora.files import read_text
from research.corpora.registry import repository

REPOSITORY = "nicolay-r/RuSentiFrames"


def read() -> pd.DataFrame:
    """Read the lexicon, one row an expression.

    Returns:
        ``document`` is the frame and ``title`` its name. ``polarity`` lists who feels how about whom
        (``a0>a1:neg``: the agent is negative towards the theme), ``agent_to_theme`` is that of ``a0>a1`` alone.
    """
    frames = json.loads(read_text(repository(REPOSITORY), "collection.json"))
    rows = [
        {
            "id": f"{key}/{number}",
            "text": variant,
            "document": key,
            "title": ", ".join(frame["title"]),
            **_polarity(frame["frames"].get("polarity", [])),
        }
        for key, frame in frames.items()
        for number, variant in enumerate(frame["variants"])
    ]
    return pd.DataFrame(rows).assign(language="ru", register="lexicon")


def _polarity(relations: list[list[str]]) -> dict[str, str | None]:
    ties = {f"{holder}>{target}": sign for holder, target, sign, *_ in relations}
    return {
        "polarity": " ".join(f"{tie}:{sign}" for tie, sign in ties.items()) or None,
        "agent_to_theme": ties.get("a0>a1"),
    }
