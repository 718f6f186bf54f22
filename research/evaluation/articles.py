"""Articles annotated with their statements, to score the reader against.

An annotated article is a text with the contents of its statements between ``⟦1⟧`` and ``⟦/1⟧`` (a quote cut in two has
two pieces of one number) and a JSON file that says of each number the kind, the speaker, the actor and the target.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_MARK = re.compile(r"⟦(/?)(\d+)⟧")
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Gold:
    """One annotated statement; ``tokens`` are the words of its content with their places in the text."""

    number: str
    kind: str
    speakers: tuple[str, ...]
    actor: str
    target: str
    patterns: tuple[str, ...]
    pieces: tuple[tuple[int, int], ...]
    tokens: frozenset[tuple[int, int]]


@dataclass(frozen=True)
class Article:
    """An annotated article: its text without the marks, its language, its statements."""

    name: str
    language: str
    text: str
    statements: tuple[Gold, ...]


def load_articles(folder: Path) -> list[Article]:
    """Load all marked articles below a folder, in the order of their paths.

    Raises:
        FileNotFoundError: where the folder holds no marked article.
        ValueError: where marks and annotation of a file disagree.
    """
    found = [load_article(path) for path in sorted(folder.rglob("*.txt")) if path.with_suffix(".json").exists()]
    if not found:
        raise FileNotFoundError(f"no marked article (NN.txt beside NN.json) below {folder}")
    return found


def load_article(path: Path) -> Article:
    """Load one marked article, ``NN.txt`` beside ``NN.json``.

    Raises:
        ValueError: where a number has no marks or no annotation, or a mark is not closed.
    """
    annotation = json.loads(path.with_suffix(".json").read_text("utf-8"))
    text, pieces = unmark(path.read_text("utf-8"))
    if set(pieces) != set(annotation["statements"]):
        raise ValueError(f"{path}: marks {sorted(pieces)} and annotations {sorted(annotation['statements'])} differ")
    gold = tuple(_gold(number, entry, pieces[number], text) for number, entry in annotation["statements"].items())
    return Article("/".join(path.parts[-2:]), annotation["language"], text, gold)


def unmark(marked: str) -> tuple[str, dict[str, list[tuple[int, int]]]]:
    """Take the marks out of a text.

    Returns:
        The text, and for each number the stretches ``(start, end)`` of it that were marked.

    Raises:
        ValueError: where a mark is closed that was not opened, or left open.

    >>> unmark("«⟦1⟧We stay⟦/1⟧», said X.")
    ('«We stay», said X.', {'1': [(1, 8)]})
    """
    parts: list[str] = []
    pieces: dict[str, list[tuple[int, int]]] = {}
    opened: dict[str, int] = {}
    place = length = 0
    for match in _MARK.finditer(marked):
        parts.append(marked[place : match.start()])
        length += match.start() - place
        place = match.end()
        closing, number = match.groups()
        if not closing:
            opened[number] = length
        elif number in opened:
            pieces.setdefault(number, []).append((opened.pop(number), length))
        else:
            raise ValueError(f"mark {match.group()} closes what was not opened")
    if opened:
        raise ValueError(f"marks {sorted(opened)} are not closed")
    return "".join([*parts, marked[place:]]), pieces


def _gold(number: str, entry: dict[str, Any], pieces: list[tuple[int, int]], text: str) -> Gold:
    return Gold(
        number=number,
        kind=entry["kind"],
        speakers=(entry["speaker"], *entry.get("also", ())),
        actor=entry["actor"],
        target=entry["target"].replace(" ", ""),
        patterns=tuple(entry.get("patterns", ())),
        pieces=tuple(pieces),
        tokens=tokens_within(text, pieces),
    )


def tokens_within(text: str, pieces: Iterable[tuple[int, int]]) -> frozenset[tuple[int, int]]:
    """Give the words of some stretches of a text, each by its place ``(start, end)``."""
    return frozenset(match.span() for start, end in pieces for match in _WORD.finditer(text, start, end))
