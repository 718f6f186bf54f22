"""The language tables: how each language reports speech, read from ``data/reading/<language>.toml``.

The tables hold dictionary words; their forms come from the morphology. To teach the reader a verb, add the verb.
"""

import re
import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Any, NamedTuple

from research.labels import LANGUAGES
from research.paths import data_path
from research.reading import english
from research.reading.morphology import analyser, forms

#: Phrases by their first word.
Phrases = dict[str, list[tuple[str, ...]]]
#: What makes a new role or body of a known one: "спецкомітет", "экс-министр".
_PREFIXES = ("спец", "екс", "экс", "віце", "вице", "нац", "євро", "евро", "прес", "пресс", "under")


class Cue(NamedTuple):
    """What a verb form says about itself.

    ``finite`` is false for gerunds and participles ("adding that"), whose subject is that of the main verb.
    """

    lemma: str
    kinds: frozenset[str]
    gender: str = ""
    number: str = ""
    finite: bool = True
    past: bool = False


@dataclass(frozen=True)
class Table:
    """The table of one language, its words expanded to forms (all in lower case)."""

    language: str
    cues: dict[str, Cue]
    that: frozenset[str]
    according: Phrases
    according_own: Phrases
    citing: Phrases
    before_genitive: frozenset[str]
    as_words: frozenset[str]
    about_this: Phrases
    said_so: Phrases
    these: frozenset[str]
    sayings: frozenset[str]
    relative: frozenset[str]
    conjunctions: frozenset[str]
    locative: frozenset[str]
    refusals: frozenset[str]
    speaking: frozenset[str]
    adverbs: frozenset[str]
    demands: frozenset[str]
    media: frozenset[str]
    pronouns: dict[str, str]
    roles: dict[str, str]
    groups: dict[tuple[str, ...], str]
    role_codes: dict[str, str]
    questions: frozenset[str]
    words: defaultdict[str, frozenset[str]]
    headings: dict[str, "re.Pattern[str]"]
    coreference: dict[str, frozenset[str]]
    particle_verbs: frozenset[str]

    def role_class(self, word: str) -> str:
        """Give the class of a role or body, or nothing; a compound such as "контр-адмирал" has that of a part."""
        word = word.removesuffix("'s")
        if word in self.roles:
            return self.roles[word]
        parts = word.split("-")[::-1] if "-" in word else []
        if word.startswith(_PREFIXES):
            parts.extend(word.removeprefix(prefix) for prefix in _PREFIXES if word.startswith(prefix))
        return next((self.roles[part] for part in parts if part in self.roles), "")


@lru_cache(maxsize=3)
def table(language: str) -> Table:
    """Load the table of a language.

    Args:
        language: ``"uk"``, ``"ru"`` or ``"en"``.

    Raises:
        ValueError: where there is no table for the language.
    """
    if language not in LANGUAGES:
        raise ValueError(f"no language table for {language!r}; there are {list(LANGUAGES)}")
    raw = tomllib.loads(data_path("reading", f"{language}.toml").read_text("utf-8"))
    cues = _cues(raw, language)
    return Table(
        language=language,
        cues=cues,
        particle_verbs=frozenset(form.split()[0] for form in cues if " " in form),
        that=frozenset(raw["that"]),
        according=_phrases(raw["according"]),
        according_own=_phrases(raw["according_own"]),
        citing=_phrases(raw["citing"]),
        before_genitive=frozenset(phrase.split()[-1] for phrase in raw["according"]),
        as_words=frozenset(raw["as"]),
        about_this=_phrases(raw["about_this"]),
        said_so=_phrases(raw["said_so"]),
        these=_all_forms(raw["these"], language),
        sayings=_all_forms(raw["sayings"], language),
        relative=frozenset(raw["relative"].split()),
        conjunctions=frozenset(raw["conjunctions"].split()),
        locative=frozenset(raw["locative"].split()),
        refusals=frozenset(raw["refusals"].split()),
        adverbs=frozenset(raw.get("adverbs", "").split()),
        demands=frozenset(raw["demands"].split()),
        speaking=frozenset(f"{raw['say']} {raw['decline']}".replace("/", " ").split()),
        media=frozenset(raw["media"]),
        pronouns={form: gender for gender, words in raw["pronouns"].items() for form in words.split()},
        roles=_inflected({**raw["bodies"], **raw["roles"]}, language),
        groups={tuple(phrase.split()): kind for kind, phrases in raw["groups"].items() for phrase in phrases},
        role_codes=_turned(_inflected(raw["role_codes"], language)),
        questions=frozenset(raw["questions"]),
        words=defaultdict(frozenset, {name: frozenset(words.split()) for name, words in raw["words"].items()}),
        headings={kind: _beginnings(phrases) for kind, phrases in raw["headings"].items()},
        coreference={kind: frozenset(words.split()) for kind, words in raw["coreference"].items()},
    )


