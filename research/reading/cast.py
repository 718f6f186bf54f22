"""Who is who in an article: mentions resolved to persons and bodies, persons to the actor they speak for."""

from datetime import date
from typing import NamedTuple

from research.reading.company import Company, field_of, stems_of
from research.reading.gazetteer import actor_name
from research.reading.holders import actor_of_holder
from research.reading.mentions import Mention, Scene
from research.reading.morphology import is_plural, lemma
from research.reading.naming import is_womans, nominative_phrase
from research.reading.offices import is_of_state, of_role
from research.reading.people import Person, phrase_nominative, stem
from research.reading.roster import LOOK_BACK
from research.reading.segment import Token
from research.reading.tables import Table

_NOWHERE = (0, 0)
#: Words of so many letters tell nothing of an office.
_SHORT = 3
#: So many words before a name may be its title.
_TITLE = 5
#: So many words behind a paper a clause begins that tells what it says.
_CLAUSE = 4


class Speaker(NamedTuple):
    """A resolved speaker: the name in the nominative, the code of the actor (or nothing), the person if it is one."""

    name: str
    actor: str
    person: Person | None = None

    def of(self, actor: str) -> "Speaker":
        """Speak for another actor."""
        if self.person is not None:
            self.person.codes[:1] = [actor]
        return self._replace(actor=actor)


NOBODY = Speaker("", "")


class Doubt(NamedTuple):
    """What is known of a speaker whose actor is a guess.

    Attributes:
        of_state: it can but be a state: a minister's.
        firm: the guess has more to it than that the actor was named last.
        person: the name is a person's.
    """

    of_state: bool
    firm: bool
    person: bool


