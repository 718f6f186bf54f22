"""Paragraph -> sentences of tokens, a quote standing as one token.

Sentences are found on the tokens, so that a full stop within quotation marks ends no sentence outside them.
"""

import re
from collections.abc import Container
from typing import NamedTuple

from research.reading.quotes import Quote

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[A-Z]\.[A-Z]\.?|No\. ?10|n['’]t\b|[^\W_]+(?:[-'’ʼ‑.][^\W_]+)*\+?|[^\w\s]|_+")
# fmt: off
_ABBREVIATIONS = frozenset(
    [
        "mr", "mrs", "ms", "dr", "prof", "gen", "sen", "rep", "gov", "lt", "col", "sgt", "capt", "st", "jr",
        "sr", "rev", "hon", "adm", "maj", "amb", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept",
        "oct", "nov", "dec", "vs", "inc", "ltd", "co", "corp", "no", "u.s", "u.k", "u.n", "e.g", "i.e", "est",
        "р", "рр", "ст", "м", "обл", "тис", "млн", "млрд", "грн", "ім", "о", "с", "г", "гг", "т", "е", "д", "кв",
        "вул", "просп", "див", "ч", "гр", "ін", "н", "ред", "пр", "тов", "тыс", "руб", "им", "ул", "корр", "др",
        "пп", "стр", "долл", "чел", "вв", "ок", "проф", "акад", "дол", "зв", "ген", "полк", "засн", "осн", "дж",
        "хв", "заст", "зам", "напр",
    ]
)
# fmt: on
#: Abbreviations that often end a sentence: "и т. д."
_FINAL = frozenset(("д", "п", "др", "ін", "грн", "руб", "чел"))
_END = ".!?…"
#: A sentence of more tokens is cut: what follows looks over whole sentences, and texts without a stop exist.
_LONGEST = 160
DASHES = "—–-‑―"


class Token(NamedTuple):
    """A word, a mark of punctuation, or a quote: ``text[start:end]`` (of a quote: its content)."""

    text: str
    start: int
    end: int
    quote: Quote | None = None

    @property
    def lower(self) -> str:
        """The token in lower case, the apostrophe a straight one."""
        return self.text.lower().replace("’", "'").replace("ʼ", "'")

    @property
    def last(self) -> str:
        """The last character, closing marks of nested quotes passed over."""
        return (self.text.rstrip("'’”\"»“‘ ") or self.text)[-1]

    @property
    def is_word(self) -> bool:
        """Whether it begins with a letter or a digit and is no quote."""
        return self.quote is None and self.text[0].isalnum()


Sentence = list[Token]


def tokens(text: str, start: int, end: int, quotes: list[Quote]) -> list[Token]:
    """Cut a paragraph into tokens, each outermost quote one token."""
    found: list[Token] = []
    place = start
    for quote in (quote for quote in quotes if quote.level == 0):
        found.extend(words(text, place, quote.outer_start))
        found.append(Token(text[quote.start : quote.end], quote.start, quote.end, quote))
        place = max(place, quote.outer_end)
    found.extend(words(text, place, end))
    return found


def words(text: str, start: int, end: int) -> list[Token]:
    """Cut text without quotes into words and marks."""
    return [Token(match.group(), match.start(), match.end()) for match in _TOKEN.finditer(text, start, max(start, end))]


def sentences(found: list[Token], verbs: Container[str] = ()) -> list[Sentence]:
    """Group the tokens of a paragraph into sentences.

    Args:
        found: the tokens.
        verbs: forms of verbs of speech (in lower case): one of them soon behind a question in quotes attributes it.
    """
    result: list[Sentence] = []
    current: Sentence = []
    for index, token in enumerate(found):
        current.append(token)
        if _ends(found, index, verbs) or len(current) >= _LONGEST:
            result.append(current)
            current = []
    if current:
        result.append(current)
    return result


def _ends(found: list[Token], index: int, verbs: Container[str]) -> bool:
    token = found[index]
    if token.quote is not None:
        return _quote_ends(found, index, verbs)
    if token.text not in _END or _is_repeated(found, index) or (token.text == "." and _is_abbreviation(found, index)):
        return False
    following = _following(found, index)
    return following is None or _may_begin(following)


def _is_repeated(found: list[Token], index: int) -> bool:
    """Whether another mark follows at once: "?.." ends with its last."""
    following = found[index + 1] if index + 1 < len(found) else None
    return following is not None and following.text in _END and following.start == found[index].end


def _is_abbreviation(found: list[Token], index: int) -> bool:
    if index == 0 or found[index - 1].end != found[index].start:
        return False
    before = found[index - 1].text
    if before in _FINAL and _starts_sentence(found, index):
        return False
    return before.lower() in _ABBREVIATIONS or (len(before) == 1 and before.isupper())


def _starts_sentence(found: list[Token], index: int) -> bool:
    following = _following(found, index)
    return following is None or following.text[0].isupper()


def _following(found: list[Token], index: int) -> Token | None:
    """The token after closing brackets and further terminal marks."""
    for token in found[index + 1 : index + 4]:
        if token.quote is not None or token.text not in ")]!?….":
            return token
    return None


def _may_begin(token: Token) -> bool:
    return token.quote is not None or (not token.text[0].islower() and token.text[0] not in ",;:)]")


def _quote_ends(found: list[Token], index: int, verbs: Container[str]) -> bool:
    """A quote that ends like a sentence ends the sentence around it, unless an attribution follows."""
    if found[index].last not in _END or index + 1 >= len(found):
        return False
    following = found[index + 1]
    if following.quote is not None:
        return True
    if not following.text[0].isupper():
        return False
    return found[index].last in ".…" or not any(token.lower in verbs for token in found[index + 1 : index + 8])
