"""Who is mentioned in a sentence: persons, roles, bodies, states, pronouns, each with its extent.

A mention is one noun phrase: "міністр закордонних справ Литви Йонас Петраускас", "the Kenyan foreign ministry", "Kyiv".
"""

import re
from typing import NamedTuple

from research.reading.gazetteer import ACTING, Actor, find_actors
from research.reading.morphology import cases, is_known, readings
from research.reading.segment import Sentence, Token
from research.reading.tables import Table

_PARTICLES = frozenset(
    "de da do dos del della di la le van von der den ter bin ibn al el ben du des y e "
    "де да ду дос дель ді ди ла ле ван фон дер ден бін бин ібн ибн аль ель эль ас ар бен".split()
)
_NAME = re.compile(r"(?:[dDLОOд]['’])?[^\W\d_a-zа-яіїєґё][^\W\d_]*(?:[-'’ʼ‑][^\W\d_]+)*$")
_INITIAL = re.compile(r"[^\W\d_a-zа-яіїєґё]$")
_HONORIFICS = frozenset(
    "mr mrs ms miss dr sir dame lord lady madam пан пані панна господин госпожа г-н г-жа сэр".split()
)
_JOINERS = {
    "uk": frozenset("з із зі у в при по для про на до та і й".split()),
    "ru": frozenset("по в во при для о на с и к".split()),
    "en": frozenset("of for to at in on from and with under".split()),
}
_PLACES = {"uk": frozenset(("у", "в", "при", "на")), "ru": frozenset(("в", "во", "при", "на")), "en": frozenset()}
_TIME = frozenset(
    """понеділок вівторок середу четвер п'ятницю суботу неділю четверга понедельник вторник среду четверг пятницу субботу
    воскресенье monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december week month year time night today yesterday briefing брифінгу брифинге
    interview statement press inteрв'ю заяві заявлении ході ходе рамках межах відповідь ответ розмові беседе разговоре
    п'ятницю кулуарах эфире ефірі соцмережі соцмережах соцсетях соцсети facebook telegram twitter x""".split()
)
#: English words that end a noun phrase; the language has no endings to tell by.
_FUNCTION = frozenset(
    """the a an this that these those his her its their our your my some any no all both each every many most several
    of for to at in on from by with under over about after before during into against between through as than and or
    but if when while because since so then there here not it he she they we you i who which whose whom what is are was
    were be been being am has have had do does did will would can could may might must shall should said also only even
    just still now later earlier meanwhile however instead today yesterday tomorrow asked told added says say""".split()
)
_TAIL = 14
_LEFT = 6


