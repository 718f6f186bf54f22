"""Who is mentioned in a sentence: persons, roles, bodies, states, pronouns, each with its extent.

A mention is one noun phrase: "міністр закордонних справ Литви Йонас Петраускас", "the Kenyan foreign ministry", "Kyiv".
"""

from itertools import pairwise
from typing import NamedTuple

from research.reading.gazetteer import ACTING, Actor
from research.reading.morphology import cases
from research.reading.names import Run, name_runs
from research.reading.phrases import left_end, right_end
from research.reading.segment import Sentence
from research.reading.sentence import Words
from research.reading.tables import Table

_NOWHERE = (0, 0)
#: Who bears one of these titles mostly holds another office.
_TITLES = ("ruler", "soldier")


class Mention(NamedTuple):
    """A noun phrase ``tokens[start:end]`` that can speak.

    ``kind`` is ``"person"`` (a name, with or without role), ``"role"``, ``"body"``, ``"actor"``, ``"pronoun"`` or
    ``"other"``; ``name`` and ``role`` are stretches of tokens, empty where there is none; ``head`` is the token that
    bears the case; ``role_class`` is the class of the role (see the language tables), ``gender`` that of a pronoun.
    """

    start: int
    end: int
    kind: str
    head: int
    name: Run = _NOWHERE
    role: Run = _NOWHERE
    role_class: str = ""
    gender: str = ""


class Scene(NamedTuple):
    """A sentence with what was found in it."""

    tokens: Sentence
    actors: list[Actor]
    mentions: list[Mention]


def survey(tokens: Sentence, table: Table, seen: frozenset[str] = frozenset()) -> Scene:
    """Find the actors and the mentions of a sentence.

    Args:
        tokens: the sentence.
        table: the language table.
        seen: words that the article writes with a capital within sentences (see ``Words``).
    """
    words = Words(tokens, table, seen)
    return Scene(tokens, words.actors, _appositions(words, _mentions(words)))


def capitalised(tokens: Sentence) -> list[str]:
    """Give the words, in lower case, that a sentence writes with a capital elsewhere than at its beginning."""
    return [
        token.lower.removesuffix("'s")
        for before, token in pairwise(tokens)
        if token.is_word and token.text[0].isupper() and before.is_word and not token.text.isupper()
    ]


def _mentions(words: Words) -> list[Mention]:
    run_at = {run[0]: run for run in name_runs(words)}
    found: list[Mention] = []
    place = 0
    while place < len(words.tokens):
        mention = _mention_at(words, place, run_at) if words.is_word(place) else None
        if mention is not None:
            _take(mention, found)
        place = mention.end if mention else place + 1
    return found


def _take(mention: Mention, found: list[Mention]) -> None:
    """A phrase swallows what stands within it: "Mexico's" in "Mexico's undersecretary"."""
    while found and mention.start <= found[-1].start:
        found.pop()
    if found and mention.start < found[-1].end:
        mention = mention._replace(start=found[-1].end)
    found.append(mention)


def _mention_at(words: Words, place: int, run_at: dict[int, Run]) -> Mention | None:
    if words.role_class(place):
        return _noun_phrase(words, _last_head(words, place), run_at)
    if place in run_at:
        return _named(words, run_at[place])
    actor = words.actor_at.get(place)
    if actor is not None and actor.kind in ACTING:
        return Mention(place, actor.end, "actor", place, role=(place, actor.end))
    gender = words.table.pronouns.get(words.lower[place])
    return Mention(place, place + 1, "pronoun", place, gender=gender) if gender else None


def _named(words: Words, run: Run) -> Mention:
    start = run[0]
    while words.is_a(start - 1, "honorifics") or (
        words.is_a(start - 2, "honorifics") and words.lower[start - 1] == "."
    ):
        start -= 1
    return Mention(start, run[1], "person", run[1] - 1, name=run)


def _last_head(words: Words, head: int) -> int:
    """English noun phrases end in their head: "ministry spokesman", "deputy prime minister"."""
    while words.english and head + 1 < len(words.tokens) and words.role_class(head + 1):
        head += 1
    return head


