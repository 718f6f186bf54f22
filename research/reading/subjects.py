"""Whose verb it is: the subject of a reporting verb among the mentions of its sentence."""

from typing import NamedTuple

from research.reading.mentions import Mention, Scene
from research.reading.morphology import cases, is_known, readings
from research.reading.segment import DASHES
from research.reading.tables import Cue, Table

#: How far from its verb a subject may stand, in tokens.
_REACH_LEFT, _REACH_RIGHT = 40, 14
_REACH_OPENING = 4
#: So many tokens before a name its noun has a preposition: "после долгой встречи США".
_PHRASE = 3
#: The longest subject that is made of plain words.
_WIDEST = 8
#: "(D-Va.)", "(R)": an abbreviation of more letters is the name of a body.
_INITIALS = 2
#: A date between commas, ", 21 лютого,", ends so many tokens on.
_DATE = 3


class Clause(NamedTuple):
    """Where the subject of a verb is looked for: around the token ``place``, from ``low`` to before ``high``."""

    scene: Scene
    table: Table
    place: int
    cue: Cue
    low: int
    high: int

    @property
    def language(self) -> str:
        """The language of the table."""
        return self.table.language


def subject(clause: Clause, *, after: bool = False) -> Mention | None:
    """Find the subject of a verb.

    Args:
        clause: the verb and its surroundings.
        after: look behind the verb first ("заявив Лавров"), as behind quoted words.
    """
    scene, table, place, cue, low, high = clause
    left = [m for m in scene.mentions if low <= m.start and m.end <= place and place - m.end <= _REACH_LEFT]
    right = [m for m in scene.mentions if place < m.start and m.end <= high and m.start - place <= _REACH_RIGHT]
    left = [m for m in reversed(left) if not _is_aside(clause, m) and not _is_bracketed(clause, m)]
    right = [m for m in _adjacent(clause, right) if after or not _may_be_object(scene, m, table)]
    right = [m for m in right if m.gender != "neut"]  # "as the minister put it"
    order = [*right, *left] if after else [*left, *right]
    fitting = (mention for mention in order if _may_be(scene, mention, cue, table))
    if clause.language == "en":
        return _subordinate(clause, left) or next(fitting, None) or _plain_subject(clause)
    # Where nothing else can be the subject, a name behind a noun that cannot either is: "після зустрічі США заявили";
    # so is a surname that no dictionary has, whose case is a guess.
    free = (m for m in order if _stands_behind_oblique(scene, m, table) or _is_strange(scene, m, table) or _opens(m))
    return next(fitting, None) or next((m for m in free if _may_be(scene, m, cue, table, loose=True)), None)


def main_subject(clause: Clause) -> Mention | None:
    """Find the subject of the clause that a gerund belongs to: "X отозвал посла, заявив, что …"."""
    scene, table, place, cue, low, _ = clause
    free = cue._replace(gender="", number="")
    before = (m for m in scene.mentions if low <= m.start and m.end < place and not _is_aside(clause, m))
    return next((mention for mention in before if _may_be(scene, mention, free, table)), None)


def _is_aside(clause: Clause, mention: Mention) -> bool:
    """Between commas a gerund's phrase or relative clause has no subject for it: "X, коментуючи заяву Y, зазначила"."""
    scene, language = clause.scene, clause.language
    commas = [i for i in range(clause.low, clause.place) if scene.tokens[i].text == ","]
    if language == "en" and mention.kind in ("role", "body") and _describes(clause, mention, commas):
        return True
    opening = [scene.tokens[i + 1].text for i in commas if i < mention.start]
    if not opening or not any(i >= mention.end for i in commas):
        return False
    if opening[-1].lower() in clause.table.relative or _cites(clause, mention):
        return True
    return language != "en" and any(readings(word, language)[0].part == "GRND" for word in opening)


def _describes(clause: Clause, mention: Mention, commas: list[int]) -> bool:
    """Whether an office between commas is that of the state before it: "Malaysia, this year's chair, appealed"."""
    opened = max((i for i in commas if i < mention.start), default=-1)
    owner = any(m.kind == "actor" and m.end == opened for m in clause.scene.mentions)
    return owner and mention.end in commas


def _cites(clause: Clause, mention: Mention) -> bool:
    """Whether a mention stands in a phrase that names a source: "the minister, according to the agency, said"."""
    words = [token.lower for token in clause.scene.tokens[clause.low : mention.end]]
    behind = len(words) - words[::-1].index(",") if "," in words else 0
    return any(tuple(words[behind : behind + len(one)]) == one for one in clause.table.according.get(words[behind], ()))


def _subordinate(clause: Clause, left: list[Mention]) -> Mention | None:
    """An English subject between its verb and a word that may be a preposition: "a day after Reykjavik protested"."""
    near = left[0] if left and left[0].end == clause.place else None
    return near if near and _before(clause.scene, near) in clause.table.words["subordinating"] else None