class Mention(NamedTuple):
    """A noun phrase ``tokens[start:end]`` that can speak.

    ``kind`` is ``"person"`` (a name, with or without role), ``"role"``, ``"body"``, ``"actor"`` or ``"pronoun"``;
    ``name`` and ``role`` are stretches of tokens, empty where there is none; ``head`` is the token that bears the case;
    ``role_class`` is the class of the role (see the language tables), ``gender`` that of a pronoun.
    """

    start: int
    end: int
    kind: str
    head: int
    name: tuple[int, int] = (0, 0)
    role: tuple[int, int] = (0, 0)
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
        seen: words (in lower case) that the article writes with a capital within sentences: as the first word of a
            sentence they may be names.
    """
    actors = find_actors(tokens, table.language)
    return Scene(tokens, actors, _Surveyor(tokens, actors, table, seen).mentions())


def capitalised(tokens: Sentence) -> list[str]:
    """Give the words, in lower case, that a sentence writes with a capital elsewhere than at its beginning."""
    return [
        token.lower.removesuffix("'s")
        for before, token in zip(tokens, tokens[1:], strict=False)
        if token.is_word and token.text[0].isupper() and before.is_word and not token.text.isupper()
    ]


class _Surveyor:
    """Finds the mentions of one sentence; what several rules look up is computed once."""

    def __init__(self, tokens: Sentence, actors: list[Actor], table: Table, seen: frozenset[str]) -> None:
        self.seen = seen
        self.tokens, self.table, self.language = tokens, table, table.language
        self.lower = [token.lower if token.is_word else token.text for token in tokens]
        self.actor_at = {place: actor for actor in actors for place in range(actor.start, actor.end)}
        self.actors = actors
        self.runs = [run for run in self._name_runs() if not self._is_modifier(run)]
        self.run_at = {run[0]: run for run in self.runs}

    def mentions(self) -> list[Mention]:
        found: list[Mention] = []
        place = 0
        while place < len(self.tokens):
            mention = self._mention_at(place)
            if mention is not None:
                self._take(mention, found)
            place = mention.end if mention else place + 1
        return self._appositions(found)

    def _take(self, mention: Mention, found: list[Mention]) -> None:
        """A phrase swallows what stands within it: "Mexico's" in "Mexico's undersecretary"."""
        while found and mention.start <= found[-1].start:
            found.pop()
        if found and mention.start < found[-1].end:
            mention = mention._replace(start=found[-1].end)
        found.append(mention)

    def _mention_at(self, place: int) -> Mention | None:
        if not self.tokens[place].is_word:
            return None
        if self._is_role(place):
            return self._noun_phrase(place)
        if place in self.run_at:
            return self._named(self.run_at[place])
        actor = self.actor_at.get(place)
        if actor is not None and actor.kind in ACTING and actor.start == place:
            return self._acting(actor)
        gender = self.table.pronouns.get(self.lower[place])
        return Mention(place, place + 1, "pronoun", place, gender=gender) if gender else None

    def _is_role(self, place: int) -> bool:
        """A role's head, unless it is the attribute of another: "deputy", "press" before the head proper."""
        if not self.table.role_class(self.lower[place]) or self.actor_at.get(place) is not None:
            return False
        return self.language != "en" or not self._english_verb(place)

    def _english_verb(self, place: int) -> bool:
        """Words such as "head", "leads", "office" after "to" or a pronoun are verbs."""
        before = self.lower[place - 1] if place else ""
        return before in ("to", "they", "we", "you", "i", "will", "would", "can", "could", "not")

    def _named(self, run: tuple[int, int]) -> Mention:
        start = run[0]
        while start and self.lower[start - 1] in _HONORIFICS or start and self.lower[start - 1] == ".":
            start -= 1
        return Mention(start, run[1], "person", run[1] - 1, name=run)

    def _acting(self, actor: Actor) -> Mention:
        return Mention(actor.start, actor.end, "actor", actor.start, role=(actor.start, actor.end))

    def _is_modifier(self, run: tuple[int, int]) -> bool:
        """A capitalised word before an English role is part of the title: "Finance Minister"."""
        end = run[1]
        return (
            self.language == "en"
            and end < len(self.tokens)
            and self._is_role(end)
            and end - run[0] < 3
            and run[0] not in self.actor_at
        )

    def _noun_phrase(self, head: int) -> Mention:
        head = self._last_head(head)
        start = self._left(head)
        end, run = self._right(head)
        kind = "body" if self._class(head) in ("body", "paper") else "role"
        role = (start, end)
        if run and kind == "role":
            return Mention(start, run[1], "person", head, run, (start, run[0]), self._group(start, run[0], head))
        return Mention(start, end, kind, head, role=role, role_class=self._group(start, end, head))

    def _class(self, place: int) -> str:
        return self.table.role_class(self.lower[place])

    def _last_head(self, head: int) -> int:
        """English noun phrases end in their head: "ministry spokesman", "deputy prime minister"."""
        while self.language == "en" and head + 1 < len(self.tokens) and self._is_role(head + 1):
            head += 1
        return head

    def _group(self, start: int, end: int, head: int) -> str:
        """A class that two words make together: "глава МЗС" is a minister."""
        for place in range(start, end - 1):
            following = self.lower[place + 1]
            for phrase, kind in self.table.groups.items():
                if phrase[-1] == following or following.startswith(phrase[-1][:-1]):
                    if self._same_head(self.lower[place], phrase[0]):
                        return kind
        return self._class(head)

    def _same_head(self, word: str, lemma: str) -> bool:
        return word == lemma or (self.language != "en" and word[:4] == lemma[:4] and word in self.table.roles)

    def _left(self, head: int) -> int:
        place = head
        while place > 0 and head - place < _LEFT and self._modifies(place - 1):
            place -= 1
        while place < head and self.lower[place] in ("and", "the", "a", "an"):
            place += 1
        return place

    def _modifies(self, place: int) -> bool:
        token = self.tokens[place]
        if not token.is_word or place in self.run_at:
            return self.language == "en" and token.text in ("-",)
        if self.language != "en":
            actor = self.actor_at.get(place)
            return (actor is not None and actor.kind == "adjective") or _is_adjective(token.text, self.language)
        if any(run[0] <= place < run[1] for run in self.runs):
            return False
        lower = self.lower[place]
        return (
            lower not in _FUNCTION
            and lower not in self.table.cues
            and not lower.endswith("ly")
            or lower == "and"
            and token.text != "And"
            and place + 1 < len(self.tokens)
            and self.tokens[place + 1].text[0].isupper()
            and self.tokens[place - 1].text[0].isupper()
        )

    def _right(self, head: int) -> tuple[int, tuple[int, int] | None]:
        """The end of the phrase, and the name that follows it."""
        place, good = head + 1, head + 1
        oblique = False
        while place < min(len(self.tokens), head + _TAIL):
            if place in self.run_at and not self._within_tail(place):
                return good, self.run_at[place] if place == good else None
            if self._continues(place, oblique=oblique):
                place = self._behind(place)
                good = place
            elif self._joins(place, head):
                oblique = self.lower[place] not in ("та", "і", "й", "и", "and")
                place += 1
            else:
                break
        return good, None

    def _behind(self, place: int) -> int:
        if place in self.actor_at:
            return self.actor_at[place].end
        return self.run_at[place][1] if place in self.run_at else place + 1

    def _within_tail(self, place: int) -> bool:
        """A proper name behind a preposition or conjunction belongs to the office: "у справах Косова і Метохії"."""
        before = self.lower[place - 1]
        return before in _JOINERS[self.language] or self.language == "en" and before == "the"

    def _continues(self, place: int, *, oblique: bool) -> bool:
        token = self.tokens[place]
        lower = self.lower[place]
        if not token.is_word or lower in _TIME or (lower in self.table.cues and place not in self.actor_at):
            return False
        if place in self.run_at:
            return True
        if self.language == "en":
            after_joiner = self.lower[place - 1] in _JOINERS["en"] or self.lower[place - 1] == "the"
            proper = token.text[0].isupper() or place in self.actor_at
            return lower == "the" and after_joiner or lower not in _FUNCTION and (after_joiner or proper)
        if place in self.actor_at:
            return True
        if lower in _JOINERS[self.language]:
            return False
        wanted = {"gent", "datv", "loct", "ablt", "accs"} if oblique else {"gent"}
        found = readings(token.text, self.language)
        return any(reading.case in wanted and reading.part in ("NOUN", "ADJF", "PRTF") for reading in found[:6])

    def _joins(self, place: int, head: int) -> bool:
        lower = self.lower[place]
        if lower not in _JOINERS[self.language] or place + 1 >= len(self.tokens):
            return False
        following = self.tokens[place + 1]
        if not following.is_word or self.lower[place + 1] in _TIME:
            return False
        if self.language == "en":
            return lower not in ("and", "with", "on", "in") or place + 1 in self.actor_at or following.text[0].isupper()
        if lower in _PLACES[self.language]:
            if self._is_role(place + 1) and self._class(place + 1) == "body":
                return True
            return (
                place + 1 in self.actor_at
                and self._class(head) in ("envoy", "representative", "body", "head")
                or self.lower[place + 1] in ("справах", "делам")
                or lower == "при"
            )
        if lower in ("та", "і", "й", "и"):
            return "nomn" not in cases(following.text, self.language) and not self._is_role(place + 1)
        return True

    def _name_runs(self) -> list[tuple[int, int]]:
        runs: list[tuple[int, int]] = []
        place = 0
        while place < len(self.tokens):
            end = self._run_end(place)
            if end > place:
                runs.append((place, end))
            place = max(end, place) + 1
        return runs

    def _run_end(self, place: int) -> int:
        if not self._is_name(place) or place == 0 and not self._begins_with_name():
            return place
        end = place + 1
        while end < len(self.tokens):
            if self._is_name(end) or self._is_initial_dot(end):
                end += 1
            elif self.lower[end] in _PARTICLES and end + 1 < len(self.tokens) and self._is_name(end + 1):
                end += 2
            else:
                break
        return end

    def _is_initial_dot(self, place: int) -> bool:
        return (
            self.tokens[place].text == "."
            and bool(_INITIAL.match(self.tokens[place - 1].text))
            and place + 1 < len(self.tokens)
        )

    def _is_name(self, place: int) -> bool:
        token = self.tokens[place]
        if token.quote is not None or place in self.actor_at or not token.text[0].isupper():
            return False
        lower = self.lower[place].removesuffix("'s")
        if (
            self.table.role_class(lower)
            or lower in _HONORIFICS
            or lower in _TIME
            or lower in _FUNCTION
            or lower in self.table.pronouns
        ):
            return False
        acronym = token.text.isupper() and len(token.text) > 1
        return (
            bool(_NAME.match(token.text.removesuffix("'s").removesuffix("’s")))
            and not acronym
            and self._may_name(place, lower)
        )

    def _may_name(self, place: int, lower: str) -> bool:
        """Common words written with a capital ("Foreign", "Офіційний") are no names."""
        if self.language == "en":
            return lower not in _TITLE_WORDS
        return (
            not _is_adjective(self.tokens[place].text, self.language)
            or place + 1 < len(self.tokens)
            and self.tokens[place + 1].text[:1].isupper()
            or bool(_surname(self.tokens[place].text, self.language))
        )

    def _begins_with_name(self) -> bool:
        """The first word of a sentence has its capital anyway."""
        if self.lower[0] in self.seen:
            return True
        if len(self.tokens) > 1 and self._is_name(1) and not self._known_word(0):
            return True
        if len(self.lower[0]) < 3:
            return False
        if self.language == "en":
            return (
                self.lower[0] not in _FUNCTION
                and len(self.tokens) > 1
                and (self.lower[1] in self.table.cues or self.lower[1] in _HAS or self.tokens[1].text == ",")
            )
        return not self._known_word(0) and _surname(self.tokens[0].text, self.language)

    def _known_word(self, place: int) -> bool:
        if self.language == "en":
            return self.lower[place] in _FUNCTION
        found = readings(self.tokens[place].text, self.language)
        return any(
            reading.part in ("PREP", "CONJ", "PRCL", "NPRO", "ADVB", "VERB", "GRND", "PRED") for reading in found
        )

    def _appositions(self, found: list[Mention]) -> list[Mention]:
        """Join a name and the role that stands behind or before a comma."""
        joined: list[Mention] = []
        for mention in found:
            before = joined[-1] if joined else None
            if before is not None and self._is_apposition(before, mention):
                joined[-1] = self._joined(before, mention)
            else:
                joined.append(mention)
        return joined

    def _is_apposition(self, before: Mention, mention: Mention) -> bool:
        between = [token.text.lower() for token in self.tokens[before.end : mention.start]]
        if not between or between[0] != "," or any(word not in (",", "the", "a", "an") for word in between):
            return False
        if (
            before.start
            and before.name[1] - before.name[0] == 1
            and self.lower[before.start - 1] in ("in", "at", "from", "to")
        ):
            return False
        kinds = (before.kind, mention.kind)
        if kinds == ("person", "role"):
            return before.role == (0, 0)
        return kinds == ("role", "person") and before.role_class not in ("official",) or kinds == ("body", "none")

    def _joined(self, before: Mention, mention: Mention) -> Mention:
        if before.kind == "person":
            return before._replace(end=mention.end, role=mention.role, role_class=mention.role_class)
        role = (before.role[0], mention.role[1] or before.role[1])
        return mention._replace(start=before.start, head=before.head, role=role, role_class=before.role_class)


_TITLE_WORDS = frozenset(
    "foreign prime deputy defence defense first former press state federal general interior european global northern southern eastern western north south east west middle god internet".split()
)
_HAS = frozenset("has had have also later then".split())


def _is_adjective(word: str, language: str) -> bool:
    if not is_known(word, language):
        return False
    return any(reading.part in ("ADJF", "PRTF") and not reading.name for reading in readings(word, language)[:2])


def _surname(word: str, language: str) -> bool:
    return any(reading.name for reading in readings(word, language))