def _noun_phrase(words: Words, head: int, run_at: dict[int, Run]) -> Mention:
    start = left_end(words, head, list(run_at.values()))
    end, run = right_end(words, head, run_at)
    role_class = _group(words, start, end) or words.role_class(head)
    if words.role_class(head) in ("body", "paper"):
        return Mention(start, end, "body", head, role=(start, end), role_class=role_class)
    if run is None:
        return Mention(start, end, "role", head, role=(start, end), role_class=role_class)
    return Mention(start, run[1], "person", head, run, (start, run[0]), role_class)


def _group(words: Words, start: int, end: int) -> str:
    """A class that two words make together, one between them or none: "глава МЗС", "глава турецкого МИД"."""
    lower = words.lower[start:end]
    for first, second in (*pairwise(lower), *zip(lower, lower[2:], strict=False)):
        for phrase, kind in words.table.groups.items():
            if _is_form(words, first, phrase[0]) and second.startswith(phrase[-1][:-1]):
                return kind
    return ""


def _is_form(words: Words, word: str, lemma: str) -> bool:
    return word == lemma or (not words.english and word[:4] == lemma[:4] and word in words.table.roles)


def _appositions(words: Words, found: list[Mention]) -> list[Mention]:
    """Join a name and the role that stands behind or before a comma."""
    joined: list[Mention] = []
    for mention in found:
        if joined and _is_apposition(words, joined[-1], mention):
            joined[-1] = _joined(joined[-1], mention)
        elif joined and _is_nation(words, joined[-1], mention):
            joined[-1] = mention._replace(start=joined[-1].start, role=joined[-1].role)
        else:
            joined.append(mention)
    return joined


def _is_nation(words: Words, before: Mention, mention: Mention) -> bool:
    """Whether an English name stands behind its state alone: "Finland's Stubb"."""
    owns = before.kind == "actor" and before.end == mention.start and words.tokens[before.end - 1].lower.endswith("'s")
    return owns and mention.kind == "person" and mention.role == _NOWHERE


def _is_apposition(words: Words, before: Mention, mention: Mention) -> bool:
    between = words.lower[before.end : mention.start]
    if not between and (before.kind, mention.kind) == ("role", "person"):  # "foreign minister Sheikh Khalid"
        return mention.role_class in _TITLES
    if between[:1] != [","] or any(word != "," and word not in words.table.words["apposed"] for word in between):
        return False
    if (before.kind, mention.kind) == ("person", "role"):
        return before.role == _NOWHERE and not _tells(words, mention.end) and not _is_place(words, before)
    if (before.kind, mention.kind) != ("role", "person") or before.role_class == "official":
        return False
    if mention.end >= len(words.tokens):
        return True
    if _tells(words, mention.end):  # "Speaking beside the chancellor, Macron said"
        return False
    return not _speaks(words, before, mention.end) and (mention.role != _NOWHERE or not _goes_on(words, mention.end))


def _tells(words: Words, place: int) -> bool:
    """Behind a comma, what stands right before an English verb of speech is its subject: "…, the minister said"."""
    return words.english and place < len(words.tokens) and words.lower[place] in words.table.cues


def _speaks(words: Words, before: Mention, place: int) -> bool:
    """A name speaks, and not the oblique role before it: "на запитання депутата, Гайдук відповів"."""
    cue = words.table.cues.get(words.lower[place])
    oblique = not words.english and "nomn" not in cases(words.tokens[before.head].text, words.table.language)
    return oblique and cue is not None and cue.finite


def _goes_on(words: Words, place: int) -> bool:
    """A word that is no verb of speech goes on about the name: "according to the minister, Narva and Ivangorod …"."""
    return words.is_word(place) and words.lower[place] not in words.table.cues


def _is_place(words: Words, mention: Mention) -> bool:
    """A single name behind a preposition is mostly a town: "in Bitola, the deputy minister"."""
    return mention.name[1] - mention.name[0] == 1 and words.is_a(mention.start - 1, "prepositions")


def _joined(before: Mention, mention: Mention) -> Mention:
    if before.kind == "person":
        return before._replace(end=mention.end, role=mention.role, role_class=mention.role_class)
    role = (before.role[0], mention.role[1] or before.role[1])
    return mention._replace(start=before.start, head=before.head, role=role, role_class=before.role_class)
