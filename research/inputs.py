"""What a predictor accepts: texts in words, articles, and the three languages."""

from collections.abc import Iterable

from research.features.texts import check_texts
from research.labels import LANGUAGES
from research.language import detect

Texts = str | Iterable[str]

#: A longer text is a dump of many articles; read them one by one.
LONGEST_ARTICLE = 6_000_000


class UnsupportedLanguage(ValueError):
    """A text that is in none of the languages the package knows."""


def checked(texts: Texts) -> list[str]:
    """Make a list of texts.

    Raises:
        TypeError: where a text is not a string.
        ValueError: where a text is empty, has no letters or is too long, or there are no texts at all.
    """
    known = check_texts([texts] if isinstance(texts, str) else texts)
    if not known:
        raise ValueError("there are no texts; expected at least one")
    for row, text in enumerate(known):
        if not any(letter.isalpha() for letter in text):
            raise ValueError(f"text {row} is {text[:60]!r}; expected words")
    return known


def check_article(text: object) -> None:
    """Refuse what is no article: not a string, without words, or longer than ``LONGEST_ARTICLE``."""
    if not isinstance(text, str):
        raise TypeError(f"an article is a string, got {type(text).__name__}: {str(text)[:60]!r}")
    if len(text) > LONGEST_ARTICLE:
        raise ValueError(f"the article has {len(text):,} characters; accepted are at most {LONGEST_ARTICLE:,}")
    if not any(letter.isalpha() for letter in text):
        raise ValueError(f"the article is {text[:60]!r}; expected words")


def languages_of(texts: list[str], language: str | None) -> list[str | None]:
    """Give the language of each text, None for one we do not know; the one that is given, where it is."""
    if language is None:
        return [detect(text) for text in texts]
    if language not in LANGUAGES:
        raise ValueError(f"language is {language!r}; expected one of {', '.join(LANGUAGES)}")
    return [language] * len(texts)


def refuse_foreign(texts: list[str], languages: list[str | None]) -> None:
    """Raise ``UnsupportedLanguage`` where a text is in another language."""
    foreign = [row for row, found in enumerate(languages) if found is None]
    if foreign:
        raise UnsupportedLanguage(
            foreign_message(texts, foreign) + "; say language='uk', 'ru' or 'en' if it is, or use predict_frame"
        )


def foreign_message(texts: list[str], rows: list[int]) -> str:
    """Say which texts are in another language."""
    shown = ", ".join(map(str, rows[:10])) + ("…" if len(rows) > 10 else "")
    count = f"{len(rows)} of {len(texts)} texts are" if len(texts) > 1 else "the text is"
    return f"{count} in none of Ukrainian, Russian and English: {texts[rows[0]][:60]!r} (text {shown})"
