"""Actors out of sight, word by word: a state, its people, capital or seat, and an organisation are all one word.

It does what ``masking`` does with the whole reader, but fast, without knowing the language, and without telling one
actor from another. The forms of the names ship in ``data/actors/forms.txt``.
"""

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import chain

from research.features.tokens import LONGEST_WORD, Token, normal_form, tokens, words
from research.paths import data_path

#: The form of whatever names an actor.
ACTOR = "□"
#: Names that are ordinary words too; with a capital that their place in the sentence does not ask for they are names.
_HOMOGRAPHS = frozenset(["male", "мале", "мали", "малі", "того"])
MAYBE = "◇"
#: What becomes one with a name after it, as a name does.
ARTICLE = "the"
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
    written = [text[token.start : token.end] for token in found]
    ends = _ends(forms := settled(list(map(_plain, written)), written))
    return [
        Token(found[start].start, found[end - 1].end, forms[end - 1])
        for start, end in zip([0, *ends], ends, strict=False)
    ]


def masked_words(text: str) -> list[str]:
    """Give the forms that ``masked_tokens`` finds, without their places and much faster."""
    written = words(text)
    forms = settled(list(map(_plain, written)), written)
    return [forms[end - 1] for end in _ends(forms)] if ACTOR in forms else forms


def plain_forms(stretch: str) -> list[str]:
    """Give the forms of the words in a stretch without spaces, ``MAYBE`` and the word where that depends on others."""
    return [_plain(word) for word in ((stretch,) if stretch.isalpha() else words(stretch))]


def settled(forms: list[str], written: Sequence[str]) -> list[str]:
    """Give every word of a text that may name an actor its form, each of a longer name being ``ACTOR``.

    Args:
        forms: as ``plain_forms`` has them; those that it leaves open are filled in place.
        written: the words.
    """
    for place, word in enumerate(written):
        if forms[place].startswith(MAYBE):
            form, rests = _look_up(word)
            length = 1 + _following(written, place + 1, rests)
            if length == 1 and form == ACTOR and _is_ordinary(written, place):
                form = normal_form(word)
            forms[place : place + length] = [ACTOR] * length if length > 1 else [form]
    return forms


def _ends(forms: Sequence[str]) -> list[int]:
    """Give the place after the last word of each run of words that are one."""
    following = [*forms[1:], ""][: len(forms)]
    return [
        place
        for place, (form, after) in enumerate(zip(forms, following, strict=True), 1)
        if after != ACTOR or form not in (ACTOR, ARTICLE)
    ]


def _following(written: Sequence[str], place: int, rests: Sequence[Rest]) -> int:
    """Count the words from a place on that belong to a name; the longest name wins."""
    for rest in rests:
        following = [_bare(word) for word in written[place : place + len(rest)]]
        if len(following) == len(rest) and all(word in forms for word, forms in zip(following, rest, strict=True)):
            return len(rest)
    return 0


def _is_ordinary(written: Sequence[str], place: int) -> bool:
    return normal_form(written[place]) in _HOMOGRAPHS and (place == 0 or written[place - 1][0] in _MARKS)


def _plain(word: str) -> str:
    """Give the form of a word where that does not depend on its neighbours, else ``MAYBE`` and the word."""
    if word.isalpha():
        form = word.casefold()[:LONGEST_WORD]
        if form not in _names() and not form.startswith(_PREFIXES):
            return form
    form, longer = _look_up(word)
    return MAYBE + word if longer or _is_homograph(word, form) else form


def by_itself(word: str) -> tuple[str, frozenset[str] | None]:
    """Give the form of a word that ``plain_forms`` leaves open, where none of certain words follows, and these words.

    They are None where it depends on the word before as well.
    """
    form, rests = _look_up(word)
    return form, None if _is_homograph(word, form) else frozenset(chain.from_iterable(rest[0] for rest in rests))


def _is_homograph(word: str, form: str) -> bool:
    return form == ACTOR and normal_form(word) in _HOMOGRAPHS


@lru_cache(maxsize=1 << 13)
def _look_up(word: str) -> tuple[str, tuple[Rest, ...]]:
    """Give the form of a word, ``ACTOR`` where it names one by itself, and what may follow to make a longer name."""
    form = normal_form(word)
    rests = _rests(word, form.removesuffix("ʼs"))
    if not rests:
        return _partly(word, form), ()
    longer = tuple(sorted(filter(None, rests), key=len, reverse=True))
    return ACTOR if () in rests else _partly(word, form), longer


def _partly(word: str, form: str) -> str:
    """Mask the halves of "US-Ukrainian" and "pro-Russian", and what follows the prefix of "проросійський"."""
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
