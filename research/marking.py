"""A text cut up for a page: where statements begin and end, one within another, and which of its words are evidence."""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

Span = tuple[int, int]

_WORD = re.compile(r"[^\W_]+")


class Piece(NamedTuple):
    """A stretch ``text[start:end]`` of a statement; ``part`` is 0 for its first one, 1 for the next."""

    start: int
    end: int
    statement: int
    part: int


class Part(NamedTuple):
    """The next stretch of a text: first so many marks are closed, then pieces opened (outermost first), then words."""

    close: int
    opened: list[Piece]
    text: str
    is_evidence: bool


def parts(text: str, pieces: Iterable[Piece], evidence: Iterable[Span]) -> Iterator[Part]:
    """Cut a text into stretches with nested marks.

    Args:
        text: the text.
        pieces: of its statements. Where two overlap without being nested, the inner one is closed and opened again.
        evidence: the words to underline.

    Yields:
        Stretches that together are the text, and a last empty one that closes what is open.
    """
    waiting = deque(sorted((p for p in pieces if p.start < p.end), key=lambda p: (p.start, -p.end, p.statement)))
    words = sorted(set(evidence))
    bounds = {0, len(text), *(place for piece in waiting for place in piece[:2]), *(p for word in words for p in word)}
    underlined = {start for word in words for start in bounds.intersection(range(*word))}
    opened: list[Piece] = []
    for start, end in pairwise(sorted(bounds)):
        active = [piece for piece in opened if piece.end > start]
        while waiting and waiting[0].start == start:
            active.append(waiting.popleft())
        same = _common(opened, active)
        yield Part(len(opened) - same, active[same:], text[start:end], start in underlined)
        opened = active
    yield Part(len(opened), [], "", is_evidence=False)


def _common(one: Sequence[Piece], other: Sequence[Piece]) -> int:
    """Count the pieces that both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def places(text: str, pieces: Iterable[Span], content: str, words: Iterable[Span]) -> list[Span]:
    """Find words of a statement's content in the text that it was taken from.

    The content lacks the reporter's quotation marks and what stands between the pieces, but has the same words in the
    same order.

    Args:
        text: the text.
        pieces: where the statement stands in it.
        content: the statement.
        words: stretches of the content.

    Returns:
        Where the words of these stretches stand in the text; nothing where the content is not that of the pieces.
    """
    here = [match.span() for match in _WORD.finditer(content)]
    there = [match.span() for start, end in pieces for match in _WORD.finditer(text, start, end)]
    if len(here) != len(there):
        return []
    wanted = list(words)
    return [
        place
        for (a, b), place in zip(here, there, strict=True)
        if any(start <= a and b <= end for start, end in wanted)
    ]
