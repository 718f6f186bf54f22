"""Whom somebody speaks for where the article does not tell: the guess, weighed against what the speaker says.

Speakers open with their own state ("Seoul had offered to show the data") and name the other side anywhere else ("we
told the Chinese side"). The weights are log odds, rounded, counted on the annotated articles of this project: in
reported speech nine in ten openings that are no demand are the speaker's own state, of all other names one in six; of
the guesses that are weighed here four in five are right.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from research.reading.allegiance import is_organisation
from research.reading.drafts import Draft
from research.reading.gazetteer import Actor, find_actors
from research.reading.linking import named
from research.reading.morphology import cases
from research.reading.segment import Token, words
from research.reading.tables import Table

_GUESSED, _OPENS, _NAMED = 1.4, 2.0, -1.6
#: "Baku demanded": so many words behind the name a verb may stand that tells of another's demand.
_REACH = 5
#: By these names a state acts; "Chinese inspectors" are not always the speaker's.
_ACTING = ("name", "capital", "seat")


def settle(drafts: Sequence[Draft], doubted: Mapping[str, bool], sides: list[str], text: str, table: Table) -> None:
    """Give speakers whose actor is a mere guess the one that their statements make likeliest.

    Args:
        drafts: the statements of an article; the actors of their speakers are set.
        doubted: the names of the speakers whose actor is a guess, and whether it can but be a state: a minister's.
        sides: the actors that the article is about.
        text: the article.
        table: the table of its language.
    """
    said: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        if draft.speaker.name in doubted and not draft.level:
            said[draft.speaker.name].append(draft)
    for name, own in said.items():
        able = [side for side in sides if not (doubted[name] and is_organisation(side))]
        code = _likeliest(own, own[0].speaker.actor, able, text, table)
        for draft in own:
            draft.speaker = draft.speaker.of(code)


def _likeliest(drafts: list[Draft], guess: str, sides: Iterable[str], text: str, table: Table) -> str:
    odds: defaultdict[str, float] = defaultdict(float, dict.fromkeys(sides, 0.0))
    odds[guess] = _GUESSED
    for draft in drafts:
        for code, weight in _told(draft, text, table).items():
            if code in odds or weight > 0:
                odds[code] += weight
    return max(odds, key=lambda code: odds[code])


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
