"""Which of the package's three languages a text is in.

Letters first: Ukrainian and Russian each have letters that the other lacks, which settles short texts that a character
model mistakes for a neighbour. Then words: a few that only English has settle most English texts, and faster than any
model. Where neither does, py3langid decides (Lui and Baldwin 2012, "langid.py: An Off-the-shelf Language Identification
Tool").
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
#: Frequent words of English that none of the other languages in Latin letters has.
_FREQUENT = """
about again and any because been being between both could does each from how into its other our out people said she
should some such than that the their them then there these they this those through until very were what when where
which while who why with would you your
"""
_ENGLISH = frozenset(_FREQUENT.split())
#: A text is English if it has so many of them, and no fewer than one in so many words.
_FEWEST, _ONE_IN = 2, 10
_LATIN_WORD, _NOT_ENGLISH = re.compile("[a-z]+"), re.compile("[^\x00-\x7f‘’“”–—…«» \u00a0]")
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
    words = _NOISE.sub(" ", text[:5000])
    if not _LETTER.search(words):
        return None
    lowered = words.lower()
    return _by_letters(lowered) or _by_words(lowered) or _by_model(words)


def _by_letters(text: str) -> str | None:
    ukrainian, russian = (sum(map(text.count, letters)) for letters in (_UKRAINIAN, _RUSSIAN))
    if not (ukrainian or russian) or any(letter in text for letter in _NEIGHBOUR):
        return None
    if ukrainian > 3 * russian:
        return "uk"
    return "ru" if russian > 3 * ukrainian else None


def _by_words(text: str) -> str | None:
    if _NOT_ENGLISH.search(text):
        return None
    words = _LATIN_WORD.findall(text)
    english = sum(word in _ENGLISH for word in words)
    return "en" if english >= _FEWEST and english * _ONE_IN >= len(words) else None


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