class Cast(Company):
    """The persons of one article, in the order of the text; ``day`` is when it was published, where known."""

    def __init__(self, table: Table, day: date | None = None) -> None:
        super().__init__(table)
        self.day = day
        self.speakers: list[Speaker] = []
        #: By name the speakers whose actor is a guess.
        self.doubted: dict[str, Doubt] = {}

    # -- second pass -----------------------------------------------------------------------------------------

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
            place = scene.tokens[mention.start].start
            topic = self.allegiance.subject_before(place) if mention.gender == "neut" else ""
            if topic:  # "Mogadishu cried foul. It described the move as …"
                return Speaker(actor_name(topic, self.language), topic)
            return self.by_gender(mention.gender or gender, place)
        if mention.role_class == "paper":
            return self._issuer(scene, mention)
        person = None
        if mention.kind == "person":
            person = self.roster.known(stems_of(scene.tokens[slice(*mention.name)]))
        elif mention.kind == "role" and not self._is_unnamed(scene, mention):
            person = self._by_role(scene, mention)
        elif mention.kind == "other":
            person = self._by_word(scene.tokens[mention.head])
        return self._of_person(scene, mention, person) if person else self._of_phrase(scene, mention)

    def _is_unnamed(self, scene: Scene, mention: Mention) -> bool:
        """Several officials, "a diplomat", a diplomat "on condition of anonymity" are none of those named before."""
        before = scene.tokens[mention.start - 1].lower if mention.start else ""
        hidden = any(token.lower in self.table.words["anonymity"] for token in scene.tokens)
        return hidden or before in ("a", "an") or is_plural(scene.tokens[mention.head].text, self.language)

    def _of_person(self, scene: Scene, mention: Mention, person: Person) -> Speaker:
        person.last = scene.tokens[mention.start].start
        self.roster.sight(person.last, person)
        named = person.introduced if person.introduced and person.introduced[1].role != _NOWHERE else (scene, mention)
        if not person.codes and (code := self._code_of_person(*named, person)):
            person.codes.append(code)
        return Speaker(person.name, person.actor, person)

    def _code_of_person(self, scene: Scene, mention: Mention, person: Person) -> str:
        """Whom the article does not say that a person speaks for: by the office held on its day, or by a guess."""
        if person.private:
            return ""
        held = actor_of_holder(person.stems, self.language, self.day)
        named = bool(person.stems)
        return held or self._of_patron(scene, mention) or self._guess(scene, mention, person.name, is_person=named)

    def _guess(self, scene: Scene, mention: Mention, name: str, *, is_person: bool) -> str:
        code, firm = self.allegiance.guess(scene, mention)
        if code or not firm:
            self.doubted[name] = Doubt(is_of_state(scene, mention, self.table), firm, is_person)
        return code

    def _of_phrase(self, scene: Scene, mention: Mention) -> Speaker:
        name = nominative_phrase(scene, mention, self.table)
        if mention.kind == "other":
            return Speaker(name, of_role(scene, mention, self.table))
        speaker = Speaker(name, self._code(scene, mention, name))
        if mention.kind == "role" and not is_plural(scene.tokens[mention.head].text, self.language):
            self._remember(scene, mention, speaker)
        return speaker

    def _remember(self, scene: Scene, mention: Mention, speaker: Speaker) -> None:
        """Take a role that nobody named before holds for a person, whom later roles and pronouns can mean."""
        place = scene.tokens[mention.start].start
        person = Person([], speaker.name, sure=True, last=place, classes={mention.role_class})
        person.codes, person.field = [speaker.actor] * bool(speaker.actor), field_of(scene, mention, self.table)
        self.roster.add(person)
        self.roster.sight(place, person)

    def _code(self, scene: Scene, mention: Mention, name: str) -> str:
        told = of_role(scene, mention, self.table)
        held = actor_of_holder(stems_of(scene.tokens[slice(*mention.name)]), self.language, self.day)
        return told or held or self._of_patron(scene, mention) or self._of_same(scene, mention, name)

    def _of_same(self, scene: Scene, mention: Mention, name: str) -> str:
        """The actor of whoever spoke last, of a word for any body, "відомство"; else a guess."""
        words = {token.lower for token in scene.tokens[slice(*mention.role)]}
        same = words & self.table.words["same_body"] or self._are_its(scene, mention)
        last = self.speakers[-1].actor if self.speakers and same else ""
        return last or self._guess(scene, mention, name, is_person=mention.kind == "person")

    def _are_its(self, scene: Scene, mention: Mention) -> bool:
        """Whether diplomats are those of the embassy that spoke last: "The embassy denied it. …, diplomats replied"."""
        last = self.speakers[-1] if self.speakers else NOBODY
        head = scene.tokens[mention.head].text
        return mention.role_class == "diplomat" and last.person is None and is_plural(head, self.language)

    def _of_patron(self, scene: Scene, mention: Mention) -> str:
        """The actor of the person whom an office serves: "a spokesman for Bartosh", "Bartosh's deputy"."""
        words = (token.text.removesuffix("'s").removesuffix("’s") for token in scene.tokens[slice(*mention.role)])
        people = (self.roster.known([stem(word)]) for word in words if word[0].isupper())
        return next((person.actor for person in people if person is not None and person.actor), "")

    def _issuer(self, scene: Scene, mention: Mention) -> Speaker:
        """Who speaks in a paper: the body that it names, else the one that spoke last, else its state."""
        places = range(mention.start, mention.end)
        body = next((i for i in places if i != mention.head and self._is_body(scene.tokens[i])), None)
        if body is not None:
            start = mention.start if self.language == "en" or body < mention.head else mention.head + 1
            end = body + 1 if self.language == "en" else mention.end
            if end - start == 1 and (last := self._same_body(scene.tokens[body])) is not None:
                return last
            name = phrase_nominative(scene.tokens[start:end], body - start, self.language)
            return Speaker(name, self._code(scene, mention, name))
        if (owner := self._owner(scene, mention)) is not None:
            return self.resolve(scene, owner)
        if (writer := self._writer(scene, mention)) is not None:
            return Speaker(writer.name, writer.actor, writer)
        code = of_role(scene, mention, self.table)
        personal = lemma(scene.tokens[mention.head].lower, self.language) in self.table.words["posts"]
        for speaker in reversed(self.speakers[-LOOK_BACK:]):
            if speaker.actor and code in ("", speaker.actor) and (personal or speaker.person is None):
                return speaker
        code = code or self.allegiance.guess(scene, mention).code
        return Speaker(actor_name(code, self.language) or nominative_phrase(scene, mention, self.table), code)

    def _same_body(self, token: Token) -> Speaker | None:
        """The body that spoke last, where a word for any body means it: "говорится в заявлении организации"."""
        last = self.speakers[-1] if self.speakers else NOBODY
        same = token.lower in self.table.words["same_body"] and last.person is None and last.actor
        return last if same else None

    def _owner(self, scene: Scene, mention: Mention) -> Mention | None:
        """Whose paper it is by the sentence itself: "Командування ООН розслідує запуски, зазначено в його заяві"."""
        before = [m for m in scene.mentions if m.end < mention.start and m.kind != "pronoun"]
        if mention.start and scene.tokens[mention.start - 1].lower in self.table.pronouns:
            return next(iter(before), None)
        # "The embassy published a statement which says that …"
        between = {token.lower for token in scene.tokens[mention.end : mention.end + _CLAUSE]}
        published = self.language != "en" and between & (self.table.relative | {"где", "де"})
        first = before[0] if published and before else None
        return first if first and first.start == 0 and first.role_class != "paper" else None

    def _writer(self, scene: Scene, mention: Mention) -> Person | None:
        """The person whom a paper names: "Burdis's post", "в посте Бурдиса"."""
        names = (token for token in scene.tokens[mention.start : mention.end] if token.text[0].isupper())
        return next(filter(None, (self.roster.known([stem(token.text)]) for token in names)), None)

    def _is_body(self, token: Token) -> bool:
        return self.table.role_class(token.lower) == "body"

    def by_gender(self, gender: str, place: int) -> Speaker:
        """Give the person whom a pronoun of a gender at a place can mean: the latest before it."""
        last = self.speakers[-1] if self.speakers else NOBODY
        if gender not in ("masc", "femn"):
            return last
        person = self.roster.of_gender(gender, place)
        if person is None:
            return last
        person.gender = gender
        if not person.codes and person.introduced and (code := self._code_of_person(*person.introduced, person)):
            person.codes.append(code)
        return Speaker(person.name, person.actor, person)

    def _by_role(self, scene: Scene, mention: Mention) -> Person | None:
        """The person whom a role means: of the same class, state and gender, the latest speaker first."""
        code = of_role(scene, mention, self.table)
        if mention.role_class == "colleague" and mention.end - mention.start == 1:
            return self._other_side()
        wanted = {mention.role_class} | self.table.coreference.get(mention.role_class, frozenset())
        known = self.roster.latest()
        about = field_of(scene, mention, self.table)
        fitting = [p for p in known if wanted & p.classes and (not code or not p.codes or code in p.codes)]
        fitting = [p for p in fitting if not about or not p.field or about & p.field]
        if is_womans(scene.tokens[mention.head].lower, self.language):
            fitting = [person for person in fitting if person.gender != "masc"]
        if self.allegiance.home and not code:  # in a post "the minister" is the owner's
            fitting = [person for person in fitting if person.actor in ("", self.allegiance.home)] or fitting
        exact = [person for person in fitting if mention.role_class in person.classes] or fitting
        place = scene.tokens[mention.start].start
        before = [person for person in exact if person.last <= place]
        if not before:
            return exact[0] if exact and code else None
        nearest = max(before, key=lambda person: person.last)
        if mention.role_class == "diplomat" and "envoy" in nearest.classes:
            return nearest  # an ambassador named since anybody spoke
        recent = {id(speaker.person): number for number, speaker in enumerate(self.speakers[-LOOK_BACK:])}
        return max(before, key=lambda person: (recent.get(id(person), -1), person.last))

    def _other_side(self) -> Person | None:
        """The person named last who does not speak for whom the last speaker does: "the colleague", "співрозмовник"."""
        last = self.speakers[-1] if self.speakers else NOBODY
        others = (p for p in reversed(self.roster.latest()) if p.stems and p.actor and p.actor != last.actor)
        return next(others, None) if last.actor else None

    def _by_word(self, head: Token) -> Person | None:
        """The person who was introduced with a word that no table has: "nuncio John O'Grady", "the nuncio said"."""
        wanted = stem(head.text)
        return next((person for person in reversed(self.roster.latest()) if wanted in _title(person)), None)

    def codes_of_names(self, tokens: list[Token]) -> list[str]:
        """Give the codes of the persons whom words name by surname."""
        words = (stem(token.text) for token in tokens if token.is_word and token.text[0].isupper())
        people = (self.roster.of_surname(word) for word in words)
        return [person.actor for person in people if person is not None and person.actor]


def _title(person: Person) -> set[str]:
    """The stems of the words right before the name of a person, where it was met first."""
    if person.introduced is None:
        return set()
    scene, mention = person.introduced
    return {stem(token.text) for token in scene.tokens[max(0, mention.name[0] - _TITLE) : mention.name[0]]}
