"""For whom somebody speaks: the state or organisation of an office, from its words or from the text before it."""

from bisect import bisect_left
from typing import NamedTuple

from research.reading.gazetteer import Actor, is_organisation
from research.reading.linking import named
from research.reading.mentions import Mention, Scene
from research.reading.morphology import is_plural, lemma, readings
from research.reading.segment import Token
from research.reading.tables import Table

#: So many tokens before an actor a word such as "у справах" makes it what an office deals with.
_CONCERN = 3
#: Whoever holds such an office may speak for others than a state.
_SERVING = frozenset(("representative", "spokesperson", "head", "negotiator"))
#: Offices and bodies that states have and organisations do not.
_OF_STATES = frozenset(("minister", "president"))
_MINISTRIES = ("ministr", "міністерств", "министерств", "мінекон", "минэкон", "мзс", "мид")
#: Without a state named they are mostly those of where the article was written.
_AT_HOME = frozenset(
    ("minister", "president", "prime", "chancellor", "deputy", "secretary", "lawmaker", "ruler", "body")
)
#: Shortly before is within so many characters; so many offices back one is looked for.
_SHORTLY, _OFFICES = 300, 50
_OF_MANY = ("international", "world", "міжнарод", "світов", "международ", "всемирн")
#: They work in a ministry.
_STAFF = ("minister", "deputy", "spokesperson")
#: They are sent to others.
_SENT = ("envoy", "representative")
_ENVOYS = ("envoy", "diplomat")
_REGIONS = (
    *("europe", "western", "african", "asian", "arab"),
    *("європейськ", "західн", "африканськ", "азійськ", "арабськ"),
    *("европейск", "западн", "африканск", "азиатск", "арабск"),
)
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
            bare = (m for m in scene.mentions if m.kind == "role" or (m.kind == "body" and self.is_of_state(scene, m)))
            offices = ((scene.tokens[m.start].start, m.role_class, self.of_role(scene, m)) for m in bare)
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
            if mention.kind == "body" and mention.role_class == "body" and (code := self.of_role(scene, mention)):
                word = lemma(scene.tokens[mention.head].lower, self.table.language)
                self._houses.append((scene.tokens[mention.start].start, word, code))

    def _house(self, scene: Scene, mention: Mention) -> str:
        """The actor of the body that was last named so with its actor: "the embassy", "a spokesman for the embassy"."""
        if mention.kind != "body" and mention.role_class != "spokesperson":
            return ""
        place = scene.tokens[mention.start].start
        bodies = (token.lower for token in scene.tokens[slice(*mention.role)] if self._is_body(token))
        words = {lemma(word, self.table.language) for word in bodies}
        return next((code for start, word, code in reversed(self._houses) if start < place and word in words), "")

    def _is_body(self, token: Token) -> bool:
        return self.table.role_class(token.lower) == "body"

    def of_role(self, scene: Scene, mention: Mention) -> str:
        """Give the code of the actor that a role or body names, or nothing."""
        start, end = mention.role[0], self._office_end(scene.tokens, *mention.role)
        actors = [actor for actor in scene.actors if start <= actor.start < end]
        hosts = [actor for actor in actors if self._is_host(scene.tokens, actor, start)]
        speaks = mention.role_class == "spokesperson"  # "for" tells whom he serves, not what he deals with
        actors = [actor for actor in actors if not self._is_post(scene, mention, actor)]
        served = hosts[-1:] or [a for a in actors if speaks or not self._is_concern(scene.tokens, a, start)]
        if served:
            return served[0].code.split(",")[0]
        words = [token.lower for token in scene.tokens[start:end]]
        runs = ("-".join(words[i : i + size]) for i in range(len(words)) for size in (1, 2, 3))
        return next((code for run in runs if (code := self.table.role_codes.get(run))), "")

    def _office_end(self, tokens: list[Token], start: int, end: int) -> int:
        """What stands behind the comma tells where somebody comes from: "the head of the mission, Austrian MP"."""
        generic = self.table.words["generic"]
        commas = (place for place in range(start, end) if tokens[place].text == ",")
        first = next(commas, end)
        return first if any(token.lower in generic for token in tokens[start:first]) else end

    def serves_others(self, scene: Scene, mention: Mention) -> bool:
        """Tell whether whom somebody represents is named and is no state: "представник повстанців"."""
        served = mention.head + 1
        if mention.role_class not in _SERVING or served >= mention.role[1] or scene.tokens[served].text.isupper():
            return False
        token, language = scene.tokens[served], self.table.language
        if self.table.role_class(token.lower) or token.lower in self.table.words["generic"]:
            return False
        found = [r for r in readings(token.text, language) if r.part == "NOUN" and r.case == "gent"]
        animate = any(r.number == "plur" and r.case == "accs" for r in readings(token.text, language))
        return bool(found) and (token.text[0].isupper() or (animate and found[0].number == "plur"))

    def _is_host(self, tokens: list[Token], actor: Actor, start: int) -> bool:
        """A body behind "в" or "при" employs whoever serves in it: "директорка департаменту у МЗС Індонезії"."""
        preposition = actor.start - 2
        if preposition <= start or self.table.role_class(tokens[preposition + 1].lower) != "body":
            return False
        return tokens[preposition].lower in self.table.words["hosting"]

    def _is_concern(self, tokens: list[Token], actor: Actor, start: int) -> bool:
        before = tokens[max(start, actor.start - _CONCERN) : actor.start]
        if any(token.lower in self.table.words["accredited"] for token in tokens[start : actor.start]):
            return False
        concern = any(token.lower in self.table.words["concerns"] for token in before)
        # "З питань мобільності Португалії" tells of whom, "з питань діалогу з Португалією" with whom.
        near = len(before) and before[-1].lower
        return concern and (near in self.table.words["concerns"] | self.table.words["prepositions"] or start == 0)

    def _is_post(self, scene: Scene, mention: Mention, actor: Actor) -> bool:
        """Whether an envoy is sent to an actor, and does not speak for it: "постпред при Африканском союзе"."""
        place = actor.start - 1 - (scene.tokens[actor.start - 1].lower == "the")
        sent = mention.role_class in _SENT and place > mention.head
        return sent and scene.tokens[place].lower in self.table.words["posted"]

    def guess(self, scene: Scene, mention: Mention) -> Guess:
        """Give the actor of a role that names none.

        It is the organisation named before ("речниця агентства"), the place of the speech ("сказав у Токіо"), for
        offices that states have the state where the article was written, an actor earlier in the sentence, the subject
        of the sentence before, or else any actor of the sentence.
        """
        if mention.role_class in _PRIVATE or _is_of_many(scene, mention) or self.serves_others(scene, mention):
            return Guess("", firm=True)
        if self.home is not None:
            return Guess(self.home, firm=True)
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
        places = [name.code for name in named(scene.tokens, scene.actors, self.table) if name.place]
        if places:
            return places[-1]
        elsewhere = words | {token.lower for token in scene.tokens[max(0, mention.start - 1) : mention.start]}
        classes = {mention.role_class, *map(self.table.role_class, words)}
        away = self.table.words["country"] | self.table.words["same_body"]
        at_home = classes & _AT_HOME and not elsewhere & away
        if at_home and self.seat and words & self.table.words["missions"]:  # an embassy at home is another's
            others = (code for start, code in reversed(self._actors) if start < place and code != self.seat)
            return next((code for code in others if not is_organisation(code)), "")
        return ((self.seat and self._topic(place)) or self.seat) if at_home else ""

    def _topic(self, place: int) -> str:
        """The side that the sentence before is about, in the same paragraph: "Canberra is angry. The minister …"."""
        number = bisect_left(self._topics, (place + 1,)) - 1
        if number < 1:
            return ""
        (_, before, code), (_, paragraph, _) = self._topics[number - 1 : number + 1]
        return code.split(",")[0] if before == paragraph else ""

    def _before(self, scene: Scene, mention: Mention) -> str:
        """An actor earlier in the sentence, the subject of the sentence before, or else any actor of the sentence."""
        ministry = self.is_of_state(scene, mention)
        actors = [a for a in scene.actors if not (ministry and is_organisation(a.code.split(",")[0]))]
        first = actors[0] if actors else None
        if first is not None and first.end <= mention.start:
            return first.code.split(",")[0]
        if mention.kind == "role" and is_plural(scene.tokens[mention.head].text, self.table.language):
            return ""
        leads = _states(self._leads) if ministry else self._leads
        return _latest(leads, scene.tokens[mention.start].start) or (first.code.split(",")[0] if first else "")

    def is_of_state(self, scene: Scene, mention: Mention) -> bool:
        """Whether organisations have no such office or body: "заместитель министра", "Минэкономики"."""
        words = [token.lower for token in scene.tokens[mention.start : mention.end]]
        return any(self.table.role_class(word) in _OF_STATES or word.startswith(_MINISTRIES) for word in words)


