"""Whom a verb of speech itself names as spoken to: "попросил Турцию открыть", "reminded Beijing that", "urged Iran"."""

from itertools import takewhile

from research.reading.frame import Frame, Verb
from research.reading.gazetteer import Actor
from research.reading.mentions import Mention
from research.reading.morphology import readings

#: The object of a verb stands within so many tokens.
_REACH = 12


def addressees(frame: Frame, verb: Verb, source: Mention | None, end: int) -> tuple[Actor, ...]:
    """Give the actors in the object of a verb, up to an infinitive, a clause or a preposition.

    Args:
        frame: the sentence.
        verb: the verb of speech.
        source: its subject, which may stand behind it.
        end: the first token that is no part of its complements.
    """
    places = range(verb.behind, min(end, verb.behind + _REACH))
    near = set(takewhile(lambda place: not _stops(frame, place), places))
    spoken = range(source.start, source.end) if source else range(0)
    return tuple(actor for actor in frame.scene.actors if actor.start in near and actor.start not in spoken)


def _stops(frame: Frame, place: int) -> bool:
    if frame.tokens[place].quote is not None or frame.is_mark(place, ":;"):
        return True
    if frame.is_mark(place, ",") or frame.words.is_a(place, "addressing"):
        return not _names(frame, place + 1)
    return frame.words.is_a(place, "prepositions") or _is_infinitive(frame, place)


def _names(frame: Frame, place: int) -> bool:
    place += frame.word(place) == "the"
    return place in frame.words.actor_at


def _is_infinitive(frame: Frame, place: int) -> bool:
    language = frame.table.language
    return language != "en" and any(reading.part == "INFN" for reading in readings(frame.lower[place], language)[:1])
