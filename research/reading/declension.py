"""Personal names put into the nominative, those too that no dictionary has.

The endings are those of the school grammars (for Ukrainian the Pravopys of 2019, §§ 86-92; for Russian Zaliznyak 1977,
Grammaticheskii slovar'). The case comes from the role before the name, so that "президента Амаду Кейты" gives "Амаду
Кейта": in the genitive -у is no ending.
"""

from typing import Any, NamedTuple

from research.reading.morphology import is_known, match_case, name_gender, parses
from research.reading.segment import Token

_VOWELS = "аеиіоуыэюяїєё"
_SIBILANTS = "кгхґжшчщ"


class _Ending(NamedTuple):
    """What an ending of a case hides; ``gender`` is that of the names it belongs to, empty where either bears it."""

    ending: str
    nominative: str
    gender: str = ""


_GENITIVE = {
    "uk": (
        _Ending("ового", "овий", "masc"),
        _Ending("ого", "ий", "masc"),
        _Ending("ього", "ій", "masc"),
        _Ending("а", "", "masc"),
        _Ending("я", "ь", "masc"),
        _Ending("ії", "ія"),
        _Ending("ої", "а", "femn"),
        _Ending("и", "а"),
        _Ending("ці", "ця"),
        *(_Ending(letter + "і", letter + "а", "soft") for letter in "жшчщ"),
        _Ending("і", "я", "soft"),
    ),
    "ru": (
        _Ending("ского", "ский", "masc"),
        _Ending("цкого", "цкий", "masc"),
        _Ending("ого", "ый", "masc"),
        _Ending("его", "ий", "masc"),
        _Ending("а", "", "masc"),
        _Ending("я", "ь", "masc"),
        _Ending("ии", "ия"),
        _Ending("ьи", "ья"),
        _Ending("овой", "ова", "femn"),
        _Ending("евой", "ева", "femn"),
        _Ending("ой", "ая", "femn"),
        _Ending("ы", "а"),
        *(_Ending(letter + "и", letter + "а") for letter in _SIBILANTS),
        _Ending("и", "я", "soft"),
    ),
}
_DATIVE = {
    "uk": (
        _Ending("ові", "", "masc"),
        _Ending("еві", "", "masc"),
        _Ending("єві", "й", "masc"),
        _Ending("ому", "ий", "masc"),
        _Ending("у", "", "masc"),
        _Ending("ю", "ь", "masc"),
        _Ending("ії", "ія"),
        _Ending("ій", "а", "femn"),
        _Ending("і", "а", "femn"),
    ),
    "ru": (
        _Ending("скому", "ский", "masc"),
        _Ending("ому", "ый", "masc"),
        _Ending("у", "", "masc"),
        _Ending("ю", "ь", "masc"),
        _Ending("ии", "ия"),
        _Ending("овой", "ова", "femn"),
        _Ending("ской", "ская", "femn"),
        _Ending("е", "а", "femn"),
    ),
}
_INSTRUMENTAL = {
    "uk": (
        _Ending("овим", "ов", "masc"),
        _Ending("им", "ий", "masc"),
        _Ending("ом", "", "masc"),
        _Ending("ем", "ь", "masc"),
        _Ending("єм", "й", "masc"),
        _Ending("ією", "ія"),
        _Ending("ою", "а"),
        _Ending("ею", "я"),
    ),
    "ru": (
        _Ending("овым", "ов", "masc"),
        _Ending("ским", "ский", "masc"),
        _Ending("ым", "ый", "masc"),
        _Ending("ом", "", "masc"),
        _Ending("ем", "ь", "masc"),
        _Ending("ией", "ия"),
        _Ending("овой", "ова", "femn"),
        _Ending("ской", "ская", "femn"),
        _Ending("ой", "а"),
        _Ending("ей", "я"),
    ),
}
_ACCUSATIVE = {
    "uk": (*(one for one in _GENITIVE["uk"] if one.gender == "masc"), _Ending("у", "а"), _Ending("ю", "я")),
    "ru": (
        *(one for one in _GENITIVE["ru"] if one.gender == "masc"),
        _Ending("скую", "ская", "femn"),
        _Ending("у", "а"),
        _Ending("ю", "я"),
    ),
}
_CASES = {"gent": _GENITIVE, "datv": _DATIVE, "loct": _DATIVE, "ablt": _INSTRUMENTAL, "accs": _ACCUSATIVE}
#: Turkic names of descent do not inflect: "Даурена Ержанулы".
_DESCENT = ("улы", "улу", "оглы", "оглу", "кызы", "гызы", "кизи", "заде")
_ORDER = ("gent", "datv", "ablt", "accs")