def _side(scene: Scene) -> str:
    """The only actor that a sentence names, where it does so by a capital or by a body or office."""
    codes = {actor.code for actor in scene.actors}
    people = [mention for mention in scene.mentions if mention.kind in ("body", "role", "person")]
    acting = any(
        actor.kind in ("capital", "seat") or any(mention.start <= actor.start < mention.end for mention in people)
        for actor in scene.actors
    )
    return codes.pop() if acting and len(codes) == 1 else ""


def _is_of_many(scene: Scene, mention: Mention) -> bool:
    """Whether a body is of many states, though of none that the tables know: "International Whaling Commission".

    So is "a European ambassador", of a state that is not named.
    """
    tokens = scene.tokens[mention.start : mention.end]
    if mention.kind == "role" and mention.role_class in _ENVOYS:
        return any(token.lower.startswith(_REGIONS) for token in tokens)
    body = mention.role_class == "body"
    return body and any(token.text[0].isupper() and token.lower.startswith(_OF_MANY) for token in tokens)


def _states(entries: list[tuple[int, str]]) -> list[tuple[int, str]]:
    return [entry for entry in entries if not is_organisation(entry[1])] or entries


def _latest(entries: list[tuple[int, str]], place: int) -> str:
    number = bisect_left(entries, (place, ""))
    return entries[number - 1][1] if number else ""