@lru_cache(maxsize=1)
def clutter() -> dict[str, "re.Pattern[str]"]:
    """Give the patterns of lines that are no part of an article: ``"more"`` (a heading) and ``"line"``."""
    raw = tomllib.loads(data_path("reading", "clutter.toml").read_text("utf-8"))
    return {kind: _beginnings(words) for kind, words in raw.items()}


def _beginnings(phrases: list[str]) -> "re.Pattern[str]":
    return re.compile("|".join(map(re.escape, phrases)), re.IGNORECASE)


def _phrases(phrases: list[str]) -> Phrases:
    """By the first word, and the longest first, so that the first that fits is the one."""
    found: Phrases = {}
    for phrase in sorted((tuple(phrase.split()) for phrase in phrases), key=len, reverse=True):
        found.setdefault(phrase[0], []).append(phrase)
    return found


def _inflected(classes: dict[str, str], language: str) -> dict[str, str]:
    return {form: kind for kind, words in classes.items() for word in words.split() for form in forms(word, language)}


def _all_forms(words: str, language: str) -> frozenset[str]:
    return frozenset(form for word in words.split() for form in forms(word, language))


def _turned(codes: dict[str, str]) -> dict[str, str]:
    return {form.replace("-", " ") if " " in form else form: code for form, code in codes.items()}


def _cues(raw: dict[str, Any], language: str) -> dict[str, Cue]:
    kinds: dict[str, set[str]] = {}
    for kind in ("say", "act", "decline", "silent", "bare"):
        for verb in raw.get(kind, "").split():
            kinds.setdefault(verb, set()).add(kind)
    expand = english.verb_forms if language == "en" else lambda entry: _verb_forms(entry, language)
    found: dict[str, Cue] = {}
    for form, cue in chain.from_iterable(expand(verb) for verb in kinds):
        sorts = frozenset(kinds[cue.lemma])
        found[form] = cue._replace(kinds=sorts | found[form].kinds if form in found else sorts)
    for name, sort in (("written", "written"), ("predicative", "say"), ("agreeing", "act")):
        for word in raw.get(name, "").split():
            before = found[word].kinds if word in found else frozenset[str]()
            plural = name != "written" and word.endswith(("ы", "і"))
            found[word] = Cue(word, before | {sort}, number="plur" if plural else "")
    return found


def _verb_forms(entry: str, language: str) -> list[tuple[str, Cue]]:
    """Give the forms of a verb that can report speech; of "дати_зрозуміти" the first word has forms."""
    verb, _, tail = entry.partition("_")
    parses = (parse for parse in analyser(language).parse(verb) if str(parse.tag.POS) in ("INFN", "VERB"))
    lexemes = [parse.lexeme for parse in parses if parse.normal_form == verb]
    made = [(form.word, _cue(entry, str(form.tag))) for form in chain(*lexemes) if _reports(str(form.tag))]
    made += [gerund for form, cue in made if language == "uk" for gerund in _gerunds(form, cue)]
    return [(f"{form} {tail}".strip(), cue) for form, cue in made]


def _gerunds(form: str, cue: Cue) -> list[tuple[str, Cue]]:
    """The Ukrainian dictionary keeps gerunds apart from their verbs: "додав" -> "додавши", "додають" -> "додаючи"."""
    if cue.past and cue.gender == "masc":
        return [(form + "ши", cue._replace(finite=False))]
    if cue.number == "plur" and form.endswith("ть"):
        return [(form[:-2] + "чи", cue._replace(finite=False))]
    return []


def _reports(tag: str) -> bool:
    """Keep present, past and gerunds; the future reports nothing, the first person is no source."""
    if "GRND" in tag:
        return True
    refused = ("infn", "impr", "1per", "2per", "Impe", "futr")
    return tag.startswith("VERB") and not any(grammeme in tag for grammeme in refused)


def _cue(verb: str, tag: str) -> Cue:
    gender = next((gender for gender in ("masc", "femn", "neut") if gender in tag), "")
    return Cue(verb, frozenset(), gender, "plur" if "plur" in tag else "sing", "VERB" in tag, "past" in tag)
