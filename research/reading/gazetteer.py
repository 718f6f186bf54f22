"""The names of states and organisations in running text: names, adjectives, capitals, seats of power, peoples.

The names of states come from Unicode CLDR by way of babel; adjectives and capitals from ``data/actors/states.csv``;
other names, metonyms and organisations from ``data/actors/names.csv``. The tables hold nominatives; the forms that
texts use come from the morphology.
"""

import csv
import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import zip_longest
from typing import NamedTuple

from research.paths import data_path
from research.reading.morphology import forms
from research.reading.segment import Token, words

#: A word of these kinds can act: "Paris said". An adjective cannot.
ACTING = ("name", "capital", "seat", "body")
_ORGANISATIONS_OF_TWO_LETTERS = ("EU", "UN")


class Actor(NamedTuple):
    """A stretch ``tokens[start:end]`` that names an actor; ``kind`` is name, adjective, capital, seat, body or people.

    ``term`` is the name in the nominative.
    """

    start: int
    end: int
    code: str
    kind: str
    term: str = ""


class _Entry(NamedTuple):
    rest: tuple[frozenset[str], ...]
    code: str
    kind: str
    exact: str
    term: str


Index = dict[str, list[_Entry]]
#: Capitals that are first names.
_GIVEN = frozenset(("Sofia", "Victoria", "Софія", "Вікторія", "София", "Виктория"))


def find_actors(tokens: list[Token], language: str) -> list[Actor]:
    """Find the actors named among tokens, from left to right, the longest name at each place.

    Args:
        tokens: the tokens of a sentence; quotes among them are passed over.
        language: ``"uk"``, ``"ru"`` or ``"en"``.
    """
    known = index(language)
    lowered = ["" if token.quote else token.lower for token in tokens]
    found: list[Actor] = []
    place = 0
    while place < len(tokens):
        actor = _at(tokens, lowered, place, known)
        if actor is not None:
            found.append(actor)
        place = actor.end if actor else place + 1
    return [actor for actor, behind in zip_longest(found, found[1:]) if not _is_elsewhere(lowered, actor, behind)]


def _is_elsewhere(lowered: list[str], seat: Actor, behind: Actor | None) -> bool:
    """Whether another state has a seat of that name: "the Foreign Office in Berlin", "the Foreign Office there".

    So is a "National Security Council".
    """
    if seat.kind == "body" and seat.start and lowered[seat.start - 1] == "national":
        return True
    following = lowered[seat.end] if seat.kind == "seat" and seat.end < len(lowered) else ""
    other = behind is not None and behind.start == seat.end + 1 and behind.code != seat.code
    return following == "there" or (following == "in" and other)


def codes_in(text: str, language: str, start: int = 0, end: int | None = None) -> list[str]:
    """Give the codes of the actors named in a stretch of text, in order, each once."""
    found = find_actors(words(text, start, len(text) if end is None else end), language)
    return list(dict.fromkeys(code for actor in found for code in actor.code.split(",")))


def actor_name(code: str, language: str) -> str:
    """Give the name of an actor in a language, or nothing where the tables have none."""
    names = (term for known, kind, term in _terms(language) if known == code and kind == "name")
    return (
        min(names, key=lambda name: (name.isascii() and language != "en", len(name)), default="")
        if len(code) > 2 or code in ("EU", "UN")
        else _state_name(code, language)
    )


def _state_name(code: str, language: str) -> str:
    return next(iter(_cldr_names(language).get(code, ())), "")


def _at(tokens: list[Token], lowered: list[str], place: int, known: Index) -> Actor | None:
    word = _bare(lowered[place])
    for entry in known.get(word, ()):
        end = place + 1 + len(entry.rest)
        following = [_bare(other) for other in lowered[place + 1 : end]]
        fits = len(following) == len(entry.rest) and all(a in b for a, b in zip(following, entry.rest, strict=True))
        if fits and _has_case(tokens[place].text, entry) and not _is_first_name(tokens, place, entry):
            return Actor(place, end, entry.code, entry.kind, entry.term)
    return _compound(lowered[place], place, known) if "-" in word else None


