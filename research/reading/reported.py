"""Indirect speech: that-clauses, clauses with a trailing attribution, and speech acts."""

from research.reading.addressing import addressees
from research.reading.frame import Found, Frame, Verb
from research.reading.mentions import Mention

_REACH = 25
_LONGEST_INTRODUCTION = 20
_FEWEST_WORDS = 3
_WIDEST_SUBJECT = 6
_WIDEST_HEARER = 7
_WIDEST_CHANNEL = 6
_CITED = ("person", "role", "body", "actor")


def clause(frame: Frame, verb: Verb) -> Found | None:
    """X said that …."""
    that = frame.that(verb.behind)
    if frame.words.english and "say" not in verb.cue.kinds:  # "rejected that suggestion"
        return None
    if that is None or _is_second(frame, verb, that) or _is_relative(frame, verb, that):
        return None
    if not frame.is_near(verb, that) or (not verb.cue.finite and _negates(frame, verb.place - 1)):
        return None
    source = frame.subject(verb, high=that)
    source = source or _of_the_same(frame, verb)
    if source is None and (verb.place > _FEWEST_WORDS or not verb.cue.finite):
        return None
    found = frame.content(that + 1, source)
    spoken_to = addressees(frame, verb, source, that)
    return found._replace(gender=verb.cue.gender, addressees=spoken_to) if found else None


def _of_the_same(frame: Frame, verb: Verb) -> Mention | None:
    """The speaker of the statement before, where a conjunction joins a verb to it: "…, and said it would"."""
    return frame.found[-1].source if frame.found and frame.joins(verb.place - 1) else None


def _is_relative(frame: Frame, verb: Verb, that: int) -> bool:
    """Whether a demand has no clause, but a noun with one: "закликав відкрити дорогу для товарів, що псуються"."""
    relative = not frame.words.english and frame.lower[that] in frame.table.relative
    return relative and verb.cue.lemma in frame.table.demands and that > verb.behind + 1


def _is_second(frame: Frame, verb: Verb, that: int) -> bool:
    """Whether a clause without conjunction stands before: "said it was open and that", "said they hoped that"."""
    between = range(verb.behind + 1, that)
    if "bare" not in verb.cue.kinds:
        return False
    if frame.words.english and _is_object(frame, verb, that):
        return True
    verbal = any(frame.words.is_a(i, "verbal") or frame.lower[i].endswith("ed") for i in between)
    return verbal or frame.lower[that - 1] in frame.table.conjunctions


def _is_object(frame: Frame, verb: Verb, that: int) -> bool:
    """Whether a plain noun stands between a verb and "that", which then is a relative: "says drones that hit Tiné"."""
    alone = that == verb.behind + 1 and frame.words.is_word(verb.behind) and not frame.words.is_a(verb.place, "telling")
    return alone and frame.lower[verb.behind].endswith("s") and not frame.words.is_a(verb.behind, "times", "hearers")


def after_colon(frame: Frame, verb: Verb) -> Found | None:
    """X said: the words, without quotation marks; behind a declined comment stands the reporter's reason."""
    if verb.cue.lemma in frame.table.refusals:
        return None
    stop = min(frame.end - 1, verb.behind + _LONGEST_INTRODUCTION)
    colon = next((i for i in range(verb.behind, stop) if frame.is_mark(i, ":")), None)
    if colon is None or frame.has_finite(verb.behind, colon):  # "thanked Ankara, but stressed: …"
        return None
    source = frame.subject(verb, high=colon) or _of_the_same(frame, verb)
    # "И добавила: …": of whoever spoke last.
    alone = verb.cue.finite and bool(verb.cue.gender) and verb.place <= _FEWEST_WORDS and colon == verb.behind
    found = frame.content(colon + 1, source) if source or alone else None
    return found._replace(gender=verb.cue.gender) if found and alone else found


