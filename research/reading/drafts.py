"""Statements on their way through the reader: where they stand, and which of them may stand beside each other."""

from dataclasses import dataclass, field
from typing import NamedTuple

from research.reading.cast import NOBODY, Speaker
from research.reading.mentions import Mention, Scene
from research.reading.segment import Token


class Place(NamedTuple):
    """A sentence of the article: its scene and the number of its paragraph."""

    scene: Scene
    paragraph: int

    @property
    def start(self) -> int:
        """Where the sentence begins, quotation mark included."""
        first = self.scene.tokens[0]
        return first.quote.outer_start if first.quote else first.start

    @property
    def end(self) -> int:
        """Where the sentence ends."""
        last = self.scene.tokens[-1]
        return last.quote.outer_end if last.quote else last.end


@dataclass
class Draft:
    """A statement on its way: pieces of text, and where it was found."""

    pieces: list[tuple[int, int]]
    kind: str
    sentence: int
    source: tuple[Scene, Mention] | None = None
    gender: str = ""
    level: int = 0
    explicit: bool = True
    declined: bool = False
    speaker: Speaker = NOBODY
    target: set[str] = field(default_factory=set)


def apart(drafts: list[Draft]) -> list[Draft]:
    """Put statements in the order of the text; of two that overlap without being nested, the first stays."""
    kept: list[Draft] = []
    reached = 0
    for draft in sorted(drafts, key=lambda draft: (draft.pieces[0][0], draft.level, -draft.pieces[-1][1])):
        if not draft.level and draft.pieces[0][0] < reached:
            continue
        reached = max(reached, draft.pieces[-1][1])
        kept.append(draft)
    return kept


def without_comma(token: Token) -> int:
    """Give the end of a quote without the comma before its attribution, which is not said."""
    return token.end - 1 if token.text.endswith(",") else token.end
