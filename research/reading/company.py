"""The persons whom an article introduces, with their offices and for whom they speak, as far as it tells."""

from research.reading.allegiance import Allegiance
from research.reading.declension import nominative_name, plain_name
from research.reading.gazetteer import is_organisation
from research.reading.introducing import introductions
from research.reading.mentions import Mention, Scene
from research.reading.naming import case_of_name, gender_of_name, is_womans
from research.reading.offices import of_role, serves_others
from research.reading.people import Person, stem
from research.reading.roster import Roster
from research.reading.segment import Token
from research.reading.tables import Table

_NOWHERE = (0, 0)
#: Words of so many letters tell nothing of an office.
_SHORT = 3
#: So many words behind a name may tell where its bearer works.
_AFFILIATION = 6


class Company:
    """The persons of one article, in the order of the text, and the actors it names."""

    def __init__(self, table: Table) -> None:
        self.table, self.language = table, table.language
        self.allegiance = Allegiance(table)
        self.roster = Roster()

    def introduce(self, scene: Scene, paragraph: int = -1) -> None:
        """Note the persons and the actors of a sentence; a heading is of no paragraph."""
        self.allegiance.note(scene, paragraph)
        for mention in scene.mentions:
            if mention.kind == "person":
                self._introduce(scene, mention)
        for mention, led in introductions(scene, self.table):
            self._let_lead(scene, mention, led)

    def _let_lead(self, scene: Scene, mention: Mention, led: Mention) -> None:
        """Whoever leads a body speaks for it, whatever he was before: "led by former Zambian president X"."""
        person = self.roster.known(stems_of(scene.tokens[slice(*mention.name)]))
        if person is None:
            return
        told = of_role(scene, led, self.table)
        guess = self.allegiance.guess(scene, led)
        code = told or (guess.code if is_organisation(guess.code) else "")
        if code:
            person.codes.insert(0, code)

    def _introduce(self, scene: Scene, mention: Mention) -> None:
        """Add a person or what a mention tells of one; a lone name without a role is not yet a person."""
        tokens = scene.tokens[slice(*mention.name)]
        stems = stems_of(tokens)
        person = self.roster.known(stems)
        if person is None and mention.role == _NOWHERE and (len(stems) < 2 or self._is_place(scene, mention)):
            return
        case = case_of_name(scene, mention, self.table)
        gender = gender_of_name(scene, mention, self.table, case or "")
        as_it_is = case in (None, "nomn")
        name = _plain(tokens) if as_it_is else nominative_name(tokens, self.language, gender, case or "")
        if person is None:
            person = Person(stems, name, case == "nomn", tokens[0].start, introduced=(scene, mention))
            self.roster.add(person)
        else:
            person.rename(stems, name, sure=case == "nomn")
        self.roster.index(person)
        person.gender = person.gender or gender
        if as_it_is or mention.start == 0:  # "Посла викликали до МЗС. Журналістам він сказав …"
            self.roster.sight(tokens[0].start, person)
        self._take_role(scene, mention, person)
        person.private = person.private or self._is_of_others(scene, mention)

    def _is_place(self, scene: Scene, mention: Mention) -> bool:
        """Whether an English name stands where places do: "outside Torre Tagle"."""
        before = scene.tokens[mention.start - 1].lower if mention.start else ""
        return self.language == "en" and before in self.table.words["place_prepositions"]

    def _is_of_others(self, scene: Scene, mention: Mention) -> bool:
        """Whether a person without office is of what is no state: "Abdi Samatar of the Lake Institute"."""
        behind = scene.tokens[mention.end : mention.end + _AFFILIATION]
        if mention.role != _NOWHERE or not behind or behind[0].lower not in self.table.words["affiliating"]:
            return False
        named = len(behind) > 1 and behind[1].is_word and behind[1].text[0].isupper()
        serves = (
            self.language == "en" and named and all(a.start != mention.end + 1 for a in scene.actors)
        )  # "of Oceana"
        return serves or any(token.lower in self.table.words["academe"] for token in behind)

    def named(self, surname: str) -> Person | None:
        """Give the person with a surname, where one was introduced."""
        return self.roster.known([stem(surname)])

    def _take_role(self, scene: Scene, mention: Mention, person: Person) -> None:
        if mention.role == _NOWHERE:
            return
        words = (
            self.table.role_class(token.lower) for token in scene.tokens[mention.start : mention.end] if token.is_word
        )
        person.classes.update({mention.role_class, *words} - {"", "body", "paper"})
        if any(is_womans(scene.tokens[place].lower, self.language) for place in (mention.role[0], mention.head)):
            person.gender = "femn"
        person.field.update(field_of(scene, mention, self.table))
        code = of_role(scene, mention, self.table)
        if code and not person.codes:
            person.codes.append(code)
        person.private = person.private or (not code and serves_others(scene, mention, self.table))


def field_of(scene: Scene, mention: Mention, table: Table) -> set[str]:
    """Give the stems of the words of a role that tell what it is about, not what it is or whose."""
    start, end = mention.role
    of_actors = {place for actor in scene.actors for place in range(actor.start, actor.end)}
    about = (i for i in range(start, end) if i not in of_actors and i != mention.head)
    words = (scene.tokens[i].lower for i in about if len(scene.tokens[i].text) > _SHORT)
    return {stem(word) for word in words if not table.role_class(word) and word not in table.words["country"]}


def stems_of(tokens: list[Token]) -> list[str]:
    """Give the stems of the words of a name."""
    return [stem(token.text) for token in tokens if token.is_word]


def _plain(tokens: list[Token]) -> str:
    return plain_name(" ".join(token.text for token in tokens))
