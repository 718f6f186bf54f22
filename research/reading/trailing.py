"""Attribution behind a clause: "The port is closed, said X", "…, X told the radio", "…, сурово напомнил X"."""

from itertools import chain

from research.reading.frame import Found, Frame, Piece, Verb
from research.reading.mentions import Mention
from research.reading.morphology import readings
from research.reading.plain import plain_behind
from research.reading.segment import DASHES

_REACH = 25
_FEWEST_WORDS = 3
_LONGEST_OPENING = 6
_WIDEST_SUBJECT = 6
_WIDEST_HEARER = 7
_CITED = ("person", "role", "body", "actor")


def attributed(frame: Frame, verb: Verb) -> Found | None:
    """The clause, said X."""
    if not verb.cue.finite or not {"say", "written"} & verb.cue.kinds:
        return None
    comma = _comma_before(frame, verb.place)
    if comma is None or _goes_on_behind(frame, comma, verb) or _is_passive(frame, verb):
        return None
    source, told = _source(frame, verb, comma)
    if not told:
        return None
    if frame.words.english and source is not None and source.start > verb.place and not _closes(frame, source):
        return None
    start = max([0, *(end for found in frame.found for _, end in found.pieces)])
    before = frame.trimmed(start, comma)
    after = _resumed(frame, max(_behind_hearer(frame, verb), source.end if source else 0))
    pieces = [piece for piece in (before, after) if piece]
    if before is not None and _is_described(frame, *before):
        return None
    if before is None or sum(end - start for start, end in pieces) < _FEWEST_WORDS:
        return None
    if after is None and _tells_where(frame, before):
        return None
    return frame.statement(pieces, source, verb.cue.gender)


def _is_passive(frame: Frame, verb: Verb) -> bool:
    """Whether somebody else acts: "a zone claimed by", but not "was quoted as saying by"."""
    return frame.word(verb.behind) == "by" and verb.behind == verb.place + 1


def _tells_where(frame: Frame, piece: Piece) -> bool:
    """Whether an English clause is none but opens the attribution: "In his letter, the minister pleads"."""
    start, end = piece
    if not frame.words.is_a(start, "prepositions") or end - start > _LONGEST_OPENING or not frame.words.english:
        return False
    return not any(frame.words.is_a(i, "verbal") or frame.lower[i].endswith("ed") for i in range(start, end))


def _source(frame: Frame, verb: Verb, comma: int) -> tuple[Mention | None, bool]:
    """The subject, or whom the outlet cites that is the subject; and whether anybody tells: "…, заявили вчора"."""
    beside = frame.words.english and any(comma < m.start and m.end == verb.place for m in frame.scene.mentions)
    source = frame.subject(verb, after=not beside, low=comma + 1) or _plain(frame, verb, comma)
    outlet = source is not None and is_outlet(frame, source)
    if source is None or outlet:
        source = _cited(frame, verb.behind)
    nobody = not outlet and (verb.cue.number == "plur" or "written" in verb.cue.kinds)
    return source, source is not None or nobody


def _plain(frame: Frame, verb: Verb, comma: int) -> Mention | None:
    near = verb.place == comma + 1 or (not frame.words.english and tells_how(frame, comma + 1, verb.place))
    return plain_behind(frame, verb) if near else None


def _cited(frame: Frame, start: int) -> Mention | None:
    """Whom an outlet cites: "…, передаёт агентство со ссылкой на министра"."""
    ahead = range(start, min(frame.end, start + _WIDEST_SUBJECT))
    behind = next((end for i in ahead if (end := frame.phrase(i, frame.table.citing))), frame.end)
    return next((m for m in frame.scene.mentions if m.start >= behind and m.kind in _CITED), None)


def _is_described(frame: Frame, start: int, close: int) -> bool:
    """Whether only who speaks stands before the verb: "Spain, whose ship it is, …", "В Москве, напротив, …"."""
    start += frame.words.is_a(start, "opening_prepositions")
    end = next((mention.end for mention in frame.scene.mentions if mention.start == start), frame.end)
    if end + 1 >= frame.end or not frame.is_mark(end, ","):
        return False
    if any(frame.is_mark(i, ",") for i in range(end + 1, close)):
        return False  # "Spain, whose ship it is, will pay"
    return frame.lower[end + 1] in frame.table.relative or frame.words.is_a(end + 1, "asides")


def _resumed(frame: Frame, behind: int) -> tuple[int, int] | None:
    """The rest of a clause that its attribution interrupts: "The ferries, he said, are late"."""
    opens = behind + 1
    if opens >= frame.end or not frame.is_mark(behind, ",") or frame.lower[opens] in frame.table.relative:
        return None
    if frame.verb(opens) is not None or frame.lower[opens] in frame.table.conjunctions or _is_aside(frame, opens):
        return None
    whole = frame.end > opens + 1 or frame.tokens[opens].quote is not None
    return frame.trimmed(opens, frame.end) if whole else None


