"""Attribution without a verb of speech: "за словами X", "по его мнению", "in X's view", "as X put it"."""

from research.reading.frame import Found, Frame, Piece, Verb
from research.reading.mentions import Mention
from research.reading.morphology import readings
from research.reading.segment import DASHES
from research.reading.tables import Cue

_REACH_SOURCE, _REACH_COMMA = 3, 30
#: A beginning of so few tokens is an adverbial ("Meanwhile, according to X, …"), not what X said.
_ADVERBIAL = 3
#: The longest source that is made of plain words.
_WIDEST = 8


def according(frame: Frame, place: int) -> Found | None:
    """Find a statement that a phrase at a place attributes."""
    owner = _owner(frame, place)
    source, close = (None, owner[1]) if owner else _source(frame, place)
    if (owner is None and source is None) or _interrupts(frame, place, close):
        return None
    pieces = _around(frame, place, close)
    return frame.statement(pieces, source, owner[0] if owner else "") if pieces else None


def _interrupts(frame: Frame, place: int, close: int) -> bool:
    """Whether somebody else speaks around it: "міністр, за даними агентства, заявив"."""
    comma = next((i for i in range(close, min(frame.end, close + _REACH_SOURCE)) if frame.is_mark(i, ",")), frame.end)
    verbs = (frame.verb(i) for i in range(comma + 1, min(frame.end, comma + 1 + _REACH_SOURCE)))
    verb = next(filter(None, verbs), None)  # "Сеул, по сообщению агентства, накануне выразил …"
    if verb is None or not verb.cue.finite or not place or not frame.is_mark(place - 1, ","):
        return False
    return any(mention.end == place - 1 for mention in frame.scene.mentions)


def _owner(frame: Frame, place: int) -> tuple[str, int] | None:
    """The gender of the pronoun in "за його словами", and the place behind the phrase."""
    for phrase in frame.table.according_own.get(frame.lower[place], ()):
        hole, end = place + phrase.index("{}"), place + len(phrase)
        fits = end <= len(frame.lower) and all(
            a in ("{}", b) for a, b in zip(phrase, frame.lower[place:end], strict=True)
        )
        gender = frame.table.pronouns.get(frame.lower[hole], "") if fits else ""
        if gender:
            return gender, end
    return None


def _source(frame: Frame, place: int) -> tuple[Mention | None, int]:
    """Who is named by "according to X", "in X's view", "as X put it", and where the phrase ends."""
    if behind := frame.phrase(place, frame.table.according):
        near = [m for m in frame.scene.mentions if behind < m.end and m.start <= behind + _REACH_SOURCE]
        owned = len(near) > 1 and near[0].kind == "pronoun" and near[1].start == near[0].end  # "his Polish counterpart"
        source = next((_from(mention, behind) for mention in near[owned:]), None) or _plain(frame, behind)
        return source, source.end if source else behind
    if frame.lower[place] in frame.table.as_words and not _tells_when(frame, place):
        return _as_said(frame, place)
    return _view(frame, place) if frame.words.is_a(place, "view_prepositions") else (None, 0)


def _tells_when(frame: Frame, place: int) -> bool:
    """Whether "как" belongs to a conjunction of time: "после того, как", "с тех пор как"."""
    comma = place > 0 and frame.is_mark(place - 1, ",")
    return frame.words.is_a(place - 1 - comma, "before_as")


def _plain(frame: Frame, start: int) -> Mention | None:
    """Whatever else an English phrase names: "according to exit polls, …"."""
    end = next((i for i in range(start, frame.end) if not frame.words.is_word(i)), frame.end)
    short = frame.words.english and start < end <= start + _WIDEST
    return Mention(start, end, "other", end - 1) if short else None


def _view(frame: Frame, place: int) -> tuple[Mention | None, int]:
    """In X's view: English."""
    source = next((m for m in frame.scene.mentions if place < m.start <= place + 2), None)
    if source is not None and frame.words.is_a(source.end, "views"):
        return source, source.end + 1
    return None, 0


def _as_said(frame: Frame, place: int) -> tuple[Mention | None, int]:
    """As X put it: a verb of speech within the clause that "as" opens."""
    named = {i for mention in frame.scene.mentions for i in range(mention.start, mention.end)}
    ahead = (i for i in range(place + 1, frame.end) if i not in named)
    stops = (i for i in ahead if frame.is_mark(i, ",:") or frame.tokens[i].quote is not None)
    close = next(stops, frame.end)
    for i in range(place + 1, close):
        verb = frame.verb(i)
        if verb is None and frame.words.is_a(i, "putting") and "it" in frame.lower[i:close]:
            verb = Verb(i, i + 1, Cue("put", frozenset()))
        if verb is not None and verb.cue.finite:
            return frame.subject(verb, after=True, low=place, high=close), close
    return None, 0


def _around(frame: Frame, start: int, close: int) -> list[Piece]:
    """What is left of the sentence around an attribution ``tokens[start:close]``."""
    comma = _behind_comma(frame, close)
    before = frame.trimmed(0, start)
    if before and comma and _is_adverbial(frame, before):
        before = None
    after = frame.trimmed(comma, frame.end) if comma else None
    if before is None and after is None:
        after = frame.trimmed(close, frame.end)
    if before and after and _describes(frame, before, after):
        after = None
    return [piece for piece in (before, after) if piece]


def _describes(frame: Frame, before: Piece, after: Piece) -> bool:
    """Whether what stands behind an English attribution is about its source: "…, according to Jane, an aide"."""
    told = any(frame.words.is_a(i, "be", "modals", "verbal") or frame.lower[i].endswith("ed") for i in range(*before))
    return frame.words.english and told and frame.word(after[0]) in ("a", "an", "who", "which", "whose")


def _is_adverbial(frame: Frame, piece: Piece) -> bool:
    """Tell an adverbial ("Meanwhile, according to X, …"): few words and no subject among them."""
    start, end = piece
    if end - start > _ADVERBIAL or frame.next_quote(start) < end:
        return False
    if frame.words.english:
        return frame.words.is_a(start, "prepositions", "openers")
    found = [reading for i in range(start, end) for reading in readings(frame.tokens[i].text, frame.table.language)[:2]]
    return not any(reading.case == "nomn" and reading.part in ("NOUN", "NPRO") for reading in found)


def _behind_comma(frame: Frame, close: int) -> int:
    """The place behind the comma that ends an attribution, a relative clause passed over; 0 where none does."""
    for place in range(close, min(frame.end, close + _REACH_COMMA)):
        relative = any(word in frame.table.relative for word in frame.lower[place + 1 : place + 3])
        if frame.is_mark(place, "," + DASHES) and not relative:
            return place + 1
    return 0


def _from(mention: Mention, place: int) -> Mention:
    """Cut off what a phrase took of the words before it."""
    role = (max(place, mention.role[0]), mention.role[1]) if mention.role != (0, 0) else (0, 0)
    return mention._replace(start=max(place, mention.start), role=role)
