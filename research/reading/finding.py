"""Finding statements in a sentence: what is said, and the words that say who says it.

Every pattern is one function from a verb (or a phrase such as "за словами") to a ``Found``; the first that fits wins.
"""

from itertools import islice

from research.reading.according import according
from research.reading.addressing import addressees
from research.reading.frame import Found, Frame, Verb
from research.reading.mentions import Scene
from research.reading.quoted import (
    labelled,
    opens_with_quote,
    quote_after,
    quote_before,
    quotes_ending_before,
    whole_quotes,
)
from research.reading.referring import who_said
from research.reading.reported import act, after_colon, bare_clause, clause, declined
from research.reading.segment import DASHES
from research.reading.subjects import Clause, subject
from research.reading.tables import Table
from research.reading.trailing import attributed, is_outlet, tells_how

_PATTERNS = (quote_before, quote_after, clause, declined, attributed, after_colon, act, bare_clause)
_FEWEST_WORDS = 3
_WIDEST_SUBJECT = 12
#: A sentence that tells more of what others said has no stop where one belongs; each tale runs to its end.
_MOST_NESTED = 4


def statements(scene: Scene, table: Table) -> list[Found]:
    """Find the statements of a sentence, in the order of the words that introduce them; nested ones last."""
    frame = Frame(scene, table)
    claimed = _trailing(frame)
    for place in range(len(frame.tokens)):
        if place not in frame.taken and not _is_claimed(frame, place, claimed):
            found = _by_phrase(frame, place) or _by_verb(frame, place)
            if found is not None:
                frame.keep(found)
    whole_quotes(frame)
    labelled(frame)
    return [*frame.found, *_nested(frame)]


def everything(scene: Scene, table: Table) -> Found:
    """Give a whole sentence as one statement, for a sentence behind it that says who said it."""
    frame = Frame(scene, table)
    return frame.statement([(0, frame.end)], None)


def _by_phrase(frame: Frame, place: int) -> Found | None:
    """According to X, as X announced: the verb within the phrase is none of its own."""
    found = according(frame, place)
    if found is None or found.source is None:
        return found
    told = any(frame.taken.intersection(range(*piece)) for piece in found.pieces)  # "Q," he replied, according to X
    frame.taken.update(range(place, found.source.end))
    retold = is_outlet(frame, found.source) and any(frame.has_finite(*piece) for piece in found.pieces)
    return None if told or retold else found  # "As Reuters writes, Beijing warned …"


def _by_verb(frame: Frame, place: int) -> Found | None:
    verb = frame.verb(place)
    if verb is None or not _is_active(frame, verb):
        return None
    return next((found for pattern in _PATTERNS if (found := pattern(frame, verb))), None)


def _is_active(frame: Frame, verb: Verb) -> bool:
    """English leaves passives, infinitives and modals to the context."""
    if not frame.words.english or not verb.cue.finite:
        return True
    near = verb.place - 1
    while near > verb.place - 4 and (frame.lower[near].endswith("ly") or frame.words.is_a(near, "denials", "also")):
        near -= 1
    passive = frame.words.is_a(near, "be") and not frame.lower[verb.place].endswith("ing")
    if (passive and frame.word(verb.behind - 1) != "saying") or frame.lower[near] == "to":
        return frame.lower[max(0, near - 2) : near] == ["went", "on"]  # "went on to say"
    return "decline" in verb.cue.kinds or not frame.words.is_a(near, "modals")


def _trailing(frame: Frame) -> range:
    """An attribution at the end claims the sentence before any verb within that: "A закликала B, заявив X"."""
    if opens_with_quote(frame) or frame.phrase(0, frame.table.according):
        return range(0)
    for place in range(frame.end - 1, _FEWEST_WORDS, -1):
        if not frame.is_mark(place - 1, ",;" + DASHES):
            continue
        if found := _about_it(frame, place):
            return _claim(frame, place, found)
        found = according(frame, place)
        if found is not None and found.source and found.source.end >= frame.end - 1:
            return _claim(frame, place, found)
        verb = _attributing(frame, place)
        if verb is None or frame.that(verb.behind) is not None:
            continue
        quoted = frame.next_quote(verb.behind) < frame.end or quotes_ending_before(frame, verb.place)
        found = attributed(frame, verb) if verb.cue.finite and not quoted else None
        return _claim(frame, place, found) if found else range(0)
    return range(0)


def _about_it(frame: Frame, place: int) -> Found | None:
    """What stands before an attribution that calls it "this": "Архів відкриють; про це розповіла речниця"."""
    behind = 0 if frame.words.english else frame.phrase(place, frame.table.about_this)
    source = who_said(frame, behind) if behind else None
    piece = frame.trimmed(0, place - 1) if source else None
    return frame.statement([piece], source) if piece else None


def _attributing(frame: Frame, place: int) -> Verb | None:
    """The verb behind a comma, at once or behind its subject: "…, said X", "…, X said"."""
    if not frame.words.english:
        near = (i for i in range(place, min(frame.end, place + _FEWEST_WORDS + 1)) if frame.verb(i))
        first = next(near, place)
        return frame.verb(first) if first == place or tells_how(frame, place, first) else None
    places = range(place, min(frame.end, place + _WIDEST_SUBJECT))
    return next((verb for i in places if (verb := frame.verb(i)) and _is_active(frame, verb)), None)


def _claim(frame: Frame, place: int, found: Found) -> range:
    frame.keep(found)
    return range(place, frame.end)


def _is_claimed(frame: Frame, place: int, claimed: range) -> bool:
    """Within an attribution only a gerund can begin another statement: "…, заявив X, додавши, що …"."""
    verb = frame.verb(place)
    return place in claimed and (verb is None or verb.cue.finite)


def _nested(frame: Frame) -> list[Found]:
    """What somebody else said or demanded, within an indirect statement: "X said that Y had demanded …"."""
    outer = [piece for found in frame.found if found.kind != "direct" for piece in found.pieces]
    inner = (_told(frame, place, start, end) for start, end in outer for place in range(start + 1, end))
    return list(islice(filter(None, inner), _MOST_NESTED))


def _told(frame: Frame, place: int, start: int, end: int) -> Found | None:
    verb = frame.verb(place)
    if verb is None or not verb.cue.finite or not _is_active(frame, verb):
        return None
    source = subject(Clause(frame.scene, frame.table, place, verb.cue, start, place))
    if source is None or source.kind in ("pronoun", "other"):
        return None
    that = frame.that(verb.behind)
    demanded = place if verb.cue.lemma in frame.table.demands and source.end >= place - 4 else None
    first = that + 1 if that is not None else demanded
    piece = frame.trimmed(first, end) if first is not None else None
    if piece is None or piece[1] - piece[0] < _FEWEST_WORDS:
        return None
    return frame.statement([piece], source)._replace(level=1, addressees=addressees(frame, verb, source, end))