def _is_bracketed(clause: Clause, mention: Mention) -> bool:
    """Whether a mention stands in brackets that close before the verb: "Mark Hale (D-Va.) said"."""
    tokens = clause.scene.tokens
    if len(tokens[mention.head].text) > _INITIALS and tokens[mention.head].text.isupper():
        return False  # "the Economic Community of West African States (ECOWAS)"
    opened = next((t.text for t in reversed(tokens[clause.low : mention.start]) if t.text in ("(", ")")), "")
    return opened == "(" and any(token.text == ")" for token in tokens[mention.end : clause.place])


def _plain_subject(clause: Clause) -> Mention | None:
    """An English subject that is no known role or name, right before its verb: "protesters said"."""
    scene, table, end, cue, low, _ = clause
    while end > low and scene.tokens[end - 1].lower in table.adverbs | table.particle_verbs:
        end -= 1
    start = end
    while start > low and end - start < _WIDEST and _is_plain(scene, start - 1, table):
        start -= 1
    words = [token.lower for token in scene.tokens[start:end]]
    verbal = any(word in table.words[kind] for word in words for kind in ("asking", "be", "modals", "auxiliaries"))
    named = cue.lemma in table.words["homographs"] and not cue.past  # a noun, as in "raises questions"
    adverbial = all(word.endswith("ly") or word in table.adverbs for word in words)
    if verbal or named or adverbial or scene.tokens[end - 1].lower in table.words["prepositions"]:
        return None
    return Mention(start, end, "other", end - 1)


def _is_plain(scene: Scene, place: int, table: Table) -> bool:
    token = scene.tokens[place]
    breaks = token.lower in table.conjunctions or token.lower in table.relative or token.lower in table.cues
    return token.is_word and not breaks and token.lower not in table.pronouns


def opening_place(clause: Clause) -> Mention | None:
    """Find the place at the head of a clause that speaks: "В Кремле заявили", "В КФОР, миссии …, указали"."""
    mentions = clause.scene.mentions
    first = next((m for m in mentions if m.start >= clause.low and m.end <= clause.place), None)
    if first is None or first.kind not in ("actor", "body") or first.start > clause.low + _REACH_OPENING:
        return None
    return first if _is_local(clause, first) else None


def locative(clause: Clause) -> Mention | None:
    """Find the body behind a preposition that stands for the subject: "йдеться в заяві МЗС", "сообщили в Кремле"."""
    _, _, place, cue, low, high = clause
    mentions = clause.scene.mentions
    near = [m for m in mentions if low <= m.start and m.end <= high and m.kind in ("body", "actor", "role")]
    near.sort(key=lambda m: (m.role_class != "paper", min(abs(m.start - place), abs(m.end - place))))
    return next((m for m in near if "written" in cue.kinds or _is_local(clause, m)), None)


def _is_local(clause: Clause, mention: Mention) -> bool:
    return _before(clause.scene, mention) in clause.table.words["opening_prepositions"]


def _adjacent(clause: Clause, mentions: list[Mention]) -> list[Mention]:
    """A subject behind its verb follows before any further clause or quote, an English one before any preposition."""
    if not mentions:
        return []
    scene, place = clause.scene, clause.place
    barred = clause.table.words["prepositions"] if clause.language == "en" else ()
    between = list(enumerate(scene.tokens[place + 1 : mentions[-1].start], place + 1))
    dates = {i + far for i, _ in between if _is_date(scene, i, clause.table) for far in (0, _DATE)}
    aside = _gerund_behind(clause)
    breaks = (
        i
        for i, t in between
        if i not in aside and (t.quote or (t.text in ",:;" and i not in dates) or t.lower in barred)
    )
    stop = next(breaks, len(scene.tokens))
    return [mention for mention in mentions if mention.start < stop]


def _gerund_behind(clause: Clause) -> range:
    """The gerund's phrase between a verb and its subject, both commas included: "заявив, входячи до зали, прем'єр"."""
    tokens, opens = clause.scene.tokens, clause.place + 1
    if clause.language == "en" or opens + 1 >= len(tokens) or tokens[opens].text != ",":
        return range(0)
    near = range(opens + 2, min(len(tokens), opens + _REACH_RIGHT))
    close = next((i for i in near if tokens[i].text == ","), opens)
    gerund = any(reading.part == "GRND" for reading in readings(tokens[opens + 1].text, clause.language)[:2])
    return range(opens, close + 1) if gerund else range(0)


def _is_date(scene: Scene, place: int, table: Table) -> bool:
    """Whether a date stands between commas: "заявила у вівторок, 21 лютого, уповноважена"."""
    between = scene.tokens[place : place + _DATE + 1]
    if len(between) <= _DATE or any(between[comma].text != "," for comma in (0, _DATE)):
        return False
    month = readings(between[2].text, table.language) if between[2].is_word else ()
    return between[1].text.isdigit() and any(reading.lemma in table.words["moments"] for reading in month[:2])


def _may_be_object(scene: Scene, mention: Mention, table: Table) -> bool:
    """Behind a verb, what looks the same in the accusative is its object: "коментувати повідомлення"."""
    return mention.kind in ("body", "actor") and "accs" in cases(scene.tokens[mention.head].text, table.language)


