"""What stands above an article: its headline, and in whose capital it was written."""

import re
from collections.abc import Sequence

from research.reading.clean import Paragraph
from research.reading.gazetteer import find_actors
from research.reading.segment import words

#: So much of the page before the first paragraph is looked at.
LONGEST = 400
#: A paragraph before the article is a dateline up to so many characters; a headline has at least so many words.
_DATELINE, _FEWEST_WORDS = 50, 5
_WORD = re.compile(r"[^\W_]+")
#: In the capitals of these states correspondents write about organisations.
_HOSTS = frozenset(("BE", "AT"))


def above(text: str, paragraphs: Sequence[Paragraph]) -> str:
    """Give what stands before the first paragraph; its dateline is the last line."""
    return text[: paragraphs[0].start if paragraphs else 0][-LONGEST:]


def headline(text: str, paragraphs: Sequence[Paragraph]) -> str:
    """Give the lines before the first paragraph that are longer than the name of an outlet or a section."""
    first = next((start for start, end in paragraphs if end - start > _DATELINE), 0)
    lines = text[:first][-LONGEST:].split("\n")
    return "\n".join(line for line in lines if len(line.split()) >= _FEWEST_WORDS)


def seat(text: str, paragraphs: Sequence[Paragraph], language: str) -> str:
    """Give the state whose capital the dateline names, or else the name of the outlet; nothing where neither does."""
    *lines, dateline = above(text, paragraphs).split("\n")
    for line in (dateline, *(line for line in lines if len(_WORD.findall(line)) < _FEWEST_WORDS)):
        capitals = (a.code for a in find_actors(words(line, 0, len(line)), language) if a.kind == "capital")
        if (code := next(capitals, "")) and code not in _HOSTS:
            return code
    return ""
