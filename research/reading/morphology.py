"""Readings and forms of words: pymorphy3 for Ukrainian and Russian (Korobov 2015), a few rules for English.

The analysers are loaded once for each language, at first use; every result that texts ask for often is kept.
"""

import unicodedata
from functools import lru_cache
from typing import Any, NamedTuple

#: Words analysed once and remembered: a bound, so that memory stays flat over any number of articles.
_REMEMBERED = 1 << 14


class Reading(NamedTuple):
    """One way to understand a word form: pymorphy3's grammemes, empty where they do not apply."""

    lemma: str
    part: str
    case: str
    gender: str
    number: str
    name: str


_NAMES = ("Surn", "Name", "Patr")


@lru_cache(maxsize=3)
def analyser(language: str) -> Any:
    """Give the pymorphy3 analyser of ``"uk"`` or ``"ru"``."""
    import pymorphy3

    return pymorphy3.MorphAnalyzer(lang=language)


def parses(word: str, language: str) -> list[Any]:
    """Give pymorphy3's parses of a word; none of one with a character that has no name, which it cannot bear."""
    return list(analyser(language).parse(word)) if all(unicodedata.name(one, "") for one in word) else []


@lru_cache(maxsize=_REMEMBERED)
def readings(word: str, language: str) -> tuple[Reading, ...]:
    """Give the readings of a word form, the likeliest first; none for English.

    Args:
        word: a word form in any case.
        language: ``"uk"``, ``"ru"`` or ``"en"``.
    """
    if language == "en":
        return ()
    return tuple(_reading(parse) for parse in parses(word.replace("’", "'").replace("ʼ", "'"), language))


@lru_cache(maxsize=_REMEMBERED)
def is_first_person(word: str, language: str) -> bool:
    """Tell whether a word form is most likely a verb of the first person: "закликаємо"; none is in English."""
    return language != "en" and any(parse.tag.person == "1per" for parse in parses(word, language)[:1])


def _reading(parse: Any) -> Reading:
    tag = parse.tag
    grammemes = tag.grammemes
    name = next((kind for kind in _NAMES if kind in grammemes), "")
    return Reading(parse.normal_form, str(tag.POS or ""), _case(tag), str(tag.gender or ""), _number(grammemes), name)


def _case(tag: Any) -> str:
    """The Ukrainian dictionary leaves the nominative of some nouns unmarked ("дипломат")."""
    return str(tag.case or ("nomn" if tag.POS == "NOUN" else ""))


def _number(grammemes: Any) -> str:
    """The Ukrainian dictionary leaves the singular unmarked."""
    return "plur" if "plur" in grammemes else "sing"


@lru_cache(maxsize=_REMEMBERED)
def cases(word: str, language: str) -> frozenset[str]:
    """Give the cases that a word form can stand in; all of them where it does not inflect or is unknown."""
    found = frozenset(reading.case for reading in readings(word, language) if reading.case)
    return found or frozenset(("nomn", "gent", "datv", "accs", "ablt", "loct"))


def case_of(word: str, language: str) -> str:
    """Give the likeliest case of a noun: the nominative where it can be one, or where the dictionary is silent.

    >>> case_of("міністра", "uk"), case_of("президент", "ru")
    ('gent', 'nomn')
    """
    found = [reading for reading in readings(word, language) if reading.case]
    singular = [reading.case for reading in found if reading.number == "sing"]
    if not found or "nomn" in singular:
        return "nomn"
    return "gent" if "gent" in singular else [*singular, found[0].case][0]


def name_gender(word: str, language: str, case: str = "") -> str:
    """Give the gender that a first name or patronymic of the dictionary tells, or nothing.

    Args:
        word: a form of the name.
        language: ``"uk"``, ``"ru"`` or ``"en"``.
        case: the case of the form where it is known: "Жозефа" is a woman in the nominative alone.
    """
    if not is_known(word, language):
        return ""
    names = (reading for reading in readings(word, language) if reading.name in ("Name", "Patr"))
    found = {reading.gender for reading in names if not case or reading.case == case} - {""}
    return found.pop() if len(found) == 1 else ""


@lru_cache(maxsize=_REMEMBERED)
def is_known(word: str, language: str) -> bool:
    """Tell whether the dictionary of Ukrainian or Russian has a word form."""
    return language != "en" and bool(analyser(language).word_is_known(word.lower().replace("’", "'")))


def lemma(word: str, language: str) -> str:
    """Give the likeliest dictionary form of a word; of an English one, the word itself."""
    found = readings(word, language)
    return found[0].lemma if found else word


def is_plural(word: str, language: str) -> bool:
    """Tell whether a noun can only be a plural.

    >>> is_plural("дипломати", "uk"), is_plural("officials", "en"), is_plural("посол", "ru")
    (True, True, False)
    """
    if language == "en":
        return word.endswith("s") and not word.endswith(("ss", "'s"))
    nouns = [reading.number for reading in readings(word, language) if reading.part == "NOUN"]
    return bool(nouns) and "sing" not in nouns


def is_preposition(word: str, language: str) -> bool:
    """Tell whether a word is a preposition of Ukrainian or Russian."""
    return any(reading.part == "PREP" for reading in readings(word.lower(), language))


def forms(word: str, language: str, *, part: str = "") -> set[str]:
    """Give every form of a dictionary word, the word itself among them.

    Args:
        word: a dictionary form.
        language: ``"uk"``, ``"ru"`` or ``"en"`` (English: the word, its plural and possessives).
        part: keep to this part of speech (a grammeme of pymorphy3), for example ``"ADJF"``.
    """
    if language == "en":
        return {word, word + "s", word + "'s", word + "s'", *([word[:-1] + "ies"] if word.endswith("y") else [])}
    heads = [parse for parse in parses(word, language) if _is_head_form(parse, word, part)]
    found = {form.word for parse in heads[:2] for form in parse.lexeme}
    return found | {word}


def _is_head_form(parse: Any, word: str, part: str) -> bool:
    if part and part not in parse.tag:
        return False
    same = parse.normal_form.replace("ё", "е") == word.replace("ё", "е")
    return bool(same or "nomn" in parse.tag)


def inflect(word: str, language: str, grammemes: set[str], *, lemma: str | None = None) -> str | None:
    """Put a word form into another case, number or gender.

    Args:
        word: a word form.
        language: ``"uk"`` or ``"ru"``.
        grammemes: what the result is to be, for example ``{"nomn", "sing"}``.
        lemma: keep to the reading with this dictionary form.

    Returns:
        The form, capitalised as the word was, or None where there is none.
    """
    for parse in parses(word, language):
        if lemma is not None and parse.normal_form != lemma:
            continue
        for form in parse.lexeme:
            if _has(form.tag, grammemes):
                return match_case(form.word, word)
    return None


def _has(tag: Any, grammemes: set[str]) -> bool:
    """The Ukrainian dictionary leaves the singular unmarked, and marks variants that are no first choice."""
    plural = "plur" in tag.grammemes
    return all(wanted in tag.grammemes or (wanted == "sing" and not plural) for wanted in grammemes)


def match_case(word: str, model: str) -> str:
    """Capitalise a word as another one is, after each hyphen too.

    >>> match_case("нью-йорк", "Нью-Йорка")
    'Нью-Йорк'
    """
    if model.isupper() and len(model) > 1:
        return word.upper()
    parts, models = word.split("-"), model.split("-")
    if len(parts) != len(models):
        return word.capitalize() if model[:1].isupper() else word
    pairs = zip(parts, models, strict=True)
    return "-".join(part[:1].upper() + part[1:] if like[:1].isupper() else part for part, like in pairs)