def nominative_name(tokens: list[Token], language: str, gender: str = "", case: str = "") -> str:
    """Put a name into the nominative: all its parts in one case and gender.

    Args:
        tokens: the words of the name, in one case.
        language: ``"uk"``, ``"ru"``, or ``"en"``, where the name is returned as it is.
        gender: ``"masc"`` or ``"femn"`` where it is known.
        case: a grammeme of pymorphy3 such as ``"gent"``, or nothing where it is not known.
    """
    words = [token.text for token in tokens]
    if language == "en":
        return plain_name(" ".join(words))
    gender = gender or next(filter(None, (name_gender(word, language, case) for word in words)), "")
    first = len(words) > 1
    parts: list[str] = []
    for word in words:
        parts.append(_nominative_word(word, language, gender, case, given=first))
        first = False
    return plain_name(" ".join(parts))


def plain_name(name: str) -> str:
    """Take the possessive off and set initials close.

    >>> plain_name("John F .  Smith's")
    'John F. Smith'
    """
    name = " ".join(name.split()).replace(" .", ".")
    return name.removesuffix("'s").removesuffix("’s")


def _nominative_word(word: str, language: str, gender: str, case: str, *, given: bool) -> str:
    """Both parts of a double name inflect: "Страуда-Кинга" is "Страуд-Кинг"."""
    pieces = [word] if is_known(word, language) else word.split("-")
    return "-".join(_nominative_part(piece, language, gender, case, given=given) for piece in pieces)


def _nominative_part(word: str, language: str, gender: str, case: str, *, given: bool) -> str:
    if not word[:1].isupper() or word.lower().endswith(_DESCENT):
        return word
    known = [parse for parse in _names(word, language) if not gender or parse.tag.gender in (gender, None)]
    fitting = [parse for parse in known if parse.tag.case == case] if case else known
    for parse in fitting:
        if (found := parse.inflect({"nomn", "sing"}) or parse.inflect({"nomn"})) is not None:
            nominative = match_case(found.word, word)
            return nominative if "ё" in word.lower() else nominative.replace("ё", "е")
    return _unknown(word, language, gender, case, given=given)


def _names(word: str, language: str) -> list[Any]:
    """The readings that the dictionary has of a first name, patronymic or surname."""
    if not is_known(word, language):
        return []
    found = parses(word, language)
    return [parse for parse in found if parse.tag.POS == "NOUN" and {"Surn", "Name", "Patr"} & parse.tag.grammemes]


def _unknown(word: str, language: str, gender: str, case: str, *, given: bool) -> str:
    """Undo the ending of an oblique case of a name, of whatever case where that is open."""
    for one in (case,) if case in _CASES else _ORDER:
        for ending in _CASES[one][language]:
            rest = word.removesuffix(ending.ending)
            if rest != word and len(rest) > 1 and _fits(rest, ending, gender, given):
                return rest + ("й" if ending.nominative == "ь" and rest[-1] in _VOWELS else ending.nominative)
    return word


def _fits(rest: str, ending: _Ending, gender: str, given: bool) -> bool:
    """A masculine stem ends in a consonant; -и, -і of a surname is mostly its own ("Мелоні", "Саркози")."""
    if ending.gender == "soft":
        return given and gender == "femn"
    if ending.gender == "masc":
        return gender != "femn" and (rest[-1] not in _VOWELS or ending.nominative == "ь")
    return not ending.gender or gender in ("", ending.gender)
