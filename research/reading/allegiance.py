"""For whom somebody speaks: the state or organisation of an office, from its words or from the text before it."""

from bisect import bisect_left
from typing import NamedTuple

from research.reading.gazetteer import is_organisation
from research.reading.linking import named
from research.reading.mentions import Mention, Scene
from research.reading.morphology import is_plural, lemma
from research.reading.offices import is_of_many, is_of_state, of_role, serves_others
from research.reading.tables import Table

#: Without a state named they are mostly those of where the article was written.
_AT_HOME = frozenset(
    ("minister", "president", "prime", "chancellor", "deputy", "secretary", "lawmaker", "ruler", "soldier", "body")
)
#: Shortly before is within so many characters; so many offices back one is looked for.
_SHORTLY, _OFFICES = 300, 50
#: A capital so many tokens before an office is where it speaks: "Speaking in Tokyo, the minister …".
_NEAR = 3
#: They work in a ministry.
_STAFF = ("minister", "deputy", "spokesperson")
#: They speak for no state.
_PRIVATE = ("private", "expert")


class Guess(NamedTuple):
    """The actor of an office that names none, and whether that is more than the actor named last."""

    code: str
    firm: bool


class Allegiance:
    """Knows which actors an article has named, and where."""

    def __init__(self, table: Table) -> None:
        self.table = table
        #: The actor of whoever publishes the text, where that is a side ("" if unknown): its offices name none.
        self.home: str | None = None
        #: The state in whose capital the article was written, by its dateline ("" if unknown).
        self.seat = ""
        #: Where sentences that name actors begin, and the first of these, which is mostly the subject.
        self._leads: list[tuple[int, str]] = []
        self._actors: list[tuple[int, str]] = []
        #: Where sentences begin, their paragraphs, and the side whose people or capital one is about.
        self._topics: list[tuple[int, int, str]] = []
        #: The actors that these sentences open with, whom "it" in the next one means.
        self._subjects: list[str] = []
        #: Where offices of an actor stand that name no holder, with their class: "викликала посла Індії".
        self._offices: list[tuple[int, str, str]] = []
        #: Where bodies are named with their actor, the word for the body, and the actor.
        self._houses: list[tuple[int, str, str]] = []

    def open_with(self, code: str) -> None:
        """Note the first actor of the headline: who is meant where an article opens with "the minister"."""
        self._leads.append((-1, code))

    def note(self, scene: Scene, paragraph: int) -> None:
        """Note the actors of the next sentence, and its paragraph; a heading, which is of none, is no topic."""
        if paragraph >= 0:
            self._topics.append((scene.tokens[0].start, paragraph, _side(scene)))
            self._subjects.append(next((actor.code for actor in scene.actors if actor.start == 0), ""))
            bare = (m for m in scene.mentions if m.kind == "role" or self._is_of_state(scene, m))
            offices = ((scene.tokens[m.start].start, m.role_class, of_role(scene, m, self.table)) for m in bare)
            self._offices.extend(office for office in offices if office[-1])
            self._note_houses(scene)
        for number, actor in enumerate(scene.actors):
            entry = scene.tokens[actor.start].start, actor.code.split(",")[0]
            if number == 0:
                self._leads.append(entry)
            self._actors.append(entry)

    def _note_houses(self, scene: Scene) -> None:
        """Note the embassies, ministries and other bodies that are named with their actor."""
        for mention in scene.mentions:
            is_body = (mention.kind, mention.role_class) == ("body", "body")
            if is_body and (code := of_role(scene, mention, self.table)):
                word = lemma(scene.tokens[mention.head].lower, self.table.language)
                self._houses.append((scene.tokens[mention.start].start, word, code))

    def _is_of_state(self, scene: Scene, mention: Mention) -> bool:
        return mention.kind == "body" and is_of_state(scene, mention, self.table)

    def _house(self, scene: Scene, mention: Mention) -> str:
        """The actor of the body that was last named so with its actor: "the embassy", "a spokesman for the embassy"."""
        if mention.kind != "body" and mention.role_class != "spokesperson":
            return ""
        place = scene.tokens[mention.start].start
        bodies = (
            token.lower for token in scene.tokens[slice(*mention.role)] if self.table.role_class(token.lower) == "body"
        )
        words = {lemma(word, self.table.language) for word in bodies}
        return next((code for start, word, code in reversed(self._houses) if start < place and word in words), "")

    def guess(self, scene: Scene, mention: Mention) -> Guess:
        """Give the actor of a role that names none.

        It is the organisation named before ("речниця агентства"), the place of the speech ("сказав у Токіо"), for
        offices that states have the state where the article was written, an actor earlier in the sentence, the subject
        of the sentence before, or else any actor of the sentence.
        """
        if mention.role_class in _PRIVATE or is_of_many(scene, mention) or serves_others(scene, mention, self.table):
            return Guess("", firm=True)
        if self.home is not None:
            return Guess(self.home, firm=True)
        if any(token.lower in self.table.words["mediating"] for token in scene.tokens[slice(*mention.role)]):
            bodies = [entry for entry in self._actors if is_organisation(entry[1])]
            return Guess(_latest(bodies, scene.tokens[mention.start].start), firm=True)  # between the sides
        first = max(0, mention.start - 1)
        if self.seat and any(t.lower in self.table.words["ours"] for t in scene.tokens[first : mention.head]):
            return Guess(self.seat, firm=True)  # "our foreign ministry", as a paper calls it
        if mention.start and scene.tokens[mention.start - 1].lower in self.table.words["possessive"]:
            return Guess(self._before(scene, mention), firm=True)
        code = self._house(scene, mention) or self._held(scene, mention) or self._near(scene, mention)
        return Guess(code or self._before(scene, mention), bool(code))

    def _held(self, scene: Scene, mention: Mention) -> str:
        """The actor whose office shortly before named no holder: "викликала посла Індії. Посол Раджив Менон …".

        So does a ministry: "викликали до МЗС в Аккрі. Міністр Квабена …".
        """
        place = scene.tokens[mention.start].start
        offices = self._offices[-_OFFICES:] if mention.kind == "person" and mention.role_class else []
        wanted = {mention.role_class} | ({"body"} if mention.role_class in _STAFF else set())
        near = (o for o in reversed(offices) if o[1] in wanted and 0 < place - o[0] < _SHORTLY)
        return next((code for _, _, code in near), "")

    def _near(self, scene: Scene, mention: Mention) -> str:
        """The organisation of a general word, the place of the speech, or the state where the article was written."""
        place = scene.tokens[mention.start].start
        words = {token.lower for token in scene.tokens[mention.start : mention.end]}
        of_body = mention.role_class == "chief" or words & self.table.words["generic"]
        bodies = [entry for entry in self._actors if is_organisation(entry[1])] if of_body else []
        if body := _latest(bodies, place):
            return body
        if spoken := self._place_of_speech(scene, mention):
            return spoken
        elsewhere = words | {token.lower for token in scene.tokens[max(0, mention.start - 1) : mention.start]}
        classes = {mention.role_class, *map(self.table.role_class, words)}
        away = self.table.words["country"] | self.table.words["same_body"]
        at_home = classes & _AT_HOME and not elsewhere & away
        if at_home and self.seat and words & self.table.words["missions"]:  # an embassy at home is another's
            others = (code for start, code in reversed(self._actors) if start < place and code != self.seat)
            return next((code for code in others if not is_organisation(code)), "")
        return ((self.seat and self._topic(place)) or self.seat) if at_home else ""

    def _place_of_speech(self, scene: Scene, mention: Mention) -> str:
        """The capital where somebody speaks: behind the office or shortly before it, not in what is said."""
        near = [a for a in scene.actors if a.start > mention.start or mention.start - a.end <= _NEAR]
        places = [name.code for name in named(scene.tokens, near, self.table) if name.place]
        return places[-1] if places else ""

    def _topic(self, place: int) -> str:
        """The side that the sentence before is about, in one paragraph: "Canberra is angry. The minister …"."""
        number = self._one_before(place)
        return self._topics[number][2].split(",")[0] if number is not None else ""

    def subject_before(self, place: int) -> str:
        """Give the actor that the sentence before opens with, in one paragraph: "Mogadishu cried foul. It called …"."""
        number = self._one_before(place)
        return self._subjects[number].split(",")[0] if number is not None else ""

    def _one_before(self, place: int) -> int | None:
        number = bisect_left(self._topics, (place + 1,)) - 1
        if number < 1 or self._topics[number][1] != self._topics[number - 1][1]:
            return None
        return number - 1

    def _before(self, scene: Scene, mention: Mention) -> str:
        """An actor earlier in the sentence, the subject of the sentence before, or else any actor of the sentence."""
        ministry = is_of_state(scene, mention, self.table)
        actors = [a for a in scene.actors if not (ministry and is_organisation(a.code.split(",")[0]))]
        first = actors[0] if actors else None
        if first is not None and first.end <= mention.start:
            return first.code.split(",")[0]
        if mention.kind == "role" and is_plural(scene.tokens[mention.head].text, self.table.language):
            return ""
        leads = _states(self._leads) if ministry else self._leads
        return _latest(leads, scene.tokens[mention.start].start) or (first.code.split(",")[0] if first else "")


def _side(scene: Scene) -> str:
    """The only actor that a sentence names, where it does so by a capital or by a body or office."""
    codes = {actor.code for actor in scene.actors}
    people = [mention for mention in scene.mentions if mention.kind in ("body", "role", "person")]
    acting = any(
        actor.kind in ("capital", "seat") or any(mention.start <= actor.start < mention.end for mention in people)
        for actor in scene.actors
    )
    return codes.pop() if acting and len(codes) == 1 else ""


def _states(entries: list[tuple[int, str]]) -> list[tuple[int, str]]:
    return [entry for entry in entries if not is_organisation(entry[1])] or entries


def _latest(entries: list[tuple[int, str]], place: int) -> str:
    number = bisect_left(entries, (place, ""))
    return entries[number - 1][1] if number else ""
