"""Who is who in an article: mentions resolved to persons and bodies, persons to the actor they speak for."""

from typing import NamedTuple

from research.reading.gazetteer import Actor, actor_name, find_actors
from research.reading.linking import named
from research.reading.mentions import Mention, Scene
from research.reading.morphology import cases, is_nominative, is_preposition, name_gender, readings
from research.reading.people import Person, join_words, nominative_name, phrase_nominative, plain_name, stem
from research.reading.segment import Token
from research.reading.tables import Table


class Speaker(NamedTuple):
    """A resolved speaker: the name in the nominative, the code of the actor (or nothing), the person if it is one."""

    name: str
    actor: str
    person: Person | None = None


#: Behind these words stands what an office deals with, not whom it serves.
_CONCERNS = frozenset(["справах", "делам", "питань", "вопросам", "for", "on"])
_GENERIC_BODY = frozenset(
    ["агентство", "організація", "організації", "агентства", "альянс", "альянсу", "союз", "союзу", "блок", "блоку", "агентство", "организация", "организации", "альянса", "союза", "блока", "відомство", "відомства", "ведомство", "ведомства", "agency", "organisation", "organization", "alliance", "bloc", "union"]
)


class Cast:
    """The persons and actors of one article, in the order of the text."""

    def __init__(self, table: Table) -> None:
        self.table, self.language = table, table.language
        self.persons: list[Person] = []
        self.occurrences: list[tuple[int, str, str]] = []
        self.leads: list[tuple[int, int, str]] = []
        self.speakers: list[Speaker] = []
        #: Where persons stand in the nominative or speak: whom a pronoun can take up.
        self.sightings: list[tuple[int, Person]] = []

    # -- first pass ---------------------------------------------------------------------------------------------------

    def open_with(self, code: str) -> None:
        """Note the first actor of the headline: who is meant where an article opens with "the minister"."""
        self.leads.append((-1, -1, code))

    def introduce(self, scene: Scene) -> None:
        """Note the persons and the actors of a sentence."""
        if scene.actors:
            first = scene.actors[0]
            self.leads.append((scene.tokens[first.start].start, len(self.leads), first.code.split(",")[0]))
        for actor in scene.actors:
            self.occurrences.append((scene.tokens[actor.start].start, actor.code, actor.kind))
        for mention in scene.mentions:
            if mention.kind == "person":
                self._introduce_person(scene, mention)

    def _introduce_person(self, scene: Scene, mention: Mention) -> None:
        tokens = scene.tokens[slice(*mention.name)]
        stems = [stem(token.text) for token in tokens if token.is_word]
        person = self._known(stems)
        if person is None and len(stems) < 2 and mention.role == (0, 0):
            return
        gender = self._gender(scene, mention)
        nominative = self._is_nominative(scene, mention)
        name = nominative_name(tokens, self.language, gender) if nominative is False else _plain(tokens)
        sure = nominative is True
        if person is None:
            person = Person(stems, name, sure, tokens[0].start)
            self.persons.append(person)
        elif (
            (len(stems), sure) > (len(person.stems), person.sure)
            or (person.sure < sure
            and len(stems) == len(person.stems))
        ):
            person.stems, person.name, person.sure = stems, name, sure
        person.gender = person.gender or gender
        if nominative is not False:
            self.sightings.append((tokens[0].start, person))
        self._take_role(scene, mention, person)

    def _known(self, stems: list[str]) -> Person | None:
        for person in reversed(self.persons):
            if stems[-1] == person.stems[-1] and (
                len(stems) == 1 or len(person.stems) == 1 or stems[0] == person.stems[0]
            ):
                return person
            if set(stems) <= set(person.stems):
                return person
        return None

    def _take_role(self, scene: Scene, mention: Mention, person: Person) -> None:
        if mention.role == (0, 0):
            return
        start, end = mention.role
        role = phrase_nominative(scene.tokens[start:end], max(0, min(mention.head, end - 1) - start), self.language)
        person.roles.append(role)
        person.classes.add(mention.role_class)
        person.classes.update(self._classes(scene, mention.start, mention.end))
        code = self.role_code(scene, mention)
        if code and not person.codes:
            person.codes.append(code)

    def _classes(self, scene: Scene, start: int, end: int) -> set[str]:
        """Every class among the words of a role: a "deputy minister" is later "the minister" too."""
        found = {self.table.role_class(token.lower) for token in scene.tokens[start:end] if token.is_word}
        return found - {"", "body", "paper"}

    def _gender(self, scene: Scene, mention: Mention) -> str:
        before = scene.tokens[mention.name[0] - 1].lower if mention.name[0] else ""
        if mention.name[0] > 1 and before == ".":
            before = scene.tokens[mention.name[0] - 2].lower
        titles = {
            "mr": "masc",
            "mrs": "femn",
            "ms": "femn",
            "miss": "femn",
            "sir": "masc",
            "пан": "masc",
            "пані": "femn",
        }
        if before in titles:
            return titles[before]
        known = (name_gender(token.text, self.language) for token in scene.tokens[slice(*mention.name)])
        return next(filter(None, known), "") or self._role_gender(scene, mention)

    def _role_gender(self, scene: Scene, mention: Mention) -> str:
        """Feminine titles tell the gender; masculine ones serve for both."""
        if mention.role == (0, 0) or self.language == "en":
            return ""
        found = readings(scene.tokens[mention.head].text, self.language)
        return "femn" if found and found[0].gender == "femn" else ""

    def _is_nominative(self, scene: Scene, mention: Mention) -> bool | None:
        """Whether a name stands in the nominative, by the case of the role before it; None where that is open."""
        if self.language == "en":
            return True
        if mention.role != (0, 0) and mention.head < mention.name[0]:
            return is_nominative(scene.tokens[mention.head].text, self.language)
        words = [token.text for token in scene.tokens[slice(*mention.name)] if token.is_word]
        return None if all("nomn" in cases(word, self.language) for word in words) else False

    # -- second pass --------------------------------------------------------------------------------------------------

    def resolve(self, scene: Scene, mention: Mention, gender: str = "") -> Speaker:
        """Give the speaker that a mention stands for.

        Args:
            scene: the sentence.
            mention: who speaks, in that sentence.
            gender: what the verb says about the speaker.
        """
        speaker = self._resolved(scene, mention, gender)
        if speaker.person is not None:
            speaker.person.gender = speaker.person.gender or gender
        return speaker

    def _resolved(self, scene: Scene, mention: Mention, gender: str) -> Speaker:
        if mention.kind == "pronoun":
            return self.by_gender(mention.gender or gender, scene.tokens[mention.start].start)
        if mention.kind == "person":
            stems = [stem(token.text) for token in scene.tokens[slice(*mention.name)] if token.is_word]
            person = self._known(stems)
            if person is not None:
                return self._of_person(scene, mention, person)
        if mention.kind == "body" and mention.role_class == "paper":
            return self._issuer(scene, mention)
        if mention.kind == "role":
            person = self._by_role(scene, mention)
            if person is not None:
                return self._of_person(scene, mention, person)
        if mention.kind == "other":
            return Speaker(self._phrase(scene, mention), "")
        return Speaker(self._phrase(scene, mention), self.role_code(scene, mention) or self._guess(scene, mention))

    def _issuer(self, scene: Scene, mention: Mention) -> Speaker:
        """Who speaks in a paper: the body that it names, else the one that spoke last, else its state."""
        for place in range(mention.start, mention.end):
            token = scene.tokens[place]
            if place != mention.head and self.table.role_class(token.lower) == "body":
                first = mention.head + 1 if self.language != "en" and mention.head < place else place
                phrase = (
                    scene.tokens[min(first, place) : mention.end]
                    if self.language != "en"
                    else scene.tokens[mention.start : place + 1]
                )
                head = place - min(first, place) if self.language != "en" else 0
                return Speaker(
                    phrase_nominative(phrase, head, self.language),
                    self.role_code(scene, mention) or self._guess(scene, mention),
                )
        code = self.role_code(scene, mention)
        for speaker in reversed(self.speakers):
            if speaker.actor and (not code or speaker.actor == code) and speaker.person is None:
                return speaker
        code = code or self._guess(scene, mention)
        return Speaker(actor_name(code, self.language) or self._phrase(scene, mention), code)

    def _of_person(self, scene: Scene, mention: Mention, person: Person) -> Speaker:
        person.last = scene.tokens[mention.start].start
        self.sightings.append((person.last, person))
        if not person.codes and (code := self._guess(scene, mention)):
            person.codes.append(code)
        return Speaker(person.name, person.actor, person)

    def by_gender(self, gender: str, place: int) -> Speaker:
        """Give the person whom a pronoun of a gender at a place can mean: the latest before it."""
        if gender in ("plur", "neut", "") and self.speakers:
            return self.speakers[-1]
        before = [(at, person) for at, person in self.sightings if at < place and person.gender in ("", gender)]
        if before:
            person = max(before, key=lambda pair: pair[0])[1]
            person.gender = gender
            return Speaker(person.name, person.actor, person)
        return self.speakers[-1] if self.speakers else Speaker("", "")

    def _by_role(self, scene: Scene, mention: Mention) -> Person | None:
        code = self.role_code(scene, mention)
        wanted = self._compatible(mention.role_class)
        place = scene.tokens[mention.start].start
        fitting = [
            person
            for person in self.persons
            if (not code or not person.codes or code in person.codes) and (wanted & person.classes)
        ]
        recent = {id(speaker.person): number for number, speaker in enumerate(self.speakers)}
        exact = [person for person in fitting if mention.role_class in person.classes] or fitting
        before = [person for person in exact if person.last < place]
        if before:
            return max(before, key=lambda person: (recent.get(id(person), -1), person.last))
        return exact[0] if exact and code else None

    def _compatible(self, role_class: str) -> frozenset[str]:
        return frozenset((role_class,)) | self.table.coreference.get(role_class, frozenset())

    def _phrase(self, scene: Scene, mention: Mention) -> str:
        phrase = scene.tokens[mention.start : mention.end]
        head = scene.tokens[mention.head].text
        before = scene.tokens[mention.start - 1] if mention.start else None
        governed = before is not None and before.is_word and is_preposition(before.text, self.language)
        if self.language == "en" or ("nomn" in cases(head, self.language) and not governed):
            return plain_name(join_words([token.text for token in phrase]))
        if mention.kind == "actor":
            return next(actor.term for actor in scene.actors if actor.start == mention.start)
        return phrase_nominative(phrase, mention.head - mention.start, self.language)

    # -- whom somebody speaks for -------------------------------------------------------------------------------------

    def role_code(self, scene: Scene, mention: Mention) -> str:
        """Give the code of the actor that a role or body names, or nothing."""
        start, end = mention.role
        actors = [actor for actor in scene.actors if start <= actor.start < end]
        hosted = [actor for actor in actors if self._is_host(scene.tokens, actor, start)]
        if hosted:
            return hosted[-1].code.split(",")[0]
        served = [actor for actor in actors if not self._is_concern(scene.tokens, actor, start)]
        if served:
            return served[0].code.split(",")[0]
        for token in scene.tokens[start:end]:
            if token.lower in self.table.role_codes:
                return self.table.role_codes[token.lower]
        return ""

    def _is_host(self, tokens: list[Token], actor: Actor, start: int) -> bool:
        """A government body behind "в" or "при" employs whoever serves in it: "директорка департаменту у МЗС Індонезії"."""
        before = actor.start - 2
        body = before > start and self.table.role_class(tokens[before + 1].lower) == "body"
        return body and tokens[before].lower in ("у", "в", "при")

    def _is_concern(self, tokens: list[Token], actor: Actor, start: int) -> bool:
        return any(tokens[i].lower in _CONCERNS for i in range(max(start, actor.start - 3), actor.start))

    def _guess(self, scene: Scene, mention: Mention) -> str:
        """The actor of a role that names none: a body named before, the place of the speech, the talk so far."""
        place = scene.tokens[mention.start].start
        before = [(at, code, kind) for at, code, kind in self.occurrences if at < place]
        words = {token.lower for token in scene.tokens[mention.start : mention.end]}
        if words & _GENERIC_BODY:
            bodies = [code for _, code, _ in before if len(code) > 2 or code in ("EU", "UN")]
            if bodies:
                return bodies[-1]
        places = [name.code for name in named(scene.tokens, scene.actors, self.table) if name.place]
        if places:
            return places[-1]
        if scene.actors and scene.actors[0].end <= mention.start:
            return scene.actors[0].code.split(",")[0]
        return self._lead(place) or (scene.actors[0].code.split(",")[0] if scene.actors else "")

    def _lead(self, place: int) -> str:
        """The first actor of the latest sentence that names one: mostly its subject."""
        latest = ""
        sentence = -1
        for at, number, code in self.leads:
            if at < place and number != sentence:
                latest, sentence = code, number
        return latest

    def named(self, surname: str) -> Person | None:
        """Give the person with a surname, where one was introduced."""
        return self._known([stem(surname)])

    def codes_of_names(self, tokens: list[Token]) -> list[str]:
        """Give the codes of the persons whom words name by surname."""
        stems = {stem(token.text) for token in tokens if token.is_word and token.text[0].isupper()}
        return [person.actor for person in self.persons if person.actor and person.stems[-1] in stems]


def _plain(tokens: list[Token]) -> str:
    return " ".join(token.text for token in tokens).replace(" .", ".").removesuffix("'s").removesuffix("’s")


def actors_between(tokens: list[Token], language: str) -> list[str]:
    """Give the codes of the actors that tokens name, in order, each once."""
    found = find_actors(tokens, language)
    return list(dict.fromkeys(code for actor in found for code in actor.code.split(",")))
