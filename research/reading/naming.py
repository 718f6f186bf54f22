"""What the words around a name tell of it: its case, the gender of who bears it; and phrases put in the nominative."""

from research.reading.declension import plain_name
from research.reading.holders import is_name_of_holder
from research.reading.mentions import Mention, Scene
from research.reading.morphology import case_of, cases, is_known, is_preposition, name_gender, readings
from research.reading.people import join_words, phrase_nominative
from research.reading.segment import Token
from research.reading.tables import Table

_NOWHERE = (0, 0)
#: The ending of offices that women hold and dictionaries do not have yet.
_FEMININE = "ка"
#: Feminine words for whoever holds an office.
_EITHER = ("глава", "голова")


def case_of_name(scene: Scene, mention: Mention, table: Table) -> str | None:
    """Give the case of a name, by that of the role before it.

    Args:
        scene: the sentence.
        mention: a person in it.
        table: the language table.

    Returns:
        A grammeme of pymorphy3, ``""`` for an oblique case that is not known, None where all is open.
    """
    if table.language == "en":
        return "nomn"
    start = mention.name[0]
    role = mention.head if _has_role_before(mention) else _role_before(scene, start, table)
    office = scene.tokens[role].text if role is not None else ""
    governed = mention.start > 0 and scene.tokens[mention.start - 1].lower in table.before_genitive
    if governed and office.lower().startswith("зам"):
        return "gent"  # "по словам замминистра …", which does not inflect
    if role is not None:
        new = office.endswith(_FEMININE) and not is_known(office, table.language)  # "омбудсменка", taken for a genitive
        return "nomn" if new else case_of(office, table.language)
    if start and scene.tokens[start - 1].lower in table.before_genitive:
        return "gent"
    words = [token.text for token in scene.tokens[slice(*mention.name)] if token.is_word]
    if is_name_of_holder(" ".join(words), table.language):
        return "nomn"
    return None if all("nomn" in cases(word, table.language) for word in words) else ""


def _has_role_before(mention: Mention) -> bool:
    return mention.role != _NOWHERE and mention.head < mention.name[0]


def _role_before(scene: Scene, start: int, table: Table) -> int | None:
    """The role that the phrase before a name took: "в заявлении президента Мали Амаду Кейты"."""
    paper = next((m for m in scene.mentions if m.end == start and m.role_class == "paper"), None)
    places = range(paper.head + 1, paper.end) if paper else ()
    classes = ((place, table.role_class(scene.tokens[place].lower)) for place in places)
    return next((place for place, kind in classes if kind not in ("", "body", "paper")), None)


def gender_of_name(scene: Scene, mention: Mention, table: Table, case: str) -> str:
    """Give ``"masc"`` or ``"femn"`` by the title, the first name or the role of a person, or nothing.

    Args:
        scene: the sentence.
        mention: a person in it.
        table: the language table.
        case: the case of the name where it is known.
    """
    start = mention.name[0]
    titles = {token.lower for token in scene.tokens[max(0, start - 2) : start]}
    if gender := _gender_of_title(titles, table):
        return gender
    name = scene.tokens[slice(*mention.name)]
    known = (name_gender(token.text, table.language, case) for token in name)
    return next(filter(None, known), "") or _role_gender(scene, mention, table)


def _gender_of_title(titles: set[str], table: Table) -> str:
    return next((gender for gender in ("masc", "femn") if titles & table.words[f"titles_{gender}"]), "")


def _role_gender(scene: Scene, mention: Mention, table: Table) -> str:
    """Feminine titles tell the gender; masculine ones, and "глава", serve for both."""
    if table.language == "en":
        return _gender_of_title({token.lower for token in scene.tokens[slice(*mention.role)]}, table)
    found = readings(scene.tokens[mention.head].text, table.language) if mention.role != _NOWHERE else ()
    if not found or found[0].lemma in table.words["common_gender"]:
        return ""
    return "femn" if found[0].gender == "femn" else ""


def nominative_phrase(scene: Scene, mention: Mention, table: Table) -> str:
    """Give the words of a mention in the nominative; those of a subject stand in it already.

    Args:
        scene: the sentence.
        mention: a role, body or other phrase in it.
        table: the language table.
    """
    language = table.language
    own = table.words["possessive"] | table.words["ours"]
    start = mention.start + (scene.tokens[mention.start].lower in own)  # "її міністерство"
    phrase = scene.tokens[start : mention.end]
    if mention.kind == "actor" and language != "en":
        return next(actor.term for actor in scene.actors if actor.start == mention.start)
    governed = mention.start > 0 and _governs(scene.tokens[mention.start - 1], table)
    head = scene.tokens[mention.head].text
    nominative = not governed and ("nomn" in cases(head, language) or _is_unknown_name(scene, mention, table))
    if language == "en" or nominative:
        return plain_name(join_words([token.text for token in phrase]))
    return phrase_nominative(phrase, mention.head - start, language)


def _is_unknown_name(scene: Scene, mention: Mention, table: Table) -> bool:
    """Whether a name that no dictionary has stands alone, "Рютте", "Лёвен": its cases are a guess, it is a subject."""
    head = scene.tokens[mention.head].text
    if mention.kind != "person" or mention.role != _NOWHERE or is_known(head, table.language):
        return False
    before = scene.tokens[mention.start - 1] if mention.start else None
    found = readings(before.text, table.language)[:2] if before is not None else ()
    return not any(reading.part == "NOUN" and reading.lemma not in table.words["moments"] for reading in found)


def _governs(word: Token, table: Table) -> bool:
    """A preposition, or the noun of "за словами", "по данным"."""
    return word.is_word and (is_preposition(word.text, table.language) or word.lower in table.before_genitive)


def is_womans(office: str, language: str) -> bool:
    """Tell whether only a woman holds an office of that name.

    >>> is_womans("речниця", "uk"), is_womans("міністр", "uk"), is_womans("spokeswoman", "en")
    (True, False, True)
    """
    womanly = [reading for reading in readings(office, language)[:1] if reading.gender == "femn"]
    return office.endswith("woman") or any(reading.lemma not in _EITHER for reading in womanly)
