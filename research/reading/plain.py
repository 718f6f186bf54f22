"""Subjects behind a verb that are no known role or name: "said the prefect of Brazzaville", "посетовал лоцман"."""

from research.reading.frame import Frame, Verb
from research.reading.mentions import Mention
from research.reading.morphology import Reading, readings

_WIDEST = 6
_BESIDE = ("ADJF", "PRTF")
#: Words of these kinds end a noun phrase.
_ENDING = ("PREP", "CONJ", "VERB", "INFN", "GRND", "ADVB", "NPRO", "PRCL")


def plain_behind(frame: Frame, verb: Verb) -> Mention | None:
    """Give the subject of plain words behind a verb that tells what stands before it."""
    return _english(frame, verb.behind) if frame.words.english else _nominative(frame, verb)


def _english(frame: Frame, behind: int) -> Mention | None:
    if frame.word(behind) not in ("the", "a", "an"):
        return None
    ends = (i for i in range(behind, frame.end) if not frame.words.is_word(i) or _opens_time(frame, i))
    stop = next(ends, frame.end)
    if any(frame.words.is_a(i, "be", "modals", "auxiliaries", "verbal") for i in range(behind, stop)):
        return None  # "…, said the talks would …"
    return _other(behind + 1, stop, stop - 1) if behind + 1 < stop <= behind + _WIDEST else None


def _opens_time(frame: Frame, place: int) -> bool:
    return frame.words.is_a(place, "times") or (
        frame.words.is_a(place, "prepositions") and frame.words.is_a(place + 1, "times", "time_openers")
    )


def _nominative(frame: Frame, verb: Verb) -> Mention | None:
    """The first noun behind a verb in the singular that can but be its subject, with its adjectives and genitives."""
    reach = range(verb.behind, min(frame.end, verb.behind + _WIDEST))
    stop = next((i for i in reach if not frame.words.is_word(i)), reach.stop)
    heads = (i for i in range(verb.behind, stop) if _is_subject(_readings(frame, i), verb.cue.gender))
    does = verb.behind < stop and any(reading.part == "INFN" for reading in _readings(frame, verb.behind))
    head = next(heads, None) if verb.cue.number == "sing" and not does else None  # "вимагає відкрити рух"
    if head is None:
        return None
    start = head
    while start > verb.behind and any(r.part in _BESIDE and r.case == "nomn" for r in _readings(frame, start - 1)):
        start -= 1
    end = next((i for i in range(head + 1, stop) if _readings(frame, i)[0].part in _ENDING), stop)
    return _other(start, end, head)


def _is_subject(found: list[Reading], gender: str) -> bool:
    """Whether a word is a noun in the nominative singular of a gender, and can be no object."""
    nouns = [reading for reading in found if reading.part == "NOUN" and reading.number == "sing"]
    fits = any(r.case == "nomn" and gender in ("", r.gender) for r in nouns)
    return fits and not any(reading.case == "accs" for reading in nouns)


def _readings(frame: Frame, place: int) -> list[Reading]:
    return list(readings(frame.tokens[place].text, frame.table.language))


def _other(start: int, end: int, head: int) -> Mention:
    return Mention(start, end, "other", head, role=(start, end))
