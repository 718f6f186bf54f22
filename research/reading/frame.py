"""A sentence under examination: its verbs of speech, its quotes, and what has been found in it so far."""

from bisect import bisect_left
from typing import NamedTuple

from research.reading.gazetteer import Actor
from research.reading.mentions import Mention, Scene
from research.reading.segment import DASHES
from research.reading.sentence import Words
from research.reading.subjects import Clause, locative, main_subject, opening_place, subject
from research.reading.tables import Cue, Phrases, Table

_CLOSING = ".!?…;"
_NAME_WORDS = 4
_SHORTEST_CLAUSE = 4
#: Whoever "was quoted as saying" something said it.
_QUOTED = ["quoted", "as", "saying"]
#: How far behind its verb a conjunction may stand; with a gerund, close.
_REACH_THAT, _REACH_GERUND = 25, 5
#: How far before its verb another's clause may begin.
_REACH_OTHER = 16
#: The commas around an aside.
_ASIDE = 2

Piece = tuple[int, int]


class Found(NamedTuple):
    """A statement in tokens: its content ``pieces``, its kind, and the mention that says it.

    ``source`` is None where the sentence does not say who speaks; ``gender`` is that of the pronoun in "за його
    словами" or of the verb; ``explicit`` is false for quotes with neither verb nor name; ``declined`` for "would not
    comment"; ``addressees`` are the actors that the verb itself names as spoken to.
    """

    pieces: list[Piece]
    kind: str
    source: Mention | None
    level: int = 0
    explicit: bool = True
    gender: str = ""
    declined: bool = False
    addressees: tuple[Actor, ...] = ()


class Verb(NamedTuple):
    """A verb of speech at a place; ``behind`` is the place behind it, particles included."""

    place: int
    behind: int
    cue: Cue


