"""The extent of a noun phrase around the head of a role or body: "перший заступник міністра оборони Литви"."""

from research.reading.morphology import cases, is_known, readings
from research.reading.names import Run, is_given_name, may_be_adjective
from research.reading.sentence import Words

#: The longest tail and the most modifiers of a head, in tokens.
_TAIL, _LEFT = 14, 6
#: Heads behind which a place belongs to the office: "посол Японії в Китаї".
_LOCAL = frozenset(("envoy", "representative", "body", "head", "source"))
_OBLIQUE = frozenset(("gent", "datv", "loct", "ablt", "accs"))
_GENITIVE = frozenset(("gent",))


def left_end(words: Words, head: int, runs: list[Run]) -> int:
    """Find where the phrase of a head begins."""
    place = head
    while place > 0 and head - place < _LEFT and _modifies(words, place - 1, head, runs):
        place -= 1
    while place < head and (words.lower[place] in ("the", "a", "an") or words.is_a(place, "ands")):
        place += 1
    return place


def _modifies(words: Words, place: int, head: int, runs: list[Run]) -> bool:
    if words.lower[place] in ("'", "’") and place - 1 in words.actor_at:
        return True  # "the Solomon Islands' minister"
    if not words.is_word(place) or any(start <= place < end for start, end in runs):
        return False
    if words.lower[place] in words.table.pronouns or words.lower[place] in words.table.these:
        return False
    if words.english:
        return _modifies_english(words, place)
    actor = words.actor_at.get(place)
    if actor is not None and actor.kind == "adjective":
        return True
    return may_be_adjective(words.tokens[place].text, words.language) and _agree(words, place, head)


def _agree(words: Words, place: int, head: int) -> bool:
    """Whether two words can stand in one case, "полоненими речник" cannot; what no dictionary has agrees with all."""
    noun = words.tokens[head].text
    return not is_known(noun, words.language) or bool(
        cases(words.tokens[place].text, words.language) & cases(noun, words.language)
    )


def _modifies_english(words: Words, place: int) -> bool:
    if words.is_a(place, "ands"):
        return words.is_capital(place + 1) and words.is_capital(place - 1) and words.tokens[place].text.islower()
    lower = words.lower[place]
    named = place in words.actor_at or words.is_a(place - 1, "determiners")  # "State Department spokesman"
    verbal = lower in words.table.cues and not named
    return not words.is_a(place, "function", "moments") and not verbal and not lower.endswith("ly")


def right_end(words: Words, head: int, run_at: dict[int, Run]) -> tuple[int, Run | None]:
    """Find where the phrase of a head ends, and the name that follows it at once."""
    place = good = head + 1
    oblique = False
    while place < min(len(words.tokens), head + _TAIL):
        if place in run_at and not _belongs(words, place, head, run_at[place]):
            return good, run_at[place] if place == good else None
        if _opens_another(words, place, run_at) or _is_object(words, place):
            break
        if place in run_at or _continues(words, place, oblique=oblique):
            place = good = _behind(words, place, run_at)
        elif _joins(words, place, head, run_at):
            oblique = not words.is_a(place, "ands")
            place += 1
        else:
            break
    return good, None


def _is_object(words: Words, place: int) -> bool:
    """Whether a noun is the object of the verb of speech behind it: "посольство обвинения отвергло"."""
    following = words.lower[place + 1] if place + 1 < len(words.tokens) else ""
    return words.is_a(place, "answered") and following in words.table.cues


def _opens_another(words: Words, place: int, run_at: dict[int, Run]) -> bool:
    """A word that does not inflect opens a phrase where its name is a subject: "на брифинге замглавы МИД Ян"."""
    if words.english or words.role_class(place) != "deputy" or not words.lower[place].startswith("зам"):
        return False
    name = next((run_at[i] for i in range(place, min(len(words.tokens), place + _LEFT)) if i in run_at), None)
    found = cases(words.tokens[name[0]].text, words.language) if name else frozenset()
    return "nomn" in found and "gent" not in found


