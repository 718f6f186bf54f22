"""Text of the sources without mark-up, as the positions of the stand-off labels count it."""

import re

_LINK = re.compile(r"\[([^\]]*)\]\(([^)]*)\)")
_MARKUP = re.compile(r"[*_`#>|]+")
_SPACE = re.compile(r"\s+")
_EMPTY_LINE = re.compile(r"\n\s*\n")
_LETTER = re.compile(r"\w")

# A sentence ends at its mark, with the quotes and brackets that close after it, before a space.
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'»”’)\]]*\s+")

#: How far back, in characters, the sentence before a statement is looked for.
_REACH = 500


def plain(text: str) -> str:
    """Take the mark-up out of a text: links become their label, marks and white space one space.

    >>> plain("**Ми** [готові](https://example.org) до  діалогу.")
    'Ми готові до діалогу.'
    """
    return _SPACE.sub(" ", _MARKUP.sub(" ", _LINK.sub(r"\1", text))).strip()


def sentence_before(text: str, start: int) -> str:
    """Give the sentence that ends where a statement starts; empty at the start of the text.

    It is found by punctuation alone, at most 500 characters back: enough to resolve a pronoun, and cheap.

    Args:
        text: a text without mark-up.
        start: position of the statement.

    >>> sentence_before("Переговори тривають. «Чи є надія?» Так.", 35)
    '«Чи є надія?»'
    """
    before = text[max(0, start - _REACH) : start].rstrip()
    ends = [match.end() for match in _SENTENCE_END.finditer(before)]
    return before[ends[-1] :] if ends else before


def paragraphs(text: str) -> list[str]:
    r"""Split a text at its empty lines and take the mark-up out; what has no letter or digit is left out.

    >>> paragraphs("**Українці!**\n\n***\n\nДо  діалогу\nготові.")
    ['Українці!', 'До діалогу готові.']
    """
    blocks = (plain(block) for block in _EMPTY_LINE.split(text))
    return [block for block in blocks if _LETTER.search(block)]
