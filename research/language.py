"""Which of the package's three languages a text is in.

Letters first: Ukrainian and Russian each have letters that the other lacks, which settles short texts that a character
model mistakes for a neighbour. Then words: a few that only one of our languages has settle most other texts, and faster
than any model. Where neither does, py3langid decides (Lui and Baldwin 2012, "langid.py: An Off-the-shelf Language
Identification Tool").
"""

import re
from functools import cache
from typing import Any

from research.statements import LANGUAGES

#: Languages told apart; those that are not ours are here so that a text in one of them is not taken for ours.
_OTHERS = "ar be bg cs da de el es fa fi fr he hi hr hu it ja ka kk ko lt lv mk nl no pl pt ro sk sl sr sv tr zh"
CANDIDATES = (*LANGUAGES, *_OTHERS.split())

#: Below this probability a model's guess at a foreign language is not believed of a short text (see ``_by_model``).
_SURE = 0.7

_UKRAINIAN, _RUSSIAN, _NEIGHBOUR = "іїєґ", "ыэё", "ўђјљњћџѓѕќәғқңөұүһ"
#: Frequent words that have none of those letters, but that none of the neighbouring languages has either.
_UKRAINIAN_WORDS = "має його ця цей це цього цьому цю щоб щодо що"
_RUSSIAN_WORDS = "больше будет его если заявил когда может очень россии россия сша также только уже что"
#: Frequent words of English that none of the other languages in Latin letters has.
_ENGLISH_WORDS = """
about again and any because been being between both could does each from how into its other our out people said she
should some such than that the their them then there these they this those through until very were what when where
which while who why with would you your
"""
#: Other frequent words of English.
_ALSO_ENGLISH_WORDS = """
a all also an are as at but by do for has have he i is it more no not now of on or so to was we will
"""
_ONLY_UKRAINIAN, _ONLY_RUSSIAN = frozenset(_UKRAINIAN_WORDS.split()), frozenset(_RUSSIAN_WORDS.split())
_ONLY_ENGLISH, _ALSO_ENGLISH = frozenset(_ENGLISH_WORDS.split()), frozenset(_ALSO_ENGLISH_WORDS.split())
#: A text is English if it has one of the former, and one word in so many is one of both.
_ONE_IN = 4
_LATIN_WORD, _NOT_ENGLISH = re.compile("[a-z]+"), re.compile("[^\x00-\x7f‘’“”–—…«» \u00a0]")
_CYRILLIC_WORD, _LATIN = re.compile("[\u0400-\u052fʼ]+"), re.compile("[A-Za-z]")
#: With one letter in so many, Cyrillic words are names in an English text.
_FEW = 4
_LETTER = re.compile(r"[^\W\d_]")
_NOISE = re.compile(r"https?://\S+|[@#]\w+|&#?\w+;")


def detect(text: str) -> str | None:
    """Identify the language of a text.

    Returns:
        ``"uk"``, ``"ru"`` or ``"en"``; None where the text is in another language or has no letters.

    >>> detect("Ми готові до діалогу."), detect("Мы готовы к диалогу."), detect("We are ready to talk.")
    ('uk', 'ru', 'en')
    >>> detect("Nous sommes prêts à dialoguer avec tous nos partenaires.") is None
    True
    """
    words = _without_names(_NOISE.sub(" ", text[:5000]))
    if not _LETTER.search(words):
        return None
    lowered = words.lower()
    return _by_letters(lowered) or _by_words(lowered) or _by_model(words)


def _without_names(text: str) -> str:
    """Leave out a few Cyrillic words in a Latin text."""
    if text.isascii() or not _LATIN.search(text):
        return text
    cyrillic, latin = (sum(map(len, word.findall(text.lower()))) for word in (_CYRILLIC_WORD, _LATIN_WORD))
    return _CYRILLIC_WORD.sub(" ", text) if cyrillic * _FEW < latin else text


def _by_letters(text: str) -> str | None:
    if text.isascii() or any(map(text.__contains__, _NEIGHBOUR)):
        return None
    return _prevailing(*(sum(map(text.count, letters)) for letters in (_UKRAINIAN, _RUSSIAN)))


def _by_words(text: str) -> str | None:
    """Know English by its words, Ukrainian and Russian where the letters that they share leave it open."""
    if not _NOT_ENGLISH.search(text):
        words = _LATIN_WORD.findall(text)
        english = sum(map(_ONLY_ENGLISH.__contains__, words))
        both = english + sum(map(_ALSO_ENGLISH.__contains__, words))
        return "en" if english and both > 1 and both * _ONE_IN >= len(words) else None
    if "ъ" in text or any(map(text.__contains__, _NEIGHBOUR)):
        return None
    cyrillic = _CYRILLIC_WORD.findall(text)
    return _prevailing(*(sum(map(known.__contains__, cyrillic)) for known in (_ONLY_UKRAINIAN, _ONLY_RUSSIAN)))


def _prevailing(ukrainian: int, russian: int) -> str | None:
    """Decide where there is three times as much of one language as of the other."""
    if ukrainian > 3 * russian:
        return "uk"
    return "ru" if russian > 3 * ukrainian else None


def _by_model(text: str) -> str | None:
    """Take the best of all candidates, or of our three where the best is foreign but uncertain."""
    ranked = _identifier().rank(text)
    best, probability = ranked[0]
    if best in LANGUAGES:
        return str(best)
    if probability >= _SURE:
        return None
    return next(str(language) for language, _ in ranked if language in LANGUAGES)


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(list(CANDIDATES))
    return identifier