def act(frame: Frame, verb: Verb) -> Found | None:
    """A called on B to do C: the speech act itself."""
    if "act" not in verb.cue.kinds or not verb.cue.finite:
        return None
    if _is_mere_talk(frame, verb) or _hides(frame, verb) or _is_condition(frame, verb) or _is_done_to(frame, verb):
        return None
    source = frame.subject(verb) or _of_the_same(frame, verb)
    if source is None or (source.kind == "pronoun" and source.start > verb.place):
        return None
    start = verb.place - frame.words.is_a(verb.place - 1, "denials")
    closes = verb.behind >= frame.end or (frame.is_mark(verb.behind, ",") and not frame.words.english)
    if closes and source.end < verb.place:
        start = _behind_relative(frame, source.end, verb.place)
    declines = _refuses_to_speak(frame, verb, source)
    close = _subordinate_end(frame, verb) or (_colon(frame, verb.behind) if declines else 0)
    piece = frame.trimmed(start, close) if close else None
    found = frame.statement([piece], source) if piece else frame.content(start, source)
    spoken_to = addressees(frame, verb, source, close or frame.end)
    return found._replace(declined=declines, addressees=spoken_to) if found else None


def _behind_relative(frame: Frame, place: int, verb: int) -> int:
    """The place behind a relative clause: "Ашхабад, чьи поля сохнут, от комментариев воздержался"."""
    if not frame.is_mark(place, ",") or frame.word(place + 1) not in frame.table.relative:
        return place
    return next((i + 1 for i in range(place + 2, verb) if frame.is_mark(i, ",")), place)


def _colon(frame: Frame, place: int) -> int:
    """The colon behind which the reporter says why somebody does not comment; 0 where there is none."""
    return next((i for i in range(place, frame.end) if frame.is_mark(i, ":")), 0)


def _subordinate_end(frame: Frame, verb: Verb) -> int:
    """The comma behind a clause that opens the sentence, "After Baku threatened to close the border, …"; else 0."""
    if not frame.words.is_a(0, "subordinating") or any(frame.is_mark(i, ",") for i in range(verb.place)):
        return 0
    return next((i for i in range(verb.behind, frame.end) if frame.is_mark(i, ",")), 0)


def _hides(frame: Frame, verb: Verb) -> bool:
    """Whether somebody only asks for anonymity: "asked not to be named"."""
    return any(frame.words.is_a(place, "anonymity") for place in range(verb.behind, min(frame.end, verb.behind + 5)))


def _is_done_to(frame: Frame, verb: Verb) -> bool:
    """Whether others do it to whom the sentence is about: "постпред, якого запросили за правилом 37"."""
    return verb.cue.number == "plur" and frame.word(verb.place - 1) in frame.table.relative and not frame.words.english


def _is_condition(frame: Frame, verb: Verb) -> bool:
    """Whether an act is but a condition: "if Baku guarantees the rights", "якщо Баку гарантує"."""
    clause = next((i + 1 for i in range(verb.place - 1, -1, -1) if frame.is_mark(i, ",;:")), 0)
    return any(frame.words.is_a(place, "conditional") for place in range(clause, verb.place))


def _is_mere_talk(frame: Frame, verb: Verb) -> bool:
    """To speak somewhere is narration, to speak for or against something an act: "выступил в сейме"."""
    stands = verb.cue.lemma in frame.table.words["standing"]
    return stands and not any(frame.words.is_a(verb.behind + i, "stances") for i in range(2))


def _refuses_to_speak(frame: Frame, verb: Verb, source: Mention) -> bool:
    """To decline to comment is no stance towards anybody (codebook, rule 7); what is declined may stand before."""
    if verb.cue.lemma not in frame.table.refusals:
        return False
    around = *frame.lower[source.end : verb.place], *frame.lower[verb.behind : verb.behind + 3]
    return any(word in frame.table.speaking or word in frame.table.words["comments"] for word in around)


