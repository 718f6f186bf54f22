"""English verb forms by rule (Quirk et al. 1985, A Comprehensive Grammar of the English Language, 3.5-3.10)."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from research.reading.tables import Cue

_DOUBLING = re.compile(r"[^aeiou][aeiou][bdgmnprt]$")
#: Verbs of several syllables that stress the last one, and so double its consonant.
_END_STRESSED = ("admit", "commit", "rebut", "permit", "regret", "concur", "refer", "demur")
#: Two-syllable verbs that end like "stop" but stress the first syllable.
_UNDOUBLED = ("comment", "question", "reason", "threaten", "mention", "contend", "insist", "protest", "maintain")


def verb_forms(entry: str) -> "list[tuple[str, Cue]]":
    """Give the forms of a verb that can report speech, each with what it tells.

    Args:
        entry: ``"warn"``, ``"call_on"`` (the particle follows the verb) or ``"say/said/said"``.
    """
    from research.reading.tables import Cue

    first, *irregular = entry.split("/")
    verb, *particle = first.split("_")
    tail = " ".join(["", *particle])
    past = irregular[0] if irregular else _past(verb)
    made = {
        verb: Cue(entry, frozenset(), number="plur"),
        _third_person(verb): Cue(entry, frozenset(), number="sing"),
        past: Cue(entry, frozenset(), past=True),
        (irregular or [past])[-1]: Cue(entry, frozenset(), past=True),
        _participle(verb): Cue(entry, frozenset(), finite=False),
    }
    return [(form + tail, cue) for form, cue in made.items()]


def _third_person(verb: str) -> str:
    if re.search(r"(s|x|z|ch|sh)$", verb):
        return verb + "es"
    return verb[:-1] + "ies" if re.search(r"[^aeiou]y$", verb) else verb + "s"


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if re.search(r"[^aeiou]y$", verb):
        return verb[:-1] + "ied"
    return _doubled(verb) + "ed"


def _participle(verb: str) -> str:
    if verb.endswith("e") and not verb.endswith("ee"):
        return verb[:-1] + "ing"
    return _doubled(verb) + "ing"


def _doubled(verb: str) -> str:
    one_syllable = len(re.findall("[aeiou]+", verb)) == 1
    doubles = (one_syllable or verb in _END_STRESSED) and _DOUBLING.search(verb)
    return verb + verb[-1] if doubles and verb not in _UNDOUBLED else verb
