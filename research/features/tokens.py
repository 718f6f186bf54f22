"""Where the words of a text are, and the form in which features see them.

Shared by every feature so that what was counted can be pointed at in the text that was given.
"""

import html
import re
from functools import lru_cache
from typing import NamedTuple

#: A link, an HTML entity, a word (with its apostrophes and hyphens), or a mark that carries tone.
_TOKEN = re.compile(r"(?P<link>https?://\S+|www\.\S+)|(?P<entity>&#?\w{1,8};)|[^\W_]+(?:[’'ʼ`-][^\W_]+)*|[!?…]+")
_APOSTROPHE = re.compile("[’'`]")
_DIGIT = re.compile(r"\d+")
#: Longer "words" are encoded data or keyboard noise; their tail says nothing.
LONGEST_WORD = 40


class Token(NamedTuple):
    """A word: ``text[start:end]`` in the text given, and its normal form."""

    start: int
    end: int
    form: str


def tokens(text: str) -> list[Token]:
    """Find the words of a text.

    Digits become ``0``, apostrophes one character, letters small. Links are left out, for they tell where a text was
    published and not what it says; so is an HTML entity that stands for a space or a mark.

    >>> [token.form for token in tokens("Об’єднані&nbsp;Нації: 15 днів! https://un.org")]
    ['обʼєднані', 'нації', '0', 'днів', '!']
    """
    found = []
    for match in _TOKEN.finditer(text):
        form = _form(match.group()[: LONGEST_WORD * 2], match.lastgroup)
        if form:
            found.append(Token(match.start(), match.end(), form))
    return found


@lru_cache(maxsize=1 << 16)
def _form(word: str, kind: str | None) -> str:
    if kind == "link":
        return ""
    if kind == "entity":
        word = html.unescape(word)
        if not word.isalpha():
            return ""
    return _DIGIT.sub("0", _APOSTROPHE.sub("ʼ", word.casefold()))[:LONGEST_WORD]