def declined(frame: Frame, verb: Verb) -> Found | None:
    """X would not comment on …."""
    before = range(verb.place - 1, max(-1, verb.place - 4), -1)
    negation = next((i for i in before if _negates(frame, i)), None)
    if "silent" in verb.cue.kinds and _without_comment(frame, verb, negated=negation is not None):
        negation = verb.place if negation is None else negation
    elif "decline" not in verb.cue.kinds or negation is None:
        return None
    source = frame.subject(verb)
    if source is None:
        return None
    # Where the verb ends the sentence, what is declined stands before it: "комментировать переговоры не стали".
    ahead = range(source.end, negation) if verb.behind >= frame.end else range(0)
    start = next((i for i in ahead if frame.lower[i] in frame.table.speaking), negation)
    while start > source.end and frame.words.is_a(start - 1, "auxiliaries"):
        start -= 1
    found = frame.content(start, source)
    return found._replace(declined=True) if found else None


def _without_comment(frame: Frame, verb: Verb, *, negated: bool) -> bool:
    """X gave no comment; X did not give comments."""
    ahead = range(verb.behind, min(frame.end, verb.behind + _FEWEST_WORDS))
    comment = any(frame.words.is_a(place, "comments") for place in ahead)
    return comment and (negated or frame.words.english or any(frame.words.is_a(place, "denials") for place in ahead))


def _negates(frame: Frame, place: int) -> bool:
    return frame.words.is_a(place, "denials") or frame.lower[place].endswith("n't")


def bare_clause(frame: Frame, verb: Verb) -> Found | None:
    """X said it would …: a clause without conjunction, English only."""
    if "bare" not in verb.cue.kinds or not (verb.cue.finite or frame.joins(verb.place - 1)):
        return None
    source = frame.subject(verb, high=verb.place) or _of_the_same(frame, verb)
    start = _behind_object(frame, verb.behind)
    loosely = verb.cue.finite
    return frame.content(start, source) if source is not None and _is_clause(frame, start, loosely=loosely) else None


def _is_clause(frame: Frame, start: int, *, loosely: bool) -> bool:
    """A clause begins with its subject and has a verb; loosely, a few words that are no adverbial are one."""
    words = frame.lower[start : frame.end]
    if words and frame.tokens[start].quote is not None:
        return len(words[0].split()) >= _FEWEST_WORDS
    if len(words) < _FEWEST_WORDS or frame.words.is_a(start, "adverbial") or frame.is_mark(start, ",:;()—–-"):
        return False
    verbal = any(frame.words.is_a(i, "verbal") or frame.tokens[i].quote for i in range(start + 1, frame.end))
    inflected = any(word.endswith(("ed", "'s", "n't")) for word in words[1:])
    return verbal or inflected or (loosely and len(words) > _FEWEST_WORDS)


def _behind_channel(frame: Frame, behind: int) -> int:
    """The place behind where it was said: "said in a joint statement the talks …"."""
    if not frame.words.is_a(behind, "prepositions"):
        return behind
    near = range(behind + 1, min(frame.end, behind + _WIDEST_CHANNEL))
    return next((i + 1 for i in near if frame.words.is_a(i, "channels")), behind)


def _behind_hearers(frame: Frame, place: int) -> int:
    """Pass over who is told: "told reporters", "tells state radio", "told the BBC"."""
    first = place + 1 if frame.words.is_a(place, "of_hearers") else place
    named = first + 1 if frame.words.is_a(first, "of_hearers") else first
    return next((i + 1 for i in (named, first, place) if frame.words.is_a(i, "hearers")), place)


def _behind_object(frame: Frame, behind: int) -> int:
    """Pass over who is told and when: "told reporters on Monday the talks …", "said late this morning it …"."""
    words, place = frame.words, _behind_channel(frame, behind)
    if frame.words.is_a(behind - 1, "telling"):
        place = _behind_hearers(frame, place)
    while words.is_a(place, "times") or words.is_a(place + 1, "times"):
        if not words.is_a(place, "times", "prepositions", "time_openers"):
            break
        place += 1
    return place
