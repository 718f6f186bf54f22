"""Runs of words that are personal names: "Ференц Бартош", "Хані ас-Сафваті", "Lucy van der Meer"."""

import re

from research.reading.morphology import is_known, readings
from research.reading.sentence import Words

_NAME = re.compile(r"(?:[dDLОOд]['’])?[^\W\d_a-zа-яіїєґё][^\W\d_]*(?:[-'’ʼ‑][^\W\d_]+)*$")
#: "С.В.", "J.F." as one token.
_INITIALS = re.compile(r"(?:[^\W\d_a-zа-яіїєґё]\.){1,3}$")
_INITIAL = re.compile(r"[^\W\d_a-zа-яіїєґё]$")
_NO_NAME = frozenset(("PREP", "CONJ", "PRCL", "NPRO", "ADVB", "VERB", "GRND", "PRED"))

_SHORTEST_NOUN = 4

Run = tuple[int, int]


def name_runs(words: Words) -> list[Run]:
    """Find the stretches ``tokens[start:end]`` that are names, from left to right."""
    runs: list[Run] = []
    place = 0
    while place < len(words.tokens):
        end = _run_end(words, place)
        if end > place and not _is_title(words, (place, end)):
            runs.append((place, end))
        place = max(end, place) + 1
    return runs


def _run_end(words: Words, place: int) -> int:
    if not _is_name(words, place) or (place == 0 and not _opens_with_name(words)):
        return place
    end = place + 1
    while end < len(words.tokens):
        if _is_name(words, end) or _is_initial_stop(words, end):
            end += 1
        elif words.is_a(end, "particles") and _is_name(words, end + 1):
            end += 2
        else:
            break
    return end


def _is_initial_stop(words: Words, place: int) -> bool:
    """The full stop in "John F. Smith"."""
    stop = words.tokens[place].text == "." and place + 1 < len(words.tokens)
    return stop and bool(_INITIAL.match(words.tokens[place - 1].text))


def _is_title(words: Words, run: Run) -> bool:
    """A capitalised word before an English role is part of the title: "Finance Minister", "Civil Aviation Minister"."""
    end = run[1]
    while words.english and words.is_a(end, "titles") and words.is_capital(end):
        end += 1
    return words.english and run[1] - run[0] < 3 and bool(end < len(words.tokens) and words.role_class(end))


def _is_name(words: Words, place: int) -> bool:
    text = _without_particle(words, place)
    if _INITIALS.match(text) and "." in text:
        return place + 1 < len(words.tokens) and _is_name(words, place + 1)
    if not text[:1].isupper() or place in words.actor_at or words.role_class(place):
        return False
    if words.is_a(place, "honorifics", "time", "function", "titles") or words.lower[place] in words.table.pronouns:
        return False
    if _joins_words(words, place):
        return False
    if is_known(words.tokens[place].text.rpartition("-")[2], words.language) and _is_compound(words.tokens[place].text):
        return False
    acronym = text.isupper() and len(text) > 1
    return not acronym and bool(_NAME.match(text.removesuffix("'s").removesuffix("’s"))) and _may_name(words, place)


def _is_compound(text: str) -> bool:
    """A name and a noun make a noun: "Telegram-канал"."""
    _, hyphen, last = text.rpartition("-")
    return bool(hyphen) and last.islower() and len(last) >= _SHORTEST_NOUN


def _without_particle(words: Words, place: int) -> str:
    """The name in "аль-Хамдани", "al-Hamdani"; nothing where no word stands."""
    if not words.is_word(place):
        return ""
    particle, _, name = words.tokens[place].text.partition("-")
    return name if name and particle in words.table.words["particles"] else words.tokens[place].text


def _may_name(words: Words, place: int) -> bool:
    """An adjective with a capital ("Офіційний") is no name, unless another capital or a dictionary of names says so."""
    text = _without_particle(words, place)
    if _modifies_body(words, place + 1) and may_be_adjective(text, words.language):
        return False
    named = is_given_name(text, words.language) or (place > 0 and _is_first_name(words, place - 1))
    return named or not is_adjective(text, words.language) or words.is_capital(place + 1)


def _modifies_body(words: Words, place: int) -> bool:
    """Whether a body stands at a place, or behind one more adjective: "Державна прикордонна служба"."""
    further = place + 1 < len(words.tokens) and words.tokens[place].text.islower()
    place += further and may_be_adjective(words.tokens[place].text, words.language)
    return words.role_class(place) == "body"


def _is_first_name(words: Words, place: int) -> bool:
    """A first name before an adjective with a capital makes that a surname: "Сергій Вершинський"."""
    found = readings(words.tokens[place].text, words.language) if words.is_capital(place) else ()
    return any(reading.name == "Name" for reading in found)


def _opens_with_name(words: Words) -> bool:
    """The first word of a sentence has its capital anyway."""
    if _joins_words(words, 0):
        return False
    if words.lower[0] in words.seen:
        return True
    if _is_plain(words):
        return False
    if len(words.tokens) > 1 and _is_name(words, 1):
        return not _is_common(words.tokens[0].text, words.language)
    if words.english:
        following = words.lower[1] if len(words.tokens) > 1 else ""
        return following in words.table.cues or following in words.table.adverbs or following == ","
    opening = words.tokens[0].text
    speaks = len(words.tokens) > 1 and words.lower[1] in words.table.cues  # "Сибіга подякував"
    return is_given_name(opening, words.language) or (speaks and not is_known(opening, words.language))


def _is_common(word: str, language: str) -> bool:
    """A noun of the dictionary that is nobody's name: "Слова Бурдиса"."""
    return len(word) >= _SHORTEST_NOUN and is_known(word, language) and not is_given_name(word, language)


def _joins_words(words: Words, place: int) -> bool:
    """A preposition or conjunction with the capital of a sentence not seen to begin there; no initial, no "Ли Цзе"."""
    following = place + 1 < len(words.tokens) and words.tokens[place + 1]
    if words.english or is_given_name(words.tokens[place].text, words.language) or not following:
        return False
    if following.text == "." or (words.is_capital(place + 1) and place + 1 not in words.actor_at):
        return False
    return any(r.part in ("PREP", "CONJ") for r in readings(words.tokens[place].text, words.language)[:1])


def _is_plain(words: Words) -> bool:
    """A preposition, conjunction, adverb and the like at the head of a sentence."""
    short = len(words.lower[0]) < 3 and not is_given_name(words.tokens[0].text, words.language)
    if short or words.is_a(0, "function"):
        return True
    opening = words.tokens[0].text
    known = is_known(opening, words.language)  # of other words the parts of speech are a guess
    return known and any(reading.part in _NO_NAME for reading in readings(opening, words.language))


def is_adjective(word: str, language: str) -> bool:
    """Tell whether the dictionary has a word as an adjective first of all."""
    if not is_known(word, language):
        return False
    return any(reading.part in ("ADJF", "PRTF") and not reading.name for reading in readings(word, language)[:2])


def may_be_adjective(word: str, language: str) -> bool:
    """Tell whether a word can be read as an adjective at all: "Берегова", a surname too, before "охорона"."""
    return is_known(word, language) and any(reading.part in ("ADJF", "PRTF") for reading in readings(word, language))


def is_given_name(word: str, language: str) -> bool:
    """Tell whether the dictionary has, or the ending suggests, a first name, surname or patronymic."""
    return any(reading.name for reading in readings(word, language))
