"""The persons of an article: every mention of one person brought together, with the fullest name in the nominative.

Names are matched by their stems, so that "Лаврова" is "Лавров"; roles by class and state, so that "глава МЗС Угорщини"
is the foreign minister named before; pronouns by gender and recency.
"""

from dataclasses import dataclass
from dataclasses import field as dataclass_field
from functools import lru_cache

from research.reading.declension import plain_name
from research.reading.mentions import Mention, Scene
from research.reading.morphology import inflect, readings
from research.reading.segment import Token

_ENDINGS = """
ового евого ого его ому ему ими ыми ями ами ого ою ею єю ий ій ым им ой ей ої ая ую ом ем єм ах ях у ю а я о е є і и
ы й ь ї
"""
#: Feminine adjectives; of other names, "Николая", only the last letter is an ending.
_ADJECTIVAL = ("ая", "ую", "ої")
_ORDERED = tuple(sorted(set(_ENDINGS.split()), key=len, reverse=True))


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Cut the ending of a name off, so that its cases agree; of a double name, both endings.

    >>> stem("Лаврова") == stem("Лавров") == stem("Лавровим")
    True
    >>> stem("Вежбицької-Крук") == stem("Вежбицька-Крук")
    True
    """
    lower = word.lower().replace("’", "'").replace("ʼ", "'").removesuffix("'s").replace("ё", "е")
    return "-".join(_without_ending(part) for part in lower.split("-"))


def _without_ending(part: str) -> str:
    fitting = (one for one in _ORDERED if part.endswith(one) and len(part) - len(one) >= 3)
    return part.removesuffix(next((one for one in fitting if one not in _ADJECTIVAL or part[-3] in "кн"), ""))


@dataclass(eq=False)
class Person:
    """One person: the fullest name met, its stems, the classes of the roles, the gender, the state.

    ``sure`` tells that the name was met in the nominative; ``last`` is the place of the latest mention;
    ``private`` that the person speaks for nobody whom the tables know; ``field`` holds the stems of what the office is
    about ("justice"). An unnamed person, "the justice minister", has no stems. ``introduced`` is where a named one was
    named first.
    """

    stems: list[str]
    name: str
    sure: bool
    last: int
    classes: set[str] = dataclass_field(default_factory=set)
    gender: str = ""
    codes: list[str] = dataclass_field(default_factory=list)
    private: bool = False
    field: set[str] = dataclass_field(default_factory=set)
    introduced: tuple[Scene, Mention] | None = None

    @property
    def actor(self) -> str:
        """The code of the state or organisation that the person speaks for, or nothing."""
        return self.codes[0] if self.codes else ""

    def __lt__(self, other: "Person") -> bool:
        """Persons have no order of their own; sorted lists of places need one."""
        return id(self) < id(other)

    def is_called(self, stems: list[str]) -> bool:
        """Tell whether a name can be this person's: a part of the name, or first name and surname."""
        if set(stems) <= set(self.stems) or set(self.stems) <= set(stems):
            return True
        return stems[-1] == self.stems[-1] and stems[0] == self.stems[0]

    def rename(self, stems: list[str], name: str, *, sure: bool) -> None:
        """Take a name that is fuller, or as full and surely in the nominative."""
        if (len(stems), sure) > (len(self.stems), self.sure):
            self.stems, self.name, self.sure = stems, name, sure


def phrase_nominative(tokens: list[Token], head: int, language: str) -> str:
    """Put a noun phrase into the nominative: its head and the adjectives before it; what follows stays.

    Args:
        tokens: the words of the phrase.
        head: the place of its head among them.
        language: the language.
    """
    words = [token.text for token in tokens]
    if language == "en":
        return plain_name(" ".join(words))
    number, gender = _head_number(words[head], language)
    for place in range(head + 1):
        grammemes = {"nomn", number}
        if place < head and gender and number == "sing":
            grammemes = grammemes | {gender}
        words[place] = inflect(words[place], language, grammemes) or words[place]
    return join_words(words)


def _head_number(word: str, language: str) -> tuple[str, str]:
    found = [reading for reading in readings(word, language) if reading.part == "NOUN"]
    return (found[0].number, found[0].gender) if found else ("sing", "")


def join_words(words: list[str]) -> str:
    """Join words with spaces, none before a comma or within brackets.

    >>> join_words(["МАГАТЕ", "(", "Відень", ")", ",", "агентство"])
    'МАГАТЕ (Відень), агентство'
    """
    text = " ".join(words)
    for spaced, close in ((" ,", ","), ("( ", "("), (" )", ")"), (" .", ".")):
        text = text.replace(spaced, close)
    return text