def _behind(words: Words, place: int, run_at: dict[int, Run]) -> int:
    if place in words.actor_at:
        return words.actor_at[place].end
    return run_at[place][1] if place in run_at else place + 1


def _belongs(words: Words, place: int, head: int, run: Run) -> bool:
    """Whether capitalised words are part of the office, and do not name who holds it."""
    return _within_tail(words, place) or _is_served(words, head, run) or _is_body(words, run)


def _is_body(words: Words, run: Run) -> bool:
    """One capitalised word before a state names a body: "замглавы Госпогранкомитета Беларуси"."""
    state = words.actor_at.get(run[1])
    served = state is not None and state.kind == "name" and run[1] - run[0] == 1
    return served and not words.english and not is_given_name(words.tokens[run[0]].text, words.language)


def _within_tail(words: Words, place: int) -> bool:
    """A proper name behind a preposition or conjunction belongs to the office: "у справах Косова і Метохії"."""
    return words.is_a(place - 1, "joiners") or words.lower[place - 1] == "the"


def _is_served(words: Words, head: int, run: Run) -> bool:
    """A capitalised word in the genitive alone, behind a nominative, is no name of its bearer: "речник Тирасполя"."""
    if words.english or run[0] != head + 1 or run[1] - run[0] > 1:
        return False
    text, head_text = words.tokens[run[0]].text, words.tokens[head].text
    known = is_known(text, words.language) and not is_given_name(text, words.language)
    return known and "nomn" not in cases(text, words.language) and "nomn" in cases(head_text, words.language)


def _continues(words: Words, place: int, *, oblique: bool) -> bool:
    if place in words.actor_at:
        return not words.english or _continues_english(words, place)
    if words.is_a(place, "owners") and words.role_class(place + 1) == "body":
        return True
    verbal = words.lower[place] in words.table.cues and not (words.english and words.is_capital(place))
    if not words.is_word(place) or verbal or words.is_a(place, "time", "joiners", "prepositions"):
        return False
    if words.english:
        return _continues_english(words, place)
    wanted = _OBLIQUE if oblique else _GENITIVE
    found = readings(words.tokens[place].text, words.language)[:6]
    return any(reading.case in wanted and reading.part in ("NOUN", "ADJF", "PRTF") for reading in found)


def _continues_english(words: Words, place: int) -> bool:
    joined = words.is_a(place - 1, "joiners") or words.lower[place - 1] == "the"
    if words.lower[place] == "the":
        return joined
    if words.role_class(place) == "body" or words.is_a(place, "titles"):
        joined = joined or place - 1 in words.actor_at or words.is_a(place - 1, "titles")
    return not words.is_a(place, "function") and (joined or words.is_capital(place))


def _joins(words: Words, place: int, head: int, run_at: dict[int, Run]) -> bool:
    """Whether a preposition or conjunction carries the phrase on."""
    following = place + 1
    if not words.is_a(place, "joiners") or not words.is_word(following) or words.is_a(following, "time"):
        return False
    if words.is_a(place, "local_joiners"):
        return _joins_place(words, following, head, run_at)
    if words.is_a(place, "ands") and not words.english:
        found = cases(words.tokens[following].text, words.language)
        return ("nomn" not in found or "gent" in found) and not words.role_class(following)
    return not words.is_a(place, "ands") or words.is_capital(following)


def _joins_place(words: Words, following: int, head: int, run_at: dict[int, Run]) -> bool:
    """Whether a place is part of the office, or stands between it and the name: "посредник на переговорах Ян Дуда"."""
    if words.english:
        return words.is_capital(following)
    if words.role_class(following) == "body" or words.is_a(following, "affairs"):
        return True
    if following + 1 in run_at and not words.is_capital(following):
        return True
    if following in words.actor_at and words.actor_at[following].end in run_at:
        return True
    return following in words.actor_at and words.role_class(head) in _LOCAL