def _before(scene: Scene, mention: Mention) -> str:
    """The word before a mention, English articles passed over."""
    place = mention.start - 1
    while place > 0 and scene.tokens[place].lower in ("the", "a", "an"):
        place -= 1
    return scene.tokens[place].lower if place >= 0 else ""


def _stands_behind_oblique(scene: Scene, mention: Mention, table: Table) -> bool:
    """Whether the noun before a name cannot be a subject: behind a preposition, or by its form."""
    if mention.kind != "actor" or not mention.start or not scene.tokens[mention.start - 1].is_word:
        return False
    before = [token.lower for token in scene.tokens[max(0, mention.start - _PHRASE) : mention.start]]
    governing = table.words["prepositions"] | table.words["also_prepositions"]
    governed = any(word in governing for word in before[:-1])
    return governed or "nomn" not in cases(before[-1], table.language)


def _is_strange(scene: Scene, mention: Mention, table: Table) -> bool:
    return mention.kind == "person" and not is_known(scene.tokens[mention.head].text, table.language)


def _opens(mention: Mention) -> bool:
    """Whether a lone name opens a sentence: its case may look oblique, "Мунтяну ж нагадала"."""
    return mention.kind == "person" and mention.start == 0 and mention.role == (0, 0)


def _may_be(scene: Scene, mention: Mention, cue: Cue, table: Table, *, loose: bool = False) -> bool:
    before = _before(scene, mention)
    if table.language == "en":
        return (
            before not in table.words["prepositions"] and scene.tokens[mention.head].lower not in table.words["objects"]
        )
    if before in table.words["prepositions"]:
        return False
    if mention.kind == "pronoun":
        return _pronoun_agrees(scene.tokens[mention.head].lower, mention.gender, cue)
    head = scene.tokens[mention.head].text
    guessed = loose and (_is_strange(scene, mention, table) or _opens(mention))
    nominative = "nomn" in cases(head, table.language) or head.isupper() or guessed
    if not nominative or not _gender_agrees(scene, mention, cue, table):
        return False
    if (not loose and _is_attribute(scene, mention, table)) or _is_owner(scene, mention, table):
        return False
    return guessed or _number_agrees(head, cue, table)


def _pronoun_agrees(word: str, gender: str, cue: Cue) -> bool:
    if word not in ("він", "вона", "вони", "он", "она", "они"):
        return False
    if cue.number == "plur" or gender == "plur":
        return gender == "plur" and cue.number != "sing"
    return not cue.gender or cue.gender == gender


def _gender_agrees(scene: Scene, mention: Mention, cue: Cue, table: Table) -> bool:
    """Names of states and bodies agree with a verb in the past, where they inflect: not "Париж потребовала"."""
    head = scene.tokens[mention.head].text
    if mention.kind not in ("actor", "body") or cue.number != "sing" or not cue.gender or head.isupper():
        return True
    genders = {r.gender for r in readings(head, table.language) if r.case == "nomn" and r.number == "sing"} - {""}
    return not genders or cue.gender in genders or "gent" in cases(head, table.language)


def _number_agrees(head: str, cue: Cue, table: Table) -> bool:
    if not cue.number or (not cue.past and table.language == "en"):
        return True
    numbers = {reading.number for reading in readings(head, table.language) if reading.case == "nomn"}
    return not numbers or cue.number in numbers or cue.number == "plur"


def _is_attribute(scene: Scene, mention: Mention, table: Table) -> bool:
    """A name that does not inflect, behind a noun, is its attribute: "прохання США", but not "у понеділок США"."""
    if mention.kind != "actor" or mention.start == 0:
        return False
    if scene.tokens[mention.head].text not in _indeclinable(scene, mention, table):
        return False
    before = scene.tokens[mention.start - 1]
    if not before.is_word or before.text in DASHES or before.lower in table.cues:
        return False
    found = readings(before.text, table.language)[:2]
    when = any(reading.lemma in table.words["moments"] for reading in found)
    return not when and any(reading.part == "NOUN" for reading in found)


def _is_owner(scene: Scene, mention: Mention, table: Table) -> bool:
    """A name behind a noun that is no role tells whose it is: "слова Бурдиса прокомментировала Вирская"."""
    named_alone = mention.kind == "person" and mention.role == (0, 0) and mention.start > 0
    if not named_alone or "gent" not in cases(scene.tokens[mention.head].text, table.language):
        return False
    before = scene.tokens[mention.start - 1]
    governed = mention.start > 1 and scene.tokens[mention.start - 2].lower in table.words["prepositions"]
    found = readings(before.text, table.language)[:3] if before.is_word and not governed else ()
    return any(reading.part == "NOUN" and reading.case in ("nomn", "accs") and not reading.name for reading in found)


def _indeclinable(scene: Scene, mention: Mention, table: Table) -> set[str]:
    head = scene.tokens[mention.head].text
    return {head} if head.isupper() or {"nomn", "gent"} <= cases(head, table.language) else set()
