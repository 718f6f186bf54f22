"""Which of the package's three languages a text is in.

Letters first: Ukrainian and Russian each have letters that the other lacks, which settles short texts that a character
model mistakes for a neighbour. Then words: a few that only one of our languages has settle most other texts, and faster
than any model. Where neither does, py3langid decides (Lui and Baldwin 2012, "langid.py: An Off-the-shelf Language
Identification Tool").
"""

import re
from functools import cache
from typing import Any

from research.labels import LANGUAGES

#: Languages told apart; those that are not ours are here so that a text in one of them is not taken for ours.
_OTHERS = "ar be bg cs da de el es fa fi fr he hi hr hu it ja ka kk ko lt lv mk nl no pl pt ro sk sl sr sv tr zh"
CANDIDATES = (*LANGUAGES, *_OTHERS.split())

#: Below this probability a model's guess at a foreign language is not believed of a short text (see ``_by_model``).
_SURE = 0.7

_UKRAINIAN, _RUSSIAN, _NEIGHBOUR = "іїєґ", "ыэё", re.compile("[ўђјљњћџѓѕќәғқңөұүһ]")
#: Frequent words that have none of those letters, but that none of the neighbouring languages has either.
_UKRAINIAN_WORDS = "має його ця цей це цього цьому цю щоб щодо що"
_RUSSIAN_WORDS = """
больше будет государства дорогие друзья его если заявил когда министр может ничего нужно очень переговоров поддержки
потому правительство россии россия сегодня сейчас спасибо сша также только уже украина украине украину человек что
"""
#: Frequent words of English that none of the other languages in Latin letters has.
_ENGLISH_WORDS = """
about again against and another any because been being between both could dear does each every first four from how
into its only other our out people said she should some spoke such than thank that the their them then there these
they this those three through today together two until very well were what when where which while who why with without
would years you your
"""
#: Other frequent words of English.
_ALSO_ENGLISH_WORDS = """
a all also an are as at but by can do for had has have he his i is it me more must my new no not now of on one or over
so to under us was we will
"""
_ONLY_UKRAINIAN, _ONLY_RUSSIAN = frozenset(_UKRAINIAN_WORDS.split()), frozenset(_RUSSIAN_WORDS.split())
_ONLY_ENGLISH, _ALSO_ENGLISH = frozenset(_ENGLISH_WORDS.split()), frozenset(_ALSO_ENGLISH_WORDS.split())
#: A text is English if one word in so many is one of both, and it has one of the former, or more rarely two.
_ONE_IN, _ONE_IN_WITH_TWO = 4, 6
_LATIN_WORD, _NOT_ENGLISH = re.compile("[a-z]+"), re.compile("[^\x00-\x7f‘’“”–—…«» \u00a0]")
_CYRILLIC_WORD, _LATIN = re.compile("[\u0400-\u052fʼ]+"), re.compile("[a-z]")
#: With one letter in so many, Cyrillic words are names in an English text.
_FEW = 4
_LETTER = re.compile(r"[^\W\d_]")
_NOISE, _NOISY = re.compile(r"https?://\S+|[@#]\w+|&#?\w+;"), ("://", "@", "#", "&")


def detect(text: str) -> str | None:
    """Identify the language of a text.

    Returns:
        ``"uk"``, ``"ru"`` or ``"en"``; None where the text is in another language or has no letters.

    >>> detect("Ми готові до діалогу."), detect("Мы готовы к диалогу."), detect("We are ready to talk.")
    ('uk', 'ru', 'en')
    >>> detect("Nous sommes prêts à dialoguer avec tous nos partenaires.") is None
    True
    """
    plain = text[:5000]
    if any(map(plain.__contains__, _NOISY)):
        plain = _NOISE.sub(" ", plain)
    if not _LETTER.search(plain):
        return None
    lowered = plain.lower()
    if lowered.isascii() or not _CYRILLIC_WORD.search(lowered):
        return _by_english_words(lowered) or _by_model(plain)
    if _LATIN.search(lowered) and _names_alone(lowered):
        return detect(_CYRILLIC_WORD.sub(" ", plain))
    if _NEIGHBOUR.search(lowered):
        return _by_model(plain)
    return _by_letters(lowered) or _by_cyrillic_words(lowered) or _by_model(plain)


def _names_alone(text: str) -> bool:
    """Tell whether the Cyrillic words in a text of Latin letters are so few that they are names."""
    cyrillic, latin = (sum(map(len, word.findall(text))) for word in (_CYRILLIC_WORD, _LATIN_WORD))
    return cyrillic * _FEW < latin


def _by_letters(text: str) -> str | None:
    return _prevailing(*(sum(map(text.count, letters)) for letters in (_UKRAINIAN, _RUSSIAN)))


def _by_cyrillic_words(text: str) -> str | None:
    """Know Ukrainian and Russian by their words where the letters that they share leave it open."""
    if "ъ" in text:
        return None
    words = _CYRILLIC_WORD.findall(text)
    return _prevailing(*(sum(map(known.__contains__, words)) for known in (_ONLY_UKRAINIAN, _ONLY_RUSSIAN)))


def _by_english_words(text: str) -> str | None:
    if not text.isascii() and _NOT_ENGLISH.search(text):
        return None
    words = _LATIN_WORD.findall(text)
    english = sum(map(_ONLY_ENGLISH.__contains__, words))
    both = english + sum(map(_ALSO_ENGLISH.__contains__, words))
    one_in = _ONE_IN if english == 1 else _ONE_IN_WITH_TWO
    return "en" if english and both > 1 and both * one_in >= len(words) else None


def _prevailing(ukrainian: int, russian: int) -> str | None:
    """Decide where there is three times as much of one language as of the other."""
    if ukrainian > 3 * russian:
        return "uk"
    return "ru" if russian > 3 * ukrainian else None


def _by_model(text: str) -> str | None:
    """Take the best of all candidates, or of our three where the best is foreign but uncertain."""
    best, probability = _identifier().classify(text)
    if best in LANGUAGES:
        return str(best)
    if probability >= _SURE:
        return None
    return next(str(language) for language, _ in _identifier().rank(text) if language in LANGUAGES)


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(list(CANDIDATES))
    return identifier
