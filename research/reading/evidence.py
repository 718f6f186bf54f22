"""Whom somebody speaks for where the article does not tell: the guess, weighed against the name and what is said.

Speakers open with their own state ("Seoul had offered to show the data") and name the other side anywhere else ("we
told the Chinese side"), and mostly bear names of their state's languages. The weights are log odds, rounded. Those of
what is said were counted on the annotated articles of this project: in reported speech nine in ten openings that are no
demand are the speaker's own state, of all other names one in six; of the guesses that are mere guesses four in five are
right. The other weights were set on the same articles, where half or twice as much did no better.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import chain

from research.reading.cast import Doubt
from research.reading.drafts import Draft
from research.reading.gazetteer import Actor, find_actors, is_organisation
from research.reading.linking import Sides, named
from research.reading.morphology import cases
from research.reading.origins import fit_of_name
from research.reading.segment import Token, words
from research.reading.tables import Table

_OPENS, _NAMED, _MOST_TOLD = 2.0, -1.6, 4.0
#: Before anything is said, against one of the two sides: a guess, one with a reason, an actor that is no side.
_GUESSED, _FIRM, _NO_SIDE = 1.4, 4.0, -2.0
#: What a name is worth to an organisation, which has people from anywhere, against the state that it fits best.
_OF_ANY_NAME = -4.5
#: "Baku demanded": so many words behind the name a verb may stand that tells of another's demand.
_REACH = 5
#: By these names a state acts; "Chinese inspectors" are not always the speaker's.
_ACTING = ("name", "capital", "seat")


def settle(drafts: Sequence[Draft], doubted: Mapping[str, Doubt], sides: Sides, text: str, table: Table) -> None:
    """Give speakers whose actor is a guess the one that their names and statements make likeliest.

    Args:
        drafts: the statements of an article; the actors of their speakers are set.
        doubted: by name the speakers whose actor is a guess.
        sides: the actors that the article is about.
        text: the article.
        table: the table of its language.
    """
    said: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        if draft.speaker.name in doubted and not draft.level:
            said[draft.speaker.name].append(draft)
    for name, own in said.items():
        doubt, told = doubted[name], [_told(draft, text, table) for draft in own]
        fit = fit_of_name(_without_titles(name, table)) if doubt.person else {}
        by_word = doubt.firm and is_organisation(own[0].speaker.actor)  # "the mission's head": no name tells more
        if (fit or not doubt.firm) and not by_word:
            code = _likeliest(own[0].speaker.actor, doubt, told, fit, sides)
            for draft in own:
                draft.speaker = draft.speaker.of(code)


def _likeliest(
    guess: str, doubt: Doubt, told: Sequence[dict[str, float]], fit: Mapping[str, float], sides: Sides
) -> str:
    """Add up what speaks for each actor; one that is no side comes in question where a name may speak for it."""
    odds: defaultdict[str, float] = defaultdict(float)
    odds.update((code, _NO_SIDE) for code in [*sides.codes(), *chain(*told)] if code in fit)
    odds.update((code, 0.0) for code in sides.of_article() if not (doubt.of_state and is_organisation(code)))
    odds[guess] = _FIRM if doubt.firm else _GUESSED
    for code, weight in _summed(told).items():
        if code in odds or weight > 0:
            odds[code] += weight
    best = max(fit.values(), default=0.0)
    return max(odds, key=lambda code: odds[code] + fit.get(code, best + _OF_ANY_NAME))


def _summed(told: Sequence[dict[str, float]]) -> dict[str, float]:
    """Add up what several statements tell, though many tell no more than a few: in a long briefing all is named."""
    sums: defaultdict[str, float] = defaultdict(float)
    for weights in told:
        for code, weight in weights.items():
            sums[code] += weight
    return {code: max(-_MOST_TOLD, min(_MOST_TOLD, weight)) for code, weight in sums.items()}


def _without_titles(name: str, table: Table) -> str:
    return " ".join(word for word in name.split() if not table.role_class(word.lower()))


def _told(draft: Draft, text: str, table: Table) -> dict[str, float]:
    """What the actors that a statement names tell of its speaker's."""
    content = draft.content(text)
    said = words(content, 0, len(content))
    actors = find_actors(said, table.language)
    told = {name.code: _NAMED for name in named(said, actors, table) if not name.place}
    told |= {code: _NAMED for actor in draft.addressees for code in actor.code.split(",")}
    if draft.kind == "direct":  # "Australia went to court": speakers say so of either side
        return told | {actor.code: 0.0 for actor in actors if _acts(said, actor, table)}
    opening = _opening(said, actors, table)
    if opening and not _demands(said, opening, table):
        told[opening.code] = _OPENS if opening.kind in _ACTING else 0.0
    return told


def _opening(said: list[Token], actors: list[Actor], table: Table) -> Actor | None:
    """The actor that is the subject: at the head, or in the nominative alone, "этой ноты Рига принимать не станет"."""
    first = said[0].lower if said else ""
    head = first == "the" or (table.language != "en" and first in table.locative)  # "на Банковой ждут"
    return next((actor for actor in actors if actor.start <= head or _is_subject(said, actor, table)), None)


def _is_subject(said: list[Token], actor: Actor, table: Table) -> bool:
    free = table.language != "en" and not any(token.lower in table.cues for token in said[: actor.start])
    return free and _acts(said, actor, table)


def _acts(said: list[Token], actor: Actor, table: Table) -> bool:
    """Whether an actor does something: it is in the nominative alone, or before an English verb."""
    if actor.kind not in _ACTING:
        return False
    if table.language != "en":
        return cases(said[actor.start].text, table.language) == {"nomn"}
    following = said[actor.end].lower if actor.end < len(said) else ""
    return following.endswith("ed") or any(following in table.words[kind] for kind in ("verbal", "be", "modals"))


def _demands(said: list[Token], actor: Actor, table: Table) -> bool:
    """Whether what is said tells of a demand of an actor: "Baku had demanded"."""
    behind = [token.lower for token in said[actor.end : actor.end + _REACH]]
    cues = (table.cues.get(word) for word in behind)
    return table.words["denials"].isdisjoint(behind) and any(
        cue is not None and cue.lemma in table.demands for cue in cues
    )