def is_outlet(frame: Frame, source: Mention) -> bool:
    """Tell whether an outlet is named: "…, reports Reuters" tells who wrote it down, not who said it."""
    if any(source.start <= actor.start < source.end for actor in frame.scene.actors):
        return False  # "the UN refugee agency"
    words = frame.lower[source.start : source.end]
    return " ".join(words) in frame.table.media or any(word in frame.table.media for word in words)


def _is_aside(frame: Frame, place: int) -> bool:
    """A gerund, participle, preposition or conjunction behind an attribution goes on about the speaking."""
    if frame.tokens[place].quote is not None:
        return False
    if frame.words.english:
        gerund = frame.lower[place].endswith("ing")
        finite = any(frame.words.is_a(i, "be", "modals") for i in range(place, min(frame.end, place + _REACH)))
        return (gerund and not finite) or frame.words.is_a(place, "adverbial")
    parts = {reading.part for reading in readings(frame.lower[place], frame.table.language)}
    return bool(parts & {"GRND", "PREP", "CONJ", "PRTF"}) and not parts & {"PRCL", "ADVB"}


def _closes(frame: Frame, source: Mention) -> bool:
    """Whether the attribution ends here: "…, said X on Monday", not "…, said X would …" nor "…, told X to …"."""
    return source.end >= frame.end or (frame.words.is_a(source.end, "adverbial") and frame.lower[source.end] != "to")


def _comma_before(frame: Frame, place: int) -> int | None:
    """The comma between a clause and its attribution: only the subject stands between it and the verb."""
    for comma in range(place - 1, max(0, place - _REACH), -1):
        if not frame.is_mark(comma, "," + DASHES):
            continue
        if comma == place - 1:
            if _closes_apposition(frame, comma):
                continue
            return comma
        if any(mention.start < comma < mention.end for mention in frame.scene.mentions):
            continue
        between = (m for m in frame.scene.mentions if comma < m.start and m.end <= place)
        subject = next(between, None)
        if subject is None:
            alone = _is_plain(frame, comma + 1, place) or tells_how(frame, comma + 1, place)
            return comma if alone else None
        return comma if _is_alone(frame, subject, comma + 1, place) else None
    return None


def _closes_apposition(frame: Frame, comma: int) -> bool:
    """Whether a comma closes a name beside its office, before the verb: "…, its foreign minister, Ann Smith, said"."""
    before = (m for m in frame.scene.mentions if m.end == comma and m.kind == "person")
    beside = any(frame.is_mark(i, ",") for m in before for i in range(m.start, m.end))
    return beside and not any(m.start == comma + 2 for m in frame.scene.mentions)


def _is_plain(frame: Frame, start: int, end: int) -> bool:
    """A subject that is no known role or name: "…, a source said", "…, people close to the talks said"."""
    words = frame.lower[start:end]
    barred = frame.table.relative | frame.table.conjunctions | frame.table.that
    known = frame.words.english and 0 < len(words) <= _WIDEST_SUBJECT and frame.words.is_word(start)
    return known and barred.isdisjoint(words) and not frame.words.is_a(start, "prepositions")


def tells_how(frame: Frame, start: int, end: int) -> bool:
    """Adverbs, or a preposition and its noun, before a verb: "…, сурово напомнил посол", "…, з усмішкою мовила"."""
    if frame.words.english or end - start > _FEWEST_WORDS:
        return False
    words = [frame.lower[i] for i in range(start, end) if frame.words.is_word(i)]
    if any(word in frame.table.relative for word in words):
        return False
    parts = [{reading.part for reading in readings(word, frame.table.language)} for word in words]
    adverbs = all(part & {"ADVB", "PRCL"} for part in parts)
    oblique = len(parts) > 1 and "PREP" in parts[0] and not any("VERB" in part for part in parts)
    return len(parts) == end - start and (adverbs or oblique)


def _is_alone(frame: Frame, mention: Mention, start: int, end: int) -> bool:
    others = [i for i in range(start, end) if not mention.start <= i < mention.end]
    if any(frame.lower[i] in ("a", "an", "the") and i + 1 != mention.start for i in others):
        return False  # "…, a charge Azerbaijan denies"
    return len(others) <= _FEWEST_WORDS and all(frame.lower[i] not in frame.table.that for i in others)


def _goes_on_behind(frame: Frame, comma: int, verb: Verb) -> bool:
    """With the subject before the verb, more than an adverbial behind it is what is said."""
    behind = _behind_hearer(frame, verb)
    closes = behind >= frame.end or frame.is_mark(behind, ",") or frame.words.is_a(behind, "adverbial")
    return verb.place > comma + 1 and not closes and not tells_how(frame, comma + 1, verb.place)


def _behind_hearer(frame: Frame, verb: Verb) -> int:
    """The place behind a verb and whom it tells: "…, she told this newspaper, …", "…, she told the radio on Monday"."""
    if not frame.words.is_a(verb.place, "telling"):
        return verb.behind
    told = range(verb.behind, min(frame.end, verb.behind + _WIDEST_HEARER))
    commas = (i for i in told if frame.is_mark(i, ","))
    days = (i for i in told[1:] if frame.words.is_a(i, "adverbial"))
    return next(chain(commas, days), frame.end if frame.end <= verb.behind + _WIDEST_HEARER else verb.behind)
