"""Actors out of sight, word by word: a state, its people, capital or seat, and an organisation are all one word.

It does what ``masking`` does with the whole reader, but fast, without knowing the language, and without telling one
actor from another. The forms of the names ship in ``data/actors/forms.txt``.
"""

from collections.abc import Sequence
from functools import cache, lru_cache

from research.features.tokens import Token, normal_form, tokens
from research.paths import data_path

#: The form of whatever names an actor.
ACTOR = "□"
#: Names that are ordinary words too; with a capital that their place in the sentence does not ask for they are names.
_HOMOGRAPHS = frozenset(["chad", "male", "дели", "ділі", "ломе", "мале", "мали", "малі", "перу", "того", "чад"])
_MAYBE = ""
_MARKS = "!?…"
_PREFIXES = ("анти", "про")
#: What makes an adjective of the first half of a compound: "українсько-російський", "японо-китайский".
_ENDINGS = ("ий", "ский", "ський")

#: What may follow the first word of a name, word by word; nothing where the word is a name by itself.
Rest = tuple[frozenset[str], ...]


def masked_tokens(text: str) -> list[Token]:
    """Find the words of a text, each name of an actor being one of the form ``ACTOR``.

    Names side by side are one, and so is an English article with the name after it: "the Netherlands" is as good a
    target as "Norway".

    >>> [token.form for token in masked_tokens("Великобританія і the United States проти проросійських сил")]
    ['□', 'і', '□', 'проти', 'про□', 'сил']
    """
    found = tokens(text)
    forms, starts = masked_forms([text[token.start : token.end] for token in found])
    ends = [*starts, len(found)][1:]
    return [
        Token(found[start].start, found[end - 1].end, form)
        for form, start, end in zip(forms, starts, ends, strict=True)
    ]


def masked_forms(words: Sequence[str]) -> tuple[list[str], list[int]]:
    """Give the normal forms of n words as they are written, and the place of the first word of each."""
    plain = list(map(_plain, words))
    forms: list[str] = []
    starts: list[int] = []
    place = 0
    while _MAYBE in plain[place:]:
        name = plain.index(_MAYBE, place)
        forms += plain[place:name]
        starts += range(place, name)
        length, form = _name_at(words, name)
        if form == ACTOR and forms and forms[-1] in (ACTOR, "the"):
            forms[-1] = ACTOR
        else:
            forms.append(form)
            starts.append(name)
        place = name + length
    return forms + plain[place:], [*starts, *range(place, len(words))]


def _name_at(words: Sequence[str], place: int) -> tuple[int, str]:
    """Give the number of words of the longest name that begins at a place, and its form; one word where none does."""
    form, rests = _look_up(words[place])
    length = 1 + _following(words, place + 1, rests)
    if length > 1:
        return length, ACTOR
    return 1, normal_form(words[place]) if form == ACTOR and _is_ordinary(words, place) else form


def _following(words: Sequence[str], place: int, rests: Sequence[Rest]) -> int:
    """Count the words from a place on that belong to a name; the longest name wins."""
    for rest in rests:
        following = [_bare(word) for word in words[place : place + len(rest)]]
        if len(following) == len(rest) and all(word in forms for word, forms in zip(following, rest, strict=True)):
            return len(rest)
    return 0


def _is_ordinary(words: Sequence[str], place: int) -> bool:
    return normal_form(words[place]) in _HOMOGRAPHS and (place == 0 or words[place - 1][0] in _MARKS)


@lru_cache(maxsize=1 << 17)
def _plain(word: str) -> str:
    """Give the form of a word that names no actor, whatever follows; ``_MAYBE`` for any other."""
    form, rests = _look_up(word)
    return _MAYBE if rests or form == ACTOR else form


@lru_cache(maxsize=1 << 17)
def _look_up(word: str) -> tuple[str, tuple[Rest, ...]]:
    """Give the form of a word, ``ACTOR`` where it names one by itself, and what may follow to make a longer name."""
    rests = _rests(word, _bare(word))
    longer = tuple(sorted(filter(None, rests), key=len, reverse=True))
    return ACTOR if () in rests else _partly(word), longer


def _partly(word: str) -> str:
    """Mask the halves of "US-Ukrainian" and "pro-Russian", and what follows the prefix of "проросійський"."""
    form = normal_form(word)
    if "-" in form:
        halves = [_half(half) for half in word.split("-") if half]
        return "-".join(half for place, half in enumerate(halves) if not (place and half == halves[place - 1] == ACTOR))
    prefix = next((prefix for prefix in _PREFIXES if form.startswith(prefix)), "")
    return prefix + ACTOR if prefix and () in _rests(form, form.removeprefix(prefix)) else form


def _half(word: str) -> str:
    bare = _bare(word)
    adjectives = [bare[:-1] + ending for ending in _ENDINGS] if bare.endswith("о") else []
    names = any(() in _rests(word, form) for form in (bare, *adjectives))
    return ACTOR if names else normal_form(word)


def _bare(word: str) -> str:
    return normal_form(word).removesuffix("ʼs")


def _rests(word: str, form: str) -> list[Rest]:
    return [rest for spelling, rest in _names().get(form, ()) if _is_spelt(word, spelling)]


def _is_spelt(word: str, spelling: str) -> bool:
    """Whether a word has the capitals of a name: all in "WHO", the first in "Cuba", none in "кубинський"."""
    if spelling.isupper():
        return word[: len(spelling)].isupper()
    return spelling[0].islower() or word[0].isupper()


@cache
def _names() -> dict[str, list[tuple[str, Rest]]]:
    names: dict[str, list[tuple[str, Rest]]] = {}
    for line in data_path("actors", "forms.txt").read_text(encoding="utf-8").splitlines():
        first, *following = (word.split("|") for word in line.split(" "))
        rest = tuple(map(frozenset, following))
        for spelling in first:
            names.setdefault(spelling.lower(), []).append((spelling, rest))
    return names
