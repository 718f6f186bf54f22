"""Statements on their way through the reader: where they stand, and which of them may stand beside each other."""

from dataclasses import dataclass, field
from typing import NamedTuple

from research.reading.cast import NOBODY, Speaker
from research.reading.frame import is_name
from research.reading.gazetteer import Actor
from research.reading.mentions import Mention, Scene
from research.reading.segment import Sentence, Token


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
    """A statement on its way: pieces of text, and where it was found.

    ``marks`` are the quotation marks within the pieces that the reporter put.
    """

    pieces: list[tuple[int, int]]
    kind: str
    sentence: int
    source: tuple[Scene, Mention] | None = None
    gender: str = ""
    level: int = 0
    explicit: bool = True
    declined: bool = False
    marks: list[tuple[int, int]] = field(default_factory=list)
    speaker: Speaker = NOBODY
    addressees: tuple[Actor, ...] = ()
    target: set[str] = field(default_factory=set)

    @property
    def span(self) -> tuple[int, int]:
        """From the first word to the last."""
        return self.pieces[0][0], self.pieces[-1][1]

    @property
    def mention(self) -> tuple[int, int] | None:
        """Where the words stand in the text that say who speaks."""
        if self.source is None:
            return None
        scene, mention = self.source
        return scene.tokens[mention.start].start, scene.tokens[mention.end - 1].end

    def content(self, text: str) -> str:
        """Give the words said, without the reporter's quotation marks; a line break within them is a space."""
        return " ".join(self._piece(text, *piece) for piece in self.pieces).replace("\r", "").replace("\n", " ")

    def _piece(self, text: str, start: int, end: int) -> str:
        parts: list[str] = []
        for left, right in (mark for mark in self.marks if start <= mark[0] and mark[1] <= end):
            # Where a mark alone keeps two words apart, a space takes its place.
            glued = start < left and right < end and text[left - 1].isalnum() and text[right].isalnum()
            parts.extend((text[start:left], " " if glued else ""))
            start = right
        return "".join([*parts, text[start:end]])


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


def reporters_marks(tokens: Sentence, start: int, end: int) -> list[tuple[int, int]]:
    """Give where the reporter's quotation marks stand among ``tokens[start:end]``, each with the space within it.

    A name such as «Фукусіма-1» keeps its marks where it stands among other words; quotes within quotes are not tokens
    and keep theirs.
    """
    quotes = ((place, tokens[place].quote, tokens[place].text) for place in range(start, end))
    return [
        mark
        for place, quote, text in quotes
        if quote is not None and (place in (start, end - 1) or not is_name(text))
        for mark in ((quote.outer_start, quote.start), (quote.end, quote.outer_end))
        if mark[0] < mark[1]
    ]


def others_words(drafts: list[Draft]) -> list[Draft]:
    """Leave out what is nested in a statement of the same side: "the diplomat said that Vilnius demanded …"."""
    outer: dict[int, list[Draft]] = {}
    kept: list[Draft] = []
    for draft in drafts:
        if not draft.level:
            outer.setdefault(draft.sentence, []).append(draft)
        elif any(_is_own(draft, one) for one in outer.get(draft.sentence, ())):
            continue
        kept.append(draft)
    return kept


def _is_own(draft: Draft, outer: Draft) -> bool:
    within = outer.span[0] <= draft.span[0] < outer.span[1]
    return within and bool(draft.speaker.actor) and draft.speaker.actor == outer.speaker.actor
