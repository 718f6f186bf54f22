"""Actors out of sight: names of states, capitals and organisations become letters, the same for the same actor.

The codebook gives the same words the same code from any country. A model that never sees which country speaks cannot
learn that one is always the accuser.
"""

from collections.abc import Sequence

from research.language import detect
from research.reading.gazetteer import find_actors
from research.reading.segment import words

#: What stands for the actors of a text, in the order of their first mention.
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def masked(text: str, language: str, known: dict[str, str] | None = None) -> str:
    """Put letters for the actors that a text names.

    Args:
        text: a statement.
        language: ``"uk"``, ``"ru"`` or ``"en"``.
        known: letters by code of the actors met so far; new ones are added, so that two texts can share them.

    >>> masked("Росія вимагає від України гарантій, заявили в російському МЗС.", "uk")
    'A вимагає від B гарантій, заявили в A МЗС.'
    """
    letters = {} if known is None else known
    tokens = words(text, 0, len(text))
    parts, end = [], 0
    for actor in find_actors(tokens, language):
        letter = letters.setdefault(actor.code, _LETTERS[len(letters) % len(_LETTERS)])
        parts += [text[end : tokens[actor.start].start], letter]
        end = tokens[actor.end - 1].end
    return "".join([*parts, text[end:]])


def masked_pairs(texts: Sequence[str], contexts: Sequence[str] | None = None) -> tuple[list[str], list[str]]:
    """Mask the actors of n statements and of the sentences before them, the same letter for the same actor.

    Args:
        texts: in any of our languages, each found by itself; a text in another one is read as English.
        contexts: n sentences before the texts, empty where there is none.
    """
    found: tuple[list[str], list[str]] = ([], [])
    for text, context in zip(texts, contexts if contexts is not None else [""] * len(texts), strict=True):
        letters: dict[str, str] = {}
        language = detect(text) or "en"
        found[0].append(masked(text, language, letters))
        found[1].append(masked(context, language, letters))
    return found