class Frame:
    """A sentence, with the statements found in it so far."""

    def __init__(self, scene: Scene, table: Table) -> None:
        self.scene, self.table, self.tokens = scene, table, scene.tokens
        self.words = Words(scene.tokens, table)
        self.lower = self.words.lower
        self.end = self._last()
        self.found: list[Found] = []
        self.taken: set[int] = set()
        self._quotes = [place for place, token in enumerate(scene.tokens) if token.quote is not None]
        self._verbs: dict[int, Verb | None] = {}
        self._opaque = {place for actor in scene.actors for place in range(actor.start, actor.end)}
        self._opaque.update(place for mention in scene.mentions for place in range(*mention.name))

    def _last(self) -> int:
        end = len(self.tokens)
        while end and self.is_mark(end - 1, _CLOSING + DASHES):
            end -= 1
        return end

    def keep(self, found: Found) -> None:
        """Add a statement; its content is examined no more."""
        self.found.append(found)
        for start, end in found.pieces:
            self.taken.update(range(start, end))

    # -- what stands where -----------------------------------------------------------------------------------

    def is_mark(self, place: int, marks: str) -> bool:
        """Tell whether a token is one of some marks of punctuation."""
        return self.tokens[place].quote is None and self.tokens[place].text in marks

    def word(self, place: int) -> str:
        """Give a token in lower case; nothing outside the sentence."""
        return self.lower[place] if 0 <= place < self.end else ""

    def verb(self, place: int) -> Verb | None:
        """Give the verb of speech at a place; names and actors are none."""
        if place not in self._verbs:
            self._verbs[place] = self._verb_at(place)
        return self._verbs[place]

    def _verb_at(self, place: int) -> Verb | None:
        if place in self._opaque or not self.tokens[place].is_word:
            return None
        lower, cues = self.lower, self.table.cues
        if lower[place : place + len(_QUOTED)] == _QUOTED:
            return Verb(place, place + len(_QUOTED), cues["said"])
        if lower[place] in self.table.particle_verbs and place + 1 < len(lower):
            two = cues.get(f"{lower[place]} {lower[place + 1]}")
            if two is not None:
                return Verb(place, place + 2, self._progressive(place, two))
        cue = cues.get(lower[place])
        titled = self.words.is_capital(place) and self.words.is_a(place, "titles")
        if cue is None or titled or (self.words.english and cue.finite and self._is_noun(place, cue)):
            return None
        return Verb(place, place + 1, self._progressive(place, cue))

    def _progressive(self, place: int, cue: Cue) -> Cue:
        """An English participle behind "be" is finite: "is calling for", "are also demanding"."""
        before = place - 1 - self.words.is_a(place - 1, "also")
        ongoing = self.lower[place].endswith("ing") and self.words.is_a(before, "be")
        return cue._replace(finite=True) if ongoing else cue

    def _is_noun(self, place: int, cue: Cue) -> bool:
        """Tell an English noun ("the claims", "his offer", "a protest over"): behind a determiner a form is no verb."""
        if self.lower[place] == "say":
            return False
        if self.lower[place] == "back" and self.words.is_a(place + 1, "prepositions"):  # "its waters back in the sum"
            return True
        before = self.lower[place - 1] if place else "the"
        # "thanked X and noted that", "did note that"
        if before == "to" or (cue.past and before == "and") or self.words.is_a(place - 1, "auxiliaries"):
            return False
        if self.words.is_a(place - 1, "determiners", "telling"):  # "tells state radio"
            return True
        if before.endswith(("'s", "’s")) and not cue.past:  # "the industry's decline"
            return True
        if self.lower[place] == "states" and self.tokens[place - 1].text.islower():  # "partner states"
            return self.word(place + 1) not in self.table.that
        if cue.number == "plur" and not cue.past:
            return not before.endswith(("s", "n't")) and not self.words.is_a(place - 1, "plurals", "denials")
        return before.endswith("'s") and cue.number == "sing"

    def has_finite(self, start: int, end: int) -> bool:
        """Tell whether a finite verb of speech stands in a stretch."""
        return any(verb.cue.finite for place in range(start, end) if (verb := self.verb(place)))

    def next_quote(self, start: int) -> int:
        """Give the place of the first quote from a place on, or the end."""
        number = bisect_left(self._quotes, start)
        return min(self._quotes[number], self.end) if number < len(self._quotes) else self.end

    def quotes_from(self, place: int) -> list[Piece]:
        """Give the quotes that stand one after another from a place on."""
        pieces: list[Piece] = []
        while place < self.end and self.tokens[place].quote is not None:
            pieces.append((place, place + 1))
            place += 1
        return pieces

    def phrase(self, place: int, phrases: Phrases) -> int:
        """Give the place behind the first of some phrases that stands at a place, or 0."""
        for phrase in phrases.get(self.lower[place], ()):
            if tuple(self.lower[place : place + len(phrase)]) == phrase:
                return place + len(phrase)
        return 0

    def joins(self, place: int) -> bool:
        """Tell whether a token is a comma or a conjunction."""
        if place < 0 or self.tokens[place].quote is not None:
            return place >= 0 and self.tokens[place].last == ","
        return self.lower[place] == "," or self.lower[place] in self.table.conjunctions

    def that(self, behind: int) -> int | None:
        """Give the place of the conjunction behind a verb, with at most a complement between the two."""
        commas = 0
        for place in range(behind, min(self.end, behind + _REACH_THAT)):
            if self.lower[place] in self.table.that and not self._is_no_conjunction(place, behind):
                return place
            verb = self.verb(place)
            quote = self.tokens[place].quote is not None and not is_name(self.tokens[place].text)
            if quote or (verb is not None and verb.cue.finite):  # though "заявила «Эху Кавказа», что …"
                return None
            commas += self.lower[place] == ","
            ending = self.words.english and self.lower[place] == "," and self.word(place + 1).endswith("ing")
            aside = commas == _ASIDE and self.word(place + 1) in self.table.that  # "noted, in a post, that"
            if (commas > 1 and not aside) or ending or self.is_mark(place, ":;"):
                return None
        return None

    def _is_no_conjunction(self, place: int, behind: int) -> bool:
        """English "that" behind a preposition is a pronoun, "said of that"; "нібито" without a comma is a particle."""
        if place == behind:
            return self.words.english and self.word(place + 1) in ("as", "by")  # "dismissed that as theatre"
        if not self.words.english:
            return self.tokens[place - 1].is_word
        return self.words.is_a(place - 1, "prepositions")

    # -- who speaks ------------------------------------------------------------------------------------------

    def subject(self, verb: Verb, *, after: bool = False, low: int = 0, high: int | None = None) -> Mention | None:
        """Give the subject of a verb; of a gerund, that of the statement before it.

        Args:
            verb: the verb.
            after: look behind the verb first.
            low: the first token that belongs to the clause.
            high: the first that does not.
        """
        place, behind, cue = verb
        if not cue.finite:
            main = Clause(self.scene, self.table, place, cue, 0, place)
            return self.found[-1].source if self.found else main_subject(main)
        low = max([low, *(end for found in self.found for _, end in found.pieces if end <= place)])
        high = self.end if high is None else high
        indefinite = cue.number == "plur" or "written" in cue.kinds
        after = after and not self.words.is_a(place, "telling")
        clause = Clause(self.scene, self.table, behind - 1, cue, low, high)
        if cue.number == "plur" and (opening := opening_place(clause)):
            return opening
        found = subject(clause, after=after)
        if found and not after and self._is_homograph(cue) and not self._stands_beside(found, place):
            return None
        return locative(clause) if found is None and indefinite else found

    def _is_homograph(self, cue: Cue) -> bool:
        """Whether a present is a noun as well, "in swing states like Colorado", and needs its subject beside it."""
        return self.words.english and not cue.past and cue.lemma in self.table.words["homographs"]

    def _stands_beside(self, mention: Mention, verb: int) -> bool:
        return mention.end <= verb and (mention.end >= verb - 3 or self.is_mark(verb - 1, ","))

    # -- what is said ----------------------------------------------------------------------------------------

    def statement(self, pieces: list[Piece], source: Mention | None, gender: str = "") -> Found:
        """Make an indirect statement, mixed where a quoted part of it is more than a name such as «Фукусіма-1»."""
        quotes = [
            self.tokens[i] for start, end in pieces for i in range(start, end) if self.tokens[i].quote is not None
        ]
        kind = "mixed" if any(not is_name(token.text) for token in quotes) else "indirect"
        return Found(pieces, kind, source, gender=gender)

    def content(self, start: int, source: Mention | None) -> Found | None:
        """Make an indirect statement of what stands from a place to the end of its clause."""
        piece = self.trimmed(start, self._content_end(start))
        return self.statement([piece], source) if piece else None

    def _content_end(self, start: int) -> int:
        """The end of the sentence, or of the clause where the speaker goes on with a verb of its own."""
        for place in range(start + (1 if self.tokens[start].quote else 3), self.end):
            verb = self.verb(place)
            if verb is not None and self.joins(place - 1) and self._goes_on(verb, start):
                while place > start and self._is_loose(place - 1):
                    place -= 1
                return place
            if verb is not None and verb.cue.finite and (comma := self._another_begins(start, place)):
                return comma
            if self.is_mark(place, ",") and self._tells_of_it(place):
                return place
        return self.end

    def _tells_of_it(self, comma: int) -> bool:
        """Whether a clause behind a comma tells who said it as well: "…, про що нагадав посол", "…, о чём напомнил"."""
        behind = (self.word(comma + 1), self.word(comma + 2))
        reach = range(comma + 3, min(self.end, comma + _REACH_OTHER))
        return behind in (("про", "що"), ("о", "чём"), ("о", "чем")) and self.has_finite(reach.start, reach.stop)

    def _another_begins(self, start: int, place: int) -> int:
        """The comma behind which somebody else has the verb at a place: "…, but a diplomat said"; 0 where none does."""
        near = range(max(start + 1, place - _REACH_OTHER), place - 1)
        begins = {m.start for m in self.scene.mentions if m.end <= place and m.kind not in ("pronoun", "other")}
        commas = (i for i in near if self.lower[i] == "," and self.words.is_a(i + 1, "contrasts"))
        return next((i for i in commas if begins & set(range(i + 2, i + 5))), 0)

    def _is_loose(self, place: int) -> bool:
        """Tell a mark or a conjunction, which ends no clause."""
        token = self.tokens[place]
        return token.quote is None and (not token.is_word or self.joins(place))

    def _goes_on(self, verb: Verb, start: int) -> bool:
        gerund = self.tokens[verb.place - 1].last == "," and not verb.cue.finite and "say" in verb.cue.kinds
        # "demanded an inquiry and said Lima would wait"
        bare = "bare" in verb.cue.kinds and verb.cue.finite and self.lower[verb.place - 1] in ("and", "but")
        clause = bare and self.words.is_word(verb.behind) and not self.words.is_a(verb.behind, "prepositions", "times")
        announces = verb.behind < self.end and self.is_mark(verb.behind, ":")  # "…, але наголосив: …"
        closes = self._closes_clause(verb, start) or self.word(verb.behind + 1) in self.table.words["purposes"]
        return gerund or clause or announces or closes or self.that(verb.behind) is not None

    def _closes_clause(self, verb: Verb, start: int) -> bool:
        """Whether a comma before "and" closes what is said: "заявил, что ущерб велик, и попросил помощи"."""
        if verb.place < start + _SHORTEST_CLAUSE or "act" not in verb.cue.kinds:
            return False
        if self.words.english:  # 'would "never yield", but ruled out a boycott'
            closing = verb.place - 2 - self.is_mark(verb.place - 2, ",")
            joined = self.lower[verb.place - 1] in ("and", "but")
            return joined and verb.cue.past and verb.cue.finite and self.tokens[closing].quote is not None
        acts = bool(verb.cue.gender) and self.words.is_a(verb.place - 1, "ands")
        return acts and self.tokens[verb.place - 2].last == ","

    def trimmed(self, start: int, end: int) -> Piece | None:
        """Shrink a stretch past punctuation and an opening conjunction; None where no word is left."""
        while start < end and self.is_mark(start, ",:;" + DASHES):
            start += 1
        while end > start and self.is_mark(end - 1, ",:;" + DASHES + _CLOSING):
            end -= 1
        while 0 < start < end - 2 and self.lower[start] in self.table.conjunctions:
            start += 1
        says = any(token.is_word or token.quote for token in self.tokens[start:end])
        return (start, end) if says else None

    def is_near(self, verb: Verb, that: int) -> bool:
        """Tell whether a conjunction is close enough to belong to its verb."""
        return verb.cue.finite or that < verb.behind + _REACH_GERUND


def is_name(text: str) -> bool:
    """Tell whether quoted words are a name rather than speech: few words, a capital, no end of a sentence.

    >>> is_name("Фукусіма-1"), is_name("меншим злом"), is_name("Yes.")
    (True, False, False)
    """
    return len(text.split()) <= _NAME_WORDS and text[:1].isupper() and text[-1:] not in ".!?…,"
