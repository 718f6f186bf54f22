"""Interviews as Ukrainian and Russian papers print them: a dash opens each question and each answer, nobody is named.

«— Почему Стокгольм закрыл консульство? — Не мы закрыли.» Questions and answers take turns; the answers are statements.
"""

import re

from research.reading.clean import Paragraph
from research.reading.tables import Table

_TURN = re.compile(r"^[ \t]*[–—-][ \t]+(?=\S)(.*)$", re.MULTILINE)
#: "…, — сказал министр": with an attribution a dash opens the speech of an article.
_ATTRIBUTED = re.compile(r"[,?!…]\s+[–—-]\s+(\w+)")
_FEWEST_TURNS = 4
#: Of the questions so many end in a question mark at least, of the answers so many at most.
_LEAST, _MOST = 0.6, 0.4


def answers(text: str, paragraphs: list[Paragraph], table: Table) -> list[Paragraph]:
    """Find the answers of an interview, a paragraph each, without their dashes.

    Args:
        text: the text.
        paragraphs: its prose, from ``clean``.
        table: the language table.

    Returns:
        The answers in order; none where the text is no interview.
    """
    turns = list(_TURN.finditer(text))
    if len(turns) < _FEWEST_TURNS or any(_is_attributed(turn[1], table) for turn in turns):
        return []
    asked, answered = ([turn[1].rstrip().endswith("?") for turn in turns[part::2]] for part in (0, 1))
    if sum(asked) < _LEAST * len(asked) or sum(answered) > _MOST * len(answered):
        return []
    ends = [*(turn.start() for turn in turns[2::2]), turns[-1].end()]
    found = []
    for turn, end in zip(turns[1::2], ends, strict=False):
        further = [paragraph for paragraph in paragraphs if turn.end() <= paragraph.start < end]
        found += [Paragraph(turn.start(1), turn.start(1) + len(turn[1].rstrip())), *further]
    return found


def _is_attributed(line: str, table: Table) -> bool:
    return any(word.lower() in table.cues for word in _ATTRIBUTED.findall(line))
