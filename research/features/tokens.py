"""Where the words of a text are, and the form in which features see them.

Shared by every feature so that what was counted can be pointed at in the text that was given.
"""

import html
import re
from typing import NamedTuple

#: A word (with its apostrophes and hyphens) or a mark that carries tone; besides these, a link or an HTML entity.
_WORD = re.compile(r"[^\W_]+(?:[’'ʼ`-][^\W_]+)*|[!?…]+")
_TOKEN = re.compile(r"https?://\S+|www\.\S+|&#?\w{1,8};|" + _WORD.pattern)
_LINK = ("http://", "https://", "www.")
_APOSTROPHE = re.compile("[’'`]")
_DIGIT = re.compile(r"\d+")
#: Whatever number it is.
NUMBER = "0"
#: Longer "words" are encoded data or keyboard noise; their tail says nothing.
LONGEST_WORD = 40
_READ = 2 * LONGEST_WORD


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
        form = normal_form(match.group()[:_READ])
        if form:
            found.append(Token(match.start(), match.end(), form))
    return found


def words(text: str) -> list[str]:
    """Give the words of a text as they are written, the same that ``tokens`` finds.

    >>> words("«Ні» — and that&rsquo;s it. https://un.org")
    ['Ні', 'and', 'that', 's', 'it']
    """
    # Hardly any text has links or entities.
    if "&" in text or "://" in text or "www." in text:
        return list(filter(normal_form, (word[:_READ] for word in _TOKEN.findall(text))))
    return [word[:_READ] for word in _WORD.findall(text)]


def normal_form(word: str) -> str:
    """Give the form in which features see a word, empty where it is a link or an entity that is no letter."""
    if word.isalpha():
        return word.casefold()[:LONGEST_WORD]
    if word.startswith(_LINK):
        return ""
    if word.startswith("&"):
        word = html.unescape(word)
        if not word.isalpha():
            return ""
    return _DIGIT.sub(NUMBER, _APOSTROPHE.sub("ʼ", word.casefold()))[:LONGEST_WORD]