def _is_first_name(tokens: list[Token], place: int, entry: _Entry) -> bool:
    """Tell "Софія Гайдук" from the city; peoples have no capital in Ukrainian and Russian: "Турки" is a first name."""
    behind = tokens[place + 1] if place + 1 < len(tokens) else None
    if entry.term in _GIVEN and behind is not None and behind.is_word and behind.text[0].isupper():
        return True
    within = place > 0 and tokens[place - 1].is_word
    return entry.kind == "people" and within and tokens[place].text[0].isupper() and not entry.term.isascii()


def _bare(word: str) -> str:
    """Without the English possessive: "japan's", "islands'"."""
    return word.removesuffix("'s").removesuffix("'")


def _has_case(text: str, entry: _Entry) -> bool:
    """Acronyms are exact ("US", not "us"); names begin with a capital; Slavic adjectives and peoples need not."""
    if entry.exact:
        return text.removesuffix("'s").removesuffix("’s") == entry.exact
    return text[0].isupper() or entry.kind in ("adjective", "people")


def _compound(word: str, place: int, known: Index) -> Actor | None:
    """Two adjectives in one: "українсько-російський", "US-Russian"."""
    parts = word.split("-")
    single = (entry for part in parts for form in _stem_forms(part) for entry in known.get(form, ()) if not entry.rest)
    found = [entry.code for entry in single]
    codes = list(dict.fromkeys(found))
    return Actor(place, place + 1, ",".join(codes), "adjective") if len(codes) > 1 else None


def _stem_forms(part: str) -> tuple[str, ...]:
    return (part, part[:-1] + "ий") if part.endswith("о") else (part,)


@lru_cache(maxsize=3)
def index(language: str) -> Index:
    """Build the look-up of a language: first word form -> what may follow, the longest first."""
    made: Index = {}
    for code, kind, term in _terms(language):
        first, *rest = (_word_forms(word, kind, language) for word in _split(term))
        exact = term if term.isupper() and " " not in term else ""
        entry = _Entry(tuple(rest), code, kind, exact, term)
        for form in first:
            made.setdefault(form, []).append(entry)
    for entries in made.values():
        entries.sort(key=lambda entry: -len(entry.rest))
    return made


def _split(term: str) -> list[str]:
    return [token.lower for token in words(term, 0, len(term))]


def _word_forms(word: str, kind: str, language: str) -> frozenset[str]:
    if language == "en":
        return frozenset((word, word + "s")) if kind in ("people", "adjective") else frozenset((word,))
    return frozenset(_spellings(forms(word, language, part="ADJF" if kind == "adjective" else "")))


def _spellings(found: set[str]) -> Iterator[str]:
    for form in found:
        yield form
        if "ё" in form:
            yield form.replace("ё", "е")


def _terms(language: str) -> Iterator[tuple[str, str, str]]:
    """Every (code, kind, nominative) of a language, the project's own first: they win over CLDR's names.

    Latin acronyms ("NATO") occur in Cyrillic text too.
    """
    with data_path("actors", "names.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            latin = row["language"] == "en" and row["term"].isupper() and row["term"].isalpha()
            if row["language"] == language or latin:
                yield row["code"], row["kind"], row["term"]
    with data_path("actors", "states.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    names = _cldr_names(language)
    for row in rows:
        for name in names.get(row["code"], ()):
            yield row["code"], "name", name
        for kind in ("adjective", "capital"):
            for term in filter(None, row[f"{language}_{kind}"].split("|")):
                yield row["code"], kind, term


def _cldr_names(language: str) -> dict[str, list[str]]:
    """CLDR's names, "Myanmar (Burma)" as two, "Hong Kong SAR China" and the like left to our own table."""
    from babel import Locale

    territories = Locale(language).territories
    return {code: list(_variants(name)) for code, name in territories.items() if len(code) == 2}


def _variants(name: str) -> Iterator[str]:
    if "," in name or " - " in name or " – " in name or "(САР)" in name or " SAR " in name:
        return
    name = name.replace("ʼ", "'").replace("’", "'")
    yield re.sub(r"\s*\(.*\)", "", name)
    yield from re.findall(r"\((.+)\)", name)
    if "&" in name:
        yield name.replace("&", "and")


def is_organisation(code: str) -> bool:
    """Tell an organisation's code from a state's.

    >>> is_organisation("NATO"), is_organisation("EU"), is_organisation("FR")
    (True, True, False)
    """
    return len(code) > 2 or code in _ORGANISATIONS_OF_TWO_LETTERS
